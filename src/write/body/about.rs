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
/// The page beside an edition that says what is known of its accessibility.
pub const ACCESSIBILITY_PAGE: &str = "accessibility.html";

/// Sections “About this text” and “Accessibility”: language, dates, source; what is known of the
/// edition's accessibility, or the way to it, and whom to ask for another format.
pub fn about(edition: &Edition, medium: Medium) -> Vec<Node<'_>> {
    vec![facts(edition).into(), accessibility(edition, medium).into()]
}

fn facts(edition: &Edition) -> Element<'_> {
    let (tag, name) = (edition.locale.known_as(), edition.locale.name());
    let language_name = phrase(edition, Phrase::LanguageName { tag, name });
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

/// A book leaves its pages behind, so it says all there is to say; a page leads to the one that does.
fn accessibility(edition: &Edition, medium: Medium) -> Element<'_> {
    let section = section(edition, ACCESSIBILITY, Phrase::Accessibility);
    let said = match medium {
        Medium::Html => {
            let link = element("a").attribute("href", ACCESSIBILITY_PAGE);
            let link = link.children(phrase(edition, Phrase::AccessPage));
            element("p").attribute("class", "go").child(link)
        }
        Medium::Epub => {
            let fact = |said: Phrase<'static>| element("li").children(phrase(edition, said));
            let facts = AccessFacts::of(edition, Format::Epub).phrases();
            element("ul").children(facts.into_iter().map(fact))
        }
    };
    section.child(said).children(contact(edition))
}

/// Whom to ask for another format.
pub fn contact(edition: &Edition) -> Option<Element<'_>> {
    let contact = edition.settings.contact.as_ref()?;
    let href = if contact.contains("://") { contact.clone() } else { format!("mailto:{contact}") };
    let address = isolate(vec![Inline::Text(contact.clone())], edition.locale.direction());
    let address = words(&address, &edition.locale);
    let link = element("a").attribute("href", href).children(address);
    let space = space_after(&edition.say(Phrase::AskForFormat));
    let ask = element("address").children(phrase(edition, Phrase::AskForFormat));
    Some(ask.text(space).child(link))
}
