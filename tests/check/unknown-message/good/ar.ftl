session = الجلسة
opening-p-34wb = فقرة عن { session }.
