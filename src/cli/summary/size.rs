//! What was published, and how large it is.

use serde::Serialize;

use super::super::amounts::size;
use crate::project::Format;
use crate::publish::Together;

/// A file of an edition.
#[derive(Debug, Serialize)]
pub(super) struct Size {
    pub format: Format,
    pub bytes: usize,
}

/// An edition in several languages.
#[derive(Debug, Serialize)]
pub(super) struct Parallel {
    pub folder: String,
    pub formats: Vec<Size>,
}

impl Size {
    /// Those of an edition.
    pub fn all(sizes: &[(Format, usize)]) -> Vec<Self> {
        sizes.iter().map(|(format, bytes)| Self { format: *format, bytes: *bytes }).collect()
    }

    /// “html 45 kB”.
    pub fn said(&self) -> String {
        format!("{} {}", self.format.name(), size(self.bytes))
    }
}

impl Parallel {
    /// What a build made.
    pub fn of(one: &Together) -> Self {
        Self { folder: one.folder.clone(), formats: Size::all(&one.sizes) }
    }

    /// “html 66 kB, epub 17 kB”.
    pub fn human(&self) -> String {
        let sizes: Vec<_> = self.formats.iter().map(Size::said).collect();
        sizes.join(", ")
    }

    /// The same, one fact on a line.
    pub fn plain(&self, slug: &str) -> impl Iterator<Item = String> {
        let subject = format!("{slug}, {}", self.folder);
        self.formats
            .iter()
            .map(move |one| format!("{subject}, {}: {}", one.format.name(), size(one.bytes)))
    }
}
