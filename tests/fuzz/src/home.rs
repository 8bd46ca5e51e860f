//! The small project that the inputs are put into: one part is fuzzed, the rest is sound.

use std::sync::LazyLock;

use hexapla::diagnostic::{Diagnostic, SourceText};
use hexapla::disk::{ProjectInput, ReleaseInput, decode};
use hexapla::project::{self, Project};
use hexapla::segment::Slug;

/// The name of the release.
pub const SLUG: &str = "water";

/// The language that is fuzzed.
pub const KEY: &str = "ar";

/// A file of `home/`, with the path that it has in the project.
macro_rules! file {
    ($path:literal) => {
        SourceText::new($path, include_str!(concat!("../home/", $path)))
    };
}

/// The text of a file of the project, as it would be read from the disk.
pub fn text(path: &str, bytes: &[u8]) -> Result<SourceText, Diagnostic> {
    decode(path, bytes).map(|text| SourceText::new(path, text))
}

/// The files that belong to no release.
pub fn shared() -> ProjectInput {
    ProjectInput {
        config: Some(file!("hexapla.toml")),
        furniture: [].into(),
        terms: [
            ("ar".to_owned(), file!("locales/ar/terms.ftl")),
            ("en".to_owned(), file!("locales/en/terms.ftl")),
            ("zh".to_owned(), file!("locales/zh/terms.ftl")),
        ]
        .into(),
        slugs: vec![slug()],
        diagnostics: Vec::new(),
    }
}

/// The name of the release.
pub fn slug() -> Slug {
    Slug::new(SLUG).expect("it is one")
}

/// The project of the shared files.
pub fn project() -> &'static Project {
    static PROJECT: LazyLock<Project> = LazyLock::new(|| {
        let (project, found) = project::parse(shared());
        assert_eq!(found, [], "home/ is sound");
        project.expect("home/ is sound")
    });
    &PROJECT
}

/// The files of the release.
pub fn release() -> ReleaseInput {
    let map = include_bytes!("../home/content/water/map.svg");
    ReleaseInput {
        slug: slug(),
        source: file!("content/water/index.md"),
        lock: Some(file!("content/water/translations.lock")),
        catalogs: [
            ("ar".to_owned(), file!("locales/ar/water.ftl")),
            ("en".to_owned(), file!("locales/en/water.ftl")),
            ("zh".to_owned(), file!("locales/zh/water.ftl")),
        ]
        .into(),
        unread: [].into(),
        assets: [("map.svg".to_owned(), map.to_vec())].into(),
        diagnostics: Vec::new(),
    }
}
