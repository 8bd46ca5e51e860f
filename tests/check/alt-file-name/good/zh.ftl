lead-img-4vgx =
    .alt = 逐渐变长的条形。
