//! The page at an address that a release had before.
//!
//! It asks for the new one at once (`refresh` after 0 seconds), which WCAG 2.2 allows: failures F40 and
//! F41 are about delays, and technique H76 is this. Nobody has begun to read, the step back passes
//! over the page, and no server has to be told; where refreshing is turned off there is the link.

use super::page::{Page, Sheet, meta};
use super::{page_title, plain_words};
use crate::catalog::{Furniture, Phrase};
use crate::locale::LocaleRef;
use crate::write::body::foreign;
use crate::write::node::element;

/// What leads on from an old address.
#[derive(Clone, Debug)]
pub struct Moved<'a> {
    /// The language of the page.
    pub locale: &'a LocaleRef,
    /// The furniture in that language.
    pub furniture: &'a Furniture,
    /// The publisher's name in that language.
    pub organisation: &'a str,
    /// The release's title.
    pub title: &'a str,
    /// The language that the title is in.
    pub title_locale: &'a LocaleRef,
    /// The way to the page at the new address.
    pub href: &'a str,
    /// That address, where the output has one.
    pub canonical: Option<String>,
}

/// A page that leads on.
pub fn moved(page: &Moved<'_>) -> String {
    let heading = page.furniture.say(Phrase::Moved);
    let refresh = element("meta").attribute("http-equiv", "refresh");
    let canonical = page.canonical.as_ref().map(|address| {
        element("link").attribute("rel", "canonical").attribute("href", address.clone())
    });
    let mut head = vec![refresh.attribute("content", format!("0; url={}", page.href))];
    head.push(meta("robots", "noindex"));
    head.extend(canonical);
    let name = (!page.organisation.is_empty())
        .then(|| element("p").children(plain_words(page.organisation, page.locale)).into());
    let link = element("a")
        .attribute("href", page.href)
        .attributes(foreign(page.title_locale, page.locale))
        .children(plain_words(page.title, page.title_locale));
    Page {
        locale: page.locale,
        title: page_title(page.furniture, &heading, page.title),
        head,
        data: None,
        sheet: Sheet::Single,
        skip: page.furniture.say(Phrase::SkipLink),
        header: name.into_iter().collect(),
        main: vec![
            element("h1").text(heading).into(),
            // As large a target as the links of notices.
            element("div").attribute("class", "notices").child(element("p").child(link)).into(),
        ],
        footer: Vec::new(),
    }
    .write()
}
