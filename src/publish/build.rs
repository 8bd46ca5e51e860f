//! Building: what is read, made and saved, release by release.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Error, Result, bail};
use rayon::prelude::*;

use super::manifest::{self, Language, Last, Manifest};
use super::{Folder, Gone, Made, Report, Request, Shelf, Together, Trace, make, shelf};
use crate::diagnostic::Diagnostic;
use crate::disk::{Output, Saved, read_release, read_traced};
use crate::project::Project;
use crate::pseudo::Pseudo;
use crate::segment::Slug;
use crate::write::epub::Layouts;

/// What a build did with a release.
#[derive(Debug)]
pub struct Built {
    /// The release.
    pub slug: Slug,
    /// What is to be said of it.
    pub found: Vec<Diagnostic>,
    /// The digest of the files that it was made from; none when they were not read for an edition.
    pub read: Option<String>,
    /// The ids of its messages; none when it cannot be read.
    pub ids: Vec<String>,
    /// Its editions.
    pub editions: Vec<Report>,
    /// What became of its folder.
    pub kept: Kept,
}

/// What became of a folder.
#[derive(Debug)]
pub enum Kept {
    /// It is as it should be.
    Saved {
        /// Whether it was written, or was as it should be before.
        saved: Saved,
        /// The paths of the files that were made, below the folder.
        paths: Vec<String>,
        /// The editions that were taken away.
        gone: Vec<Gone>,
        /// The parallel editions that were made.
        parallels: Vec<Together>,
        /// Whether pages that were not made do not know of all that there is.
        behind: bool,
    },
    /// There are errors in the release: it was left as it was.
    Refused,
    /// The machine could not read or write.
    Failed(Error),
}

/// How far a build or a check is: to be looked at from elsewhere meanwhile.
#[derive(Debug, Default)]
pub struct Progress(AtomicUsize);

impl Progress {
    /// How many releases are done.
    pub fn done(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }

    /// Counts a release that is done.
    pub fn one_more(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

/// Builds releases and saves each as soon as it is made.
pub fn build(
    (folder, project): (&Path, &Project),
    (slugs, progress): (&[Slug], &Progress),
    request: &Request,
    (output, trace): (&Output, Option<&Trace>),
) -> Vec<Built> {
    let layouts = Layouts::default();
    let one = |slug: &Slug| {
        let built = release((folder, project, &layouts), slug, request, (output, trace));
        progress.one_more();
        built.unwrap_or_else(|error| Built {
            slug: slug.clone(),
            found: Vec::new(),
            read: None,
            ids: Vec::new(),
            editions: Vec::new(),
            kept: Kept::Failed(error),
        })
    };
    slugs.par_iter().map(one).collect()
}

fn release(
    (root, project, layouts): (&Path, &Project, &Layouts),
    slug: &Slug,
    request: &Request,
    (output, trace): (&Output, Option<&Trace>),
) -> Result<Built> {
    if let Some(built) = trace.and_then(|trace| trace.recall((root, slug), (project, output))) {
        return Ok(built);
    }
    // What is remembered is the digest of what is read now: a file may have changed meanwhile.
    let (input, read) = read_traced(root, slug, project.settings.limits)?;
    let text = output.read(&format!("{slug}/{}", manifest::NAME))?;
    let Made { slug, mut found, ids, editions, folder } =
        make(input, (project, layouts), request, &Last::parse(text.as_deref()));
    let Some(Folder { change, gone, parallels, behind, digests }) = folder else {
        return Ok(Built { slug, found, read: Some(read), ids, editions, kept: Kept::Refused });
    };
    let kept = match output.save_release(&slug, &change) {
        Ok(saved) => {
            let paths = change.files.iter().map(|(path, _)| path.to_owned()).collect();
            Kept::Saved { saved, paths, gone, parallels, behind }
        }
        Err(error) => Kept::Failed(error),
    };
    if let Kept::Saved { saved: Saved::Untidy, .. } = kept {
        found.push(untidy(&slug, output));
    }
    let from = trace.map(|trace| trace.with(&read));
    let built = Built { slug, found, read: Some(read), ids, editions, kept };
    if let (Some(trace), Some(from)) = (trace, from) {
        trace.keep(&from, &built, (&change, &digests, output));
    }
    Ok(built)
}

/// What is said when the release is in its place, and the old one beside it.
fn untidy(slug: &Slug, output: &Output) -> Diagnostic {
    let message = format!("the earlier folder of `{slug}` could not be deleted");
    let folder = output.shown().display();
    let help = format!(
        "`{slug}` is published; delete the folder in `{folder}` whose name begins with `.{slug}`"
    );
    Diagnostic::warning("not-deleted", message).help(help)
}

/// Reads releases and checks what is asked for of them; nothing is written.
///
/// # Errors
/// When the machine cannot read.
pub fn check(
    (root, project): (&Path, &Project),
    (slugs, progress): (&[Slug], &Progress),
    request: &Request,
) -> Result<Vec<Built>> {
    let look = |slug: &Slug| {
        let Made { slug, found, ids, editions, folder: _ } =
            make::check(read_release(root, slug, project.settings.limits)?, project, request);
        progress.one_more();
        Ok(Built { slug, found, read: None, ids, editions, kept: Kept::Refused })
    };
    let checked: Vec<_> = slugs.par_iter().map(look).collect();
    checked.into_iter().collect()
}

/// What the output holds that is ours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Holdings {
    /// The number of releases.
    pub releases: usize,
    /// The number of files.
    pub files: usize,
    /// Their bytes.
    pub bytes: usize,
}

impl Holdings {
    fn add(&mut self, sizes: impl IntoIterator<Item = usize>) {
        for bytes in sizes {
            self.files += 1;
            self.bytes += bytes;
        }
    }
}

/// Refuses pseudo-locales in a folder that holds editions in languages: nobody shall meet them there.
///
/// # Errors
/// When the folder holds such editions, or cannot be read.
pub fn refuse_among_published(output: &Output) -> Result<()> {
    for slug in output.releases()? {
        let text = output.read(&format!("{slug}/{}", manifest::NAME))?;
        let last = Last::parse(text.as_deref());
        let languages = last.manifest().into_iter().flat_map(|manifest| &manifest.locales);
        let published = |one: &&Language| Pseudo::named(&one.locale).is_none();
        if let Some(language) = languages.into_iter().find(published) {
            bail!(
                "`{}` holds editions that are published (`{slug}` in `{}`): pseudo-locales do not \
                 go there\nhelp: leave `--output` out, and they go into `pseudo/`; or name \
                 another folder",
                output.shown().display(),
                language.locale
            );
        }
    }
    Ok(())
}

/// Brings what stands beside the releases up to date with all releases in the output. Nothing of it
/// is touched while a release there cannot be read: it would vanish from the lists. Nor when one of
/// `built` failed.
///
/// # Errors
/// When the output cannot be read or written.
pub fn shelve(
    project: &Project,
    (output, trace): (&Output, Option<&Trace>),
    built: &[Built],
) -> Result<(Holdings, Vec<Diagnostic>)> {
    let reserved: BTreeSet<_> = project.settings.locales.iter().map(|one| one.key()).collect();
    let mut slugs = output.releases()?;
    slugs.retain(|slug| !reserved.contains(slug.as_str()));
    let mut whole = built.iter().all(|release| !matches!(release.kept, Kept::Failed(_)));
    let trace = match trace.filter(|_| whole) {
        Some(trace) => Some((trace, trace.shelf_digest(&slugs, (project, output))?)),
        None => None,
    };
    if let Some((trace, from)) = &trace
        && let Some(holdings) = trace.recall_shelf(from, output)
    {
        return Ok((holdings, Vec::new()));
    }
    let last = output.read(manifest::NAME)?;
    let known = shelf::known(last.as_deref());
    let mut releases: Vec<Manifest> = Vec::new();
    let mut found = Vec::new();
    let mut holdings = Holdings::default();
    for slug in slugs {
        let text = output.read(&format!("{slug}/{}", manifest::NAME))?;
        match Last::parse(text.as_deref()) {
            Last::Sound(manifest) if manifest.slug == slug.as_str() => {
                found.extend((!project.slugs.contains(&slug)).then(|| left_over(&slug, output)));
                holdings.add(manifest.files.iter().map(|file| file.bytes));
                holdings.add(text.as_ref().map(Vec::len));
                holdings.releases += 1;
                releases.push(*manifest);
            }
            unread @ (Last::Damaged | Last::Sound(_) | Last::Nothing | Last::Foreign) => {
                let is_ours = known.contains(slug.as_str()) || project.slugs.contains(&slug);
                if is_ours && unread != Last::Nothing || known.contains(slug.as_str()) {
                    whole = false;
                    found.push(unreadable(&slug, output));
                }
            }
        }
    }
    let change = Shelf::new(releases).change(project, last.as_deref());
    if let Some(change) = change.filter(|_| whole) {
        output.save_root(&change, manifest::NAME)?;
        holdings.add(change.files.iter().map(|(_, bytes)| bytes.len()));
        if let Some((trace, from)) = trace.filter(|_| found.is_empty()) {
            trace.keep_shelf(from, holdings, (&change, output));
        }
    }
    Ok((holdings, found))
}

/// A release in the output of which the manifest says nothing any more.
fn unreadable(slug: &Slug, output: &Output) -> Diagnostic {
    let message = format!("the manifest of `{slug}` in the output cannot be read");
    let folder = output.shown().join(slug.as_str());
    let help = format!(
        "the lists of releases stay as they are until `hexapla build {slug}` has written it anew; \
         if the release is to go, delete the folder `{}`",
        folder.display()
    );
    Diagnostic::warning("damaged-manifest", message).help(help)
}

/// A release that is published and no longer written. Only a person knows whether that is meant.
fn left_over(slug: &Slug, output: &Output) -> Diagnostic {
    let message = format!("`{slug}` is published, and is no longer in `content/`");
    let folder = output.shown().join(slug.as_str());
    let help = format!(
        "to withdraw it, delete the folder `{}` and build again; to keep it, bring \
         `content/{slug}/` back",
        folder.display()
    );
    Diagnostic::warning("left-over", message).help(help)
}
