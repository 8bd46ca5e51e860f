//! The parallel edition of the fixture, which has every kind of block and state.

use super::*;
use crate::document::State;
use crate::write::epub::{self, Layouts};
use crate::write::fixture;
use crate::write::html;
use crate::write::node;

fn markup(keys: &[&str], medium: Medium) -> String {
    let editions: Vec<_> = keys.iter().map(|key| fixture::edition(key)).collect();
    let editions: Vec<_> = editions.iter().collect();
    node::html(&article(&editions, medium))
}

/// The values of an attribute, in the order of the file.
fn values<'m>(markup: &'m str, attribute: &str) -> Vec<&'m str> {
    let begin = format!(" {attribute}=\"");
    let parts = markup.split(&*begin).skip(1);
    parts.map(|part| part.split('"').next().expect("it ends")).collect()
}

#[test]
fn every_id_of_a_single_language_is_there_once_and_in_its_order() {
    for keys in [&["ar", "zh"][..], &["en", "ar", "zh"], &["zh", "en"]] {
        let together = markup(keys, Medium::Html);
        let ids = values(&together, "id");
        let once: std::collections::BTreeSet<_> = ids.iter().collect();
        assert_eq!(once.len(), ids.len());
        for key in keys {
            let edition = fixture::edition(key);
            let article = element("article").children(body::article(&edition, Medium::Html));
            let single = node::html(&article);
            let single: Vec<_> =
                values(&single, "id").into_iter().filter(|id| !id.starts_with('_')).collect();
            let ours: Vec<_> = ids.iter().copied().filter(|id| single.contains(id)).collect();
            assert_eq!(ours, single, "{key} in {keys:?}");
        }
    }
}

#[test]
fn every_link_in_the_page_leads_somewhere() {
    for medium in [Medium::Html, Medium::Epub] {
        let together = markup(&["ar", "zh", "en"], medium);
        let ids = values(&together, "id");
        for href in values(&together, "href") {
            if let Some(id) = href.strip_prefix('#') {
                assert!(ids.contains(&id), "{href}");
            }
        }
        // Each language refers to the note, and the note leads back to each.
        for id in ["_noteref-1.ar", "_noteref-1.zh", "_noteref-1.en"] {
            assert!(ids.contains(&id), "{id}");
            assert!(together.contains(&format!("href=\"#{id}\"")), "{id}");
        }
    }
}

#[test]
fn a_heading_is_one_heading_that_speaks_every_language() {
    let together = markup(&["en", "ar", "zh"], Medium::Html);
    let single = {
        let edition = fixture::edition("en");
        node::html(&element("article").children(body::article(&edition, Medium::Html)))
    };
    for tag in ["<h1", "<h2", "<h3", "<table", "<img", "<blockquote", "<pre", "<hr"] {
        let times = if tag == "<table" { 3 } else { 1 };
        assert_eq!(together.matches(tag).count(), single.matches(tag).count() * times, "{tag}");
    }
    let title = "<h1 class=\"row\"><span lang=\"en\" dir=\"ltr\">One text, six languages</span> \
                 <span lang=\"ar\" dir=\"rtl\">";
    assert!(together.contains(title), "{together}");
}

#[test]
fn a_language_may_have_no_paragraph_or_several_or_none_of_its_own() {
    let editions = ["ar", "zh", "en"].map(fixture::edition);
    let all: Vec<_> = editions.iter().collect();
    let together = node::html(&article(&all, Medium::Html));
    let row = |id: &str| {
        let start = together.find(&format!("id=\"{id}\"")).expect("it is there");
        let end = together[start..].find("<details").expect("its ways follow");
        together[start..start + end].to_owned()
    };
    let leaves = editions.each_ref().map(|edition| edition.document.leaves());
    let mut met = [false; 3];
    for at in 0..leaves[0].len() {
        let id = leaves[0][at].id.to_string();
        let counts = leaves.each_ref().map(|all| all[at].paragraphs.len());
        if counts[1] == 0 {
            met[0] = true;
            // Its column stays empty, and nobody is sent to where nothing stands.
            assert_eq!(row(&id).matches("<div></div>").count(), 1);
            assert!(!together.contains(&format!("../zh/index.html#{id}\"")), "{id}");
            assert!(together.contains(&format!("../ar/index.html#{id}\"")), "{id}");
        }
        if counts[0] == 2 {
            met[1] = true;
            let cell = format!("id=\"{id}.ar\" lang=\"ar\" dir=\"rtl\"");
            assert!(row(&id).contains(&format!("<div {cell}>")), "{}", row(&id));
            assert_eq!(row(&id).matches("<p").count(), 2 + counts[1] + counts[2]);
        }
        if leaves[1][at].state == State::Missing && id.contains("-p-") {
            met[2] = true;
            assert!(together.contains(&format!("id=\"{id}.zh\" lang=\"en\" dir=\"ltr\"")));
        }
    }
    assert_eq!(met, [true; 3], "the fixture has all of these");
}

#[test]
fn an_image_is_shown_once_and_told_in_every_language() {
    let editions = ["ar", "zh", "en"].map(fixture::edition);
    let all: Vec<_> = editions.iter().collect();
    let together = node::html(&article(&all, Medium::Html));
    let figure = editions[0].document.figures().len();
    assert_eq!(together.matches("class=\"heard\"").count(), figure * 2);
    for edition in &editions {
        for figure in edition.document.figures() {
            assert!(together.contains(&figure.alt.plain()), "{}", figure.alt.plain());
        }
    }
}

#[test]
fn a_paragraph_has_its_address_and_those_in_single_languages() {
    let page = {
        let editions = ["en", "ar"].map(fixture::edition);
        let all: Vec<_> = editions.iter().collect();
        html::side_by_side(&all, &[])
    };
    assert!(page.contains("<summary>Paragraph 1</summary>"));
    assert!(page.contains(">Link to paragraph 1</a>"));
    assert!(page.contains("hreflang=\"ar\">Paragraph 1: Arabic</a>"));
    let summaries = page.matches("<summary>").count();
    assert_eq!(page.matches("hreflang=\"en\">Paragraph").count(), summaries);
    // Where there is no page, there is no link; a book has none at all.
    let mut alone = ["en", "ar"].map(fixture::edition);
    for edition in &mut alone {
        edition.languages.clear();
    }
    let all: Vec<_> = alone.iter().collect();
    assert!(!html::side_by_side(&all, &[]).contains("Paragraph 1: Arabic"));
    assert!(!node::html(&article(&all, Medium::Epub)).contains("<details"));
}

#[test]
fn the_page_says_what_it_is() {
    let editions = ["en", "ar"].map(fixture::edition);
    let all: Vec<_> = editions.iter().collect();
    let page = html::side_by_side(&all, &[]);
    for part in [
        "<html lang=\"en\" dir=\"ltr\">",
        "<title>One text, six languages (English, Arabic)",
        "\"inLanguage\":[\"en\",\"ar\"]",
        "\"alternativeHeadline\":[\"نصّ واحد بلغات ست\"]",
        "rel=\"canonical\" href=\"https://example.org/releases/2026-11-24-fixture/en_ar/index.html\"",
        "aria-current=\"true\">English, <span lang=\"ar\" dir=\"rtl\">العربية</span></span>",
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    assert!(!page.contains("translationOfWork") && !page.contains("workTranslation"));
    // The Arabic edition is a translation, the English is not: it alone says so.
    assert_eq!(page.matches("class=\"notices\"").count(), 1);
    assert!(page.contains("class=\"notices\" lang=\"ar\" dir=\"rtl\""));
}

#[test]
fn a_book_has_every_title_and_language_and_an_identifier_of_its_own() {
    let editions = ["en", "ar", "zh"].map(fixture::edition);
    let layouts = Layouts::default();
    let together: Vec<_> = editions.iter().collect();
    let book = epub::side_by_side(&together, &layouts);
    assert_eq!(book, epub::side_by_side(&together, &layouts), "same input, same bytes");
    let package = epub::part(&book, "EPUB/package.opf");
    let languages = ["en", "ar", "zh-Hans"];
    for tag in languages {
        assert!(package.contains(&format!("<dc:language>{tag}</dc:language>")), "{package}");
    }
    assert_eq!(package.matches("<dc:title").count(), 3);
    assert!(package.contains("<dc:title xml:lang=\"ar\" dir=\"rtl\">نصّ واحد بلغات ست"));
    // It holds the original: it is no translation of it.
    assert!(!package.contains("translationOfWork"));
    let identifier =
        |package: &str| package.split("urn:uuid:").nth(1).expect("it has one")[..36].to_owned();
    for edition in &editions {
        let single = epub::part(&epub::book(edition, &layouts), "EPUB/package.opf");
        assert_ne!(identifier(&single), identifier(&package));
    }
    let turned: Vec<_> = editions.iter().rev().collect();
    let turned = epub::part(&epub::side_by_side(&turned, &layouts), "EPUB/package.opf");
    assert_ne!(identifier(&turned), identifier(&package));
    let nav = epub::part(&book, "EPUB/nav.xhtml");
    assert!(nav.contains("<span lang=\"ar\" xml:lang=\"ar\" dir=\"rtl\">"), "{nav}");
}

#[test]
fn folders_are_no_languages() {
    assert_eq!(folder(["en", "ar"]), "en_ar");
    assert!(crate::locale::Locale::new("en_ar", "en", "English").is_none());
}
