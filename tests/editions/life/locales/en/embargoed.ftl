# Written by “hexapla sync” from content/embargoed/index.md: edit that file, not this one.

### A text that is not out yet

## Front matter

# Headline
meta-title = A text that is not out yet
# Description for search engines and catalogues
meta-description = Nobody may publish this yet.

## Before the first heading

# Paragraph
lead-p-yopb = The text that is not out yet.
