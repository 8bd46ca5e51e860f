//! What changed between two wordings, word by word.

use crate::identity::{Change, changes};

/// The new wording with the changes marked as Git marks them: `[-gone-]{+new+}`.
pub fn marked(old: &str, new: &str) -> String {
    let mut out = String::new();
    for change in changes(old, new) {
        match change {
            Change::Same(text) => out.push_str(text),
            Change::Gone(text) => out.extend(["[-", text, "-]"]),
            Change::New(text) => out.extend(["{+", text, "+}"]),
        }
    }
    out
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
}
