//! How much is read of a release, unless the project says otherwise.

use crate::diagnostic::Diagnostic;

/// How much is read of a release.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes of a text file.
    pub text: Limit,
    /// The most bytes of any other file: more than a reader should have to download.
    pub file: Limit,
    /// The most of such other files.
    pub files: u64,
}

impl Default for Limits {
    fn default() -> Self {
        let text = Limit { what: "a text file", key: "text-mib", mib: 4 };
        let file = Limit { what: "an image or other file", key: "file-mib", mib: 64 };
        Self { text, file, files: 10_000 }
    }
}

/// How large a file of some kind may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    what: &'static str,
    /// The setting, below `[limits]`.
    pub key: &'static str,
    /// MiB.
    pub mib: u64,
}

impl Limit {
    /// Bytes.
    pub fn bytes(self) -> u64 {
        self.mib << 20
    }

    /// Twice as much.
    pub(super) fn doubled(self) -> Self {
        Self { mib: self.mib * 2, ..self }
    }

    pub(super) fn exceeded(self, path: &str, bytes: u64) -> Diagnostic {
        let Self { what, key, mib } = self;
        let has = bytes.div_ceil(1 << 20);
        let message = format!("`{path}` is too large: {has} MiB, where {what} may have {mib}");
        Diagnostic::error("file-too-large", message).help(format!(
            "make it smaller; or allow more in `hexapla.toml`, below a line `[limits]`: `{key} = \
             {has}`"
        ))
    }
}
