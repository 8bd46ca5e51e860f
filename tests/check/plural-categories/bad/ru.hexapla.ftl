outdated =
    { $count ->
        [one] Изменился { $count } абзац.
       *[other] Изменилось { $count } абзацев.
    }
