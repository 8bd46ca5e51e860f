meta-title = نص لم يعد هنا
meta-description = لا ينبغي لأحد أن يقرأ هذا بعد الآن.
meta-notice = ورد فيه اسم مكتب آخر.
