//! What changed between two wordings, word by word.

use crate::identity::{Change, changes};

/// Characters that an excerpt shows on either side of a change.
const AROUND: usize = 30;

/// The most characters of an excerpt.
const LONGEST: usize = 300;

/// The new wording with the changes marked as Git marks them: `[-gone-]{+new+}`.
pub fn marked(old: &str, new: &str) -> String {
    let parts = changes(old, new).into_iter().map(|change| part(change, str::to_owned));
    parts.collect()
}

/// The same with only a few words on either side of each change.
pub fn excerpt(old: &str, new: &str) -> String {
    let changes = changes(old, new);
    let last = changes.len().saturating_sub(1);
    let parts = changes.into_iter().enumerate().map(|(index, change)| {
        part(change, |text| {
            let before = if index == 0 { "" } else { start(text) };
            let after = if index == last { "" } else { end(text) };
            if before.len() + after.len() >= text.len() {
                return text.to_owned();
            }
            format!("{before}…{after}")
        })
    });
    let out: String = parts.collect();
    match out.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &out[..at]),
        None => out,
    }
}

fn part(change: Change<'_>, same: impl Fn(&str) -> String) -> String {
    match change {
        Change::Same(text) => same(text),
        Change::Gone(text) => format!("[-{text}-]"),
        Change::New(text) => format!("{{+{text}+}}"),
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
    use super::*;

    #[test]
    fn words_are_marked() {
        for (old, new, expected) in [
            ("لنا دور حاسم هنا.", "لنا دور هام هنا.", "لنا دور [-حاسم-]{+هام+} هنا."),
            ("我们发挥作用。", "我们发挥关键作用。", "我们发挥{+关键+}作用。"),
            (
                "a counter terrorism b",
                "a counter-terrorism b",
                "a [-counter terrorism-]{+counter-terrorism+} b",
            ),
            ("حضر 1,250 ممثلا", "حضر 1,320 ممثلا", "حضر [-1,250-]{+1,320+} ممثلا"),
            ("25 000 personnes", "26 000 personnes", "[-25 000-]{+26 000+} personnes"),
            ("Они здесь.", "Они здесь!", "Они [-здесь.-]{+здесь!+}"),
            ("这里。", "这里！", "这[-里。-]{+里！+}"),
            ("In 2020, 5 states", "In 2021, 15 states", "In [-2020-]{+2021+}, [-5-]{+15+} states"),
            ("A b.", "A b.", "A b."),
            ("", "новое", "{+новое+}"),
            ("One two three.", "One three.", "One [-two -]three."),
            ("a b c d", "x y z", "[-a b c d-]{+x y z+}"),
        ] {
            assert_eq!(marked(old, new), expected);
        }
    }

    #[test]
    fn what_changed_is_shown_with_its_neighbours() {
        let long = "واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة";
        assert_eq!(
            excerpt(&format!("{long} قديم {long}"), &format!("{long} جديد {long}")),
            "…ستة سبعة ثمانية تسعة عشرة [-قديم-]{+جديد+} واحد اثنان ثلاثة أربعة خمسة…"
        );
        let chinese = "一二三四五六七八九十".repeat(5);
        let new = excerpt(&format!("旧{chinese}"), &format!("新{chinese}"));
        assert_eq!(new, format!("[-旧-]{{+新+}}{}…", "一二三四五六七八九十".repeat(3)));
        assert_eq!(excerpt("a b c", "a b d"), "a b [-c-]{+d+}");
        assert!(excerpt("x", &"word ".repeat(100)).chars().count() == 301);
    }
}
