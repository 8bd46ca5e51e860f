//! What no string of `hexapla.toml` may hold: TOML can write any character by its number, and the
//! settings are said in editions and on the terminal.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::settings::{Finding, finding};
use crate::locale::is_direction_control;
use crate::markdown::forbidden;

/// The strings, and the keys, that hold a control character or turn the direction of words.
pub(super) fn unfit(text: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    // What is no TOML is told elsewhere.
    if let Ok(table) = DeTable::parse(text) {
        in_table(table.get_ref(), &mut found);
    }
    found
}

fn in_table(table: &DeTable<'_>, found: &mut Vec<Finding>) {
    for (key, value) in table {
        found.extend(judge(key, key.get_ref()));
        in_value(value, found);
    }
}

fn in_value(value: &Spanned<DeValue<'_>>, found: &mut Vec<Finding>) {
    match value.get_ref() {
        DeValue::String(words) => found.extend(judge(value, words)),
        DeValue::Array(values) => values.iter().for_each(|value| in_value(value, found)),
        DeValue::Table(table) => in_table(table, found),
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {}
    }
}

fn judge<T>(at: &Spanned<T>, words: &str) -> Option<Finding> {
    let turns = || words.chars().find(|c| is_direction_control(*c));
    let c = forbidden(words).map(|(_, c)| c).or_else(turns)?;
    let message = format!("the character `U+{:04X}` cannot be published", u32::from(c));
    Some(finding(
        at,
        message,
        "take it out: readers cannot see it, and it can change what they see",
    ))
}

#[cfg(test)]
mod tests {
    use super::unfit;

    #[test]
    fn characters_by_their_number() {
        let fine = "a = \"المكتب\u{200F}\"\nb = [\"办公室\", { c = \"\"\"\n x\ty\"\"\" }]\n";
        assert!(unfit(fine).is_empty());
        for bad in [
            "organisation = \"\\u001B[2J\"",
            "organisation = \"ab\\u202Egro\"",
            "locales = [\"en\", { key = \"pt\", tag = \"pt\", name = \"\\u2067\" }]",
            "[links]\n\"a\\u0085\" = 1",
            "contact = '\u{202D}x'",
        ] {
            let found = unfit(bad);
            assert_eq!(found.len(), 1, "{bad}");
            assert!(found[0].range.is_some() && found[0].message.contains("`U+"), "{bad}");
        }
        assert!(unfit("not toml").is_empty());
    }
}
