//! What every command begins with: the project, and the releases that are meant.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::Which;
use super::speech::Speech;
use crate::diagnostic::Diagnostic;
use crate::disk;
use crate::locale::LocaleRef;
use crate::project::{self, Project};
use crate::segment::Slug;

/// How a project is started.
const START: &str = "help: to start one, make a file `hexapla.toml` that holds the line `locales = \
    [\"en\", \"ar\"]`, and write a release in `content/my-first-release/index.md`; to work on a \
    project that is elsewhere, say where: `--project DIR`";

/// A project that a command works on.
#[derive(Debug)]
pub(super) struct Session {
    /// Its folder, as the user would write it.
    pub root: PathBuf,
    /// The project.
    pub project: Project,
    /// The releases that are meant.
    pub slugs: Vec<Slug>,
    /// The files that all releases share and that the source locale has: `terms`, `hexapla`.
    pub shared: Vec<&'static str>,
    /// What is to be said of the project's own files.
    pub found: Vec<Diagnostic>,
}

impl Session {
    /// Reads the project that the arguments mean.
    pub fn open(which: &Which, speech: &Speech) -> Result<Self> {
        let root = root(which.project.as_deref())?;
        let input = disk::read_project(&root)?;
        let named = [("terms", input.terms.clone()), ("hexapla", input.furniture.clone())];
        let (project, found) = project::parse(input);
        let source = project.settings.source_locale.key();
        let shared = named.iter().filter(|(_, files)| files.contains_key(source));
        let shared = shared.map(|(name, _)| *name).collect();
        let slugs = match slugs(&which.releases, &project) {
            Ok(slugs) => slugs,
            Err(error) => {
                // The project may say why a release is not there.
                speech.diagnostics(&root, found);
                return Err(error);
            }
        };
        Ok(Self { root, project, slugs, shared, found })
    }

    /// The keys of the locales with these keys or tags.
    pub fn locales(&self, names: &[String]) -> Result<Vec<String>> {
        let all = &self.project.settings.locales;
        let key = |name: &String| {
            let is = |locale: &&LocaleRef| {
                name.eq_ignore_ascii_case(locale.key()) || name.eq_ignore_ascii_case(&locale.tag())
            };
            let Some(locale) = all.iter().find(is) else {
                let known: Vec<_> = all.iter().map(|locale| locale.key()).collect();
                bail!(
                    "`{name}` is not a locale of this project\nhelp: its locales are {}",
                    known.join(", ")
                );
            };
            Ok(locale.key().to_owned())
        };
        names.iter().map(key).collect()
    }
}

/// The project's folder.
fn root(named: Option<&Path>) -> Result<PathBuf> {
    let Some(root) = named else {
        let Some(root) = disk::nearest_project()? else {
            bail!("there is no project here: no `hexapla.toml` in this folder or above\n{START}");
        };
        return Ok(root);
    };
    if !disk::is_project(root) {
        bail!("`{}` is not a project: it has no `hexapla.toml`\n{START}", root.display());
    }
    Ok(root.to_owned())
}

fn slugs(names: &[String], project: &Project) -> Result<Vec<Slug>> {
    if names.is_empty() {
        return Ok(project.slugs.clone());
    }
    for name in names {
        if project.slugs.iter().all(|slug| slug.as_str() != name) {
            let known: Vec<_> = project.slugs.iter().map(Slug::as_str).collect();
            let known = match known.as_slice() {
                [] => "there is none yet: write one in `content/NAME/index.md`".to_owned(),
                known => format!("its releases are {}", known.join(", ")),
            };
            bail!("`{name}` is not a release of this project\nhelp: {known}");
        }
    }
    let is_meant = |slug: &&Slug| names.iter().any(|name| name == slug.as_str());
    Ok(project.slugs.iter().filter(is_meant).cloned().collect())
}
