# Written by “hexapla sync” from content/session/index.md: edit that file, not this one.

### Two sessions

## Front matter

# Headline
meta-title = Two sessions
# Description for search engines and catalogues
meta-description = Speakers, statements and quotations.
# Kind of release
meta-kind = Press release
# Place, before the date
meta-place = Geneva

## Before the first heading

# Quotation (without outer quotation marks)
lead-quote-prc5 = A quotation alone.
# Who said the quotation above
lead-by-e3oh = A. Author
# Quotation (without outer quotation marks)
lead-quote-y3ke = A quotation whose attribution is a paragraph of its own.
# Who said the quotation above
# Link [1]: https://www.un.org/charter
lead-by-e74a = [The charter][1], Article 1
# Quotation (without outer quotation marks)
lead-quote-ejtm = — not an attribution: nothing stands before it

## Morning

# Heading of level 2
morning-heading = Morning

## Ms. Ann

# Heading of level 3
ann-morning-heading = Ms. Ann
# Quotation (without outer quotation marks)
ann-morning-quote-ynzy = First words.
# Quotation (without outer quotation marks)
ann-morning-quote-l6p6 = Second words, with “inner” ones.
# Paragraph
# Link [1]: https://www.un.org/ann-morning
ann-morning-p-jwdq = [Statement][1]

## Mr. Bob

# Heading of level 3
bob-heading = Mr. Bob
# Paragraph
# Link [1]: https://www.un.org/bob
bob-p-jwdq = [Statement][1]

## Afternoon

# Heading of level 2
afternoon-heading = Afternoon

## Ms. Ann

# Heading of level 3
ann-afternoon-heading = Ms. Ann
# Quotation (without outer quotation marks)
ann-afternoon-quote-srfr = Last words.
# Paragraph
# Link [1]: https://www.un.org/ann-afternoon
ann-afternoon-p-jwdq = [Statement][1]
# Paragraph
# Link [1]: https://www.un.org/film
ann-afternoon-p-q3as = [Film of the afternoon][1]
