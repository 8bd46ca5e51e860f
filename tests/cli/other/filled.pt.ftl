# hexapla todo, version 1: 2026-02-01-water in pt
#
# Write your words after the “=”, in place of those that stand there. Then run: hexapla merge FILE
# A message whose words you changed counts as done. Where they are right as they stand, put an x
# between its brackets: [x]. What you leave as it is stays open.

### Clean water reaches 71 villages

# [ ] missing. Headline
# Source: Clean water reaches 71 villages
# Digests: fxcxfltwap7xzdkl fxcxfltwap7xzdkl
meta-title = Água limpa

# [ ] missing. Description for search engines and catalogues
# Source: Wells and pipes were opened this week.
# Digests: rn3xagppu5cpadef rn3xagppu5cpadef
meta-description = O último poço foi inaugurado.

# [ ] missing. Paragraph
# Source: The last well was opened on { $date }.
# Digests: 5uqtvgsawtuhlbol tdkhapzvmcurylrh
lead-p-5uqt = O último poço foi aberto em { $date }.
