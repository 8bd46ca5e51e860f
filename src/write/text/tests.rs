//! The text of a release that holds every block, in five languages, and what is true of any text.

mod fixture;
mod properties;

use unicode_width::UnicodeWidthStr;

use crate::catalog::Phrase;
use crate::catalog::words::built_in;
use crate::document::{Alert, AlertKind, Block, Inline, Mark};
use crate::edition::Edition;
use crate::locale::Digits;
use crate::project::TextOptions;

use super::text;
use fixture::{edition, in_spanish, leaf_of, options};

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

/// What is written of one paragraph in an Arabic text with isolates.
fn in_arabic(inlines: Vec<Inline>) -> String {
    let mut edition =
        options(edition("ar"), TextOptions { bom: false, crlf: false, isolates: true, wrap: None });
    let mut leaf = leaf_of(vec![inlines]);
    leaf.locale = edition.locale.clone();
    edition.document.blocks = vec![Block::Paragraph(leaf)];
    edition.document.notes = Vec::new();
    text(&edition)
}

#[test]
fn whatever_runs_the_other_way_is_isolated() {
    let t = |words: &str| Inline::Text(words.to_owned());
    let latin = || Some("la".to_owned());
    let written = in_arabic(vec![
        t("قال "),
        Inline::Code("a < b".to_owned()),
        t(" و"),
        Inline::Span(Mark::Language { lang: latin(), dir: None }, vec![t("Verba volant")]),
        t(" و"),
        Inline::Span(Mark::Cite { lang: latin() }, vec![t("Biblia")]),
        t(" و"),
        Inline::Span(Mark::Quote { lang: latin() }, vec![t("scripta manent")]),
        t(" في "),
        Inline::Span(Mark::Abbreviation { expansion: "منظمة WHO".to_owned() }, vec![t("المنظمة")]),
        t("."),
    ]);
    let line = "قال \u{2068}a < b\u{2069} و\u{2068}Verba volant\u{2069} و\u{2068}Biblia\u{2069} \
                و«\u{2068}scripta manent\u{2069}» في المنظمة (منظمة \u{2068}WHO\u{2069}).\n";
    assert!(written.contains(line), "{written}");
}

#[test]
fn a_power_is_not_the_number_that_its_digits_would_make() {
    let t = |words: &str| Inline::Text(words.to_owned());
    let raised = |words: &str| Inline::Span(Mark::Superscript, vec![t(words)]);
    let lowered = Inline::Span(Mark::Subscript, vec![t("2")]);
    let line =
        vec![t("10"), raised("-6"), t(" m"), raised("2"), t(" CO"), lowered, t(" 1"), raised("er")];
    let mut edition = edition("en");
    edition.document.blocks = vec![Block::Paragraph(leaf_of(vec![line]))];
    let written = text(&edition);
    assert!(written.contains("\n10^-6 m2 CO2 1er\n"), "{written}");
}

#[test]
fn native_digits_number_lists_and_links() {
    let mut edition = edition("ar");
    edition.furniture = built_in(&edition.locale, Digits::Native).expect("Arabic").furniture;
    let written = text(&edition);
    for part in ["\n٣. بند\n", "\n٤.١. بند أعمق\n", " [١]", "\n[١] https://", "[الحاشية ١]"]
    {
        assert!(written.contains(part), "{part} is not in:\n{written}");
    }
    assert!(!written.contains("[1]"), "{written}");
}

#[test]
fn an_alert_runs_in_and_an_empty_one_is_silent() {
    let alert = |edition: &Edition, blocks| {
        let mut edition = edition.clone();
        edition.document.blocks = vec![Block::Alert(Alert { kind: AlertKind::Warning, blocks })];
        text(&edition)
    };
    for (key, line) in [("ar", "\nتحذير: a.\n"), ("zh", "\n警告：a.\n")] {
        let edition = edition(key);
        let words = leaf_of(vec![vec![Inline::Text("a.".to_owned())]]);
        let written = alert(&edition, vec![Block::Paragraph(words)]);
        assert!(written.contains(line), "{written}");
        let label = edition.say(Phrase::AlertWarning);
        let emptied = alert(&edition, vec![Block::Paragraph(leaf_of(Vec::new()))]);
        assert!(!emptied.contains(&label), "{emptied}");
    }
}
