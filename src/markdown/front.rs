//! Front matter: TOML between `+++` lines.

mod life;

use std::ops::Range;

use serde::Deserialize;
use toml::{Spanned, Value};

use super::leaf::{self, Leaf, Problem};
use crate::diagnostic::Diagnostic;
use crate::document::{Date, Facts, Meta, Named};
use crate::nearest::nearest;
use crate::segment::{Kind, Source};

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Front {
    title: Option<Spanned<String>>,
    description: Option<Spanned<String>>,
    kind: Option<Spanned<String>>,
    series: Option<Spanned<String>>,
    place: Option<Spanned<String>>,
    organisation: Option<Spanned<String>>,
    source: Option<Spanned<String>>,
    notice: Option<Spanned<String>>,
    date: Option<Spanned<Value>>,
    updated: Option<Spanned<Value>>,
    source_locale: Option<Spanned<String>>,
    languages: Option<Spanned<Vec<Spanned<String>>>>,
    status: Option<Spanned<String>>,
    embargo: Option<Spanned<Value>>,
    aliases: Option<Vec<Spanned<String>>>,
    #[serde(default)]
    correction: Vec<life::Entry>,
}

/// What a person is told when the front matter cannot be read.
const HELP: &str = "the file begins with TOML between two lines `+++`: title, description and date \
     are needed; kind, series, place, organisation, source, notice, updated, source-locale, \
     languages, status, embargo and aliases may follow, and last of all `[[correction]]` with date \
     and text";

/// How a date is written.
const DATE: &str = "write it as 2026-01-31, without quotation marks";

/// Reads front matter that begins at byte `start` of the file.
pub(super) fn parse(
    toml: &str,
    start: usize,
) -> Result<(Facts, Meta<Source>, Vec<Problem>), Problem> {
    let front: Front = toml::from_str(toml).map_err(|error| unreadable(&error, toml, start))?;
    let (Some(title), Some(description), Some(day)) =
        (&front.title, &front.description, &front.date)
    else {
        return Err(lacking(&front, start));
    };
    let mut problems = Vec::new();
    let mut field = |name: &str, value: &Spanned<String>| {
        let span = value.span();
        let (source, found) =
            value_source(name, value.get_ref(), start + span.start..start + span.end);
        problems.extend(found);
        source
    };
    let (corrections, wrong) = life::corrections(&front.correction, start)?;
    let meta = Meta {
        title: field("title", title),
        description: field("description", description),
        kind: front.kind.as_ref().map(|value| field("kind", value)),
        series: front.series.as_ref().map(|value| field("series", value)),
        place: front.place.as_ref().map(|value| field("place", value)),
        organisation: front.organisation.as_ref().map(|value| field("organisation", value)),
        source: front.source.as_ref().map(|value| field("source", value)),
        notice: front.notice.as_ref().map(|value| field("notice", value)),
        corrections,
    };
    problems.extend(wrong);
    let day = date(day, start)?;
    let updated = front.updated.as_ref().map(|value| life::updated(value, start)).transpose()?;
    let (updated, updated_in) = updated.unwrap_or_default();
    let days = updated.iter().chain(updated_in.iter().map(|(_, day)| day));
    if let Some(early) = days.copied().find(|updated| *updated < day) {
        let message = format!("`updated` ({early}) is before `date` ({day})");
        let span = front.updated.as_ref().map_or(0..0, Spanned::span);
        problems.push((
            Diagnostic::error("front-matter", message).help(
                "`date` is the day on which the release was published, `updated` the day of the \
                 last change: put one of them right, or leave `updated` out",
            ),
            start + span.start..start + span.end,
        ));
    }
    problems.extend(front.languages.as_ref().and_then(|named| no_language(named, start)));
    problems.extend(life::too_early(&meta.corrections, day));
    let status = life::status(front.status.as_ref(), front.embargo.as_ref(), start)?;
    let named = |locale| named(locale, start);
    let languages = front.languages.map(Spanned::into_inner);
    let facts = Facts {
        date: day,
        updated: updated.unwrap_or(day),
        source_locale: front.source_locale.map(named),
        languages: languages.map(|keys| keys.into_iter().map(named).collect()),
        life: life::life(status, updated_in, front.aliases, start)?,
    };
    Ok((facts, meta, problems))
}

/// A word of the front matter with its place.
fn named(word: Spanned<String>, start: usize) -> Named {
    let span = word.span();
    Named { range: start + span.start..start + span.end, key: word.into_inner() }
}

/// A release in no language would lose all its editions.
fn no_language(named: &Spanned<Vec<Spanned<String>>>, start: usize) -> Option<Problem> {
    let problem = Diagnostic::error("front-matter", "`languages` names no language").help(
        "name the languages, such as `languages = [\"en\", \"ar\"]`, or leave the line out for all; \
         to withdraw the release, write `status = \"withdrawn\"`",
    );
    let span = named.span();
    named.get_ref().is_empty().then(|| (problem, start + span.start..start + span.end))
}

fn date(value: &Spanned<Value>, start: usize) -> Result<Date, Problem> {
    let datetime = value.get_ref().as_datetime().filter(|datetime| datetime.time.is_none());
    let date = datetime.and_then(|datetime| datetime.date);
    date.map(|date| Date { year: date.year, month: date.month, day: date.day }).ok_or_else(|| {
        let span = value.span();
        no_date(start + span.start..start + span.end)
    })
}

fn no_date(range: Range<usize>) -> Problem {
    (Diagnostic::error("front-matter", "this is not a calendar date").help(DATE), range)
}

/// What toml could not read. A date that TOML does not know is no TOML at all.
fn unreadable(error: &toml::de::Error, toml: &str, start: usize) -> Problem {
    let span = error.span().unwrap_or(0..0);
    let before = toml.get(..span.start).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = toml[line_start..].lines().next().unwrap_or_default();
    if let Some((key, value)) = line.split_once('=')
        && let Some(no) = match key.trim() {
            "date" | "updated" => Some(no_date as fn(Range<usize>) -> Problem),
            "embargo" => Some(life::no_time as fn(Range<usize>) -> Problem),
            _ => None,
        }
    {
        let at = start + line_start + line.len() - value.trim_start().len();
        return no(at..at + value.trim().len());
    }
    let at = start + span.start..start + span.end;
    if let Some(problem) = unknown_key(error.message()) {
        return (problem, at);
    }
    let problem = Diagnostic::error("front-matter", error.message().trim().to_owned()).help(HELP);
    (problem, at)
}

/// What is said of a key that no release has: the nearest, or all that there are.
fn unknown_key(said: &str) -> Option<Diagnostic> {
    let names: Vec<_> = said.split('`').skip(1).step_by(2).collect();
    let (name, known) = names.split_first().filter(|_| said.starts_with("unknown field"))?;
    let help = match nearest(name, known) {
        Some(near) => format!("the nearest name is `{near}`"),
        None => format!("known here: {}", known.join(", ")),
    };
    Some(Diagnostic::error("front-matter", format!("`{name}` is not known here")).help(help))
}

/// Everything that is needed and not there, at once.
fn lacking(front: &Front, start: usize) -> Problem {
    let needed = [
        ("`title`", front.title.is_none()),
        ("`description`", front.description.is_none()),
        ("`date`", front.date.is_none()),
    ];
    let lacking = needed.iter().filter(|(_, is_lacking)| *is_lacking);
    let names: Vec<_> = lacking.map(|(name, _)| *name).collect();
    let message = format!("the front matter lacks {}", names.join(", "));
    (Diagnostic::error("front-matter", message).help(HELP), start..start)
}

/// A value of the front matter as a leaf. Its words have been unescaped by TOML, so its problems
/// stand at the value as a whole.
fn value_source(name: &str, value: &str, range: Range<usize>) -> (Source, Vec<Problem>) {
    let Leaf { spliced, problems, .. } = leaf::read_line(value);
    let at_value = |problem: Diagnostic| (problem, range.clone());
    let mut found: Vec<Problem> =
        problems.into_iter().map(|(problem, _)| at_value(problem)).collect();
    if spliced.pieces.is_empty() {
        let problem = Diagnostic::error("front-matter", format!("`{name}` is empty"));
        found.push(at_value(problem.help("write the words, or leave the key out")));
    }
    let source = Source {
        kind: Kind::Meta,
        range,
        pieces: spliced.pieces,
        targets: spliced.targets,
        notes: spliced.notes,
        comment: None,
        name: Some(name.to_owned()),
        pinned: true,
    };
    (source, found)
}

#[cfg(test)]
mod tests {
    use super::*;

    const REST: &str = "title = \"السلام\"\ndescription = \"和平\"\n";

    /// The message, the help and the marked words of the only problem.
    #[track_caller]
    fn wrong(toml: &str) -> (String, String, String) {
        let file = format!("+++\n{toml}+++\n");
        let (problem, range) = match parse(toml, 4) {
            Ok((_, _, problems)) => problems.into_iter().next().expect("a problem"),
            Err(problem) => problem,
        };
        (problem.message, problem.help.unwrap_or_default(), file[range].to_owned())
    }

    #[test]
    fn a_date_is_written_without_quotation_marks() {
        for (written, marked) in [
            ("date = \"2026-01-31\"", "\"2026-01-31\""),
            ("date = 31.1.2026", "31.1.2026"),
            ("date = 31 January 2026 ", "31 January 2026"),
            ("date = 2026-1-31", "2026-1-31"),
            ("date = 2026-02-30", "2026-02-30"),
            ("date = 2026", "2026"),
            ("date = ٢٠٢٦", "٢٠٢٦"),
            ("date = 2026-01-31\nupdated = '2026-02-01'", "'2026-02-01'"),
            ("date = 2026-01-31T10:00:00Z", "2026-01-31T10:00:00Z"),
        ] {
            for toml in [format!("{REST}{written}\n"), format!("{written}\n{REST}")] {
                let (message, help, found) = wrong(&toml);
                assert_eq!(message, "this is not a calendar date", "{written}");
                assert_eq!((help.as_str(), found.as_str()), (DATE, marked), "{written}");
            }
        }
    }

    #[test]
    fn a_release_is_in_some_language() {
        let (message, help, marked) = wrong(&format!("{REST}date = 2026-01-31\nlanguages = [ ]\n"));
        assert_eq!((message.as_str(), marked.as_str()), ("`languages` names no language", "[ ]"));
        assert!(help.contains("leave the line out"), "{help}");
        let front = format!("{REST}date = 2026-01-31\nlanguages = ['pt']\n");
        let named = parse(&front, 0).unwrap().0.languages.unwrap().remove(0);
        assert_eq!((named.key.as_str(), &front[named.range]), ("pt", "'pt'"));
    }

    #[test]
    fn an_update_comes_after_the_date() {
        let (message, help, marked) =
            wrong(&format!("{REST}date = 2026-01-31\nupdated = 2026-01-30\n"));
        assert_eq!(message, "`updated` (2026-01-30) is before `date` (2026-01-31)");
        assert!(help.contains("leave `updated` out"), "{help}");
        assert_eq!(marked, "2026-01-30");
    }

    #[test]
    fn an_unknown_key_has_a_nearest() {
        let front = format!("{REST}date = 2026-01-31\n");
        for (written, help) in [
            ("organization = 'x'", "the nearest name is `organisation`"),
            ("sorce = 'x'", "the nearest name is `source`"),
            ("\"الناشر\" = 'x'", "known here: title, description"),
        ] {
            let (message, said, marked) = wrong(&format!("{front}{written}\n"));
            let name = written.split(' ').next().unwrap().trim_matches('"');
            assert_eq!(marked.trim_matches('"'), name);
            assert_eq!(message, format!("`{name}` is not known here"));
            assert!(said.starts_with(help), "{said}");
        }
    }

    #[test]
    fn all_that_is_lacking_is_named_at_once() {
        assert_eq!(wrong("").0, "the front matter lacks `title`, `description`, `date`");
        assert_eq!(wrong("title = \"和平\"\n").0, "the front matter lacks `description`, `date`");
    }
}
