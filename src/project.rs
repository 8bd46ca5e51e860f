//! The project: settings, locales, furniture and terms.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::catalog::words::{self, WordsInput};
use crate::catalog::{Words, built_in_furniture};
use crate::diagnostic::{Diagnostic, SourceText};
use crate::disk::{Digester, Limits, ProjectInput};
use crate::files::is_portable;
use crate::locale::{Digits, Locale, LocaleRef};
use crate::pseudo::Pseudo;
use crate::segment::Slug;

mod explain;
mod parallel;
mod policy;
pub mod rename;
mod settings;
mod strings;

pub use parallel::{LANGUAGES, has_twice};
pub use policy::{Allowance, Level, Policy};

/// The files of a locale that belong to no release: `terms.ftl`, `hexapla.ftl`.
const SHARED: [&str; 2] = ["terms", "hexapla"];

/// A format of an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// One HTML page.
    Html,
    /// EPUB 3.3.
    Epub,
    /// UTF-8 plain text.
    Text,
}

impl Format {
    /// What a person calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Epub => "epub",
            Self::Text => "text",
        }
    }
}

/// What an edition does with a message whose source has changed since it was translated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stale {
    /// Use it, say nothing.
    Use,
    /// Use it, and say in the edition how many there are.
    Notice,
    /// Use the source's words instead.
    Fallback,
    /// Refuse to publish.
    Error,
}

/// How the plain text editions are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextOptions {
    /// Begin with a byte order mark.
    pub bom: bool,
    /// End lines with CR LF.
    pub crlf: bool,
    /// Put Unicode isolates (FSI … PDI) around runs of the opposite direction.
    pub isolates: bool,
    /// Wrap lines at this many columns.
    pub wrap: Option<usize>,
}

/// A rule that gives a URL of the source its counterpart in another locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UrlRule {
    /// What the URL begins with, in whole parts: `https://www.un.org/en/`.
    pub prefix: String,
    /// What stands there in a locale, `{key}` being its key: `https://www.un.org/{key}/`.
    pub replacement: String,
}

impl UrlRule {
    /// What counterparts in a locale begin with: `https://www.un.org/ar/`.
    pub fn replacement_in(&self, locale: &Locale) -> String {
        self.replacement.replace("{key}", locale.key()).replace("{tag}", &locale.tag())
    }
}

/// The publisher's own claim of conformance (EPUB Accessibility 1.1 §5); never set by the tool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// `dcterms:conformsTo`.
    pub conforms_to: String,
    /// `a11y:certifiedBy`.
    pub certified_by: String,
    /// `a11y:certifierReport`, a URL.
    pub report: Option<String>,
}

/// `hexapla.toml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Where `output/` will be reached, ending in `/`.
    pub base_url: Option<String>,
    /// Default for releases that do not say in which locale they are written.
    pub source_locale: LocaleRef,
    /// All locales, in the order of language lists.
    pub locales: Vec<LocaleRef>,
    /// The formats to publish.
    pub formats: Vec<Format>,
    /// What is published in several languages side by side: the keys of each, in their order.
    pub parallel: Vec<Vec<String>>,
    /// Whom to ask for another format: a mail address or a URL.
    pub contact: Option<String>,
    /// The publisher's name where it is the same in every language; empty when there is none.
    pub organisation: String,
    /// What happens to stale translations.
    pub stale: Stale,
    /// Least share of messages translated, in percent, for an edition to be published.
    pub minimum_translated: u8,
    /// Hosts that translations may link to beside those of the source.
    pub link_hosts: Vec<String>,
    /// Rules for the localisation of URLs; the first that fits counts.
    pub url_rules: Vec<UrlRule>,
    /// Digits of the furniture.
    pub digits: Digits,
    /// Layout of plain text.
    pub text: TextOptions,
    /// The publisher's claim of conformance.
    pub claim: Option<Claim>,
    /// What it makes of findings.
    pub check: Policy,
    /// How much is read of a release.
    pub limits: Limits,
}

/// A project, parsed.
#[derive(Clone, Debug)]
pub struct Project {
    /// `hexapla.toml`.
    pub settings: Arc<Settings>,
    /// Furniture and terms by the key of the locale.
    pub words: BTreeMap<String, Arc<Words>>,
    /// The releases.
    pub slugs: Vec<Slug>,
    /// The digest of its files: settings, furniture, terms.
    pub digest: String,
}

/// Where pseudo-locales say that they stand: a name that leads nowhere (RFC 2606 §2).
const NOWHERE: &str = "https://pseudo.invalid/";

impl Project {
    /// The project with the pseudo-locales beside its own. Nobody vouches for those, they have no
    /// counterparts elsewhere, and no address of theirs is one of the publisher's.
    #[must_use]
    pub fn disguised(mut self) -> Self {
        let mut settings = Settings::clone(&self.settings);
        settings.claim = None;
        settings.url_rules.clear();
        settings.base_url = settings.base_url.map(|_| NOWHERE.to_owned());
        let source = self.words.get(settings.source_locale.key()).cloned();
        for pseudo in Pseudo::ALL {
            let locale = LocaleRef::new(Locale::disguised(pseudo));
            let words = source.as_ref();
            let words = words.and_then(|one| one.disguised(&locale, |words| pseudo.say(words)));
            self.words.extend(words.map(|words| (locale.key().to_owned(), Arc::new(words))));
            settings.locales.push(locale);
        }
        self.settings = Arc::new(settings);
        self
    }
}

/// The project of its files. A locale whose furniture has errors has no words: no edition can be
/// made in it. `None`: the settings have errors, which are all that is said, for what follows from
/// wrong settings is no mistake of its own.
pub fn parse(input: ProjectInput) -> (Option<Project>, Vec<Diagnostic>) {
    // There is a file, but not one that can be read.
    if input.config.is_none() && !input.diagnostics.is_empty() {
        return (None, input.diagnostics);
    }
    let settings = match settings::parse(input.config.as_ref()) {
        Ok(settings) => settings,
        Err(problems) => return (None, problems),
    };
    let digest = digest(&input);
    let mut found = input.diagnostics;
    let mut words = BTreeMap::new();
    for locale in &settings.locales {
        let key = locale.key();
        let source = settings.source_locale.key();
        let own = input.furniture.get(key);
        let (parsed, problems) = words::parse(&WordsInput {
            locale,
            furniture: own,
            terms: input.terms.get(key),
            reference_terms: input.terms.get(source).filter(|_| key != source),
            digits: settings.digits,
            organisation: &settings.organisation,
        });
        found.extend(problems.into_iter().map(|problem| match reference_furniture(&settings) {
            Some((reference, _)) if problem.code == "furniture-incomplete" => {
                translate_furniture(problem, (key, reference), &input.furniture)
            }
            Some(_) | None => problem,
        }));
        words.extend(parsed.map(|words| (key.to_owned(), Arc::new(words))));
    }
    let mut slugs = Vec::new();
    for slug in input.slugs {
        match reserved(&slug, &settings) {
            Some(problem) => found.push(problem),
            None => slugs.push(slug),
        }
    }
    let found = settings.check.judge(found);
    (Some(Project { settings: Arc::new(settings), words, slugs, digest }), found)
}

fn digest(input: &ProjectInput) -> String {
    let mut digester = Digester::default();
    digester.add(input.config.as_ref().map_or("", SourceText::text));
    for files in [&input.furniture, &input.terms] {
        digester.add(files.len().to_string());
        for (key, text) in files {
            digester.add(key);
            digester.add(text.text());
        }
    }
    digester.finish()
}

/// What is said of a release whose name means something else already.
fn reserved(slug: &Slug, settings: &Settings) -> Option<Diagnostic> {
    let is_key = |locale: &LocaleRef| locale.key().eq_ignore_ascii_case(slug.as_str());
    let (message, help) = if settings.locales.iter().any(is_key) {
        let help = "give it another name: the index of the locale stands there".to_owned();
        (format!("the release `{slug}` has the name of a locale"), help)
    } else if SHARED.contains(&slug.as_str()) {
        let message =
            format!("the release `{slug}` has the name of a file that all releases share");
        let file = format!("`locales/LANGUAGE/{slug}.ftl`");
        (message, format!("give its folder another name: {file} is not a release's"))
    } else if !is_portable(slug.as_str()) {
        let message = format!("the release `{slug}` has the name of a device of Windows");
        (message, "give its folder another name: no Windows can hold it".to_owned())
    } else {
        return None;
    };
    Some(Diagnostic::error("release-name", message).help(help))
}

/// Says of furniture that is not built in and lacks phrases what it is translated from. `files` is
/// the furniture that the project has.
fn translate_furniture(
    mut problem: Diagnostic,
    (key, reference): (&str, &str),
    files: &BTreeMap<String, SourceText>,
) -> Diagnostic {
    if !files.contains_key(key) {
        // Otherwise the message would list all there is.
        problem.message =
            format!("`{key}` has no furniture: the words that stand in every edition");
    }
    let own = format!("`locales/{key}/hexapla.ftl`");
    let from = format!("`locales/{reference}/hexapla.ftl`");
    problem.help(if files.contains_key(reference) {
        format!("translate {from} in {own}")
    } else {
        format!("run `hexapla sync`, which writes {from}, and translate that in {own}")
    })
}

/// The furniture that a locale which is not built in is translated from: the key of its locale, and
/// the text. `None`: every locale is built in.
pub fn reference_furniture(settings: &Settings) -> Option<(&str, &'static str)> {
    let is_built_in = |locale: &LocaleRef| built_in_furniture(locale.key()).is_some();
    if settings.locales.iter().all(is_built_in) {
        return None;
    }
    let keys = [settings.source_locale.key(), settings::DEFAULT_SOURCE];
    keys.into_iter().find_map(|key| Some((key, built_in_furniture(key)?)))
}

#[cfg(test)]
mod tests;
