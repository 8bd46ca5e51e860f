//! What every command begins with: the project, and the releases that are meant.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::Root;
use super::speech::{Speech, Style};
use super::sync::stops;
use crate::diagnostic::Diagnostic;
use crate::disk::{self, ReleaseInput, Turn, Wait};
use crate::locale::LocaleRef;
use crate::project::{self, Project};
use crate::publish::{self, Loaded, Request};
use crate::release::Release;
use crate::segment::Slug;

/// How a project is started.
const START: &str = "help: `hexapla new DIR` starts one in the folder DIR; to work on a project that is \
    elsewhere, say where: `--project DIR`";

/// A project that a command works on.
#[derive(Debug)]
pub(super) struct Session {
    /// Its folder, as the user would write it.
    pub root: PathBuf,
    /// The project.
    pub project: Project,
    /// The releases that are meant.
    pub slugs: Vec<Slug>,
    /// Keys of the locales that have a file `terms.ftl`.
    pub terms: BTreeSet<String>,
    /// Keys of the locales that have a file `hexapla.ftl`.
    pub furniture: BTreeSet<String>,
    /// What is to be said of the project's own files.
    pub found: Vec<Diagnostic>,
    /// Keeps other commands from changing the project, if this one does.
    _turn: Option<Turn>,
}

/// A release as it was read, with all its translations.
#[derive(Debug)]
pub(super) struct Opened {
    /// Its files.
    pub input: ReleaseInput,
    /// What they say; `None`: that cannot be known, for the reasons that were found.
    pub loaded: Option<Loaded>,
    /// What was found.
    pub found: Vec<Diagnostic>,
    /// Whether nothing of it can be written: the source has an error, or something else stands where
    /// the reference belongs.
    pub stopped: bool,
}

impl Session {
    /// Reads the project that the arguments mean; without names of releases, all are meant. `None`:
    /// its settings have errors, and that is said.
    pub fn open(named: &Root, releases: &[String], speech: &Speech) -> Result<Option<Self>> {
        let root = root(named.project.as_deref())?;
        disk::end_unfinished(&root, Wait::saying(&|text| speech.note(text)))?;
        Self::read(root, None, releases, speech)
    }

    /// Opens a project to change it: what is read stays as it is until this is done.
    pub fn open_to_change(
        named: &Root,
        releases: &[String],
        speech: &Speech,
    ) -> Result<Option<Self>> {
        let root = root(named.project.as_deref())?;
        let turn = disk::take_turn(&root, Wait::saying(&|text| speech.note(text)))?;
        Self::read(root, Some(turn), releases, speech)
    }

    fn read(
        root: PathBuf,
        turn: Option<Turn>,
        releases: &[String],
        speech: &Speech,
    ) -> Result<Option<Self>> {
        let input = disk::read_project(&root)?;
        let [terms, furniture] =
            [&input.terms, &input.furniture].map(|files| files.keys().cloned().collect());
        let (project, mut found) = project::parse(input);
        let Some(project) = project else {
            refuse(&root, found, speech);
            return Ok(None);
        };
        found.extend(nothing_to_publish(&project, &found));
        let found = project.settings.check.judge(found);
        let slugs = match slugs(releases, &project) {
            Ok(slugs) => slugs,
            Err(error) => {
                // The project may say why a release is not there.
                speech.diagnostics(&root, found);
                return Err(error);
            }
        };
        Ok(Some(Self { root, project, slugs, terms, furniture, found, _turn: turn }))
    }

    /// Reads a release.
    pub fn release(&self, slug: &Slug) -> Result<Opened> {
        let input = disk::read_release(&self.root, slug, self.project.settings.limits)?;
        let (loaded, found) = publish::load(input.clone(), &self.project, &Request::ALL);
        let own = loaded.as_ref().map_or("", |loaded| loaded.release.source_locale.key());
        let reference = slug.file_in(own);
        let stopped = loaded.is_none() || found.iter().any(|problem| stops(problem, &reference));
        Ok(Opened { input, loaded, found, stopped })
    }

    /// The keys of the locales with these keys or tags.
    pub fn locales(&self, names: &[String]) -> Result<Vec<String>> {
        names.iter().map(|name| self.locale(name)).collect()
    }

    /// The key of the locale with this key or tag.
    pub fn locale(&self, name: &str) -> Result<String> {
        locale(name, &self.project)
    }
}

/// The key of a project's locale with this key or tag.
pub(super) fn locale(name: &str, project: &Project) -> Result<String> {
    let all = &project.settings.locales;
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
}

/// Whether a release is translated into the language with this key.
pub(super) fn is_translated(release: &Release, key: &str) -> bool {
    let mut locales = release.locales.iter();
    release.source_locale.key() != key && locales.any(|locale| locale.key() == key)
}

/// Refuses a language that none of these releases is translated into, such as that of the source.
/// Where no release could be read, that is said elsewhere.
pub(super) fn must_be_translated<'a>(
    key: &str,
    releases: impl IntoIterator<Item = &'a Release>,
) -> Result<()> {
    let releases: Vec<_> = releases.into_iter().collect();
    if releases.is_empty() || releases.iter().any(|release| is_translated(release, key)) {
        return Ok(());
    }
    let is_source = releases.iter().all(|release| release.source_locale.key() == key);
    let why = if is_source { "the source is written in it" } else { "it is not published in it" };
    let all = releases.iter().flat_map(|release| &release.locales).map(|locale| locale.key());
    let is_target = |key: &&str| releases.iter().any(|release| is_translated(release, key));
    let targets: BTreeSet<&str> = all.filter(is_target).collect();
    let help = if targets.is_empty() {
        "name the languages in `hexapla.toml`: `locales = [\"en\", \"ar\"]`".to_owned()
    } else {
        let targets: Vec<_> = targets.into_iter().collect();
        format!("there are translations into {}", targets.join(", "))
    };
    bail!("nothing is translated into `{key}`: {why}\nhelp: {help}")
}

/// Says that the settings have errors, and nothing else: it would only follow from them.
fn refuse(root: &Path, found: Vec<Diagnostic>, speech: &Speech) {
    let tally = speech.diagnostics(root, found);
    speech.result(&match speech.style {
        Style::Json => serde_json::to_string(&tally).expect("numbers can be written"),
        Style::Human | Style::Plain => {
            "nothing else was read or written: put `hexapla.toml` right first".to_owned()
        }
    });
}

/// How the first release is written, where there is none, and no folder that was meant as one.
fn nothing_to_publish(project: &Project, found: &[Diagnostic]) -> Option<Diagnostic> {
    let meant = |problem: &Diagnostic| ["release-name", "no-release"].contains(&problem.code);
    let problem = Diagnostic::warning("no-releases", "this project has no release yet")
        .help("`hexapla new release NAME` begins one in `content/NAME/index.md`");
    (project.slugs.is_empty() && !found.iter().any(meant)).then_some(problem)
}

/// The project's folder.
pub(super) fn root(named: Option<&Path>) -> Result<PathBuf> {
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

pub(super) fn slugs(names: &[String], project: &Project) -> Result<Vec<Slug>> {
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

/// What to do about a name that nothing has.
pub(super) fn nearest_help(name: &str, known: impl Iterator<Item = String>) -> String {
    let known: Vec<_> = known.collect();
    let known: Vec<_> = known.iter().map(String::as_str).collect();
    match crate::nearest::nearest(name, &known) {
        Some(near) => format!("the nearest is `{near}`"),
        None => "`hexapla status --locale LANGUAGE` lists what is open".to_owned(),
    }
}
