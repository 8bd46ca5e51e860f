//! Fixes, on releases in memory.

use super::*;
use crate::diagnostic::SourceText;
use crate::disk::ProjectInput;
use crate::files::Assets;
use crate::project;
use crate::segment::Slug;
use crate::translate;

/// Closes nothing, and shows nothing.
const STRAY: &str = "\u{2069}";

fn project() -> Project {
    let config = "locales = [\"ar\", \"zh\", \"en\"]\norganisation = \"O\"\n";
    let config = Some(SourceText::new("hexapla.toml", config));
    let (project, found) = project::parse(ProjectInput { config, ..ProjectInput::default() });
    assert_eq!(found, []);
    project.expect("the settings are right")
}

/// A release with a heading and a paragraph.
fn input(body: &str) -> ReleaseInput {
    let front = "+++\ntitle = \"T\"\ndescription = \"D\"\ndate = 2021-05-26\n+++\n\n";
    ReleaseInput {
        slug: Slug::new("one").expect("it is one"),
        source: SourceText::new("content/one/index.md", format!("{front}{body}")),
        lock: None,
        catalogs: BTreeMap::new(),
        unread: BTreeMap::new(),
        assets: Assets::new(),
        diagnostics: Vec::new(),
    }
}

fn translated(mut input: ReleaseInput, key: &str, messages: &str) -> ReleaseInput {
    let path = format!("locales/{key}/one.ftl");
    input.catalogs.insert(key.to_owned(), SourceText::new(path, messages));
    input
}

/// The release after `sync`.
fn synced(mut input: ReleaseInput, project: &Project) -> ReleaseInput {
    let (loaded, _) = load(input.clone(), project, &Request::ALL);
    let loaded = loaded.expect("it can be read");
    let (release, catalogs) = (&loaded.release, &loaded.catalogs);
    let (texts, unread) = (&input.catalogs, &input.unread);
    let subject = translate::Subject { release, catalogs, texts, unread, project };
    let synced = translate::sync(&subject, &BTreeSet::new());
    let path = "content/one/translations.lock";
    let lock = String::from_utf8(synced.files.get(path).expect("it is written").to_vec());
    input.lock = Some(SourceText::new(path, lock.expect("it is text")));
    input
}

fn signed(mut input: ReleaseInput) -> ReleaseInput {
    let lock = input.lock.take().expect("it was synced");
    let text = lock.text().replace(" translated", " revised");
    assert_ne!(text, lock.text());
    input.lock = Some(SourceText::new(lock.path(), text));
    input
}

/// The release with all fixes made.
fn after(mut input: ReleaseInput, fixed: &Fixed) -> ReleaseInput {
    for (path, text) in &fixed.texts {
        if *path == format!("content/{}/translations.lock", input.slug) {
            input.lock = Some(text.clone());
        } else {
            *text_of(&mut input, path).expect("it is one of the release") = text.clone();
        }
    }
    input
}

fn states(input: &ReleaseInput, project: &Project, key: &str) -> Vec<State> {
    let look = Look::new(input.clone(), project).expect("it can be read");
    look.states[key].iter().map(|(_, state)| *state).collect()
}

/// The id of the paragraph.
fn id(input: &ReleaseInput, project: &Project) -> String {
    let (loaded, _) = load(input.clone(), project, &Request::ALL);
    loaded.expect("it can be read").release.document.leaves()[2].id.to_string()
}

const BODY: &str = "We have a critical role to play in this.\n";

#[test]
fn a_fixed_translation_keeps_its_state() {
    let project = project();
    let id = id(&input(BODY), &project);
    let base = translated(input(BODY), "ar", &format!("# x\n{id} = لنا{STRAY} دور حاسم.\n"));
    let base = signed(synced(base, &project));
    let fixed = fix(&base, &project, &Request::ALL);
    assert_eq!(fixed.refused, []);
    let texts: Vec<_> = fixed.texts.keys().map(String::as_str).collect();
    assert_eq!(texts, ["content/one/translations.lock", "locales/ar/one.ftl"]);
    assert_eq!(fixed.texts["locales/ar/one.ftl"].text(), format!("# x\n{id} = لنا دور حاسم.\n"));
    let mended = &fixed.mended[0];
    assert_eq!((fixed.mended.len(), mended.code), (1, "direction-control"));
    assert_eq!(mended.about.as_ref().and_then(|about| about.id.as_ref()), Some(&id));
    let after = after(base.clone(), &fixed);
    assert_eq!(states(&after, &project, "ar")[2], State::Revised);
    // Nothing is left, and `sync` has nothing to add.
    assert!(fix(&after, &project, &Request::ALL).texts.is_empty());
    assert_eq!(synced(after.clone(), &project).lock, after.lock);
}

#[test]
fn what_is_out_of_date_stays_that() {
    let project = project();
    let id = id(&input(BODY), &project);
    let words = format!("{id} = 我们{STRAY}发挥关键作用。\n");
    let base = synced(translated(input(BODY), "zh", &words), &project);
    let edited = "We have a really critical role to play in this.\n";
    let edited = ReleaseInput { source: input(edited).source, ..base };
    for base in [edited.clone(), synced(edited, &project)] {
        assert_eq!(states(&base, &project, "zh")[2], State::Stale);
        let fixed = fix(&base, &project, &Request::ALL);
        assert_eq!((fixed.mended.len(), fixed.refused.len()), (1, 0));
        let after = after(base, &fixed);
        assert_eq!(states(&after, &project, "zh")[2], State::Stale);
        assert_eq!(states(&synced(after, &project), &project, "zh")[2], State::Stale);
    }
}

#[test]
fn a_fixed_source_makes_no_translation_stale() {
    let project = project();
    let body = format!("We have{STRAY} a critical role to play in this.\n");
    let id = id(&input(&body), &project);
    let words = format!("{id} = لنا دور حاسم.\n");
    let base = signed(synced(translated(input(&body), "ar", &words), &project));
    let fixed = fix(&base, &project, &Request::ALL);
    assert_eq!((fixed.mended.len(), fixed.refused.len()), (1, 0));
    let after = after(base, &fixed);
    assert!(after.source.text().ends_with(BODY));
    assert_eq!(self::id(&after, &project), id);
    assert_eq!(states(&after, &project, "ar")[2], State::Revised);
    assert_eq!(states(&synced(after, &project), &project, "ar")[2], State::Revised);
}

#[test]
fn a_source_that_no_lock_knows_is_left_alone() {
    let project = project();
    let body = format!("We have{STRAY} a critical role to play in this.\n");
    let fixed = fix(&input(&body), &project, &Request::ALL);
    // Its id comes from its words: with others it would have another.
    assert!(fixed.texts.is_empty() && fixed.mended.is_empty());
    assert_eq!(fixed.refused[0].code, "fix-refused");
}

#[test]
fn a_lock_that_is_not_in_order_is_not_written() {
    let project = project();
    let id = id(&input(BODY), &project);
    let base = translated(input(BODY), "ar", &format!("{id} = لنا{STRAY} دور.\n"));
    let mut base = synced(base, &project);
    let lock = base.lock.take().expect("it was synced");
    base.lock = Some(SourceText::new(lock.path(), format!("{}<<<<<<< ours\n", lock.text())));
    let fixed = fix(&base, &project, &Request::ALL);
    assert!(fixed.texts.is_empty());
    assert_eq!(fixed.refused[0].code, "fix-refused");
}

#[test]
fn fixes_that_touch_wait_for_each_other() {
    let source = SourceText::new("x.ftl", "a  中\u{200B} b");
    let one = |range, new: &str| Diagnostic::warning("x", "x").fix(range, new);
    let all = [one(1..3, " "), one(2..6, ""), one(6..9, ""), one(6..9, ""), one(4..5, "y")];
    let (text, done) = apply(&source, all.iter().collect());
    assert_eq!((text.text(), done.len()), ("a 中 b", 3));
}
