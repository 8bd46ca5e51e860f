lead-p-kmns = 采用ＨＴＭＬ的文本。
