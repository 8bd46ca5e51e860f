//! The text of a release that holds every block, in five languages, and what is true of any text.

mod fixture;
mod properties;

use unicode_width::UnicodeWidthStr;

use crate::project::TextOptions;

use super::text;
use fixture::{edition, in_spanish, options};

/// The content of a golden file, or what was written where the two differ.
fn compare(key: &str, written: &str) {
    let path = format!("{}/src/write/text/golden/{key}.txt", env!("CARGO_MANIFEST_DIR"));
    snapbox::assert_data_eq!(written, snapbox::Data::read_from(path.as_ref(), None).raw());
}

#[test]
fn every_block_in_arabic() {
    compare("ar", &text(&edition("ar")));
}

#[test]
fn every_block_in_chinese() {
    compare("zh", &text(&edition("zh")));
}

#[test]
fn every_block_in_english() {
    compare("en", &text(&edition("en")));
}

#[test]
fn every_block_in_french() {
    compare("fr", &text(&edition("fr")));
}

#[test]
fn every_block_in_russian() {
    compare("ru", &text(&edition("ru")));
}

#[test]
fn options_change_bytes_and_no_words() {
    let plain = text(&edition("ar"));
    let with = |text_options: TextOptions| text(&options(edition("ar"), text_options));
    let none = TextOptions { bom: false, crlf: false, isolates: false, wrap: None };
    assert_eq!(with(none), plain);
    assert_eq!(with(TextOptions { bom: true, ..none }), format!("\u{feff}{plain}"));
    assert_eq!(with(TextOptions { crlf: true, ..none }).replace("\r\n", "\n"), plain);
    let isolated = with(TextOptions { isolates: true, ..none });
    assert!(isolated.contains("\u{2068}Verba volant\u{2069}"), "{isolated}");
    assert_eq!(isolated.replace(['\u{2068}', '\u{2069}'], ""), plain);
    let wrapped = with(TextOptions { wrap: Some(40), ..none });
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(words(&wrapped), words(&plain));
    for line in wrapped.lines().filter(|line| line.width() > 40) {
        assert!(line.contains("://"), "{line}");
    }
}

#[test]
fn spanish_goes_on_with_the_closing_mark() {
    let text = text(&in_spanish(edition("en")));
    let quotation = "«Human rights are central.\n\n»this is “right”.\n\n»Civil society helps».\n";
    assert!(text.contains(quotation), "{text}");
}

#[test]
fn no_address_no_contact() {
    let mut edition = edition("zh");
    let mut settings = (*edition.settings).clone();
    settings.base_url = None;
    settings.contact = None;
    edition.settings = settings.into();
    let text = text(&edition);
    assert!(!text.contains("example.org/2026"), "{text}");
    assert!(!text.contains("office@example.org"), "{text}");
}
