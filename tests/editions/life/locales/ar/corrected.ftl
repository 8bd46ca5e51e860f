meta-title = نص جرى تصويبه
meta-description = كيف يبدو التصويب.
meta-place = نيويورك
lead-correction-fxjl = ذكرت نسخة سابقة أن [القرار 71/291][1] صدر عام 2016.
lead-correction-nt4s = اكتمل الآن اسم المكتب.
lead-p-o3pn = اتُّخذ القرار في عام 2017.
lead-p-ruud = آخر تغيير للنص في { $updated }.
