//! A page about every kind of finding: what is demanded and why, what it looks like, what to do.
//!
//! A page is Markdown in `explain/<code>.md`. Its first paragraph says in a sentence or two what is
//! demanded; `hexapla explain CODE` shows the page.

/// Declares the pages, by code.
macro_rules! pages {
    ($($code:literal)*) => {
        /// Every code that has a page, and its page.
        pub const PAGES: &[(&str, &str)] =
            &[$(($code, include_str!(concat!("explain/", $code, ".md")))),*];
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
    "french-space"
    "id-twice"
    "image-unsafe"
    "invisible-character"
    "kashida"
    "link-empty"
    "link-fragment"
    "link-same-words"
    "link-vague"
    "links-differ"
    "not-a-link"
    "notes-differ"
    "part-missing"
    "quotation-marks"
    "repeated-word"
    "spanish-opening"
    "stray-space"
    "unknown-host"
    "unknown-message"
    "unpaired"
}

/// The page about a code; `None`: there is no such kind of finding.
pub fn page(code: &str) -> Option<&'static str> {
    PAGES.iter().find(|(known, _)| *known == code).map(|(_, page)| *page)
}
