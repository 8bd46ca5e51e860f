# Written by “hexapla sync” from content/water/index.md: edit that file, not this one.

### Clean water reaches 71 villages

## Front matter

# Headline
# See https://example.org/r/water/en/index.html#meta-title
meta-title = Clean water reaches 71 villages
# Description for search engines and catalogues
# See https://example.org/r/water/en/index.html#meta-description
meta-description = Wells and pipes were opened this week.
# Kind of release
# See https://example.org/r/water/en/index.html#meta-kind
meta-kind = News

## Before the first heading

# Paragraph
# Note: { -unoct } is a term.
# Link [1]: https://www.un.org/en/water
# Link [2]: https://example.org/
# See https://example.org/r/water/en/index.html#lead-p-f6q2
lead-p-f6q2 = The { -unoct } opened the **last** of 71 wells on { $date }.[^1] See [the report][1] or [https://example.org/][2].

## What was built

# Heading of level 2
# See https://example.org/r/water/en/index.html#built
built-heading = What was built
# List item
# See https://example.org/r/water/en/index.html#built-item-6dtn
built-item-6dtn = Open `locales/ar/water.ftl`.
# List item
# See https://example.org/r/water/en/index.html#built-item-mcwe
built-item-mcwe = A *second* paragraph,<br>with two lines and a ~~word~~.
# List item
# See https://example.org/r/water/en/index.html#built-item-f6aj
built-item-f6aj = CO<sub>2</sub>, <abbr title="World Health">WH</abbr>, <span lang="ar">ماء</span>.
# List item
# Link [1]: #said
# See https://example.org/r/water/en/index.html#built-item-itx5
built-item-itx5 = [what was said][1]
# List item
# See https://example.org/r/water/en/index.html#built-item-4t5n
built-item-4t5n = { "{" } and `\{ "{" }`
# Image: .alt is its text alternative, .caption its caption
# See https://example.org/r/water/en/index.html#built-img-sycd
built-img-sycd =
    .alt = A map
    .caption = The map
# Caption of a table
# See https://example.org/r/water/en/index.html#built-caption-gmxa
built-caption-gmxa = Wells
# Header of a column
# See https://example.org/r/water/en/index.html#built-th-5fdd
built-th-5fdd = Place
# Header of a column
# See https://example.org/r/water/en/index.html#built-th-xwbm
built-th-xwbm = Number
# Cell of a table, column “Place”
# See https://example.org/r/water/en/index.html#built-td-ip4f
built-td-ip4f = North
# Cell of a table, column “Number”, row “North”
# See https://example.org/r/water/en/index.html#built-td-2qb3
built-td-2qb3 = 1,234
# Cell of a table, column “Place”
# See https://example.org/r/water/en/index.html#built-td-ojzg
built-td-ojzg = 中文
# Cell of a table, column “Number”, row “中文”
# See https://example.org/r/water/en/index.html#built-td-54wr
built-td-54wr = 5
# Paragraph set apart
# See https://example.org/r/water/en/index.html#built-alert-5t4a
built-alert-5t4a = Take care.
# Term that is defined
# See https://example.org/r/water/en/index.html#built-term-xxd6
built-term-xxd6 = Well
# Definition of the term above
# See https://example.org/r/water/en/index.html#built-def-wtmz
built-def-wtmz = A hole.

## Said

# Heading of level 2
# See https://example.org/r/water/en/index.html#said
said-heading = Said
# Quotation (without outer quotation marks)
# See https://example.org/r/water/en/index.html#said-quote-5j3t
said-quote-5j3t = Water is a right.
# Who said the quotation above
# See https://example.org/r/water/en/index.html#said-by-q3hm
said-by-q3hm = The Director

## Footnotes

# Footnote [^1]
# See https://example.org/r/water/en/index.html#notes-note-opzl
notes-note-opzl = A note, 50 %.
