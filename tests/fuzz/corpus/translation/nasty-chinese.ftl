meta-title = المياه النظيفة تصل إلى 71 قرية
meta-description = فُتحت آبار وأنابيب هذا الأسبوع.
meta-kind = أخبار
lead-p-f6q2 = افتتح { -unoct } البئر **الأخيرة** من أصل 71 بئرا في { $date }.[^1] انظر [التقرير][1] أو [https://example.org/][2].
built-heading = ما الذي بُني
built-item-6dtn = افتح `locales/ar/water.ftl`.
built-item-mcwe = فقرة *ثانية*،<br>من سطرين مع ~~كلمة~~.
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
said-heading = 中文 ，。“引”《书》（a）
said-quote-5j3t = الماء حق.
said-by-q3hm = المدير
notes-note-opzl = ملاحظة، 50 في المائة.

%%
+++
title = "Clean water reaches 71 villages"
description = "Wells and pipes were opened this week."
kind = "News"
date = 2026-01-15
+++

<!-- note: { -unoct } is a term. -->
The { -unoct } opened the **last** of 71 wells on { $date }.[^1] See [the report](https://www.un.org/en/water) or <https://example.org/>.

## What was built {#built}

1. Open `locales/ar/water.ftl`.

   A *second* paragraph,\
   with two lines and a ~~word~~.
2. CO<sub>2</sub>, <abbr title="World Health">WH</abbr>, <span lang="ar">ماء</span>.
   - [what was said](#said)
   - \{ and `\{`

   ```sh
   hexapla check
   ```

![A map](map.svg "The map")

Table: Wells

| Place | Number |
|---|---:|
| North | 1,234 |
| 中文 | 5 |

> [!NOTE]
> Take care.

Well
: A hole.

## 说 {#said .speaker}

> Water is a right.
>
> — The Director

***

[^1]: A note, 50 %.
