//! The editions as they are now, and what is answered from them.

use std::collections::{BTreeMap, BTreeSet};

use super::bar::Bar;
use super::dress::{dress, ids};
use super::notice::{self, Instead};
use super::site::{News, Which, Work};
use crate::catalog::{Remark, Tool};
use crate::diagnostic::{Diagnostic, Severity};
use crate::disk::ProjectInput;
use crate::files::{Files, media_type};
use crate::locale::Locale;
use crate::project::Project;
use crate::publish::manifest::{self, Last, Manifest};
use crate::publish::{Galley, Proof, Shelf};
use crate::segment::Slug;
use crate::write::image::encode_path;

/// The editions as they are now.
#[derive(Debug, Default)]
pub(super) struct State {
    /// The project's own files, as they were read last.
    pub input: Option<ProjectInput>,
    /// The last settings that could be read.
    pub project: Option<Project>,
    /// What is wrong with the project's own files.
    found: Vec<Diagnostic>,
    /// Whether the files of the project cannot be read now.
    broken: bool,
    /// The releases that are shown.
    pub releases: BTreeMap<Slug, Held>,
    /// The pages beside the releases.
    shelf: Files,
}

/// A release.
#[derive(Debug, Default)]
pub(super) struct Held {
    /// The digest of the files that it was made from last.
    pub read: Option<String>,
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

impl State {
    /// Everything that was found.
    fn all(&self) -> impl Iterator<Item = &Diagnostic> {
        self.found.iter().chain(self.releases.values().flat_map(|held| &held.found))
    }

    /// Takes in what was made, and says what of it is new.
    pub fn take(&mut self, work: Work, which: &Which) -> News {
        let mut news = News::default();
        if let Some(found) = work.found {
            news.add(&found, &self.found);
            self.broken = work.project.is_none();
            self.input = work.input;
            self.found = found;
        }
        if let Some(project) = work.project {
            self.releases.retain(|slug, _| project.slugs.contains(slug) && which.has(slug));
            self.project = Some(project);
        }
        for (slug, proof) in work.proofs {
            let held = self.releases.entry(slug.clone()).or_default();
            let known = std::mem::take(&mut held.found);
            held.take(proof);
            news.add(&held.found, &known);
            news.made.push(slug);
        }
        let manifests = self.releases.values().filter_map(Held::manifest).collect();
        if let Some(project) = &self.project {
            let change = Shelf::new(manifests).change(project, None);
            self.shelf = change.map_or_else(Files::new, |change| change.files);
        }
        let count = |severity| self.all().filter(|one| one.severity == severity).count();
        (news.errors, news.warnings) = (count(Severity::Error), count(Severity::Warning));
        news
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

    /// The answer to a path.
    pub fn at(&self, path: &str, revision: u64) -> Answer {
        let path = path.strip_prefix('/').unwrap_or(path);
        let index = format!("{path}index.html");
        let is_folder = path.is_empty() || path.ends_with('/');
        let name = if is_folder { &index } else { path };
        if !is_folder && self.file(&format!("{path}/index.html")).is_some() {
            return elsewhere(path);
        }
        self.answer(name, revision)
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
        let (instead, status) = if broken {
            (Instead::Broken, "503 Service Unavailable")
        } else {
            (Instead::Missing, "404 Not Found")
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
    let place = Some(format!("/{}/", encode_path(path)));
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
