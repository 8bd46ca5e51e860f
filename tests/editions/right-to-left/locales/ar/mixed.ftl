meta-title = القرار 71/291 وصيغة EPUB 3.3
meta-description = اتجاهان في سطر واحد.
lead-p-mxg6 = تابعوا @UN_OCT و#UNiteToCounterTerrorism، في 25–26 أيار/مايو، أو اكتبوا إلى [a@un.org][1].
lead-p-zrgv = انظر [القرار 71/291][١] (UNOCT)، و`locales/ar/a.ftl` وغاز CO<sub>2</sub>.
lead-p-7eui = كلمة <span lang="en">peace</span> تعني السلام، و<q lang="en">hello, world</q> تحية.
lead-th-3ti5 = الاسم
lead-th-xwbm = العدد
lead-td-s4t7 = EPUB 3.3
lead-td-m3n2 = 1 000
