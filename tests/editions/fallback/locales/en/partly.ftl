# Written by “hexapla sync” from content/partly/index.md: edit that file, not this one.

### Partly translated

## Front matter

# Headline
meta-title = Partly translated
# Description for search engines and catalogues
meta-description = What is not translated stands in the language of the source.

## Before the first heading

# Paragraph
lead-p-ek4v = The first paragraph is translated.
# Paragraph
lead-p-kftc = The second paragraph is not.

## A heading without translation

# Heading of level 2
untranslated-heading = A heading without translation
# List item
untranslated-item-4zv5 = One item is translated.
# List item
untranslated-item-nzwr = Another is not.

## A heading with translation

# Heading of level 2
translated-heading = A heading with translation
# Paragraph
# Changed since it was translated (ar, zh). Before: This paragraph was translated before it changed.
translated-p-avgm = This paragraph was translated before it was changed by its author.
# Paragraph
translated-p-wv7w = This one is left out on purpose, and this one is split.
