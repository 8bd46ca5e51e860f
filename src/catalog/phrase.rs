//! The furniture of the editions: every phrase that is not the release's own words.

/// Declares an enumeration of phrases: variant, Fluent message, and the variables of the message.
macro_rules! phrases {
    ($(#[doc = $about:literal])* $phrase:ident; $($(#[doc = $doc:literal])* $name:ident = $id:literal $({ $($field:ident: $type:ty = $sample:expr),* })?;)*) => {
        $(#[doc = $about])*
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub enum $phrase<'a> {
            $($(#[doc = $doc])* $name $({ $(
                #[doc = concat!("Fluent variable `$", stringify!($field), "`.")]
                $field: $type
            ),* })?,)*
        }

        impl $phrase<'_> {
            /// Every phrase, with sample values: what the words of a locale are tried with.
            pub const SAMPLES: &'static [$phrase<'static>] =
                &[$($phrase::$name $({ $($field: $sample),* })?),*];

            /// The id of the Fluent message.
            pub fn id(&self) -> &'static str {
                match self {
                    $(Self::$name $({ $($field: _),* })? => $id,)*
                }
            }

            /// The variables of the message.
            pub(super) fn args(&self) -> fluent::FluentArgs<'_> {
                let mut args = fluent::FluentArgs::new();
                match self {
                    $(Self::$name $({ $($field),* })? => { $($(args.set(stringify!($field), *$field);)*)? })*
                }
                args
            }
        }
    };
}

pub(super) use phrases;

phrases! {
    /// One phrase of the furniture, with what it speaks of.
    Phrase;
    /// First link of a page: leads to the main content.
    SkipLink = "skip-link";
    /// Label of the navigation between languages.
    Languages = "languages";
    /// A language in which the release is not published.
    LanguageMissing = "language-missing" { language: &'a str = "Español" };
    /// The name of a language (`tag`: its primary subtag, `zh`) in the language of the page; `name` is its own name.
    LanguageName = "language-name" { tag: &'a str = "en", name: &'a str = "English" };
    /// Languages in a list: those before, and the next.
    LanguageList = "language-list" { languages: &'a str = "English, Arabic", language: &'a str = "Chinese" };
    /// Heading of the ways to a release in several languages beside each other.
    Parallel = "parallel";
    /// Title of a page in several languages: headline and languages.
    ParallelTitle = "parallel-title" { title: &'a str = "Title", languages: &'a str = "English, Arabic" };
    /// Name of a paragraph that has a number.
    Paragraph = "paragraph" { number: usize = 12 };
    /// Link of a paragraph to itself: its address.
    ParagraphLink = "paragraph-link" { number: usize = 12 };
    /// Place and date of a release.
    Dateline = "dateline" { place: &'a str = "New York", date: &'a str = "26 May 2021" };
    /// A calendar date.
    DateLong = "date-long" { day: u8 = 26, month: u8 = 5, year: u16 = 2021 };
    /// Title of a page: headline and organisation.
    PageTitle = "page-title" { title: &'a str = "Title", organisation: &'a str = "UNOCT" };
    /// The edition is a translation that no native reviser has signed. `source`: primary
    /// subtag of the language of the original, `name` its own name.
    UnofficialTranslation = "unofficial-translation" { source: &'a str = "en", name: &'a str = "English" };
    /// Link to the original.
    OriginalText = "original-text" { source: &'a str = "en", name: &'a str = "English" };
    /// How many paragraphs stand in the language of the original.
    Untranslated = "untranslated" { count: usize = 2 };
    /// How many paragraphs have changed in the original since they were translated.
    Outdated = "outdated" { count: usize = 2 };
    /// The edition is a draft.
    Draft = "draft";
    /// The edition is not to be published before a time: `hour` and `minute` in digits, `zone` as in `UTC+1`.
    Embargoed = "embargoed" { hour: &'a str = "10", minute: &'a str = "00", zone: &'a str = "UTC+1", date: &'a str = "1 December 2026" };
    /// What was published is no longer to be read.
    Withdrawn = "withdrawn";
    /// Name of the list of corrections.
    Corrections = "corrections";
    /// Label of a correction.
    Correction = "correction" { date: &'a str = "26 May 2021" };
    /// Heading of the table of contents.
    Contents = "contents";
    /// A heading in the table of contents, where the same heading stands in several sections.
    HeadingInSession = "heading-in-session" { heading: &'a str = "Ms. A", session: &'a str = "Opening session" };
    /// Link to a statement.
    StatementBy = "statement-by" { speaker: &'a str = "Ms. A" };
    /// Link to a statement, where the same person speaks in several sessions.
    StatementBySession = "statement-by-in-session" { speaker: &'a str = "Ms. A", session: &'a str = "Opening session" };
    /// A speaker of whom the source quotes nothing.
    NoQuotation = "no-quotation";
    /// Opening quotation mark of a quotation.
    QuotationOpen = "quotation-open";
    /// Closing quotation mark of a quotation.
    QuotationClose = "quotation-close";
    /// Opening quotation mark inside a quotation.
    InnerQuotationOpen = "inner-quotation-open";
    /// Closing quotation mark inside a quotation.
    InnerQuotationClose = "inner-quotation-close";
    /// Who said a quotation, in plain text.
    Attribution = "attribution" { name: &'a str = "A. Author" };
    /// Heading of the notes.
    Notes = "notes";
    /// Label of a reference to a note, and of the note.
    Note = "note" { number: usize = 1 };
    /// Label of the link from a note back to the text.
    NoteBack = "note-back" { number: usize = 1 };
    /// A note in plain text: label and words.
    NoteLine = "note-line" { number: usize = 1, text: &'a str = "Words." };
    /// Heading of the list of link targets in plain text.
    Links = "links";
    /// Words that are struck out, in plain text.
    StruckOut = "struck-out" { words: &'a str = "25 May" };
    /// An image in plain text.
    Image = "image" { alt: &'a str = "A chart" };
    /// The caption of an image in plain text.
    ImageCaption = "image-caption" { caption: &'a str = "Figure" };
    /// Label of a table, or name of one without caption.
    Table = "table";
    /// The caption of a table in plain text.
    TableCaption = "table-caption" { caption: &'a str = "Languages" };
    /// One cell of a row in plain text.
    TableCell = "table-cell" { column: &'a str = "Language", value: &'a str = "Arabic" };
    /// Between two cells of a row in plain text.
    TableCellSeparator = "table-cell-separator";
    /// After the last cell of a row in plain text.
    TableRowEnd = "table-row-end";
    /// A term and its definition in plain text.
    DefinitionLine = "definition-line" { term: &'a str = "Edition", definition: &'a str = "Words." };
    /// Label before code in plain text.
    Code = "code";
    /// Label before code in a named programming language.
    CodeIn = "code-in" { language: &'a str = "rust" };
    /// Label after code in plain text.
    CodeEnd = "code-end";
    /// Label of an alert.
    AlertNote = "alert-note";
    /// Label of an alert.
    AlertTip = "alert-tip";
    /// Label of an alert.
    AlertImportant = "alert-important";
    /// Label of an alert.
    AlertWarning = "alert-warning";
    /// Label of an alert.
    AlertCaution = "alert-caution";
    /// Words, then a separator, then an address or value that stands apart (in plain text).
    Labelled = "labelled" { label: &'a str = "Language", value: &'a str = "Arabic" };
    /// Heading of the information about the edition.
    About = "about";
    /// Label: language of the edition.
    AboutLanguage = "about-language";
    /// Label: date of publication.
    AboutPublished = "about-published";
    /// Label: date of the last change.
    AboutUpdated = "about-updated";
    /// Label: the source of the text.
    AboutSource = "about-source";
    /// Label: addresses of the editions in other languages.
    AboutEditions = "about-editions";
    /// Label: address of this edition.
    AboutAddress = "about-address";
    /// Heading of the links to other formats.
    Formats = "formats";
    /// The HTML edition.
    FormatHtml = "format-html";
    /// The EPUB edition.
    FormatEpub = "format-epub";
    /// The plain text edition.
    FormatText = "format-text";
    /// A download: format and size in kilobytes (1,000 bytes).
    FormatSize = "format-size" { format: &'a str = "EPUB", kilobytes: usize = 45 };
    /// Heading of the accessibility statement.
    Accessibility = "accessibility";
    /// Fact: everything is text.
    AccessAllText = "access-all-text";
    /// Fact: headings, lists … are marked as what they are, in reading order.
    AccessStructure = "access-structure";
    /// Fact: a table of contents leads to every section.
    AccessContents = "access-contents";
    /// Fact: size, spacing and colours can be changed.
    AccessDisplay = "access-display";
    /// Fact: every image has a text alternative.
    AccessImages = "access-images" { count: usize = 2 };
    /// Fact: tables have captions and headers.
    AccessTables = "access-tables" { count: usize = 2 };
    /// Fact: words in other languages are marked.
    AccessLanguages = "access-languages";
    /// Fact: nothing flashes, moves or sounds.
    AccessNoHazards = "access-no-hazards";
    /// Fact: no digital rights management.
    AccessUnlocked = "access-unlocked";
    /// Heading of the page about an edition's accessibility, and the link to it.
    AccessPage = "access-page";
    /// Before the list of the formats that the statements are about.
    AccessScope = "access-scope";
    /// Heading: ways of reading.
    AccessWays = "access-ways";
    /// Fact: all can be heard, or read as braille.
    AccessNonvisual = "access-nonvisual";
    /// Fact: not all can be heard, or read as braille.
    AccessNonvisualPartly = "access-nonvisual-partly";
    /// Heading: conformance.
    AccessConformance = "access-conformance";
    /// The publisher's claim.
    AccessClaim = "access-claim" { standard: &'a str = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA" };
    /// Who vouches for the claim.
    AccessCertified = "access-certified" { name: &'a str = "The office" };
    /// Link to the report of whoever vouches for the claim.
    AccessReport = "access-report" { name: &'a str = "The office" };
    /// There is no claim.
    AccessNoClaim = "access-no-claim";
    /// Heading: navigation.
    AccessNavigation = "access-navigation";
    /// Fact: there is no heading below the title.
    AccessNoHeadings = "access-no-headings";
    /// Heading: rich content.
    AccessRich = "access-rich";
    /// Fact: an image has no text alternative in the language of the edition.
    AccessImagesPartly = "access-images-partly";
    /// Fact: a table has no caption, or a column no header.
    AccessTablesPartly = "access-tables-partly";
    /// Fact: neither audio nor video.
    AccessNoMedia = "access-no-media";
    /// Heading: hazards.
    AccessHazards = "access-hazards";
    /// Fact: an image may move.
    AccessHazardsUnknown = "access-hazards-unknown";
    /// Heading: accessibility summary.
    AccessSummary = "access-summary";
    /// Heading: legal considerations.
    AccessLegal = "access-legal";
    /// Fact: no exemption is claimed.
    AccessNoExemption = "access-no-exemption";
    /// Heading: additional information.
    AccessAdditional = "access-additional";
    /// Fact: ARIA roles.
    AccessRoles = "access-roles";
    /// Fact: there is a plain text edition.
    AccessPlainText = "access-plain-text";
    /// How to ask for another format; the address follows.
    AskForFormat = "ask-for-format";
    /// Heading of the list of releases.
    Releases = "releases";
    /// Link to the feed of a language.
    Feed = "feed";
    /// Heading of a page on which a language is chosen.
    ChooseLanguage = "choose-language";
    /// Heading of the page at an address that a release had before.
    Moved = "moved";
    /// Landmark of a book: where the text begins.
    StartOfText = "start-of-text";
}
