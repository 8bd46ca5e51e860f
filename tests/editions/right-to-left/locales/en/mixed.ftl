# Written by “hexapla sync” from content/mixed/index.md: edit that file, not this one.

### Resolution 71/291 and EPUB 3.3

## Front matter

# Headline
meta-title = Resolution 71/291 and EPUB 3.3
# Description for search engines and catalogues
meta-description = Two directions in one line.

## Before the first heading

# Paragraph
# Link [1]: mailto:a@un.org
lead-p-mxg6 = Follow @UN_OCT and #UNiteToCounterTerrorism, 25–26 May, or write to [a@un.org][1].
# Paragraph
# Link [1]: https://www.un.org/en/71/291
lead-p-zrgv = See [resolution 71/291][1] (UNOCT), `locales/ar/a.ftl` and CO<sub>2</sub>.
# Paragraph
lead-p-7eui = The word <span lang="ar">سلام</span> means peace, and <q lang="ar">سلام</q> is a greeting.
# Header of a column
lead-th-3ti5 = Name
# Header of a column
lead-th-xwbm = Number
# Cell of a table, column “Name”
lead-td-s4t7 = EPUB 3.3
# Cell of a table, column “Number”, row “EPUB 3.3”
lead-td-m3n2 = 1,000
