share-img-zowo =
    .alt = 从左到右变长的条形
