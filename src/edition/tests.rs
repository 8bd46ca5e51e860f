use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Edition, Voices, localize};
use crate::catalog::{self, words};
use crate::diagnostic::SourceText;
use crate::disk::ProjectInput;
use crate::document::{Block, Inline, Mark, Section, State, Text};
use crate::files::Assets;
use crate::identity::{self, Lock, Review, Stamp};
use crate::locale::{Digits, Locale, LocaleRef};
use crate::markdown;
use crate::project::Settings;
use crate::release::Release;
use crate::segment::{Segment, SegmentId, Slug};
use crate::target::Target;

const FRONT: &str = "+++\ntitle = \"T\"\ndescription = \"D\"\ndate = 2021-05-26\n+++\n\n";

fn locale(key: &str) -> LocaleRef {
    Arc::new(Locale::built_in(key).expect("one of the six"))
}

fn settings(toml: &str) -> Arc<Settings> {
    let text =
        format!("source-locale = \"en\"\nlocales = [\"ar\", \"zh\", \"en\", \"ru\"]\n{toml}");
    let input = ProjectInput {
        config: Some(SourceText::new("hexapla.toml", text)),
        furniture: BTreeMap::new(),
        terms: BTreeMap::new(),
        slugs: Vec::new(),
        diagnostics: Vec::new(),
    };
    let (project, problems) = crate::project::parse(input);
    assert_eq!(problems, []);
    project.expect("the settings are right").settings
}

fn release(body: &str, lock: Lock) -> Release {
    let source = SourceText::new("content/r/index.md", format!("{FRONT}{body}"));
    let (parsed, problems) = markdown::parse(&source, &Assets::new());
    assert_eq!(problems, []);
    let parsed = parsed.expect("the front matter is right");
    Release {
        slug: Slug::new("r").expect("a slug"),
        source,
        source_locale: locale("en"),
        locales: ["ar", "zh", "en", "ru"].map(locale).to_vec(),
        facts: parsed.facts,
        document: identity::assign(&parsed.document, &lock),
        lock,
        assets: Arc::default(),
    }
}

/// The id of the leaf whose words begin so.
fn id(release: &Release, words: &str) -> String {
    let leaves = release.document.leaves();
    let found = leaves.iter().find(|leaf| leaf.pattern.starts_with(words));
    found.expect("a leaf begins so").id.to_string()
}

/// The edition, and the codes of what is reported.
fn edition(
    release: &Release,
    key: &str,
    ftl: &str,
    settings: &Arc<Settings>,
) -> (Edition, Vec<&'static str>) {
    let locale = locale(key);
    let built_in = |locale| words::built_in(locale, Digits::Western).expect("one of the six");
    let words = built_in(&locale);
    let english = built_in(&release.source_locale);
    let leaves = release.document.leaves();
    let reference =
        catalog::reference(leaves.iter().map(|s: &&Segment| (&s.id, s.pattern.as_str())), &english);
    let (translation, problems) = catalog::parse(&SourceText::new("locales/x/r.ftl", ftl), &words);
    assert_eq!(problems, []);
    let voices = Voices {
        locale: &locale,
        furniture: &words.furniture,
        source_furniture: &english.furniture,
        reference: &reference,
        translation: (key != "en").then_some(&translation),
        settings,
    };
    let (edition, problems) = localize(release, &voices);
    (edition, problems.iter().map(|problem| problem.code).collect())
}

fn paragraph(edition: &Edition, index: usize) -> &Text {
    match &edition.document.blocks[index] {
        Block::Paragraph(text) => text,
        other => panic!("not a paragraph: {other:?}"),
    }
}

#[test]
fn missing_words_are_the_sources() {
    let release = release("One.\n\nTwo.\n", Lock::default());
    let ftl = format!("{} = 一。\n", id(&release, "One"));
    let (zh, problems) = edition(&release, "zh", &ftl, &settings(""));
    assert!(problems.is_empty());
    assert_eq!((paragraph(&zh, 0).plain(), paragraph(&zh, 0).locale.key()), ("一。".into(), "zh"));
    assert_eq!((paragraph(&zh, 1).plain(), paragraph(&zh, 1).locale.key()), ("Two.".into(), "en"));
    assert_eq!(paragraph(&zh, 1).state, State::Missing);
    assert_eq!((zh.counts.messages, zh.counts.missing), (4, 3));
}

#[test]
fn paragraphs_may_be_left_out_and_split_headings_not() {
    let release = release("## Head {#h}\n\nOne.\n\nTwo.\n", Lock::default());
    let (one, two) = (id(&release, "One"), id(&release, "Two"));
    let ftl = format!("h-heading = {{ \"\" }}\n{one} = {{ \"\" }}\n{two} =\n    أ.\n\n    ب.\n");
    let (ar, problems) = edition(&release, "ar", &ftl, &settings(""));
    assert_eq!(problems, ["empty"]);
    let section = ar.document.sections().next().expect("a section");
    assert_eq!(section.heading.plain(), "Head");
    let counts = section.blocks.iter().map(|block| match block {
        Block::Paragraph(text) => text.paragraphs.len(),
        other => panic!("not a paragraph: {other:?}"),
    });
    let counts: Vec<usize> = counts.collect();
    assert_eq!(counts, [0, 2]);
    let (_, problems) = edition(&release, "ar", "h-heading =\n    أ\n\n    ب\n", &settings(""));
    assert_eq!(problems, ["split"]);
}

#[test]
fn what_cannot_be_used_falls_back() {
    let release = release("See [a](https://a.org/).\n", Lock::default());
    let see = id(&release, "See");
    for (words, code) in [
        ("[أ][2]", "link-target"),
        ("{ -no-such-term }", "unknown-reference"),
        ("<b>أ</b>", "raw-html"),
        ("<em>أ", "html-unbalanced"),
        ("{ $nobody }", "unknown-variable"),
    ] {
        let (ar, problems) = edition(&release, "ar", &format!("{see} = {words}\n"), &settings(""));
        assert!(problems.contains(&code), "{words}: {problems:?}");
        assert_eq!(paragraph(&ar, 0).plain(), "See a.", "{words}");
        assert_eq!(paragraph(&ar, 0).locale.key(), "en");
    }
}

#[test]
fn links_lead_to_the_readers_language() {
    let release = release("See [a](https://a.org/en/x).\n", Lock::default());
    let ftl = format!("{} = 见[甲][1]。\n", id(&release, "See"));
    let rule = "[[links.localise]]\nprefix = \"https://a.org/en/\"\nreplacement = \"https://a.org/{tag}/\"\n";
    let (zh, problems) = edition(&release, "zh", &ftl, &settings(rule));
    assert!(problems.is_empty());
    let link = &paragraph(&zh, 0).paragraphs[0][1];
    let Inline::Span(Mark::Link { target, .. }, _) = link else { panic!("no link: {link:?}") };
    assert_eq!(target.as_str(), "https://a.org/zh-Hans/x");
}

#[test]
fn rules_for_addresses_fit_whole_parts() {
    let rule = "[[links.localise]]\nprefix = \"https://a.org/en\"\nreplacement = \"https://a.org/{key}\"\n";
    let settings = settings(rule);
    let counterpart = |url: &str| {
        let target = Target::new(url).expect("a target");
        super::counterpart(&target, &locale("ar"), &settings)
            .map(|target| target.as_str().to_owned())
    };
    assert_eq!(counterpart("https://a.org/en/x").as_deref(), Some("https://a.org/ar/x"));
    assert_eq!(counterpart("https://a.org/en").as_deref(), Some("https://a.org/ar"));
    assert_eq!(counterpart("https://a.org/environment"), None);
}

#[test]
fn what_is_out_of_date_stops_nothing() {
    let first = release("See [a](https://a.org/) and [b](https://b.org/).\n", Lock::default());
    let id = id(&first, "See");
    let mut lock = Lock::default();
    lock.set_segments(first.document.leaves().into_iter());
    let ftl = format!("{id} = 见[甲][1]和[乙][2]。\n");
    // The author takes a link out: the translation still leads where it led.
    let second = release("See [a](https://a.org/) and nothing.\n", lock);
    let (zh, problems) = edition(&second, "zh", &ftl, &settings(""));
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(paragraph(&zh, 0).state, State::Stale);
    let targets = paragraph(&zh, 0).paragraphs[0].iter().filter_map(|inline| match inline {
        Inline::Span(Mark::Link { target, .. }, _) => Some(target.as_str()),
        _ => None,
    });
    let targets: Vec<_> = targets.collect();
    assert_eq!(targets, ["https://a.org/", "https://b.org/"]);
}

#[test]
fn dates_are_filled_in_and_escaped() {
    let release = release("On { $date }.\n", Lock::default());
    let ftl = format!("{} = في {{ $date }}.\n", id(&release, "On"));
    let (ar, _) = edition(&release, "ar", &ftl, &settings(""));
    assert_eq!(paragraph(&ar, 0).plain(), "في 26 أيار/مايو 2021.");
    let (en, _) = edition(&release, "en", "", &settings(""));
    assert_eq!(paragraph(&en, 0).plain(), "On 26 May 2021.");
}

#[test]
fn the_lock_says_what_is_stale() {
    let first = release("One word here.\n", Lock::default());
    let id = id(&first, "One");
    let ftl = format!("{id} = Раз.\n");
    let mut lock = Lock::default();
    lock.set_segments(first.document.leaves().into_iter());
    let fingerprint = |words: &str| {
        let words_ru = words::built_in(&locale("ru"), Digits::Western).expect("one of the six");
        let (catalog, _) = catalog::parse(&SourceText::new("r.ftl", words.to_owned()), &words_ru);
        catalog.entry(&first.document.leaves()[2].id).expect("it is there").fingerprint
    };
    let stamp = Stamp {
        source: first.document.leaves()[2].fingerprint.clone(),
        translation: fingerprint(&ftl),
        review: Review::Revised,
    };
    lock.stamps.entry("ru".into()).or_default().insert(SegmentId::value(id.clone()), stamp);

    let state = |body: &str, ftl: &str, toml: &str| {
        let release = release(body, lock.clone());
        paragraph(&edition(&release, "ru", ftl, &settings(toml)).0, 0).state
    };
    assert_eq!(state("One word here.\n", &ftl, ""), State::Revised);
    assert_eq!(state("One word there.\n", &ftl, ""), State::Stale);
    assert_eq!(
        state("One word there.\n", &ftl, "[translation]\nstale = \"fallback\"\n"),
        State::Outdated
    );
    // Both changed since the last sync: the translator has not seen the new source.
    assert_eq!(state("One word there.\n", &format!("{id} = Два.\n"), ""), State::Stale);
    assert_eq!(state("One word here.\n", &format!("{id} = Два.\n"), ""), State::Translated);
    let unknown = release("One word here.\n", Lock::default());
    assert_eq!(
        paragraph(&edition(&unknown, "ru", &ftl, &settings("")).0, 0).state,
        State::Unverified
    );
}

#[test]
fn statements_are_named_in_full() {
    let speaker = |session: &str, name: &str| {
        format!(
            "### {name} {{#{session}-{name} .speaker}}\n\n[Statement](https://a.org/{session})\n\n"
        )
    };
    let body = [
        "## Opening {#o}\n\n",
        &speaker("o", "ann"),
        &speaker("o", "bob"),
        "## Closing {#c}\n\n",
        &speaker("c", "ann"),
        "[Video of the statement](https://b.org/)\n",
    ];
    let release = release(&body.concat(), Lock::default());
    let (en, _) = edition(&release, "en", "", &settings(""));
    let words = |section: &Section<Text>| match &section.blocks[0] {
        Block::Paragraph(text) => text.plain(),
        other => panic!("not a paragraph: {other:?}"),
    };
    let found: Vec<String> = en
        .document
        .sections()
        .flat_map(|session| session.sections().map(words).collect::<Vec<_>>())
        .collect();
    assert_eq!(
        found,
        ["Statement by ann (Opening)", "Statement by bob", "Statement by ann (Closing)"]
    );
}
