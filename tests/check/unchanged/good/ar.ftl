lead-p-fnod = للاتصال
lead-p-s4t7 = EPUB 3.3
lead-p-xpu4 = فرانسيسكو دي لا توري
lead-p-3caf = مؤسسة كوفي عنان
lead-p-ftzz = <span lang="la">Verba volant, scripta manent</span>
lead-p-p5q6 = www.un.org/en @UN_OCT
lead-p-c564 = الجلسة 26
