//! Reading: a project's and a release's files, at once, as text that is sound.
//!
//! What a person did wrong (bytes that are no UTF-8, a file that is too large, a link that leaves
//! the project) is a diagnostic, and the file counts as absent. What the machine could not do is
//! an error with the path.

use std::collections::BTreeMap;
use std::fs;
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
#[cfg(target_os = "linux")]
use rustix::fs::{Mode, OFlags, ResolveFlags};
use rustix::io::Errno;

use super::belongs;
use super::limits::{Limit, Limits};
use super::text::decode;
use super::trace::Seen;
use crate::diagnostic::{Diagnostic, SourceText};
use crate::files::Assets;
use crate::nfc::nfc;
use crate::segment::Slug;

/// The deepest folder inside a release's folder.
const DEEPEST: usize = 16;

/// A project's files that are not a release's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProjectInput {
    /// `hexapla.toml`; `None` when there is none (or none that can be read, see the diagnostics).
    pub config: Option<SourceText>,
    /// The project's own furniture by the key of the locale: `locales/<key>/hexapla.ftl`.
    pub furniture: BTreeMap<String, SourceText>,
    /// Terms by the key of the locale: `locales/<key>/terms.ftl`.
    pub terms: BTreeMap<String, SourceText>,
    /// The releases: folders of `content/` that hold an `index.md`.
    pub slugs: Vec<Slug>,
    /// What is wrong with the files.
    pub diagnostics: Vec<Diagnostic>,
}

/// A release's files.
#[derive(Clone, Debug)]
pub struct ReleaseInput {
    /// Its name.
    pub slug: Slug,
    /// `content/<slug>/index.md`; empty when it could not be read, see the diagnostics.
    pub source: SourceText,
    /// `content/<slug>/translations.lock`.
    pub lock: Option<SourceText>,
    /// Messages by the key of the locale: `locales/<key>/<slug>.ftl`.
    pub catalogs: BTreeMap<String, SourceText>,
    /// Why a file of messages that stands there cannot be read, by the key of the locale.
    pub unread: BTreeMap<String, Diagnostic>,
    /// The other files of the folder.
    pub assets: Assets,
    /// What is wrong with the files.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads the settings, the shared FTL files and the names of the releases.
///
/// # Errors
/// When the machine cannot read something that is there.
pub fn read_project(root: &Path) -> Result<ProjectInput> {
    let mut reader = Reader::new(root)?;
    let config = reader.text("hexapla.toml")?;
    let mut input = ProjectInput { config, ..ProjectInput::default() };
    if input.config.is_none() {
        // Which locales and releases there are cannot be known.
        input.diagnostics = reader.found;
        return Ok(input);
    }
    for key in reader.locales()? {
        let furniture = reader.text(&format!("locales/{key}/hexapla.ftl"))?;
        input.furniture.extend(furniture.map(|text| (key.clone(), text)));
        let terms = reader.text(&format!("locales/{key}/terms.ftl"))?;
        input.terms.extend(terms.map(|text| (key, text)));
    }
    for name in reader.folders("content")? {
        input.slugs.extend(reader.slug(&name)?);
    }
    input.diagnostics = reader.found;
    Ok(input)
}

/// Reads all files of one release.
///
/// # Errors
/// When the machine cannot read something that is there.
pub fn read_release(root: &Path, slug: &Slug, limits: Limits) -> Result<ReleaseInput> {
    release(Reader { limits, ..Reader::new(root)? }, slug).map(|(input, _)| input)
}

/// Reads all files of one release, and gives the digest of these very bytes.
///
/// # Errors
/// When the machine cannot read something that is there.
pub fn read_traced(root: &Path, slug: &Slug, limits: Limits) -> Result<(ReleaseInput, String)> {
    let reader = Reader { limits, seen: Some(Seen::default()), ..Reader::new(root)? };
    let (input, seen) = release(reader, slug)?;
    Ok((input, seen.unwrap_or_default().digest()))
}

fn release(mut reader: Reader, slug: &Slug) -> Result<(ReleaseInput, Option<Seen>)> {
    let folder = format!("content/{slug}");
    let index = format!("{folder}/index.md");
    let source = reader.text(&index)?;
    if source.is_none() && reader.found.is_empty() {
        let problem = Diagnostic::error("no-release", format!("there is no `{index}`"));
        reader.found.push(problem.help("a release is a folder in `content/` with an `index.md`"));
    }
    let lock = reader.text(&format!("{folder}/translations.lock"))?;
    let (mut catalogs, mut unread) = (BTreeMap::new(), BTreeMap::new());
    for key in reader.locales()? {
        let known = reader.found.len();
        match reader.text(&slug.file_in(&key))? {
            Some(text) => drop(catalogs.insert(key, text)),
            None => unread.extend(reader.found.get(known).map(|why| (key, why.clone()))),
        }
    }
    let mut assets = Assets::new();
    reader.assets(&folder, "", &mut assets)?;
    let source = source.unwrap_or_else(|| SourceText::new(index, ""));
    let slug = slug.clone();
    let diagnostics = reader.found;
    let input = ReleaseInput { slug, source, lock, catalogs, unread, assets, diagnostics };
    Ok((input, reader.seen))
}

/// Reads below a root and collects what is wrong.
struct Reader {
    /// The project's folder, absolute and without symbolic links.
    root: PathBuf,
    /// The same, open.
    #[cfg(target_os = "linux")]
    folder: fs::File,
    limits: Limits,
    found: Vec<Diagnostic>,
    /// What was read, if that is asked for.
    seen: Option<Seen>,
}

impl Reader {
    fn new(root: &Path) -> Result<Self> {
        let root = fs::canonicalize(root)
            .with_context(|| format!("cannot find the project's folder `{}`", root.display()))?;
        #[cfg(target_os = "linux")]
        let folder = fs::File::open(&root)
            .with_context(|| format!("cannot open the project's folder `{}`", root.display()))?;
        Ok(Self {
            root,
            #[cfg(target_os = "linux")]
            folder,
            limits: Limits::default(),
            found: Vec::new(),
            seen: None,
        })
    }

    /// Opens what stands at a path in which there is no symbolic link: at once, so that nobody can put
    /// one there meanwhile, and without asking for every part of the path. Any error: it has to be
    /// looked at more closely, if it is there at all.
    #[cfg(target_os = "linux")]
    fn open(&self, path: &str) -> Result<fs::File, Errno> {
        // A pipe in its place must not be waited for.
        let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK;
        let within = ResolveFlags::BENEATH | ResolveFlags::NO_SYMLINKS;
        rustix::fs::openat2(&self.folder, path, flags, Mode::empty(), within).map(fs::File::from)
    }

    /// There is no such call.
    #[cfg(not(target_os = "linux"))]
    fn open(&self, _: &str) -> Result<fs::File, Errno> {
        Err(Errno::NOSYS)
    }

    fn error(&mut self, code: &'static str, message: String, help: &str) {
        self.found.push(Diagnostic::error(code, message).help(help));
    }

    /// The real path of a file or folder of the project; `None` when there is none, or when it is
    /// a symbolic link to somewhere else.
    fn real(&mut self, path: &str) -> Result<Option<PathBuf>> {
        match self.open(path) {
            Ok(_) => return Ok(Some(self.root.join(path))),
            Err(Errno::NOENT) => return Ok(None),
            Err(_) => {}
        }
        let real = match fs::canonicalize(self.root.join(path)) {
            Ok(real) => real,
            Err(error) if is_absent(error.kind()) => return Ok(None),
            Err(error) if error.raw_os_error() == Some(Errno::LOOP.raw_os_error()) => {
                let message = format!("`{path}` is a symbolic link that leads to itself");
                self.error("link-loop", message, "take the link away");
                return Ok(None);
            }
            Err(error) => {
                return Err(error).with_context(|| format!("cannot look at `{path}`"));
            }
        };
        if belongs(&self.root, &real) {
            return Ok(Some(real));
        }
        let what = if real.starts_with(&self.root) {
            "leads to what is hidden in the project"
        } else {
            "leaves the project"
        };
        let message = format!("`{path}` is a symbolic link that {what}");
        self.error("link-leaves-project", message, "copy the file into the project");
        Ok(None)
    }

    /// The bytes of a file, which are read once.
    fn bytes(&mut self, path: &str, limit: Limit) -> Result<Option<Vec<u8>>> {
        let reading = || format!("cannot read `{path}`");
        let file = match self.open(path) {
            Ok(file) => file,
            Err(Errno::NOENT) => return Ok(None),
            Err(_) => {
                let Some(real) = self.real(path)? else { return Ok(None) };
                // Nothing else is opened.
                let looked = fs::metadata(&real).with_context(reading)?;
                if !looked.is_file() {
                    return Ok(self.no_file(path));
                }
                fs::File::open(&real).with_context(reading)?
            }
        };
        let metadata = file.metadata().with_context(reading)?;
        if !metadata.is_file() {
            return Ok(self.no_file(path));
        }
        let mut bytes = Vec::new();
        if metadata.len() <= limit.bytes() {
            bytes.reserve_exact(usize::try_from(metadata.len()).unwrap_or_default() + 1);
            // It may be growing.
            file.take(limit.bytes() + 1).read_to_end(&mut bytes).with_context(reading)?;
        }
        let length = metadata.len().max(bytes.len() as u64);
        if length > limit.bytes() {
            self.found.push(limit.exceeded(path, length));
            return Ok(None);
        }
        if let Some(seen) = &mut self.seen {
            seen.add(path, &bytes);
        }
        Ok(Some(bytes))
    }

    /// Says that something else stands where a file is to be.
    fn no_file<T>(&mut self, path: &str) -> Option<T> {
        let message = format!("`{path}` is not a file");
        self.error("not-a-file", message, "put a file in its place, or take it away");
        None
    }

    /// A text file: UTF-8 without a byte order mark, line ends LF, NFC.
    fn text(&mut self, path: &str) -> Result<Option<SourceText>> {
        let Some(bytes) = self.bytes(path, self.limits.text)? else { return Ok(None) };
        match decode(path, &bytes) {
            Ok(text) => Ok(Some(SourceText::new(path, text))),
            Err(problem) => {
                self.found.push(problem);
                Ok(None)
            }
        }
    }

    /// The entries of a folder, hidden ones left out, sorted: name and whether it is a folder.
    fn entries(&mut self, path: &str) -> Result<Vec<(String, Entry)>> {
        let Some(real) = self.real(path)? else { return Ok(Vec::new()) };
        let mut entries = Vec::new();
        let reading = || format!("cannot read the folder `{path}`");
        for entry in fs::read_dir(&real).with_context(reading)? {
            let entry = entry.with_context(reading)?;
            let Ok(name) = entry.file_name().into_string() else {
                let message = format!("a file in `{path}` has a name that is not UTF-8");
                self.error("file-name", message, "give it another name");
                continue;
            };
            if name.starts_with('.') {
                continue;
            }
            let kind = entry.file_type().with_context(reading)?;
            let is_link = kind.is_symlink();
            // A link that leads nowhere is taken for a file, and not found.
            let leads_to_folder = || fs::metadata(entry.path()).is_ok_and(|one| one.is_dir());
            let is_folder = kind.is_dir() || is_link && leads_to_folder();
            entries.push((
                name,
                match (is_folder, is_link) {
                    (true, true) => Entry::LinkedFolder,
                    (true, false) => Entry::Folder,
                    (false, _) => Entry::File,
                },
            ));
        }
        entries.sort();
        Ok(entries)
    }

    /// The names of the folders in a folder.
    fn folders(&mut self, path: &str) -> Result<Vec<String>> {
        let entries = self.entries(path)?.into_iter();
        Ok(entries.filter(|(_, entry)| *entry != Entry::File).map(|(name, _)| name).collect())
    }

    /// The keys of the locales that have a folder.
    fn locales(&mut self) -> Result<Vec<String>> {
        self.folders("locales")
    }

    /// The release in a folder of `content/`.
    fn slug(&mut self, name: &str) -> Result<Option<Slug>> {
        let index = format!("content/{name}/index.md");
        let Some(slug) = Slug::new(name) else {
            let message = format!("the folder `content/{name}` cannot name a release");
            let help = format!(
                "use small letters a to z, digits and single hyphens, at most {} of them: \
                 `2021-05-26-dialogue`",
                Slug::LONGEST
            );
            self.error("release-name", message, &help);
            return Ok(None);
        };
        if self.real(&index)?.is_none() {
            let message = format!("the folder `content/{name}` has no `index.md`");
            self.error("no-release", message, "write the release there, or take the folder away");
            return Ok(None);
        }
        Ok(Some(slug))
    }

    /// Says once that a folder holds more files than it may.
    fn too_many(&mut self, folder: &str) {
        let files = self.limits.files;
        let message = format!("`{folder}` holds more than {files} files beside its text");
        if self.found.iter().all(|problem| problem.message != message) {
            let help = "take out what does not belong to the release; or allow more in \
                        `hexapla.toml`, below a line `[limits]`: `files = …`";
            self.error("too-many-files", message, help);
        }
    }

    /// Takes all files below `content/<slug>` that are not its text.
    fn assets(&mut self, folder: &str, below: &str, assets: &mut Assets) -> Result<()> {
        if below.matches('/').count() > DEEPEST {
            let message = format!("the folders in `{folder}` are nested too deeply at `{below}`");
            self.error("folder-too-deep", message, "move the files up");
            return Ok(());
        }
        for (name, entry) in self.entries(&format!("{folder}/{below}"))? {
            let path = format!("{below}{name}");
            match entry {
                Entry::Folder => self.assets(folder, &format!("{path}/"), assets)?,
                // It may lead back up, and the files would be taken again and again.
                Entry::LinkedFolder => {
                    let message = format!("`{folder}/{path}` is a symbolic link to a folder");
                    self.error("linked-folder", message, "copy the files into the release");
                }
                Entry::File if ["index.md", "translations.lock"].contains(&path.as_str()) => {}
                Entry::File if assets.len() as u64 >= self.limits.files => {
                    self.too_many(folder);
                    return Ok(());
                }
                Entry::File => {
                    let bytes = self.bytes(&format!("{folder}/{path}"), self.limits.file)?;
                    // As it is written in the text, which is NFC too.
                    assets.extend(bytes.map(|bytes| (nfc(&path).into_owned(), bytes)));
                }
            }
        }
        Ok(())
    }
}

/// What stands in a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Entry {
    File,
    Folder,
    LinkedFolder,
}

/// Whether an error says that there is nothing at a path.
fn is_absent(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::NotFound | ErrorKind::NotADirectory)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of its own under the system's temporary folder, deleted when dropped.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("hexapla-{}-{name}", std::process::id()));
            drop(fs::remove_dir_all(&path));
            fs::create_dir_all(&path).unwrap();
            Self(path)
        }

        fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
            let path = self.0.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            drop(fs::remove_dir_all(&self.0));
        }
    }

    #[test]
    fn a_project_and_a_release() {
        let folder = Folder::new("release");
        folder.write("hexapla.toml", "\u{FEFF}locales = [\"ar\", \"zh\"]\r\n");
        folder.write("locales/ar/terms.ftl", "-unoct = مكتب");
        folder.write("locales/zh/one.ftl", "a = 中文");
        folder.write("locales/.hidden/one.ftl", "a = no");
        folder.write("content/one/index.md", "Café"); // decomposed
        folder.write("content/one/img/.hidden", "");
        folder.write("content/one/img/图.svg", "<svg/>");
        folder.write("content/one/Cafe\u{301}.svg", "<svg/>");
        folder.write("content/One/index.md", "");
        folder.write("content/empty/note.txt", "");
        let project = read_project(&folder.0).unwrap();
        assert_eq!(project.config.unwrap().text(), "locales = [\"ar\", \"zh\"]\n");
        assert_eq!(project.terms["ar"].text(), "-unoct = مكتب");
        assert_eq!(project.slugs, [Slug::new("one").unwrap()]);
        let codes: Vec<_> = project.diagnostics.iter().map(|d| d.code).collect();
        assert_eq!(codes, ["release-name", "no-release"]);
        let release = read_release(&folder.0, &project.slugs[0], Limits::default()).unwrap();
        assert_eq!(release.source.text(), "Caf\u{e9}");
        assert_eq!(release.catalogs["zh"].text(), "a = 中文");
        assert_eq!(release.assets.keys().collect::<Vec<_>>(), ["Caf\u{e9}.svg", "img/图.svg"]);
        assert!(release.lock.is_none() && release.diagnostics.is_empty());
    }

    #[test]
    fn an_empty_folder_is_a_project_without_settings() {
        let folder = Folder::new("none");
        let project = read_project(&folder.0).unwrap();
        assert!(project.config.is_none() && project.diagnostics.is_empty());
        folder.write("hexapla.toml", b"# \xff");
        folder.write("content/One/index.md", "");
        let project = read_project(&folder.0).unwrap();
        let codes: Vec<_> = project.diagnostics.iter().map(|d| d.code).collect();
        assert_eq!(codes, ["not-utf-8"]);
        let error = read_project(&folder.0.join("absent")).unwrap_err();
        assert!(error.to_string().contains("absent"), "{error}");
    }

    #[cfg(unix)]
    #[test]
    fn links_stay_in_the_project() {
        let folder = Folder::new("links");
        let outside = Folder::new("outside");
        outside.write("secret", "s");
        folder.write("content/one/index.md", "x");
        folder.write("content/one/a.png", "a");
        std::os::unix::fs::symlink(outside.0.join("secret"), folder.0.join("content/one/b.png"))
            .unwrap();
        std::os::unix::fs::symlink(&outside.0, folder.0.join("content/one/folder")).unwrap();
        std::os::unix::fs::symlink("a.png", folder.0.join("content/one/c.png")).unwrap();
        std::os::unix::fs::symlink(".", folder.0.join("content/one/round")).unwrap();
        let release =
            read_release(&folder.0, &Slug::new("one").unwrap(), Limits::default()).unwrap();
        assert!(!release.assets.contains_key("b.png"), "{:?}", release.assets.keys());
        assert_eq!(release.assets["c.png"], b"a");
        let codes: Vec<_> = release.diagnostics.iter().map(|d| d.code).collect();
        assert_eq!(codes, ["link-leaves-project", "linked-folder", "linked-folder"]);
    }
}
