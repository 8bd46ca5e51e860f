//! What stands above the text: kind, series, headline, dateline and notices.

use super::{Medium, Writer, phrase, words};
use crate::catalog::Phrase;
use crate::document::{Date, Inline, Mark, Text};
use crate::edition::{Edition, Sibling, isolate};
use crate::locale::Locale;
use crate::project::{Format, Stale};
use crate::write::node::{Element, element};
use crate::write::{address, file_name};

impl<'a> Writer<'a> {
    pub(super) fn header(&mut self) -> Element<'a> {
        let edition = self.edition;
        let meta = &edition.document.meta;
        // The page's banner names the publisher; a book has none.
        let publisher = match (self.medium, &meta.organisation) {
            (Medium::Html, _) => None,
            (Medium::Epub, Some(name)) => Some(self.leaf("p", name)),
            (Medium::Epub, None) => Some(element("p").text(edition.organisation())),
        };
        let kind = meta.kind.as_ref().map(|kind| self.leaf("p", kind).attribute("class", "kind"));
        let series = meta.series.as_ref();
        let series = series.map(|series| self.leaf("p", series).attribute("class", "series"));
        let dateline = element("p").attribute("class", "dateline");
        element("header")
            .children(publisher)
            .children(kind)
            .children(series)
            .child(self.leaf("h1", &meta.title))
            .child(dateline.children(words(&self.dateline(), &edition.locale)))
            .children(self.notices())
    }

    pub(in crate::write) fn dateline(&self) -> Vec<Inline> {
        let date = self.edition.facts.date;
        let words = self.edition.date(date);
        let Some(place) = &self.edition.document.meta.place else {
            return vec![time(date, &words)];
        };
        let name = place.plain();
        let line = self.edition.say(Phrase::Dateline { place: &name, date: &words });
        let mut line = within(vec![Inline::Text(line)], &words, &time(date, &words));
        if place.locale != self.edition.locale {
            line = within(line, &name, &tongue(place));
        }
        isolate(line, self.edition.locale.direction())
    }

    /// What a reader must know before the text, if there is anything.
    pub(in crate::write) fn notices(&mut self) -> Option<Element<'a>> {
        let edition = self.edition;
        let counts = edition.counts;
        let mut notices = Vec::new();
        notices.extend(edition.locale.pseudo().map(|pseudo| {
            let notice = element("p").attribute("lang", "en").attribute("dir", "ltr");
            notice.text(pseudo.notice())
        }));
        if edition.is_unofficial() {
            notices.extend(self.unofficial());
        }
        if let Some(notice) = &edition.document.meta.notice {
            notices.push(self.leaf("p", notice));
        }
        if counts.missing > 0 {
            notices.push(notice(edition, Phrase::Untranslated { count: counts.missing }));
        }
        if counts.stale > 0 && edition.settings.stale == Stale::Notice {
            notices.push(notice(edition, Phrase::Outdated { count: counts.stale }));
        }
        let all = element("div").attribute("class", "notices");
        (!notices.is_empty()).then(|| all.children(notices))
    }

    fn unofficial(&self) -> Vec<Element<'a>> {
        let source = &self.edition.source_locale;
        let (language, name) = (source.language(), source.name());
        let words = Phrase::UnofficialTranslation { source: language, name };
        let link = self.original().map(|address| {
            let words = phrase(self.edition, Phrase::OriginalText { source: language, name });
            let link = element("a").attribute("href", address).attribute("hreflang", source.tag());
            element("p").child(link.children(words))
        });
        [notice(self.edition, words)].into_iter().chain(link).collect()
    }

    /// Where the original stands, if it is published.
    fn original(&self) -> Option<String> {
        let source = &self.edition.source_locale;
        let published = |one: &&Sibling| one.locale == *source && one.has_page();
        self.edition.languages.iter().find(published)?;
        match self.medium {
            Medium::Html => Some(page_of(self.edition, source)),
            Medium::Epub => address(self.edition, source, Format::Html),
        }
    }
}

/// The way from one page of a release to the page in another language.
pub(crate) fn page_of(edition: &Edition, locale: &Locale) -> String {
    format!("../{}/{}", locale.key(), file_name(&edition.slug, locale, Format::Html))
}

fn notice(edition: &Edition, words: Phrase<'_>) -> Element<'static> {
    element("p").children(phrase(edition, words))
}

/// A date as `time`.
pub(super) fn time(date: Date, words: &str) -> Inline {
    let mark = Mark::Time { datetime: date.to_string() };
    Inline::Span(mark, vec![Inline::Text(words.to_owned())])
}

/// The words of a fallback, marked as such.
pub(super) fn tongue(text: &Text) -> Inline {
    let mark = Mark::Language { lang: Some(text.locale.tag()), dir: Some(text.locale.direction()) };
    Inline::Span(mark, text.line().to_vec())
}

/// The inlines with the first occurrence of some words replaced by an inline.
pub(crate) fn within(inlines: Vec<Inline>, words: &str, by: &Inline) -> Vec<Inline> {
    let mut found = false;
    let mut result = Vec::new();
    for inline in inlines {
        match inline {
            Inline::Text(text) if !found && !words.is_empty() && text.contains(words) => {
                let (before, after) = text.split_once(words).expect("it contains the words");
                result.extend(some_text(before));
                result.push(by.clone());
                result.extend(some_text(after));
                found = true;
            }
            other => result.push(other),
        }
    }
    result
}

fn some_text(words: &str) -> Option<Inline> {
    (!words.is_empty()).then(|| Inline::Text(words.to_owned()))
}
