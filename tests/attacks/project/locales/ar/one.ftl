meta-title = مياه نظيفة
meta-description = فُتحت الآبار هذا الأسبوع.
lead-p-w2dk = فُتحت منابع { -office }. انظر [التقرير][1].
lead-img-yklm =
    .alt = شجرة
next-heading = الخطوات التالية
next-p-7l3b = اكتبوا إلى [القسم][1]، أو اقرأوا [الخطوات][2].
