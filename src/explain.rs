//! A page about every kind of finding: what is demanded and why, what it looks like, what to do.
//!
//! A page is Markdown in `explain/<code>.md`: paragraphs, lists and examples between ` ``` ` lines.
//! Its first paragraph says in a sentence or two what is demanded; `hexapla explain CODE` shows the
//! page. A test holds that every code in the source has a page, and every page a code.

use crate::diagnostic::Severity;

/// A page.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// The code that it is about.
    pub code: &'static str,
    /// How much its findings matter; `None`: the rule of that code says so.
    pub severity: Option<Severity>,
    /// The page, in Markdown.
    pub text: &'static str,
}

/// Pages about findings of one kind of thing.
#[derive(Clone, Copy, Debug)]
pub struct Chapter {
    /// What they are about.
    pub title: &'static str,
    /// The pages, by code.
    pub pages: &'static [Page],
}

/// Declares pages, by code.
macro_rules! page {
    ($code:literal, $severity:expr) => {
        Page {
            code: $code,
            severity: $severity,
            text: include_str!(concat!("explain/", $code, ".md")),
        }
    };
}

/// Declares the pages of the rules, by code.
macro_rules! pages {
    ($($code:literal)*) => {
        /// The pages about what the rules of `check` find.
        const RULES: &[Page] = &[$(page!($code, None)),*];
    };
}

/// Declares a chapter of findings made while reading, each with its severity.
macro_rules! chapter {
    ($title:literal: $($code:literal $severity:ident)*) => {
        Chapter { title: $title, pages: &[$(page!($code, Some(Severity::$severity))),*] }
    };
}

pages! {
    "alt-file-name"
    "arabic-punctuation"
    "chinese-width"
    "code-differs"
    "control-character"
    "direction-control"
    "double-space"
    "emphasis-shown"
    "empty"
    "final-punctuation"
    "foreign-words"
    "french-space"
    "homoglyph"
    "id-twice"
    "image-unsafe"
    "inconsistent"
    "invisible-character"
    "kashida"
    "length"
    "link-empty"
    "link-fragment"
    "link-same-words"
    "link-vague"
    "links-differ"
    "not-a-link"
    "not-updated"
    "notes-differ"
    "numbers-differ"
    "part-missing"
    "plural-categories"
    "quotation-marks"
    "repeated-word"
    "spanish-opening"
    "stale"
    "stray-space"
    "term-forbidden"
    "term-required"
    "unchanged"
    "unknown-host"
    "unknown-message"
    "unpaired"
    "untranslated"
}

/// Every page.
pub const CHAPTERS: &[Chapter] = &[
    Chapter { title: "What a text or a translation says", pages: RULES },
    chapter!("The settings":
        "allow-unused" Warning
        "no-project" Error
        "no-releases" Warning
        "wrong-setting" Error
    ),
    chapter!("Files":
        "file-name" Error
        "file-too-large" Error
        "folder-too-deep" Error
        "link-leaves-project" Error
        "link-loop" Error
        "linked-folder" Error
        "no-release" Error
        "not-a-file" Error
        "not-a-text" Error
        "not-utf-8" Error
        "release-name" Error
        "too-many-files" Error
        "too-many-parts" Error
    ),
    chapter!("The text of a release":
        "alias" Error
        "anchor" Error
        "anchor-twice" Error
        "brace" Error
        "front-matter" Error
        "heading-class" Error
        "heading-nested" Error
        "heading-skipped" Error
        "html-unbalanced" Error
        "image-alt" Error
        "image-path" Error
        "inline-image" Error
        "link-target" Error
        "message-differs" Error
        "nested-too-deep" Error
        "no-publisher" Error
        "note-twice" Error
        "note-unused" Error
        "raw-html" Error
        "second-title" Error
        "table-header" Error
        "too-many" Error
        "unknown-locale" Error
        "unknown-note" Error
    ),
    chapter!("Messages and terms":
        "cyclic-reference" Error
        "duplicate-attribute" Error
        "duplicate-message" Error
        "ftl-syntax" Error
        "ftl-unwritable" Error
        "furniture-incomplete" Error
        "furniture-unresolved" Error
        "furniture-untranslated" Warning
        "message-in-term" Error
        "message-in-terms" Error
        "message-too-complex" Error
        "missing-variable" Warning
        "name-taken" Error
        "split" Error
        "term-argument" Error
        "term-in-release" Error
        "terms-incomplete" Warning
        "too-many-mistakes" Error
        "unknown-attribute" Warning
        "unknown-phrase" Warning
        "unknown-reference" Error
        "unknown-term" Error
        "unknown-variable" Error
        "unreachable-variant" Error
        "unresolved-message" Error
        "wrong-escape" Error
        "wrong-function" Error
        "wrong-number" Error
    ),
    chapter!("The state of translations":
        "lock-conflict" Warning
        "lock-line" Error
        "lock-twice" Warning
        "lock-version" Error
        "merge-conflict" Error
        "not-a-reference" Error
        "not-a-todo" Error
        "not-ours" Error
    ),
    chapter!("Files of translation tools":
        "xliff-broken" Error
        "xliff-code" Error
        "xliff-conflict" Error
        "xliff-foreign" Error
        "xliff-message" Error
    ),
    chapter!("Publishing":
        "built-otherwise" Error
        "claim-refused" Error
        "could-not-run" Error
        "damaged-manifest" Warning
        "fix-refused" Warning
        "incomplete" Warning
        "left-over" Warning
        "no-furniture" Error
        "not-built" Error
        "not-deleted" Warning
        "stale-refused" Error
    ),
];

/// Rules whose findings hold on to the integrity of a release or to the safety of its readers.
const FIRM: &[&str] = &[
    "control-character",
    "direction-control",
    "empty",
    "id-twice",
    "image-unsafe",
    "link-empty",
    "unknown-host",
];

impl Page {
    /// Whether a project may say that its findings matter less. Errors that are found while reading
    /// stand for words that cannot be used at all, and some rules guard readers: those are firm.
    pub fn is_firm(&self) -> bool {
        match self.severity {
            Some(severity) => severity == Severity::Error,
            None => FIRM.contains(&self.code),
        }
    }

    /// What is demanded, in one line of Markdown.
    pub fn summary(&self) -> String {
        let first = self.text.split("\n\n").next().unwrap_or_default();
        first.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// All pages, chapter by chapter.
pub fn pages() -> impl Iterator<Item = &'static Page> {
    CHAPTERS.iter().flat_map(|chapter| chapter.pages)
}

/// The page about a code; `None`: there is no such kind of finding.
pub fn page(code: &str) -> Option<&'static Page> {
    pages().find(|page| page.code == code)
}
