lead-p-sh3y = 谢谢谢谢，人人 人人，`the`。
