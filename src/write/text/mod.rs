//! Plain text: the edition for braille displays, text browsers, mail and anything else that shows
//! nothing but characters.
//!
//! Structure is told by blank lines alone (WCAG Techniques T1, T2 and T3): one paragraph is one
//! line, one blank line stands between two paragraphs, two before a heading. Everything else is
//! told in words, which are the furniture's.

mod blocks;
mod inline;
mod layout;
mod wrap;

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::Phrase;
use crate::document::Inline;
use crate::edition::{Edition, isolate};
use crate::locale::Locale;
use crate::project::{Format, Stale};
use crate::write::address;

use blocks::Within;
pub(super) use inline::space_after;
use layout::Part;

/// The plain text edition as the file's content: byte order mark and line ends are those of
/// [`TextOptions`](crate::project::TextOptions).
pub fn text(edition: &Edition) -> String {
    let mut writer =
        Writer { edition, links: BTreeMap::new(), said: String::new(), explained: BTreeSet::new() };
    let mut parts = writer.head();
    parts.extend(writer.notices());
    parts.extend(writer.blocks(&edition.document.blocks, &Within::default()));
    // The links stand before the notes but are numbered after them, for notes hold links too.
    let notes = writer.notes();
    let about = writer.about();
    parts.extend(writer.link_list());
    parts.extend(notes);
    parts.extend(about);
    layout::lay_out(&parts, edition)
}

/// What is known while an edition is written.
struct Writer<'a> {
    /// The edition.
    edition: &'a Edition,
    /// The addresses of the links section and their numbers.
    links: BTreeMap<String, usize>,
    /// All words of the release written so far: an abbreviation that they explain is not
    /// explained again.
    said: String,
    /// The expansions of abbreviations that have been looked for in `said`.
    explained: BTreeSet<String>,
}

impl Writer<'_> {
    /// A phrase of the furniture, its own words only.
    fn say(&self, phrase: Phrase<'_>) -> String {
        inline::furniture(&self.edition.phrase(phrase))
    }

    /// A phrase as a paragraph.
    fn said(&self, phrase: Phrase<'_>) -> Part {
        Part::paragraph(self.say(phrase))
    }

    /// A label and a value.
    fn labelled(&self, label: Phrase<'_>, value: &str) -> Part {
        let label = self.edition.say(label);
        Part::paragraph(self.say(Phrase::Labelled { label: &label, value }))
    }

    /// Organisation, kind, series, headline, place and date.
    fn head(&mut self) -> Vec<Part> {
        let meta = &self.edition.document.meta;
        let organisation = match &meta.organisation {
            Some(words) => self.line(words, 0),
            None => self.edition.organisation(),
        };
        let mut parts = vec![Part::paragraph(organisation)];
        for words in [&meta.kind, &meta.series].into_iter().flatten() {
            parts.push(Part::paragraph(self.line(words, 0)));
        }
        parts.push(Part::heading(self.line(&meta.title, 0)));
        let date = self.edition.date(self.edition.facts.date);
        parts.push(Part::paragraph(match &meta.place {
            Some(place) => {
                let place = self.line(place, 0);
                self.edition.say(Phrase::Dateline { place: &place, date: &date })
            }
            None => date,
        }));
        parts
    }

    /// What a reader must know about the words of this edition before reading them.
    fn notices(&mut self) -> Vec<Part> {
        let Edition { counts, locale, source_locale, settings, document, .. } = self.edition;
        let mut parts = Vec::new();
        let status = self.edition.status_notice();
        parts.extend(status.map(|said| Part::paragraph(inline::furniture(&said))));
        parts.extend(locale.pseudo().map(|pseudo| Part::paragraph(pseudo.notice())));
        if self.edition.is_unofficial() {
            let (source, name) = (source_locale.language(), source_locale.name());
            parts.push(self.said(Phrase::UnofficialTranslation { source, name }));
        }
        if let Some(notice) = &document.meta.notice {
            parts.push(Part::paragraph(self.line(notice, 0)));
        }
        for correction in &document.meta.corrections {
            let date = self.edition.date(correction.date);
            let (label, text) = (
                self.edition.say(Phrase::Correction { date: &date }),
                self.line(&correction.text, 0),
            );
            let said = Phrase::Labelled { label: &label, value: &text };
            parts.push(Part::paragraph(self.edition.say(said)));
        }
        if counts.missing > 0 {
            parts.push(self.said(Phrase::Untranslated { count: counts.missing }));
        }
        if counts.stale > 0 && settings.stale == Stale::Notice {
            parts.push(self.said(Phrase::Outdated { count: counts.stale }));
        }
        parts
    }

    /// The addresses that links lead to, each alone on its line.
    fn link_list(&self) -> Vec<Part> {
        let mut sorted: Vec<_> = self.links.iter().map(|(url, number)| (number, url)).collect();
        sorted.sort();
        let lines = sorted.into_iter().map(|(number, url)| {
            let number = self.edition.furniture.number(*number as u64);
            Part::verbatim(format!("[{number}] {url}"))
        });
        self.titled(Phrase::Links, lines.collect())
    }

    /// The notes, each beginning with its number.
    fn notes(&mut self) -> Vec<Part> {
        let mut parts = Vec::new();
        for (index, note) in self.edition.document.notes.iter().enumerate() {
            let mut words = self.blocks(&note.blocks, &Within::default());
            let number = index + 1;
            layout::lead(&mut words, |text| self.edition.say(Phrase::NoteLine { number, text }));
            parts.extend(words);
        }
        self.titled(Phrase::Notes, parts)
    }

    /// Language, dates, source, where the other editions are, and how to ask for another format.
    fn about(&mut self) -> Vec<Part> {
        let Edition { locale, facts, document, settings, .. } = self.edition;
        let language = self.edition.say(language_name(locale));
        let mut parts = vec![
            self.labelled(Phrase::AboutLanguage, &language),
            self.labelled(Phrase::AboutPublished, &self.edition.date(facts.date)),
        ];
        if facts.updated != facts.date {
            parts.push(self.labelled(Phrase::AboutUpdated, &self.edition.date(facts.updated)));
        }
        if let Some(source) = &document.meta.source {
            let source = self.line(source, 0);
            let label = self.edition.say(Phrase::AboutSource);
            let phrase = Phrase::Labelled { label: &label, value: &source };
            parts.push(Part::paragraph(self.edition.say(phrase)));
        }
        parts.extend(self.addresses());
        if let Some(contact) = &settings.contact {
            let ask = self.edition.say(Phrase::AskForFormat);
            let space = space_after(&ask);
            let words = vec![Inline::Text(format!("{ask}{space}{contact}"))];
            parts.push(Part::paragraph(inline::furniture(&isolate(words, locale.direction()))));
        }
        self.titled(Phrase::About, parts)
    }

    /// Where this edition, its other formats and the other languages are.
    fn addresses(&self) -> Vec<Part> {
        let edition = self.edition;
        let line = |label: &str, locale: &Locale, format| {
            let value = address(edition, locale, format)?;
            Some(Part::paragraph(self.say(Phrase::Labelled { label, value: &value })))
        };
        let mut parts = Vec::new();
        parts.extend(line(&edition.say(Phrase::AboutAddress), &edition.locale, Format::Text));
        for format in &edition.formats {
            let label = match format {
                Format::Html => Phrase::FormatHtml,
                Format::Epub => Phrase::FormatEpub,
                Format::Text => continue,
            };
            parts.extend(line(&edition.say(label), &edition.locale, *format));
        }
        // A language is named in itself: whoever looks for it reads that, and maybe nothing else.
        let others = edition.languages.iter().filter(|other| other.locale != edition.locale);
        let others = others.filter(|other| other.formats.contains(&Format::Text));
        let others: Vec<_> =
            others.filter_map(|o| line(o.locale.name(), &o.locale, Format::Text)).collect();
        if !others.is_empty() {
            parts.push(self.labelled(Phrase::AboutEditions, ""));
        }
        parts.extend(others);
        parts
    }

    /// The parts under a heading of the furniture; nothing when there are none.
    fn titled(&self, heading: Phrase<'_>, mut parts: Vec<Part>) -> Vec<Part> {
        if !parts.is_empty() {
            parts.insert(0, Part::heading(self.say(heading)));
        }
        parts
    }
}

/// The name of a locale's language in the language of the edition.
fn language_name(locale: &Locale) -> Phrase<'_> {
    Phrase::LanguageName { tag: locale.known_as(), name: locale.name() }
}

#[cfg(test)]
mod tests;
