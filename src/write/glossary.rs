//! The terms of all languages as one page: a table that can be read aloud, printed, or opened in a
//! word processor.

use super::node::{Element, Raw, element, html};
use crate::catalog::{Form, Term};
use crate::locale::LocaleRef;

/// How the page looks: nothing that a person's own settings could not change.
const STYLE: &str = "body{font:1rem/1.5 system-ui,sans-serif;margin:1rem}\
    .wide{overflow-x:auto}table{border-collapse:collapse}\
    caption{text-align:start;font-weight:bold;padding-block:.5rem}\
    th,td{border:1px solid;padding:.4rem .6rem;text-align:start;vertical-align:top}\
    p,ul{margin:0}ul{padding-inline-start:1.2rem}";

/// One language of the glossary.
#[derive(Clone, Copy, Debug)]
pub struct Column<'a> {
    /// The language.
    pub locale: &'a LocaleRef,
    /// Its terms.
    pub terms: &'a [Term],
}

/// The page of a glossary; the terms are those of the first column, in its order.
pub fn glossary(title: &str, columns: &[Column<'_>]) -> String {
    let head = element("head")
        .child(element("meta").attribute("charset", "utf-8"))
        .child(
            element("meta")
                .attribute("name", "viewport")
                .attribute("content", "width=device-width, initial-scale=1"),
        )
        .child(element("title").text(title))
        .child(element("style").child(Raw::new(STYLE).expect("the style ends nothing")));
    let main = element("main").child(element("h1").text(title)).child(
        // What the keyboard needs in order to scroll; the table has its caption for a name.
        element("div").attribute("class", "wide").attribute("tabindex", "0").child(table(columns)),
    );
    html(&element("html").attribute("lang", "en").child(head).child(element("body").child(main)))
}

fn table<'a>(columns: &[Column<'a>]) -> Element<'a> {
    let heading = |column: &Column<'a>| {
        spoken("th", column.locale).attribute("scope", "col").text(column.locale.name())
    };
    let head = element("tr")
        .child(element("th").attribute("scope", "col").text("Term"))
        .children(columns.iter().map(heading));
    let names = columns.first().map(|column| column.terms).unwrap_or_default().iter();
    let row = |name: &str| {
        let cells = columns.iter().map(|column| cell(name, column));
        let heading = element("th").attribute("scope", "row").text(format!("-{name}"));
        element("tr").child(heading).children(cells)
    };
    element("table")
        .child(element("caption").text("What each term is called"))
        .child(element("thead").child(head))
        .child(element("tbody").children(names.map(|term| row(&term.name))))
}

/// An element whose words are in a language.
fn spoken(name: &'static str, locale: &LocaleRef) -> Element<'static> {
    element(name).attribute("lang", locale.tag()).attribute("dir", locale.direction().as_str())
}

/// What a language calls a term. The labels are in the language of the page.
fn cell<'a>(name: &str, column: &Column<'a>) -> Element<'a> {
    let cell = spoken("td", column.locale);
    let Some(term) = column.terms.iter().find(|term| term.name == name) else {
        let missing = element("p").attribute("lang", "en").attribute("dir", "ltr");
        return cell.child(missing.text("not in this language"));
    };
    let mut forms = term.forms.iter();
    let usual = forms.next().map(|form| element("p").text(&form.words));
    let forms: Vec<_> = forms.map(form).collect();
    let more = (!forms.is_empty()).then(|| element("ul").children(forms));
    let lists = [("also", &term.also), ("never", &term.forbidden)];
    let lists = lists.into_iter().flat_map(|(label, words)| {
        words.iter().map(move |words| {
            let marked = element("span").attribute("lang", "en").attribute("dir", "ltr");
            let said = element("bdi").text(words);
            element("p").child(marked.text(label)).text(": ").child(said)
        })
    });
    cell.children(usual).children(more).children(lists)
}

/// A form and what chooses it.
fn form(form: &Form) -> Element<'_> {
    let chosen = element("span").attribute("lang", "en").attribute("dir", "ltr");
    let chosen = chosen.text(form.said_arguments());
    element("li").child(chosen).text(": ").child(element("bdi").text(&form.words))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diagnostic::SourceText;
    use crate::locale::Locale;

    #[test]
    fn every_cell_says_its_language() {
        let place = SourceText::new("terms.ftl", "-a = b").place(0..1);
        let term = |name: &str, words: [&str; 2], also: &[&str], forbidden: &[&str]| {
            let form = |words: &str| Form { arguments: Vec::new(), words: words.to_owned() };
            let mut forms = words.map(form);
            forms[1].arguments.push(("join".to_owned(), "li".to_owned()));
            let list = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect();
            Term {
                name: name.to_owned(),
                forms: forms.to_vec(),
                also: list(also),
                forbidden: list(forbidden),
                place: place.clone(),
            }
        };
        let [ar, zh] = ["ar", "zh"].map(|key| Arc::new(Locale::built_in(key).unwrap()));
        let arabic = [
            term("un", ["الأمم <المتحدة>", "للأمم المتحدة"], &["المنظمة"], &["هيئة"]),
            term("law", ["القانون", "للقانون"], &[], &[]),
        ];
        let chinese = [term("law", ["法", "法律"], &[], &[])];
        let columns =
            [Column { locale: &ar, terms: &arabic }, Column { locale: &zh, terms: &chinese }];
        let page = glossary("Terms", &columns);
        let expected = [
            "<th lang=\"ar\" dir=\"rtl\" scope=\"col\">العربية</th>",
            "<th scope=\"row\">-un</th>",
            "<td lang=\"ar\" dir=\"rtl\">",
            "الأمم &lt;المتحدة",
            "<li><span lang=\"en\" dir=\"ltr\">join: li</span>: <bdi>للأمم المتحدة</bdi></li>",
            "<span lang=\"en\" dir=\"ltr\">never</span>: <bdi>هيئة</bdi>",
            "<td lang=\"zh-Hans\" dir=\"ltr\">",
            "not in this language",
        ];
        for part in expected {
            assert!(page.contains(part), "{part} is not in {page}");
        }
        assert_eq!(page.matches("<caption>").count(), 1);
    }
}
