//! The page of a parallel edition. Its furniture is in the first language.

use serde_json::json;

use super::page::Page;
use super::{Download, banner, footer, head, own_name, page_title, way};
use crate::catalog::{Furniture, Phrase};
use crate::document::Inline;
use crate::edition::{Edition, isolate};
use crate::locale::LocaleRef;
use crate::write::body::{self, Medium};
use crate::write::node::{Element, Node, element};
use crate::write::{address_in, parallel};

/// The HTML edition of a release in several languages, for `<slug>/<folder>/index.html`.
pub fn side_by_side(editions: &[&Edition], downloads: &[Download]) -> String {
    let first = editions[0];
    let title = first.document.meta.title.plain();
    let languages = body::languages(editions);
    let title = first.say(Phrase::ParallelTitle { title: &title, languages: &languages });
    Page {
        locale: &first.locale,
        title: page_title(&first.furniture, &title, &first.organisation()),
        head: head::of_parallel(editions, downloads),
        data: Some(linked_data(editions, downloads)),
        skip: first.say(Phrase::SkipLink),
        header: [banner(first), vec![navigation(editions).into()]].concat(),
        main: vec![parallel::article(editions, Medium::Html).into()],
        footer: footer(editions, downloads),
        sheet: super::page::Sheet::Parallel,
    }
    .write()
}

/// The single languages, and this page among them: where it is the page, not one of its languages.
fn navigation<'a>(editions: &[&'a Edition]) -> Element<'a> {
    let first = editions[0];
    let pages = first.languages.iter().filter(|sibling| sibling.has_page());
    let link = |locale: &'a LocaleRef| way(locale, body::page_of(first, locale));
    let locales: Vec<_> = editions.iter().map(|edition| &edition.locale).collect();
    let here = element("span").attribute("class", "now").attribute("aria-current", "true");
    let here = here.children(names(&locales, &first.furniture, &first.locale));
    element("nav").attribute("aria-label", first.say(Phrase::Languages)).child(
        element("ul")
            .children(pages.map(|sibling| element("li").child(link(&sibling.locale))))
            .child(element("li").child(here)),
    )
}

/// What languages call themselves, as a list in the language of a page.
pub(super) fn names(
    locales: &[&LocaleRef],
    furniture: &Furniture,
    around: &LocaleRef,
) -> Vec<Node<'static>> {
    let mut names = locales.iter().map(|locale| locale.name());
    let head = names.next().unwrap_or_default().to_owned();
    let list = names.fold(head, |languages, language| {
        furniture.say(Phrase::LanguageList { languages: &languages, language })
    });
    let mut line = vec![Inline::Text(list)];
    for locale in locales.iter().filter(|locale| **locale != around) {
        line = body::within(line, locale.name(), &own_name(locale));
    }
    body::words(&isolate(line, around.direction()), around)
}

/// Linked data about the page: a work in several languages, whose parts are those in one.
fn linked_data(editions: &[&Edition], downloads: &[Download]) -> String {
    let first = editions[0];
    let folder = parallel::folder_of(editions);
    let tags: Vec<_> = editions.iter().map(|edition| edition.locale.tag()).collect();
    let titles: Vec<_> =
        editions.iter().skip(1).map(|edition| edition.document.meta.title.plain()).collect();
    let place = |format| address_in(first, &folder, format);
    let mut article = head::article((editions, downloads), &place);
    article.insert("inLanguage".to_owned(), json!(tags));
    article.insert("alternativeHeadline".to_owned(), json!(titles));
    for relation in ["translationOfWork", "workTranslation"] {
        article.remove(relation);
    }
    let parts = first.languages.iter().filter(|one| tags.contains(&one.locale.tag()));
    article.insert("hasPart".to_owned(), parts.map(|one| head::work(first, one)).collect());
    head::script(article)
}
