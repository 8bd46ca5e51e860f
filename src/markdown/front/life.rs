//! What front matter says of the life of a release: `status`, `embargo`, `updated`, `aliases`,
//! `[[correction]]`.

use serde::Deserialize;
use toml::{Spanned, Value};

use super::{date, named, value_source};
use crate::diagnostic::Diagnostic;
use crate::document::{Correction, Date, Life, Moment, Named, Status};
use crate::markdown::leaf::Problem;
use crate::segment::{Kind, Slug, Source};

/// The keys, as they stand in the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    date: Spanned<Value>,
    text: Spanned<String>,
}

/// How a time is written.
pub(super) const TIME: &str = "write day, time and zone without quotation marks, such as \
     2026-12-01T10:00:00+01:00, or 2026-12-01T09:00:00Z for a time in UTC";

/// Where the release stands; `None`: nothing is said of it. Doubt is an error, for what is published by
/// mistake cannot be called back.
pub(super) fn status(
    said: Option<&Spanned<String>>,
    embargo: Option<&Spanned<Value>>,
    start: usize,
) -> Result<Option<Status>, Problem> {
    let moment = embargo.map(|value| moment(value, start)).transpose()?;
    let place = |span: std::ops::Range<usize>| start + span.start..start + span.end;
    let problem = |message: String| Diagnostic::error("front-matter", message);
    let Some(said) = said else {
        let Some(embargo) = embargo else { return Ok(None) };
        let problem = problem("`embargo` has a time, and `status` is not given".to_owned());
        let help = "write `status = \"embargoed\"`, or take `embargo` out: without it the release \
                    would be published";
        return Err((problem.help(help), place(embargo.span())));
    };
    match (said.get_ref().as_str(), moment) {
        ("draft", _) => Ok(Some(Status::Draft)),
        ("embargoed", Some(moment)) => Ok(Some(Status::Embargoed(moment))),
        ("embargoed", None) => {
            let problem = problem("an embargo until when? `embargo` is not given".to_owned());
            let help = "add a line such as `embargo = 2026-12-01T10:00:00+01:00`";
            Err((problem.help(help), place(said.span())))
        }
        ("published", _) => Ok(Some(Status::Published)),
        ("withdrawn", _) => Ok(Some(Status::Withdrawn)),
        (other, _) => {
            let problem = problem(format!("`{other}` is not a status"));
            let help = format!("write one of: {}", Status::NAMES.join(", "));
            Err((problem.help(help), place(said.span())))
        }
    }
}

/// A time with its zone.
fn moment(value: &Spanned<Value>, start: usize) -> Result<Moment, Problem> {
    let read = || {
        let datetime = value.get_ref().as_datetime()?;
        let (date, time, offset) = (datetime.date?, datetime.time?, datetime.offset?);
        let ahead = match offset {
            toml::value::Offset::Z => 0,
            toml::value::Offset::Custom { minutes } => minutes,
        };
        let full = time.second.unwrap_or(0) == 0 && time.nanosecond.unwrap_or(0) == 0;
        let date = Date { year: date.year, month: date.month, day: date.day };
        full.then_some(Moment { date, hour: time.hour, minute: time.minute, ahead })
    };
    read().ok_or_else(|| {
        let span = value.span();
        no_time(start + span.start..start + span.end)
    })
}

pub(super) fn no_time(range: std::ops::Range<usize>) -> Problem {
    let message = "this is not a time with its zone, to the minute";
    (Diagnostic::error("front-matter", message).help(TIME), range)
}

/// A day for all languages, and days for single ones.
pub(super) type Days = (Option<Date>, Vec<(Named, Date)>);

/// `updated`: one day for all languages, or a day for each that is named.
pub(super) fn updated(value: &Spanned<Value>, start: usize) -> Result<Days, Problem> {
    let Some(table) = value.get_ref().as_table() else {
        return date(value, start).map(|date| (Some(date), Vec::new()));
    };
    let span = value.span();
    let range = start + span.start..start + span.end;
    let day = |(key, day): (&String, &Value)| {
        let day = date(&Spanned::new(span.clone(), day.clone()), start)?;
        Ok((Named { key: key.clone(), range: range.clone() }, day))
    };
    Ok((None, table.iter().map(day).collect::<Result<_, _>>()?))
}

/// `[[correction]]`: each is a leaf of its own.
pub(super) fn corrections(
    entries: &[Entry],
    start: usize,
) -> Result<(Vec<Correction<Source>>, Vec<Problem>), Problem> {
    let mut problems = Vec::new();
    let mut corrections = Vec::new();
    for Entry { date: day, text } in entries {
        let span = text.span();
        let range = start + span.start..start + span.end;
        let (leaf, found) = value_source("text", text.get_ref(), range);
        problems.extend(found);
        let text = Source { kind: Kind::Correction, name: None, pinned: false, ..leaf };
        corrections.push(Correction { date: date(day, start)?, text });
    }
    Ok((corrections, problems))
}

/// Corrections of what was not published yet.
pub(super) fn too_early(corrections: &[Correction<Source>], day: Date) -> Vec<Problem> {
    let early = corrections.iter().filter(|correction| correction.date < day);
    let problem = |correction: &Correction<Source>| {
        let message = format!("a correction ({}) before `date` ({day})", correction.date);
        let help = "a correction says what was put right after publication: give it the day on which \
                    that was done";
        (Diagnostic::error("front-matter", message).help(help), correction.text.range.clone())
    };
    early.map(problem).collect()
}

/// `aliases`: names of releases, each once.
fn aliases(list: Vec<Spanned<String>>, start: usize) -> Result<Vec<Named>, Problem> {
    let mut known: Vec<Named> = Vec::new();
    for alias in list {
        let alias = named(alias, start);
        let refused = |message: String, help: &str| {
            (Diagnostic::error("alias", message).help(help), alias.range.clone())
        };
        if Slug::new(&alias.key).is_none() {
            let help = "an alias is the name that a release had: lower-case ASCII letters, digits and \
                        hyphens, without `/`";
            return Err(refused(format!("`{}` cannot be an alias", alias.key), help));
        }
        if known.iter().any(|other| other.key == alias.key) {
            return Err(refused(format!("`{}` stands twice", alias.key), "take one of them out"));
        }
        known.push(alias);
    }
    Ok(known)
}

/// All of it in one.
pub(super) fn life(
    said: Option<Status>,
    updated: Vec<(Named, Date)>,
    list: Option<Vec<Spanned<String>>>,
    start: usize,
) -> Result<Life, Problem> {
    Ok(Life { said, updated, aliases: aliases(list.unwrap_or_default(), start)? })
}
