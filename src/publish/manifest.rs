//! `manifest.json` of a release's folder in the output: which files are ours and what is in them.
//! The next build, the indexes and other programs read it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::disk::{Ours, sha256};
use crate::document::{Date, Text};
use crate::edition::Edition;
use crate::files::media_type;
use crate::locale::{Locale, LocaleRef};
use crate::markdown::forbidden;
use crate::project::Format;

/// The name of every manifest.
pub const NAME: &str = "manifest.json";

/// What the first key of a manifest says.
pub(super) const GENERATOR: &str = "hexapla";

/// Counted up when an older program could not read what a newer one writes.
pub(super) const VERSION: u32 = 2;

/// What a release's folder holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Manifest {
    generator: String,
    version: u32,
    /// Name of the release.
    pub slug: String,
    /// Its date, as in RFC 3339.
    pub date: String,
    /// Key of the locale that it was written in.
    pub source: String,
    /// The locales that have files here, in the order of the project.
    pub locales: Vec<Language>,
    /// Every file but the manifest itself, by path.
    pub files: Vec<File>,
}

/// A locale of a release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Language {
    /// Its key, the name of its folder: `zh`.
    pub locale: String,
    /// Its BCP 47 tag: `zh-Hans`.
    pub lang: String,
    /// Its own name: `中文`.
    pub name: String,
    /// The title.
    pub title: Words,
    /// The kind of release.
    pub kind: Option<Words>,
    /// Who publishes it, where the release itself says so.
    pub organisation: Option<Words>,
}

/// Plain words and the locale that they are in: not the edition's in a fallback.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// The words.
    pub text: String,
    /// Key of their locale.
    pub locale: String,
    /// Its BCP 47 tag.
    pub lang: String,
}

/// A file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct File {
    /// Where it is in the folder, with `/`.
    pub path: String,
    /// Its size.
    pub bytes: usize,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
    /// Its media type (RFC 6838).
    pub media_type: String,
    /// Key of its locale; none for what all locales share.
    pub locale: Option<String>,
    /// The BCP 47 tag of that locale.
    pub lang: Option<String>,
    /// The format of an edition; none for other files.
    pub format: Option<Format>,
    /// The keys of the languages of a parallel edition, in their order; none for other files.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parallel: Option<Vec<String>>,
    /// How much of an edition is translated, in whole per cent; 100 means all.
    pub translated: Option<u8>,
}

impl Manifest {
    /// The manifest of a release without files.
    pub fn new(slug: &str, date: Date, source: &Locale) -> Self {
        Self {
            generator: GENERATOR.to_owned(),
            version: VERSION,
            slug: slug.to_owned(),
            date: date.to_string(),
            source: source.key().to_owned(),
            locales: Vec::new(),
            files: Vec::new(),
        }
    }

    fn is_sound(&self) -> bool {
        let known = self.generator == GENERATOR && self.version == VERSION;
        let inside = self.files.iter().all(|file| is_inside(&file.path));
        known && inside && self.locales.iter().all(Language::is_fit)
    }

    /// The file's text.
    pub fn to_text(&self) -> String {
        to_json(self)
    }

    /// The files of an edition, by format.
    pub fn editions(&self, key: &str) -> BTreeMap<Format, &File> {
        let editions = editions(&self.files);
        editions.filter(|(of, _, _)| *of == key).map(|(_, format, file)| (format, file)).collect()
    }

    /// The release's day.
    pub fn day(&self) -> Option<Date> {
        let mut parts = self.date.splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        Some(Date { year: year.parse().ok()?, month: month.parse().ok()?, day: day.parse().ok()? })
    }
}

impl Language {
    /// Whether its words are such as a build lets through: they go into pages beside the releases.
    fn is_fit(&self) -> bool {
        let overrides = ['\u{202D}', '\u{202E}'];
        let fit = |words: &str| forbidden(words).is_none() && !words.contains(overrides);
        let parts = [Some(&self.title), self.kind.as_ref(), self.organisation.as_ref()];
        fit(&self.name) && parts.into_iter().flatten().all(|words| fit(&words.text))
    }

    /// What a manifest says of an edition's locale.
    pub fn of(edition: &Edition) -> Self {
        let meta = &edition.document.meta;
        Self {
            locale: edition.locale.key().to_owned(),
            lang: edition.locale.tag(),
            name: edition.locale.name().to_owned(),
            title: Words::of(&meta.title),
            kind: meta.kind.as_ref().map(Words::of),
            organisation: meta.organisation.as_ref().map(Words::of),
        }
    }

    /// The locale.
    pub fn locale(&self) -> Option<LocaleRef> {
        Locale::new(&self.locale, &self.lang, &self.name).map(LocaleRef::new)
    }
}

impl Words {
    fn of(text: &Text) -> Self {
        let (locale, lang) = (text.locale.key().to_owned(), text.locale.tag());
        Self { text: text.plain(), locale, lang }
    }
}

impl File {
    /// The entry of a file that all locales share.
    pub fn shared(path: &str, bytes: &[u8]) -> Self {
        Self {
            path: path.to_owned(),
            bytes: bytes.len(),
            sha256: sha256(bytes),
            media_type: media_type(path).to_owned(),
            locale: None,
            lang: None,
            format: None,
            parallel: None,
            translated: None,
        }
    }
}

/// The files among these that are editions: the keys of their locales, their formats.
pub(super) fn editions(files: &[File]) -> impl Iterator<Item = (&str, Format, &File)> {
    files.iter().filter_map(|file| Some((file.locale.as_deref()?, file.format?, file)))
}

/// The files among these that are parallel editions: the keys of their languages, their formats.
pub(super) fn parallels(files: &[File]) -> impl Iterator<Item = (&[String], Format, &File)> {
    files.iter().filter_map(|file| Some((file.parallel.as_deref()?, file.format?, file)))
}

/// What the last build left in a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Last {
    /// No manifest: nothing in the folder is ours.
    #[default]
    Nothing,
    /// A manifest that some other program wrote: nothing in the folder is ours.
    Foreign,
    /// Our manifest, but it cannot be read: a torn merge, for example, or a disk that was full. What
    /// is no JSON at all is no other program's manifest either. The files where ours belong
    /// are ours; which others are is not known, so none is deleted.
    Damaged,
    /// A manifest.
    Sound(Box<Manifest>),
}

impl Last {
    /// Reads the text of a manifest, if there is a file.
    pub fn parse(text: Option<&[u8]>) -> Self {
        let Some(text) = text else { return Self::Nothing };
        match serde_json::from_slice::<Manifest>(text) {
            Ok(manifest) if manifest.is_sound() => Self::Sound(Box::new(manifest)),
            Ok(_) | Err(_) if is_ours(text) || !is_json(text) => Self::Damaged,
            Ok(_) | Err(_) => Self::Foreign,
        }
    }

    /// The manifest, if there is one that can be read.
    pub fn manifest(&self) -> Option<&Manifest> {
        match self {
            Self::Sound(manifest) => Some(manifest),
            Self::Nothing | Self::Foreign | Self::Damaged => None,
        }
    }

    /// Whether there is a manifest of ours, sound or not.
    pub fn is_ours(&self) -> bool {
        match self {
            Self::Sound(_) | Self::Damaged => true,
            Self::Nothing | Self::Foreign => false,
        }
    }

    /// The paths that may be written over.
    pub fn ours(&self) -> Ours {
        match self {
            Self::Nothing | Self::Foreign => Ours::Listed(std::iter::empty().collect()),
            Self::Damaged => Ours::Unknown,
            Self::Sound(manifest) => listed(manifest.files.iter().map(|file| &*file.path)),
        }
    }
}

/// Whether a path stays in its folder: another is not one that we wrote.
pub(super) fn is_inside(path: &str) -> bool {
    !path.is_empty() && path.split('/').all(|name| !["", ".", ".."].contains(&name))
}

/// The files that a manifest lists, and the manifest.
pub(super) fn listed<'a>(paths: impl Iterator<Item = &'a str>) -> Ours {
    Ours::Listed(paths.chain([NAME]).map(str::to_owned).collect())
}

/// Whether a manifest that cannot be read was written by us: conflict markers and cut ends leave
/// the line that says so.
pub(super) fn is_ours(text: &[u8]) -> bool {
    let line = format!("\"generator\": \"{GENERATOR}\"");
    String::from_utf8_lossy(text).contains(&line)
}

/// Whether this is JSON, whoever wrote it.
pub(super) fn is_json(text: &[u8]) -> bool {
    serde_json::from_slice::<serde::de::IgnoredAny>(text).is_ok()
}

/// A manifest's text: keys in their fixed order, one to a line, so that versions can be compared.
pub(super) fn to_json(value: &impl Serialize) -> String {
    let json = serde_json::to_string_pretty(value).expect("words and numbers can be written");
    json + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest() -> Manifest {
        let source = Locale::built_in("en").unwrap();
        let day = Date { year: 2021, month: 5, day: 26 };
        let mut manifest = Manifest::new("one", day, &source);
        let mut file = File::shared("zh/index.html", "中文".as_bytes());
        (file.locale, file.format) = (Some("zh".to_owned()), Some(Format::Html));
        manifest.files.push(file);
        manifest.files.push(File::shared("عربي.svg", b""));
        manifest
    }

    #[test]
    fn reads_what_it_writes() {
        let text = manifest().to_text();
        assert_eq!(Last::parse(Some(text.as_bytes())).manifest(), Some(&manifest()));
        assert_eq!(manifest().editions("zh")[&Format::Html].bytes, 6);
        assert_eq!(manifest().day(), Some(Date { year: 2021, month: 5, day: 26 }));
        // printf '中文' | sha256sum
        assert!(text.contains("72726d8818f693066ceb69afa364218b692e62ea92b385782363780f47529c21"));
    }

    #[test]
    fn damaged_is_not_foreign() {
        let text = manifest().to_text();
        let torn = text.replacen("\"files\"", "<<<<<<< ours\n\"files\"", 1);
        assert_eq!(Last::parse(Some(torn.as_bytes())), Last::Damaged);
        assert_eq!(Last::parse(Some(b"{\"name\": \"a web app\"}")), Last::Foreign);
        for garbled in ["", "{", "\0\0\0", "不是"] {
            assert_eq!(Last::parse(Some(garbled.as_bytes())), Last::Damaged, "{garbled}");
        }
        assert_eq!(Last::parse(None), Last::Nothing);
        assert!(Last::Damaged.ours().has("ar/index.html"));
        assert!(!Last::Foreign.ours().has(NAME));
        assert!(Last::parse(Some(text.as_bytes())).ours().has("عربي.svg"));
    }
}
