lead-img-xlzv =
    .alt = رسم-بياني.svg
