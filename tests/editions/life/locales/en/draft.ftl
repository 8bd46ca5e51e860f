# Written by “hexapla sync” from content/draft/index.md: edit that file, not this one.

### A text that is being written

## Front matter

# Headline
meta-title = A text that is being written
# Description for search engines and catalogues
meta-description = A draft.

## Before the first heading

# Paragraph
lead-p-7gnf = The first paragraph.
