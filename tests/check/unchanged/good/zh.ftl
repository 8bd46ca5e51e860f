lead-p-fnod = 联系方式
lead-p-s4t7 = EPUB 3.3
lead-p-xpu4 = 弗朗西斯科·德拉托雷
lead-p-3caf = 科菲·安南基金会
lead-p-ftzz = <span lang="la">Verba volant, scripta manent</span>
lead-p-p5q6 = 见www.un.org/en或@UN_OCT
lead-p-c564 = 第26次会议
