-day =
    { $count ->
        [1] يوم
        [2] يومان
        [few] أيام
       *[other] يوما
    }
