//! `stale`: the source of a translation has changed since it was translated.

use super::Rule;
use super::context::{Context, Leaf, Translation};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::State;

pub(super) const RULE: Rule = Rule {
    code: "stale",
    severity: Severity::Warning,
    run,
};

/// Words that are shown on either side of what changed.
const AROUND: usize = 4;

/// The most words that are shown of what changed, on either side.
const LONGEST: usize = 40;

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let stale = |leaf: &&Leaf<'_>| matches!(leaf.text.state, State::Stale | State::Outdated);
    let translations = context.translations.iter();
    let found = translations.flat_map(|translation| {
        let leaves = translation.leaves.iter().filter(stale);
        leaves.map(|leaf| finding(context, translation, leaf))
    });
    found.collect()
}

fn finding(context: &Context<'_>, translation: &Translation<'_>, leaf: &Leaf<'_>) -> Diagnostic {
    let id = &leaf.text.id;
    let key = translation.edition.locale.key();
    let message = match leaf.text.state {
        State::Outdated => format!(
            "the source of `{id}` has changed since it was translated: its own words stand in"
        ),
        State::Source
        | State::Revised
        | State::Translated
        | State::Unverified
        | State::Stale
        | State::Missing => format!("the source of `{id}` has changed since it was translated"),
    };
    let todo = "bring the translation up to date, then run `hexapla sync`";
    let help = match old(context, key, leaf) {
        None => todo.to_owned(),
        Some(old) => {
            let (old, new) = difference(old, &leaf.segment.pattern);
            format!("{todo}; it was “{old}”, and now is “{new}”")
        }
    };
    RULE.finding(message).at(leaf.place()).help(help)
}

/// The source as it was when the translation was made, or as translators last saw it.
fn old<'a>(context: &'a Context<'_>, key: &str, leaf: &Leaf<'_>) -> Option<&'a str> {
    let lock = &context.release.lock;
    let now = &leaf.segment.fingerprint;
    let stamped = lock.stamp(key, &leaf.text.id.to_string()).map(|stamp| &stamp.source);
    let shown = || lock.segments.iter().find(|known| known.id == leaf.text.id);
    let old = stamped.filter(|source| *source != now);
    lock.text(old.or_else(|| shown().map(|known| &known.fingerprint))?)
}

/// What differs between two texts, with a few words on either side.
fn difference(old: &str, new: &str) -> (String, String) {
    let [old, new] = [old, new].map(pieces);
    let pairs = || old.iter().zip(&new);
    let before = pairs().take_while(|(a, b)| a == b).count();
    let most = old.len().min(new.len()) - before;
    let backwards = old.iter().rev().zip(new.iter().rev());
    let after = backwards.take(most).take_while(|(a, b)| a == b).count();
    (shown(&old, before, after), shown(&new, before, after))
}

/// A text in words with the white space before each; a character of Chinese is one.
fn pieces(text: &str) -> Vec<&str> {
    let dense = |c: char| matches!(c, '\u{3000}'..='\u{9FFF}' | '\u{FF00}'..='\u{FF65}');
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices().skip(1) {
        let last = text[..at].chars().next_back().is_some_and(dense);
        if c == ' ' || dense(c) || last {
            pieces.push(&text[start..at]);
            start = at;
        }
    }
    pieces.push(&text[start..]);
    pieces
}

fn shown(pieces: &[&str], before: usize, after: usize) -> String {
    let from = before.saturating_sub(AROUND);
    let to = (pieces.len() - after + AROUND).min(pieces.len());
    let cut = to.min(from + LONGEST);
    let start = if from > 0 { "…" } else { "" };
    let end = if cut < pieces.len() { " …" } else { "" };
    format!("{start}{}{end}", pieces[from..cut].concat())
}

#[cfg(test)]
mod tests {
    use super::difference;

    #[test]
    fn what_changed_is_shown_with_its_neighbours() {
        let said = |old: &str, new: &str| {
            let (old, new) = difference(old, new);
            format!("{old} | {new}")
        };
        assert_eq!(said("一二三四五六七八九", "一二三四五六六八九"), "…三四五六七八九 | …三四五六六八九");
        assert_eq!(
            said("واحد اثنان ثلاثة أربعة خمسة ستة", "واحد اثنان ثلاثة أربعة خمسة سبعة"),
            "… اثنان ثلاثة أربعة خمسة ستة | … اثنان ثلاثة أربعة خمسة سبعة"
        );
        assert_eq!(said("a b c", "a b c d"), "a b c | a b c d");
        assert_eq!(said("a a", "a"), "a a | a");
        assert_eq!(said("", "new"), " | new");
        let (_, long) = difference("x", &"word ".repeat(100));
        assert!(long.ends_with(" …") && long.len() < 300, "{long}");
    }
}
