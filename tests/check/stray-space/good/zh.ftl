lead-p-6dc7 = 人权（全部），现在。
