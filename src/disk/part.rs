//! Parts of a build that fill one folder of output together, at the same time or on several machines.
//!
//! Each leaves a note in the folder. The note is locked as long as the part is being built, and empty
//! until it is done: whoever reads it then knows that the part did not come to its end.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;

use anyhow::{Context as _, Result, bail};
use rustix::fs::{FlockOperation, OFlags};
use rustix::io::Errno;

use super::Output;
use super::aside::remove_file;

/// Start of the names of notes.
const NOTE: &str = ".hexapla-shard-";

/// End of them.
const END: &str = ".json";

/// A part that is being built.
#[derive(Debug)]
pub struct Part {
    /// Locked as long as it lives.
    note: fs::File,
}

impl Output {
    /// Begins a part of this name. Notes of parts that are not `beside` it are taken away: they tell
    /// of a build that was divided in another way.
    ///
    /// # Errors
    /// When the same part, or one that is not beside it, is being built now, or nothing can be written.
    pub fn begin_part(&self, name: &str, beside: impl Fn(&str) -> bool) -> Result<Part> {
        for other in self.part_names()? {
            if other != name && !beside(&other) {
                self.lock_note(&other)?;
                remove_file(&self.place(&note(&other)))?;
            }
        }
        let file = self.lock_note(name)?;
        file.set_len(0).with_context(|| self.writing(name))?;
        Ok(Part { note: file })
    }

    /// The names and the notes of all parts, by name.
    ///
    /// # Errors
    /// When the machine cannot read.
    pub fn parts(&self) -> Result<Vec<(String, Vec<u8>)>> {
        let read = |name: String| {
            let text = self.read(&note(&name))?;
            Ok((name, text.unwrap_or_default()))
        };
        self.part_names()?.into_iter().map(read).collect()
    }

    /// Takes all notes away.
    ///
    /// # Errors
    /// When one cannot be deleted.
    pub fn forget_parts(&self) -> Result<()> {
        self.part_names()?.iter().try_for_each(|name| remove_file(&self.place(&note(name))))
    }

    fn part_names(&self) -> Result<Vec<String>> {
        let names = self.names(fs::FileType::is_file)?;
        let name = |file: &String| Some(file.strip_prefix(NOTE)?.strip_suffix(END)?.to_owned());
        Ok(names.iter().filter_map(name).collect())
    }

    /// Opens a note, and makes it if it is not there.
    fn lock_note(&self, name: &str) -> Result<fs::File> {
        let no_links = i32::try_from(OFlags::NOFOLLOW.bits()).unwrap_or_default();
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false).custom_flags(no_links);
        let file = options.open(self.place(&note(name))).with_context(|| self.writing(name))?;
        // Where a file system knows no locks there is none, as for the folder itself.
        if rustix::fs::flock(&file, FlockOperation::NonBlockingLockExclusive)
            == Err(Errno::WOULDBLOCK)
        {
            bail!(
                "shard {} is being built in `{}` by another command\nhelp: wait until it is done",
                name.replacen("-of-", "/", 1),
                self.shown().display()
            );
        }
        Ok(file)
    }

    fn writing(&self, name: &str) -> String {
        format!("cannot write `{}`", self.place(&note(name)).display())
    }
}

impl Part {
    /// Ends the part with what its note says.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn end(mut self, text: &[u8]) -> Result<()> {
        self.note.write_all(text).context("cannot write the note of the shard")
    }
}

fn note(name: &str) -> String {
    format!("{NOTE}{name}{END}")
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::disk::{Sharing, Wait, read_file};
    use crate::segment::Slug;

    fn waiting() -> Wait<'static> {
        Wait { say: &|_| {}, patience: Duration::from_millis(10) }
    }

    #[test]
    fn parts_are_beside_each_other_and_each_is_built_once() {
        let root = std::env::temp_dir().join(format!("hexapla-parts-{}", std::process::id()));
        let (project, folder) = (root.join("project"), root.join("output"));
        fs::create_dir_all(&project).unwrap();
        for waiting in [".ar.hexapla-new", ".zh.hexapla-new"] {
            fs::create_dir_all(folder.join(waiting)).unwrap();
        }
        let [arabic, chinese] = ["ar", "zh"].map(|name| move |slug: &Slug| slug.as_str() == name);
        let first = Output::open(&folder, &project, Sharing::Only(&arabic), waiting()).unwrap();
        // What another is making is left alone.
        assert!(!folder.join(".ar.hexapla-new").exists());
        assert!(folder.join(".zh.hexapla-new").exists());
        let second = Output::open(&folder, &project, Sharing::Only(&chinese), waiting()).unwrap();
        assert!(Output::open(&folder, &project, Sharing::Alone, waiting()).is_err());
        let of_two = |name: &str| name.ends_with("-of-2");
        let part = first.begin_part("1-of-2", of_two).unwrap();
        let error = second.begin_part("1-of-2", of_two).unwrap_err().to_string();
        assert!(error.starts_with("shard 1/2 is being built in"), "{error}");
        // Another division, while this one is being built.
        assert!(second.begin_part("1-of-3", |name| name.ends_with("-of-3")).is_err());
        second.begin_part("2-of-2", of_two).unwrap().end("二".as_bytes()).unwrap();
        let parts = |texts: [&str; 2]| {
            let names = ["1-of-2", "2-of-2"].map(str::to_owned);
            names.into_iter().zip(texts.map(|text| text.as_bytes().to_vec())).collect::<Vec<_>>()
        };
        assert_eq!(first.parts().unwrap(), parts(["", "二"]));
        part.end("اثنان".as_bytes()).unwrap();
        assert_eq!(first.parts().unwrap(), parts(["اثنان", "二"]));
        drop(second.begin_part("1-of-3", |name| name.ends_with("-of-3")).unwrap());
        assert_eq!(first.parts().unwrap(), [("1-of-3".to_owned(), Vec::new())]);
        // Nothing is written through a link.
        std::os::unix::fs::symlink(project.join("victim"), folder.join(note("2-of-3"))).unwrap();
        assert!(first.begin_part("2-of-3", |_| true).is_err());
        assert_eq!(read_file(&project, "victim").unwrap(), None);
        first.forget_parts().unwrap();
        assert_eq!(first.parts().unwrap(), []);
        drop((first, second));
        Output::open(&folder, &project, Sharing::Alone, waiting()).unwrap();
        assert!(!folder.join(".zh.hexapla-new").exists());
        fs::remove_dir_all(root).unwrap();
    }
}
