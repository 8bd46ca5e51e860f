//! Every gate, on releases in memory: green, and red for one reason.

use std::collections::BTreeMap;

use super::*;
use crate::diagnostic::SourceText;
use crate::disk::{ProjectInput, ReleaseInput};
use crate::files::Assets;
use crate::publish::{Request, load};
use crate::segment::Slug;
use crate::{catalog, project};

const CLAIM: &str = "[accessibility]\nconforms-to = \"WCAG\"\ncertified-by = \"O\"\n";
const PICTURE: &str = "![A well](well.svg)\n";
const STILL: &[u8] = b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>";

fn project(more: &str) -> Project {
    let config = format!("locales = [\"ar\", \"zh\", \"en\"]\norganisation = \"O\"\n{more}");
    let config = Some(SourceText::new("hexapla.toml", config));
    let (project, found) = project::parse(ProjectInput { config, ..ProjectInput::default() });
    assert_eq!(found, []);
    project.expect("the settings are right")
}

/// A release whose messages are all translated, but for those that `lacks` names.
fn input(body: &str, image: &[u8], (project, lacks): (&Project, &str)) -> ReleaseInput {
    let front = "+++\ntitle = \"T\"\ndescription = \"D\"\ndate = 2021-05-26\n+++\n\n";
    let mut input = ReleaseInput {
        slug: Slug::new("one").expect("it is one"),
        source: SourceText::new("content/one/index.md", format!("{front}{body}")),
        lock: None,
        catalogs: BTreeMap::new(),
        unread: BTreeMap::new(),
        assets: Assets::from([("well.svg".to_owned(), image.to_vec())]),
        diagnostics: Vec::new(),
    };
    let (loaded, found) = load(input.clone(), project, &Request::ALL);
    let release = loaded.unwrap_or_else(|| panic!("{found:?}")).release;
    for (key, words) in [("ar", "كلمات"), ("zh", "说话")] {
        let mut messages = String::new();
        for segment in release.document.leaves() {
            let id = &segment.id;
            if id.to_string().contains(lacks) {
                continue;
            }
            match id.attribute {
                Some(name) => {
                    messages.extend([&id.message, " =\n    .", name, " = ", words, "\n"]);
                }
                None => messages.extend([&id.to_string(), " = ", words, "\n"]),
            }
        }
        let text = SourceText::new(format!("locales/{key}/one.ftl"), messages);
        assert!(!catalog::parse(&text, &project.words[key]).1.iter().any(is_error), "{key}");
        input.catalogs.insert(key.to_owned(), text);
    }
    input
}

fn is_error(one: &Diagnostic) -> bool {
    one.severity == Severity::Error
}

/// The red gates by locale, and what is said of the first.
fn red(body: &str, image: &[u8], more: (&str, &str)) -> (Vec<String>, Option<Diagnostic>) {
    let project = project(more.0);
    let input = input(body, image, (&project, more.1));
    let (loaded, mut found) = load(input, &project, &Request::ALL);
    let loaded = loaded.expect("it can be read");
    let (editions, more) = loaded.editions(&project, &Request::ALL);
    found.extend(more);
    let closed = closed(&loaded.release, &editions, (&project, &found));
    let name = |one: &Diagnostic| {
        let locale = one.about.as_ref().and_then(|about| about.locale.clone());
        let name = one.message.split("the gate `").nth(1).and_then(|rest| rest.split('`').next());
        format!("{} {}", locale.unwrap_or_default(), name.unwrap_or_default())
    };
    (closed.iter().map(name).collect(), closed.into_iter().next())
}

const NOTHING: &str = "no message is called so";

#[test]
fn what_is_in_order_passes() {
    let table = "| | Year |\n|---|---|\n| Well | 2021 |\n";
    let body = format!("{PICTURE}\n{table}\nSee the [list of wells](https://example.org/wells).\n");
    assert_eq!(red(&body, STILL, (CLAIM, NOTHING)).0, [""; 0]);
}

#[test]
fn every_gate_can_be_red() {
    let all = |gate: &str| ["en", "ar", "zh"].map(|key| format!("{key} {gate}")).to_vec();
    let vague = "Read [here](https://example.org/wells).\n";
    let (gates, first) = red(vague, STILL, (CLAIM, NOTHING));
    assert_eq!(gates, ["en rules"]);
    let first = first.expect("one is red");
    assert!(first.message.contains("link-vague (WCAG 2.4.4) in lead-p-"), "{}", first.message);
    assert_eq!(first.place.map(|place| (place.line, place.column)), Some((7, 7)));

    let (gates, first) = red(PICTURE, STILL, (CLAIM, ".alt"));
    assert_eq!(gates, ["ar images", "zh images"]);
    let place = first.and_then(|one| one.place).expect("it has a place");
    assert_eq!((place.file.as_str(), place.line), ("content/one/index.md", 7));

    let table = "| | Year | |\n|---|---|---|\n| Well | 2021 | open |\n";
    assert_eq!(red(table, STILL, (CLAIM, NOTHING)).0, all("tables"));

    let moving = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><animateMotion/></svg>";
    let (gates, first) = red(PICTURE, moving, (CLAIM, NOTHING));
    assert!(all("movement").iter().all(|gate| gates.contains(gate)), "{gates:?}");
    assert!(first.and_then(|one| one.help).expect("help").contains("take `[accessibility]` out"));
}

/// A rule that does not look finds nothing, which proves nothing; what a person allowed may stay.
#[test]
fn a_rule_that_is_off_is_no_proof() {
    let off = format!("{CLAIM}[check]\nseverity = {{ link-vague = \"off\" }}\n");
    let plain = "Water for all.\n";
    assert_eq!(red(plain, STILL, (&off, NOTHING)).0, ["en rules", "ar rules", "zh rules"]);
    let lowered = format!("{CLAIM}[check]\nseverity = {{ link-vague = \"warning\" }}\n");
    assert_eq!(red(plain, STILL, (&lowered, NOTHING)).0, [""; 0]);
    assert_eq!(
        red("Read [here](https://example.org/wells).\n", STILL, (&lowered, NOTHING)).0,
        ["en rules"]
    );
}

#[test]
fn without_a_claim_there_is_no_gate() {
    let vague = "Read [here](https://example.org/wells).\n";
    assert_eq!(red(vague, b"<svg><animateMotion/></svg>", ("", NOTHING)).0, [""; 0]);
}

/// The writers mark every fallback, since its words know their locale: one that did not would be found.
#[test]
fn a_fallback_that_is_not_marked_is_found() {
    let project = project(CLAIM);
    let input = input("Water for all.\n", STILL, (&project, "lead-p-"));
    let (loaded, _) = load(input, &project, &Request::ALL);
    let loaded = loaded.expect("it can be read");
    let (mut editions, found) = loaded.editions(&project, &Request::ALL);
    let seen = |editions: &[Edition]| closed(&loaded.release, editions, (&project, &found)).len();
    assert_eq!(seen(&editions), 0);
    let arabic = editions.iter_mut().find(|one| one.locale.key() == "ar").expect("it is there");
    let own = arabic.locale.clone();
    for block in &mut arabic.document.blocks {
        match block {
            crate::document::Block::Paragraph(text) => text.locale = own.clone(),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(seen(&editions), 1);
}
