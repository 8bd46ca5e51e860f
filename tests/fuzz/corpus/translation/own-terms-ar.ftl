lead-p-f6q2 = { -unoct(form: "short") } { -united-nations(join: "li") }

%%
+++
title = "T"
description = "D"
date = 2026-01-15
+++

{ -unoct } { -united-nations }

%%
# أسماء الهيئات والمناصب والصكوك: مسرد المشروع.

### يُستخدم المصطلح في الرسالة هكذا: { -unoct }، أو مع وسيط: { -unoct(form: "short") }.
### يرد كل مصطلح يبدأ بأداة التعريف في صيغتين: { -general-assembly } من غير لام الجر، و{ -general-assembly(join: "li") } مع لام الجر المتصلة به (للجمعية العامة).
### .also: صيغ أخرى مقبولة، و.forbidden: صيغ لا تُستخدم؛ وتفصل بين الصيغ فاصلة منقوطة.
### وتتصل الواو والفاء والباء والكاف بالمصطلح مباشرة، وكذلك اللام إذا كان المصطلح لا يبدأ بأداة التعريف: ل{ -un-women }.

-united-nations =
    { $form ->
       *[full]
            { $join ->
               *[none] الأمم المتحدة
                [li] للأمم المتحدة
            }
        [short]
            { $join ->
               *[none] الأمم المتحدة
                [li] للأمم المتحدة
            }
    }
# لا مختصر لاسم المكتب بالعربية: يُذكر اسمه كاملا، ثم «المكتب».
-unoct =
    { $form ->
       *[full] مكتب الأمم المتحدة لمكافحة الإرهاب
        [short]
            { $join ->
               *[none] المكتب
                [li] للمكتب
            }
        [with-short] مكتب الأمم المتحدة لمكافحة الإرهاب
    }
-secretary-general =
    { $join ->
       *[none] الأمين العام للأمم المتحدة
        [li] للأمين العام للأمم المتحدة
    }
-under-secretary-general-counter-terrorism = وكيل الأمين العام لمكافحة الإرهاب
-high-commissioner-human-rights = مفوضة الأمم المتحدة السامية لحقوق الإنسان
-un-women = هيئة الأمم المتحدة للمرأة
-general-assembly =
    { $join ->
       *[none] الجمعية العامة
        [li] للجمعية العامة
    }
-member-states =
    { $join ->
       *[none] الدول الأعضاء
        [li] للدول الأعضاء
    }
-permanent-representative =
    { $join ->
       *[none] الممثل الدائم
        [li] للممثل الدائم
    }
-permanent-mission =
    { $join ->
       *[none] البعثة الدائمة
        [li] للبعثة الدائمة
    }
-charter = ميثاق الأمم المتحدة
-counter-terrorism-strategy = استراتيجية الأمم المتحدة العالمية لمكافحة الإرهاب
-call-to-action = نداء العمل من أجل حقوق الإنسان
-global-congress =
    { $join ->
       *[none] المؤتمر العالمي لضحايا الإرهاب
        [li] للمؤتمر العالمي لضحايا الإرهاب
    }
-african-union =
    { $join ->
       *[none] الاتحاد الأفريقي
        [li] للاتحاد الأفريقي
    }
-european-union =
    { $join ->
       *[none] الاتحاد الأوروبي
        [li] للاتحاد الأوروبي
    }
-civil-society =
    { $join ->
       *[none] المجتمع المدني
        [li] للمجتمع المدني
    }
-human-rights = حقوق الإنسان
-rule-of-law = سيادة القانون
-violent-extremism =
    { $join ->
       *[none] التطرف العنيف
        [li] للتطرف العنيف
    }
-global-center =
    { $join ->
       *[none] المركز العالمي للأمن التعاوني
        [li] للمركز العالمي للأمن التعاوني
    }
-european-center =
    { $join ->
       *[none] المركز الأوروبي لقانون المنظمات غير الهادفة للربح
        [li] للمركز الأوروبي لقانون المنظمات غير الهادفة للربح
    }

%%
# Names of bodies, posts and instruments: the glossary of the project.

### A term is used in a message as { -unoct }, or with an argument: { -unoct(form: "short") }.
### .also lists other accepted forms, .forbidden forms that are never to be used, parted by semicolons.
### Locales with grammatical case add $case; a locale may add .gender for agreement.

-united-nations =
    { $form ->
       *[full] United Nations
        [short] UN
    }
-unoct =
    { $form ->
       *[full] United Nations Office of Counter-Terrorism
        [short] UNOCT
        [with-short] United Nations Office of Counter-Terrorism (UNOCT)
    }
-secretary-general = United Nations Secretary-General
-under-secretary-general-counter-terrorism = Under-Secretary-General for Counter-Terrorism
-high-commissioner-human-rights = United Nations High Commissioner for Human Rights
-un-women = UN-Women
-general-assembly = General Assembly
-member-states = Member States
-permanent-representative = Permanent Representative
-permanent-mission = Permanent Mission
-charter = United Nations Charter
-counter-terrorism-strategy = United Nations Global Counter-Terrorism Strategy
-call-to-action = Call to Action for Human Rights
-global-congress = Global Congress for Victims of Terrorism
-african-union = African Union
-european-union = European Union
-civil-society = civil society
-human-rights = human rights
-rule-of-law = rule of law
-violent-extremism = violent extremism
-global-center = Global Center on Cooperative Security
-european-center = European Center for Not-for-Profit Law
