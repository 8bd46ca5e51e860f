//! What a build was asked for, and which editions are fit to be published.

use crate::check::Rule;
use crate::diagnostic::Diagnostic;
use crate::document::State;
use crate::edition::{Counts, Edition};
use crate::locale::Locale;
use crate::project::{Format, Settings, Stale};
use crate::pseudo::Pseudo;
use crate::segment::Slug;

/// The most ids that a message lists; the rest is counted.
const LISTED: usize = 10;

/// Whether an edition below `minimum-translated` is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completeness {
    /// It is not.
    Required,
    /// It is.
    Optional,
}

/// Which rules look at the editions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// All of them.
    Wanted,
    /// Those whose findings hold a release back, and what is out of date; the others say what a
    /// person may mend, and would cost most of the time of a build.
    Unwanted,
}

/// What a build was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Keys of the locales; `None`: all of each release.
    pub locales: Option<Vec<String>>,
    /// Formats; `None`: those of the project.
    pub formats: Option<Vec<Format>>,
    /// Parallel editions beside those of the project, by the keys of their languages.
    pub parallel: Vec<Vec<String>>,
    /// What happens to editions that are not complete.
    pub completeness: Completeness,
    /// Whether advice is wanted beside errors.
    pub advice: Advice,
}

impl Request {
    /// Everything, complete or not, with all that there is to say of it.
    pub const ALL: Self = Self {
        locales: None,
        formats: None,
        parallel: Vec::new(),
        completeness: Completeness::Optional,
        advice: Advice::Wanted,
    };

    /// Whether the editions of a locale are asked for.
    pub fn has_locale(&self, key: &str) -> bool {
        self.locales.as_ref().is_none_or(|keys| keys.iter().any(|known| known == key))
    }

    /// Whether pseudo-locales are asked for, which are never built with other locales.
    pub fn is_pseudo(&self) -> bool {
        let named = |keys: &Vec<String>| keys.iter().any(|key| Pseudo::named(key).is_some());
        self.locales.as_ref().is_some_and(named)
    }

    /// Whether files of a format are asked for: also one that the project no longer publishes.
    pub fn has_format(&self, format: Format) -> bool {
        self.formats.as_ref().is_none_or(|formats| formats.contains(&format))
    }

    /// The formats to write.
    pub fn formats<'a>(&'a self, settings: &'a Settings) -> &'a [Format] {
        self.formats.as_deref().unwrap_or(&settings.formats)
    }

    /// Whether a rule looks at the editions.
    pub fn runs(&self, rule: &Rule, settings: &Settings) -> bool {
        match self.advice {
            Advice::Wanted => true,
            // That readers get what is out of date is for the publisher to know.
            Advice::Unwanted => {
                rule.code == "stale" || settings.check.may_stop(rule.code, rule.severity)
            }
        }
    }

    /// Why an edition is not to be published; `None`: it is fit.
    pub fn withholds(&self, edition: &Edition) -> Option<Withheld> {
        let counts = edition.counts;
        if edition.settings.stale == Stale::Error && counts.stale > 0 {
            return Some(Withheld::Stale { ids: ids(edition, State::Stale) });
        }
        let minimum = edition.settings.minimum_translated;
        let translated = counts.messages - counts.missing;
        match self.completeness {
            Completeness::Required if translated * 100 < usize::from(minimum) * counts.messages => {
                let missing = ids(edition, State::Missing);
                let outdated = ids(edition, State::Outdated);
                Some(Withheld::Incomplete { missing, outdated, share: share(edition), minimum })
            }
            Completeness::Required | Completeness::Optional => None,
        }
    }
}

/// The messages of an edition in a state.
fn ids(edition: &Edition, state: State) -> Vec<String> {
    let leaves = edition.document.leaves().into_iter();
    leaves.filter(|text| text.state == state).map(|text| text.id.to_string()).collect()
}

/// How much of an edition is in which state, for a person: what is out of date counts as that, also
/// where the project has the source's words instead.
pub fn counts(edition: &Edition) -> Counts {
    let outdated = ids(edition, State::Outdated).len();
    let counts = edition.counts;
    Counts { missing: counts.missing - outdated, stale: counts.stale + outdated, ..counts }
}

/// How much of an edition is translated, in whole per cent; 100 only when all is.
pub fn share(edition: &Edition) -> u8 {
    let counts = edition.counts;
    let translated = counts.messages - counts.missing;
    let share = (translated * 100).checked_div(counts.messages).unwrap_or(100);
    u8::try_from(share).expect("a part is not more than the whole")
}

/// Why an edition is not published. `ids` are the messages that stand in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Withheld {
    /// Less than `minimum-translated` is translated.
    Incomplete {
        /// What is not translated.
        missing: Vec<String>,
        /// What is out of date, where the project does not use that.
        outdated: Vec<String>,
        /// How much is translated, in per cent.
        share: u8,
        /// How much has to be, in per cent.
        minimum: u8,
    },
    /// The project refuses stale translations (`stale = "error"`).
    Stale {
        /// What is stale.
        ids: Vec<String>,
    },
    /// The locale's furniture has errors, which are reported where it is read.
    Furniture,
}

impl Withheld {
    /// What is to be said of it.
    pub fn diagnostic(&self, slug: &Slug, locale: &Locale) -> Diagnostic {
        let key = locale.key();
        let file = slug.file_in(key);
        match self {
            Self::Incomplete { missing, outdated, share, minimum } => {
                let old = match outdated.len() {
                    0 => String::new(),
                    1 => "; 1 message is out of date".to_owned(),
                    many => format!("; {many} messages are out of date"),
                };
                let up_to_date = if outdated.is_empty() { "" } else { " and up to date" };
                let message = format!(
                    "`{slug}` is not published in `{key}`: {share} % is translated{up_to_date}, \
                     and {minimum} % has to be{old}"
                );
                let translate = format!("translate {}", list(missing));
                let update = "bring what is out of date up to date";
                let work = match (missing.is_empty(), outdated.is_empty()) {
                    (_, true) => translate,
                    (true, false) => update.to_owned(),
                    (false, false) => format!("{translate} and {update}"),
                };
                Diagnostic::warning("incomplete", message).help(format!(
                    "{work} in `{file}`; or publish what there is: `hexapla build --incomplete \
                     {slug}`"
                ))
            }
            // `check` says of each what has changed, at its place.
            Self::Stale { ids } => Diagnostic::error(
                "stale-refused",
                format!(
                    "`{slug}` is not published in `{key}`: the source of {} has changed",
                    counted(ids.len())
                ),
            )
            .help(format!("bring what is out of date in `{file}` up to date")),
            Self::Furniture => Diagnostic::error(
                "no-furniture",
                format!("`{slug}` is not published in `{key}`: its furniture has errors"),
            )
            .help(format!("put right what is said of `locales/{key}/hexapla.ftl`")),
        }
    }
}

fn counted(messages: usize) -> String {
    if messages == 1 { "1 message".to_owned() } else { format!("{messages} messages") }
}

/// Names in a sentence.
pub(super) fn list(ids: &[String]) -> String {
    let shown: Vec<_> = ids.iter().take(LISTED).map(|id| format!("`{id}`")).collect();
    match ids.len() - shown.len() {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}
