//! `stale`: the source of a translation has changed since it was translated.

use super::Rule;
use super::context::{Context, Leaf};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::State;
use crate::edition::Standings;
use crate::identity::{Change, changes};

pub(super) const RULE: Rule = Rule { code: "stale", severity: Severity::Warning, run };

/// Characters that are shown on either side of a change.
const AROUND: usize = 30;

/// The most characters that are shown of what changed.
const LONGEST: usize = 300;

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let release = context.release;
    let mut found = Vec::new();
    for translation in &context.translations {
        let standings = Standings::new(release, translation.edition.locale.key());
        for leaf in &translation.leaves {
            let stands_in = match leaf.text.state {
                State::Stale => "",
                State::Outdated => "; the words of the source stand in",
                State::Source
                | State::Revised
                | State::Translated
                | State::Unverified
                | State::Missing => continue,
            };
            let (_, from) = standings.of(leaf.segment, translation.catalog);
            let key = translation.edition.locale.key();
            found.push(finding((leaf, key), release.lock.text(from), stands_in));
        }
    }
    found
}

fn finding((leaf, key): (&Leaf<'_>, &str), before: Option<&str>, stands_in: &str) -> Diagnostic {
    let id = &leaf.text.id;
    let message = format!("the source of `{id}` has changed since it was translated{stands_in}");
    let changed = before.map_or(String::new(), |before| {
        format!("; gone is `[-…-]`, new is `{{+…+}}`: {}", marked(before, &leaf.segment.pattern))
    });
    let help = format!(
        "bring it up to date and run `hexapla sync`, or, if it is still right, `hexapla accept \
         {key} {id}`{changed}"
    );
    RULE.finding(message).at(leaf.place()).help(help)
}

/// What changed, with a few words on either side.
fn marked(old: &str, new: &str) -> String {
    let changes = changes(old, new);
    let last = changes.len().saturating_sub(1);
    let mut out = String::new();
    for (index, change) in changes.into_iter().enumerate() {
        match change {
            Change::Same(text) => {
                let before = if index == 0 { "" } else { start(text) };
                let after = if index == last { "" } else { end(text) };
                if before.len() + after.len() >= text.len() {
                    out.push_str(text);
                } else {
                    out.extend([before, "…", after]);
                }
            }
            Change::Gone(text) => out.extend(["[-", text, "-]"]),
            Change::New(text) => out.extend(["{+", text, "+}"]),
        }
    }
    match out.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &out[..at]),
        None => out,
    }
}

/// The first words of a text; of one without spaces, the first characters.
fn start(text: &str) -> &str {
    let Some((at, _)) = text.char_indices().nth(AROUND) else { return text };
    text[..at].rfind(' ').map_or(&text[..at], |space| &text[..space])
}

/// The last words of a text.
fn end(text: &str) -> &str {
    let Some((at, _)) = text.char_indices().rev().nth(AROUND) else { return text };
    text[at..].find(' ').map_or(&text[at..], |space| &text[at + space + 1..])
}

#[cfg(test)]
mod tests {
    use super::marked;

    #[test]
    fn what_changed_is_shown_with_its_neighbours() {
        let long = "واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة";
        assert_eq!(
            marked(&format!("{long} قديم {long}"), &format!("{long} جديد {long}")),
            "…ستة سبعة ثمانية تسعة عشرة [-قديم-]{+جديد+} واحد اثنان ثلاثة أربعة خمسة…"
        );
        let chinese = "一二三四五六七八九十".repeat(5);
        let new = marked(&format!("旧{chinese}"), &format!("新{chinese}"));
        assert_eq!(new, format!("[-旧-]{{+新+}}{}…", "一二三四五六七八九十".repeat(3)));
        assert_eq!(marked("a b c", "a b d"), "a b [-c-]{+d+}");
        assert!(marked("x", &"word ".repeat(100)).chars().count() == 301);
    }
}
