//! A release: the identified source and the facts of its front matter.

use std::sync::Arc;

use crate::diagnostic::SourceText;
use crate::document::{Date, Document, Facts};
use crate::files::Assets;
use crate::identity::Lock;
use crate::locale::{Locale, LocaleRef};
use crate::segment::{Segment, Slug};

/// One release: the tree of its segments and what belongs to it.
#[derive(Clone, Debug)]
pub struct Release {
    /// Its name.
    pub slug: Slug,
    /// The text of `index.md`: turns the segments' ranges into places.
    pub source: SourceText,
    /// The locale that the source is written in.
    pub source_locale: LocaleRef,
    /// The locales in which it is published, in the order of the project.
    pub locales: Vec<LocaleRef>,
    /// The facts of the front matter.
    pub facts: Facts,
    /// The tree.
    pub document: Document<Segment>,
    /// Identity and state.
    pub lock: Lock,
    /// Images.
    pub assets: Arc<Assets>,
}

impl Release {
    /// The day on which what is published in a language last changed: a correction is made in all.
    pub fn updated_in(&self, locale: &Locale) -> Date {
        let own = self.facts.life.updated.iter().find(|(named, _)| named.key == locale.key());
        let said = own.map_or(self.facts.updated, |(_, date)| *date);
        let corrections = self.document.meta.corrections.iter().map(|one| one.date);
        corrections.fold(said, Date::max)
    }
}
