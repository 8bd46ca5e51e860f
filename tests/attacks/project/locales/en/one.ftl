# Written by “hexapla sync” from content/one/index.md: edit that file, not this one.

### Clean water

## Front matter

# Headline
# See https://www.un.org/releases/one/en/index.html#meta-title
meta-title = Clean water
# Description for search engines and catalogues
# See https://www.un.org/releases/one/en/index.html#meta-description
meta-description = Wells were opened this week.

## Before the first heading

# Paragraph
# Link [1]: https://www.un.org/en/report
# See https://www.un.org/releases/one/en/index.html#lead-p-w2dk
lead-p-w2dk = The wells of the { -office } were opened. See [the report][1].
# Image: .alt is its text alternative
# See https://www.un.org/releases/one/en/index.html#lead-img-yklm
lead-img-yklm =
    .alt = A tree

## Next steps

# Heading of level 2
# See https://www.un.org/releases/one/en/index.html#next
next-heading = Next steps
# Paragraph
# Link [1]: mailto:desk@un.org
# Link [2]: #next
# See https://www.un.org/releases/one/en/index.html#next-p-7l3b
next-p-7l3b = Write to [the desk][1], or read [the steps][2].
