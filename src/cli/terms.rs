//! `hexapla terms`.

use std::collections::BTreeMap;

use anyhow::Result;
use clap::{Args, ValueEnum};
use serde::Serialize;

use super::session::Session;
use super::speech::{Speech, Style};
use super::{Root, Tone, Verdict};
use crate::catalog::{Form, Term};
use crate::locale::LocaleRef;
use crate::project::Project;
use crate::write::glossary::{Column, glossary};

/// What each term is called in each language
///
/// Shows the glossary of the project: the terms of `locales/LANGUAGE/terms.ftl`, with the words
/// that are accepted beside them and those that are never to be used. Writes nothing.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    /// Only these languages, by key or tag: `ar,zh` or `zh-Hans`
    #[arg(long, value_name = "LANGUAGE,...", value_delimiter = ',')]
    locale: Option<Vec<String>>,
    /// `text`: a block for each term. `html`: a page with one table, for reading and printing
    #[arg(long, value_name = "FORMAT", default_value = "text", hide_possible_values = true)]
    format: Layout,
    /// Every form of a term, and the arguments that choose it
    #[arg(long)]
    forms: bool,
    #[command(flatten)]
    root: Root,
    #[command(flatten)]
    pub tone: Tone,
}

const EXAMPLES: &str = "\
Examples:
  hexapla terms                               All terms in all languages.
  hexapla terms --locale fr,ru --forms        Every form in French and Russian.
  hexapla terms --format html > terms.html    A page to read or print.

A term in `locales/LANGUAGE/terms.ftl`:
  -civil-society = civil society
      .also = the third sector; non-governmental organizations
      .forbidden = civilian society
`.also` and `.forbidden` may be left out. `hexapla check` looks whether translations use the terms.

Exit codes: 0 all is fine; 1 there are errors; 2 it could not run.";

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Layout {
    Text,
    Html,
}

/// Which forms of a term are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Forms {
    Usual,
    All,
}

pub(super) fn run(arguments: &Arguments, speech: &Speech) -> Result<Verdict> {
    let Some(session) = Session::open(&arguments.root, &[], speech)? else {
        return Ok(Verdict::Findings);
    };
    let keys = arguments.locale.as_ref().map(|names| session.locales(names)).transpose()?;
    let columns = columns(&session.project, keys.as_deref());
    // What is said of the releases themselves is no matter here.
    let about = |code: &str| code != "no-releases";
    let found: Vec<_> = session.found.iter().filter(|one| about(one.code)).cloned().collect();
    let tally = speech.diagnostics(&session.root, found);
    let terms = terms(&session.project, &columns);
    let forms = if arguments.forms { Forms::All } else { Forms::Usual };
    match (speech.style, arguments.format) {
        (Style::Json, _) => speech.answer(&serde_json::json!({ "terms": terms }).to_string()),
        (Style::Human | Style::Plain, Layout::Html) => {
            let organisation = &session.project.settings.organisation;
            let of = if organisation.is_empty() { "" } else { " of " };
            let page = glossary(&format!("Terms{of}{organisation}"), &columns);
            Speech::content(format!("{}\n", page.trim_end()).as_bytes());
        }
        (Style::Human, Layout::Text) => speech.answer(&human(&terms, forms)),
        (Style::Plain, Layout::Text) => speech.answer(&plain(&terms, forms)),
    }
    Ok(if tally.errors > 0 { Verdict::Findings } else { Verdict::Fine })
}

/// The languages that are asked for, that of the source first. One whose furniture has errors has
/// no terms, and that is said.
fn columns<'a>(project: &'a Project, keys: Option<&[String]>) -> Vec<Column<'a>> {
    let source = &project.settings.source_locale;
    let others = project.settings.locales.iter().filter(|locale| *locale != source);
    let asked =
        |locale: &&'a LocaleRef| keys.is_none_or(|keys| keys.iter().any(|key| key == locale.key()));
    let column = |locale: &'a LocaleRef| {
        let words = project.words.get(locale.key())?;
        Some(Column { locale, terms: words.furniture.glossary() })
    };
    std::iter::once(source).chain(others).filter(asked).filter_map(column).collect()
}

/// A term in all languages.
#[derive(Serialize)]
struct Row<'a> {
    term: &'a str,
    languages: Vec<Cell<'a>>,
}

/// A term in one language.
#[derive(Serialize)]
struct Cell<'a> {
    locale: &'a str,
    lang: String,
    forms: Vec<Said<'a>>,
    also: &'a [String],
    forbidden: &'a [String],
}

/// A form and what chooses it.
#[derive(Serialize)]
struct Said<'a> {
    words: &'a str,
    arguments: BTreeMap<&'a str, &'a str>,
    #[serde(skip)]
    form: &'a Form,
}

fn terms<'a>(project: &'a Project, columns: &[Column<'a>]) -> Vec<Row<'a>> {
    // The source locale declares every term, also where its own words are not asked for.
    let source = project.words.get(project.settings.source_locale.key());
    let all = source.map(|words| words.furniture.glossary()).unwrap_or_default();
    let row = |term: &'a Term| {
        let cell = |column: &Column<'a>| {
            let own = column.terms.iter().find(|own| own.name == term.name);
            Cell {
                locale: column.locale.key(),
                lang: column.locale.tag(),
                forms: own.map(|own| own.forms.iter().map(said).collect()).unwrap_or_default(),
                also: own.map(|own| &own.also[..]).unwrap_or_default(),
                forbidden: own.map(|own| &own.forbidden[..]).unwrap_or_default(),
            }
        };
        Row { term: &term.name, languages: columns.iter().map(cell).collect() }
    };
    all.iter().map(row).collect()
}

fn said(form: &Form) -> Said<'_> {
    let arguments = form.arguments.iter().map(|(name, key)| (name.as_str(), key.as_str()));
    Said { words: &form.words, arguments: arguments.collect(), form }
}

const NONE: &str = "there are no terms yet: `hexapla terms --help` shows how one is written";

fn human(terms: &[Row<'_>], forms: Forms) -> String {
    if terms.is_empty() {
        return NONE.to_owned();
    }
    let keys = terms.iter().flat_map(|row| row.languages.iter().map(|cell| cell.locale.len()));
    let width = keys.max().unwrap_or(0);
    let block = |row: &Row<'_>| {
        let mut lines = vec![format!("-{}", row.term)];
        for cell in &row.languages {
            for (index, (label, words)) in cell.facts(forms).into_iter().enumerate() {
                let key = if index == 0 { cell.locale } else { "" };
                let label = if label.is_empty() { label } else { format!("{label}: ") };
                lines.push(format!("  {key:width$}  {label}{words}"));
            }
        }
        lines.join("\n")
    };
    terms.iter().map(block).collect::<Vec<_>>().join("\n\n")
}

fn plain(terms: &[Row<'_>], forms: Forms) -> String {
    if terms.is_empty() {
        return NONE.to_owned();
    }
    let mut lines = Vec::new();
    for row in terms {
        for cell in &row.languages {
            for (label, words) in cell.facts(forms) {
                let label = if label.is_empty() { label } else { format!(", {label}") };
                lines.push(format!("{}, {}{label}: {words}", row.term, cell.locale));
            }
        }
    }
    lines.join("\n")
}

impl Cell<'_> {
    /// What there is to say: a label, empty for the usual form, and the words.
    fn facts(&self, shown: Forms) -> Vec<(String, &str)> {
        if self.forms.is_empty() {
            return vec![(String::new(), "not in this language")];
        }
        let most = match shown {
            Forms::Usual => 1,
            Forms::All => self.forms.len(),
        };
        let forms = self.forms.iter().take(most);
        let forms = forms.map(|said| (said.form.said_arguments(), said.words));
        let also = self.also.iter().map(|words| ("also".to_owned(), words.as_str()));
        let never = self.forbidden.iter().map(|words| ("never".to_owned(), words.as_str()));
        forms.chain(also).chain(never).collect()
    }
}
