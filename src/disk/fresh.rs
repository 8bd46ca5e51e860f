//! What is not there yet: a new project, and the day.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context as _, Result, bail};

use super::aside::settle;
use super::real;
use super::save::look;
use crate::document::Date;
use crate::files::Files;

/// The folder in which the files of a new project wait.
const ASIDE: &str = ".hexapla-new";

/// What may stand in a folder that is to be a project: the history that is to hold it.
const HISTORY: &str = ".git";

/// The file that makes a folder a project: it comes last.
const PROJECT: &str = "hexapla.toml";

/// Writes a project into a folder that is not there, or in which nothing is; all of it, or nothing.
///
/// # Errors
/// When something stands there, or a file cannot be written.
pub fn write_new(folder: &Path, files: &Files) -> Result<()> {
    let standing = look(folder)?.is_some();
    if standing {
        must_be_empty(folder)?;
    }
    let folder = real(folder)?;
    let (Some(parent), Some(name)) = (folder.parent(), folder.file_name()) else {
        bail!("`{}` cannot name a new folder", folder.display());
    };
    let aside = if standing {
        folder.join(ASIDE)
    } else {
        parent.join(format!(".{}{ASIDE}", name.to_string_lossy()))
    };
    remove_all(&aside)?;
    let written = write_all(&aside, files)
        .and_then(|()| if standing { move_in(&aside, &folder) } else { put(&aside, &folder) });
    // Of the new project nothing is left, or all of it is in its place.
    written.and(remove_all(&aside)).inspect_err(|_| drop(remove_all(&aside)))
}

fn must_be_empty(folder: &Path) -> Result<()> {
    let reading = || format!("cannot read the folder `{}`", folder.display());
    let entries = fs::read_dir(folder).with_context(reading)?;
    let names = entries.map(|entry| entry.map(|entry| entry.file_name()));
    let names = names.collect::<Result<Vec<_>, _>>().with_context(reading)?;
    // Folders have no order of their own.
    if let Some(name) = names.iter().filter(|name| *name != ASIDE && *name != HISTORY).min() {
        bail!(
            "`{}` is not empty: it holds `{}`\nhelp: name a folder that is not there yet, or an \
                 empty one",
            folder.display(),
            name.to_string_lossy()
        );
    }
    Ok(())
}

fn write_all(aside: &Path, files: &Files) -> Result<()> {
    let mut written = Vec::new();
    for (path, bytes) in files.iter() {
        let place = aside.join(path);
        let writing = || format!("cannot write `{}`", place.display());
        fs::create_dir_all(place.parent().unwrap_or(aside)).with_context(writing)?;
        fs::write(&place, bytes).with_context(writing)?;
        written.push(place);
    }
    settle(&written)
}

/// Moves what is in a folder into another, the file that makes it a project last; or nothing.
fn move_in(aside: &Path, folder: &Path) -> Result<()> {
    let reading = || format!("cannot read the folder `{}`", aside.display());
    let entries = fs::read_dir(aside).with_context(reading)?;
    let names = entries.map(|entry| entry.map(|entry| entry.file_name()));
    let mut names = names.collect::<Result<Vec<_>, _>>().with_context(reading)?;
    names.sort_by_key(|name| (name == PROJECT, name.clone()));
    for (index, name) in names.iter().enumerate() {
        let moved = put(&aside.join(name), &folder.join(name));
        if moved.is_err() {
            for name in &names[..index] {
                // The first error is the one to tell of.
                let _ = remove_all(&folder.join(name));
            }
            return moved;
        }
    }
    Ok(())
}

fn put(from: &Path, to: &Path) -> Result<()> {
    // Since it was looked at, somebody may have put something there.
    if look(to)?.is_some() {
        bail!("`{}` is there already\nhelp: move it away, then try again", to.display());
    }
    fs::rename(from, to).with_context(|| format!("cannot write `{}`", to.display()))
}

/// Takes a file or a folder away, if it is there.
fn remove_all(path: &PathBuf) -> Result<()> {
    let Some(found) = look(path)? else { return Ok(()) };
    let removed = if found.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    match removed {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot delete `{}`", path.display()))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

/// The day that it is in Greenwich; no edition is made from it.
pub fn today() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    date(since.as_secs() / (24 * 60 * 60))
}

/// The date so many days after the first of January 1970, in the Gregorian calendar.
fn date(days: u64) -> Date {
    let is_leap = |year: u64| {
        year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
    };
    let (mut year, mut left) = (1970, days);
    while left >= 365 + u64::from(is_leap(year)) {
        left -= 365 + u64::from(is_leap(year));
        year += 1;
    }
    let february = 28 + u64::from(is_leap(year));
    let mut month = 1;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
        if left < length {
            break;
        }
        left -= length;
        month += 1;
    }
    let day = u8::try_from(left + 1).expect("a month has at most 31 days");
    Date { year: u16::try_from(year).unwrap_or(u16::MAX), month, day }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted() {
        for (days, expected) in [
            (0, "1970-01-01"),
            (58, "1970-02-28"),
            (59, "1970-03-01"),
            (11_016, "2000-02-29"),
            (11_017, "2000-03-01"),
            (20_453, "2025-12-31"),
            (20_454, "2026-01-01"),
            (47_541, "2100-03-01"),
        ] {
            assert_eq!(date(days).to_string(), expected);
        }
    }

    #[test]
    fn a_new_project_is_whole_or_not_there() {
        let root = std::env::temp_dir().join(format!("hexapla-{}-fresh", std::process::id()));
        drop(fs::remove_dir_all(&root));
        let mut files = Files::new();
        files.insert("hexapla.toml", "منظمة");
        files.insert(".github/机构", "x");
        write_new(&root.join("a/b"), &files).unwrap();
        assert_eq!(fs::read_to_string(root.join("a/b/hexapla.toml")).unwrap(), "منظمة");
        let refused = write_new(&root.join("a/b"), &files).unwrap_err().to_string();
        assert!(refused.contains("is not empty: it holds `"), "{refused}");
        // A folder that is there keeps its place, and its history.
        fs::create_dir_all(root.join("c/.git")).unwrap();
        write_new(&root.join("c"), &files).unwrap();
        let mut names: Vec<_> =
            fs::read_dir(root.join("c")).unwrap().map(|one| one.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, [".git", ".github", "hexapla.toml"]);
        // What cannot be written is not there at all.
        files.insert("hexapla.toml/x", "");
        for folder in ["d", "e"] {
            fs::create_dir_all(root.join("e")).unwrap();
            assert!(write_new(&root.join(folder), &files).is_err());
        }
        assert_eq!(fs::read_dir(root.join("e")).unwrap().count(), 0);
        let mut names: Vec<_> =
            fs::read_dir(&root).unwrap().map(|one| one.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, ["a", "c", "e"]);
        fs::remove_dir_all(&root).unwrap();
    }
}
