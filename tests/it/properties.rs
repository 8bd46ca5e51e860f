//! What must hold for any source: nothing panics, ids are stable, messages say what the source says.

use std::collections::BTreeSet;
use std::path::Path;

use hexapla::diagnostic::{Severity, SourceText};
use hexapla::document::{Document, Inline};
use hexapla::files::Assets;
use hexapla::identity::{self, Lock};
use hexapla::markdown;
use hexapla::segment::{MOST_PARTS, Segment};
use proptest::prelude::*;
use proptest::sample::Index;

const FRONT: &str = "+++\ntitle = \"T\"\ndescription = \"D\"\ndate = 2021-05-26\n+++\n\n";

fn assigned(body: &str, lock: &Lock) -> Option<Document<Segment>> {
    let source = SourceText::new("index.md", format!("{FRONT}{body}"));
    let (parsed, _) = markdown::parse(&source, &Assets::new());
    Some(identity::assign(&parsed?.document, lock))
}

fn ids(document: &Document<Segment>) -> Vec<String> {
    document.leaves().iter().map(|segment| segment.id.to_string()).collect()
}

fn locked(document: &Document<Segment>, lock: &Lock) -> Lock {
    let mut lock = lock.clone();
    lock.set_segments(document.leaves().into_iter());
    let (again, problems) = Lock::parse(&SourceText::new("lock", lock.to_text()));
    assert_eq!(problems, [], "a lock reads what it wrote");
    assert_eq!(again.to_text(), lock.to_text());
    again
}

/// What [`markdown_soup`] is made of.
const PIECES: &[&str] = &[
    "word",
    "words of a longer paragraph",
    "كلمة",
    "中文，字",
    "слово",
    " ",
    "\n",
    "\n\n",
    "> ",
    "- ",
    "1. ",
    "# ",
    "## ",
    "### ",
    "{#anchor}",
    "{#b .speaker}",
    "**",
    "*",
    "_",
    "~~",
    "`",
    "```\n",
    "[",
    "]",
    "](",
    "](https://a.org/)",
    "][1]",
    ")",
    "![",
    "[^n]",
    "[^n]: ",
    "| a | b |\n",
    "|---|---|\n",
    "Table: ",
    ": ",
    "> [!NOTE]\n",
    "— ",
    "\\",
    "\\{",
    "{",
    "}",
    "{ -term }",
    "{ $date }",
    "{ \"",
    "<br>",
    "<em>",
    "</em>",
    "<span lang=\"la\">",
    "</span>",
    "<!-- note: x -->",
    "<!--",
    "-->",
    "<script>",
    "&amp;",
    "&#1;",
    "\u{202e}",
    "---\n",
    "  ",
    "    ",
    "\t",
    "<https://b.org/>",
    "\u{0}",
];

/// Markdown that means something, and braces, brackets, tags and right-to-left words.
fn markdown_soup() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

/// Plain paragraphs, each of words of its own, so that an edit can be told from a new one.
fn paragraphs() -> impl Strategy<Value = Vec<String>> {
    let word = prop::sample::select(vec![
        "alpha",
        "beta",
        "gamma",
        "delta",
        "نص",
        "كلمة",
        "中文",
        "слово",
        "epsilon",
        "zeta",
        "eta",
        "theta",
    ]);
    let paragraph = prop::collection::vec(word, 6..14).prop_map(|words| words.join(" "));
    prop::collection::vec(paragraph, 1..9)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_source_gives_findings_or_a_document(body in markdown_soup()) {
        if let Some(document) = assigned(&body, &Lock::default()) {
            let found = ids(&document);
            let different: BTreeSet<_> = found.iter().collect();
            prop_assert_eq!(different.len(), found.len(), "two leaves have one id");
            // The same ids without a lock, with the lock just written, and after that again.
            let lock = locked(&document, &Lock::default());
            prop_assert_eq!(&ids(&assigned(&body, &lock).unwrap()), &found);
        }
    }

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        let source = SourceText::new("index.md", text.clone());
        let (_, problems) = markdown::parse(&source, &Assets::new());
        for problem in problems {
            let place = problem.place.expect("a finding in a source has a place");
            prop_assert!(place.line >= 1 && place.line <= text.lines().count().max(1) + 1);
            prop_assert!(place.column >= 1);
        }
        let nothing = markdown::References { links: &[], notes: &[] };
        let _ = markdown::inlines(&text, &nothing);
        let _ = Lock::parse(&SourceText::new("lock", text));
    }

    #[test]
    fn ids_survive_an_edit(paragraphs in paragraphs(), edited in any::<Index>(), added in any::<Index>()) {
        let different: BTreeSet<_> = paragraphs.iter().collect();
        prop_assume!(different.len() == paragraphs.len());
        let before = assigned(&paragraphs.join("\n\n"), &Lock::default()).unwrap();
        let lock = locked(&before, &Lock::default());
        let mut after = paragraphs.clone();
        let edited = edited.index(after.len());
        after[edited].push_str(" iota");
        after.insert(added.index(after.len() + 1), "Quite another thing altogether".to_owned());
        let body = after.join("\n\n");
        let document = assigned(&body, &lock).unwrap();
        let kept: BTreeSet<_> = ids(&document).into_iter().collect();
        for id in ids(&before) {
            prop_assert!(kept.contains(&id), "{} is lost", id);
        }
        // `sync` twice is `sync` once.
        let once = locked(&document, &lock);
        let twice = locked(&assigned(&body, &once).unwrap(), &once);
        prop_assert_eq!(once, twice);
    }

    #[test]
    fn a_message_is_escaped_whole(words in "[ -~]{0,40}") {
        let nothing = markdown::References { links: &[], notes: &[] };
        let (paragraphs, problems) = markdown::inlines(&markdown::escape(&words), &nothing);
        prop_assert!(problems.iter().all(|problem| problem.severity != Severity::Error));
        let read: String = paragraphs.iter().map(|inlines| hexapla::document::plain(inlines)).collect();
        prop_assert_eq!(read, words.trim());
    }
}

/// What is read without the parser says what the parser reads. A comment at the end is no words, and
/// makes the parser read them.
#[test]
fn leaves_without_marks_are_read_as_the_parser_reads_them() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let none = markdown::References { links: &[], notes: &[] };
    let (mut all, mut plain) = (0, 0);
    for slug in ["2021-05-26-virtual-dialogue", "2026-11-24-specimen"] {
        let keys = ["ar", "zh", "fr", "ru", "es"];
        let mut paths: Vec<_> = keys.map(|key| format!("locales/{key}/{slug}.ftl")).into();
        paths.push(format!("content/{slug}/index.md"));
        for path in paths {
            let text = std::fs::read_to_string(root.join(path)).unwrap();
            for line in text.lines() {
                let words = line.split_once(" = ").map_or(line, |(_, words)| words).trim();
                let parsed = markdown::inlines(&format!("{words}<!-- x -->"), &none);
                let quick = markdown::inlines(words, &none);
                all += 1;
                if let ([paragraph], []) = (&quick.0[..], &quick.1[..])
                    && let [Inline::Text(said)] = &paragraph[..]
                    && said == words
                {
                    plain += 1;
                    assert_eq!(quick, parsed, "{words}");
                }
            }
        }
    }
    assert!(plain > 300 && plain < all, "{plain} of {all}");
}

#[test]
fn what_has_more_parts_than_a_release_can_have_is_refused_at_once() {
    let front = "+++\ntitle = \"水\"\ndescription = \"ماء\"\ndate = 2026-11-24\nplace = \"日内瓦\"\nkind = \"X\"\n+++\n\n";
    for part in ["- 水\n", "# م\n\n", "*ب* "] {
        let few = format!("{front}{}", part.repeat(9));
        let many = format!("{front}{}", part.repeat(MOST_PARTS + 1));
        let read = |text: &str| markdown::parse(&SourceText::new("index.md", text), &Assets::new());
        assert!(read(&few).0.is_some(), "{:?}", read(&few).1);
        let (parsed, found) = read(&many);
        let codes: Vec<_> = found.iter().map(|one| one.code).collect();
        assert!(parsed.is_none());
        assert_eq!(codes, ["too-many-parts"]);
    }
}
