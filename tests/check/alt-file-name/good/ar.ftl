lead-img-4vgx =
    .alt = شريط ينمو
