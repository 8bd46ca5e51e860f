//! `hexapla.toml` as it is written.
//!
//! The doc comments are what `hexapla schema` says of each key: they are written for publishers.

use schemars::JsonSchema;
use serde::Deserialize;

use super::policy::Check;
use super::spanned::Spanned;
use super::{Format, Stale};
use crate::locale::Digits;

/// The settings of a project of Hexapla: `hexapla.toml`. What is left out has its default.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct File {
    /// Where the output is reached on the web, for canonical links and for addresses in the plain
    /// text editions: `https://www.example.org/releases/`. Without it, editions hold no address of
    /// their own.
    pub base_url: Option<Spanned<String>>,
    /// The key of the locale that releases are written in, where they do not say so themselves.
    /// Without it: English if it is listed, else the first of `locales`.
    pub source_locale: Option<Spanned<String>>,
    /// The languages, in the order of all language lists: `["en", "ar"]`.
    pub locales: Option<Vec<Spanned<LocaleEntry>>>,
    /// The formats to publish.
    pub formats: Option<Spanned<Vec<Format>>>,
    /// Which languages to publish side by side, too, two to six in each list, in the order in which
    /// they are to stand: `[["en", "ar"]]`.
    pub parallel: Vec<Spanned<Vec<String>>>,
    /// The publisher's name. Where it differs by language, it is the message `organisation` in
    /// `locales/KEY/hexapla.ftl`.
    pub organisation: Option<String>,
    /// Whom to ask for another format, such as large print or braille: a mail address or a web
    /// address. It stands in every edition.
    pub contact: Option<Spanned<String>>,
    /// Which digits dates and numbers have that Hexapla writes: 0 to 9, or those of the language.
    pub digits: Option<Digits>,
    pub text: Text,
    pub links: Links,
    pub accessibility: Option<Spanned<Accessibility>>,
    pub translation: Translation,
    pub check: Check,
    pub limits: Bounds,
}

/// A language: the key of one of the six official languages of the United Nations, or a language
/// with everything said.
#[derive(Clone, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "expected a locale: `\"ar\"`, or `{ key = …, tag = …, name = … }`")]
pub(super) enum LocaleEntry {
    /// The key of a built-in language: `ar`, `zh`, `en`, `fr`, `ru` or `es`.
    Key(String),
    /// Any other language.
    Full(FullLocale),
}

#[derive(Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct FullLocale {
    /// The name of the language's folders, in letters, digits and hyphens: `pt`.
    pub key: String,
    /// The BCP 47 language tag that stands in markup and metadata: `pt-BR`.
    pub tag: String,
    /// What the language calls itself: `Português`.
    pub name: String,
}

/// The layout of the plain text editions.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Text {
    /// Begin with a byte order mark, which tells Windows programs that this is UTF-8. Some braille
    /// translators do not know it.
    pub bom: Option<bool>,
    /// End lines with CR LF, as old Windows programs need it.
    pub crlf: Option<bool>,
    /// Put invisible signs (Unicode isolates) around words that run against the direction of the
    /// text.
    pub isolates: Option<bool>,
    /// Break lines at this many columns, from 20 to 1000. Without it: one paragraph, one line.
    pub wrap: Option<Spanned<usize>>,
}

/// Rules for links.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Links {
    /// Hosts that translations may link to, beside those that the source links to:
    /// `["www.un.org"]`.
    pub hosts: Vec<Spanned<String>>,
    /// Which pages exist in other languages, and where. The first rule that fits an address counts.
    pub localise: Vec<Spanned<Rule>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Rule {
    /// What addresses of the source begin with: `https://www.un.org/en/`.
    pub prefix: String,
    /// What stands there in another language; `{key}` and `{tag}` become those of the language:
    /// `https://www.un.org/{key}/`.
    pub replacement: String,
}

/// Your own claim that the editions conform to a standard. It is never made for you.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Accessibility {
    /// The standard: `EPUB Accessibility 1.1 - WCAG 2.2 Level AA`.
    pub conforms_to: String,
    /// Who vouches for it.
    pub certified_by: String,
    /// The web address of a report.
    pub report: Option<String>,
}

/// What happens to translations that are not up to date or not complete.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Translation {
    /// What an edition does with a translation whose source has changed since.
    pub stale: Option<Stale>,
    /// The least share of messages translated, in per cent from 0 to 100, for an edition to be
    /// published.
    pub minimum_translated: Option<Spanned<u8>>,
}

/// How much is read. Larger files are refused before they are read.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Bounds {
    /// The largest text, in MiB, from 1 to 1024.
    pub text_mib: Option<Spanned<u64>>,
    /// The largest other file, in MiB, from 1 to 1024.
    pub file_mib: Option<Spanned<u64>>,
    /// The most files of a release, from 1 to 1,000,000.
    pub files: Option<Spanned<u64>>,
}
