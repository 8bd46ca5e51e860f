# ملف المترجم

meta-title = آبار من أجل 71 قرية
meta-description = ما حُفر وأين.
lead-p-wmjl = الأرقام في [الجزء الثاني][1]، والمصدر تحت [الخريطة][2]، كما يقول { figures-heading }.
map-heading = أماكنها
map-p-pcna = في الشمال.
figures-heading = الأرقام
figures-p-gnde = عددها 71. والنص `](#figures)` شيفرة.
