//! What the preview shows: the editions of a project in memory, made anew when a file changes.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::Duration;

use super::state::{Answer, State};
use crate::diagnostic::Diagnostic;
use crate::disk::{self, ProjectInput, Touched};
use crate::locale::LocaleRef;
use crate::project::{self, Project};
use crate::pseudo::Pseudo;
use crate::publish::{self, Advice, Completeness, Proof, Request};
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

impl News {
    /// Takes in what was found, as far as it was not known.
    pub(super) fn add(&mut self, found: &[Diagnostic], known: &[Diagnostic]) {
        self.found.extend(found.iter().filter(|one| !known.contains(one)).cloned());
    }
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
        let work = {
            let state = self.state.read().unwrap_or_else(PoisonError::into_inner);
            self.work(&state, touched)
        };
        if work.is_nothing() {
            return News::default();
        }
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        let news = state.take(work, &self.which);
        drop(state);
        *self.counter() += 1;
        self.changed.notify_all();
        news
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
        state.at(path, revision)
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
pub(super) struct Work {
    /// The project's own files, where they are not as they were.
    pub input: Option<ProjectInput>,
    /// The settings, where they were read and are sound.
    pub project: Option<Project>,
    /// What is wrong with the project's files, where they were read.
    pub found: Option<Vec<Diagnostic>>,
    /// The releases that were read.
    pub proofs: Vec<(Slug, Result<Proof, Diagnostic>)>,
}

impl Work {
    /// Whether everything is as it was.
    fn is_nothing(&self) -> bool {
        self.found.is_none() && self.proofs.is_empty()
    }

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
    /// Whether a release is shown.
    pub(super) fn has(&self, slug: &Slug) -> bool {
        self.releases.is_empty() || self.releases.iter().any(|name| name == slug.as_str())
    }

    fn is_pseudo(&self) -> bool {
        self.locales.iter().any(|name| Pseudo::named(name).is_some())
    }

    /// The project as it is shown.
    fn of(&self, project: Project) -> Project {
        if self.is_pseudo() { project.disguised() } else { project }
    }

    fn request(&self, project: &Project) -> Request {
        let named = |locale: &&LocaleRef| {
            let mut names = self.locales.iter();
            names.any(|name| {
                name.eq_ignore_ascii_case(locale.key()) || name.eq_ignore_ascii_case(&locale.tag())
            })
        };
        let keys = project.settings.locales.iter().filter(named);
        let keys: Vec<_> = keys.map(|locale| locale.key().to_owned()).collect();
        let locales = (!self.locales.is_empty()).then_some(keys);
        let (completeness, advice) = (Completeness::Optional, Advice::Wanted);
        Request { locales, completeness, advice, ..Request::ALL }
    }
}
