//! What is made of a release, and what becomes of its folder.

use std::collections::{BTreeMap, BTreeSet};

use super::Together;
use super::manifest::{self, Last, Manifest};
use super::parallel::FORMATS;
use super::plan::Gone;
use super::request::Withheld;
use crate::diagnostic::{Diagnostic, Place};
use crate::disk::Change;
use crate::document::Status;
use crate::edition::Counts;
use crate::files::Files;
use crate::locale::LocaleRef;
use crate::project::{Format, Project};
use crate::segment::Slug;
use crate::write::html::ACCESSIBILITY_PAGE;
use crate::write::parallel::folder;
use crate::write::{file_in, file_name};

/// What became of a release.
#[derive(Clone, Debug)]
pub struct Made {
    /// The release.
    pub slug: Slug,
    /// What is to be said of it.
    pub found: Vec<Diagnostic>,
    /// The ids of its messages; none when it cannot be read.
    pub ids: Vec<String>,
    /// Its editions.
    pub editions: Vec<Report>,
    /// Where it stands.
    pub standing: Standing,
    /// The names under which it was published before, with their places.
    pub aliases: Vec<(String, Place)>,
    /// What is to become of its folder; `None`: it has errors, so nothing is to be touched.
    pub folder: Option<Folder>,
}

/// Where a release stands, as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// It could not be read, or nothing was asked for that tells.
    #[default]
    Unknown,
    /// There, and what is asked for was made of it.
    At(Status),
    /// There, and so it was left out: it is not for everybody yet.
    LeftOut(Status),
}

/// What is to become of a release's folder.
#[derive(Clone, Debug)]
pub struct Folder {
    /// The files.
    pub change: Change,
    /// The editions that go.
    pub gone: Vec<Gone>,
    /// The parallel editions that were made.
    pub parallels: Vec<Together>,
    /// Whether pages that stay do not know of all there will be.
    pub behind: bool,
    /// The SHA-256 of the files, as the manifest has it.
    pub digests: BTreeMap<String, String>,
}

/// What became of an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Its locale.
    pub locale: LocaleRef,
    /// Whether the release was written in it: then nothing is to be translated.
    pub is_source: bool,
    /// How much of it is translated.
    pub counts: Counts,
    /// Whether it was published.
    pub outcome: Outcome,
}

/// Whether an edition was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was: the formats and the sizes of their files in bytes.
    Published(Vec<(Format, usize)>),
    /// It was not.
    Withheld {
        /// The reason.
        reason: Withheld,
        /// Whether an edition of an earlier build stays in its place.
        stands: bool,
    },
}

impl Made {
    /// Nothing, of a release that cannot be read.
    pub(super) fn unread(slug: Slug, found: Vec<Diagnostic>) -> Self {
        let (ids, editions, aliases) = (Vec::new(), Vec::new(), Vec::new());
        Self { slug, found, ids, editions, standing: Standing::Unknown, aliases, folder: None }
    }
}

impl Folder {
    /// All of ours goes. Of a manifest that is damaged the files go that stand where editions
    /// belong: what may not be read any more must not outlive a torn merge.
    pub(super) fn without(slug: &Slug, project: &Project, last: &Last) -> Self {
        let mut gone: Vec<Gone> = Vec::new();
        let mut removed = BTreeSet::new();
        match last {
            Last::Nothing | Last::Foreign => {}
            Last::Damaged => removed.extend(usual(slug, project)),
            Last::Sound(manifest) => {
                removed.extend(manifest.files.iter().map(|file| file.path.clone()));
                for (key, format, _) in manifest::editions(&manifest.files) {
                    match gone.iter_mut().find(|gone| gone.locale == key) {
                        Some(gone) => drop(gone.formats.insert(format)),
                        None => gone.push(Gone {
                            locale: key.to_owned(),
                            formats: BTreeSet::from([format]),
                            left: BTreeSet::new(),
                        }),
                    }
                }
            }
        }
        removed.extend(last.is_ours().then(|| manifest::NAME.to_owned()));
        let change = Change { files: Files::new(), removed, ours: last.ours() };
        let (parallels, digests) = (Vec::new(), BTreeMap::new());
        Self { change, gone, parallels, behind: false, digests }
    }
}

/// The paths at which editions of a release stand.
fn usual(slug: &Slug, project: &Project) -> Vec<String> {
    let locales = project.settings.locales.iter();
    let editions = locales.flat_map(|locale| {
        let formats = [Format::Html, Format::Epub, Format::Text];
        let names = formats.map(|format| file_name(slug, locale, format));
        let names = names.into_iter().chain([ACCESSIBILITY_PAGE.to_owned()]);
        names.map(move |name| format!("{}/{name}", locale.key())).collect::<Vec<_>>()
    });
    let beside = project.settings.parallel.iter().flat_map(|keys| {
        let folder = folder(keys.iter().map(String::as_str));
        FORMATS.map(|format| format!("{folder}/{}", file_in(slug, &folder, format)))
    });
    editions.chain(beside).chain(["index.html".to_owned()]).collect()
}

/// Whether what the last build left must not stay, even if nothing can take its place: it says
/// otherwise where the release stands, which may be withdrawn or a draft again.
pub(super) fn must_go(last: &Last, now: &Manifest) -> bool {
    match last {
        Last::Nothing | Last::Foreign => false,
        Last::Damaged => !now.is_listed(),
        Last::Sound(last) => !last.stands_as(now),
    }
}
