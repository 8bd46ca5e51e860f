meta-title = 一份尚未发布的文稿
meta-description = 尚不得发布。
lead-p-yopb = 尚未发布的文稿。
