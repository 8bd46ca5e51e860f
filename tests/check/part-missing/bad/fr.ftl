share-img-zowo = Une barre
