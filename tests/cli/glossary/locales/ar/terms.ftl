-civil-society =
    { $join ->
       *[none] المجتمع المدني
        [li] للمجتمع المدني
    }
    .forbidden = المجتمع الأهلي؛ المجتمع الوطني
