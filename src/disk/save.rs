//! Saving: a folder changes all at once or not at all, what is not ours stays, and what has not
//! changed is not touched.
//!
//! “At once” is meant for whoever reads meanwhile, and for a build that is cut off. It is no promise
//! about power cuts: nothing waits for the disk (`fsync`), for a build can be repeated, and the first
//! after the system has started looks at every byte (`trace::Stamp`).

use std::collections::BTreeSet;
use std::fs::{self, DirEntry, FileType, Metadata};
use std::io::ErrorKind;
use std::os::unix::fs::{MetadataExt as _, symlink};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use super::aside::{remove_file, write_at_once};
use crate::files::Files;

/// Which files in a folder of the output are ours, so that they may be replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ours {
    /// Those that a manifest lists.
    Listed(BTreeSet<String>),
    /// The manifest was ours and is damaged: a file that stands where ours belongs is taken for
    /// ours.
    Unknown,
}

impl Ours {
    /// Whether the file at a path may be replaced.
    pub fn has(&self, path: &str) -> bool {
        match self {
            Self::Listed(paths) => paths.contains(path),
            Self::Unknown => true,
        }
    }
}

/// What is to become of a folder. Every file that is not named here stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The files to write.
    pub files: Files,
    /// The files to take away.
    pub removed: BTreeSet<String>,
    /// What may be replaced; a file in the way that may not is an error.
    pub ours: Ours,
}

/// What saving did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// Nothing: everything is there already.
    Unchanged,
    /// Wrote.
    Written,
    /// Wrote, and could not delete the folder that was replaced.
    Untidy,
}

/// What is at a path itself, a symbolic link not followed.
pub(super) fn look(path: &Path) -> Result<Option<Metadata>> {
    match fs::symlink_metadata(path) {
        Ok(metadata) => Ok(Some(metadata)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("cannot look at `{}`", path.display())),
    }
}

/// The bytes of the file at a relative path; `None` when there is nothing. A symbolic link on the
/// way is an error: whoever made it means the files to be elsewhere, which we would undo or, worse,
/// follow.
pub(super) fn existing(folder: &Path, path: &str) -> Result<Option<Vec<u8>>> {
    let mut place = PathBuf::from(folder);
    let names: Vec<&str> = path.split('/').collect();
    for (index, name) in names.iter().enumerate() {
        place.push(name);
        let Some(metadata) = look(&place)? else { return Ok(None) };
        let last = index + 1 == names.len();
        if metadata.is_symlink() {
            bail!("`{}` is a symbolic link: move it away, then try again", place.display());
        }
        if last && !metadata.is_file() || !last && !metadata.is_dir() {
            let expected = if last { "file" } else { "folder" };
            bail!("`{}` is in the way of a {expected}: move it away", place.display());
        }
    }
    fs::read(&place).map(Some).with_context(|| format!("cannot read `{}`", place.display()))
}

/// The files of a change that are not there yet as they should be. A file in the way that is not
/// ours is an error.
fn different<'a>(folder: &Path, change: &'a Change) -> Result<Vec<(&'a str, &'a [u8])>> {
    let mut different = Vec::new();
    for (path, bytes) in change.files.iter() {
        match existing(folder, path)? {
            Some(before) if before == bytes => {}
            Some(_) if !change.ours.has(path) => bail!(
                "`{}` is there, and no build of ours wrote it: move it away, or choose another \
                 folder with `--output`",
                folder.join(path).display()
            ),
            Some(_) | None => different.push((path, bytes)),
        }
    }
    Ok(different)
}

/// Saves a folder that is replaced as a whole. It is built under the name `new`; `old` is where it
/// waits on systems that cannot exchange two folders in one step.
pub(super) fn folder(folder: &Path, change: &Change, new: &Path, old: &Path) -> Result<Saved> {
    let before = look(folder)?;
    if before.as_ref().is_some_and(|metadata| !metadata.is_dir()) {
        bail!("`{}` is not a folder, or a symbolic link: move it away", folder.display());
    }
    let settled = different(folder, change)?.is_empty();
    let mut gone = change.removed.iter().map(|path| look(&folder.join(path)));
    if settled && gone.try_fold(true, |all, look| Ok::<_, anyhow::Error>(all & look?.is_none()))? {
        return Ok(Saved::Unchanged);
    }
    let saved = put(folder, change, (new, old));
    if saved.is_err() {
        // Halfway between two renames, `Output::open` ends it; the first error is the one to tell of.
        let _ = remove_tree(new);
    }
    saved
}

/// Builds the folder under the name `new`, and puts it in its place.
fn put(folder: &Path, change: &Change, (new, old): (&Path, &Path)) -> Result<Saved> {
    remove_tree(new)?;
    make_folder(new)?;
    for (path, bytes) in change.files.iter() {
        let path = new.join(path);
        make_folder(path.parent().unwrap_or(new))?;
        fs::write(&path, bytes).with_context(|| format!("cannot write `{}`", path.display()))?;
    }
    if look(folder)?.is_none() {
        fs::rename(new, folder)
            .with_context(|| format!("cannot put `{}` in its place", folder.display()))?;
        return Ok(Saved::Written);
    }
    let device = fs::symlink_metadata(folder)
        .with_context(|| format!("cannot look at `{}`", folder.display()))?
        .dev();
    Carrier { from: folder, to: new, change, device }.carry("")?;
    let replaced = if exchange(new, folder)? {
        new
    } else {
        replace(folder, new, old)?;
        old
    };
    // The new folder is in its place: what could not be deleted is a matter of tidiness.
    Ok(if remove_tree(replaced).is_ok() { Saved::Written } else { Saved::Untidy })
}

/// Saves files one by one; `first` before all others.
pub(super) fn files(folder: &Path, change: &Change, first: &str) -> Result<Saved> {
    let mut different = different(folder, change)?;
    different.sort_by_key(|(path, _)| *path != first);
    let mut saved = Saved::Unchanged;
    for (path, bytes) in different {
        write_at_once(&folder.join(path), bytes)?;
        saved = Saved::Written;
    }
    for path in &change.removed {
        if existing(folder, path)?.is_none() {
            continue;
        }
        let path = folder.join(path);
        remove_file(&path)?;
        saved = Saved::Written;
        // Fails where something else is left in a folder, which then has to stay.
        let within = path.ancestors().skip(1).take_while(|parent| *parent != folder);
        let _ = within.map(fs::remove_dir).find(std::result::Result::is_err);
    }
    Ok(saved)
}

/// Takes over what a change says nothing of.
struct Carrier<'a> {
    from: &'a Path,
    to: &'a Path,
    change: &'a Change,
    /// The file system of the folder: what is on another one is somebody's mount, which would be
    /// emptied when the old folder goes.
    device: u64,
}

impl Carrier<'_> {
    /// Takes over what is below a folder (`""` or a path with `/` at its end).
    fn carry(&self, below: &str) -> Result<()> {
        let source = self.from.join(below);
        let reading = || format!("cannot read the folder `{}`", source.display());
        let mut empty = true;
        for entry in fs::read_dir(&source).with_context(reading)? {
            let entry = entry.with_context(reading)?;
            empty = false;
            // Our own names are all UTF-8, so a name that is not is never one of them.
            let path = entry.file_name().to_str().map(|name| format!("{below}{name}"));
            let ours = path.as_ref().is_some_and(|path| {
                self.change.files.get(path).is_some() || self.change.removed.contains(path)
            });
            let kind = self.kind(&entry)?;
            match path {
                Some(path) if kind.is_dir() => self.carry(&format!("{path}/"))?,
                None if kind.is_dir() => bail!(
                    "the folder `{}` has a name that is not UTF-8: rename it",
                    entry.path().display()
                ),
                Some(_) | None if ours => {}
                Some(_) | None => {
                    make_folder(&self.to.join(below))?;
                    take(&entry.path(), &self.to.join(below).join(entry.file_name()), kind)?;
                }
            }
        }
        let target = self.to.join(below);
        if empty {
            make_folder(&target)?;
        }
        if look(&target)?.is_some() {
            let permissions = fs::metadata(&source).with_context(reading)?.permissions();
            fs::set_permissions(&target, permissions)
                .with_context(|| format!("cannot set the permissions of `{}`", target.display()))?;
        }
        Ok(())
    }

    /// What an entry is, if it is something that can be taken over.
    fn kind(&self, entry: &DirEntry) -> Result<FileType> {
        let path = entry.path();
        let metadata = fs::symlink_metadata(&path)
            .with_context(|| format!("cannot look at `{}`", path.display()))?;
        if metadata.dev() != self.device {
            bail!(mounted(&path));
        }
        let kind = metadata.file_type();
        if !(kind.is_file() || kind.is_dir() || kind.is_symlink()) {
            bail!(
                "`{}` is no file, folder or link\nhelp: move it away, then try again",
                path.display()
            );
        }
        Ok(kind)
    }
}

/// The same file under a second name; a copy where the file system allows none. A symbolic link is
/// made anew: what it leads to is not ours to copy.
fn take(from: &Path, to: &Path, kind: FileType) -> Result<()> {
    let copying = || format!("cannot copy `{}` to `{}`", from.display(), to.display());
    if kind.is_symlink() {
        let target = fs::read_link(from).with_context(copying)?;
        return symlink(target, to).with_context(copying);
    }
    match fs::hard_link(from, to) {
        Ok(()) => Ok(()),
        // A folder can be mounted twice, and then has the same device number.
        Err(error) if error.kind() == ErrorKind::CrossesDevices => bail!(mounted(from)),
        Err(_) => fs::copy(from, to).map(drop).with_context(copying),
    }
}

fn mounted(path: &Path) -> String {
    format!(
        "`{}` is on another file system (a mount)\nhelp: unmount it, build, and mount it again; or \
         mount it outside the folders of releases",
        path.display()
    )
}

fn make_folder(path: &Path) -> Result<()> {
    fs::create_dir_all(path).with_context(|| format!("cannot make the folder `{}`", path.display()))
}

/// Deletes a folder of a name that only we use, if it is there.
pub(super) fn remove_tree(path: &Path) -> Result<()> {
    let deleting = || format!("cannot delete `{}`", path.display());
    match look(path)? {
        None => Ok(()),
        Some(metadata) if metadata.is_dir() => fs::remove_dir_all(path).with_context(deleting),
        Some(_) => fs::remove_file(path).with_context(deleting),
    }
}

/// Exchanges two folders in one step; `false` where the system cannot.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(new: &Path, folder: &Path) -> Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, new, CWD, folder, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(Errno::NOSYS | Errno::INVAL | Errno::OPNOTSUPP) => Ok(false),
        Err(error) => {
            Err(error).with_context(|| format!("cannot put `{}` in its place", folder.display()))
        }
    }
}

/// Exchanges two folders in one step; `false` where the system cannot.
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_: &Path, _: &Path) -> Result<bool> {
    Ok(false)
}

/// Puts `new` in the place of `folder` in two steps; `Output::open` ends what is cut off between.
fn replace(folder: &Path, new: &Path, old: &Path) -> Result<()> {
    let placing = || format!("cannot put `{}` in its place", folder.display());
    remove_tree(old)?;
    fs::rename(folder, old).with_context(placing)?;
    fs::rename(new, folder).with_context(placing)
}

#[cfg(test)]
mod tests;
