# hexapla todo, version 1: water in zh
#
# Write your words after the “=”, in place of those that stand there. Then run: hexapla merge FILE
# A message whose words you changed counts as done. Where they are right as they stand, put an x
# between its brackets: [x]. What you leave as it is stays open.

### Clean water reaches 71 villages

# [ ] missing. Kind of release
# See https://example.org/r/water/en/index.html#meta-kind
# Source: News
# Digests: nf2s6iytwlyboote nf2s6iytwlyboote
meta-kind = News

## What was built

# [ ] missing. List item
# See https://example.org/r/water/en/index.html#built-item-6dtn
# Source: Open `locales/ar/water.ftl`.
# Digests: 6dtnaw37dlxjofwh 6dtnaw37dlxjofwh
built-item-6dtn = Open `locales/ar/water.ftl`.

# [ ] missing. List item
# See https://example.org/r/water/en/index.html#built-item-mcwe
# Source: A *second* paragraph,<br>with two lines and a ~~word~~.
# Digests: mcwevpsm3wfjthx3 mcwevpsm3wfjthx3
built-item-mcwe = A *second* paragraph,<br>with two lines and a ~~word~~.

# [ ] missing. List item
# See https://example.org/r/water/en/index.html#built-item-f6aj
# Source: CO<sub>2</sub>, <abbr title="World Health">WH</abbr>, <span lang="ar">ماء</span>.
# Digests: f6ajztnqmqjpeudy f6ajztnqmqjpeudy
built-item-f6aj = CO<sub>2</sub>, <abbr title="World Health">WH</abbr>, <span lang="ar">ماء</span>.

# [ ] missing. List item
# Link [1]: #said
# See https://example.org/r/water/en/index.html#built-item-itx5
# Source: [what was said][1]
# Digests: itx5dtdkohv7bek5 itx5dtdkohv7bek5
built-item-itx5 = [what was said][1]

# [ ] missing. List item
# See https://example.org/r/water/en/index.html#built-item-4t5n
# Source: { "{" } and `\{ "{" }`
# Digests: 4t5njttiaa4ycsmj ngbipdmuzkbniuan
built-item-4t5n = { "{" } and `\{ "{" }`

# [ ] missing. Image: .alt is its text alternative, .caption its caption
# See https://example.org/r/water/en/index.html#built-img-sycd
# .alt: Source: A map
# .alt: Digests: sycdx2ev4wkrwim4 sycdx2ev4wkrwim4
# .caption: Source: The map
# .caption: Digests: 3ryrxm4pkbtkpuyo 3ryrxm4pkbtkpuyo
built-img-sycd =
    .alt = A map
    .caption = The map

# [ ] missing. Caption of a table
# See https://example.org/r/water/en/index.html#built-caption-gmxa
# Source: Wells
# Digests: gmxajnzewcuyjyzy gmxajnzewcuyjyzy
built-caption-gmxa = Wells

# [ ] missing. Header of a column
# See https://example.org/r/water/en/index.html#built-th-5fdd
# Source: Place
# Digests: 5fdd3thqkqnjo6cy 5fdd3thqkqnjo6cy
built-th-5fdd = Place

# [ ] missing. Header of a column
# See https://example.org/r/water/en/index.html#built-th-xwbm
# Source: Number
# Digests: xwbm6ftjtprj5qc4 xwbm6ftjtprj5qc4
built-th-xwbm = Number

# [ ] missing. Cell of a table, column “Place”
# See https://example.org/r/water/en/index.html#built-td-ip4f
# Source: North
# Digests: ip4fho5vskdabgfh ip4fho5vskdabgfh
built-td-ip4f = North

# [ ] missing. Cell of a table, column “Number”, row “North”
# See https://example.org/r/water/en/index.html#built-td-2qb3
# Source: 1,234
# Digests: 2qb3jwqed5zsunwd 2qb3jwqed5zsunwd
built-td-2qb3 = 1,234

# [ ] missing. Cell of a table, column “Place”
# See https://example.org/r/water/en/index.html#built-td-ojzg
# Source: 中文
# Digests: ojzg3cay62jqm3hl ojzg3cay62jqm3hl
built-td-ojzg = 中文

# [ ] missing. Cell of a table, column “Number”, row “中文”
# See https://example.org/r/water/en/index.html#built-td-54wr
# Source: 5
# Digests: 54wre7pdpokcxkwq 54wre7pdpokcxkwq
built-td-54wr = 5

# [ ] missing. Paragraph set apart
# See https://example.org/r/water/en/index.html#built-alert-5t4a
# Source: Take care.
# Digests: 5t4axtgtb2xos73q 5t4axtgtb2xos73q
built-alert-5t4a = Take care.

# [ ] missing. Term that is defined
# See https://example.org/r/water/en/index.html#built-term-xxd6
# Source: Well
# Digests: xxd6sziuja2crgcl xxd6sziuja2crgcl
built-term-xxd6 = Well

# [ ] missing. Definition of the term above
# See https://example.org/r/water/en/index.html#built-def-wtmz
# Source: A hole.
# Digests: wtmzicghclioylon wtmzicghclioylon
built-def-wtmz = A hole.

## Said

# [ ] missing. Heading of level 2
# See https://example.org/r/water/en/index.html#said
# Source: Said
# Digests: csxebn22xkumrjtg csxebn22xkumrjtg
said-heading = Said


# [ ] missing. Footnote [^1]
# See https://example.org/r/water/en/index.html#notes-note-opzl
# Source: A note, 50 %.
# Digests: opzlv3gbt65bcrtb opzlv3gbt65bcrtb
notes-note-opzl = A note, 50 %.
