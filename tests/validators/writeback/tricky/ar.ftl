# العربية

meta-title = علامات تتعثر فيها الأدوات
meta-description = أنماط من المعروف أن بعض برامج الكتابة تفسدها.
lead-p-goxb = [التقرير][1] في أول الفقرة، يوم { $date }.
lead-p-3zof = *تشديد* في أولها، وفيها القوس { "{" }.
lead-p-lwtc = .start في أولها نقطة.
lead-p-nbgw = السطر الأول،<br>السطر الثاني.
lead-p-m2yu = { "" }
lead-p-dlc6 =
    فقرة أولى.

    { "[" }الميثاق][1] في أول الفقرة الثانية.

    { "*" }تشديد* في أول الثالثة.
lead-p-drhg = اجتمعت { -general-assembly } في { -united-nations(form: "short") }.
lead-img-mymc =
    .alt = قطرة
    .caption = [تعليق][1] بين قوسين
