//! Values as `hexapla.toml` and front matter write them.

use toml::Value;

use crate::document::Date;

/// A string.
pub fn text(words: &str) -> String {
    Value::from(words).to_string()
}

/// A list of strings, on one line.
pub fn list<'a>(words: impl Iterator<Item = &'a str>) -> String {
    format!("[{}]", words.map(text).collect::<Vec<_>>().join(", "))
}

/// The day that is written as TOML writes it: `2026-01-31`; `None`: there is none.
pub fn date(written: &str) -> Option<Date> {
    let datetime: toml::value::Datetime = written.parse().ok()?;
    let date = datetime.date.filter(|_| datetime.time.is_none())?;
    Some(Date { year: date.year, month: date.month, day: date.day })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_read_as_they_were() {
        for words in ["منظمة", "机构 “甲”", "a \"b\" \\ c", "'\n\t\u{7F}\u{1}", "\"\"\"'''", ""]
        {
            let table: toml::Table = format!("a = {}", text(words)).parse().unwrap();
            assert_eq!(table["a"].as_str(), Some(words));
            assert!(!text(words).contains('\n') || words.contains('\n'));
        }
        let day = Date { year: 2024, month: 2, day: 29 };
        assert_eq!(date("2024-02-29"), Some(day));
        for wrong in ["2026-02-29", "31.1.2026", "2026-01-31T10:00:00Z", "٢٠٢٦-٠١-٣١", ""] {
            assert_eq!(date(wrong), None, "{wrong}");
        }
        assert_eq!(list(["en", "ar"].into_iter()), "[\"en\", \"ar\"]");
    }
}
