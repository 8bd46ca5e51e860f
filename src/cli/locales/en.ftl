# The program's own words: they stand in no edition. First, those of `hexapla preview`.

# Name of the part of a previewed page in which a translator works.
bar = Translator’s bar
# Link at the top of a previewed page.
skip-to-bar = Skip to the translator’s bar

# What an entry of the bar is about.
not-translated = Not translated
out-of-date = Out of date
error = Error
warning = Warning
allowed = Allowed
# Stands between two of them: “Out of date, Warning”.
separator = { ", " }
# How many of them there are: “Not translated: 3”.
count = { $what }: { NUMBER($count) }

# Buttons.
previous = Previous
next = Next
# Heading of an entry. $what: “Not translated”.
entry = { NUMBER($number) } of { NUMBER($all) }: { $what }

# Labels before words, an id, and a file with a line.
source = Source
translation = Translation
message = Message
place = Place
# Buttons beside the id and the place.
copy-message = Copy the message’s id
copy-place = Copy the place
# Said after one of them was pressed.
copied = Copied.
# The same, where the browser does not allow it: the words are selected.
marked = Selected. Copy with the keyboard.
# Link from an entry to its words.
show-in-text = Show in the text
# Label before advice.
help = What to do

# There is no entry.
nothing-open = Everything is translated and up to date, and the checks find nothing.
# Headings.
others = All other messages
other-findings = Findings that are about no message

# Said when a file was saved and the page shows it.
made-anew = The page has been brought up to date.
# Said when the program was stopped.
lost = The preview no longer answers. It is tried again.
# Notices.
not-published = There are errors. This is shown here, but it would not be published.
older = The files cannot be read as they are. What is shown is the last that could be made.

# Pages in place of an edition.
cannot-be-made = This page cannot be made
put-right = Put right what is named here and save the file. The page will then appear by itself.
no-such-page = There is no such page
to-the-beginning = Go to the first page
