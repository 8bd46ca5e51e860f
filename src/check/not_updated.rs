//! `not-updated`: what is published has changed, and the front matter gives no new day for it.

use super::context::Context;
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity, Subject};
use crate::document::Status;
use crate::edition::Edition;

pub(super) const RULE: Rule =
    Rule { code: "not-updated", severity: Severity::Warning, looks: Looks::Whole(run) };

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let release = context.release;
    if release.facts.life.said != Some(Status::Published) {
        return Vec::new();
    }
    let translations = context.translations.iter().map(|translation| translation.edition);
    let editions = context.original.into_iter().chain(translations);
    let finding = |edition: &Edition| {
        let key = edition.locale.key();
        let known = release.lock.announced.get(key)?;
        let (slug, day) = (&release.slug, known.updated);
        if edition.facts.updated > day || edition.said() == known.said {
            return None;
        }
        let message = format!("what is published in `{key}` has changed since {day}");
        let help = format!(
            "give the day of the change: `updated = {{ {key} = … }}`, `updated = …` for all \
             languages, or a `[[correction]]`; then run `hexapla sync`. What was changed on \
             {day} itself: `hexapla sync --same-day {slug}`"
        );
        let place = release.source.place(0.."+++".len());
        let about =
            Subject { release: Some(slug.to_string()), locale: Some(key.to_owned()), id: None };
        let finding = RULE.finding(message).at(place).help(help);
        Some(Diagnostic { about: Some(Box::new(about)), ..finding })
    };
    editions.filter_map(finding).collect()
}
