//! Watching: which files of a project have changed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use anyhow::{Context as _, Result};
use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{Config, Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

/// Programs save a file in several steps, which come within this time of each other.
const QUIET: Duration = Duration::from_millis(10);

/// What goes on for longer is not waited for: so many events.
const MOST: usize = 10_000;

/// How often a folder is looked for that is not there, and what the system cannot watch.
const OFTEN: Duration = Duration::from_millis(500);

/// How often it is looked whether the folders are still those that are watched.
const SELDOM: Duration = Duration::from_secs(5);

/// The folders that are watched with all that is in them.
const DEEP: [&str; 2] = ["content", "locales"];

/// The number of a folder that is no longer what it was; no file has it.
const GONE: (u64, u64) = (u64::MAX, u64::MAX);

/// What has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Touched {
    /// Anything may have.
    Everything,
    /// The files, or folders, at these paths of the project, with `/`.
    Paths(BTreeSet<String>),
}

/// Watches a project.
pub struct Watch {
    root: PathBuf,
    events: Receiver<notify::Result<Event>>,
    watcher: Box<dyn Watcher + Send>,
    /// The folders that are watched, by what the system knows them by: a folder that was deleted and
    /// made again has the same path, and is another.
    watched: BTreeMap<PathBuf, (u64, u64)>,
    /// Whether a folder has come or gone: what was put into it before it was watched has had no event,
    /// so all is looked at once more.
    unsettled: bool,
}

/// Whether something is watched now that was not before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Renewed {
    Nothing,
    Something,
}

impl Watch {
    /// Begins to watch a project's folder. Links are not followed: they might lead anywhere.
    ///
    /// # Errors
    /// When the folder is not there, or cannot be watched in any way.
    pub fn new(root: &Path) -> Result<Self> {
        let root = fs::canonicalize(root)
            .with_context(|| format!("cannot find the project's folder `{}`", root.display()))?;
        let (sender, events) = mpsc::channel();
        let config = Config::default().with_follow_symlinks(false);
        let watcher = RecommendedWatcher::new(sender, config)
            .context("the system cannot watch the project's folder")?;
        let mut watch = Self {
            root,
            events,
            watcher: Box::new(watcher),
            watched: BTreeMap::new(),
            unsettled: false,
        };
        if watch.renew().is_err() {
            // There are more folders than the system watches for one user: look ourselves.
            let (sender, events) = mpsc::channel();
            let config = config.with_poll_interval(OFTEN);
            let watcher = PollWatcher::new(sender, config)
                .context("the project's folder cannot be watched")?;
            watch = Self { events, watcher: Box::new(watcher), watched: BTreeMap::new(), ..watch };
            watch.renew().context("the project's folder cannot be watched")?;
        }
        Ok(watch)
    }

    /// Waits until something of the project has changed.
    pub fn wait(&mut self) -> Touched {
        let mut paths = BTreeSet::new();
        loop {
            let settled = self.watched.len() > DEEP.len() && !self.unsettled;
            match self.events.recv_timeout(if settled { SELDOM } else { OFTEN }) {
                Ok(event) => {
                    if self.take(event, &mut paths) == Taken::Everything {
                        return self.everything();
                    }
                }
                Err(RecvTimeoutError::Timeout) if self.unsettled => {
                    drop(self.renew());
                    self.unsettled = false;
                    return Touched::Everything;
                }
                Err(RecvTimeoutError::Timeout) => {}
                // The watcher would have to be gone, and it is ours.
                Err(RecvTimeoutError::Disconnected) => std::thread::sleep(OFTEN),
            }
            for _ in 0..MOST {
                let Ok(event) = self.events.recv_timeout(QUIET) else { break };
                if self.take(event, &mut paths) == Taken::Everything {
                    return self.everything();
                }
            }
            // What cannot be watched again is tried again.
            if self.renew().unwrap_or(Renewed::Nothing) == Renewed::Something {
                return Touched::Everything;
            }
            if !paths.is_empty() {
                return Touched::Paths(paths);
            }
        }
    }

    fn everything(&mut self) -> Touched {
        // What is not to be had now is tried again with the next change.
        drop(self.renew());
        Touched::Everything
    }

    /// Watches what is there and is not watched.
    fn renew(&mut self) -> notify::Result<Renewed> {
        let mut renewed = Renewed::Nothing;
        let deep = DEEP.map(|name| (self.root.join(name), RecursiveMode::Recursive));
        let all = std::iter::once((self.root.clone(), RecursiveMode::NonRecursive)).chain(deep);
        for (path, mode) in all {
            let metadata = fs::metadata(&path).ok().filter(fs::Metadata::is_dir);
            let known = metadata.map(|one| (one.dev(), one.ino()));
            if self.watched.get(&path) == known.as_ref() {
                continue;
            }
            if self.watched.remove(&path).is_some() {
                // It may be gone already, with the folder.
                drop(self.watcher.unwatch(&path));
                renewed = Renewed::Something;
            }
            if let Some(known) = known {
                self.watcher.watch(&path, mode)?;
                self.watched.insert(path, known);
                renewed = Renewed::Something;
            }
        }
        self.unsettled |= renewed == Renewed::Something;
        Ok(renewed)
    }

    fn take(&mut self, event: notify::Result<Event>, paths: &mut BTreeSet<String>) -> Taken {
        let Ok(event) = event else { return Taken::Everything };
        if event.need_rescan() {
            return Taken::Everything;
        }
        let written = EventKind::Access(AccessKind::Close(AccessMode::Write));
        // Reading is no change: we do it ourselves.
        if event.kind.is_access() && event.kind != written {
            return Taken::Noted;
        }
        let is_file = matches!(
            event.kind,
            EventKind::Access(_) | EventKind::Modify(ModifyKind::Data(_) | ModifyKind::Metadata(_))
        );
        self.unsettled |= !is_file && event.paths.iter().any(|path| path.is_dir());
        if !is_file {
            for path in &event.paths {
                // A new folder in its place may have the number of the old one.
                if let Some(known) = self.watched.get_mut(path) {
                    *known = GONE;
                }
            }
        }
        let below = event.paths.iter().filter_map(|path| path.strip_prefix(&self.root).ok());
        let below = below.map(|path| path.to_string_lossy().replace('\\', "/"));
        let ours = |path: &String| {
            path == "hexapla.toml" || DEEP.iter().any(|name| path.split('/').next() == Some(name))
        };
        paths.extend(below.filter(ours));
        Taken::Noted
    }
}

/// What an event says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Taken {
    /// Its paths are noted.
    Noted,
    /// Events were lost.
    Everything,
}
