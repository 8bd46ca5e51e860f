//! Pseudo-locales: every word that comes from a message is in other letters, in all three formats;
//! what is not is listed here, and is the same in every language. All else is as in the source.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder that goes when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("hexapla-{}-{name}", std::process::id()));
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn build(arguments: &[&str], folder: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hexapla"));
    command.args(["build", "--plain"]).args(arguments).arg("--output").arg(folder);
    command.output().unwrap()
}

/// A page, the text of a book, a plain text, by format.
fn editions(folder: &Path, slug: &str, key: &str) -> [String; 3] {
    let folder = folder.join(slug).join(key);
    let book = fs::read(folder.join(format!("{slug}.{key}.epub"))).unwrap();
    let mut book = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    let mut text = String::new();
    for part in ["EPUB/text.xhtml", "EPUB/nav.xhtml"] {
        book.by_name(part).unwrap().read_to_string(&mut text).unwrap();
    }
    let plain = fs::read_to_string(folder.join(format!("{slug}.{key}.txt"))).unwrap();
    [fs::read_to_string(folder.join("index.html")).unwrap(), text, plain]
}

/// The markup of a page: what stands between `<` and `>`, and what stands between those.
fn pieces(markup: &str) -> Vec<(&str, &str)> {
    let mut pieces = Vec::new();
    for piece in markup.split('<').skip(1) {
        let (tag, words) = piece.split_once('>').unwrap_or((piece, ""));
        // A style sheet and linked data are no words.
        let hidden = tag.starts_with("style") || tag.starts_with("script");
        pieces.push((tag, if hidden { "" } else { words }));
    }
    pieces
}

/// The words that a person meets on a page, names for screen readers and the description included.
fn words(markup: &str) -> String {
    let mut words = String::new();
    for (tag, said) in pieces(markup) {
        for attribute in ["alt=\"", "aria-label=\"", "title=\"", "name=\"description\" content=\""]
        {
            let value = tag.split_once(attribute).and_then(|(_, rest)| rest.split_once('"'));
            words.extend(value.map(|(value, _)| format!(" {value} ")));
        }
        words.push_str(said);
        // A block ends a word, a mark in a word does not.
        let inside =
            ["bdi", "/bdi", "em", "/em", "strong", "/strong", "sub", "/sub", "sup", "/sup"];
        if !inside.contains(&tag) {
            words.push(' ');
        }
    }
    words
}

/// The words that still have Latin letters without a mark.
fn plain_words(text: &str) -> BTreeSet<String> {
    let trimmed = |word: &str| {
        let word = word.replace("&amp;", "&");
        word.trim_matches(|c: char| "().,:".contains(c)).to_owned()
    };
    let latin = |word: &String| word.bytes().any(|b| b.is_ascii_alphabetic());
    text.split_whitespace().map(trimmed).filter(latin).collect()
}

/// The markup without the notice of pseudo-locales.
fn without_notice(markup: &str, key: &str) -> String {
    let at = markup.find(&format!("Pseudo-locale {key}{NOTICE}")).unwrap();
    let start = markup[..at].rfind("<p ").unwrap();
    let end = at + markup[at..].find("</p>").unwrap() + "</p>".len();
    assert!(markup[start..at].contains("lang=\"en\""));
    let rest = [markup[..start].trim_end(), markup[end..].trim_start()].concat();
    rest.replace("<div class=\"notices\"></div>", "")
}

/// The markup of a text without its words: elements, ids and targets. An isolate is a matter of
/// direction.
fn structure(markup: &str) -> Vec<String> {
    let (_, article) = markup.split_once("<article").or(markup.split_once("<body")).unwrap();
    let article = article.split_once("</article>").map_or(article, |(article, _)| article);
    let mut structure = Vec::new();
    for (tag, _) in pieces(article) {
        let name = tag.split_whitespace().next().unwrap_or("").to_owned();
        if name == "bdi" || name == "/bdi" {
            continue;
        }
        let attribute = |name: &str| {
            let value = tag.split_once(&format!(" {name}=\""))?.1.split_once('"')?.0;
            Some(format!(" {name}={value}"))
        };
        let attributes = ["id", "href", "src", "lang", "role", "class", "aria-labelledby", "start"];
        let kept: String = attributes.into_iter().filter_map(attribute).collect();
        structure.push(name + &kept);
    }
    structure
}

/// What pseudo-locales say of themselves, without the name.
const NOTICE: &str = ": made by a machine from the source, to show what cannot be translated and \
                      what breaks. It is not a translation and not for publication.";

const LOCALES: [&str; 2] = ["en-XA", "ar-XB"];

/// What stands in the words of a release and is the same in every language: handles, addresses,
/// codes, and phrases that are marked as being in another language.
const KEPT: [(&str, &[&str]); 2] = [
    (
        "2021-05-26-virtual-dialogue",
        &[
            "#UNiteToCounterTerrorism",
            "@UN_OCT",
            "COVID-19",
            "gerardl@un.org",
            "www.un.org/counterterrorism/events/virtual-dialogue-human-rights-cso",
            "yuli.yang@un.org",
        ],
    ),
    (
        "2026-11-24-specimen",
        &[
            // In code.
            "#words-used-here",
            "--format",
            "--locale",
            "2026-11-24-specimen",
            "ar",
            "build",
            "check",
            "hexapla",
            "html,epub,text",
            "locales/ar/2026-11-24-specimen.ftl",
            "zh",
            "zh-Hans",
            // In other languages.
            "Hexapla",
            "Verba",
            "volant",
            "scripta",
            "manent",
        ],
    ),
];

/// What only one format has: the publisher's name of `hexapla.toml` and the other locale on the
/// page, the names of code's languages and the addresses of links in plain text.
const PAGE: [&str; 4] = ["Hexapla", "Pseudo-locale", "ar-XB", "en-XA"];
const PLAIN: [&str; 4] = [
    "sh",
    "http://www.un.org/counterterrorism/events/virtual-dialogue-human-rights-cso",
    "https://www.un.org/en/about-us/universal-declaration-of-human-rights",
    "https://www.w3.org/TR/epub-33/",
];

#[test]
fn every_word_of_a_message_is_in_other_letters() {
    let folder = Folder::new("pseudo-words");
    let run = build(&["--locale", "en-XA,ar-XB"], &folder.0);
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    for (slug, kept) in KEPT {
        for key in LOCALES {
            let [page, book, text] = editions(&folder.0, slug, key);
            assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"));
            let texts = [(words(&page), &PAGE[..]), (words(&book), &[]), (text, &PLAIN)];
            for (format, (text, also)) in texts.into_iter().enumerate() {
                let notice = format!("Pseudo-locale {key}{NOTICE}");
                assert!(text.contains(&notice), "{slug} {key} {format}");
                let found = plain_words(&text.replace(&notice, ""));
                // The language of the edition is named.
                let own = ["Pseudo-locale", key];
                let known = kept.iter().chain(also).chain(&own);
                let known: BTreeSet<String> = known.map(ToString::to_string).collect();
                let more: Vec<_> = found.difference(&known).collect();
                assert!(more.is_empty(), "{slug} {key} {format}: not translatable: {more:?}");
                let lost: Vec<_> = kept.iter().filter(|word| !found.contains(**word)).collect();
                assert!(lost.is_empty(), "{slug} {key} {format}: changed: {lost:?}");
            }
        }
    }
}

#[test]
fn the_markup_is_the_sources() {
    let [pseudo, published] = ["pseudo-markup", "pseudo-source"].map(Folder::new);
    assert!(build(&["--locale", "ar-XB,en-XA"], &pseudo.0).status.success());
    assert!(build(&["--locale", "en"], &published.0).status.success());
    for (slug, _) in KEPT {
        let [page, book, text] = editions(&published.0, slug, "en");
        for key in LOCALES {
            let [pseudo_page, pseudo_book, pseudo_text] = editions(&pseudo.0, slug, key);
            for (one, other) in [(&page, &pseudo_page), (&book, &pseudo_book)] {
                assert!(structure(one).len() > 100);
                assert_eq!(structure(one), structure(&without_notice(other, key)), "{slug} {key}");
            }
            // The notice and the blank line after it.
            assert_eq!(text.lines().count() + 2, pseudo_text.lines().count(), "{slug} {key}");
            assert!(pseudo_page.contains(&format!("<html lang=\"{key}\"")));
            assert_eq!(pseudo_page.contains("<bdi>"), key == "ar-XB");
        }
    }
    let listing = fs::read_to_string(pseudo.0.join("2026-11-24-specimen/manifest.json")).unwrap();
    assert!(!listing.contains("\"translated\": 100"), "a pseudo-locale is no translation");
}

#[test]
fn pseudo_locales_never_stand_among_what_is_published() {
    let folder = Folder::new("pseudo-apart");
    let specimen = "2026-11-24-specimen";
    let refused = |arguments: &[&str], words: &str| {
        let run = build(arguments, &folder.0);
        let said = String::from_utf8_lossy(&run.stderr).into_owned();
        assert_eq!(run.status.code(), Some(2), "{said}");
        assert!(said.contains(words), "{said}");
    };
    refused(&[specimen, "--locale", "en-XA,fr"], "pseudo-locales are built alone");
    assert!(build(&[specimen, "--locale", "en-XA"], &folder.0).status.success());
    // Another pseudo-locale joins the first.
    assert!(build(&[specimen, "--locale", "ar-XB"], &folder.0).status.success());
    let has = |key: &str| folder.0.join(specimen).join(key).exists();
    assert!(has("en-XA") && has("ar-XB"));
    // An edition in a language does not: they go, even if one language only is built.
    assert!(build(&[specimen, "--locale", "fr"], &folder.0).status.success());
    assert!(has("fr") && !has("en-XA") && !has("ar-XB"));
    let page = fs::read_to_string(folder.0.join(specimen).join("fr/index.html")).unwrap();
    assert!(!page.contains("-XA") && !page.contains("-XB"));
    refused(&[specimen, "--locale", "ar-XB"], "holds editions that are published");
}
