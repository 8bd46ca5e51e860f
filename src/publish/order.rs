//! What a build was asked for, and which editions are fit to be published.

use crate::diagnostic::Diagnostic;
use crate::document::State;
use crate::edition::Edition;
use crate::locale::Locale;
use crate::project::{Format, Settings, Stale};
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

/// What a build was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// Keys of the locales; `None`: all of each release.
    pub locales: Option<Vec<String>>,
    /// Formats; `None`: those of the project.
    pub formats: Option<Vec<Format>>,
    /// What happens to editions that are not complete.
    pub completeness: Completeness,
}

impl Order {
    /// Everything, complete or not.
    pub const ALL: Self =
        Self { locales: None, formats: None, completeness: Completeness::Optional };

    /// Whether the editions of a locale are asked for.
    pub fn has_locale(&self, key: &str) -> bool {
        self.locales.as_ref().is_none_or(|keys| keys.iter().any(|known| known == key))
    }

    /// Whether files of a format are asked for: also one that the project no longer publishes.
    pub fn has_format(&self, format: Format) -> bool {
        self.formats.as_ref().is_none_or(|formats| formats.contains(&format))
    }

    /// The formats to write.
    pub fn formats<'a>(&'a self, settings: &'a Settings) -> &'a [Format] {
        self.formats.as_deref().unwrap_or(&settings.formats)
    }

    /// Why an edition is not to be published; `None`: it is fit.
    pub fn withholds(&self, edition: &Edition) -> Option<Withheld> {
        let counts = edition.counts;
        let withheld = |why, state| {
            let (share, minimum) = (share(edition), edition.settings.minimum_translated);
            Some(Withheld { why, ids: ids(edition, state), share, minimum })
        };
        if edition.settings.stale == Stale::Error && counts.stale > 0 {
            return withheld(Why::Stale, State::Stale);
        }
        let minimum = usize::from(edition.settings.minimum_translated);
        let translated = counts.messages - counts.missing;
        match self.completeness {
            Completeness::Required if translated * 100 < minimum * counts.messages => {
                withheld(Why::Incomplete, State::Missing)
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

/// How much of an edition is translated, in whole per cent; 100 only when all is.
pub fn share(edition: &Edition) -> u8 {
    let counts = edition.counts;
    let translated = counts.messages - counts.missing;
    let share = (translated * 100).checked_div(counts.messages).unwrap_or(100);
    u8::try_from(share).expect("a part is not more than the whole")
}

/// Why an edition is not published, and the messages that are to blame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withheld {
    /// The reason.
    pub why: Why,
    /// Ids of the messages that stand in the way.
    pub ids: Vec<String>,
    /// How much is translated, in per cent.
    pub share: u8,
    /// How much has to be, in per cent.
    pub minimum: u8,
}

/// Why an edition is not published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Less than `minimum-translated` is translated.
    Incomplete,
    /// The project refuses stale translations (`stale = "error"`).
    Stale,
    /// The locale's furniture has errors, which are reported where it is read.
    Furniture,
}

impl Withheld {
    /// What is to be said of it.
    pub fn diagnostic(&self, slug: &Slug, locale: &Locale) -> Diagnostic {
        let (key, count) = (locale.key(), self.ids.len());
        let file = format!("locales/{key}/{slug}.ftl");
        let list = self.list();
        match self.why {
            Why::Incomplete => Diagnostic::warning(
                "incomplete",
                format!(
                    "`{slug}` is not published in `{key}`: {} % is translated, and {} % has to be",
                    self.share, self.minimum
                ),
            )
            .help(format!(
                "translate {list} in `{file}`; or publish what there is: `hexapla build \
                 --incomplete {slug}`"
            )),
            Why::Stale => Diagnostic::error(
                "stale",
                format!("`{slug}` is not published in `{key}`: the source has changed for {list}"),
            )
            .help(format!(
                "bring {} in `{file}` up to date",
                if count == 1 { "it" } else { "them" }
            )),
            Why::Furniture => Diagnostic::error(
                "no-furniture",
                format!("`{slug}` is not published in `{key}`: its furniture has errors"),
            )
            .help(format!("put right what is said of `locales/{key}/hexapla.ftl`")),
        }
    }

    fn list(&self) -> String {
        let shown: Vec<_> = self.ids.iter().take(LISTED).map(|id| format!("`{id}`")).collect();
        match self.ids.len() - shown.len() {
            0 => shown.join(", "),
            more => format!("{} and {more} more", shown.join(", ")),
        }
    }
}
