//! `hexapla status`.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::Result;
use clap::Args;
use serde::Serialize;

use super::session::{Session, is_translated, must_be_translated};
use super::speech::{Speech, Style, seen_from_here};
use super::table::{Column, table};
use super::tame::visible;
use super::{Releases, Root, Tone, Verdict};
use crate::diagnostic::{Diagnostic, Severity};
use crate::publish::Loaded;
use crate::translate::{self, Progress, Standing};

/// What is translated, what is out of date, what is missing
///
/// Counts the messages of every release in every language. With --locale, lists each message that
/// is open in these languages: where it stands, what changed in the source, and its translation.
/// Writes nothing.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    #[command(flatten)]
    which: Releases,
    #[command(flatten)]
    root: Root,
    /// List the open messages of these languages, by key or tag: `ar,zh` or `zh-Hans`
    #[arg(long, value_name = "LANGUAGE,...", value_delimiter = ',')]
    locale: Option<Vec<String>>,
    #[command(flatten)]
    pub tone: Tone,
}

const EXAMPLES: &str = "\
Examples:
  hexapla status                                    All releases, all languages.
  hexapla status 2021-05-26-dialogue --locale ru    What is open in Russian.
  hexapla status --plain                            For a screen reader.

The states of a message:
  translated   from the source of today
  revised      the same, and signed by a reviser: `hexapla accept --revised`
  stale        from an older source
  missing      not translated
  unverified   translated, but nothing says from which source: `hexapla sync` takes note of it
  obsolete     a translation whose message is gone

Words left are the words of the source in what is stale or missing.

Exit codes: 0 all is fine; 1 there are errors; 2 it could not run.";

/// One release in one language.
#[derive(Serialize)]
struct Row {
    release: String,
    locale: String,
    #[serde(flatten)]
    progress: Progress,
    #[serde(skip_serializing_if = "Option::is_none")]
    open: Option<Vec<Open>>,
}

/// One message that is open.
#[derive(Serialize)]
struct Open {
    id: String,
    state: &'static str,
    /// Headings above it, the outermost first.
    outline: Vec<String>,
    /// `file:line:column` of the translation, or of the source where there is none.
    place: String,
    source: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    translation: Option<String>,
    /// A translation that is kept in the lock.
    #[serde(skip_serializing_if = "Option::is_none")]
    kept: Option<String>,
}

pub(super) fn run(arguments: &Arguments, speech: &Speech) -> Result<Verdict> {
    let opened = Session::open(&arguments.root, &arguments.which.releases, speech)?;
    let Some(session) = opened else { return Ok(Verdict::Findings) };
    let locales = arguments.locale.as_ref().map(|names| session.locales(names)).transpose()?;
    let mut found = session.found.clone();
    let mut releases = Vec::new();
    for slug in &session.slugs {
        let opened = session.release(slug)?;
        found.extend(opened.found);
        releases.extend(opened.loaded);
    }
    for key in locales.iter().flatten() {
        must_be_translated(key, releases.iter().map(|loaded| &loaded.release))?;
    }
    let rows = releases.iter().flat_map(|one| release_rows(&session.root, one, locales.as_deref()));
    let rows: Vec<_> = rows.collect();
    // What is wrong with a message makes it count as missing; the rest is for `check`.
    let errors = found.into_iter().filter(|one: &Diagnostic| one.severity == Severity::Error);
    let tally = speech.diagnostics(&session.root, errors.collect());
    let answer = match speech.style {
        Style::Json => json(&rows),
        Style::Plain => plain(&rows),
        Style::Human => human(&rows),
    };
    if !answer.is_empty() {
        speech.answer(&answer);
    }
    if arguments.which.releases.is_empty() {
        unnamed(&session, &releases, speech);
    }
    Ok(if tally.errors > 0 { Verdict::Findings } else { Verdict::Fine })
}

/// Says which languages of the project no release is published in.
fn unnamed(session: &Session, releases: &[Loaded], speech: &Speech) {
    let is_named = |key: &str| {
        releases.iter().any(|one| one.release.locales.iter().any(|known| known.key() == key))
    };
    for locale in session.project.settings.locales.iter().filter(|_| !releases.is_empty()) {
        let key = locale.key();
        if !is_named(key) {
            speech.note(&format!(
                "no release is published in `{key}`: all name their `languages`, and not this one"
            ));
        }
    }
}

/// A release in its languages, or in those that are asked for.
fn release_rows(root: &Path, loaded: &Loaded, asked: Option<&[String]>) -> Vec<Row> {
    let release = &loaded.release;
    let keys = release.locales.iter().map(|locale| locale.key());
    let keys = keys.filter(|key| is_translated(release, key));
    let keys = keys.filter(|key| asked.is_none_or(|asked| asked.iter().any(|one| one == key)));
    let row = |key: &str| {
        let catalog = loaded.catalogs.get(key);
        let standings = translate::standings(release, key, catalog);
        let open = asked.map(|_| {
            let open = standings.iter().filter(|one| translate::is_open(one.state));
            open.map(|one| message(root, (loaded, key), one)).collect()
        });
        let progress = Progress::of(&standings, release, (key, catalog));
        Row { release: release.slug.to_string(), locale: key.to_owned(), progress, open }
    };
    keys.map(row).collect()
}

fn message(root: &Path, (loaded, key): (&Loaded, &str), standing: &Standing<'_>) -> Open {
    let Standing { segment, outline, state, before, translation, kept } = standing;
    let release = &loaded.release;
    let place = match (translation, loaded.catalogs.get(key)) {
        (Some(entry), Some(catalog)) => catalog.place(entry.range.clone()),
        (Some(_) | None, _) => release.source.place(segment.range.clone()),
    };
    Open {
        id: segment.id.to_string(),
        state: state.name(),
        outline: outline.iter().map(|heading| heading.pattern.clone()).collect(),
        place: format!("{}:{}:{}", seen_from_here(root, &place.file), place.line, place.column),
        source: segment.pattern.clone(),
        before: before.map(str::to_owned),
        translation: translation.as_ref().map(|entry| entry.pattern.to_owned()),
        kept: kept.map(|kept| kept.pattern.clone()),
    }
}

impl Row {
    /// The counts that every language has, with their names.
    fn counts(&self) -> [(&'static str, usize); 7] {
        let Progress {
            messages: _,
            translated,
            revised,
            stale,
            missing,
            unverified,
            obsolete,
            words_left,
        } = self.progress;
        [
            ("translated", translated),
            ("revised", revised),
            ("stale", stale),
            ("missing", missing),
            ("unverified", unverified),
            ("obsolete", obsolete),
            ("words left", words_left),
        ]
    }
}

/// An object a line: one release in one language.
fn json(rows: &[Row]) -> String {
    let line = |row| serde_json::to_string(row).expect("words and numbers can be written");
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn human(rows: &[Row]) -> String {
    if rows.iter().any(|row| row.open.is_some()) {
        return listed(rows, Open::human);
    }
    let Some(first) = rows.first() else { return "there is nothing to translate".to_owned() };
    let names = first.counts().map(|(name, _)| Column::right(name));
    let columns: Vec<_> = std::iter::once(Column::left("language")).chain(names).collect();
    let tables = rows.chunk_by(|one, next| one.release == next.release).map(|rows| {
        let cells = rows.iter().map(|row| {
            let counts = row.counts().map(|(_, count)| count.to_string());
            std::iter::once(row.locale.clone()).chain(counts).collect()
        });
        let (release, messages) = (&rows[0].release, rows[0].progress.messages);
        let table = table(&columns, &cells.collect::<Vec<_>>());
        format!("{release}, {messages} messages\n{table}")
    });
    tables.collect::<Vec<_>>().join("\n\n")
}

fn plain(rows: &[Row]) -> String {
    if rows.iter().any(|row| row.open.is_some()) {
        return listed(rows, Open::plain);
    }
    let lines = rows.iter().flat_map(|row| {
        let of = format!("{}, {}", row.release, row.locale);
        let all = std::iter::once(("messages", row.progress.messages)).chain(row.counts());
        all.map(|(name, count)| format!("{of}: {name}: {count}")).collect::<Vec<_>>()
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The open messages of each release and language.
fn listed(rows: &[Row], told: fn(&Open) -> String) -> String {
    let mut out = String::new();
    for row in rows {
        let open = row.open.as_deref().unwrap_or_default();
        let (release, locale, all) = (&row.release, &row.locale, row.progress.messages);
        let left = row.progress.words_left;
        let _ = match open.len() {
            0 => writeln!(out, "{release}, {locale}: nothing is open, {all} messages"),
            many => writeln!(
                out,
                "{release}, {locale}: {many} of {all} messages open, {left} words left"
            ),
        };
        for message in open {
            let _ = write!(out, "\n{}", told(message));
        }
        out.push('\n');
    }
    out.trim_end().to_owned()
}

impl Open {
    /// What is to be said of it, one fact each; the source with its changes marked.
    fn facts(&self) -> Vec<(&'static str, String)> {
        let mut facts = Vec::new();
        if !self.outline.is_empty() {
            facts.push(("in", self.outline.join(" › ")));
        }
        facts.push(("at", self.place.clone()));
        if let Some(before) = &self.before {
            facts.push(("before", before.clone()));
            facts.push(("now", self.source.clone()));
            facts.push(("changed", translate::marked(before, &self.source)));
        } else {
            facts.push(("source", self.source.clone()));
        }
        facts.extend(self.translation.clone().map(|words| ("translation", words)));
        facts.extend(self.kept.clone().map(|words| ("translated before", words)));
        facts.into_iter().map(|(name, words)| (name, visible(&words))).collect()
    }

    fn human(&self) -> String {
        let mut out = format!("{}, {}\n", self.id, self.state);
        for (name, words) in self.facts() {
            // What is marked in the one line says what stood there before.
            if !["before", "now"].contains(&name) {
                let _ = writeln!(out, "  {name}: {words}");
            }
        }
        out
    }

    fn plain(&self) -> String {
        let mut out = format!("message: {}\nstate: {}\n", self.id, self.state);
        for (name, words) in self.facts() {
            let _ = writeln!(out, "{name}: {words}");
        }
        out
    }
}
