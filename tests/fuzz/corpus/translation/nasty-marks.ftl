meta-title = المياه النظيفة تصل إلى 71 قرية
meta-description = فُتحت آبار وأنابيب هذا الأسبوع.
meta-kind = أخبار
lead-p-f6q2 = افتتح { -unoct } البئر **الأخيرة** من أصل 71 بئرا في { $date }.[^1] انظر [التقرير][1] أو [https://example.org/][2].
built-heading = ما الذي بُني
built-item-6dtn = افتح `locales/ar/water.ftl`.
built-item-mcwe = *a **b* c** ~~d `e ~~ f` \{ \*g\* <br> <br/> <sub>x
built-item-f6aj = CO<sub>2</sub>، و<abbr title="الصحة العالمية">WH</abbr>، وماء.
built-item-itx5 = [ما قيل][1]
built-item-4t5n = { "{" } و`\{ "{" }`
built-img-sycd =
    .alt = خريطة
    .caption = الخريطة
built-caption-gmxa = الآبار
built-th-5fdd = المكان
built-th-xwbm = العدد
built-td-ip4f = الشمال
built-td-2qb3 = 1,234
built-td-ojzg = 中文
built-td-54wr = 5
built-alert-5t4a =
    { NUMBER(2) ->
        [one] احذر.
       *[other] احذروا.
    }
built-term-xxd6 = بئر
built-def-wtmz = حفرة.
said-heading = الأقوال
said-quote-5j3t = الماء حق.
said-by-q3hm = المدير
notes-note-opzl = ملاحظة، 50 في المائة.
