# Written by “hexapla sync” from content/rivers/index.md: edit that file, not this one.

### Rivers

## Front matter

# Headline
meta-title = Rivers
# Description for search engines and catalogues
meta-description = What flows, and where.

## Figures

# Heading of level 2
figures-heading = Figures
# Paragraph
figures-p-pvcv = There are seven.
