# hexapla todo, version 1: water in zh
#
# Write your words after the “=”, in place of those that stand there. Then run: hexapla merge FILE
# A message whose words you changed counts as done. Where they are right as they stand, put an x
# between its brackets: [x]. What you leave as it is stays open.

### Clean water reaches 71 villages

# [ ] missing. Kind of release
# Source: News
# Digests: nf2s6iytwlyboote nf2s6iytwlyboote
meta-kind = News

## What was built

# [ ] missing. List item
# Source: Open `locales/ar/water.ftl`.
# Digests: 6dtnaw37dlxjofwh 6dtnaw37dlxjofwh
built-item-6dtn = Open `locales/ar/water.ftl`.

# [ ] missing. List item
# Source: A *second* paragraph,<br>with two lines and a ~~word~~.
# Digests: mcwevpsm3wfjthx3 mcwevpsm3wfjthx3
built-item-mcwe = A *second* paragraph,<br>with two lines and a ~~word~~.

# [ ] missing. List item
# Source: CO<sub>2</sub>, <abbr title="World He