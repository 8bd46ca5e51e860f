//! What stands below the text: the facts about the edition.

use super::header::time;
use super::{Medium, language, phrase, words};
use crate::catalog::Phrase;
use crate::document::Inline;
use crate::edition::{Edition, isolate};
use crate::project::Format;
use crate::write::facts::AccessFacts;
use crate::write::node::{Element, Node, element};
use crate::write::text::space_after;

/// The id of “About this text”.
pub const ABOUT: &str = "_about";
/// The id of the accessibility statement.
pub const ACCESSIBILITY: &str = "_accessibility";

/// Sections “About this text” and “Accessibility”: language, dates, source; what is known of the
/// edition's accessibility, and whom to ask for another format.
///
/// Of several editions beside each other: in the words of the first.
pub fn about<'a>(editions: &[&'a Edition], medium: Medium) -> Vec<Node<'a>> {
    vec![facts(editions).into(), accessibility(editions, medium).into()]
}

/// The languages in the words of the first edition: “English, Arabic”.
pub fn languages(editions: &[&Edition]) -> String {
    let first = editions[0];
    let name = |edition: &&Edition| {
        let (tag, name) = (edition.locale.known_as(), edition.locale.name());
        first.say(Phrase::LanguageName { tag, name })
    };
    let names: Vec<_> = editions.iter().map(name).collect();
    let join = |list: String, language: &String| {
        first.say(Phrase::LanguageList { languages: &list, language })
    };
    let (head, rest) = names.split_first().expect("there is an edition");
    rest.iter().fold(head.clone(), join)
}

fn facts<'a>(editions: &[&'a Edition]) -> Element<'a> {
    let edition = editions[0];
    let languages = isolate(vec![Inline::Text(languages(editions))], edition.locale.direction());
    let language_name = words(&languages, &edition.locale);
    let date = |date| words(&[time(date, &edition.date(date))], &edition.locale);
    let dates = &edition.facts;
    let mut list = element("dl");
    list = entry(list, edition, Phrase::AboutLanguage, element("dd").children(language_name));
    list = entry(list, edition, Phrase::AboutPublished, element("dd").children(date(dates.date)));
    if dates.updated != dates.date {
        let value = element("dd").children(date(dates.updated));
        list = entry(list, edition, Phrase::AboutUpdated, value);
    }
    if let Some(source) = &edition.document.meta.source {
        let value = element("dd").attributes(language(source, edition));
        let value = value.children(super::label(source));
        list = entry(list, edition, Phrase::AboutSource, value);
    }
    section(edition, ABOUT, Phrase::About).child(list)
}

fn entry<'a>(
    list: Element<'a>,
    edition: &Edition,
    term: Phrase<'_>,
    value: Element<'a>,
) -> Element<'a> {
    list.child(element("dt").children(phrase(edition, term))).child(value)
}

fn section(edition: &Edition, id: &'static str, heading: Phrase<'_>) -> Element<'static> {
    element("section").attribute("id", id).child(element("h2").children(phrase(edition, heading)))
}

fn accessibility<'a>(editions: &[&'a Edition], medium: Medium) -> Element<'a> {
    let edition = editions[0];
    let format = match medium {
        Medium::Html => Format::Html,
        Medium::Epub => Format::Epub,
    };
    let facts = AccessFacts::of(editions, format);
    let fact = |said: Phrase<'static>| element("li").children(phrase(edition, said));
    section(edition, ACCESSIBILITY, Phrase::Accessibility)
        .child(element("ul").children(facts.phrases().into_iter().map(fact)))
        .children(contact(edition))
}

fn contact(edition: &Edition) -> Option<Element<'_>> {
    let contact = edition.settings.contact.as_ref()?;
    let href = if contact.contains("://") { contact.clone() } else { format!("mailto:{contact}") };
    let address = isolate(vec![Inline::Text(contact.clone())], edition.locale.direction());
    let address = words(&address, &edition.locale);
    let link = element("a").attribute("href", href).children(address);
    let space = space_after(&edition.say(Phrase::AskForFormat));
    let ask = element("address").children(phrase(edition, Phrase::AskForFormat));
    Some(ask.text(space).child(link))
}
