-day =
    { $count ->
        [one] jour
       *[other] jours
    }
