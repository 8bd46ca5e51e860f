meta-title = نص قيد الكتابة
meta-description = مسودة.
lead-p-7gnf = الفقرة الأولى.
