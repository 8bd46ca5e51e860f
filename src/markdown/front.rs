//! Front matter: TOML between `+++` lines.

use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use super::leaf::{self, Leaf, Problem};
use crate::diagnostic::Diagnostic;
use crate::document::{Date, Facts, Meta};
use crate::segment::{Kind, Source};

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Front {
    title: Spanned<String>,
    description: Spanned<String>,
    kind: Option<Spanned<String>>,
    series: Option<Spanned<String>>,
    place: Option<Spanned<String>>,
    organisation: Option<Spanned<String>>,
    source: Option<Spanned<String>>,
    date: Spanned<Datetime>,
    updated: Option<Spanned<Datetime>>,
    source_locale: Option<String>,
    languages: Option<Vec<String>>,
}

/// What a person is told when the front matter cannot be read.
const HELP: &str = "the file begins with TOML between two lines `+++`: title, description and date \
     are needed; kind, series, place, organisation, source, updated, source-locale and languages \
     may follow";

/// Reads front matter that begins at byte `start` of the file.
pub(super) fn parse(
    toml: &str,
    start: usize,
) -> Result<(Facts, Meta<Source>, Vec<Problem>), Problem> {
    let front: Front = toml::from_str(toml).map_err(|error| {
        let span = error.span().unwrap_or(0..0);
        let problem =
            Diagnostic::error("front-matter", error.message().trim().to_owned()).help(HELP);
        (problem, start + span.start..start + span.end)
    })?;
    let mut problems = Vec::new();
    let mut field = |name: &str, value: &Spanned<String>| {
        let span = value.span();
        let (source, found) =
            value_source(name, value.get_ref(), start + span.start..start + span.end);
        problems.extend(found);
        source
    };
    let meta = Meta {
        title: field("title", &front.title),
        description: field("description", &front.description),
        kind: front.kind.as_ref().map(|value| field("kind", value)),
        series: front.series.as_ref().map(|value| field("series", value)),
        place: front.place.as_ref().map(|value| field("place", value)),
        organisation: front.organisation.as_ref().map(|value| field("organisation", value)),
        source: front.source.as_ref().map(|value| field("source", value)),
    };
    let day = date(&front.date, start)?;
    let updated = front.updated.as_ref().map(|value| date(value, start)).transpose()?;
    if let Some(early) = updated.filter(|updated| *updated < day) {
        let message = format!("`updated` ({early}) is before `date` ({day})");
        let span = front.updated.as_ref().map_or(0..0, Spanned::span);
        problems.push((
            Diagnostic::error("front-matter", message).help("one of the two is wrong"),
            start + span.start..start + span.end,
        ));
    }
    let facts = Facts {
        date: day,
        updated: updated.unwrap_or(day),
        source_locale: front.source_locale,
        languages: front.languages,
    };
    Ok((facts, meta, problems))
}

fn date(value: &Spanned<Datetime>, start: usize) -> Result<Date, Problem> {
    let date = value.get_ref().date.filter(|_| value.get_ref().time.is_none());
    date.map(|date| Date { year: date.year, month: date.month, day: date.day }).ok_or_else(|| {
        let span = value.span();
        let problem = Diagnostic::error("front-matter", "this is not a calendar date");
        (problem.help("write it as 2021-05-26"), start + span.start..start + span.end)
    })
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
