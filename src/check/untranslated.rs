//! `untranslated`: a translation has every message of the release.

use super::context::{Context, Leaf, Translation};
use super::difference::list;
use super::unknown_message::meant;
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Place, Severity, Subject};

pub(super) const RULE: Rule =
    Rule { code: "untranslated", severity: Severity::Warning, looks: Looks::Whole(run) };

/// So many are named one by one; more are work that has not been done yet, and no slip.
const FEW: usize = 3;

/// So many ids are named where there are more.
const NAMED: usize = 3;

/// Characters that are shown of the words of the source.
const SHOWN: usize = 50;

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    context.translations.iter().flat_map(|one| findings(context, one)).collect()
}

fn findings(context: &Context<'_>, translation: &Translation<'_>) -> Vec<Diagnostic> {
    let lacking = lacking(context, translation);
    if lacking.len() > FEW {
        return vec![many(context, translation, &lacking)];
    }
    lacking.into_iter().map(|at| one(context, translation, at)).collect()
}

/// The leaves whose messages are not in the file, the first of each message. One that is there with
/// a mistake, or under a name that is nearly its own, is spoken of there.
fn lacking(context: &Context<'_>, translation: &Translation<'_>) -> Vec<usize> {
    let catalog = translation.catalog;
    let present = catalog.ids();
    let absent = |leaf: &Leaf<'_>| {
        let message = &leaf.segment.id.message;
        !present.iter().any(|id| id.message == *message) && !catalog.is_faulty(message)
    };
    let leaves = &translation.leaves;
    let mut all: Vec<usize> = (0..leaves.len()).filter(|at| absent(&leaves[*at])).collect();
    if !all.is_empty() {
        let meant = meant(context, translation);
        all.retain(|at| !meant.contains(&leaves[*at].segment.id.message));
    }
    all.dedup_by_key(|at| &leaves[*at].segment.id.message);
    all
}

fn one(context: &Context<'_>, translation: &Translation<'_>, at: usize) -> Diagnostic {
    let id = &translation.leaves[at].segment.id;
    let words = short(&translation.leaves[at].text.plain());
    let name = &id.message;
    let line = match id.attribute {
        None => format!("`{name} = …`"),
        Some(attribute) => format!("`{name} =` and, below it, `    .{attribute} = …`"),
    };
    let key = translation.edition.locale.key();
    let help = format!("write {line} here; `hexapla todo {key}` writes a file of all that is open");
    let about = Some(Box::new(subject(context, translation, Some(name.clone()))));
    let problem = RULE.finding(format!("`{name}` is not translated: “{words}”"));
    Diagnostic { about, ..problem.at(place(translation, at)).help(help) }
}

fn many(context: &Context<'_>, translation: &Translation<'_>, lacking: &[usize]) -> Diagnostic {
    let ids = lacking.iter().map(|at| &translation.leaves[*at].segment.id.message);
    let first_ids = list(ids.take(NAMED));
    let (count, key) = (lacking.len(), translation.edition.locale.key());
    let message = format!("{count} messages are not translated: {first_ids} and others");
    let slug = &context.release.slug;
    let help = format!(
        "`hexapla todo {key} {slug}` writes a file of all that is open; `hexapla status` counts it"
    );
    let first = lacking.first().copied().unwrap_or_default();
    let about = Some(Box::new(subject(context, translation, None)));
    Diagnostic { about, ..RULE.finding(message).at(place(translation, first)).help(help) }
}

/// What stands at the place is the message before it: what is meant is said here.
fn subject(context: &Context<'_>, translation: &Translation<'_>, id: Option<String>) -> Subject {
    let release = Some(context.release.slug.to_string());
    let locale = Some(translation.edition.locale.key().to_owned());
    Subject { release, locale, id }
}

/// Where the message belongs: behind the one before it in the text; else where the file begins.
fn place(translation: &Translation<'_>, at: usize) -> Place {
    let catalog = translation.catalog;
    let mut before = translation.leaves[..at].iter().rev();
    let end = before.find_map(|leaf| catalog.entry(&leaf.segment.id));
    let end = end.map(|entry| catalog.place(entry.range.end..entry.range.end));
    let first = || catalog.ids().first().and_then(|id| catalog.name_place(id));
    end.or_else(first).unwrap_or_else(|| catalog.place(0..0))
}

/// The first words of a text.
fn short(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((at, _)) = text.char_indices().nth(SHOWN) else { return text };
    let start = &text[..at];
    format!("{}…", start.rfind(' ').map_or(start, |space| &start[..space]))
}
