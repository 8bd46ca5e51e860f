# العبارات الثابتة في النسخ: كل عبارة ليست من كلام النشرة نفسها.

### يمكن لأي مشروع أن يستبدل رسائل بعينها في ملفه الخاص locales/<locale>/hexapla.ftl.
### تنتهي الجمل بنقطة، أما التسميات والعناوين فلا. والمصطلحات: release نشرة، edition نسخة، statement بيان، note حاشية.

## التنقل في الصفحة

# أول رابط في الصفحة، لمن يستخدم لوحة المفاتيح أو قارئ الشاشة.
skip-link = الانتقال إلى النص
languages = اللغات
# $language (String) هو اسم اللغة بتلك اللغة نفسها.
language-missing = { $language } (غير متاحة)
language-list = { $languages }، { $language }
# تأتي بعد «اللغة:» وتأتي وحدها.
language-name =
    { $tag ->
        [ar] العربية
        [zh] الصينية
        [en] الإنكليزية
        [fr] الفرنسية
        [ru] الروسية
        [es] الإسبانية
       *[other] { $name }
    }
contents = المحتويات
# بند في المحتويات حين يتكرر العنوان نفسه في أكثر من قسم. $heading (String) العنوان، و$session (String) عنوان القسم.
heading-in-session = { $heading } ({ $session })
releases = النشرات
choose-language = اختيار اللغة
parallel = اللغات جنبا إلى جنب
parallel-title = { $title } ({ $languages })
paragraph = الفقرة { NUMBER($number) }
paragraph-link = رابط إلى الفقرة { NUMBER($number) }
start-of-text = بداية النص
page-title = { $title } — { $organisation }

## المكان والتاريخ

dateline = { $place }، { $date }
# يرد اسم الشهر مزدوجا وفقا لأسلوب الأمم المتحدة.
date-long =
    { $day } { $month ->
        [1] كانون الثاني/يناير
        [2] شباط/فبراير
        [3] آذار/مارس
        [4] نيسان/أبريل
        [5] أيار/مايو
        [6] حزيران/يونيه
        [7] تموز/يوليه
        [8] آب/أغسطس
        [9] أيلول/سبتمبر
        [10] تشرين الأول/أكتوبر
        [11] تشرين الثاني/نوفمبر
       *[12] كانون الأول/ديسمبر
    } { $year }

## الإشعارات في أعلى النسخة

unofficial-translation =
    { $source ->
        [ar] ترجمة غير رسمية عن العربية.
        [zh] ترجمة غير رسمية عن الصينية.
        [en] ترجمة غير رسمية عن الإنكليزية.
        [fr] ترجمة غير رسمية عن الفرنسية.
        [ru] ترجمة غير رسمية عن الروسية.
        [es] ترجمة غير رسمية عن الإسبانية.
       *[other] ترجمة غير رسمية عن النص الأصلي ({ $name }).
    }
original-text =
    { $source ->
        [ar] النص الأصلي بالعربية
        [zh] النص الأصلي بالصينية
        [en] النص الأصلي بالإنكليزية
        [fr] النص الأصلي بالفرنسية
        [ru] النص الأصلي بالروسية
        [es] النص الأصلي بالإسبانية
       *[other] النص الأصلي ({ $name })
    }
# لا يُكتب العدد رقما في المفرد والمثنى.
untranslated =
    { $count ->
        [zero] جميع الفقرات مترجمة.
        [one] توجد فقرة واحدة غير مترجمة، وهي ترد بلغة الأصل.
        [two] توجد فقرتان غير مترجمتين، وهما تردان بلغة الأصل.
        [few] توجد { NUMBER($count) } فقرات غير مترجمة، وهي ترد بلغة الأصل.
        [many] توجد { NUMBER($count) } فقرة غير مترجمة، وهي ترد بلغة الأصل.
       *[other] توجد { NUMBER($count) } فقرة غير مترجمة، وهي ترد بلغة الأصل.
    }
outdated =
    { $count ->
        [zero] لم يتغير أصل أي فقرة بعد ترجمتها.
        [one] تغير أصل فقرة واحدة بعد ترجمتها.
        [two] تغير أصل فقرتين بعد ترجمتهما.
        [few] تغير أصل { NUMBER($count) } فقرات بعد ترجمتها.
        [many] تغير أصل { NUMBER($count) } فقرة بعد ترجمتها.
       *[other] تغير أصل { NUMBER($count) } فقرة بعد ترجمتها.
    }

## المتحدثون والاقتباسات

statement-by = بيان { $speaker }
statement-by-in-session = بيان { $speaker } ({ $session })
# تأتي تحت اسم متحدث لم يقتبس المصدر شيئا من كلامه، رجلا كان أو امرأة.
no-quotation = لا يتضمن المصدر اقتباسا في هذا الموضع.
quotation-open = «
quotation-close = »
inner-quotation-open = “
inner-quotation-close = ”
attribution = — { $name }

## الحواشي والروابط والصور والجداول

notes = الحواشي
note = الحاشية { NUMBER($number) }
note-back = العودة إلى موضع الإشارة إلى الحاشية { NUMBER($number) }
note-line = الحاشية { NUMBER($number) }: { $text }
links = الروابط
# كلمات مشطوبة لم تعد صالحة، في النص العادي. $words (String).
struck-out = [محذوف: { $words }]
image = صورة: { $alt }
image-caption = تعليق الصورة: { $caption }
table = جدول
table-caption = جدول: { $caption }
table-cell = { $column }: { $value }
table-cell-separator = ؛{ " " }
table-row-end = .
definition-line = { $term }: { $definition }
code = شفرة برمجية:
code-in = شفرة برمجية ({ $language }):
code-end = نهاية الشفرة البرمجية.
alert-note = ملاحظة
alert-tip = نصيحة
alert-important = مهم
alert-warning = تحذير
alert-caution = تنبيه

## معلومات عن النسخة

labelled = { $label }: { $value }
about = عن هذا النص
about-language = اللغة
about-published = تاريخ النشر
about-updated = تاريخ التحديث
about-source = المصدر
about-editions = بلغات أخرى
# «العنوان الإلكتروني» لا «العنوان» وحده، لئلا يلتبس بعنوان النص.
about-address = العنوان الإلكتروني لهذه النسخة
formats = صيغ أخرى
format-html = صفحة ويب (HTML)
format-epub = كتاب إلكتروني (EPUB)
format-text = نص عادي
format-size = { $format }، { NUMBER($kilobytes) } كيلوبايت
# المصطلح مأخوذ من المادة 9 من اتفاقية حقوق الأشخاص ذوي الإعاقة.
accessibility = إمكانية الوصول
access-all-text = جميع المحتويات نصية.
access-structure = العناوين والقوائم والاقتباسات موسومة بحسب أنواعها، وترد بترتيب القراءة.
access-contents = يتيح جدول المحتويات الانتقال إلى كل قسم.
access-display = يمكن تغيير حجم النص والتباعد والألوان.
access-images =
    { $count ->
        [zero] لا توجد صور.
        [one] توجد صورة واحدة، ولها بديل نصي.
        [two] توجد صورتان، لكل منهما بديل نصي.
        [few] توجد { NUMBER($count) } صور، لكل منها بديل نصي.
        [many] توجد { NUMBER($count) } صورة، لكل منها بديل نصي.
       *[other] توجد { NUMBER($count) } صورة، لكل منها بديل نصي.
    }
access-tables =
    { $count ->
        [zero] لا توجد جداول.
        [one] يوجد جدول واحد، وله عنوان ورؤوس أعمدة.
        [two] يوجد جدولان، لكل منهما عنوان ورؤوس أعمدة.
        [few] توجد { NUMBER($count) } جداول، لكل منها عنوان ورؤوس أعمدة.
        [many] يوجد { NUMBER($count) } جدولا، لكل منها عنوان ورؤوس أعمدة.
       *[other] يوجد { NUMBER($count) } جدول، لكل منها عنوان ورؤوس أعمدة.
    }
access-languages = الكلمات الواردة بلغات أخرى موسومة بلغتها من أجل القراءة الصوتية وطريقة برايل.
access-no-hazards = لا شيء يومض أو يتحرك أو يصدر صوتا.
access-unlocked = الملف خال من أي حماية تمنع نسخه.
# يأتي بعدها عنوان إلكتروني، تفصله مسافة.
ask-for-format = لطلب هذا النص بصيغة أخرى، كالطباعة بحروف كبيرة أو بطريقة برايل، يرجى الكتابة إلى
