//! What lets a build see that nothing has changed, without making everything anew: digests of what
//! it would read, and stamps of what it wrote.
//!
//! Sources are told apart by their bytes alone. A file of the output is taken to be as it was when
//! the system says so (its number, its size and the time of its last change, as Git does it); else
//! its bytes are looked at.

use std::collections::BTreeMap;
use std::fs::{self, Metadata, OpenOptions};
use std::io::Read as _;
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rustix::fs::OFlags;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::aside::write_at_once;
use super::limits::Limits;
use super::variable;
use crate::segment::Slug;

/// So many seconds after a file was changed, its stamp tells two changes apart on every file system.
const SETTLED: i64 = 2;

/// The deepest folder that is looked at; one that `read_release` refuses is deeper.
const DEEPEST: usize = 32;

/// A digest of parts, none of which can run into the next.
#[derive(Clone, Debug, Default)]
pub struct Digester(Sha256);

impl Digester {
    /// With one more part.
    pub fn add(&mut self, part: impl AsRef<[u8]>) {
        let part = part.as_ref();
        self.0.update(u64::try_from(part.len()).expect("a length has 64 bits").to_le_bytes());
        self.0.update(part);
    }

    /// The SHA-256 of the parts, in hexadecimal.
    pub fn finish(self) -> String {
        hexadecimal(&self.0.finalize())
    }
}

/// The SHA-256 of bytes, in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let both = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    both.map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}

/// The keys of the locales that have a folder. `None`: there is a link or something else among them
/// that has to be looked at more closely.
pub fn locale_folders(root: &Path) -> Option<Vec<String>> {
    let mut keys = Vec::new();
    for entry in fs::read_dir(plain_folder(&root.join("locales"))?).ok()? {
        let entry = entry.ok()?;
        let (name, kind) = (entry.file_name().into_string().ok()?, entry.file_type().ok()?);
        if name.starts_with('.') {
            continue;
        }
        if kind.is_symlink() {
            return None;
        }
        keys.extend(kind.is_dir().then_some(name));
    }
    keys.sort();
    Some(keys)
}

/// What was read of a release: the digest of every file, by path.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen(BTreeMap<String, [u8; 32]>);

impl Seen {
    /// With one more file.
    pub fn add(&mut self, path: &str, bytes: &[u8]) {
        self.0.insert(path.to_owned(), Sha256::digest(bytes).into());
    }

    /// The digest of all.
    pub fn digest(&self) -> String {
        let mut digester = Digester::default();
        for (path, digest) in &self.0 {
            digester.add(path);
            digester.add(digest);
        }
        digester.finish()
    }
}

/// The digest that [`super::read_traced`] gives, without making anything of the files. `None`: there
/// is something that has to be looked at more closely.
pub fn digest_release(
    root: &Path,
    slug: &Slug,
    (keys, limits): (&[String], Limits),
) -> Option<String> {
    plain_folder(&root.join("content"))?;
    let most = limits.text.bytes().max(limits.file.bytes());
    let mut tracer = Tracer { root, most, seen: Seen::default(), bytes: Vec::new() };
    tracer.folder(&format!("content/{slug}"), 0)?;
    for key in keys {
        tracer.file(&slug.file_in(key))?;
    }
    Some(tracer.seen.digest())
}

/// The path of a folder that is no link.
fn plain_folder(path: &Path) -> Option<&Path> {
    fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_dir()).then_some(path)
}

struct Tracer<'a> {
    root: &'a Path,
    /// The most bytes of a file.
    most: u64,
    seen: Seen,
    bytes: Vec<u8>,
}

impl Tracer<'_> {
    /// Adds the files of a folder, hidden ones left out.
    fn folder(&mut self, path: &str, depth: usize) -> Option<()> {
        if depth > DEEPEST {
            return None;
        }
        for entry in fs::read_dir(plain_folder(&self.root.join(path))?).ok()? {
            let entry = entry.ok()?;
            let name = entry.file_name().into_string().ok()?;
            if name.starts_with('.') {
                continue;
            }
            let (kind, path) = (entry.file_type().ok()?, format!("{path}/{name}"));
            if kind.is_dir() {
                self.folder(&path, depth + 1)?;
            } else if kind.is_file() {
                self.file(&path)?;
            } else {
                return None;
            }
        }
        Some(())
    }

    /// Adds a file, if there is one.
    fn file(&mut self, path: &str) -> Option<()> {
        let no_links = i32::try_from(OFlags::NOFOLLOW.bits()).ok()?;
        let place = self.root.join(path);
        let file = match OpenOptions::new().read(true).custom_flags(no_links).open(place) {
            Ok(file) => file,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Some(()),
            Err(_) => return None,
        };
        self.bytes.clear();
        let length = file.take(self.most + 1).read_to_end(&mut self.bytes).ok()?;
        if length as u64 > self.most {
            return None;
        }
        self.seen.add(path, &self.bytes);
        Some(())
    }
}

/// What the system says of a file: as long as that stays, so do its bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    bytes: u64,
    number: u64,
    changed: i64,
    nanoseconds: i64,
    /// Since when the system runs: what a power cut left of a file is looked at.
    boot: u64,
}

impl Stamp {
    fn new(metadata: &Metadata, boot: u64) -> Self {
        Self {
            boot,
            bytes: metadata.len(),
            number: metadata.ino(),
            changed: metadata.ctime(),
            nanoseconds: metadata.ctime_nsec(),
        }
    }

    /// Whether a change after the moment `seconds` would have left another stamp.
    pub fn is_settled(&self, seconds: i64) -> bool {
        self.changed + SETTLED <= seconds
    }
}

/// The stamp of a file, which is no link.
pub(super) fn stamp(path: &Path, boot: u64) -> Option<Stamp> {
    let metadata = fs::symlink_metadata(path).ok()?;
    metadata.is_file().then(|| Stamp::new(&metadata, boot))
}

/// A number that is another each time that the system starts; 0 where it does not say.
pub(super) fn boot() -> u64 {
    let id = fs::read_to_string("/proc/sys/kernel/random/boot_id").unwrap_or_default();
    u64::from_str_radix(&id.replace('-', "").chars().take(16).collect::<String>(), 16).unwrap_or(0)
}

/// Where the user keeps what programs can do without (XDG Base Directory Specification), for one
/// folder of output.
#[derive(Clone, Debug)]
pub struct Memory {
    folder: Option<PathBuf>,
    output: PathBuf,
}

/// Names the folder of output in its memory.
const OUTPUT: &str = "_output";

impl Memory {
    /// The memory of a folder of output. Without a home there is none, and all is made anew.
    pub(super) fn of(output: &Path) -> Self {
        let given = variable("XDG_CACHE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
        let home = || Some(PathBuf::from(variable("HOME")?).join(".cache"));
        let name = sha256(output.as_os_str().as_encoded_bytes());
        let folder = given.or_else(home).map(|cache| cache.join("hexapla").join(&name[..32]));
        Self { folder, output: output.to_owned() }
    }

    /// Whether anything can be remembered.
    pub fn is_there(&self) -> bool {
        self.folder.is_some()
    }

    /// What is remembered under a name.
    pub fn recall(&self, name: &str) -> Option<Vec<u8>> {
        fs::read(self.folder.as_ref()?.join(name)).ok()
    }

    /// Remembers something. What cannot be written is made anew next time.
    pub fn keep(&self, name: &str, bytes: &[u8]) {
        let Some(folder) = &self.folder else { return };
        if write_at_once(&folder.join(name), bytes).is_ok() && !folder.join(OUTPUT).exists() {
            let output = self.output.as_os_str().as_encoded_bytes();
            let _ = write_at_once(&folder.join(OUTPUT), output);
            forget(folder.parent());
        }
    }
}

/// Takes away what is remembered of folders that are no more.
fn forget(all: Option<&Path>) {
    let entries = all.and_then(|all| fs::read_dir(all).ok()).into_iter().flatten().flatten();
    for folder in entries.map(|entry| entry.path()) {
        let output = fs::read_to_string(folder.join(OUTPUT)).ok();
        if output.is_some_and(|output| !Path::new(&output).exists()) {
            let _ = fs::remove_dir_all(folder);
        }
    }
}

/// The seconds since 1970.
pub fn seconds() -> i64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    since.ok().and_then(|since| i64::try_from(since.as_secs()).ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_do_not_run_into_each_other() {
        let of = |parts: &[&str]| {
            let mut digester = Digester::default();
            for part in parts {
                digester.add(part);
            }
            digester.finish()
        };
        assert_ne!(of(&["عر", "بي"]), of(&["عرب", "ي"]));
        assert_ne!(of(&["中文"]), of(&["中文", ""]));
        // printf '中文' | sha256sum
        let known = "72726d8818f693066ceb69afa364218b692e62ea92b385782363780f47529c21";
        assert_eq!(sha256("中文".as_bytes()), known);
    }

    #[test]
    fn a_stamp_tells_nothing_of_what_just_changed() {
        let stamp = Stamp { bytes: 1, number: 1, changed: 100, nanoseconds: 5, boot: 1 };
        assert!(!stamp.is_settled(100) && !stamp.is_settled(101) && stamp.is_settled(102));
    }
}
