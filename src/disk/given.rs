//! Files that a person names on the command line: they may be anywhere.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use super::aside::write_at_once;
use super::limits::Limits;
use super::text::decode;
use crate::diagnostic::{Diagnostic, SourceText};

/// What happens to a file that stands where another is to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clash {
    /// It stays, and that is an error.
    Refuse,
    /// It is replaced.
    Replace,
}

/// Whether there is a folder of this name.
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// The text of a file; the inner error says what a person did wrong. It is UTF-8, NFC, with line
/// ends LF.
///
/// # Errors
/// When it cannot be read.
pub fn read_given(path: &Path, limits: Limits) -> Result<Result<SourceText, Diagnostic>> {
    let name = path.display().to_string();
    let reading = || format!("cannot read `{name}`");
    let metadata = match fs::metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            bail!("there is no file `{name}`\nhelp: say where the file is that came back")
        }
        read => read.with_context(reading)?,
    };
    if !metadata.is_file() {
        bail!("`{name}` is not a file");
    }
    // It may hold a source and its translation.
    let limit = limits.text.doubled();
    if metadata.len() > limit.bytes() {
        return Ok(Err(limit.exceeded(&name, metadata.len())));
    }
    let bytes = fs::read(path).with_context(reading)?;
    Ok(decode(&name, &bytes).map(|text| SourceText::new(name.as_str(), text)))
}

/// Writes files; returns the paths of those that were not there already as they should be.
///
/// # Errors
/// When one cannot be written, or another stands there that may not be replaced: then nothing is.
pub fn write_given(files: &[(PathBuf, &[u8])], clash: Clash) -> Result<Vec<String>> {
    let mut different = Vec::new();
    for (path, bytes) in files {
        match fs::read(path) {
            Ok(standing) if standing == *bytes => {}
            Ok(_) if clash == Clash::Refuse => bail!(
                "`{}` is there already, and is another: somebody may have worked on it\nhelp: if it \
                 holds work, bring that back first (`hexapla merge`, `hexapla import`); or choose \
                 another place with `--output`, or replace it with `--force`",
                path.display()
            ),
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(error).with_context(|| format!("cannot look at `{}`", path.display()));
            }
            Ok(_) | Err(_) => different.push((path, bytes)),
        }
    }
    for (path, bytes) in &different {
        write_at_once(path, bytes)?;
    }
    Ok(different.iter().map(|(path, _)| path.display().to_string()).collect())
}
