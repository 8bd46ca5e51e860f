lead-p-qtk7 = [منظمة الثقافة](https://ar.unesco.org/about) و[التقرير][2].
