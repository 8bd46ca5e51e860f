//! Findings on a page, and the pages that stand in place of one that cannot be made.

use super::bar::language;
use crate::catalog::{Remark, Tool};
use crate::diagnostic::{Diagnostic, Severity};
use crate::write::node::{self, Element, element};

/// What a severity is called.
pub(super) fn kind(severity: Severity) -> Remark<'static> {
    match severity {
        Severity::Error => Remark::Error,
        Severity::Warning => Remark::Warning,
        Severity::Allowed => Remark::Allowed,
    }
}

/// A list of findings. What is found is said in English, and marked as that.
pub(super) fn findings(tool: &Tool, found: &[&Diagnostic]) -> Element<'static> {
    element("ul")
        .attribute("class", "findings")
        .children(found.iter().map(|one| finding(tool, one)))
}

fn finding(tool: &Tool, one: &Diagnostic) -> Element<'static> {
    let english = |words: &str| {
        element("span").attribute("lang", "en").attribute("dir", "ltr").text(words.to_owned())
    };
    let place = one.place.as_ref().map(|place| {
        let place = format!("{}:{}:{}", place.file, place.line, place.column);
        element("p").child(code(place))
    });
    let help = one.help.as_deref().map(|help| {
        let label = element("b").text(tool.say(Remark::Help));
        element("p").child(label).text(" ").child(english(help))
    });
    let message = format!("{} ({})", one.message, one.code);
    let first = element("p")
        .child(element("b").text(tool.say(kind(one.severity))))
        .text(" ")
        .child(english(&message).attribute("class", "found"));
    element("li").child(first).children(place).children(help)
}

fn code(words: String) -> Element<'static> {
    element("code").attribute("dir", "ltr").attribute("translate", "no").text(words)
}

/// What stands in place of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Instead {
    /// It cannot be made.
    Broken,
    /// There is no such page.
    Missing,
}

/// A page in place of one that cannot be made or is not there. It is dressed like any other, so that
/// it changes by itself when there is something to show.
pub(super) fn page(tool: &Tool, instead: Instead, found: &[&Diagnostic]) -> String {
    let (heading, more) = match instead {
        Instead::Broken => (Remark::CannotBeMade, element("p").text(tool.say(Remark::PutRight))),
        Instead::Missing => {
            let link = element("a").attribute("href", "/");
            (
                Remark::NoSuchPage,
                element("p")
                    .attribute("class", "alone")
                    .child(link.text(tool.say(Remark::ToTheBeginning))),
            )
        }
    };
    let heading = tool.say(heading);
    let policy = element("meta")
        .attribute("http-equiv", "Content-Security-Policy")
        .attribute("content", "default-src 'none'; base-uri 'none'; form-action 'none'");
    let head = element("head")
        .child(element("meta").attribute("charset", "utf-8"))
        .child(policy)
        .child(
            element("meta")
                .attribute("name", "viewport")
                .attribute("content", "width=device-width, initial-scale=1"),
        )
        .child(element("title").text(heading.clone()));
    let main = element("main").attribute("id", "_main").attribute("tabindex", "-1");
    let main = main
        .child(element("h1").text(heading))
        .child(more)
        .children((!found.is_empty()).then(|| findings(tool, found)));
    let body = element("body").child(main);
    node::html(&element("html").attributes(language(&tool.locale)).child(head).child(body))
}
