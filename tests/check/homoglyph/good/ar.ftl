lead-p-kmns = مكافحة الإرهاب في العالم على مدى القرون.
lead-p-nrnc = اسمه <span lang="fa">مکتب فارسی</span>، ومحمد ﷺ.
lead-p-tzip = VictimA وCOVID-19.
