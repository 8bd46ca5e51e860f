# Written by “hexapla sync” from content/corrected/index.md: edit that file, not this one.

### A text that was put right

## Front matter

# Headline
# See https://example.org/news/corrected/en/index.html#meta-title
meta-title = A text that was put right
# Description for search engines and catalogues
# See https://example.org/news/corrected/en/index.html#meta-description
meta-description = What a correction looks like.
# Place, before the date
# See https://example.org/news/corrected/en/index.html#meta-place
meta-place = New York
# Correction: what was wrong, and what is right
# Link [1]: https://www.un.org/en/71/291
# See https://example.org/news/corrected/en/index.html#lead-correction-fxjl
lead-correction-fxjl = An earlier version gave the year of [resolution 71/291][1] as 2016.
# Correction: what was wrong, and what is right
# See https://example.org/news/corrected/en/index.html#lead-correction-nt4s
lead-correction-nt4s = The name of the office is now complete.

## Before the first heading

# Paragraph
# See https://example.org/news/corrected/en/index.html#lead-p-o3pn
lead-p-o3pn = The resolution was adopted in 2017.
# Paragraph
# See https://example.org/news/corrected/en/index.html#lead-p-ruud
lead-p-ruud = The text was last changed on { $updated }.
