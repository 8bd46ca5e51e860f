meta-title = المياه النظيفة تصل إلى 71 قرية
meta-description = افتُتحت الآبار والأنابيب هذا الأسبوع.
meta-kind = بيان صحفي
meta-place = جنيف
lead-p-npw7 = افتُتحت [البئر الأخيرة][1] في { $dat }.
thanks-heading = <b>شكر</b>
thanks-quote-ex4t = الماء حياة.
