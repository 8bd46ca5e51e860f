share-img-jnii =
    .alt = 三位女士坐在桌旁
