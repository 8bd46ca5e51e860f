//! The output folder: who may write into it, and what an interrupted build left there.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use super::aside::remove_asides;
use super::save::{self, Change, Saved, look};
use super::trace::{self, Memory, Stamp};
use super::turn::{Turns, Wait};
use super::{belongs, real};
use crate::segment::Slug;

/// End of the name of the folder in which a release is built.
pub(super) const NEW: &str = ".hexapla-new";

/// End of the name under which the old folder waits while it is replaced in two steps.
pub(super) const OLD: &str = ".hexapla-old";

/// Who may build into a folder at the same time.
#[derive(Clone, Copy)]
pub enum Sharing<'a> {
    /// Nobody else.
    Alone,
    /// Whoever builds other releases than these.
    Only(&'a dyn Fn(&Slug) -> bool),
}

/// The output folder, open for one build; a second build waits for it, unless both build parts.
#[derive(Debug)]
pub struct Output {
    path: PathBuf,
    /// The path as the user wrote it.
    shown: PathBuf,
    boot: u64,
    /// Holds the lock as long as it lives.
    _lock: fs::File,
}

impl Output {
    /// Opens the folder, makes it if it is not there, and puts in order what an interrupted build
    /// left.
    ///
    /// # Errors
    /// When the folder is the project's own, cannot be written, or another build does not come to an
    /// end.
    pub fn open(path: &Path, project: &Path, sharing: Sharing<'_>, wait: Wait<'_>) -> Result<Self> {
        let shown = path.to_owned();
        let path = real(path)?;
        refuse_project(&path, project)?;
        refuse_link(&shown, &path, project)?;
        fs::create_dir_all(&path)
            .with_context(|| format!("cannot make the output folder `{}`", path.display()))?;
        let lock = fs::File::open(&path)
            .with_context(|| format!("cannot open the output folder `{}`", path.display()))?;
        let turn = match sharing {
            Sharing::Alone => Turns::One,
            Sharing::Only(_) => Turns::Shared,
        };
        wait.lock(&lock, turn, ("is writing into", &shown))?;
        let output = Self { path, shown, boot: trace::boot(), _lock: lock };
        output.recover(sharing)?;
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
        trace::stamp(&self.path.join(path), self.boot)
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
        let names = self.names(fs::FileType::is_dir)?.into_iter();
        Ok(names.filter_map(|name| Slug::new(&name)).collect())
    }

    /// Saves the folder of a release: all of it at once, or nothing.
    ///
    /// # Errors
    /// When something that is not ours is in the way, or the machine cannot write.
    pub fn save_release(&self, slug: &Slug, change: &Change) -> Result<Saved> {
        let [new, old] = [NEW, OLD].map(|end| self.path.join(format!(".{slug}{end}")));
        let folder = self.path.join(slug.as_str());
        let saved = save::folder(&folder, change, &new, &old)?;
        if change.files.is_empty() {
            // Of what is taken away no name is left; fails where something of somebody else stays.
            let _ = fs::remove_dir(folder);
        }
        Ok(saved)
    }

    /// Saves the files that stand beside the releases, each at once; `first` before the others.
    ///
    /// # Errors
    /// When something that is not ours is in the way, or the machine cannot write.
    pub fn save_root(&self, change: &Change, first: &str) -> Result<Saved> {
        save::files(&self.path, change, first)
    }

    /// Where a path is.
    pub(super) fn place(&self, path: &str) -> PathBuf {
        self.path.join(path)
    }

    /// The names of what is of a kind here, no links followed, sorted.
    pub(super) fn names(&self, is_meant: impl Fn(&fs::FileType) -> bool) -> Result<Vec<String>> {
        let reading = || format!("cannot read the output folder `{}`", self.path.display());
        let mut names = Vec::new();
        for entry in fs::read_dir(&self.path).with_context(reading)? {
            let entry = entry.with_context(reading)?;
            let is_meant = is_meant(&entry.file_type().with_context(reading)?);
            names.extend(entry.file_name().into_string().ok().filter(|_| is_meant));
        }
        names.sort();
        Ok(names)
    }

    /// Ends what an interrupted build began. What was being written is thrown away; an old folder
    /// that was put aside comes back unless the new one has taken its place. Of what others may have
    /// in the making nothing is touched.
    fn recover(&self, sharing: Sharing<'_>) -> Result<()> {
        let is_ours = |slug: &Slug| match sharing {
            Sharing::Alone => true,
            Sharing::Only(is_ours) => is_ours(slug),
        };
        let slug = |name: &str| Slug::new(name).filter(is_ours);
        let is_alone = matches!(sharing, Sharing::Alone);
        if is_alone {
            remove_asides(&self.path)?;
        }
        for name in self.names(fs::FileType::is_dir)? {
            let Some(hidden) = name.strip_prefix('.') else {
                // A release is replaced as a whole, the lists of releases in a language file by file.
                let folder = self.path.join(name);
                if is_alone && look(&folder.join("manifest.json"))?.is_none() {
                    remove_asides(&folder)?;
                    // Below an old name there is a folder for each language.
                    for below in folders(&folder)? {
                        remove_asides(&below)?;
                    }
                }
                continue;
            };
            if hidden.strip_suffix(NEW).and_then(slug).is_some() {
                // One that cannot be deleted is in the way of its own release only.
                let _ = save::remove_tree(&self.path.join(&name));
            }
            if let Some(slug) = hidden.strip_suffix(OLD).and_then(slug) {
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

/// The folders in a folder, no links followed.
fn folders(folder: &Path) -> Result<Vec<PathBuf>> {
    let reading = || format!("cannot read the folder `{}`", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(reading)? {
        let entry = entry.with_context(reading)?;
        let is_folder = entry.file_type().with_context(reading)?.is_dir();
        found.extend(is_folder.then(|| entry.path()));
    }
    Ok(found)
}

/// Refuses a symbolic link in the project that leads to what is not the project's: it may have come
/// with the project, and the build would write where whoever made it likes.
fn refuse_link(shown: &Path, real: &Path, project: &Path) -> Result<()> {
    let is_link = look(shown)?.is_some_and(|metadata| metadata.is_symlink());
    let parent = shown.parent().filter(|parent| *parent != Path::new(""));
    let parent = super::real(parent.unwrap_or(Path::new(".")))?;
    let project = super::real(project)?;
    if is_link && parent.starts_with(&project) && !belongs(&project, real) {
        bail!(
            "the output folder `{}` is a symbolic link to `{}`\nhelp: if you made it, name the folder \
             itself with `--output`",
            shown.display(),
            real.display()
        );
    }
    Ok(())
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
