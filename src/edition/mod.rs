//! An edition: a release in the words of one locale.

mod isolate;
mod life;
mod localize;
mod said;
mod standing;
mod statements;
#[cfg(test)]
mod tests;

pub use isolate::isolate;
pub use localize::{Voices, counterpart, localize};
pub use standing::Standings;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::catalog::{Furniture, Phrase};
use crate::document::{Date, Document, Facts, Inline, State, Text};
use crate::files::Assets;
use crate::locale::LocaleRef;
use crate::project::{Format, Settings};
use crate::segment::Slug;

/// A release in one locale: what the writers write.
#[derive(Clone, Debug)]
pub struct Edition {
    /// The release.
    pub slug: Slug,
    /// The edition's locale.
    pub locale: LocaleRef,
    /// The locale of the original.
    pub source_locale: LocaleRef,
    /// Dates and the like.
    pub facts: Facts,
    /// The tree with this locale's words.
    pub document: Document<Text>,
    /// The furniture of this locale.
    pub furniture: Arc<Furniture>,
    /// The project's settings.
    pub settings: Arc<Settings>,
    /// The languages of the release, this one included, in the order of the project.
    pub languages: Vec<Sibling>,
    /// The formats in which the release is published.
    pub formats: Vec<Format>,
    /// How much of it is translated.
    pub counts: Counts,
    /// Images.
    pub assets: Arc<Assets>,
    /// The publisher's name in the language of the original; with the slug it names a release that
    /// has no address.
    pub publisher: String,
}

/// One language of a release, seen from another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sibling {
    /// The locale.
    pub locale: LocaleRef,
    /// The plain words of the title in that locale.
    pub title: String,
    /// The formats in which that edition is published; none when it is not.
    pub formats: BTreeSet<Format>,
}

impl Sibling {
    /// Whether there is a page to lead to.
    pub fn has_page(&self) -> bool {
        self.formats.contains(&Format::Html)
    }
}

/// How many messages of an edition are in which state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All messages.
    pub messages: usize,
    /// Not translated: the words are the source's.
    pub missing: usize,
    /// Translated from an older source.
    pub stale: usize,
    /// Signed by a native reviser.
    pub revised: usize,
}

impl Counts {
    /// Counts a message in a state.
    pub fn add(&mut self, state: State) {
        self.messages += 1;
        match state {
            State::Missing | State::Outdated => self.missing += 1,
            State::Stale => self.stale += 1,
            State::Revised => self.revised += 1,
            State::Source | State::Translated | State::Unverified => {}
        }
    }
}

impl Edition {
    /// Whether this edition is a translation.
    pub fn is_translation(&self) -> bool {
        self.locale != self.source_locale
    }

    /// Whether the edition must say that it is an unofficial translation: it is one, and not every
    /// message is signed by a reviser.
    pub fn is_unofficial(&self) -> bool {
        self.is_translation()
            && self.locale.pseudo().is_none()
            && self.counts.revised < self.counts.messages
    }

    /// The plain words of the publisher's name: the release's organisation, else the project's.
    pub fn organisation(&self) -> String {
        let words = self.document.meta.organisation.as_ref().map(Text::plain);
        words.unwrap_or_else(|| self.furniture.organisation().to_owned())
    }

    /// A phrase of the furniture as plain words.
    pub fn say(&self, phrase: Phrase<'_>) -> String {
        self.furniture.say(phrase)
    }

    /// A phrase of the furniture, with runs of the opposite direction isolated.
    pub fn phrase(&self, phrase: Phrase<'_>) -> Vec<Inline> {
        isolate(vec![Inline::Text(self.say(phrase))], self.locale.direction())
    }

    /// A date in running text.
    pub fn date(&self, date: Date) -> String {
        let Date { year, month, day } = date;
        self.say(Phrase::DateLong { day, month, year })
    }
}
