//! The measure of `hexapla check`: mistakes that people make, put one at a time into the project's
//! own good translations, and good variations of them, of which nothing is to be said.
//!
//! `tests/mistakes/known/` and `good/` hold the cases, `kinds.txt` the codes that count as caught,
//! `hexapla.txt` what was measured, and all that was missed. `SNAPSHOTS=overwrite cargo test --test
//! it mistakes` writes the last anew: read the difference before you commit it.

mod cases;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::Range;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use hexapla::catalog;
use hexapla::diagnostic::{Diagnostic, SourceText};
use hexapla::disk::{Limits, ProjectInput, ReleaseInput, read_project, read_release};
use hexapla::identity::Lock;
use hexapla::project::{self, Project};
use hexapla::publish::{self, Loaded, Request};
use hexapla::segment::Slug;
use rayon::prelude::*;

use cases::{Case, Change, Kind, cases, kinds};

const LOCALES: [&str; 6] = ["ar", "zh", "en", "fr", "ru", "es"];

/// What a change of the source does to its translations, and no false alarm.
const FOLLOWS: &str = "stale";

#[test]
fn the_project_itself_has_no_findings() {
    let found = PROJECT.check(&Request::ALL);
    assert_eq!(found.iter().map(said).collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn known_mistakes_are_caught() {
    let kinds = kinds();
    let cases = cases("known");
    let named: BTreeSet<_> = cases.iter().map(|case| case.kind.as_str()).collect();
    assert_eq!(named, kinds.keys().map(String::as_str).collect(), "kinds.txt names every kind");
    assert!(cases.len() >= 300 && kinds.len() >= 20, "{} mistakes", cases.len());
    let results: Vec<_> = cases.par_iter().map(|case| case.result(&kinds[&case.kind])).collect();
    let measured = snapbox::Data::read_from(Path::new("tests/mistakes/hexapla.txt"), None).raw();
    snapbox::Assert::new().action_env("SNAPSHOTS").eq(report(&cases, &results), measured);
}

#[test]
fn nothing_is_said_of_good_variations() {
    let cases = cases("good");
    assert!(cases.len() >= 60, "good variations: {}", cases.len());
    let results: Vec<_> = cases.par_iter().map(|case| case.result(&Kind::default())).collect();
    let alarms: Vec<_> = results.iter().flat_map(|result| &result.other).collect();
    assert!(alarms.is_empty(), "{alarms:#?}");
}

/// What `check` says of a case that it did not say before.
struct Outcome {
    /// Codes that are accepted for the kind, on the right message.
    caught: BTreeSet<&'static str>,
    /// Everything else.
    other: Vec<String>,
    /// How much it says, of any kind and anywhere: the measure that the peers are given.
    anything: usize,
}

/// The project as it is read.
#[derive(Clone)]
struct Files {
    project: Arc<ProjectInput>,
    /// What the project's own files are read as, and what is said of them.
    read: Arc<(Option<Project>, Vec<Diagnostic>)>,
    releases: BTreeMap<&'static str, ReleaseInput>,
}

/// A release that a case leaves as it is but for the words of one translation: read once, by its
/// name and the locale.
static LOADED: LazyLock<BTreeMap<(&str, &str), Loaded>> = LazyLock::new(|| {
    let all = PROJECT.releases.iter().flat_map(|(name, input)| {
        LOCALES.into_iter().map(move |locale| ((*name, locale), input.clone()))
    });
    let project = PROJECT.read.0.as_ref().unwrap();
    let load = |((name, locale), input): ((&'static str, &'static str), ReleaseInput)| {
        let loaded = publish::load(with_only(input, locale), project, &asked(locale)).0;
        ((name, locale), loaded.unwrap())
    };
    all.map(load).collect()
});

/// A release without the translations that nothing is asked of.
fn with_only(mut input: ReleaseInput, locale: &str) -> ReleaseInput {
    input.catalogs.retain(|key, _| locale == "en" || key == locale);
    input
}

static PROJECT: LazyLock<Files> = LazyLock::new(|| {
    let root = Path::new(".");
    let slugs = [("dialogue", "2021-05-26-virtual-dialogue"), ("specimen", "2026-11-24-specimen")];
    let read = |(name, slug)| {
        (name, read_release(root, &Slug::new(slug).unwrap(), Limits::default()).unwrap())
    };
    let project = read_project(root).unwrap();
    let parsed = Arc::new(project::parse(project.clone()));
    Files {
        project: Arc::new(project),
        read: parsed,
        releases: slugs.into_iter().map(read).collect(),
    }
});

/// What is said of the project as it is, by the locale that is asked for.
static BEFORE: LazyLock<BTreeMap<&str, Vec<Diagnostic>>> = LazyLock::new(|| {
    LOCALES.into_iter().map(|locale| (locale, PROJECT.check(&asked(locale)))).collect()
});

/// A mistake of the source is looked for in all editions, one of a translation there.
fn asked(locale: &str) -> Request {
    let locales = (locale != "en").then(|| vec![locale.to_owned()]);
    Request { locales, ..Request::ALL }
}

impl Files {
    /// All that `hexapla check` says.
    fn check(&self, request: &Request) -> Vec<Diagnostic> {
        let (project, found) = &*self.read;
        let mut found = found.clone();
        for release in self.releases.values() {
            let Some(project) = project else { break };
            let (loaded, problems) = publish::load(release.clone(), project, request);
            found.extend(problems);
            found.extend(loaded.into_iter().flat_map(|loaded| loaded.editions(project, request).1));
        }
        found
    }

    /// Stamps every translation as one of the source as it is now.
    fn stamp(&mut self, name: &str) {
        let project = self.read.0.as_ref().unwrap();
        let input = self.releases.get_mut(name).unwrap();
        let lock = input.lock.as_ref().unwrap();
        let (mut stamps, _) = Lock::parse(lock);
        let (loaded, _) = publish::load(input.clone(), project, &asked("ar"));
        let release = loaded.unwrap().release;
        let leaves = release.document.leaves();
        for segment in &leaves {
            for stamp in stamps.stamps.values_mut().filter_map(|all| all.get_mut(&segment.id)) {
                stamp.source = segment.fingerprint.clone();
            }
        }
        stamps.set_segments(leaves.into_iter());
        input.lock = Some(SourceText::new(lock.path(), stamps.to_text()));
    }
}

impl Case {
    /// All that `hexapla check` says. What the case leaves as it is has been read.
    fn check(&self, mut files: Files) -> Vec<Diagnostic> {
        let request = asked(&self.locale);
        let key = (self.file.as_str(), self.locale.as_str());
        let is_translation = self.source.is_none() && self.locale != "en";
        let Some(loaded) = LOADED.get(&key).filter(|_| is_translation) else {
            for input in files.releases.values_mut() {
                *input = with_only(input.clone(), &self.locale);
            }
            return files.check(&request);
        };
        let mut loaded = loaded.clone();
        let (project, found) = &*files.read;
        let project = project.as_ref().unwrap();
        let text = &files.releases[key.0].catalogs[key.1];
        let (catalog, problems) = catalog::parse(text, &project.words[key.1]);
        loaded.catalogs.insert(self.locale.clone(), catalog);
        let problems = project.settings.check.judge(problems);
        let (_, more) = loaded.editions(project, &request);
        found.iter().cloned().chain(problems).chain(more).collect()
    }

    fn result(&self, kind: &Kind) -> Outcome {
        let mut files = PROJECT.clone();
        // One release is enough, and half the time.
        files.releases.retain(|name, _| *name == self.file || self.file == "hexapla");
        if let Some(change) = &self.source {
            let text = &mut files.releases.get_mut(self.file.as_str()).unwrap().source;
            *text = self.changed(text, change, 0..text.text().len()).0;
            if self.change.is_some() {
                files.stamp(&self.file);
            }
        }
        let marked = self.change.as_ref().map(|change| self.apply(&mut files, change));
        let mut before = BEFORE[self.locale.as_str()].iter().map(said).collect::<Vec<_>>();
        let mut outcome = Outcome { caught: BTreeSet::new(), other: Vec::new(), anything: 0 };
        for found in self.check(files) {
            if let Some(known) = before.iter().position(|known| *known == said(&found)) {
                before.swap_remove(known);
                continue;
            }
            outcome.anything += 1;
            let is_one = |codes: &[String]| codes.iter().any(|code| code == found.code);
            let is_here = self.is_here(&found, marked.as_ref());
            if is_here && is_one(&kind.caught) {
                outcome.caught.insert(found.code);
            } else if !(self.follows(&found) || is_one(&kind.also)) {
                outcome.other.push(format!("{} {}", self.place, at(&found)));
            }
        }
        outcome
    }

    /// Makes the change; the text and the lines of the message in it.
    fn apply(&self, files: &mut Files, change: &Change) -> (String, Range<usize>) {
        let release = files.releases.get_mut(self.file.as_str());
        let text = match (release, self.locale.as_str()) {
            (None, key) => Arc::make_mut(&mut files.project).furniture.get_mut(key).unwrap(),
            (Some(release), "en") => &mut release.source,
            (Some(release), key) => release.catalogs.get_mut(key).unwrap(),
        };
        let range =
            if self.locale == "en" { 0..text.text().len() } else { self.entry(text.text()) };
        let (changed, lines) = self.changed(text, change, range);
        let path = text.path().to_owned();
        *text = changed;
        if self.file == "hexapla" {
            files.read = Arc::new(project::parse((*files.project).clone()));
        }
        (path, lines)
    }

    /// The bytes of the message with its attributes.
    fn entry(&self, text: &str) -> Range<usize> {
        let start = text.find(&format!("\n{} =", self.message)).expect(&self.place) + 1;
        let mut end = start;
        for line in text[start..].split_inclusive('\n') {
            let is_more = end == start || line.starts_with([' ', '}']) || line == "\n";
            if !is_more {
                break;
            }
            end += line.len();
        }
        start..start + text[start..end].trim_end().len()
    }

    /// The text with the words changed, and the lines that hold what they became: of a message all
    /// of it.
    fn changed(
        &self,
        text: &SourceText,
        change: &Change,
        within: Range<usize>,
    ) -> (SourceText, Range<usize>) {
        let (text, path) = (text.text(), text.path());
        let part = &text[within.clone()];
        let value = part.find(" =").map_or(0, |at| at + " =".len());
        let words = match change.words.as_str() {
            "(all)" => part,
            "(value)" => part[value..].trim_start(),
            words => words,
        };
        let become_ =
            if change.become_ == "(source)" { self.in_source() } else { change.become_.clone() };
        assert_eq!(part.matches(words).count(), 1, "{}: {words}", self.place);
        let changed = format!(
            "{}{}{}",
            &text[..within.start],
            part.replace(words, &become_),
            &text[within.end..]
        );
        let mut start = within.start;
        let mut end = within.end + become_.len() - words.len();
        if self.locale == "en" {
            start += text[within].find(words).unwrap();
            end = start + become_.len();
        }
        let line = |at: usize| changed[..at].matches('\n').count() + 1;
        let lines = line(start)..line(end) + 1;
        (SourceText::new(path, changed), lines)
    }

    /// The words of the message in the source.
    fn in_source(&self) -> String {
        let release = &PROJECT.releases[self.file.as_str()];
        let reference = release.catalogs["en"].text();
        let entry = &reference[self.entry(reference)];
        entry.split_once('=').unwrap().1.trim().to_owned()
    }

    /// Whether a finding is about the message: by its place, or by its name in backquotes.
    fn is_here(&self, found: &Diagnostic, marked: Option<&(String, Range<usize>)>) -> bool {
        let help = found.help.as_deref().unwrap_or("");
        let names = |id: &str| [&found.message, help].iter().any(|text| text.contains(id));
        let renamed = self.change.as_ref().and_then(|change| change.become_.strip_suffix(" ="));
        let is_named = [Some(self.message.as_str()), renamed].into_iter().flatten().any(names);
        let place = found.place.as_ref();
        let is_at = marked.zip(place).is_some_and(|((file, lines), place)| {
            place.file == *file && lines.contains(&place.line)
        });
        is_named || is_at
    }

    /// Whether it only follows from a change of the source.
    fn follows(&self, found: &Diagnostic) -> bool {
        let in_translation = || {
            let file = found.place.as_ref().map(|place| place.file.as_str());
            file.is_some_and(|file| file.starts_with("locales/"))
        };
        (self.locale == "en" && in_translation())
            || (found.code == FOLLOWS && self.change.is_none())
    }
}

/// What is said, wherever it now stands.
fn said(found: &Diagnostic) -> String {
    let file = found.place.as_ref().map_or("", |place| place.file.as_str());
    format!("{file}: {}: {}", found.code, found.message)
}

fn at(found: &Diagnostic) -> String {
    let place = found.place.as_ref();
    let place = place
        .map_or(String::new(), |place| format!("{}:{}:{}: ", place.file, place.line, place.column));
    format!("{place}{}: {}", found.code, found.message)
}

/// The table, a kind a line, then what was missed, and what was said besides.
fn report(cases: &[Case], results: &[Outcome]) -> String {
    let all = || cases.iter().zip(results);
    let is_caught = |result: &Outcome| !result.caught.is_empty();
    let count = |kind: Option<&str>, locale: Option<&str>| {
        let meant = all().filter(|(case, _)| {
            kind.is_none_or(|kind| kind == case.kind)
                && locale.is_none_or(|locale| locale == case.locale)
        });
        let (of, caught) = meant.fold((0, 0), |(of, caught), (_, result)| {
            (of + 1, caught + usize::from(is_caught(result)))
        });
        if of == 0 { "–".to_owned() } else { format!("{caught}/{of}") }
    };
    let mut out = format!("{:26}", "kind");
    for locale in LOCALES {
        let _ = write!(out, "{locale:>8}");
    }
    out.push_str("     all  codes\n");
    let kinds: BTreeSet<_> = cases.iter().map(|case| case.kind.as_str()).collect();
    for kind in kinds.into_iter().map(Some).chain([None]) {
        let _ = write!(out, "{:26}", kind.unwrap_or("all"));
        for locale in LOCALES.into_iter().map(Some).chain([None]) {
            let _ = write!(out, "{:>8}", count(kind, locale));
        }
        let of_kind = all().filter(|(case, _)| Some(case.kind.as_str()) == kind);
        let codes: BTreeSet<_> = of_kind.flat_map(|(_, result)| &result.caught).copied().collect();
        let codes = codes.into_iter().collect::<Vec<_>>().join(" ");
        let _ = writeln!(out, "{}{codes}", if codes.is_empty() { "" } else { "  " });
    }
    let anything = results.iter().filter(|result| result.anything > 0).count();
    let _ = writeln!(out, "\nanything new is said of {anything}/{}", cases.len());
    let missed = all().filter(|(_, result)| !is_caught(result));
    let missed: Vec<_> = missed
        .map(|(case, _)| format!("{} {} {} {}\n", case.place, case.kind, case.file, case.message))
        .collect();
    let other: Vec<_> = results.iter().flat_map(|result| &result.other).collect();
    let _ = write!(out, "\nmissed: {}\n{}", missed.len(), missed.concat());
    let _ = writeln!(out, "\nfalse alarms: {}", other.len());
    for line in other {
        let _ = writeln!(out, "{line}");
    }
    out
}
