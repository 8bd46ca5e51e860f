//! The output folder: who may write into it, and what an interrupted build left there.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use rustix::fs::FlockOperation;
use rustix::io::Errno;

use super::real;
use super::save::{self, Change, Saved, look};
use super::trace::{self, Memory, Stamp};
use crate::segment::Slug;

/// End of the name of the folder in which a release is built.
pub(super) const NEW: &str = ".hexapla-new";

/// End of the name under which the old folder waits while it is replaced in two steps.
pub(super) const OLD: &str = ".hexapla-old";

/// The output folder, open for one build; a second build at the same time is refused.
#[derive(Debug)]
pub struct Output {
    path: PathBuf,
    /// The path as the user wrote it.
    shown: PathBuf,
    /// Holds the lock as long as it lives.
    _lock: fs::File,
}

impl Output {
    /// Opens the folder, makes it if it is not there, and puts in order what an interrupted build
    /// left.
    ///
    /// # Errors
    /// When the folder is the project's own, cannot be written, or another build is at it.
    pub fn open(path: &Path, project: &Path) -> Result<Self> {
        let shown = path.to_owned();
        let path = real(path)?;
        refuse_project(&path, project)?;
        fs::create_dir_all(&path)
            .with_context(|| format!("cannot make the output folder `{}`", path.display()))?;
        let lock = fs::File::open(&path)
            .with_context(|| format!("cannot open the output folder `{}`", path.display()))?;
        // Where a file system knows no locks there is none; two builds at once are rare.
        if rustix::fs::flock(&lock, FlockOperation::NonBlockingLockExclusive)
            == Err(Errno::WOULDBLOCK)
        {
            bail!("another build is writing into `{}`: wait until it is done", path.display());
        }
        let output = Self { path, shown, _lock: lock };
        output.recover()?;
        Ok(output)
    }

    /// The path of the folder as the user wrote it.
    pub fn shown(&self) -> &Path {
        &self.shown
    }

    /// The bytes of a file; `None` when there is none.
    ///
    /// # Errors
    /// When it is there and cannot be read, or a symbolic link leads to it.
    pub fn read(&self, path: &str) -> Result<Option<Vec<u8>>> {
        save::existing(&self.path, path)
    }

    /// The stamp of a file, which is no link; `None` when there is none.
    pub fn stamp(&self, path: &str) -> Option<Stamp> {
        trace::stamp(&self.path.join(path))
    }

    /// Whether a folder stands at a path, which is no link.
    pub fn has_folder(&self, path: &str) -> bool {
        fs::symlink_metadata(self.path.join(path)).is_ok_and(|metadata| metadata.is_dir())
    }

    /// What is remembered of this folder.
    pub fn memory(&self) -> Memory {
        Memory::of(&self.path)
    }

    /// The releases that have a folder here, sorted.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn releases(&self) -> Result<Vec<Slug>> {
        let names = self.names()?.into_iter();
        Ok(names.filter_map(|name| Slug::new(&name)).collect())
    }

    /// Saves the folder of a release: all of it at once, or nothing.
    ///
    /// # Errors
    /// When something that is not ours is in the way, or the machine cannot write.
    pub fn save_release(&self, slug: &Slug, change: &Change) -> Result<Saved> {
        let [new, old] = [NEW, OLD].map(|end| self.path.join(format!(".{slug}{end}")));
        save::folder(&self.path.join(slug.as_str()), change, &new, &old)
    }

    /// Saves the files that stand beside the releases, each at once; `first` before the others.
    ///
    /// # Errors
    /// When something that is not ours is in the way, or the machine cannot write.
    pub fn save_root(&self, change: &Change, first: &str) -> Result<Saved> {
        save::files(&self.path, change, first)
    }

    /// The names of the real folders here, sorted.
    fn names(&self) -> Result<Vec<String>> {
        let reading = || format!("cannot read the output folder `{}`", self.path.display());
        let mut names = Vec::new();
        for entry in fs::read_dir(&self.path).with_context(reading)? {
            let entry = entry.with_context(reading)?;
            let is_folder = entry.file_type().with_context(reading)?.is_dir();
            names.extend(entry.file_name().into_string().ok().filter(|_| is_folder));
        }
        names.sort();
        Ok(names)
    }

    /// Ends what an interrupted build began. A folder that was being built is thrown away; an old
    /// one that was put aside comes back unless the new one has taken its place.
    fn recover(&self) -> Result<()> {
        for name in self.names()? {
            let Some(hidden) = name.strip_prefix('.') else { continue };
            if hidden.strip_suffix(NEW).and_then(Slug::new).is_some() {
                // One that cannot be deleted is in the way of its own release only.
                let _ = save::remove_tree(&self.path.join(&name));
            }
            if let Some(slug) = hidden.strip_suffix(OLD).and_then(Slug::new) {
                let (aside, folder) = (self.path.join(&name), self.path.join(slug.as_str()));
                if look(&folder)?.is_some() {
                    save::remove_tree(&aside)?;
                } else {
                    fs::rename(&aside, &folder)
                        .with_context(|| format!("cannot restore `{}`", folder.display()))?;
                }
            }
        }
        Ok(())
    }
}

/// Refuses an output folder in which a build could hurt the project.
fn refuse_project(output: &Path, project: &Path) -> Result<()> {
    let project = fs::canonicalize(project)
        .with_context(|| format!("cannot find the project's folder `{}`", project.display()))?;
    if project.starts_with(output) {
        bail!(
            "the output folder `{}` holds the project: choose another with `--output`",
            output.display()
        );
    }
    for name in ["content", "locales"] {
        let own = project.join(name);
        let own = fs::canonicalize(&own).unwrap_or(own);
        if output.starts_with(&own) {
            bail!(
                "the output folder `{}` is in the project's `{name}`: choose another with \
                 `--output`",
                output.display()
            );
        }
    }
    Ok(())
}
