//! A release and its translation side by side, for people: an HTML page that Word opens, too.

use super::codes::{Coded, Part, Sort};
use crate::catalog::Catalog;
use crate::document::State;
use crate::locale::Locale;
use crate::release::Release;
use crate::translate::{self, Standing};
use crate::write::node::{Element, Node, Raw, element, html};

/// How the page looks: readable without a screen, too.
const STYLE: &str = "body{font:1rem/1.5 sans-serif;margin:1rem}table{border-collapse:collapse;\
    width:100%}caption{text-align:start;font-weight:bold;padding:.5rem 0}th,td{border:1px solid \
    #595959;padding:.5rem;text-align:start;vertical-align:top}td[lang]{overflow-wrap:anywhere}\
    div{overflow-x:auto}code{font-size:.9em}";

/// A page with a release and its translation into one locale.
pub fn write(release: &Release, locale: &Locale, catalog: Option<&Catalog>) -> String {
    let own = &release.source_locale;
    let title = format!("{}: {} and {}", release.slug, own.name(), locale.name());
    let head = element("head")
        .child(element("meta").attribute("charset", "utf-8"))
        .child(
            element("meta")
                .attribute("name", "viewport")
                .attribute("content", "width=device-width, initial-scale=1"),
        )
        .child(element("title").text(&*title))
        .child(element("style").child(Raw::new(STYLE).expect("our own style sheet")));
    let kinds = translate::kinds(&release.document);
    let standings = translate::standings(release, locale.key(), catalog);
    let count = standings.len();
    let rows = standings.iter().map(|standing| {
        let kind = kinds.get(&standing.segment.id).map_or("", String::as_str);
        row(standing, kind, (own, locale))
    });
    let column = || element("th").attribute("scope", "col");
    let language = |locale: &Locale| {
        let spoken = column().attribute("lang", locale.tag());
        spoken.attribute("dir", locale.direction().as_str()).text(locale.name().to_owned())
    };
    let header = element("tr")
        .child(column().text("Message"))
        .child(language(own))
        .child(language(locale))
        .child(column().text("State"));
    let caption = format!("{count} messages, in the order of the text");
    let table = element("table")
        .child(element("caption").text(caption))
        .child(element("thead").child(header))
        .child(element("tbody").children(rows));
    let scrolling = element("div").attribute("role", "region").attribute("tabindex", "0");
    let scrolling = scrolling.attribute("aria-label", "Messages");
    let advice = "This page is for reading: changes in it cannot be brought back. To translate, \
                  use the FTL files or XLIFF.";
    let main = element("main")
        .child(element("h1").text(&*title))
        .child(element("p").text(advice))
        .child(scrolling.child(table));
    let root = element("html").attribute("lang", "en").attribute("dir", "ltr");
    html(&root.child(head).child(element("body").child(main)))
}

fn row(standing: &Standing<'_>, kind: &str, (own, locale): (&Locale, &Locale)) -> Element<'static> {
    let id = standing.segment.id.to_string();
    let name = element("th")
        .attribute("scope", "row")
        .attribute("id", id.clone())
        .child(element("code").text(id))
        .child(element("br"))
        .text(kind.to_owned());
    let note = standing.segment.comment.iter().map(|note| {
        element("p")
            .attribute("lang", own.tag())
            .attribute("dir", own.direction().as_str())
            .text(note.clone())
    });
    let name = name.children(note);
    let words = |locale: &Locale, pattern: Option<&str>| {
        let cell = element("td")
            .attribute("lang", locale.tag())
            .attribute("dir", locale.direction().as_str());
        cell.children(pattern.map(|pattern| inline(&Coded::of(pattern))).unwrap_or_default())
    };
    element("tr")
        .child(name)
        .child(words(own, Some(&standing.segment.pattern)))
        .child(words(locale, standing.translation.as_ref().map(|entry| entry.pattern)))
        .child(element("td").text(state(standing.state)))
}

fn state(state: State) -> &'static str {
    match state {
        State::Source => "source",
        State::Revised => "revised",
        State::Translated => "translated",
        State::Unverified => "unverified",
        State::Stale | State::Outdated => "stale: the source has changed",
        State::Missing => "missing",
    }
}

/// The words as they are read, with the codes that have no words of their own.
fn inline(coded: &Coded) -> Vec<Node<'static>> {
    let shown = |words: String| Node::from(element("code").attribute("dir", "ltr").text(words));
    let mut open = vec![("", Vec::new(), String::new())];
    for part in &coded.parts {
        let top = &mut open.last_mut().expect("the first stays").1;
        match part {
            Part::Words(words) => {
                for (index, paragraph) in words.split("\n\n").enumerate() {
                    if index > 0 {
                        top.extend([element("br").into(), element("br").into()]);
                    }
                    top.push(Node::Text(paragraph.to_owned().into()));
                }
            }
            Part::Alone(index) => {
                let code = &coded.codes[*index];
                top.push(match &code.sort {
                    Sort::Character(text) => Node::Text(text.clone().into()),
                    Sort::Break => element("br").into(),
                    Sort::Strong
                    | Sort::Emphasis
                    | Sort::Strikethrough
                    | Sort::Link
                    | Sort::Element
                    | Sort::Code
                    | Sort::Note
                    | Sort::Placeable
                    | Sort::Other => shown(code.shown()),
                });
            }
            Part::Start(index) => {
                let code = &coded.codes[*index];
                let (name, after) = match code.sort {
                    Sort::Strong => ("strong", String::new()),
                    Sort::Emphasis => ("em", String::new()),
                    Sort::Strikethrough => ("s", String::new()),
                    Sort::Link => ("span", code.close.clone().unwrap_or_default()),
                    Sort::Element
                    | Sort::Break
                    | Sort::Code
                    | Sort::Note
                    | Sort::Placeable
                    | Sort::Character(_)
                    | Sort::Other => ("span", String::new()),
                };
                open.push((name, Vec::new(), after));
            }
            Part::End(_) => {
                let (name, nodes, after) = open.pop().expect("what ends has begun");
                let top = &mut open.last_mut().expect("the first stays").1;
                top.push(element(name).children(nodes).into());
                if let Some(number) = after.strip_prefix(']').filter(|number| !number.is_empty()) {
                    top.push(shown(number.to_owned()));
                }
            }
        }
    }
    open.pop().expect("the first stays").1
}
