opening-heading = الجلسة الافتتاحية
opening-p-34wb = { "" }
