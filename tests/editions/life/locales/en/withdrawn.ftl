# Written by “hexapla sync” from content/withdrawn/index.md: edit that file, not this one.

### A text that is gone

## Front matter

# Headline
meta-title = A text that is gone
# Description for search engines and catalogues
meta-description = Nobody is to read this any more.
# Editor’s note, among the notices above the text
meta-notice = It named the wrong office.

## What was said

# Heading of level 2
said-heading = What was said
# Paragraph
said-p-donw = The office said this.
