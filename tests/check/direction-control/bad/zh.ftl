lead-p-ytrj = 办公室{ "\u2067" }UNOCT开会。
lead-item-zjvi = 第二点
