//! `todo`: one FTL file with what is open in a locale, for a translator to fill in, and the way back.
//!
//! ```text
//! # hexapla todo, version 1: 2021-05-26-virtual-dialogue in ru
//! # [ ] stale. Paragraph
//! # Before: The last well was opened.
//! # Source: The last of the wells was opened.
//! # Changed: The last [-well-]{+of the wells+} was opened.
//! # Digests: ukxb6sx3ezdhflw2 m2wqzz5rhdyqkjpe
//! lead-p-k3f9 = Последний колодец открыт.
//! ```
//!
//! The digests are of the source and of the value as they were written: so `merge` knows what the
//! translator changed, and which source they saw.

use std::collections::BTreeSet;

use super::marked;
use super::progress::{is_work, words};
use super::reference::{came_from, contexts, translated_then};
use super::standing::{Standing, standings};
use crate::catalog::write::{Ftl, Message, fingerprint};
use crate::catalog::{self, Catalog, Words};
use crate::diagnostic::{Diagnostic, Place, SourceText};
use crate::document::State;
use crate::project::Settings;
use crate::release::Release;
use crate::segment::{Fingerprint, Kind, SegmentId};

/// How the first line of a file begins; the release and the locale follow.
const HEADER: &str = "# hexapla todo, version 1: ";

const HOW: &str = "\
Write your words after the “=”, in place of those that stand there. Then run: hexapla merge FILE
A message whose words you changed counts as done. Where they are right as they stand, put an x
between its brackets: [x]. What you leave as it is stays open.";

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Todo {
    /// The FTL file.
    pub text: String,
    /// Messages in it.
    pub messages: usize,
    /// Words of the source in them.
    pub words: usize,
}

/// What is open of a release in a locale. `None`: nothing.
///
/// # Errors
/// Messages that cannot be written.
pub fn todo(
    release: &Release,
    (key, catalog): (&str, Option<&Catalog>),
    settings: &Settings,
) -> Result<Option<Todo>, Vec<Diagnostic>> {
    let all = standings(release, key, catalog);
    let open = all.iter().filter(|one| is_open(one.state));
    let open: BTreeSet<&str> = open.map(|one| &*one.segment.id.message).collect();
    let header = format!("{} in {key}\n\n{HOW}", release.slug);
    let mut ftl = Ftl::new(&format!("{}{header}", &HEADER[2..]));
    ftl.resource(&release.document.meta.title.pattern);
    let contexts = contexts(release, settings);
    let mut problems = Vec::new();
    let mut outline = Vec::new();
    let (mut messages, mut count) = (0, 0);
    for parts in all.chunk_by(|one, next| one.segment.id.message == next.segment.id.message) {
        let name = &*parts[0].segment.id.message;
        if !open.contains(name) {
            continue;
        }
        // A heading stands in its own section, as in the reference.
        let own = Some(parts[0].segment).filter(|one| one.kind == Kind::Heading);
        let here: Vec<_> = parts[0].outline.iter().copied().chain(own).collect();
        if here != outline {
            outline = here;
            let headings: Vec<_> = outline.iter().map(|one| &*one.pattern).collect();
            ftl.group(&headings.join(" › "));
        }
        let context = contexts.get(name).map_or(&[][..], Vec::as_slice);
        let mut message = message(parts, context);
        let came = parts.iter().flat_map(|part| moved_in(release, (key, catalog), part));
        message.comments.extend(came);
        if let Err(problem) = ftl.copy(name, &message) {
            problems.push(problem.at(release.source.place(parts[0].segment.range.clone())));
        }
        messages += 1;
        count += parts.iter().map(|part| words(part.segment)).sum::<usize>();
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let text = ftl.finish();
    Ok((messages > 0).then_some(Todo { text, messages, words: count }))
}

/// Whether a message is to be looked at: also a translation that nothing says the source of.
pub fn is_open(state: State) -> bool {
    is_work(state) || state == State::Unverified
}

/// Where the words of a message stood before a split or a merge, and what they were called there.
fn moved_in(
    release: &Release,
    (key, catalog): (&str, Option<&Catalog>),
    part: &Standing<'_>,
) -> Vec<String> {
    let lock = &release.lock;
    let mut lines = Vec::new();
    for origin in lock.origins.get(&part.segment.id).into_iter().flatten() {
        lines.push(came_from(lock, origin));
        let then = translated_then(lock, (key, catalog), part.segment, origin);
        lines.extend(then.map(|pattern| format!("Translated then: {pattern}")));
    }
    lines
}

/// A message with all its parts and what is to be known of them.
fn message<'a>(parts: &[Standing<'a>], context: &[String]) -> Message<'a> {
    let states: BTreeSet<_> = parts.iter().map(|part| part.state.name()).collect();
    let states: Vec<_> = states.into_iter().collect();
    let (kind, rest) = context.split_first().map_or(("", &[][..]), |(kind, rest)| (&**kind, rest));
    let mut comments = vec![format!("[ ] {}. {kind}", states.join(", "))];
    comments.extend(rest.iter().cloned());
    let mut message = Message::default();
    for part in parts {
        let Standing { segment, before, translation, kept, .. } = part;
        let of = segment.id.attribute.map_or(String::new(), |name| format!(".{name}: "));
        let source = &segment.pattern;
        comments.extend(before.map(|before| format!("{of}Before: {before}")));
        comments.push(format!("{of}Source: {source}"));
        comments.extend(before.map(|before| format!("{of}Changed: {}", marked(before, source))));
        let value = match (translation, kept) {
            (Some(entry), _) => entry.pattern,
            (None, Some(kept)) => {
                comments.push(format!("{of}These words were translated before; see if they fit."));
                &*kept.pattern
            }
            (None, None) => source,
        };
        let written = fingerprint(value).unwrap_or_else(|| Fingerprint::of(value));
        comments.push(format!("{of}Digests: {} {written}", segment.fingerprint));
        match segment.id.attribute {
            None => message.value = Some(value),
            Some(name) => message.attributes.push((name, value)),
        }
    }
    Message { comments, ..message }
}

/// A file that comes back filled in.
#[derive(Debug)]
pub struct Filled {
    /// The release.
    pub slug: String,
    /// The key of the locale.
    pub key: String,
    source: SourceText,
}

/// One part of a message in a file that came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Answer {
    pub id: SegmentId,
    /// The words as a Fluent pattern.
    pub pattern: String,
    pub fingerprint: Fingerprint,
    /// Whether the translator says that the words are right as they stand.
    pub ticked: bool,
    /// Digests of the source and of the value as they were when the file was written; `None`: the
    /// translator took the line out.
    pub digests: Option<(Fingerprint, Fingerprint)>,
    /// The words of that source, if they stand there as they were written.
    pub source: Option<String>,
    pub place: Place,
}

impl Filled {
    /// A file as it comes back.
    ///
    /// # Errors
    /// When it is not one that `todo` wrote.
    pub fn new(source: SourceText) -> Result<Self, Diagnostic> {
        let first = source.text().lines().next().unwrap_or_default();
        let named = first.strip_prefix(HEADER).and_then(|rest| rest.rsplit_once(" in "));
        let Some((slug, key)) = named else {
            let message = "this is not a file that `hexapla todo` wrote";
            let help = format!("its first line begins `{HEADER}`; put that back as it was");
            let place = source.place(0..first.len());
            return Err(Diagnostic::error("not-a-todo", message).at(place).help(help));
        };
        let (slug, key) = (slug.to_owned(), key.trim().to_owned());
        Ok(Self { slug, key, source })
    }

    /// The words that came back.
    ///
    /// # Errors
    /// When a message cannot be read.
    pub(super) fn answers(&self, words: &Words) -> Result<Vec<Answer>, Vec<Diagnostic>> {
        let (catalog, problems) = catalog::parse(&self.source, words);
        if !problems.is_empty() {
            return Err(problems);
        }
        let answer = |id: SegmentId| {
            let entry = catalog.entry(&id)?;
            let comment = catalog.comment(&id);
            let (pattern, fingerprint) = (entry.pattern.to_owned(), entry.fingerprint.clone());
            let ticked = comment.lines().any(|line| line.to_lowercase().starts_with("# [x]"));
            let of = id.attribute.map_or(String::new(), |name| format!(".{name}: "));
            let labelled = |label: &str| {
                let start = format!("# {of}{label}: ");
                comment.lines().find_map(|line| Some(line.strip_prefix(&*start)?.to_owned()))
            };
            let digests = labelled("Digests").and_then(|line| {
                let (source, value) = line.trim().split_once(' ')?;
                Some((Fingerprint::parse(source)?, Fingerprint::parse(value.trim())?))
            });
            let is = |words: &String| digests.iter().any(|(of, _)| *of == Fingerprint::of(words));
            let source = labelled("Source").filter(is);
            let place = catalog.place(entry.range);
            Some(Answer { id, pattern, fingerprint, ticked, digests, source, place })
        };
        Ok(catalog.ids().into_iter().filter_map(answer).collect())
    }
}
