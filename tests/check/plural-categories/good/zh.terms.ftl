-day =
    { $count ->
       *[other] 日
    }
