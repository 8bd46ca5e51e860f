//! `hexapla fmt`.

use anyhow::Result;
use clap::Args;

use super::session::Session;
use super::speech::{Speech, Style};
use super::{Root, Tone, Verdict};
use crate::diagnostic::{Diagnostic, SourceText};
use crate::files::Files;
use crate::segment::Slug;
use crate::{catalog, disk};

/// Make the translators' files regular
///
/// Puts indents, blank lines and the spaces in placeables of the files in `locales/` in order, and a
/// message on one line where its words have one. What the messages say, comments and order stay,
/// and nothing becomes out of date by it. A file with a mistake is left as it is.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    /// Only these languages, by key or tag: `ar,zh` or `zh-Hans`
    #[arg(long, value_name = "LANGUAGE,...", value_delimiter = ',')]
    locale: Option<Vec<String>>,
    /// Write nothing; the exit code is 1 when a file is not regular
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    root: Root,
    #[command(flatten)]
    pub tone: Tone,
}

const EXAMPLES: &str = "\
Examples:
  hexapla fmt                            All languages.
  hexapla fmt --locale ru,ar             Two languages.
  hexapla fmt --check                    Is everything regular? For continuous integration.

Exit codes: 0 all is fine; 1 there are errors (with --check: or files to change); 2 it could not run.";

pub(super) fn run(arguments: &Arguments, speech: &Speech) -> Result<Verdict> {
    let Some(session) = Session::open_to_change(&arguments.root, &[], speech)? else {
        return Ok(Verdict::Findings);
    };
    let keys = match &arguments.locale {
        None => session.project.settings.locales.iter().map(|one| one.key().to_owned()).collect(),
        Some(names) => session.locales(names)?,
    };
    let names =
        ["terms", "hexapla"].into_iter().chain(session.project.slugs.iter().map(Slug::as_str));
    let names: Vec<_> = names.collect();
    let mut found: Vec<Diagnostic> = Vec::new();
    let mut files = Files::new();
    for key in keys {
        for name in &names {
            let path = format!("locales/{key}/{name}.ftl");
            match disk::read_text(&session.root.join(&path))? {
                None => {}
                Some(Err(problem)) => found.push(problem),
                Some(Ok(text)) => {
                    match catalog::format(&SourceText::new(path.as_str(), text.text())) {
                        Ok(regular) if regular == text.text() => {}
                        Ok(regular) => files.insert(path, regular),
                        Err(problems) => found.extend(problems),
                    }
                }
            }
        }
    }
    let paths: Vec<_> = files.iter().map(|(path, _)| path.to_owned()).collect();
    if !arguments.check {
        disk::write_project(&session.root, &files)?;
    }
    let tally = speech.diagnostics(&session.root, found);
    let done = if arguments.check { "not regular" } else { "written" };
    speech.result(&told(&paths, done, speech.style));
    let irregular = arguments.check && !paths.is_empty();
    Ok(if tally.errors > 0 || irregular { Verdict::Findings } else { Verdict::Fine })
}

fn told(paths: &[String], done: &str, style: Style) -> String {
    match style {
        Style::Json => serde_json::json!({ done.replace(' ', "_"): paths }).to_string(),
        Style::Human | Style::Plain if paths.is_empty() => "all files are regular".to_owned(),
        Style::Human | Style::Plain => {
            paths.iter().map(|path| format!("{done}: {path}")).collect::<Vec<_>>().join("\n")
        }
    }
}
