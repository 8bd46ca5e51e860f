//! What is remembered of a build, so that the next leaves alone what would become the same.
//!
//! It stands in the user's cache, not in the manifest: a manifest would otherwise differ from
//! version to version of the program where no edition does. Nothing is believed of it that was not
//! compared: the digest of all that a release is made from, and the files that stand in the output.
//! A release of which there is something to say is not remembered, so it is said each time.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Result;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::build::{Built, Holdings, Kept};
use super::{Outcome, Report, Request, Together, manifest};
use crate::disk::{self, Change, Digester, Limits, Memory, Output, Saved, Stamp};
use crate::edition::Counts;
use crate::project::{Format, Project};
use crate::segment::Slug;

/// The digest of what the program itself is made of.
pub(super) const PROGRAM: &str = env!("HEXAPLA_SOURCES");

/// The digests of files that are known already, by path.
pub(super) type Digests = BTreeMap<String, String>;

/// What a build compares with its memory.
#[derive(Clone, Debug)]
pub struct Trace {
    memory: Memory,
    /// Program, project and request.
    base: Digester,
    keys: Vec<String>,
    limits: Limits,
    trust: Trust,
}

/// Whether what is remembered counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trust {
    Compares,
    Doubts,
}

/// A file of ours in the output.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct File {
    pub path: String,
    sha256: String,
    pub stamp: Stamp,
}

/// Files of ours, and when their stamps were taken.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Files {
    pub files: Vec<File>,
    seconds: i64,
}

/// What is remembered of a release.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Record {
    from: String,
    editions: Vec<Published>,
    /// Parallel editions by their folder.
    parallels: Vec<(String, Vec<(Format, usize)>)>,
    output: Files,
}

/// An edition that was published.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Published {
    locale: String,
    is_source: bool,
    counts: [usize; 4],
    sizes: Vec<(Format, usize)>,
}

impl Trace {
    /// The trace of a build. `None`: nothing can be compared.
    pub fn new(
        (root, project): (&Path, &Project),
        request: &Request,
        output: &Output,
    ) -> Option<Self> {
        let memory = output.memory();
        let keys = disk::locale_folders(root).filter(|_| memory.is_there())?;
        let mut base = Digester::default();
        base.add(PROGRAM);
        base.add(&project.digest);
        base.add(format!("{request:?}"));
        let limits = project.settings.limits;
        Some(Self { memory, base, keys, limits, trust: Trust::Compares })
    }

    /// The same without belief: everything is made anew, and remembered.
    #[must_use]
    pub fn doubting(self) -> Self {
        Self { trust: Trust::Doubts, ..self }
    }

    /// What is remembered under a name, unless nothing is to be believed.
    fn known<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        let text = self.memory.recall(name).filter(|_| self.trust == Trust::Compares)?;
        serde_json::from_slice(&text).ok()
    }

    fn write(&self, name: &str, value: &impl Serialize) {
        let text = serde_json::to_vec(value).expect("words and numbers can be written");
        self.memory.keep(name, &text);
    }

    /// The digest of all that a release is made from, its files having this one.
    pub fn with(&self, read: &str) -> String {
        let mut digester = self.base.clone();
        digester.add(read);
        digester.finish()
    }

    /// What a build would do with a release: nothing, if it has all been done.
    pub fn recall(
        &self,
        (root, slug): (&Path, &Slug),
        (project, output): (&Project, &Output),
    ) -> Option<Built> {
        let mut record: Record = self.known(&name(slug))?;
        let read = disk::digest_release(root, slug, (&self.keys, self.limits))?;
        if record.from != self.with(&read) {
            return None;
        }
        if record.output.check(&format!("{slug}/"), output)? == Stood::Restamped {
            self.write(&name(slug), &record);
        }
        let editions = record.editions.iter().map(|one| one.report(project));
        let editions = editions.collect::<Option<_>>()?;
        let paths = record.output.files.into_iter().map(|file| file.path).collect();
        let parallels = record.parallels.into_iter();
        let parallels = parallels.map(|(folder, sizes)| Together { folder, sizes }).collect();
        let (saved, gone, behind) = (Saved::Unchanged, Vec::new(), false);
        let kept = Kept::Saved { saved, paths, gone, parallels, behind };
        let (slug, found, ids) = (slug.clone(), Vec::new(), Vec::new());
        Some(Built { slug, found, read: Some(read), ids, editions, kept })
    }

    /// Remembers what a build did with a release, if that is all there is to say of it.
    pub(super) fn keep(
        &self,
        from: &str,
        built: &Built,
        (change, digests, output): (&Change, &Digests, &Output),
    ) {
        let Kept::Saved { saved: Saved::Unchanged | Saved::Written, parallels, .. } = &built.kept
        else {
            return;
        };
        if !built.found.is_empty() {
            return;
        }
        let parallels = parallels.iter().map(|one| (one.folder.clone(), one.sizes.clone()));
        let parallels = parallels.collect();
        let editions = built.editions.iter().map(Published::of).collect::<Option<_>>();
        let files = Files::of(&format!("{}/", built.slug), (change, digests), output);
        if let (Some(editions), Some(files)) = (editions, files) {
            let record = Record { from: from.to_owned(), editions, parallels, output: files };
            self.write(&name(&built.slug), &record);
        }
    }

    /// What is remembered of the pages beside the releases, made from manifests with this digest.
    pub(super) fn recall_shelf(&self, from: &str, output: &Output) -> Option<Holdings> {
        let mut pages: Shelf = self.known(SHELF)?;
        if pages.from != from {
            return None;
        }
        if pages.output.check("", output)? == Stood::Restamped {
            self.write(SHELF, &pages);
        }
        let [releases, files, bytes] = pages.holdings;
        Some(Holdings { releases, files, bytes })
    }

    /// Remembers the pages beside the releases.
    pub(super) fn keep_shelf(
        &self,
        from: String,
        holdings: Holdings,
        (change, output): (&Change, &Output),
    ) {
        let Holdings { releases, files, bytes } = holdings;
        if let Some(output) = Files::of("", (change, &BTreeMap::new()), output) {
            self.write(SHELF, &Shelf { from, holdings: [releases, files, bytes], output });
        }
    }

    /// The digest of what the pages beside the releases are made from: the releases that the
    /// project has, and the manifests of those in the output.
    pub(super) fn shelf_digest(
        &self,
        published: &[Slug],
        (project, output): (&Project, &Output),
    ) -> Result<String> {
        let mut digester = self.base.clone();
        digester.add(project.slugs.len().to_string());
        project.slugs.iter().for_each(|slug| digester.add(slug.as_str()));
        for slug in published {
            digester.add(slug.as_str());
            let manifest = output.read(&format!("{slug}/{}", manifest::NAME))?;
            digester.add(manifest.unwrap_or_default());
        }
        Ok(digester.finish())
    }
}

/// The name of the record of the pages beside the releases; no release has it.
const SHELF: &str = "_shelf.json";

/// What is remembered of those.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Shelf {
    from: String,
    holdings: [usize; 3],
    output: Files,
}

fn name(slug: &Slug) -> String {
    format!("{slug}.json")
}

/// How files were found to be as they were.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stood {
    /// By their stamps.
    Stamped,
    /// By their bytes too; their stamps are new.
    Restamped,
}

impl Files {
    /// The files of a change that has been saved below a path (`""`, or with `/` at its end).
    pub fn of(
        below: &str,
        (change, digests): (&Change, &Digests),
        output: &Output,
    ) -> Option<Self> {
        let file = |(path, bytes): (&str, &[u8])| {
            let stamp = output.stamp(&format!("{below}{path}"))?;
            let sha256 = digests.get(path).cloned().unwrap_or_else(|| disk::sha256(bytes));
            Some(File { path: path.to_owned(), sha256, stamp })
        };
        let files = change.files.iter().map(file).collect::<Option<_>>()?;
        Some(Self { files, seconds: disk::seconds() })
    }

    /// Compares the files with those that stand below a path. `None`: they differ, or cannot be
    /// looked at.
    pub fn check(&mut self, below: &str, output: &Output) -> Option<Stood> {
        let folders: BTreeSet<&str> =
            self.files.iter().filter_map(|file| Some(file.path.rsplit_once('/')?.0)).collect();
        if !folders.iter().all(|folder| output.has_folder(&format!("{below}{folder}"))) {
            return None;
        }
        let mut stood = Stood::Stamped;
        for file in &mut self.files {
            let path = format!("{below}{}", file.path);
            let stamp = output.stamp(&path)?;
            if stamp == file.stamp && stamp.is_settled(self.seconds) {
                continue;
            }
            if disk::sha256(&output.read(&path).ok()??) != file.sha256 {
                return None;
            }
            file.stamp = stamp;
            stood = Stood::Restamped;
        }
        if stood == Stood::Restamped {
            self.seconds = disk::seconds();
        }
        Some(stood)
    }
}

impl Published {
    fn of(report: &Report) -> Option<Self> {
        let Outcome::Published(sizes) = &report.outcome else { return None };
        let Counts { messages, missing, stale, revised } = report.counts;
        Some(Self {
            locale: report.locale.key().to_owned(),
            is_source: report.is_source,
            counts: [messages, missing, stale, revised],
            sizes: sizes.clone(),
        })
    }

    fn report(&self, project: &Project) -> Option<Report> {
        let locales = &project.settings.locales;
        let locale = locales.iter().find(|locale| locale.key() == self.locale)?.clone();
        let [messages, missing, stale, revised] = self.counts;
        let counts = Counts { messages, missing, stale, revised };
        let outcome = Outcome::Published(self.sizes.clone());
        Some(Report { locale, is_source: self.is_source, counts, outcome })
    }
}
