# Названия органов, должностей и документов: словарь проекта.

### Термин стоит в сообщении как { -united-nations } или с аргументами: { -united-nations(form: "full", case: "genitive") }.
### $case — падеж: nominative (по умолчанию), genitive, dative, accusative, instrumental, prepositional.
### $form — форма: full (по умолчанию) или short (сокращение).
### Сокращения не склоняются. .gender — род.
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
