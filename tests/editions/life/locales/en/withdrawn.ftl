# Written by “hexapla sync” from content/withdrawn/index.md: edit that file, not this one.

### A text that is gone

## Front matter

# Headline
# See https://example.org/news/withdrawn/en/index.html#meta-title
meta-title = A text that is gone
# Description for search engines and catalogues
# See https://example.org/news/withdrawn/en/index.html#meta-description
meta-description = Nobody is to read this any more.
# Editor’s note, among the notices above the text
# See https://example.org/news/withdrawn/en/index.html#meta-notice
meta-notice = It named the wrong office.

## What was said

# Heading of level 2
# See https://example.org/news/withdrawn/en/index.html#said
said-heading = What was said
# Paragraph
# See https://example.org/news/withdrawn/en/index.html#said-p-donw
said-p-donw = The office said this.
