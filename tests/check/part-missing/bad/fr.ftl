share-img-zowo =
    .alt = Une barre bleue qui croît
