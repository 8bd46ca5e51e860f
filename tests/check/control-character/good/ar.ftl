lead-p-gnla = اجتمع <abbr title="مكتب الأمم المتحدة لمكافحة الإرهاب">UNOCT</abbr>.
