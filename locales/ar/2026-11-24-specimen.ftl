# العربية: content/2026-11-24-specimen/index.md

### نص واحد وست لغات وثماني عشرة نسخة

meta-title = نص واحد وست لغات وثماني عشرة نسخة
meta-description = نشرة عن برنامج هكسابلا نفسه، تعرض ما قلّما تحتاج إليه النشرات الصحفية: صورة وجدولا وقوائم وحواشي وتعاريف وشفرة برمجية.
meta-kind = نموذج
meta-series = نماذج هكسابلا
meta-organisation = مشروع هكسابلا
meta-source = نص كُتب بالإنكليزية لهذا المشروع، لعرض كل أنواع العناصر التي يمكن أن تتضمنها النسخة.
lead-p-fyst = يحوّل برنامج هكسابلا (Hexapla) النشرة الواحدة إلى ثماني عشرة نسخة: بلغة ترميز النص التشعبي (HTML) وبصيغة EPUB وبالنص العادي، بكل لغة من اللغات الرسمية الست { -united-nations(join: "li") }. وقد سُمي باسم <cite>هكسابلا</cite> أوريجانوس، الذي رتب في القرن الثالث نصا مقدسا في ستة أعمدة متجاورة.[^1] أما أعمدتنا فهي ست لغات، وثمة قاعدة واحدة تبقيها متجاورة:
lead-p-uixu = تُكتب البنية **مرة واحدة**؛<br>وتُكتب الكلمات **ست مرات**.
lead-p-ibfl = { "" }

## مسار النص

the-way-of-a-text-heading = مسار النص
the-way-of-a-text-p-c2af = يكتب المؤلف النشرة بلغة Markdown. ويتحول كل عنوان وكل فقرة وكل خلية في جدول وكل حاشية إلى رسالة في قائمة ترجمة بنظام Fluent (FTL)، باسم تحتفظ به على الدوام. ويستبدل المترجمون كلمات الرسالة *لا غير*: فالعناوين والروابط والصور تأتي من المصدر، حتى لا تُسقط أي نسخة عنوانا أو تخلط بين اقتباسين أو تفقد رابطا. ولنفترض أن مؤلفا صحح تاريخا، من ~~25 أيار/مايو 2021~~ إلى <time datetime="2021-05-26">26 أيار/مايو 2021</time>: عندئذ تُعد الترجمات الخمس لتلك الفقرة متقادمة إلى أن ينظر فيها إنسان. والفقرة التي تُنشر دون ترجمة ترد بلغة المصدر، وتُوسم وتُحصى.
the-way-of-a-text-img-4zoi =
    .alt = شجرة تنمو إلى أسفل. في أعلاها صفحة واحدة. وتحتها ست خانات: ar، zh، en، fr، ru، es. وتحت كل خانة من الست ثلاث خانات: HTML، EPUB، TXT (نص عادي).
    .caption = من مصدر واحد إلى ثماني عشرة نسخة
the-way-of-a-text-p-dsyl = يعمل المترجم في ثلاث خطوات:
the-way-of-a-text-item-u43m = افتح ملف لغتك، مثل `locales/ar/2026-11-24-specimen.ftl`.
the-way-of-a-text-item-v6ve = في ملف <abbr title="قائمة ترجمة بنظام Fluent">FTL</abbr>، كل رسالة سطر واحد.
the-way-of-a-text-item-ryjp = ترجم الكلمات وأبقِ العلامات:
the-way-of-a-text-item-jwmt = توضع النجوم أزواجا حول الكلمات *المشددة* أو **البارزة**؛
the-way-of-a-text-item-bxnt = يحتفظ الرابط برقمه، لأن عنوانه الإلكتروني محفوظ في موضع آخر؛
the-way-of-a-text-item-izlm = يبدأ القوس المعقوف { "{" } عنصرا نائبا، فالمؤلف الذي يقصد القوس نفسه يكتب `\{ "{" }`.
the-way-of-a-text-item-6vni = ابحث عن الأخطاء، ثم أنشئ نسخ لغتك:

## ما تتضمنه كل نسخة

what-each-edition-holds-heading = ما تتضمنه كل نسخة
what-each-edition-holds-p-ewqm = تتضمن الصيغ الثلاث الكلمات نفسها. ويجدها القارئ في صفحة ويب، أو في كتاب يتبع معيار [EPUB 3.3][1]، أو في أسطر نصية مجردة.
what-each-edition-holds-caption-o6xg = أجزاء النشرة كما يجدها القارئ
what-each-edition-holds-th-f42d = الصيغة
what-each-edition-holds-th-upty = العناوين
what-each-edition-holds-th-sasm = الروابط
what-each-edition-holds-th-dzre = الصور
what-each-edition-holds-td-a4rz = HTML
what-each-edition-holds-td-4vle = مدرجة قبل النص، إذا كانت أربعة أو أكثر
what-each-edition-holds-td-nzrh = في النص
what-each-edition-holds-td-vllb = معروضة مع وصف
what-each-edition-holds-td-gqz2 = EPUB
what-each-edition-holds-td-7uya = يدرجها نظام القراءة
what-each-edition-holds-td-x3sr = في النص
what-each-edition-holds-td-amv3 = معروضة مع وصف
what-each-edition-holds-td-z5aw = نص عادي
what-each-edition-holds-td-72xj = تفصلها أسطر فارغة
what-each-edition-holds-td-c3yd = مرقمة، وعناوينها الإلكترونية مدرجة بعد النص
what-each-edition-holds-td-o4li = موصوفة بالكلمات
what-each-edition-holds-p-lg7v = العلامات الصغيرة تُرمَّز بوسومها ولا تُقلَّد: ثاني أكسيد الكربون (CO<sub>2</sub>)، والمتر المربع (م<sup>2</sup>). ولكل قسم اسم واحد في جميع اللغات: فالاسم `#words-used-here` يقود إلى [الكلمات المستخدمة هنا][1] في كل نسخة بصيغة HTML أو صيغة EPUB. ولا يتغير في العنوان الإلكتروني إلا اللغة، مثل `ar` أو `zh`.[^2]
what-each-edition-holds-alert-dj5r = ترصد البرامج عوائق كثيرة، لكنها لا ترصدها كلها. أما الحكم على سهولة قراءة النسخة فهو للناس، وفي المقام الأول لمن يقرؤون بالسمع أو باللمس أو بالحروف الكبيرة.

## لماذا هذا مهم

why-it-matters-heading = لماذا هذا مهم
why-it-matters-p-2ocm = يقول المثل القديم: <span lang="la">Verba volant, scripta manent</span> (الكلمات المنطوقة تطير والمكتوبة تبقى). ومن أجل من يستمع إلى الصفحة، لا بد للكلمات المكتوبة أيضا أن تحسن الطيران، فهي ملك للجميع:
why-it-matters-quote-zjef = لكل شخص حق التمتع بحرية الرأي والتعبير، ويشمل هذا الحق حريته في اعتناق الآراء دون مضايقة، وفي التماس الأنباء والأفكار وتلقيها ونقلها إلى الآخرين، بأية وسيلة ودونما اعتبار للحدود.
why-it-matters-by-vitk = [الإعلان العالمي لحقوق الإنسان][1]، المادة 19

## الكلمات المستخدمة هنا

words-used-here-heading = الكلمات المستخدمة هنا
words-used-here-term-4aqo = النشرة
words-used-here-def-a44y = نص تنشره منظمة في تاريخ معين، بكل ما يتصل به.
words-used-here-term-f53w = الرسالة
words-used-here-def-lk6j = كلمات جزء واحد من النشرة، كعنوان أو فقرة، بلغة واحدة.
words-used-here-term-6n3j = النسخة
words-used-here-def-zrzf = نشرة بلغة واحدة وبصيغة واحدة، مكتملة في ذاتها.
notes-note-acjt = ضمت الأعمدة النص العبري، والنص نفسه بحروف يونانية، وأربع ترجمات إلى اليونانية.
notes-note-gn44 = في العنوان الإلكتروني، يدل `zh` على الصينية بالحروف المبسطة؛ ووسمها اللغوي الكامل هو `zh-Hans`.
