lead-p-h5fc = 文本在此（见下文。
lead-p-g2f5 = 她说了两次“是。
lead-p-kdag = 影片《声音受到好评。
