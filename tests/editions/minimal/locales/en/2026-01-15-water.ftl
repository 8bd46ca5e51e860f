# Written by “hexapla sync” from content/2026-01-15-water/index.md: edit that file, not this one.

### Clean water reaches 71 villages

## Front matter

# Headline
meta-title = Clean water reaches 71 villages
# Description for search engines and catalogues
meta-description = Wells and pipes were opened this week.
# Kind of release
meta-kind = Press release
# Place, before the date
meta-place = Geneva

## Before the first heading

# Paragraph
# Link [1]: https://www.un.org/en/observances/water-day
lead-p-npw7 = The [last well][1] was opened on { $date }.
# Image: .alt is its text alternative, .caption its caption
lead-img-xa4p =
    .alt = A tap with running water
    .caption = The tap in the market square

## Thanks

# Heading of level 2
thanks-heading = Thanks
# Quotation (without outer quotation marks)
thanks-quote-ex4t = Water is life.
# Who said the quotation above
thanks-by-cymc = Ms. Amina Haddad
