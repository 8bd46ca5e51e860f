-member-states = { $case ->
       *[nominative] государства-члены
        [genitive] государств-членов
    }
    .forbidden = страны-члены
-human-rights = права человека
    .also = правозащитный
-civil-society = гражданское общество
-un = Организация Объединенных Наций
    .also = ООН
