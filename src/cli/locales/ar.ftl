bar = شريط المترجم
skip-to-bar = انتقل إلى شريط المترجم

not-translated = غير مترجَم
out-of-date = بحاجة إلى تحديث
error = خطأ
warning = تنبيه
allowed = مسموح به
separator = { "، " }
count = { $what }: { NUMBER($count) }

previous = السابق
next = التالي
entry = { NUMBER($number) } من { NUMBER($all) }: { $what }

source = الأصل
translation = الترجمة
message = الرسالة
place = الموضع
copy-message = انسخ معرِّف الرسالة
copy-place = انسخ الموضع
copied = تم النسخ.
marked = تم التحديد. انسخ بلوحة المفاتيح.
show-in-text = اعرض في النص
help = ما العمل

nothing-open = كل شيء مترجَم ومحدَّث، ولم يكشف الفحص عن أي خلل.
others = سائر الرسائل
other-findings = نتائج لا تتعلق برسالة بعينها

made-anew = تم تحديث الصفحة.
lost = لم تعد المعاينة تستجيب. تجري إعادة المحاولة.
not-published = هناك أخطاء. يُعرض هذا النص هنا، لكنه لن يُنشر.
older = تتعذر قراءة الملفات بحالتها الراهنة. ما يُعرض هنا هو آخر ما أمكن إعداده.

cannot-be-made = يتعذر إعداد هذه الصفحة
put-right = صحِّح ما هو مذكور هنا واحفظ الملف، وستظهر الصفحة من تلقاء نفسها.
no-such-page = لا توجد صفحة بهذا العنوان
to-the-beginning = اذهب إلى الصفحة الأولى
