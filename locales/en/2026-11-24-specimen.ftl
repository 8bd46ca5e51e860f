# Written by “hexapla sync” from content/2026-11-24-specimen/index.md: edit that file, not this one.

### One text, six languages, eighteen editions

## Front matter

# Headline
meta-title = One text, six languages, eighteen editions
# Description for search engines and catalogues
meta-description = A release about Hexapla itself. It shows what a press release seldom needs: a picture, a table, lists, notes, definitions and code.
# Kind of release
meta-kind = Specimen
# Series or event that the release belongs to
meta-series = Specimens of Hexapla
# Publisher
meta-organisation = The Hexapla project
# What the source was, for “About this text”
meta-source = Written in English for this project, to show every kind of block that an edition can hold.

## Before the first heading

# Paragraph
# Note: { -united-nations } is a term: it stands for the name in your terms file, and takes the case that you ask for. “cite” marks the title of a work and its language, Greek in Latin letters; give the title as your language knows it.
lead-p-fyst = Hexapla turns one release into eighteen editions: HyperText Markup Language (HTML), EPUB and plain text, in each of the six official languages of the { -united-nations }. It is named after the <cite lang="grc-Latn">Hexapla</cite> of Origen, who in the third century set a sacred text in six columns, side by side.[^1] Our columns are six languages, and one rule keeps them side by side:
# Paragraph
# Note: The sign <br> is the end of the first line; keep it.
lead-p-uixu = Structure is written **once**;<br>words are written **six times**.
# Paragraph
# Note: This paragraph is about the English word “release” only. Where your language has two words, leave the paragraph out: give it the value { "" }.
lead-p-ibfl = In English, “release” can mean a text for the press or a new version of a program. On this page it always means the text.

## The way of a text

# Heading of level 2
the-way-of-a-text-heading = The way of a text
# Paragraph
# Note: A long paragraph, which you may split in two: a blank line begins the second.
the-way-of-a-text-p-c2af = An author writes the release in Markdown. Every heading, paragraph, table cell and note becomes a message in a Fluent Translation List (FTL), under a name that it keeps for good. Translators replace the words of a message and *nothing else*: headings, links and pictures come from the source, so that no edition can drop a heading, swap two quotations or lose a link. Suppose that an author corrects a date, ~~25 May 2021~~ <time datetime="2021-05-26">26 May 2021</time>: the five translations of that paragraph now count as out of date until a person has looked at them. A paragraph published without a translation stands in the language of the source, and is marked and counted.
# Image: .alt is its text alternative, .caption its caption
# Note: .alt describes the picture to those who do not see it; the names of languages and formats are in the picture and stay in Latin letters.
the-way-of-a-text-img-4zoi =
    .alt = A tree that grows downwards. At the top, one page. Below it, six boxes: ar, zh, en, fr, ru, es. Below each of the six, three boxes: HTML, EPUB, TXT (plain text).
    .caption = From one source to eighteen editions
# Paragraph
the-way-of-a-text-p-dsyl = A translator works in three steps:
# List item
the-way-of-a-text-item-u43m = Open the file of your language, such as `locales/ar/2026-11-24-specimen.ftl`.
# List item
the-way-of-a-text-item-v6ve = In an <abbr title="Fluent Translation List">FTL</abbr> file, one message is one line.
# List item
the-way-of-a-text-item-ryjp = Translate the words and keep the signs:
# List item
the-way-of-a-text-item-jwmt = stars stand in pairs around words that are *stressed* or **strong**;
# List item
the-way-of-a-text-item-bxnt = a link keeps its number, for its address is stored elsewhere;
# List item
the-way-of-a-text-item-izlm = the opening brace { "{" } begins a placeable, so an author who means the sign itself writes `\{ "{" }`.
# List item
the-way-of-a-text-item-6vni = Look for mistakes, then build the editions of your language:

## What each edition holds

# Heading of level 2
what-each-edition-holds-heading = What each edition holds
# Paragraph
# Link [1]: https://www.w3.org/TR/epub-33/
what-each-edition-holds-p-ewqm = All three formats hold the same words. A reader meets them as a web page, as a book that follows [EPUB 3.3][1], or as bare lines of text.
# Caption of a table
what-each-edition-holds-caption-o6xg = How a reader meets the parts of a release
# Header of a column
what-each-edition-holds-th-f42d = Format
# Header of a column
what-each-edition-holds-th-upty = Headings
# Header of a column
what-each-edition-holds-th-sasm = Links
# Header of a column
what-each-edition-holds-th-dzre = Pictures
# Cell of a table, column “Format”
what-each-edition-holds-td-a4rz = HTML
# Cell of a table, column “Headings”, row “HTML”
what-each-edition-holds-td-4vle = listed before the text, if four or more
# Cell of a table, column “Links”, row “HTML”
what-each-edition-holds-td-nzrh = in the text
# Cell of a table, column “Pictures”, row “HTML”
what-each-edition-holds-td-vllb = shown, with a description
# Cell of a table, column “Format”
what-each-edition-holds-td-gqz2 = EPUB
# Cell of a table, column “Headings”, row “EPUB”
what-each-edition-holds-td-7uya = listed by the reading system
# Cell of a table, column “Links”, row “EPUB”
what-each-edition-holds-td-x3sr = in the text
# Cell of a table, column “Pictures”, row “EPUB”
what-each-edition-holds-td-amv3 = shown, with a description
# Cell of a table, column “Format”
what-each-edition-holds-td-z5aw = Plain text
# Cell of a table, column “Headings”, row “Plain text”
what-each-edition-holds-td-72xj = set apart by blank lines
# Cell of a table, column “Links”, row “Plain text”
what-each-edition-holds-td-c3yd = numbered, with addresses listed after the text
# Cell of a table, column “Pictures”, row “Plain text”
what-each-edition-holds-td-o4li = described in words
# Paragraph
# Link [1]: #words-used-here
what-each-edition-holds-p-lg7v = Small signs are marked up, not imitated: carbon dioxide (CO<sub>2</sub>), square metres (m<sup>2</sup>). Each section has one name in all languages: `#words-used-here` leads to [the words used here][1] in every HTML and EPUB edition. Only the language in an address changes, such as `ar` or `zh`.[^2]
# Paragraph set apart
what-each-edition-holds-alert-dj5r = Programs find many barriers, but not all. Whether an edition reads well is for people to say, above all for those who read by ear, by touch or in large print.

## Why it matters

# Heading of level 2
why-it-matters-heading = Why it matters
# Paragraph
# Note: The Latin words stay in Latin, marked as such; translate their meaning in the brackets.
why-it-matters-p-2ocm = <span lang="la">Verba volant, scripta manent</span> (spoken words fly away, written ones remain) is an old saying. For someone who listens to a page, written words must fly well, too, for they are everyone’s:
# Quotation (without outer quotation marks)
# Note: Use the official text of the Declaration in your language.
why-it-matters-quote-zjef = Everyone has the right to freedom of opinion and expression; this right includes freedom to hold opinions without interference and to seek, receive and impart information and ideas through any media and regardless of frontiers.
# Who said the quotation above
# Link [1]: https://www.un.org/en/about-us/universal-declaration-of-human-rights
why-it-matters-by-vitk = [Universal Declaration of Human Rights][1], Article 19

## Words used here

# Heading of level 2
words-used-here-heading = Words used here
# Term that is defined
words-used-here-term-4aqo = Release
# Definition of the term above
words-used-here-def-a44y = A text that an organization publishes on a date, with everything that belongs to it.
# Term that is defined
words-used-here-term-f53w = Message
# Definition of the term above
words-used-here-def-lk6j = The words of one part of a release, such as a heading or a paragraph, in one language.
# Term that is defined
words-used-here-term-6n3j = Edition
# Definition of the term above
words-used-here-def-zrzf = A release in one language and one format, complete in itself.

## Footnotes

# Footnote [^1]
notes-note-acjt = The columns held the Hebrew text, the same text in Greek letters, and four translations into Greek.
# Footnote [^2]
notes-note-gn44 = In an address, `zh` is Chinese in simplified characters; its full language tag is `zh-Hans`.
