//! Files in memory: what every writer returns, and what `disk` saves.

use std::collections::BTreeMap;

use crate::locale::is_direction_control;

/// Files that belong to a release beside its text: path relative to its folder → bytes.
pub type Assets = BTreeMap<String, Vec<u8>>;

/// Relative path (with `/`) → bytes, sorted by path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// No files.
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts a file in; one that was there under the same path is replaced.
    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.0.insert(path.into(), bytes.into());
    }

    /// The bytes of a file.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(Vec::as_slice)
    }

    /// All files by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// Takes all files of `other`, each under `folder` (`""` for none).
    pub fn extend(&mut self, folder: &str, other: Self) {
        for (path, bytes) in other.0 {
            let path = if folder.is_empty() { path } else { format!("{folder}/{path}") };
            self.0.insert(path, bytes);
        }
    }

    /// The number of files.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no file.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Whether a part of a path can stand on every disk and in every EPUB (EPUB 3.3 §4.2.3): no
/// character that one of them forbids or that nobody sees, no end that Windows takes off, and no
/// device of Windows, which has its name with any ending.
pub fn is_portable(name: &str) -> bool {
    let bad = |c: char| {
        c.is_control()
            || is_direction_control(c)
            || "\"*/:<>?\\|".contains(c)
            || matches!(
                c,
                '\u{200B}'..='\u{200F}' | '\u{61C}' | '\u{2028}' | '\u{2029}' | '\u{FEFF}'
            )
            || matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{FDD0}'..='\u{FDEF}' | '\u{FFF0}'..='\u{FFFF}')
            || c >= '\u{E0000}'
    };
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let device = ["con", "prn", "aux", "nul"].contains(&&*stem)
        || ["com", "lpt"].iter().any(|port| {
            let number = stem.strip_prefix(port).map(|rest| rest.chars().collect::<Vec<_>>());
            number.is_some_and(|rest| matches!(rest[..], ['0'..='9' | '¹' | '²' | '³']))
        });
    !name.is_empty() && !name.contains(bad) && !name.ends_with(['.', ' ']) && !device
}

/// The size of a file as readers are told it: in units of 1,000 bytes, rounded up, for no file has
/// nothing in it.
pub fn kilobytes(bytes: usize) -> usize {
    bytes.div_ceil(1000)
}

/// The media type of a file (RFC 6838) by the end of its name. The images are those that every
/// edition can hold: the core media types of EPUB 3.3 §3.2.
pub fn media_type(path: &str) -> &'static str {
    let extension = path.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    match extension.as_deref() {
        Some("html") => "text/html",
        Some("xhtml") => "application/xhtml+xml",
        Some("css") => "text/css",
        Some("epub") => "application/epub+zip",
        Some("txt") => "text/plain",
        Some("xml") => "application/xml",
        Some("atom") => "application/atom+xml",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("gif") => "image/gif",
        Some("webp") => "image/webp",
        Some(_) | None => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::is_portable;

    #[test]
    fn names_that_every_disk_takes() {
        for fine in
            ["图.svg", "شجرة 1.png", "a'b&c%2F.svg", "console.svg", "com.svg", "com10", "$x"]
        {
            assert!(is_portable(fine), "{fine}");
        }
        for bad in [
            "",
            "a?.svg",
            "a*",
            "a:b",
            "a\\b",
            "a\u{202E}gvs",
            "a\u{200B}",
            "a\u{E0041}",
            "a.",
            "a ",
            "con",
            "NUL.svg",
            "aux.tar.gz",
            "COM1.svg",
            "lpt³.png",
            "\u{1b}[2J",
            "a\u{FFFF}",
        ] {
            assert!(!is_portable(bad), "{bad:?}");
        }
    }
}
