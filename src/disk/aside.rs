//! New bytes of a file wait beside the old, until they take their place at once.

#[cfg(target_os = "linux")]
use std::collections::BTreeMap;
use std::fs::{self, Metadata, Permissions};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use super::save::look;

/// End of the name under which the new bytes of a file wait.
const ASIDE: &str = ".hexapla-new";

/// So many files are written to the disk one by one.
#[cfg(target_os = "linux")]
const FEW: usize = 32;

/// Writes a file so that whoever opens it finds the old bytes or the new, and nothing in between.
pub(super) fn write_at_once(path: &Path, bytes: &[u8]) -> Result<()> {
    let aside = write_aside(path, bytes)?;
    put_in_place(&aside, path)
}

/// Where the new bytes of a file wait.
pub(super) fn aside(path: &Path) -> Result<PathBuf> {
    let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else {
        bail!("`{}` cannot name a file", path.display());
    };
    Ok(parent.join(format!(".{}{ASIDE}", name.to_string_lossy())))
}

/// Takes away what a command that was cut off left beside the files of a folder.
pub(super) fn remove_asides(folder: &Path) -> Result<()> {
    let reading = || format!("cannot read the folder `{}`", folder.display());
    for entry in fs::read_dir(folder).with_context(reading)? {
        let entry = entry.with_context(reading)?;
        let name = entry.file_name();
        let name = name.as_encoded_bytes();
        let is_file = || entry.file_type().is_ok_and(|kind| kind.is_file());
        if name.starts_with(b".") && name.ends_with(ASIDE.as_bytes()) && is_file() {
            remove_file(&entry.path())?;
        }
    }
    Ok(())
}

/// Writes the new bytes of a file beside it, with the permissions of the old.
pub(super) fn write_aside(path: &Path, bytes: &[u8]) -> Result<PathBuf> {
    let writing = || format!("cannot write `{}`", path.display());
    let aside = aside(path)?;
    fs::create_dir_all(path.parent().unwrap_or(path)).with_context(writing)?;
    let permissions = look(path)?.filter(Metadata::is_file).map(|found| found.permissions());
    if permissions.as_ref().is_some_and(Permissions::readonly) {
        bail!("`{}` is write-protected\nhelp: make it writable, then try again", path.display());
    }
    remove_file(&aside)?;
    let mut file = fs::File::create_new(&aside).with_context(writing)?;
    let written = file.write_all(bytes).and_then(|()| match permissions {
        Some(permissions) => file.set_permissions(permissions),
        None => Ok(()),
    });
    if written.is_err() {
        // The first error is the one to tell of.
        let _ = fs::remove_file(&aside);
    }
    written.with_context(writing).map(|()| aside)
}

/// Puts new bytes in the place of the old.
pub(super) fn put_in_place(aside: &Path, path: &Path) -> Result<()> {
    let placed = fs::rename(aside, path);
    if placed.is_err() {
        let _ = fs::remove_file(aside);
    }
    placed.with_context(|| format!("cannot write `{}`", path.display()))
}

/// Takes a file away, if it is there.
pub(super) fn remove_file(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot delete `{}`", path.display()))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Waits until new files are on the disk: after a power cut, the name of an old file could lead to a
/// new one that is empty, and with it a translator's work would be gone.
pub(super) fn settle(files: &[PathBuf]) -> Result<()> {
    let settling = |path: &Path| format!("cannot write `{}` to the disk", path.display());
    // One by one takes milliseconds each, all at once as long as all that other programs wrote.
    #[cfg(target_os = "linux")]
    if files.len() > FEW {
        use std::os::unix::fs::MetadataExt as _;
        let mut devices = BTreeMap::new();
        for path in files {
            let file = fs::File::open(path).with_context(|| settling(path))?;
            devices.entry(file.metadata().with_context(|| settling(path))?.dev()).or_insert(file);
        }
        return devices.into_values().try_for_each(|file| {
            rustix::fs::syncfs(file).context("cannot write to the disk what is to be written")
        });
    }
    files.iter().try_for_each(|path| {
        let synced = fs::File::open(path).and_then(|file| file.sync_all());
        synced.with_context(|| settling(path))
    })
}
