//! Building: what is read, made and saved, release by release.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Error, Result};
use rayon::prelude::*;

use super::manifest::{self, Last, Manifest};
use super::{Made, Order, Report, Shelf, make, root};
use crate::diagnostic::{Diagnostic, Severity};
use crate::disk::{Output, Saved, read_release};
use crate::project::Project;
use crate::segment::Slug;

/// What a build did with a release.
#[derive(Debug)]
pub struct Built {
    /// The release.
    pub slug: Slug,
    /// What is to be said of it.
    pub found: Vec<Diagnostic>,
    /// Its editions.
    pub editions: Vec<Report>,
    /// What became of its folder.
    pub kept: Kept,
    /// The paths that its folder should have now, below the folder; none when it has errors.
    pub paths: Vec<String>,
}

/// What became of a folder.
#[derive(Debug)]
pub enum Kept {
    /// It was written.
    Written,
    /// It was as it should be.
    Unchanged,
    /// There are errors in the release or in the settings: it was left as it was.
    Refused,
    /// The machine could not read or write.
    Failed(Error),
}

/// Whether the settings can be trusted: with an error in `hexapla.toml` nothing is written.
pub fn sound(found: &[Diagnostic]) -> bool {
    let in_settings = |problem: &Diagnostic| {
        problem.place.as_ref().is_some_and(|place| place.file == "hexapla.toml")
    };
    !found.iter().any(|problem| problem.severity == Severity::Error && in_settings(problem))
}

/// Builds releases and saves each as soon as it is made. Without an output nothing is saved: there
/// are errors in the settings.
pub fn build(
    (folder, project): (&Path, &Project),
    slugs: &[Slug],
    order: &Order,
    output: Option<&Output>,
) -> Vec<Built> {
    let one = |slug: &Slug| {
        let built = match output {
            Some(output) => release((folder, project), slug, order, output),
            None => look((folder, project), slug),
        };
        built.unwrap_or_else(|error| Built {
            slug: slug.clone(),
            found: Vec::new(),
            editions: Vec::new(),
            kept: Kept::Failed(error),
            paths: Vec::new(),
        })
    };
    slugs.par_iter().map(one).collect()
}

fn release(
    (folder, project): (&Path, &Project),
    slug: &Slug,
    order: &Order,
    output: &Output,
) -> Result<Built> {
    let input = read_release(folder, slug)?;
    let text = output.read(&format!("{slug}/{}", manifest::NAME))?;
    let Made { slug, found, editions, change } =
        make::make(input, project, order, &Last::parse(text.as_deref()));
    let Some(change) = change else {
        return Ok(Built { slug, found, editions, kept: Kept::Refused, paths: Vec::new() });
    };
    let kept = match output.save_release(&slug, &change) {
        Ok(Saved::Written) => Kept::Written,
        Ok(Saved::Unchanged) => Kept::Unchanged,
        Err(error) => Kept::Failed(error),
    };
    let paths = change.files.iter().map(|(path, _)| path.to_owned()).collect();
    Ok(Built { slug, found, editions, kept, paths })
}

fn look((folder, project): (&Path, &Project), slug: &Slug) -> Result<Built> {
    let made = make::check(read_release(folder, slug)?, project);
    let Made { slug, found, editions, change: _ } = made;
    Ok(Built { slug, found, editions, kept: Kept::Refused, paths: Vec::new() })
}

/// Reads and checks releases; nothing is written.
///
/// # Errors
/// When the machine cannot read.
pub fn check((folder, project): (&Path, &Project), slugs: &[Slug]) -> Result<Vec<Built>> {
    let checked: Vec<_> = slugs.par_iter().map(|slug| look((folder, project), slug)).collect();
    checked.into_iter().collect()
}

/// Brings what stands beside the releases up to date with all releases in the output.
///
/// # Errors
/// When the output cannot be read or written.
pub fn shelve(project: &Project, output: &Output) -> Result<(Saved, Vec<Diagnostic>)> {
    let reserved: BTreeSet<_> = project.settings.locales.iter().map(|one| one.key()).collect();
    let mut releases: Vec<Manifest> = Vec::new();
    let mut found = Vec::new();
    for slug in output.releases()?.into_iter().filter(|slug| !reserved.contains(slug.as_str())) {
        let text = output.read(&format!("{slug}/{}", manifest::NAME))?;
        match Last::parse(text.as_deref()) {
            Last::Sound(manifest) if manifest.slug == slug.as_str() => releases.push(*manifest),
            Last::Damaged => {
                let message = format!("the manifest of `{slug}` in the output cannot be read");
                let help = format!("the lists leave it out until `hexapla build {slug}` is run");
                found.push(Diagnostic::warning("damaged-manifest", message).help(help));
            }
            Last::Sound(_) | Last::Nothing | Last::Foreign => {}
        }
    }
    let last = output.read(manifest::NAME)?;
    let saved = match root(&Shelf::new(releases), project, last.as_deref()) {
        Some(change) => output.save_root(&change, manifest::NAME)?,
        None => Saved::Unchanged,
    };
    Ok((saved, found))
}
