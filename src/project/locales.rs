//! A language more in `hexapla.toml`, in which all else stays as a person wrote it.

use toml::de::{DeTable, DeValue};

use super::{Settings, settings, written};
use crate::diagnostic::SourceText;
use crate::locale::{Locale, LocaleRef};

/// The settings with one more locale, as text. `None`: it cannot be put where the languages stand.
pub fn with_locale(config: &str, settings: &Settings, locale: &Locale) -> Option<String> {
    let entry = entry(locale);
    let table = DeTable::parse(config).ok()?;
    let (at, inserted) = match table.get_ref().get("locales") {
        None => {
            let known = settings.locales.iter().map(|one| self::entry(one));
            let all: Vec<_> = known.chain([entry]).collect();
            (0, format!("locales = [{}]\n", all.join(", ")))
        }
        Some(value) => match value.get_ref() {
            DeValue::Array(entries) => match entries.iter().last() {
                Some(last) => (last.span().end, format!(", {entry}")),
                None => (value.span().start + 1, entry),
            },
            _ => return None,
        },
    };
    let text = format!("{}{inserted}{}", &config[..at], &config[at..]);
    let read = settings::parse(Some(&SourceText::new("hexapla.toml", text.as_str()))).ok()?;
    let (added, known) = read.locales.split_last()?;
    let expected: &[LocaleRef] = &settings.locales;
    (**added == *locale && known == expected).then_some(text)
}

/// A locale as `locales` lists it.
fn entry(locale: &Locale) -> String {
    if Locale::built_in(locale.key()).is_some_and(|known| known == *locale) {
        return written::text(locale.key());
    }
    let [key, tag, name] = [locale.key(), &locale.tag(), locale.name()].map(written::text);
    format!("{{ key = {key}, tag = {tag}, name = {name} }}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_more() {
        let portuguese = Locale::new("pt", "pt-BR", "Português “x”").unwrap();
        let urdu = Locale::new("ur", "ur", "اردو").unwrap();
        let chinese = Locale::built_in("zh").unwrap();
        for (config, locale, expected) in [
            ("locales = [\"ar\"]\n", &chinese, "locales = [\"ar\", \"zh\"]\n"),
            (
                "# 语言\nlocales = [\n  \"ar\", # العربية\n  \"en\",\n]\n[text]\nwrap = 72\n",
                &urdu,
                "# 语言\nlocales = [\n  \"ar\", # العربية\n  \"en\", { key = \"ur\", tag = \"ur\", name = \"اردو\" },\n]\n[text]\nwrap = 72\n",
            ),
            (
                "organisation = \"x\"\n",
                &portuguese,
                "locales = [\"en\", { key = \"pt\", tag = \"pt-BR\", name = \"Português “x”\" }]\norganisation = \"x\"\n",
            ),
        ] {
            let settings = settings::parse(Some(&SourceText::new("hexapla.toml", config))).unwrap();
            let written = with_locale(config, &settings, locale);
            assert_eq!(written.as_deref(), Some(expected));
            // It is there already.
            let again = settings::parse(Some(&SourceText::new("hexapla.toml", expected))).unwrap();
            assert_eq!(with_locale(expected, &again, locale), None);
        }
    }
}
