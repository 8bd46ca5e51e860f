//! `hexapla explain`.

use anyhow::{Result, bail};
use clap::Args;
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::speech::{Speech, Style, columns};
use super::{Tone, Verdict};
use crate::check::RULES;
use crate::diagnostic::Severity;
use crate::explain::{self, CHAPTERS, Page};
use crate::nearest::nearest;

/// Say what is meant by a finding, and what to do
///
/// Shows the page about a kind of finding: what is demanded and why, what is wrong and right, what
/// to do. The code of a finding stands in brackets: `error[link-vague]`. Without a code: all kinds of
/// findings.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    /// The code of a finding, such as `link-vague`
    code: Option<String>,
    #[command(flatten)]
    pub tone: Tone,
}

const EXAMPLES: &str = "\
Examples:
  hexapla explain                        All kinds of findings, a few words on each.
  hexapla explain link-vague             The page about one kind.
  hexapla explain link-vague --plain     For a screen reader.

Exit codes: 0 it is explained; 2 there is no such kind of finding.";

/// A page, for a program.
#[derive(Debug, Serialize)]
struct Told {
    code: &'static str,
    /// What the chapter is about.
    chapter: &'static str,
    severity: Severity,
    /// Whether a project can lower it, turn it off, or allow it for a message.
    adjustable: bool,
    summary: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<&'static str>,
}

pub(super) fn run(arguments: &Arguments, speech: &Speech) -> Result<Verdict> {
    let said = match &arguments.code {
        None => list(speech.style),
        Some(code) => match explain::page(code) {
            Some(page) => one(page, speech.style),
            None => return unknown(code),
        },
    };
    speech.answer(&said);
    Ok(Verdict::Fine)
}

fn unknown(code: &str) -> Result<Verdict> {
    let codes: Vec<_> = explain::pages().map(|page| page.code).collect();
    let help = match nearest(code, &codes) {
        Some(near) => format!("the nearest code is `{near}`; `hexapla explain` lists all"),
        None => "`hexapla explain` lists all codes".to_owned(),
    };
    bail!("there is no kind of finding `{code}`\nhelp: {help}")
}

/// How much findings of a kind matter where a project does not say otherwise.
pub(super) fn usual(code: &str) -> Severity {
    let of_rule = RULES.iter().find(|rule| rule.code == code).map(|rule| rule.severity);
    let of_page = explain::page(code).and_then(|page| page.severity);
    of_rule.or(of_page).unwrap_or(Severity::Error)
}

fn name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Allowed => "allowed",
    }
}

/// What a project can make of findings of a kind.
fn choice(page: &Page) -> &'static str {
    match (page.is_firm(), usual(page.code)) {
        (true, _) => "it cannot be lowered or turned off",
        (false, _) if page.severity.is_some() => "a project can make it an error or turn it off",
        (false, Severity::Error) => {
            "a project can make it a warning, turn it off, or allow it for a message"
        }
        (false, Severity::Warning | Severity::Allowed) => {
            "a project can make it an error, turn it off, or allow it for a message"
        }
    }
}

fn list(style: Style) -> String {
    let mut lines = Vec::new();
    for chapter in CHAPTERS {
        if style == Style::Human {
            lines.extend([chapter.title.to_owned(), String::new()]);
        }
        for page in chapter.pages {
            let (code, severity, summary) = (page.code, name(usual(page.code)), page.summary());
            match style {
                Style::Human => {
                    lines.push(format!("  {code} ({severity})"));
                    wrap(&summary, "      ", &mut lines);
                }
                Style::Plain => lines.push(format!("{code} ({severity}): {summary}")),
                Style::Json => lines.push(json(page, chapter.title, None)),
            }
        }
        if style == Style::Human {
            lines.push(String::new());
        }
    }
    if style == Style::Human {
        lines.push("More about one of them: hexapla explain CODE".to_owned());
    }
    lines.join("\n")
}

fn one(page: &Page, style: Style) -> String {
    let (code, severity, text) = (page.code, name(usual(page.code)), page.text);
    match style {
        Style::Human => {
            let mut lines = vec![format!("{code} ({severity}; {})", choice(page)), String::new()];
            for block in blocks(text) {
                block.told(&mut lines);
            }
            lines.pop();
            lines.join("\n")
        }
        Style::Plain => {
            let mut lines =
                vec![format!("code: {code}"), format!("severity: {severity}; {}", choice(page))];
            for block in blocks(text) {
                match block {
                    Block::Words { first, words } => lines.push(format!("{first}{words}")),
                    Block::Example(example) => {
                        lines.extend(example.iter().map(|line| format!("example: {line}")));
                    }
                }
            }
            lines.join("\n")
        }
        Style::Json => {
            let of = CHAPTERS.iter().find(|chapter| chapter.pages.iter().any(|p| p.code == code));
            json(page, of.map_or("", |chapter| chapter.title), Some(text))
        }
    }
}

fn json(page: &Page, chapter: &'static str, text: Option<&'static str>) -> String {
    let told = Told {
        code: page.code,
        chapter,
        severity: usual(page.code),
        adjustable: !page.is_firm(),
        summary: page.summary(),
        page: text,
    };
    serde_json::to_string(&told).expect("words can be written")
}

/// A block of a page.
enum Block<'a> {
    /// A paragraph, or an item of a list with its mark.
    Words { first: &'static str, words: String },
    /// The lines of an example.
    Example(Vec<&'a str>),
}

impl Block<'_> {
    fn told(&self, lines: &mut Vec<String>) {
        match self {
            Self::Words { first: "", words } => wrap(words, "", lines),
            Self::Words { first, words } => {
                if lines.len() > 1 && lines[lines.len() - 2].starts_with([' ', '-']) {
                    // Items of one list stand together.
                    lines.pop();
                }
                let from = lines.len();
                wrap(words, "  ", lines);
                if let Some(line) = lines.get_mut(from) {
                    line.replace_range(..first.len(), first);
                }
            }
            Self::Example(example) => {
                lines.extend(example.iter().map(|line| format!("    {line}")));
            }
        }
        lines.push(String::new());
    }
}

/// The blocks of a page, which holds paragraphs, lists with `- ` and examples between fences.
fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut blocks: Vec<Block<'_>> = Vec::new();
    let mut example: Option<Vec<&str>> = None;
    let mut open = false;
    for line in text.lines() {
        match (&mut example, line.starts_with("```")) {
            (Some(_), true) => blocks.extend(example.take().map(Block::Example)),
            (Some(lines), false) => lines.push(line),
            (None, true) => {
                example = Some(Vec::new());
                open = false;
            }
            (None, false) if line.trim().is_empty() => open = false,
            (None, false) => {
                let item = line.strip_prefix("- ");
                match blocks.last_mut() {
                    Some(Block::Words { words, .. }) if open && item.is_none() => {
                        words.push(' ');
                        words.push_str(line.trim());
                    }
                    Some(Block::Words { .. } | Block::Example(_)) | None => {
                        let first = if item.is_some() { "- " } else { "" };
                        blocks.push(Block::Words { first, words: item.unwrap_or(line).to_owned() });
                    }
                }
                open = true;
            }
        }
    }
    blocks
}

/// The widest line that is easy to read, in columns.
const WIDEST: usize = 100;

/// Words in lines that a terminal shows whole.
fn wrap(words: &str, indent: &str, lines: &mut Vec<String>) {
    let width = columns().min(WIDEST);
    let mut line = indent.to_owned();
    for word in words.split(' ') {
        if line.len() > indent.len() {
            if line.width() + 1 + word.width() > width {
                lines.push(std::mem::replace(&mut line, indent.to_owned()));
            } else {
                line.push(' ');
            }
        }
        line.push_str(word);
    }
    lines.push(line);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_have_blocks() {
        let text = "One\ntwo.\n\nWhy:\n- أ\n  ب\n- 中\n\n```\na  b\n```\nEnd.\n";
        let mut lines = Vec::new();
        for block in blocks(text) {
            block.told(&mut lines);
        }
        assert_eq!(
            lines,
            ["One two.", "", "Why:", "", "- أ ب", "- 中", "", "    a  b", "", "End.", ""]
        );
    }

    #[test]
    fn the_list_names_every_code() {
        let plain = list(Style::Plain);
        assert_eq!(plain.lines().count(), explain::pages().count());
        let human = list(Style::Human);
        for page in explain::pages() {
            assert!(human.contains(&format!("\n  {} (", page.code)), "{}", page.code);
        }
        let json = list(Style::Json);
        let parsed = json.lines().map(serde_json::from_str::<serde_json::Value>);
        assert!(parsed.into_iter().all(|page| page.is_ok_and(|page| page["summary"].is_string())));
    }

    #[test]
    fn every_example_is_closed() {
        for page in explain::pages() {
            assert_eq!(page.text.matches("```").count() % 2, 0, "{}", page.code);
            assert!(page.summary().ends_with('.'), "{}", page.code);
        }
    }
}
