//! What is known of the accessibility of an edition, on a page of its own: the facts of its metadata
//! in sentences.

use super::head::{alternates, link};
use super::page::{Page, Sheet, meta};
use super::{languages, name_of, page_title};
use crate::catalog::Phrase;
use crate::document::{Inline, Mark};
use crate::edition::{Edition, Sibling, isolate};
use crate::locale::Locale;
use crate::project::{Claim, Format};
use crate::write::body::{self, ACCESSIBILITY_PAGE};
use crate::write::facts::{AccessFacts, Topic};
use crate::write::node::{Element, Node, element};

/// The formats that have facts of their own; plain text is what everybody's device makes of it.
const TOLD: [Format; 2] = [Format::Html, Format::Epub];

/// The page, for `<slug>/<key>/accessibility.html`.
pub fn accessibility(edition: &Edition) -> String {
    let told = Told::of(edition);
    let heading = edition.say(Phrase::AccessPage);
    let subject = edition.document.meta.title.plain();
    let subject = edition.say(Phrase::Labelled { label: &heading, value: &subject });
    let title = page_title(&edition.furniture, &subject, &edition.organisation());
    let header = element("header")
        .child(element("h1").children(body::phrase(edition, Phrase::AccessPage)))
        .child(told.way_back())
        .children(told.scope());
    let sections = Topic::ALL.into_iter().filter_map(|topic| told.section(topic));
    Page {
        locale: &edition.locale,
        head: head(edition, &title),
        title,
        data: None,
        skip: edition.say(Phrase::SkipLink),
        header: [super::banner(edition), vec![languages(edition, &page_in).into()]].concat(),
        main: vec![element("article").child(header).children(sections).into()],
        footer: Vec::new(),
        sheet: Sheet::Single,
    }
    .write()
}

/// The way to the same page in another language.
fn page_in(_: &Edition, locale: &Locale) -> String {
    format!("../{}/{ACCESSIBILITY_PAGE}", locale.key())
}

fn head(edition: &Edition, title: &str) -> Vec<Element<'static>> {
    let mut head = vec![meta("description", title.to_owned())];
    head.extend(edition.is_unlisted().then(|| meta("robots", "noindex")));
    if let Some(base) = &edition.settings.base_url {
        let has_page = |one: &&Sibling| one.has_page() || one.locale == edition.locale;
        let page = |one: &Sibling| {
            let key = one.locale.key();
            let address = format!("{base}{}/{key}/{ACCESSIBILITY_PAGE}", edition.slug);
            (one.locale.clone(), address)
        };
        let pages: Vec<_> = edition.languages.iter().filter(has_page).map(page).collect();
        head.extend(alternates(&pages, &edition.locale));
    }
    head.push(link("up", "index.html"));
    head
}

/// An edition and the facts of each format in which it is there.
struct Told<'a> {
    edition: &'a Edition,
    facts: Vec<(Format, AccessFacts)>,
}

impl<'a> Told<'a> {
    fn of(edition: &'a Edition) -> Self {
        let formats = TOLD.into_iter().filter(|format| edition.formats.contains(format));
        let facts = formats.map(|format| (format, AccessFacts::of(&[edition], format))).collect();
        Self { edition, facts }
    }

    fn way_back(&self) -> Element<'a> {
        let title = &self.edition.document.meta.title;
        let link = element("a")
            .attribute("href", "index.html")
            .attributes(body::language(title, self.edition))
            .children(body::label(title));
        element("p").attribute("class", "go").child(link)
    }

    /// What the statements are about that name no format.
    fn scope(&self) -> [Element<'a>; 2] {
        let name = |(format, _): &(Format, AccessFacts)| {
            element("li").children(body::phrase(self.edition, name_of(*format)))
        };
        [
            element("p").children(body::phrase(self.edition, Phrase::AccessScope)),
            element("ul").children(self.facts.iter().map(name)),
        ]
    }

    /// A topic of the guide; `None`: there is nothing to say under it.
    fn section(&self, topic: Topic) -> Option<Element<'a>> {
        let heading = element("h2").children(body::phrase(self.edition, topic.heading()));
        let section = element("section").child(heading);
        let mut statements = self.statements(topic);
        let mut contact = None;
        match topic {
            Topic::Summary => return Some(section.children(self.summaries())),
            Topic::Conformance => statements.extend(self.report()),
            Topic::Additional => {
                statements.extend(self.more());
                contact = body::contact(self.edition);
            }
            Topic::WaysOfReading
            | Topic::Navigation
            | Topic::RichContent
            | Topic::Hazards
            | Topic::Legal => {}
        }
        if statements.is_empty() && contact.is_none() {
            return None;
        }
        let list = (!statements.is_empty()).then(|| element("ul").children(statements));
        Some(section.children(list).children(contact))
    }

    /// Every statement once; one that is not true of all formats names the format.
    fn statements(&self, topic: Topic) -> Vec<Element<'a>> {
        let edition = self.edition;
        let said: Vec<(Format, Vec<Phrase<'a>>)> = self
            .facts
            .iter()
            .map(|(format, facts)| (*format, facts.statements(topic, edition)))
            .collect();
        let mut items = Vec::new();
        let mut known: Vec<Phrase<'a>> = Vec::new();
        for (format, statements) in &said {
            for statement in statements.iter().copied() {
                if known.contains(&statement) {
                    continue;
                }
                let of_all = said.iter().all(|(_, others)| others.contains(&statement));
                let words = edition.say(statement);
                let words = if of_all {
                    known.push(statement);
                    self.words(words)
                } else {
                    self.of_one(*format, &words)
                };
                items.push(element("li").children(words));
            }
        }
        items
    }

    /// Words that are about one format.
    fn of_one(&self, format: Format, words: &str) -> Vec<Node<'a>> {
        let label = self.edition.say(name_of(format));
        self.words(self.edition.say(Phrase::Labelled { label: &label, value: words }))
    }

    /// Words of ours, in which the name of a standard is one run, whatever signs stand in it.
    fn words(&self, said: String) -> Vec<Node<'a>> {
        let (claim, direction) = (&self.edition.settings.claim, self.edition.locale.direction());
        let mut words = vec![Inline::Text(said)];
        if let Some(Claim { conforms_to, .. }) = claim {
            let name = Inline::Span(Mark::Isolate, vec![Inline::Text(conforms_to.clone())]);
            words = body::within(words, conforms_to, &name);
        }
        body::words(&isolate(words, direction), &self.edition.locale)
    }

    /// The summaries in the metadata, word for word.
    fn summaries(&self) -> Vec<Element<'a>> {
        let summary =
            |(format, facts): &(Format, AccessFacts)| (*format, facts.summary(self.edition));
        let all: Vec<_> = self.facts.iter().map(summary).collect();
        let is_one = all.windows(2).all(|two| two[0].1 == two[1].1);
        let shown = if is_one { 1 } else { all.len() };
        all.iter()
            .take(shown)
            .map(|(format, words)| {
                let words =
                    if is_one { self.words(words.clone()) } else { self.of_one(*format, words) };
                element("p").children(words)
            })
            .collect()
    }

    /// Where the publisher's claim is accounted for.
    fn report(&self) -> Option<Element<'a>> {
        let claim = self.edition.settings.claim.as_ref()?;
        let address = claim.report.as_ref().filter(|_| self.has(Format::Epub))?;
        let said = Phrase::AccessReport { name: &claim.certified_by };
        let link = element("a").attribute("href", address.as_str());
        let link = link.children(body::phrase(self.edition, said));
        Some(element("li").child(element("p").attribute("class", "go").child(link)))
    }

    fn has(&self, format: Format) -> bool {
        self.edition.formats.contains(&format)
    }

    /// What is true of the edition whatever its format.
    fn more(&self) -> Vec<Element<'a>> {
        let missing = self.edition.counts.missing;
        let said = [
            (missing > 0, Phrase::Untranslated { count: missing }),
            (self.has(Format::Text), Phrase::AccessPlainText),
        ];
        let item = |(is_true, said): (bool, Phrase<'_>)| {
            is_true.then(|| element("li").children(body::phrase(self.edition, said)))
        };
        said.into_iter().filter_map(item).collect()
    }
}
