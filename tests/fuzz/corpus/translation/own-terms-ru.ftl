lead-p-f6q2 = { -unoct(form: "short") } { -united-nations(join: "li") }

%%
+++
title = "T"
description = "D"
date = 2026-01-15
+++

{ -unoct } { -united-nations }

%%
# Названия органов, должностей и документов: словарь проекта.

### Термин стоит в сообщении как { -unoct } или с аргументами: { -unoct(form: "with-short", case: "genitive") }.
### $case — падеж: nominative (по умолчанию), genitive, dative, accusative, instrumental, prepositional.
### $form — форма: full (по умолчанию), short, with-short (полное название с сокращением).
### Сокращения не склоняются. .gender — род, .number — число, если оно множественное.
### .also — другие допустимые формы, .forbidden — недопустимые; между формами ставится точка с запятой.

-united-nations =
    { $form ->
       *[full]
            { $case ->
               *[nominative] Организация Объединенных Наций
                [genitive] Организации Объединенных Наций
                [dative] Организации Объединенных Наций
                [accusative] Организацию Объединенных Наций
                [instrumental] Организацией Объединенных Наций
                [prepositional] Организации Объединенных Наций
            }
        [short] ООН
    }
    .gender = feminine
-unoct =
    { $form ->
       *[full]
            { $case ->
               *[nominative] Контртеррористическое управление Организации Объединенных Наций
                [genitive] Контртеррористического управления Организации Объединенных Наций
                [dative] Контртеррористическому управлению Организации Объединенных Наций
                [accusative] Контртеррористическое управление Организации Объединенных Наций
                [instrumental] Контртеррористическим управлением Организации Объединенных Наций
                [prepositional] Контртеррористическом управлении Организации Объединенных Наций
            }
        [short] КТУ ООН
        [with-short]
            { $case ->
               *[nominative] Контртеррористическое управление Организации Объединенных Наций (КТУ ООН)
                [genitive] Контртеррористического управления Организации Объединенных Наций (КТУ ООН)
                [dative] Контртеррористическому управлению Организации Объединенных Наций (КТУ ООН)
                [accusative] Контртеррористическое управление Организации Объединенных Наций (КТУ ООН)
                [instrumental] Контртеррористическим управлением Организации Объединенных Наций (КТУ ООН)
                [prepositional] Контртеррористическом управлении Организации Объединенных Наций (КТУ ООН)
            }
    }
    .gender = neuter
-secretary-general =
    { $case ->
       *[nominative] Генеральный секретарь Организации Объединенных Наций
        [genitive] Генерального секретаря Организации Объединенных Наций
        [dative] Генеральному секретарю Организации Объединенных Наций
        [accusative] Генерального секретаря Организации Объединенных Наций
        [instrumental] Генеральным секретарем Организации Объединенных Наций
        [prepositional] Генеральном секретаре Организации Объединенных Наций
    }
    .gender = masculine
-under-secretary-general-counter-terrorism =
    { $case ->
     
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
