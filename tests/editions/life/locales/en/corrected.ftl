# Written by “hexapla sync” from content/corrected/index.md: edit that file, not this one.

### A text that was put right

## Front matter

# Headline
meta-title = A text that was put right
# Description for search engines and catalogues
meta-description = What a correction looks like.
# Place, before the date
meta-place = New York
# Correction: what was wrong, and what is right
# Link [1]: https://www.un.org/en/71/291
lead-correction-fxjl = An earlier version gave the year of [resolution 71/291][1] as 2016.
# Correction: what was wrong, and what is right
lead-correction-nt4s = The name of the office is now complete.

## Before the first heading

# Paragraph
lead-p-o3pn = The resolution was adopted in 2017.
# Paragraph
lead-p-ruud = The text was last changed on { $updated }.
# Image: .alt is its text alternative
lead-img-yklm =
    .alt = A tree
