opening-headin = الجلسة الافتتاحية
opening-p-34wb = فقرة.
