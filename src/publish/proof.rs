//! Proofs: a release as it is now, mistakes and all, for those who work on it. Nothing of them is
//! ever published.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Result;
use rayon::prelude::*;

use super::make::{Maker, in_order, made};
use super::manifest::Last;
use super::{Loaded, Made, Outcome, Report, Request, gates, load};
use crate::diagnostic::{Diagnostic, Severity};
use crate::disk::{ReleaseInput, read_traced};
use crate::document::{Block, Document, State, Text};
use crate::edition::Edition;
use crate::locale::LocaleRef;
use crate::project::Project;
use crate::segment::{Segment, Slug};
use crate::write::epub::Layouts;

/// A release as it is now.
#[derive(Debug)]
pub struct Proof {
    /// Its editions, also where there are errors; no folder: it cannot be read.
    pub made: Made,
    /// The galley of each edition, by the key of its locale.
    pub galleys: BTreeMap<String, Galley>,
    /// The digest of the files that it was made from.
    pub read: String,
}

/// What stands behind the words of an edition.
#[derive(Clone, Debug)]
pub struct Galley {
    /// The language of the edition.
    pub locale: LocaleRef,
    /// The language of the source.
    pub source_locale: LocaleRef,
    /// Whether it is the source itself.
    pub is_source: bool,
    /// The messages, in the order of reading.
    pub leaves: Vec<Leaf>,
}

/// A message of an edition.
#[derive(Clone, Debug)]
pub struct Leaf {
    /// Its id.
    pub id: String,
    /// The ids under which it may stand in the page, the nearest first.
    pub anchors: Vec<String>,
    /// How far its translation has come.
    pub state: State,
    /// The plain words of the source.
    pub source: String,
    /// The plain words of the edition.
    pub words: String,
    /// The language of these: the source's, where nothing is translated.
    pub locale: LocaleRef,
    /// Its file and line; the source's where it is not translated.
    pub place: String,
}

impl Proof {
    /// The keys of the languages of which there is no edition now.
    pub fn withheld(&self) -> BTreeSet<String> {
        let none = |report: &&Report| matches!(report.outcome, Outcome::Withheld { .. });
        let reports = self.made.editions.iter().filter(none);
        reports.map(|report| report.locale.key().to_owned()).collect()
    }
}

/// Reads a release and makes its proof; `None` when its files have the digest that is known.
fn proof(
    (root, project, layouts): (&Path, &Project, &Layouts),
    slug: &Slug,
    request: &Request,
    known: Option<&str>,
) -> Result<Option<Proof>> {
    let (input, read) = read_traced(root, slug, project.settings.limits)?;
    if known == Some(read.as_str()) {
        return Ok(None);
    }
    let (made, galleys) = look(input, (project, layouts), request);
    Ok(Some(Proof { made, galleys, read }))
}

/// The proofs of several releases; `None` for those that were made from the same bytes before.
pub fn proofs(
    (root, project): (&Path, &Project),
    slugs: &[(Slug, Option<String>)],
    request: &Request,
) -> Vec<(Slug, Result<Option<Proof>>)> {
    let layouts = Layouts::default();
    let one = |(slug, known): &(Slug, Option<String>)| {
        let place = (root, project, &layouts);
        (slug.clone(), proof(place, slug, request, known.as_deref()))
    };
    slugs.par_iter().map(one).collect()
}

fn look(
    input: ReleaseInput,
    (project, layouts): (&Project, &Layouts),
    request: &Request,
) -> (Made, BTreeMap<String, Galley>) {
    let slug = input.slug.clone();
    let (loaded, mut found) = load(input, project, request);
    let Some(loaded) = loaded else {
        return (Made::unread(slug, found), BTreeMap::new());
    };
    let request = &request.of(loaded.release.facts.life.status());
    let (mut editions, problems) = loaded.editions(project, request);
    found.extend(problems);
    let galleys = galleys(&loaded, &editions);
    let maker = Maker { loaded: &loaded, project, request, last: &Last::Nothing };
    maker.leave_shown(&mut editions);
    // Those that `build` would hold back are shown, too; it is only said of them.
    let (_, withheld) = maker.sort(editions.clone());
    let said = withheld.iter().filter_map(|report| report.diagnostic(&slug)).collect();
    found.extend(project.settings.check.judge(said));
    found.extend(gates::closed(&loaded.release, &editions, (project, &found)));
    let shown: Vec<_> = editions.iter().map(|edition| edition.locale.clone()).collect();
    let mut reports = withheld;
    reports.retain(|report| !shown.contains(&report.locale));
    let (folder, published) = maker.make(editions, &reports, layouts);
    reports.extend(published);
    let editions = in_order(reports, &loaded.release);
    let made = made(&loaded.release, told(found));
    (Made { editions, folder: Some(folder), ..made }, galleys)
}

/// What is missing is shown at its place, so it need not be said as well unless it is an error.
fn told(mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let shown = ["untranslated", "stale", "incomplete"];
    found.retain(|one| one.severity == Severity::Error || !shown.contains(&one.code));
    found
}

fn galleys(loaded: &Loaded, editions: &[Edition]) -> BTreeMap<String, Galley> {
    let release = &loaded.release;
    let is_source = |edition: &&Edition| edition.locale == release.source_locale;
    let source = editions.iter().find(is_source).map(|edition| edition.document.leaves());
    let source: Vec<_> = source.into_iter().flatten().map(Text::plain).collect();
    let segments = release.document.leaves();
    let galley = |edition: &Edition| {
        let lines = loaded.places.lines(edition.locale.key());
        let headings = headings(&edition.document);
        let file = release.slug.file_in(edition.locale.key());
        let leaves = edition.document.leaves().into_iter().zip(&segments).enumerate();
        let leaves = leaves.map(|(at, (text, segment))| {
            let id = text.id.to_string();
            let place = match lines.get(&id) {
                Some(line) if edition.is_translation() => format!("{file}:{line}"),
                Some(_) | None => in_source(loaded, segment),
            };
            let anchor = headings.get(&id).cloned();
            let anchors = [Some(id.clone()), Some(text.id.message.clone()), anchor];
            Leaf {
                anchors: anchors.into_iter().flatten().collect(),
                id,
                state: text.state,
                source: source.get(at).cloned().unwrap_or_default(),
                words: text.plain(),
                locale: text.locale.clone(),
                place,
            }
        });
        let leaves = leaves.collect();
        let source_locale = release.source_locale.clone();
        Galley {
            locale: edition.locale.clone(),
            source_locale,
            is_source: !edition.is_translation(),
            leaves,
        }
    };
    editions.iter().map(|edition| (edition.locale.key().to_owned(), galley(edition))).collect()
}

fn in_source(loaded: &Loaded, segment: &Segment) -> String {
    let place = loaded.release.source.place(segment.range.clone());
    format!("{}:{}", place.file, place.line)
}

/// The address of the section of each heading, by the heading's id.
fn headings(document: &Document<Text>) -> BTreeMap<String, String> {
    let sections = document.all_blocks().into_iter().filter_map(|block| match block {
        Block::Section(section) => {
            Some((section.heading.id.to_string(), section.anchor.to_string()))
        }
        Block::Paragraph(_)
        | Block::Quotation(_)
        | Block::List(_)
        | Block::Definitions(_)
        | Block::Figure(_)
        | Block::Table(_)
        | Block::Alert(_)
        | Block::Code(_)
        | Block::Break => None,
    });
    sections.collect()
}
