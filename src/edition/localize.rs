//! Localizing: every segment of a release becomes the words of one locale.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::sync::Arc;

use super::{Counts, Edition, Standings, isolate, statements};
use crate::catalog::{Catalog, Furniture, Phrase, says_itself};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{Date, Facts, Inline, Mark, State, Text, plain};
use crate::locale::{Locale, LocaleRef};
use crate::markdown::{self, References};
use crate::project::{Settings, Stale};
use crate::pseudo::Pseudo;
use crate::release::Release;
use crate::segment::Segment;
use crate::target::Target;

/// What speaks in an edition: the source's words, a translation of them, and the furniture.
#[derive(Clone, Copy, Debug)]
pub struct Voices<'a> {
    /// The edition's locale.
    pub locale: &'a LocaleRef,
    /// The furniture of that locale.
    pub furniture: &'a Arc<Furniture>,
    /// The furniture of the source locale: its dates stand in fallbacks.
    pub source_furniture: &'a Furniture,
    /// The source's own words as a catalog; those that say themselves may be left out.
    pub reference: &'a Catalog,
    /// The translation; `None` for the source locale, and where there is no file.
    pub translation: Option<&'a Catalog>,
    /// The project's settings.
    pub settings: &'a Arc<Settings>,
}

/// Makes the edition of a release in one locale. A message that cannot be used is reported, and the
/// block falls back to the source's words. The edition knows its siblings only when the caller has
/// set [`Edition::languages`].
pub fn localize(release: &Release, voices: &Voices<'_>) -> (Edition, Vec<Diagnostic>) {
    let mut localizer = Localizer::new(release, voices);
    let document = release.document.map(&mut |segment| localizer.text(segment));
    let mut edition = Edition {
        slug: release.slug.clone(),
        locale: voices.locale.clone(),
        source_locale: release.source_locale.clone(),
        facts: Facts { updated: release.updated_in(voices.locale), ..release.facts.clone() },
        document,
        furniture: voices.furniture.clone(),
        settings: voices.settings.clone(),
        languages: Vec::new(),
        formats: voices.settings.formats.clone(),
        counts: localizer.counts,
        assets: release.assets.clone(),
        publisher: localizer.publisher(),
    };
    let statements = statements::of(release);
    if !statements.is_empty() {
        statements::name(&mut edition, &statements);
    }
    (edition, localizer.problems)
}

/// How many findings one message may have.
const MOST_PROBLEMS: usize = 20;

/// What variables stand for, said when the first message is resolved.
type Variables = OnceCell<Vec<(&'static str, String)>>;

struct Localizer<'a> {
    release: &'a Release,
    voices: &'a Voices<'a>,
    standings: Standings<'a>,
    pseudo: Option<Pseudo>,
    /// Labels of the notes, in their order.
    notes: Vec<&'a str>,
    variables: Variables,
    source_variables: Variables,
    counts: Counts,
    problems: Vec<Diagnostic>,
}

impl<'a> Localizer<'a> {
    fn new(release: &'a Release, voices: &'a Voices<'a>) -> Self {
        let labels = release.document.notes.iter().map(|note| note.label.as_str());
        Self {
            release,
            voices,
            standings: Standings::new(release, voices.locale.key()),
            pseudo: voices.locale.pseudo(),
            notes: labels.collect(),
            variables: OnceCell::new(),
            source_variables: OnceCell::new(),
            counts: Counts::default(),
            problems: Vec::new(),
        }
    }

    fn text(&mut self, segment: &Segment) -> Text {
        if let Some(pseudo) = self.pseudo {
            self.counts.add(State::Source);
            return self.disguised(segment, pseudo);
        }
        let translated = if *self.voices.locale == self.release.source_locale {
            None
        } else {
            self.translated(segment)
        };
        translated.unwrap_or_else(|| self.source(segment, State::Missing))
    }

    /// The translation of a segment, if there is one that can be used.
    fn translated(&mut self, segment: &Segment) -> Option<Text> {
        let catalog = self.voices.translation?;
        let words = match self.in_translation(segment, catalog) {
            Ok(words) => words?,
            Err(problems) => {
                self.problems.extend(problems);
                return None;
            }
        };
        let (state, _) = self.standings.of(segment, catalog);
        if state == State::Stale && self.voices.settings.stale == Stale::Fallback {
            return Some(self.source(segment, State::Outdated));
        }
        let locale = self.voices.locale;
        let (paragraphs, mut problems) = self.paragraphs(&words, segment, (locale, state));
        let refused = problems.iter().any(|problem| problem.severity == Severity::Error);
        if state == State::Stale {
            // The source moved on: that is nobody's mistake, and stops no release.
            for problem in &mut problems {
                problem.severity = Severity::Warning;
            }
        }
        let placed = problems.into_iter().take(MOST_PROBLEMS).map(|problem| {
            let range = catalog.entry(&segment.id).map(|entry| entry.range);
            let place = range.map(|range| catalog.place_of(&problem, range));
            match place {
                Some(place) => problem.at(place),
                None => problem,
            }
        });
        self.problems.extend(placed);
        if refused {
            return None;
        }
        self.counts.add(state);
        Some(Text { id: segment.id.clone(), paragraphs, locale: locale.clone(), state })
    }

    /// The source's own words: the edition of the source locale, or a fallback for a reason.
    fn source(&mut self, segment: &Segment, reason: State) -> Text {
        let is_source = *self.voices.locale == self.release.source_locale;
        let state = if is_source { State::Source } else { reason };
        self.counts.add(state);
        let words = match self.in_source(segment) {
            Ok(words) => words,
            Err(problems) => {
                // Reported once, by the edition of the source locale.
                if is_source {
                    let place = self.release.source.place(segment.range.clone());
                    // What is wrong with a term has its place in the terms.
                    self.problems.extend(problems.into_iter().map(|problem| {
                        let place = problem.place.clone().unwrap_or_else(|| place.clone());
                        problem.at(place)
                    }));
                }
                Cow::default()
            }
        };
        let locale = &self.release.source_locale;
        // The reader has proven that these words can be read; its findings are reported there.
        let (paragraphs, _) = self.paragraphs(&words, segment, (locale, state));
        Text { id: segment.id.clone(), paragraphs, locale: locale.clone(), state }
    }

    /// What the source says: as inline Markdown.
    fn in_source<'s>(&'s self, segment: &'s Segment) -> Result<Cow<'s, str>, Vec<Diagnostic>> {
        if says_itself(&segment.pattern) {
            return Ok((&*segment.pattern).into());
        }
        let furniture = self.voices.source_furniture;
        let variables = self
            .source_variables
            .get_or_init(|| variables(self.release, (&self.release.source_locale, furniture)));
        let words = self.voices.reference.resolve(&segment.id, variables)?;
        Ok(words.unwrap_or_default())
    }

    /// What the translation says, if it has the message: as inline Markdown.
    fn in_translation<'s>(
        &'s self,
        segment: &Segment,
        catalog: &'s Catalog,
    ) -> Result<Option<Cow<'s, str>>, Vec<Diagnostic>> {
        if let Some(words) = catalog.words(&segment.id) {
            return Ok(Some(words.into()));
        }
        let furniture = self.voices.furniture;
        let variables =
            self.variables.get_or_init(|| variables(self.release, (self.voices.locale, furniture)));
        catalog.resolve(&segment.id, variables)
    }

    /// The source's words in the letters of a pseudo-locale.
    fn disguised(&mut self, segment: &Segment, pseudo: Pseudo) -> Text {
        // What is wrong with the source is said of its own edition.
        let words = self.in_source(segment).unwrap_or_default();
        let locale = self.voices.locale;
        let (mut paragraphs, _) =
            self.paragraphs(&words, segment, (&self.release.source_locale, State::Source));
        for paragraph in &mut paragraphs {
            say(paragraph, pseudo);
            *paragraph = isolate(std::mem::take(paragraph), locale.direction());
        }
        Text { id: segment.id.clone(), paragraphs, locale: locale.clone(), state: State::Source }
    }

    /// The publisher's plain name in the source language: the release's organisation, else the
    /// project's.
    fn publisher(&self) -> String {
        let voices = self.voices;
        let Some(segment) = &self.release.document.meta.organisation else {
            return voices.source_furniture.organisation().to_owned();
        };
        let words = self.in_source(segment).unwrap_or_default();
        let (paragraphs, _) =
            self.paragraphs(&words, segment, (&self.release.source_locale, State::Source));
        paragraphs.iter().map(|inlines| plain(inlines)).collect()
    }

    fn paragraphs(
        &self,
        words: &str,
        segment: &Segment,
        (locale, state): (&LocaleRef, State),
    ) -> (Vec<Vec<Inline>>, Vec<Diagnostic>) {
        // What is out of date may refer to links and notes that the source has no longer.
        let outdated = state == State::Stale;
        let mut links = Cow::from(&segment.links);
        if outdated && !segment.retired.is_empty() {
            links.to_mut().extend(segment.retired.iter().cloned());
        }
        let references = References { links: &links, notes: &self.notes };
        let (mut paragraphs, mut problems) = markdown::inlines(words, &references);
        problems.retain(|problem| !outdated || problem.code != "unknown-note");
        if !segment.kind.may_split() && paragraphs.len() != 1 {
            problems.push(one_paragraph(segment, paragraphs.len()));
            paragraphs.truncate(1);
        }
        for paragraph in &mut paragraphs {
            let mut inlines = std::mem::take(paragraph);
            if !self.voices.settings.url_rules.is_empty() {
                localize_links(&mut inlines, self.voices);
            }
            *paragraph = isolate(inlines, locale.direction());
        }
        (paragraphs, problems)
    }
}

/// Says words in the letters of a pseudo-locale. What is marked as being in another language is not
/// translated, and code is not either.
fn say(inlines: &mut [Inline], pseudo: Pseudo) {
    for inline in inlines {
        match inline {
            Inline::Text(words) => *words = pseudo.say(words),
            Inline::Span(
                Mark::Language { lang: Some(_), .. }
                | Mark::Cite { lang: Some(_) }
                | Mark::Quote { lang: Some(_) },
                _,
            )
            | Inline::Code(_)
            | Inline::Break
            | Inline::NoteRef(_) => {}
            Inline::Span(Mark::Abbreviation { expansion }, content) => {
                *expansion = pseudo.say(expansion);
                say(content, pseudo);
            }
            Inline::Span(_, content) => say(content, pseudo),
        }
    }
}

fn one_paragraph(segment: &Segment, found: usize) -> Diagnostic {
    let id = &segment.id;
    if found == 0 {
        Diagnostic::error("empty", format!("`{id}` has no words"))
            .help("translate it; only paragraphs of running text may be left out")
    } else {
        Diagnostic::error("split", format!("`{id}` has {found} paragraphs and must be one"))
            .help("take the blank line out; only paragraphs of running text may be split")
    }
}

/// What `{ $date }` and `{ $updated }` stand for, escaped for Markdown.
fn variables(
    release: &Release,
    (locale, furniture): (&Locale, &Furniture),
) -> Vec<(&'static str, String)> {
    let say = |date: Date| {
        let Date { year, month, day } = date;
        markdown::escape(&furniture.say(Phrase::DateLong { day, month, year }))
    };
    vec![("date", say(release.facts.date)), ("updated", say(release.updated_in(locale)))]
}

/// Gives targets their counterparts in the edition's locale, by the rules of the project.
fn localize_links(inlines: &mut [Inline], voices: &Voices<'_>) {
    for inline in inlines {
        if let Inline::Span(mark, content) = inline {
            if let Mark::Link { target, .. } = mark
                && let Some(counterpart) = counterpart(target, voices.locale, voices.settings)
            {
                *target = counterpart;
            }
            localize_links(content, voices);
        }
    }
}

/// The counterpart of a target in a locale, by the first rule of the project that fits.
pub fn counterpart(target: &Target, locale: &Locale, settings: &Settings) -> Option<Target> {
    let rules = settings.url_rules.iter();
    let mut fitting = rules.filter_map(|rule| {
        let rest = target.as_str().strip_prefix(&*rule.prefix)?;
        // `https://a.org/en` is no prefix of `https://a.org/environment`.
        let whole =
            rule.prefix.ends_with('/') || rest.is_empty() || rest.starts_with(['/', '?', '#']);
        whole.then_some((rule, rest))
    });
    let (rule, rest) = fitting.next()?;
    Target::new(&format!("{}{rest}", rule.replacement_in(locale)))
}
