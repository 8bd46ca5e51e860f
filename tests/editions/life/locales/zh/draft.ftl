meta-title = 一份正在撰写的文稿
meta-description = 草稿。
lead-p-7gnf = 第一段。
