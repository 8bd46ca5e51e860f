//! Several files of a project change together: all of them, or none.
//!
//! The lock of a release says what its translations were made from: one without the other would
//! turn a translation that is out of date into one that is not. So the new files are written beside
//! the old ones first. Then a list of them is put into the project's folder, and with it the change
//! is decided: if the command is cut off now, the next one ends what it began.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use sha2::{Digest as _, Sha256};

use super::aside::{
    aside, put_in_place, remove_asides, remove_file, settle, write_aside, write_at_once,
};
use super::save::look;
use super::turn::{Turns, Wait};
use super::{as_before, belongs, inside, read_place, real};
use crate::files::Files;

/// The list of a change that is decided, in the project's folder.
const LIST: &str = ".hexapla-unfinished";

/// The first line of it.
const HEADER: &str = "hexapla, files to be put in their places, version 1";

/// Files and folders that get another name: from, to.
pub type Moves = [(String, String)];

/// The turn of a command that changes a project: as long as this lives, no other has one.
#[derive(Debug)]
pub struct Turn {
    /// Holds the lock.
    _folder: fs::File,
}

/// Waits until no other command changes the project, and ends what one began that was cut off.
///
/// # Errors
/// When another command does not come to an end, or what was begun cannot be ended.
pub fn take_turn(root: &Path, wait: Wait<'_>) -> Result<Turn> {
    let folder = fs::File::open(root)
        .with_context(|| format!("cannot open the project's folder `{}`", root.display()))?;
    wait.lock(&folder, Turns::One, ("is changing the project", root))?;
    finish(root)?;
    tidy(root)?;
    Ok(Turn { _folder: folder })
}

/// Waits for a change that another command has decided, or ends it if that command was cut off.
///
/// # Errors
/// When it cannot be ended.
pub fn end_unfinished(root: &Path, wait: Wait<'_>) -> Result<()> {
    if look(&root.join(LIST))?.is_some() {
        take_turn(root, wait)?;
    }
    Ok(())
}

/// Writes files of a project that differ from what stands there, all or none; returns the paths of
/// those. The output has its own way, see [`super::Output`].
///
/// # Errors
/// When a file cannot be written, or would be written outside the project through a symbolic link.
pub fn write_project(root: &Path, files: &Files) -> Result<Vec<String>> {
    change_project(root, &[], files)
}

/// Gives files and folders of a project other names, and then writes files; all of it, or nothing.
///
/// # Errors
/// When something cannot be moved or written, when something stands where it is to go, or when it
/// is outside the project through a symbolic link.
pub fn change_project(root: &Path, moves: &Moves, files: &Files) -> Result<Vec<String>> {
    let root = fs::canonicalize(root)
        .with_context(|| format!("cannot find the project's folder `{}`", root.display()))?;
    for one in moves {
        Move::new(&root, one)?.free()?;
    }
    let changed = differing(&root, moves, files)?;
    let mut steps: Vec<Step> = moves.iter().map(|one| Step::Move(one.clone())).collect();
    let written = stage(&changed, &mut steps).and_then(|()| match steps.len() {
        // What is one step needs no list.
        0 | 1 => take(&root, &steps),
        _ => decide(&root, &steps).and_then(|()| take(&root, &steps)),
    });
    if written.is_err() {
        // The first error is the one to tell of.
        let _ = remove_file(&root.join(LIST));
        for one in &changed {
            let _ = aside(&one.place).and_then(|aside| remove_file(&aside));
        }
    }
    written.and_then(|()| remove_file(&root.join(LIST)))?;
    Ok(changed.iter().map(|one| one.path.to_owned()).collect())
}

/// The paths of the files of a project that [`write_project`] would write.
///
/// # Errors
/// When a file cannot be read, or would be written outside the project through a symbolic link.
pub fn would_write(root: &Path, files: &Files) -> Result<Vec<String>> {
    let root = fs::canonicalize(root)
        .with_context(|| format!("cannot find the project's folder `{}`", root.display()))?;
    Ok(differing(&root, &[], files)?.iter().map(|one| one.path.to_owned()).collect())
}

/// A file that differs from what stands in the project.
struct Differing<'a> {
    path: &'a str,
    /// Where it really is.
    place: PathBuf,
    before: Option<Vec<u8>>,
    bytes: Cow<'a, [u8]>,
}

fn differing<'a>(root: &Path, moves: &Moves, files: &'a Files) -> Result<Vec<Differing<'a>>> {
    let mut changed = Vec::new();
    for (path, bytes) in files.iter() {
        let place = inside(root, path)?;
        let old_name = moves.iter().find(|(_, to)| to == path);
        let before = old_name.map_or(Ok(place.clone()), |(from, _)| inside(root, from))?;
        let before = read_place(&before)?;
        let bytes = before.as_deref().map_or(bytes.into(), |before| as_before(before, bytes));
        if before.as_ref().is_none_or(|before| *before != *bytes) {
            changed.push(Differing { path, place, before, bytes });
        }
    }
    Ok(changed)
}

/// One step of a change.
#[derive(Debug)]
enum Step {
    Move((String, String)),
    Write(Write),
}

/// What a file was and is to be.
#[derive(Debug)]
struct Write {
    path: String,
    /// Digests; `None`: there was no file.
    before: Option<String>,
    after: String,
    /// What it was; not known of a change that was cut off.
    bytes: Option<Vec<u8>>,
}

/// Puts the list of a change into the project's folder.
fn decide(root: &Path, steps: &[Step]) -> Result<()> {
    let list = root.join(LIST);
    let aside = write_aside(&list, listed(steps).as_bytes())?;
    let settled = settle(std::slice::from_ref(&aside));
    if settled.is_err() {
        let _ = remove_file(&aside);
    }
    settled.and_then(|()| put_in_place(&aside, &list))
}

/// Writes the new files beside the old.
fn stage(changed: &[Differing<'_>], steps: &mut Vec<Step>) -> Result<()> {
    let mut asides = Vec::new();
    for Differing { path, place, before, bytes } in changed {
        asides.push(write_aside(place, bytes)?);
        let (path, after) = ((*path).to_owned(), digest(bytes));
        let before_digest = before.as_deref().map(digest);
        let bytes = before.clone();
        steps.push(Step::Write(Write { path, before: before_digest, after, bytes }));
    }
    settle(&asides)
}

/// Takes all steps; if one fails, takes back those before it.
fn take(root: &Path, steps: &[Step]) -> Result<()> {
    for (index, step) in steps.iter().enumerate() {
        let taken = match step {
            Step::Move(names) => Move::new(root, names).and_then(|one| one.make()),
            Step::Write(write) => {
                let place = inside(root, &write.path);
                place.and_then(|place| put_in_place(&aside(&place)?, &place))
            }
        };
        if taken.is_err() {
            for step in steps[..index].iter().rev() {
                // The first error is the one to tell of.
                let _ = take_back(root, step);
            }
            return taken;
        }
    }
    Ok(())
}

fn take_back(root: &Path, step: &Step) -> Result<()> {
    match step {
        Step::Move((from, to)) => Move::new(root, &(to.clone(), from.clone()))?.make(),
        Step::Write(Write { path, bytes, .. }) => {
            let place = inside(root, path)?;
            match bytes {
                Some(bytes) => write_at_once(&place, bytes),
                None => remove_file(&place),
            }
        }
    }
}

/// A file or folder that gets another name.
struct Move {
    from: PathBuf,
    to: PathBuf,
    /// As it is written: from, to.
    names: (String, String),
}

impl Move {
    fn new(root: &Path, names: &(String, String)) -> Result<Self> {
        // A link is moved itself, not what it leads to.
        let beside = |path: &str| -> Result<PathBuf> {
            let path = root.join(path);
            let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else {
                bail!("`{}` cannot name a file", path.display());
            };
            Ok(real(parent)?.join(name))
        };
        let one = Self { from: beside(&names.0)?, to: beside(&names.1)?, names: names.clone() };
        // The list of a change may have come with the project.
        if !belongs(root, &one.from) || !belongs(root, &one.to) {
            bail!("{}: it is outside the project, or hidden in it", one.moving());
        }
        Ok(one)
    }

    fn moving(&self) -> String {
        let (from, to) = &self.names;
        format!("cannot move `{from}` to `{to}`")
    }

    /// Refuses what something is in the way of.
    fn free(&self) -> Result<()> {
        if look(&self.to)?.is_some() {
            bail!("`{}` is there already\nhelp: move it away, then try again", self.names.1);
        }
        Ok(())
    }

    fn make(&self) -> Result<()> {
        self.free()?;
        fs::rename(&self.from, &self.to).with_context(|| self.moving())
    }
}

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut out, byte| {
        write!(out, "{byte:02x}").expect("a text takes all that is written");
        out
    })
}

/// The list of a change.
fn listed(steps: &[Step]) -> String {
    let mut lines = vec![HEADER.to_owned()];
    lines.extend(steps.iter().map(|step| match step {
        Step::Move((from, to)) => format!("move\t{from}\t{to}"),
        Step::Write(Write { path, before, after, .. }) => {
            format!("write\t{}\t{after}\t{path}", before.as_deref().unwrap_or("-"))
        }
    }));
    lines.join("\n") + "\nend\n"
}

fn read_list(text: &str) -> Option<Vec<Step>> {
    let lines = text.strip_prefix(HEADER)?.strip_suffix("\nend\n")?.lines().skip(1);
    let step = |line: &str| match line.split('\t').collect::<Vec<_>>()[..] {
        ["move", from, to] => Some(Step::Move((from.to_owned(), to.to_owned()))),
        ["write", before, after, path] => {
            let before = (before != "-").then(|| before.to_owned());
            let (path, after) = (path.to_owned(), after.to_owned());
            Some(Step::Write(Write { path, before, after, bytes: None }))
        }
        _ => None,
    };
    lines.map(step).collect()
}

/// Ends a change that was decided. If a file was changed since by somebody else, nothing is done.
fn finish(root: &Path) -> Result<()> {
    let Some(list) = read_place(&root.join(LIST))? else { return Ok(()) };
    let root = fs::canonicalize(root)
        .with_context(|| format!("cannot find the project's folder `{}`", root.display()))?;
    let steps = std::str::from_utf8(&list).ok().and_then(read_list);
    let Some(steps) = steps else {
        bail!(
            "`{LIST}` cannot be read\nhelp: look whether the project is as it should be, then delete it"
        );
    };
    let moves: Vec<_> = steps
        .iter()
        .filter_map(|step| match step {
            Step::Move(names) => Some(names.clone()),
            Step::Write(_) => None,
        })
        .collect();
    let mut left = Vec::new();
    for step in steps {
        if is_left(&root, &step, &moves)? {
            left.push(step);
        }
    }
    for step in &left {
        match step {
            Step::Move(names) => Move::new(&root, names)?.make()?,
            Step::Write(write) => {
                let place = inside(&root, &write.path)?;
                put_in_place(&aside(&place)?, &place)?;
            }
        }
    }
    remove_file(&root.join(LIST))
}

/// Takes away what was written beside the files of a change that was cut off before it was decided.
fn tidy(root: &Path) -> Result<()> {
    for name in [LIST, "hexapla.toml", "l10n.toml"] {
        remove_file(&aside(&root.join(name))?)?;
    }
    for folder in [root.join("content"), root.join("locales")] {
        let reading = || format!("cannot read the folder `{}`", folder.display());
        let entries = match fs::read_dir(&folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            entries => entries.with_context(reading)?,
        };
        for entry in entries {
            let entry = entry.with_context(reading)?;
            // Not where a link leads: that may be anywhere.
            if entry.file_type().with_context(reading)?.is_dir() {
                remove_asides(&entry.path())?;
            }
        }
    }
    Ok(())
}

/// Whether a step is still to be taken.
fn is_left(root: &Path, step: &Step, moves: &Moves) -> Result<bool> {
    match step {
        Step::Move(names) => {
            let one = Move::new(root, names)?;
            match (look(&one.from)?.is_some(), look(&one.to)?.is_some()) {
                (true, false) => Ok(true),
                (false, true) => Ok(false),
                (true, true) | (false, false) => Err(changed_since(&names.1, &one.from)),
            }
        }
        Step::Write(Write { path, before, after, .. }) => {
            let place = inside(root, path)?;
            let standing = read_place(&place)?.as_deref().map(digest);
            if standing.as_ref() == Some(after) {
                return Ok(false);
            }
            // What is moved may not be here yet.
            let old_name = moves.iter().find(|(_, to)| to == path);
            let old = match old_name {
                Some((from, _)) if standing.is_none() => {
                    read_place(&inside(root, from)?)?.as_deref().map(digest)
                }
                Some(_) | None => standing,
            };
            let aside = aside(&place)?;
            let is_ready = read_place(&aside)?.as_deref().map(digest).as_ref() == Some(after);
            if old == *before && is_ready { Ok(true) } else { Err(changed_since(path, &aside)) }
        }
    }
}

fn changed_since(path: &str, aside: &Path) -> anyhow::Error {
    anyhow::anyhow!(
        "a command was cut off while it wrote, and `{path}` was changed since\nhelp: what it was to \
         be is in `{}`: put the project right by hand, then delete `{LIST}`",
        aside.display()
    )
}

#[cfg(test)]
mod tests;
