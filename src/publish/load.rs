//! From a release's files to its editions in memory.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::catalog::{self, Catalog};
use crate::check;
use crate::diagnostic::{Diagnostic, SourceText};
use crate::disk::ReleaseInput;
use crate::document::{Facts, Figure, Named};
use crate::edition::{Edition, Voices, localize};
use crate::identity::{self, Lock};
use crate::locale::LocaleRef;
use crate::markdown;
use crate::project::Project;
use crate::release::Release;
use crate::segment::Segment;

use super::{Places, Request};

/// A release with its translations.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The release.
    pub release: Release,
    /// Translations by the key of their locale.
    pub catalogs: BTreeMap<String, Catalog>,
    /// Where its messages stand.
    pub places: Places,
}

/// Reads a release and the translations that a request asks for. `None`: it cannot be read, or the
/// furniture of its own locale has errors, which are reported with the project. Findings are judged
/// as the project says.
pub fn load(
    input: ReleaseInput,
    project: &Project,
    request: &Request,
) -> (Option<Loaded>, Vec<Diagnostic>) {
    let places = Places::new(&input);
    let (read, mut found) = read(input, project, request);
    places.mark(&mut found, read.as_ref().map(|(release, _)| release));
    let found = project.settings.check.judge(found);
    (read.map(|(release, catalogs)| Loaded { release, catalogs, places }), found)
}

/// A release and its translations by the key of their locale.
type Read = (Release, BTreeMap<String, Catalog>);

fn read(
    input: ReleaseInput,
    project: &Project,
    request: &Request,
) -> (Option<Read>, Vec<Diagnostic>) {
    let mut found = input.diagnostics;
    if !found.is_empty() && input.source.text().is_empty() {
        return (None, found);
    }
    let (parsed, problems) = markdown::parse(&input.source, &input.assets);
    found.extend(problems);
    let no_lock = || (Lock::default(), Vec::new());
    let (lock, problems) = input.lock.as_ref().map_or_else(no_lock, Lock::parse);
    found.extend(problems);
    let Some(parsed) = parsed else { return (None, found) };
    let (source_locale, locales) = languages(&parsed.facts, &input.source, project, &mut found);
    let (Some(source_locale), Some(locales)) = (source_locale, locales) else {
        return (None, found);
    };
    // A release that is not published in all languages has its pseudo-locales all the same.
    let pseudo = project.settings.locales.iter().filter(|locale| locale.pseudo().is_some());
    let pseudo: Vec<LocaleRef> = pseudo.cloned().collect();
    let locales = if pseudo.is_empty() { locales } else { pseudo };
    let release = Release {
        slug: input.slug,
        document: identity::assign(&parsed.document, &lock),
        facts: parsed.facts,
        source: input.source,
        source_locale,
        locales,
        lock,
        assets: Arc::new(input.assets),
    };
    found.extend(in_the_way(&release, project));
    let mut catalogs = BTreeMap::new();
    for locale in &release.locales {
        let key = locale.key();
        if *locale == release.source_locale || !request.has_locale(key) {
            continue;
        }
        if let (Some(text), Some(words)) = (input.catalogs.get(key), project.words.get(key)) {
            let (catalog, problems) = catalog::parse(text, words);
            found.extend(problems);
            catalogs.insert(key.to_owned(), catalog);
        }
    }
    (Some((release, catalogs)), found)
}

/// Images that would stand where a file of ours stands in the release's folder of the output.
fn in_the_way(release: &Release, project: &Project) -> Vec<Diagnostic> {
    let keys = project.settings.locales.iter().map(|locale| locale.key());
    let keys: Vec<&str> = keys.collect();
    // The folders of single languages and of several: `en`, `en_ar`.
    let is_folder = |name: &str| {
        name.split('_').all(|part| keys.iter().any(|key| key.eq_ignore_ascii_case(part)))
    };
    let is_ours = |name: &str| {
        let files = ["index.html", "manifest.json"];
        is_folder(name) || files.iter().any(|file| file.eq_ignore_ascii_case(name))
    };
    let figures = release.document.figures().into_iter();
    let taken = figures.filter(|figure| {
        let first = figure.path.split('/').next().unwrap_or("");
        is_ours(first)
    });
    let finding = |figure: &Figure<Segment>| {
        let message = format!("`{}` stands where an edition is to stand", figure.path);
        let place = release.source.place(figure.alt.range.clone());
        Diagnostic::error("image-path", message).at(place).help("give the image another folder")
    };
    let mut found: Vec<_> = taken.map(finding).collect();
    let mut names: BTreeMap<String, &str> = BTreeMap::new();
    for figure in release.document.figures() {
        let first = *names.entry(figure.path.to_lowercase()).or_insert(&figure.path);
        if first != figure.path {
            let message = format!("`{}` and `{first}` are one file on many disks", figure.path);
            let place = release.source.place(figure.alt.range.clone());
            let problem = Diagnostic::error("image-path", message).at(place);
            found.push(problem.help("give one of them a name that differs in more than case"));
        }
    }
    found
}

/// The locale of the source and the locales of the editions. `None`: the front matter names one
/// that the project does not have.
fn languages(
    facts: &Facts,
    source: &SourceText,
    project: &Project,
    found: &mut Vec<Diagnostic>,
) -> (Option<LocaleRef>, Option<Vec<LocaleRef>>) {
    let settings = &project.settings;
    let mut find = |Named { key, range }: &Named| {
        let locale = settings.locales.iter().find(|locale| locale.key() == key).cloned();
        if locale.is_none() {
            let keys: Vec<_> = settings.locales.iter().map(|one| one.key()).collect();
            let message = format!("`{key}` is not a locale of this project");
            let help = format!(
                "add it to `locales` in `hexapla.toml`, or name one of: {}",
                keys.join(", ")
            );
            let place = source.place(range.clone());
            found.push(Diagnostic::error("unknown-locale", message).at(place).help(help));
        }
        locale
    };
    let own = match &facts.source_locale {
        Some(named) => find(named),
        None => Some(settings.source_locale.clone()),
    };
    let locales = match &facts.languages {
        None => Some(settings.locales.clone()),
        Some(named) => named.iter().map(find).collect::<Vec<_>>().into_iter().collect(),
    };
    let in_order = |named: Vec<LocaleRef>| {
        let all = settings.locales.iter();
        all.filter(|locale| named.contains(locale)).cloned().collect()
    };
    (own, locales.map(in_order))
}

impl Loaded {
    /// The editions that a request asks for, and always the source's own, which translations are
    /// compared with. A locale whose furniture has errors has none.
    pub fn editions(
        &self,
        project: &Project,
        request: &Request,
    ) -> (Vec<Edition>, Vec<Diagnostic>) {
        let release = &self.release;
        let Some(source) = project.words.get(release.source_locale.key()) else {
            return (Vec::new(), Vec::new());
        };
        let leaves = release.document.leaves();
        let resolved = leaves.iter().filter(|segment| !catalog::says_itself(&segment.pattern));
        let patterns = resolved.map(|segment| (&segment.id, segment.pattern.as_str()));
        let reference = catalog::reference(patterns, source);
        let mut editions = Vec::new();
        let mut found = Vec::new();
        let asked = release.locales.iter().filter(|locale| request.has_locale(locale.key()));
        let translations = asked.filter(|locale| **locale != release.source_locale);
        for locale in std::iter::once(&release.source_locale).chain(translations) {
            let Some(words) = project.words.get(locale.key()) else { continue };
            let voices = Voices {
                locale,
                furniture: &words.furniture,
                source_furniture: &source.furniture,
                reference: &reference,
                translation: self.catalogs.get(locale.key()),
                settings: &project.settings,
            };
            let (edition, problems) = localize(release, &voices);
            editions.push(edition);
            found.extend(problems);
        }
        let settings = &project.settings;
        let runs = |rule: &check::Rule| request.runs(rule, settings);
        found.extend(check::run((release, settings), &editions, &self.catalogs, &runs));
        found.extend(self.without_publisher(project));
        self.places.mark(&mut found, Some(release));
        (editions, project.settings.check.judge(found))
    }

    /// An edition names its publisher: in its title, in links, in what catalogues read.
    fn without_publisher(&self, project: &Project) -> Option<Diagnostic> {
        let release = &self.release;
        let unnamed = |locale: &&LocaleRef| {
            let words = project.words.get(locale.key());
            words.is_some_and(|words| words.furniture.organisation().trim().is_empty())
        };
        let keys: Vec<_> = release.locales.iter().filter(unnamed).map(|one| one.key()).collect();
        if keys.is_empty() || release.document.meta.organisation.is_some() {
            return None;
        }
        let everywhere = keys.len() == release.locales.len();
        let where_ =
            if everywhere { String::new() } else { format!(" in `{}`", keys.join("`, `")) };
        let problem =
            Diagnostic::error("no-publisher", format!("nobody is named as the publisher{where_}"));
        let help = "add `organisation = \"…\"` to `hexapla.toml` or to the front matter";
        Some(problem.at(release.source.place(0.."+++".len())).help(help))
    }
}
