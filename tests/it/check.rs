//! The rules, tried on small releases.
//!
//! `tests/check/<code>/good/` is a release of which nothing is reported, `bad/` one that breaks
//! the rule; `bad.txt` beside it lists all that is reported of it. A release is `index.md` and its
//! translations, `ar.ftl`, `zh.ftl` …, with a `translations.lock` where it matters, and with terms and
//! furniture of its own (`ru.terms.ftl`, `ru.hexapla.ftl`). `SNAPSHOTS=overwrite cargo test --test it` writes the
//! `bad.txt` anew: read the difference before you commit it. `tests/prose/` is a release in good style,
//! full of what looks like a mistake and is none.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use hexapla::catalog::words::WordsInput;
use hexapla::catalog::{self, Catalog, Words, words};
use hexapla::check::{self, RULES};
use hexapla::diagnostic::{Diagnostic, Edit, SourceText};
use hexapla::edition::{Edition, Voices, localize};
use hexapla::explain;
use hexapla::files::Assets;
use hexapla::identity::{self, Lock};
use hexapla::locale::{Digits, Locale, LocaleRef, UNITED_NATIONS};
use hexapla::markdown;
use hexapla::project::{Format, Policy, Settings, Stale, TextOptions, UrlRule};
use hexapla::release::Release;
use hexapla::segment::Slug;

#[test]
fn every_rule_has_its_cases() {
    let folder = Path::new("tests/check");
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<_> = names.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    let codes: Vec<_> = RULES.iter().map(|rule| rule.code).collect();
    assert_eq!(names, codes, "a folder in tests/check for each rule, RULES in order");
    for rule in RULES {
        let bad = fs::read_to_string(folder.join(rule.code).join("bad.txt")).unwrap_or_default();
        let code = format!(": {}: ", rule.code);
        assert!(bad.contains(&code), "tests/check/{}/bad.txt shows no finding of it", rule.code);
    }
}

#[test]
fn every_rule_has_its_page() {
    let pageless = RULES.iter().filter(|rule| explain::page(rule.code).is_none());
    assert_eq!(pageless.map(|rule| rule.code).collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn good_releases_have_no_findings() {
    let mut all = String::new();
    for rule in RULES {
        let folder = Path::new("tests/check").join(rule.code).join("good");
        let found = findings(&folder);
        if !found.is_empty() {
            all.extend([&folder.display().to_string(), "\n", &found]);
        }
    }
    assert_eq!(all, "");
}

#[test]
fn good_prose_has_no_findings() {
    assert_eq!(findings(Path::new("tests/prose")), "");
}

#[test]
fn bad_releases_have_the_findings_listed() {
    for rule in RULES {
        let folder = Path::new("tests/check").join(rule.code);
        let expected = snapbox::Data::read_from(&folder.join("bad.txt"), None).raw();
        let found = findings(&folder.join("bad"));
        snapbox::Assert::new().action_env("SNAPSHOTS").eq(found, expected);
    }
}

#[test]
fn fixes_put_right_what_they_are_about() {
    for rule in RULES {
        let folder = Path::new("tests/check").join(rule.code).join("bad");
        let all = found(&folder);
        if all.iter().all(|problem| problem.fix.is_none()) {
            continue;
        }
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fixed").join(rule.code);
        fs::create_dir_all(&target).unwrap();
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            fs::copy(&path, target.join(path.file_name().unwrap())).unwrap();
        }
        let others = |found: &[Diagnostic]| -> Vec<String> {
            let others = found.iter().filter(|problem| problem.fix.is_none());
            others.map(|problem| format!("{}: {}", problem.code, problem.message)).collect()
        };
        let before = others(&all);
        // The source last: words that change there have another id. A fix inside another is made
        // in the next round.
        for end in [".ftl", ".md"] {
            let rounds = (0..4).take_while(|_| fix(&target, end)).count();
            assert!(rounds < 4, "{}: fixes without end", rule.code);
            let after = others(&found(&target));
            for problem in after.iter().filter(|_| end == ".ftl") {
                assert!(before.contains(problem), "{}: after the fixes: {problem}", rule.code);
            }
        }
    }
}

/// Makes the fixes in files with this end of the name, one of those that overlap; whether there was
/// one.
fn fix(folder: &Path, end: &str) -> bool {
    let mut edits: BTreeMap<String, Vec<Edit>> = BTreeMap::new();
    for problem in found(folder) {
        let (Some(place), Some(edit)) = (problem.place, problem.fix) else { continue };
        if place.file.ends_with(end) {
            edits.entry(place.file).or_default().push(edit);
        }
    }
    for (name, edits) in &mut edits {
        edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
        let text = fs::read_to_string(folder.join(name)).unwrap();
        let (mut mended, mut at) = (String::new(), 0);
        for edit in edits {
            if edit.range.start >= at {
                mended.extend([&text[at..edit.range.start], &edit.replacement]);
                at = edit.range.end;
            }
        }
        mended.push_str(&text[at..]);
        fs::write(folder.join(name), mended).unwrap();
    }
    !edits.is_empty()
}

#[test]
fn unknown_messages_say_what_to_do_next() {
    let found = found(Path::new("tests/check/unknown-message/bad"));
    let help = found.iter().map(|problem| problem.help.as_deref().unwrap());
    let expected = [
        "the nearest name that is not translated is `opening-heading`",
        "run `hexapla sync` first: it keeps the words in the lock; then take the message out",
        "take the message out: the lock keeps its words",
    ];
    assert_eq!(help.collect::<Vec<_>>(), expected);
}

/// Everything reported of a release, a line each: `file:line:column: severity: code: message`;
/// under it what `--fix` would write.
fn findings(folder: &Path) -> String {
    found(folder).iter().map(line).collect()
}

fn found(folder: &Path) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let case = Case::read(folder, &mut found);
    let editions = case.editions(&mut found);
    let all = |_: &check::Rule| true;
    let (release, settings) = (&case.release, &*case.settings);
    found.extend(check::run((release, settings), &editions, &case.catalogs, &all));
    // The cases of the other rules are translated as far as their rule needs.
    let own = folder.parent().is_some_and(|parent| parent.ends_with("untranslated"));
    found.retain(|problem| own || problem.code != "untranslated");
    found.sort_by(|a, b| (&a.place, a.code).cmp(&(&b.place, b.code)));
    found
}

fn line(diagnostic: &Diagnostic) -> String {
    let Diagnostic { code, severity, message, place, help, fix, .. } = diagnostic;
    let place = place.as_ref().expect("every finding of a release has a place");
    assert!(help.is_some(), "`{code}` says what to do next");
    let severity = format!("{severity:?}").to_lowercase();
    let fix = fix.as_ref().map_or(String::new(), |fix| format!("    fix: {:?}\n", fix.replacement));
    let (file, line, column) = (&place.file, place.line, place.column);
    format!("{file}:{line}:{column}: {severity}: {code}: {message}\n{fix}")
}

struct Case {
    release: Release,
    catalogs: BTreeMap<String, Catalog>,
    words: BTreeMap<String, Words>,
    settings: Arc<Settings>,
}

impl Case {
    fn read(folder: &Path, found: &mut Vec<Diagnostic>) -> Self {
        let settings = Arc::new(settings());
        let mut words = BTreeMap::new();
        for locale in &settings.locales {
            let (parsed, problems) = words_of(folder, locale);
            found.extend(problems);
            words.insert(locale.key().to_owned(), parsed.unwrap());
        }
        let mut catalogs = BTreeMap::new();
        for (key, words) in &words {
            let path = folder.join(format!("{key}.ftl"));
            if let Some(source) = read(&path) {
                let (catalog, problems) = catalog::parse(&source, words);
                found.extend(problems);
                catalogs.insert(key.clone(), catalog);
            }
        }
        let source = read(&folder.join("index.md"))
            .unwrap_or_else(|| panic!("{} has no index.md", folder.display()));
        let lock = read(&folder.join("translations.lock"));
        let release = release(folder, (source, lock), (&settings, found));
        Self { release, catalogs, words, settings }
    }

    /// The edition of the source and one for each translation.
    fn editions(&self, found: &mut Vec<Diagnostic>) -> Vec<Edition> {
        let source_key = self.release.source_locale.key();
        let leaves = self.release.document.leaves();
        let patterns = leaves.iter().map(|segment| (&segment.id, segment.pattern.as_str()));
        let reference = catalog::reference(patterns, &self.words[source_key]);
        let mut editions = Vec::new();
        for locale in &self.release.locales {
            let translation = self.catalogs.get(locale.key());
            if translation.is_none() && locale.key() != source_key {
                continue;
            }
            let voices = Voices {
                locale,
                furniture: &self.words[locale.key()].furniture,
                source_furniture: &self.words[source_key].furniture,
                reference: &reference,
                translation,
                settings: &self.settings,
            };
            let (edition, problems) = localize(&self.release, &voices);
            found.extend(problems);
            editions.push(edition);
        }
        editions
    }
}

/// The words of a locale, with the terms and the furniture of its own that a case has for it.
fn words_of(folder: &Path, locale: &LocaleRef) -> (Option<Words>, Vec<Diagnostic>) {
    let own = |key: &str, name: &str| read(&folder.join(format!("{key}.{name}.ftl")));
    let key = locale.key();
    words::parse(&WordsInput {
        locale,
        furniture: own(key, "hexapla").as_ref(),
        terms: own(key, "terms").as_ref(),
        reference_terms: None,
        digits: Digits::Western,
        organisation: "",
    })
}

fn read(path: &Path) -> Option<SourceText> {
    let name = PathBuf::from(path.file_name()?).display().to_string();
    fs::read_to_string(path).ok().map(|text| SourceText::new(name, text))
}

fn release(
    folder: &Path,
    (source, lock): (SourceText, Option<SourceText>),
    (settings, found): (&Settings, &mut Vec<Diagnostic>),
) -> Release {
    let mut assets = Assets::from([
        ("chart.svg".to_owned(), b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec()),
        ("photo.jpg".to_owned(), b"\xff\xd8\xff".to_vec()),
    ]);
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if !["md", "ftl", "lock"].contains(&name.rsplit('.').next().unwrap_or("")) {
            assets.insert(name, fs::read(&path).unwrap());
        }
    }
    let (parsed, problems) = markdown::parse(&source, &assets);
    found.extend(problems);
    let parsed = parsed.expect("the front matter is fine");
    let key = parsed.facts.source_locale.as_ref().map(|named| named.key.as_str());
    let source_locale = settings.locales.iter().find(|locale| Some(locale.key()) == key);
    let (lock, problems) = lock.as_ref().map(Lock::parse).unwrap_or_default();
    found.extend(problems);
    Release {
        slug: Slug::new("case").unwrap(),
        document: identity::assign(&parsed.document, &lock),
        source,
        source_locale: source_locale.unwrap_or(&settings.source_locale).clone(),
        locales: settings.locales.clone(),
        facts: parsed.facts,
        lock,
        assets: Arc::new(assets),
    }
}

/// The settings of every case.
fn settings() -> Settings {
    let locales: Vec<LocaleRef> =
        UNITED_NATIONS.iter().map(|(key, _, _)| Arc::new(Locale::built_in(key).unwrap())).collect();
    let rule = |prefix: &str, replacement: &str| UrlRule {
        prefix: prefix.to_owned(),
        replacement: replacement.to_owned(),
    };
    Settings {
        limits: hexapla::disk::Limits::default(),
        organisation: String::new(),
        base_url: None,
        source_locale: locales[2].clone(),
        locales,
        formats: vec![Format::Html],
        parallel: Vec::new(),
        contact: None,
        stale: Stale::Notice,
        minimum_translated: 100,
        link_hosts: vec!["www.ohchr.org".to_owned()],
        url_rules: vec![
            rule("https://www.un.org/en/", "https://www.un.org/{key}/"),
            rule("https://en.unesco.org/", "https://{key}.unesco.org/"),
        ],
        digits: Digits::Western,
        text: TextOptions { bom: true, crlf: false, isolates: false, wrap: None },
        claim: None,
        check: Policy::default(),
    }
}
