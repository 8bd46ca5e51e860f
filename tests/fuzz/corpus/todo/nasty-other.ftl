# hexapla todo, version 1: ../x in zh
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
# Source: CO<sub>2</sub>, <abbr title="World Health">WH</abbr>, <span lang="ar">ماء</span>.
# Digests: f6ajztnqmqjpeudy f6ajztnqmqjpeudy
built-item-f6aj = CO<sub>2</sub>, <abbr title="World Health">WH</abbr>, <span lang="ar">ماء</span>.

# [ ] missing. List item
# Link [1]: #said
# Source: [what was said][1]
# Digests: itx5dtdkohv7bek5 itx5dtdkohv7bek5
built-item-itx5 = [what was said][1]

# [ ] missing. List item
# Source: { "{" } and `\{ "{" }`
# Digests: 4t5njttiaa4ycsmj ngbipdmuzkbniuan
built-item-4t5n = { "{" } and `\{ "{" }`

# [ ] missing. Image: .alt is its text alternative, .caption its caption
# .alt: Source: A map
# .alt: Digests: sycdx2ev4wkrwim4 sycdx2ev4wkrwim4
# .caption: Source: The map
# .caption: Digests: 3ryrxm4pkbtkpuyo 3ryrxm4pkbtkpuyo
built-img-sycd =
    .alt = A map
    .caption = The map

# [ ] missing. Paragraph set apart
# Source: Take care.
# Digests: 5t4axtgtb2xos73q 5t4axtgtb2xos73q
built-alert-5t4a = Take care.
