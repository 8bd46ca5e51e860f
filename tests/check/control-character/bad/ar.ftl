lead-p-gnla = اجتمع <abbr title="مكتب الأمم المتحدة لمكافحة الإرها�">UNOCT</abbr>.
