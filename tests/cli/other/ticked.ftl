# hexapla todo, version 1: water in ar
#
# Write your words after the “=”, in place of those that stand there. Then run: hexapla merge FILE
# A message whose words you changed counts as done. Where they are right as they stand, put an x
# between its brackets: [x]. What you leave as it is stays open.

### Clean water reaches 71 villages

# [x] stale. Paragraph
# Before: The last well was opened on { $date }.
# Source: The last of the wells was opened on { $date }.
# Changed: The last [-well-]{+of the wells+} was opened on { $date }.
# Digests: x3y4fez7hozhxvto lespcrpcg3vzd3sk
lead-p-5uqt = افتُتحت البئر الأخيرة في { $date }.
