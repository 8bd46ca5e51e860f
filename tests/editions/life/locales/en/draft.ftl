# Written by “hexapla sync” from content/draft/index.md: edit that file, not this one.

### A text that is being written

## Front matter

# Headline
# See https://example.org/news/draft/en/index.html#meta-title
meta-title = A text that is being written
# Description for search engines and catalogues
# See https://example.org/news/draft/en/index.html#meta-description
meta-description = A draft.

## Before the first heading

# Paragraph
# See https://example.org/news/draft/en/index.html#lead-p-7gnf
lead-p-7gnf = The first paragraph.
