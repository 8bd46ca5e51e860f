outdated =
    { $count ->
        [one] Изменился { $count } абзац.
        [few] Изменились { $count } абзаца.
       *[many] Изменилось { $count } абзацев.
    }
