share-img-zowo =
    .alt = Полоса, растущая слева направо
share-heading =
    .alt = Доля
