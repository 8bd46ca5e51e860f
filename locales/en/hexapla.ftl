# The furniture of the editions: every phrase that is not the release’s own words.

### A project overrides single messages in its own locales/<locale>/hexapla.ftl.
### Sentences end with a full stop, labels and headings do not.

## Navigation of a page

# First link of a page, for readers who use a keyboard or a screen reader: it jumps over the header.
skip-link = Skip to the text
# Label of the navigation between the languages of a release.
languages = Languages
# $language (String) is the own name of a language in which the release is not published.
language-missing = { $language } (not available)
# Languages in a list: $languages (String) are those before, $language (String) is the next.
language-list = { $languages }, { $language }
# The name of a language, in the language of the page. $tag (String) is its BCP 47 tag, $name (String) its own name.
language-name =
    { $tag ->
        [ar] Arabic
        [zh] Chinese
        [en] English
        [fr] French
        [ru] Russian
        [es] Spanish
       *[other] { $name }
    }
# Heading of the table of contents.
contents = Contents
# An entry of the table of contents, where the same heading stands in several sections: a person who speaks twice. $heading (String) is that heading, $session (String) the heading of the section around it.
heading-in-session = { $heading } ({ $session })
# Heading of a list of releases, newest first.
releases = Releases
# Heading of a page on which the reader chooses a language.
choose-language = Choose a language
# Heading of the ways to a release in several languages, paragraph beside paragraph.
parallel = Languages side by side
# Title of such a page. $title (String) is the headline, $languages (String) a list of languages.
parallel-title = { $title } ({ $languages })
# Name of a paragraph in such a page, as a button that unfolds links. $number (Number).
paragraph = Paragraph { NUMBER($number) }
# Link of that paragraph to itself, for its address. $number (Number).
paragraph-link = Link to paragraph { NUMBER($number) }
# Landmark of a book, and first entry of a table of contents: where the text begins.
start-of-text = Start of the text
# Title of a page. $title (String) is the headline, $organisation (String) the publisher.
page-title = { $title } — { $organisation }

## Place and date

# $place (String) is a town, $date (String) a date as date-long gives it.
dateline = { $place }, { $date }
# A date in running text. $day, $month and $year are numbers.
date-long =
    { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }

## Notices at the top of an edition

# The edition is a translation of our own. $source (String) is the tag of the language of the original, $name (String) its own name.
unofficial-translation =
    { $source ->
        [ar] Unofficial translation from Arabic.
        [zh] Unofficial translation from Chinese.
        [en] Unofficial translation from English.
        [fr] Unofficial translation from French.
        [ru] Unofficial translation from Russian.
        [es] Unofficial translation from Spanish.
       *[other] Unofficial translation from the original ({ $name }).
    }
# Link to the original. $source and $name as above.
original-text =
    { $source ->
        [ar] Original text in Arabic
        [zh] Original text in Chinese
        [en] Original text in English
        [fr] Original text in French
        [ru] Original text in Russian
        [es] Original text in Spanish
       *[other] Original text ({ $name })
    }
# $count (Number): paragraphs that stand in the language of the original.
untranslated =
    { $count ->
        [one] { NUMBER($count) } paragraph is not translated and stands in the language of the original.
       *[other] { NUMBER($count) } paragraphs are not translated and stand in the language of the original.
    }
# $count (Number): paragraphs whose original has changed since they were translated.
outdated =
    { $count ->
        [one] The original of { NUMBER($count) } paragraph has changed since it was translated.
       *[other] The original of { NUMBER($count) } paragraphs has changed since they were translated.
    }

## Speakers and quotations

# Link to the full text of a statement. $speaker (String) is a heading: name and post.
statement-by = Statement by { $speaker }
# The same where a person speaks in several sessions. $session (String) is the heading of the session.
statement-by-in-session = Statement by { $speaker } ({ $session })
# Stands under the name of a speaker of whom the source quotes nothing.
no-quotation = The source gives no quotation.
# Quotation marks of the language, outer and inner. Spaces that belong to them are written here.
quotation-open = “
quotation-close = ”
inner-quotation-open = ‘
inner-quotation-close = ’
# Who said a quotation, in plain text, on a line of its own. $name (String).
attribution = — { $name }

## Notes, links, images, tables

# Heading of the notes at the end.
notes = Notes
# Label of a reference to a note. $number (Number).
note = Note { NUMBER($number) }
# Label of the link from a note back to the text. $number (Number).
note-back = Back to the reference to note { NUMBER($number) }
# A note in plain text. $number (Number), $text (String).
note-line = Note { NUMBER($number) }. { $text }
# Heading of the list of link targets in plain text.
links = Links
# Words that are struck out (no longer valid), in plain text. $words (String).
struck-out = [deleted: { $words }]
# An image in plain text. $alt (String) is its text alternative.
image = Image: { $alt }
# The caption of an image in plain text. $caption (String).
image-caption = Caption: { $caption }
# Name of a table that has no caption.
table = Table
# The caption of a table in plain text. $caption (String).
table-caption = Table: { $caption }
# A cell of a table in plain text. $column (String) is the header of its column, $value (String) its words.
table-cell = { $column }: { $value }
# Between two cells of a row, and after the last. A space at the end is written as { " " }.
table-cell-separator = ;{ " " }
table-row-end = .
# A term and its definition in plain text. $term and $definition (String).
definition-line = { $term }: { $definition }
# Labels before and after program code in plain text. $language (String) is a programming language.
code = Code:
code-in = Code ({ $language }):
code-end = End of code.
# Labels of paragraphs set apart.
alert-note = Please note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution

## About the edition

# A label and its value on one line. $label and $value (String).
labelled = { $label }: { $value }
# Heading.
about = About this text
about-language = Language
about-published = Published
about-updated = Updated
about-source = Source
about-editions = In other languages
about-address = Address of this edition
# Heading of the links to other formats.
formats = Other formats
# Names of the formats.
format-html = Web page (HTML)
format-epub = Book (EPUB)
format-text = Plain text
# A download. $format (String) is the name of a format, $kilobytes (Number) its size in units of 1,000 bytes.
format-size = { $format }, { NUMBER($kilobytes) } kB
# Heading of the accessibility statement. The sentences that follow stand only where they are true.
accessibility = Accessibility
access-all-text = All content is text.
access-structure = Headings, lists and quotations are marked as such and stand in reading order.
access-contents = A table of contents leads to every section.
access-display = Text size, spacing and colours can be changed.
# $count (Number): images, all of which have a text alternative.
access-images =
    { $count ->
        [one] The image has a text alternative.
       *[other] All { NUMBER($count) } images have text alternatives.
    }
# $count (Number): tables, all of which have a caption and headers.
access-tables =
    { $count ->
        [one] The table has a caption and headers.
       *[other] All { NUMBER($count) } tables have captions and headers.
    }
access-languages = Words in other languages are marked as such for speech and braille.
access-no-hazards = Nothing flashes, moves or makes a sound.
access-unlocked = The file has no copy protection.
# Stands before an address (mail or web), without punctuation of its own at the end.
ask-for-format = To ask for this text in another format, for example large print or braille, write to
