# Written by “hexapla sync” from content/embargoed/index.md: edit that file, not this one.

### A text that is not out yet

## Front matter

# Headline
# See https://example.org/news/embargoed/en/index.html#meta-title
meta-title = A text that is not out yet
# Description for search engines and catalogues
# See https://example.org/news/embargoed/en/index.html#meta-description
meta-description = Nobody may publish this yet.

## Before the first heading

# Paragraph
# See https://example.org/news/embargoed/en/index.html#lead-p-yopb
lead-p-yopb = The text that is not out yet.
