//! The only module that touches files, the environment and the clock.
#![expect(clippy::disallowed_methods, reason = "this is the one place where they are allowed")]

mod advice;
mod aside;
mod fresh;
mod given;
mod limits;
mod output;
mod part;
mod read;
mod save;
mod text;
mod together;
mod trace;
mod turn;
mod watch;

pub use advice::advice;
pub use fresh::{today, write_new};
pub use given::{Clash, is_folder, read_given, write_given};
pub use limits::{Limit, Limits};
pub use output::{Output, Sharing};
pub use part::Part;
pub use read::{ProjectInput, ReleaseInput};
pub use read::{read_project, read_release, read_traced};
pub use save::{Change, Ours, Saved};
pub use text::{decode, written_like};
pub use together::{Moves, Turn, change_project, end_unfinished};
pub use together::{take_turn, would_write, write_project};
pub use trace::{Digester, Memory, Stamp, digest_release, locale_folders, seconds, sha256};
pub use turn::Wait;
pub use watch::{Touched, Watch};

use std::borrow::Cow;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs};

use anyhow::{Context as _, Result, bail};

use crate::diagnostic::{Diagnostic, SourceText};
use save::look;

/// The folder of the nearest project, from the current folder upwards, as a person there would
/// write it: `.`, `..`, `../..`. A project is a folder with a `hexapla.toml`.
///
/// # Errors
/// When there is no current folder.
pub fn nearest_project() -> Result<Option<PathBuf>> {
    let here = env::current_dir().context("cannot find the current folder")?;
    let mut written = PathBuf::from(".");
    for (height, folder) in here.ancestors().enumerate() {
        if height > 0 {
            written = std::iter::repeat_n("..", height).collect();
        }
        if is_project(folder) {
            return Ok(Some(written));
        }
    }
    Ok(None)
}

/// Whether a folder is a project: it has a `hexapla.toml`.
pub fn is_project(folder: &Path) -> bool {
    folder.join("hexapla.toml").is_file()
}

/// A variable of the environment, unless it is absent or empty.
pub fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

/// Measures time from now on.
pub fn stopwatch() -> impl Fn() -> Duration {
    let start = Instant::now();
    move || start.elapsed()
}

/// A text as its file has it: with its byte order mark, and with the line ends that all of it has.
fn as_before<'a>(before: &[u8], text: &'a [u8]) -> Cow<'a, [u8]> {
    let mark: &[u8] = if before.starts_with(MARK) { MARK } else { b"" };
    let ends = before.split(|byte| *byte == b'\n').count() - 1;
    let windows = before.windows(2).filter(|pair| pair == b"\r\n").count();
    if mark.is_empty() && (windows == 0 || windows < ends) {
        return Cow::Borrowed(text);
    }
    let end: &[u8] = if windows > 0 && windows == ends { b"\r\n" } else { b"\n" };
    Cow::Owned([mark, &text.split(|byte| *byte == b'\n').collect::<Vec<_>>().join(end)].concat())
}

/// The byte order mark of UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// The text of any file, by the path that the user wrote; what is wrong with its bytes; or `None`
/// when there is none.
///
/// # Errors
/// When it is there and cannot be read.
pub fn read_text(path: &Path) -> Result<Option<Result<SourceText, Diagnostic>>> {
    let name = path.to_string_lossy();
    let text = |bytes: Vec<u8>| Ok(SourceText::new(&*name, decode(&name, &bytes)?));
    Ok(read_place(path)?.map(text))
}

/// The bytes of a file of a project; `None` when there is none.
///
/// # Errors
/// When it is there and cannot be read, or a symbolic link to it leaves the project.
pub fn read_file(root: &Path, path: &str) -> Result<Option<Vec<u8>>> {
    let root = fs::canonicalize(root)
        .with_context(|| format!("cannot find the folder `{}`", root.display()))?;
    read_place(&inside(&root, path)?)
}

fn read_place(place: &Path) -> Result<Option<Vec<u8>>> {
    match fs::read(place) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("cannot read `{}`", place.display())),
    }
}

/// Where a path of the project really is. Symbolic links are followed as they are when the project
/// is read: as long as they stay in it.
fn inside(root: &Path, path: &str) -> Result<PathBuf> {
    let place = real(&root.join(path))?;
    if !belongs(root, &place) {
        bail!(
            "`{path}` is a symbolic link that leaves the project, or leads to what is hidden in \
             it\nhelp: copy what it leads to into the project"
        );
    }
    if look(&place)?.is_some_and(|metadata| !metadata.is_file()) {
        bail!("`{path}` is not a file\nhelp: move it away, then try again");
    }
    Ok(place)
}

/// Whether a real path is one of the project's: what is hidden in its folder (`.git`, `.env`) is
/// somebody else's, and may hold secrets, or commands that are run.
fn belongs(root: &Path, real: &Path) -> bool {
    let is_hidden = |part: Component<'_>| part.as_os_str().as_encoded_bytes().starts_with(b".");
    real.strip_prefix(root).is_ok_and(|below| !below.components().any(is_hidden))
}

/// A path, absolute and without symbolic links, though the end of it may not be there yet.
fn real(path: &Path) -> Result<PathBuf> {
    let finding = || format!("cannot find `{}`", path.display());
    let absolute = std::path::absolute(path).with_context(finding)?;
    for existing in absolute.ancestors() {
        match fs::canonicalize(existing) {
            Ok(real) => {
                let rest = absolute.strip_prefix(existing).with_context(finding)?;
                if rest.components().any(|part| part == Component::ParentDir) {
                    bail!("`{}` leads out of a folder that is not there", path.display());
                }
                // `join` with nothing would end in `/`.
                return Ok(real.components().chain(rest.components()).collect());
            }
            Err(error) if error.kind() == ErrorKind::NotFound && look(existing)?.is_none() => {}
            Err(error) => return Err(error).with_context(finding),
        }
    }
    bail!(finding())
}
