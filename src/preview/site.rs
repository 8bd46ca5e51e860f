//! What the preview shows: the editions of a project in memory, made anew when a file changes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::Duration;

use super::bar::Bar;
use super::dress::{dress, ids};
use super::notice::{self, Instead};
use crate::catalog::{Remark, Tool};
use crate::diagnostic::{Diagnostic, Severity};
use crate::disk::{self, ProjectInput, Touched};
use crate::files::{Files, media_type};
use crate::locale::Locale;
use crate::project::{self, Project};
use crate::publish::manifest::{self, Last, Manifest};
use crate::publish::{self, Advice, Completeness, Galley, Proof, Request, Shelf};
use crate::segment::Slug;

/// What is shown of a project.
#[derive(Clone, Debug, Default)]
pub struct Which {
    /// Names of releases; none: all.
    pub releases: Vec<String>,
    /// Keys or tags of languages; none: all.
    pub locales: Vec<String>,
}

/// What a change has brought.
#[derive(Clone, Debug, Default)]
pub struct News {
    /// What was found and was not known.
    pub found: Vec<Diagnostic>,
    /// The releases that were made anew.
    pub made: Vec<Slug>,
    /// How many errors and warnings there are in all.
    pub errors: usize,
    /// The same of warnings.
    pub warnings: usize,
}

/// The editions in memory.
#[derive(Debug)]
pub struct Site {
    root: PathBuf,
    which: Which,
    state: RwLock<State>,
    /// Counts the changes.
    revision: Mutex<u64>,
    changed: Condvar,
}

/// The editions as they are now.
#[derive(Debug, Default)]
struct State {
    /// The project's own files, as they were read last.
    input: Option<ProjectInput>,
    /// The last settings that could be read.
    project: Option<Project>,
    /// What is wrong with the project's own files.
    found: Vec<Diagnostic>,
    /// Whether the files of the project cannot be read now.
    broken: bool,
    releases: BTreeMap<Slug, Held>,
    /// The pages beside the releases.
    shelf: Files,
}

/// A release.
#[derive(Debug, Default)]
struct Held {
    /// The digest of the files that it was made from last.
    read: Option<String>,
    /// What was found then.
    found: Vec<Diagnostic>,
    /// Its editions, as they could be made last.
    files: Files,
    galleys: BTreeMap<String, Galley>,
    /// The languages whose editions are of now; others are older.
    fresh: BTreeSet<String>,
}

/// What is sent to a browser.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    pub status: &'static str,
    pub media_type: &'static str,
    /// The policy of a page.
    pub policy: Option<String>,
    /// Where else it is.
    pub place: Option<String>,
    pub body: Vec<u8>,
}

impl Site {
    /// A site of which nothing is known yet.
    pub fn new(root: &Path, which: Which) -> Self {
        Self {
            root: root.to_owned(),
            which,
            state: RwLock::default(),
            revision: Mutex::new(0),
            changed: Condvar::new(),
        }
    }

    /// How many changes there have been.
    pub(super) fn revision(&self) -> u64 {
        *self.counter()
    }

    fn counter(&self) -> MutexGuard<'_, u64> {
        self.revision.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for a change, but no longer than this.
    pub(super) fn wait(&self, known: u64, longest: Duration) -> u64 {
        let counter = self.counter();
        let waited = self.changed.wait_timeout_while(counter, longest, |now| *now == known);
        *waited.unwrap_or_else(PoisonError::into_inner).0
    }

    /// Reads what has changed and makes what depends on it.
    pub fn refresh(&self, touched: &Touched) -> News {
        let (work, before) = {
            let state = self.state.read().unwrap_or_else(PoisonError::into_inner);
            (self.work(&state, touched), state.all().cloned().collect::<Vec<_>>())
        };
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        let made = state.take(work, &self.which);
        let found: Vec<_> = state.all().filter(|one| !before.contains(one)).cloned().collect();
        let count = |severity| state.all().filter(|one| one.severity == severity).count();
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        let same = made.is_empty() && state.all().eq(before.iter());
        drop(state);
        if !same {
            *self.counter() += 1;
            self.changed.notify_all();
        }
        News { found, made, errors, warnings }
    }

    /// All that takes time: while it goes on, the pages are as they were.
    fn work(&self, state: &State, touched: &Touched) -> Work {
        let mut work = Work::default();
        match disk::read_project(&self.root) {
            Ok(input) if Some(&input) == state.input.as_ref() => {}
            Ok(input) if input.config.is_none() && input.diagnostics.is_empty() => {
                let gone = Diagnostic::error("no-project", "there is no `hexapla.toml` any more");
                let gone = gone.help("bring it back; until then the pages stay as they are");
                work.judged(None, vec![gone]);
            }
            Ok(input) => {
                let (project, found) = project::parse(input.clone());
                work.judged(project.map(|one| self.which.of(one)), found);
                work.input = Some(input);
            }
            Err(error) => work.judged(None, vec![failure(&error)]),
        }
        let Some(project) = work.project.as_ref().or(state.project.as_ref()) else { return work };
        let slugs = match touched {
            Touched::Paths(paths) => slugs(paths),
            Touched::Everything => None,
        };
        // New settings or words may change everything; a release more or less changes no other.
        let same = match (&work.input, &state.input) {
            (Some(new), Some(old)) => shares(new, old),
            (None, Some(_)) => work.project.is_none(),
            (_, None) => false,
        };
        let asked = project.slugs.iter().filter(|slug| self.which.has(slug));
        let touched = asked.filter(|slug| {
            let is_touched = slugs.as_ref().is_none_or(|all| all.contains(slug));
            is_touched || !same || !state.releases.contains_key(slug)
        });
        let known = |slug: &Slug| {
            let held = state.releases.get(slug).filter(|_| same);
            held.and_then(|held| held.read.clone())
        };
        let touched: Vec<_> = touched.map(|slug| (slug.clone(), known(slug))).collect();
        let request = self.which.request(project);
        for (slug, proof) in publish::proofs((&self.root, project), &touched, &request) {
            let proof = proof.map_err(|error| failure(&error)).transpose();
            work.proofs.extend(proof.map(|proof| (slug, proof)));
        }
        work
    }

    /// The answer to a path.
    pub(super) fn answer(&self, path: &str) -> Answer {
        let revision = self.revision();
        let state = self.state.read().unwrap_or_else(PoisonError::into_inner);
        let path = path.strip_prefix('/').unwrap_or(path);
        let index = format!("{path}index.html");
        let is_folder = path.is_empty() || path.ends_with('/');
        let name = if is_folder { &index } else { path };
        if !is_folder && state.file(&format!("{path}/index.html")).is_some() {
            return elsewhere(path);
        }
        state.answer(name, revision)
    }
}

/// Whether two readings of a project have the same of what all releases share.
fn shares(one: &ProjectInput, other: &ProjectInput) -> bool {
    let parts =
        |input: &ProjectInput| (input.config.clone(), input.furniture.clone(), input.terms.clone());
    parts(one) == parts(other)
}

/// What was read and made.
#[derive(Default)]
struct Work {
    /// The project's own files, where they are not as they were.
    input: Option<ProjectInput>,
    /// The settings, where they were read and are sound.
    project: Option<Project>,
    /// What is wrong with the project's files, where they were read.
    found: Option<Vec<Diagnostic>>,
    proofs: Vec<(Slug, Result<Proof, Diagnostic>)>,
}

impl Work {
    fn judged(&mut self, project: Option<Project>, found: Vec<Diagnostic>) {
        let found = match &project {
            Some(project) => project.settings.check.judge(found),
            None => found,
        };
        (self.project, self.found) = (project, Some(found));
    }
}

/// The releases that paths of the project belong to. `None`: they may be about all.
fn slugs(paths: &BTreeSet<String>) -> Option<BTreeSet<Slug>> {
    let mut slugs = BTreeSet::new();
    for path in paths {
        match path.split('/').collect::<Vec<_>>()[..] {
            ["content", slug, _, ..] => slugs.extend(Slug::new(slug)),
            // What the whole project shares is read at every change.
            ["hexapla.toml"] | ["locales", _, "hexapla.ftl" | "terms.ftl"] => {}
            // Programs save beside a file, under another name, and then rename.
            ["locales", _, file] => {
                slugs.extend(file.strip_suffix(".ftl").and_then(Slug::new));
            }
            ["locales", _, _, ..] => {}
            _ => return None,
        }
    }
    Some(slugs)
}

fn failure(error: &anyhow::Error) -> Diagnostic {
    Diagnostic::error("could-not-run", format!("{error:#}"))
}

impl Which {
    fn has(&self, slug: &Slug) -> bool {
        self.releases.is_empty() || self.releases.iter().any(|name| name == slug.as_str())
    }

    fn is_pseudo(&self) -> bool {
        self.locales.iter().any(|name| crate::pseudo::Pseudo::named(name).is_some())
    }

    /// The project as it is shown.
    fn of(&self, project: Project) -> Project {
        if self.is_pseudo() { project.disguised() } else { project }
    }

    fn request(&self, project: &Project) -> Request {
        let named = |locale: &&crate::locale::LocaleRef| {
            let mut names = self.locales.iter();
            names.any(|name| {
                name.eq_ignore_ascii_case(locale.key()) || name.eq_ignore_ascii_case(&locale.tag())
            })
        };
        let keys = project.settings.locales.iter().filter(named);
        let keys: Vec<_> = keys.map(|locale| locale.key().to_owned()).collect();
        let locales = (!self.locales.is_empty()).then_some(keys);
        let (completeness, advice) = (Completeness::Optional, Advice::Wanted);
        Request { locales, formats: None, completeness, advice }
    }
}

impl State {
    /// Everything that was found.
    fn all(&self) -> impl Iterator<Item = &Diagnostic> {
        self.found.iter().chain(self.releases.values().flat_map(|held| &held.found))
    }

    /// Takes in what was made; gives the releases that were made anew.
    fn take(&mut self, work: Work, which: &Which) -> Vec<Slug> {
        if let Some(found) = work.found {
            self.broken = work.project.is_none();
            self.input = work.input;
            self.found = found;
        }
        if let Some(project) = work.project {
            self.releases.retain(|slug, _| project.slugs.contains(slug) && which.has(slug));
            self.project = Some(project);
        }
        let made = work.proofs.iter().map(|(slug, _)| slug.clone()).collect();
        for (slug, proof) in work.proofs {
            self.releases.entry(slug).or_default().take(proof);
        }
        let manifests = self.releases.values().filter_map(Held::manifest).collect();
        let shelf =
            self.project.as_ref().map(|project| Shelf::new(manifests).change(project, None));
        if let Some(shelf) = shelf {
            self.shelf = shelf.map_or_else(Files::new, |change| change.files);
        }
        made
    }

    /// A file by its path, and the release and the rest of the path where it is one's.
    fn file(&self, path: &str) -> Option<&[u8]> {
        let held = path.split_once('/').and_then(|(name, rest)| Some((self.held(name)?, rest)));
        match held {
            Some((held, rest)) => held.files.get(rest),
            None => self.shelf.get(path),
        }
    }

    fn held(&self, name: &str) -> Option<&Held> {
        self.releases.get(&Slug::new(name)?)
    }

    fn answer(&self, name: &str, revision: u64) -> Answer {
        let mut parts = name.splitn(3, '/');
        let (first, second) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let held = self.held(first);
        let key = if held.is_some() { second } else { first };
        let Some(bytes) = self.file(name) else { return self.without(held, key, revision) };
        let media_type = media_type(name);
        if media_type != "text/html" {
            let body = bytes.to_vec();
            return Answer { status: "200 OK", media_type, policy: None, place: None, body };
        }
        let page = String::from_utf8_lossy(bytes);
        let tool = self.tool(key);
        let found = held.map_or(&[][..], |held| &held.found);
        let mut notices = Vec::new();
        let is_old =
            held.is_some_and(|held| held.galleys.contains_key(key) && !held.fresh.contains(key));
        notices.extend((self.broken || is_old).then_some(Remark::Older));
        let found: Vec<_> =
            self.found.iter().chain(found).filter(|one| concerns(one, key)).collect();
        let fails = held.is_some() && found.iter().any(|one| one.severity == Severity::Error);
        notices.extend((fails && notices.is_empty()).then_some(Remark::NotPublished));
        let galley = held.and_then(|held| held.galleys.get(key));
        let bar = Bar { tool, galley, found, ids: ids(&page), notices, revision };
        dressed(("200 OK", &page), &bar)
    }

    /// The page in place of one that is not there.
    fn without(&self, held: Option<&Held>, key: &str, revision: u64) -> Answer {
        let found: Vec<_> =
            self.found.iter().chain(held.into_iter().flat_map(|held| &held.found)).collect();
        let found: Vec<_> = match held {
            Some(_) => found.into_iter().filter(|one| concerns(one, key)).collect(),
            None => found,
        };
        let broken = self.project.is_none()
            || held.is_some_and(|held| held.files.is_empty() || !held.fresh.contains(key));
        let broken = broken && found.iter().any(|one| one.severity == Severity::Error);
        let (instead, status) = match broken {
            true => (Instead::Broken, "503 Service Unavailable"),
            false => (Instead::Missing, "404 Not Found"),
        };
        let tool = self.tool(key);
        let page = notice::page(tool, instead, &found);
        let bar = Bar {
            tool,
            galley: None,
            found: Vec::new(),
            ids: BTreeSet::new(),
            notices: Vec::new(),
            revision,
        };
        dressed((status, &page), &bar)
    }

    /// The program speaks the language of the page.
    fn tool(&self, key: &str) -> &'static Tool {
        let settings = self.project.as_ref().map(|project| &project.settings);
        let locale = settings.and_then(|one| one.locales.iter().find(|locale| locale.key() == key));
        let locale = locale.or(settings.map(|settings| &settings.source_locale));
        Tool::new(locale.map_or("en", |locale| Locale::language(locale)))
    }
}

/// Whether a finding is about the edition in a language, or about all of them.
fn concerns(one: &Diagnostic, key: &str) -> bool {
    let locale = one.about.as_ref().and_then(|about| about.locale.as_deref());
    locale.is_none_or(|locale| locale == key) || one.severity == Severity::Error
}

fn dressed((status, page): (&'static str, &str), bar: &Bar<'_>) -> Answer {
    let (body, policy) = match dress(page, bar) {
        Some((body, policy)) => (body, Some(policy)),
        None => (page.to_owned(), None),
    };
    Answer { status, media_type: "text/html", policy, place: None, body: body.into_bytes() }
}

/// A folder that was asked for without the `/` at its end: links in its page lead from there.
fn elsewhere(path: &str) -> Answer {
    let place = Some(format!("/{}/", crate::write::image::encode_path(path)));
    let (status, media_type) = ("307 Temporary Redirect", "text/plain");
    Answer { status, media_type, policy: None, place, body: Vec::new() }
}

impl Held {
    fn take(&mut self, proof: Result<Proof, Diagnostic>) {
        let proof = match proof {
            Ok(proof) => proof,
            Err(finding) => {
                *self = Self {
                    found: vec![finding],
                    read: None,
                    fresh: BTreeSet::new(),
                    ..std::mem::take(self)
                };
                return;
            }
        };
        let withheld = proof.withheld();
        let Proof { made, galleys, read } = proof;
        (self.found, self.read) = (made.found, Some(read));
        let Some(folder) = made.folder else {
            self.fresh.clear();
            return;
        };
        self.fresh = galleys.keys().cloned().collect();
        let before = std::mem::replace(&mut self.files, folder.change.files);
        let known = std::mem::replace(&mut self.galleys, galleys);
        // An edition that cannot be made now stays as it was.
        for (key, galley) in known.into_iter().filter(|(key, _)| withheld.contains(key)) {
            let folder = format!("{key}/");
            let kept = before.iter().filter(|(path, _)| path.starts_with(&folder));
            kept.for_each(|(path, bytes)| self.files.insert(path, bytes));
            self.galleys.insert(key, galley);
        }
    }

    fn manifest(&self) -> Option<Manifest> {
        match Last::parse(self.files.get(manifest::NAME)) {
            Last::Sound(manifest) => Some(*manifest),
            Last::Nothing | Last::Foreign | Last::Damaged => None,
        }
    }
}
