//! What must be true of an edition before its publisher's claim of conformance (`[accessibility]`) is
//! written into it. A machine cannot find out that a text conforms; it can find out that it does not.
//!
//! A gate is red or green. One that is red holds the release back: what a publisher claims in one
//! edition and not in another would be believed of both.

use super::request::list;
use crate::diagnostic::{Diagnostic, Place, Severity, Subject};
use crate::document::{Figure, State, Status, Table, Text};
use crate::edition::Edition;
use crate::project::{Level, Project};
use crate::release::Release;
use crate::segment::Segment;
use crate::write::image::is_still;

/// One gate.
struct Gate {
    name: &'static str,
    /// What to do when it is red.
    help: &'static str,
    /// What keeps it from being green.
    look: fn(&Look<'_>) -> Vec<Red>,
}

/// Every gate. Reading refuses the rest of what a program can see: skipped headings, images without
/// any text alternative, tables without headers, raw HTML.
const GATES: [Gate; 5] = [
    Gate {
        name: "rules",
        help: "put right what is found, or let the rule look again",
        look: rules,
    },
    Gate {
        name: "images",
        help: "give each of them a text alternative in this language",
        look: images,
    },
    Gate { name: "tables", help: "write in the first row what each column holds", look: tables },
    Gate { name: "languages", help: "tell the makers of Hexapla", look: languages },
    Gate {
        name: "movement",
        help: "use images that cannot move: PNG, JPEG, WebP or SVG without animation",
        look: movement,
    },
];

/// The rules about what keeps people out, and the success criterion of WCAG 2.2 that each looks at.
const RULES: [(&str, &str); 8] = [
    ("alt-file-name", "1.1.1"),
    ("direction-control", "1.3.2"),
    ("empty", "2.4.6"),
    ("foreign-words", "3.1.2"),
    ("link-empty", "2.4.4"),
    ("link-fragment", "2.4.4"),
    ("link-same-words", "2.4.4"),
    ("link-vague", "2.4.4"),
];

/// Whether a gate needs what this rule finds.
pub(super) fn needs(code: &str) -> bool {
    RULES.iter().any(|(known, _)| *known == code)
}

/// What a gate looks at.
struct Look<'a> {
    release: &'a Release,
    edition: &'a Edition,
    project: &'a Project,
    /// What is to be said of the release.
    found: &'a [Diagnostic],
}

/// Something that keeps a gate from being green.
struct Red {
    what: String,
    place: Option<Place>,
}

/// What is to be said of editions that would carry the claim and cannot.
pub(super) fn closed(
    release: &Release,
    editions: &[Edition],
    (project, found): (&Project, &[Diagnostic]),
) -> Vec<Diagnostic> {
    // The page that is left of a withdrawn release carries no claim: it is of the book only.
    let withdrawn = release.facts.life.status() == Status::Withdrawn;
    if project.settings.claim.is_none() || withdrawn {
        return Vec::new();
    }
    let published = editions.iter().filter(|edition| edition.locale.pseudo().is_none());
    let closed = published.flat_map(|edition| {
        let look = Look { release, edition, project, found };
        GATES.iter().filter_map(move |gate| gate.finding(&look))
    });
    closed.collect()
}

impl Gate {
    fn finding(&self, look: &Look<'_>) -> Option<Diagnostic> {
        let reds = (self.look)(look);
        let first = reds.iter().find_map(|red| red.place.clone());
        if reds.is_empty() {
            return None;
        }
        let (slug, key) = (&look.release.slug, look.edition.locale.key());
        let what: Vec<_> = reds.into_iter().map(|red| red.what).collect();
        let message = format!(
            "`{slug}` cannot claim conformance in `{key}`: the gate `{}` is red: {}",
            self.name,
            list(&what)
        );
        let help = format!("{}; or take `[accessibility]` out of `hexapla.toml`", self.help);
        let release = Some(slug.to_string());
        let about = Subject { release, locale: Some(key.to_owned()), id: None };
        let finding = Diagnostic::error("claim-refused", message).help(help);
        Some(Diagnostic { about: Some(Box::new(about)), place: first, ..finding })
    }
}

/// No rule about what keeps people out finds anything, and none of them is switched off. What a
/// person has allowed, and why, is the publisher's to answer for.
fn rules(look: &Look<'_>) -> Vec<Red> {
    let mut reds = Vec::new();
    for (code, criterion) in RULES {
        if look.project.settings.check.severity.get(code) == Some(&Level::Off) {
            reds.push(Red { what: format!("{code} (WCAG {criterion}), is off"), place: None });
        }
        let is_ours = |one: &&Diagnostic| {
            let locale = one.about.as_ref().and_then(|about| about.locale.as_deref());
            one.code == code
                && one.severity != Severity::Allowed
                && locale.is_none_or(|key| key == look.edition.locale.key())
        };
        reds.extend(look.found.iter().filter(is_ours).map(|one| {
            let id = one.about.as_ref().and_then(|about| about.id.as_deref());
            let at = id.map(|id| format!(" in {id}")).unwrap_or_default();
            Red { what: format!("{code} (WCAG {criterion}){at}"), place: one.place.clone() }
        }));
    }
    reds
}

/// Every image has a text alternative in the language of the edition (WCAG 1.1.1).
fn images(look: &Look<'_>) -> Vec<Red> {
    figures(look, |figure| {
        figure.alt.locale != look.edition.locale || figure.alt.plain().trim().is_empty()
    })
}

/// No image can move (WCAG 2.2.2, 2.3.1): how fast, and for how long, is not looked at.
fn movement(look: &Look<'_>) -> Vec<Red> {
    figures(look, |figure| {
        let bytes = look.edition.assets.get(&figure.path);
        !bytes.is_some_and(|bytes| is_still(bytes))
    })
}

fn figures(look: &Look<'_>, is_red: impl Fn(&Figure<Text>) -> bool) -> Vec<Red> {
    let sources = look.release.document.figures();
    let both = look.edition.document.figures().into_iter().zip(sources);
    let red = |(figure, source): (&Figure<Text>, &Figure<Segment>)| Red {
        what: figure.alt.id.to_string(),
        place: Some(look.place(&source.alt)),
    };
    both.filter(|(figure, _)| is_red(figure)).map(red).collect()
}

/// Every column of a table has a header (WCAG 1.3.1), but for the one that heads the rows.
fn tables(look: &Look<'_>) -> Vec<Red> {
    let tables = look.release.document.tables().into_iter();
    let is_red = |table: &&Table<Segment>| table.header.iter().skip(1).any(Option::is_none);
    let red = |table: &Table<Segment>| {
        let named = table.caption.iter().chain(table.header.iter().flatten()).next();
        let what = named.map_or_else(|| "a table".to_owned(), |words| words.id.to_string());
        Red { what, place: named.map(|words| look.place(words)) }
    };
    tables.filter(is_red).map(red).collect()
}

/// What is not translated says in which language it is (WCAG 3.1.2). The writers mark what is in
/// another locale than the edition; this is the proof that nothing else stands in for a translation.
fn languages(look: &Look<'_>) -> Vec<Red> {
    let leaves = look.edition.document.leaves().into_iter();
    let unmarked = leaves.filter(|text| match text.state {
        State::Missing | State::Outdated => text.locale == look.edition.locale,
        State::Source | State::Revised | State::Translated | State::Unverified | State::Stale => {
            false
        }
    });
    unmarked.map(|text| Red { what: text.id.to_string(), place: None }).collect()
}

impl Look<'_> {
    fn place(&self, segment: &Segment) -> Place {
        self.release.source.place(segment.range.clone())
    }
}

#[cfg(test)]
mod tests;
