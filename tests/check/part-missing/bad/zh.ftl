share-img-zowo =
    .alt = 从左到右变长的蓝色条形
