opening-p-34wb = 一段。
closing-heading = 闭幕会议
photo-img-aaaa =
    .alt = 照片
