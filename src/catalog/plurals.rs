//! Whether a choice by number has a variant for every plural category of the language (CLDR).

use std::collections::BTreeSet;

use fluent_syntax::ast::{InlineExpression, Variant, VariantKey};
use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};

use super::pattern::{Inline, Use, key, uses};
use super::read::File;
use crate::diagnostic::Diagnostic;
use crate::locale::Locale;

/// The categories that tell a choice by number from any other.
const TELLING: [&str; 5] = ["zero", "one", "two", "few", "many"];

/// The numbers that are tried. Categories that only fractions and millions have are not asked for.
const TRIED: u32 = 1_000;

/// What the choices by number in a file lack.
pub(super) fn plurals(file: &File, locale: &Locale) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let units = file.units().iter().filter(|unit| unit.words().is_none());
    for (unit, body) in units.filter_map(|unit| Some((unit, unit.body()?))) {
        let attributes = body.attributes.iter().map(|attribute| &attribute.value);
        for used in body.value.into_iter().chain(attributes).flat_map(uses) {
            let Use::Select { selector, variants } = used else { continue };
            let lacking = lacking(selector, variants, locale);
            if lacking.is_empty() {
                continue;
            }
            let list: Vec<_> = lacking.iter().map(|name| format!("`[{name}]`")).collect();
            let message =
                format!("a choice by number in `{}` lacks {}", body.name(), list.join(", "));
            let help = format!("{} has these forms: add a line for each", locale.name());
            // What a person looks for is the choice, and its first key stands in the text.
            let place = variants.first().map_or(body.id, key);
            let problem = Diagnostic::warning("plural-categories", message).help(help);
            found.push(problem.at(file.place(unit, place)));
        }
    }
    found
}

/// The categories of the language for which there is no variant.
fn lacking(
    selector: &Inline<'_>,
    variants: &[Variant<&str>],
    locale: &Locale,
) -> Vec<&'static str> {
    let names: BTreeSet<&str> = variants.iter().map(key).collect();
    if !TELLING.iter().any(|telling| names.contains(telling)) {
        return Vec::new();
    }
    let tag = locale.language().parse().unwrap_or_else(|_| locale.identifier().clone());
    let Ok(rules) = PluralRules::create(tag, kind(selector)) else { return Vec::new() };
    let exact = |number: u32| {
        variants.iter().any(|variant| match &variant.key {
            VariantKey::NumberLiteral { value } => value.parse() == Ok(number),
            VariantKey::Identifier { .. } => false,
        })
    };
    let mut lacking = BTreeSet::new();
    for number in (0..=TRIED).filter(|number| !exact(*number)) {
        let name = rules.select(number).map_or("other", |category| name(&category));
        if !names.contains(name) {
            lacking.insert(name);
        }
    }
    lacking.into_iter().collect()
}

/// Whether a selector asks for the number of things or for the place in a row.
fn kind(selector: &Inline<'_>) -> PluralRuleType {
    let InlineExpression::FunctionReference { arguments, .. } = selector else {
        return PluralRuleType::CARDINAL;
    };
    let ordinal = arguments.named.iter().any(|argument| {
        argument.name.name == "type"
            && matches!(argument.value, InlineExpression::StringLiteral { value: "ordinal" })
    });
    if ordinal { PluralRuleType::ORDINAL } else { PluralRuleType::CARDINAL }
}

fn name(category: &PluralCategory) -> &'static str {
    match category {
        PluralCategory::ZERO => "zero",
        PluralCategory::ONE => "one",
        PluralCategory::TWO => "two",
        PluralCategory::FEW => "few",
        PluralCategory::MANY => "many",
        PluralCategory::OTHER => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::super::furniture::built_in;
    use super::super::read::read;
    use super::*;
    use crate::diagnostic::SourceText;
    use crate::locale::UNITED_NATIONS;

    #[test]
    fn every_category_has_its_variant() {
        let lacks = |key: &str, variants: &str| {
            let text = format!("m = {{ $n ->{variants}\n    }}\n");
            let (file, found) = read(&SourceText::new("a.ftl", text));
            assert_eq!(found, []);
            let found = plurals(&file, &Locale::built_in(key).unwrap());
            found.into_iter().map(|problem| problem.message).collect::<String>()
        };
        let two = "\n    [one] a\n   *[other] b";
        assert!(lacks("ar", two).ends_with("lacks `[few]`, `[many]`, `[two]`, `[zero]`"));
        assert!(lacks("ru", two).ends_with("lacks `[few]`, `[many]`"));
        assert!(lacks("zh", "\n    [one] a\n   *[few] b").ends_with("lacks `[other]`"));
        for key in ["en", "fr", "es"] {
            assert_eq!(lacks(key, two), "");
        }
        let exact = "\n    [0] z\n    [1] a\n    [2] b\n    [few] c\n    [many] d\n   *[other] e";
        assert_eq!(lacks("ar", exact), "");
        assert_eq!(lacks("ru", "\n    [one] a\n    [few] b\n   *[many] c"), "");
        assert_eq!(lacks("ru", "\n    [nominative] a\n   *[other] c"), "");
    }

    #[test]
    fn the_furniture_has_all_plurals() {
        for (key, _, _) in UNITED_NATIONS {
            let (file, _) = read(&SourceText::new("hexapla.ftl", built_in(key).unwrap()));
            assert_eq!(plurals(&file, &Locale::built_in(key).unwrap()), []);
        }
    }
}
