share-heading =
    .alt = Доля
