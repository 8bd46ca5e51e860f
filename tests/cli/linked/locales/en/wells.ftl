# Written by “hexapla sync” from content/wells/index.md: edit that file, not this one.

### Wells for 71 villages

## Front matter

# Headline
meta-title = Wells for 71 villages
# Description for search engines and catalogues
meta-description = What was dug, and where.

## Before the first heading

# Paragraph
# Link [1]: #figures
# Link [2]: #map
lead-p-wmjl = The figures stand in [the second part][1], the source under [the map][2].

## Where they are

# Heading of level 2
map-heading = Where they are
# Paragraph
map-p-pcna = In the north.

## Figures

# Heading of level 2
figures-heading = Figures
# Paragraph
figures-p-gnde = There are 71 of them. The text `](#figures)` is code.
