# Written by “hexapla sync” from content/all/index.md: edit that file, not this one.

### Every setting

## Front matter

# Headline
# See https://example.org/press/all/en/index.html#meta-title
meta-title = Every setting
# Description for search engines and catalogues
# See https://example.org/press/all/en/index.html#meta-description
meta-description = What the settings of a project change in its editions.
# Kind of release
# See https://example.org/press/all/en/index.html#meta-kind
meta-kind = Press release
# Place, before the date
# See https://example.org/press/all/en/index.html#meta-place
meta-place = Geneva
# What the source was, for “About this text”
# See https://example.org/press/all/en/index.html#meta-source
meta-source = Written for a test.
# Editor’s note, among the notices above the text
# Link [1]: https://www.un.org/en/lost
# See https://example.org/press/all/en/index.html#meta-notice
meta-notice = The words on [the programme of the meeting][1] are lost.

## Before the first heading

# Paragraph
# Link [1]: https://www.un.org/en/page
# See https://example.org/press/all/en/index.html#lead-p-dy3c
lead-p-dy3c = On { $date } the office opened [a page][1] of its own, which is long enough to be wrapped.[^1]

## Footnotes

# Footnote [^1]
# See https://example.org/press/all/en/index.html#notes-note-4eyf
notes-note-4eyf = A note, too.
