-civil-society =
    { $case ->
       *[nominative] гражданское общество
        [genitive] гражданского общества
    }
    .also = общественность
-water-board = Национальное управление водных ресурсов
