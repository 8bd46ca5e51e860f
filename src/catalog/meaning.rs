//! What a pattern says, in whatever shape a tool writes it.
//!
//! Pontoon (moz.l10n) has no select inside a sentence: it makes every select the whole message, with
//! the words around it in each variant, nested where there are several. That is no new translation.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Expression, InlineExpression, PatternElement};

use super::pattern::{canonical, expression_canonical, inline_canonical, key};
use super::read::Pattern;

/// The most bytes that are compared: selectors multiply.
const MOST_BYTES: usize = 4 << 20;

/// What is chosen: the selector, as in [`canonical`], and the key that fits; `None`: no key does.
type Choices<'a> = BTreeMap<String, Option<&'a str>>;

/// A pattern as a text that all patterns share which say the same for every choice of variants.
/// Without a select it is its [`canonical`] form.
pub(super) fn meaning(pattern: &Pattern<'_>) -> String {
    let mut keys = BTreeMap::new();
    collect(pattern, &mut keys);
    let plain = canonical(pattern);
    let most = MOST_BYTES / plain.len().max(1);
    // One more than there are keys: none of them.
    let all = keys.values().try_fold(1, |all: usize, keys: &BTreeSet<_>| {
        all.checked_mul(keys.len() + 1).filter(|all| *all <= most)
    });
    let Some(all) = all.filter(|_| !keys.is_empty()) else { return plain };
    let mut said = String::new();
    for number in 0..all {
        let mut rest = number;
        let mut choices = Choices::new();
        for (selector, keys) in &keys {
            let chosen = keys.iter().nth(rest % (keys.len() + 1)).copied();
            said.extend(["{", selector, "=", chosen.unwrap_or(""), "}"]);
            choices.insert(selector.clone(), chosen);
            rest /= keys.len() + 1;
        }
        say(pattern, &choices, &mut said);
        // Choices are apart as paragraphs are.
        said.push_str("\n\n");
    }
    said
}

/// The selectors of a pattern and all their keys.
fn collect<'a>(pattern: &'a Pattern<'a>, keys: &mut BTreeMap<String, BTreeSet<&'a str>>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        if let Expression::Select { selector, variants } = innermost(expression) {
            let mut name = String::new();
            inline_canonical(selector, &mut name);
            keys.entry(name).or_default().extend(variants.iter().map(key));
            for variant in variants {
                collect(&variant.value, keys);
            }
        }
    }
}

/// An expression without the braces around it.
fn innermost<'a>(expression: &'a Expression<&'a str>) -> &'a Expression<&'a str> {
    match expression {
        Expression::Inline(InlineExpression::Placeable { expression }) => innermost(expression),
        Expression::Inline(_) | Expression::Select { .. } => expression,
    }
}

/// The pattern with one variant of each select.
fn say(pattern: &Pattern<'_>, choices: &Choices<'_>, said: &mut String) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => said.push_str(value),
            PatternElement::Placeable { expression } => match innermost(expression) {
                inline @ Expression::Inline(_) => expression_canonical(inline, said),
                Expression::Select { selector, variants } => {
                    let mut name = String::new();
                    inline_canonical(selector, &mut name);
                    let chosen = choices.get(&name).copied().flatten();
                    let fits = variants.iter().find(|variant| Some(key(variant)) == chosen);
                    let variant = fits.or_else(|| variants.iter().find(|variant| variant.default));
                    if let Some(variant) = variant {
                        say(&variant.value, choices, said);
                    }
                }
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::pattern::fingerprint;
    use super::super::read::read;
    use crate::diagnostic::SourceText;
    use crate::segment::Fingerprint;

    fn print(pattern: &str) -> Fingerprint {
        let (file, problems) = read(&SourceText::new("m.ftl", format!("m = {pattern}\n")));
        assert_eq!(problems, []);
        fingerprint(file.units()[0].pattern(None).expect("it has a value"))
    }

    #[test]
    fn a_select_may_stand_within_the_words_or_around_them() {
        let within = "في { $a ->\n   *[x] الأول\n    [y] 二 { $b ->\n       *[z] 三\n    }\n } تمام";
        let around = "{ $a ->\n    [y]\n        { $b ->\n           *[z] في 二 三 تمام\n        }\n   \
                      *[x]\n        { $b ->\n           *[z] في الأول تمام\n        }\n }";
        assert_eq!(print(within), print(around));
        assert_eq!(
            print(within),
            print(&within.replace("{ $a", "{ { $a").replace("\n } تمام", "\n } } تمام"))
        );
        for other in [
            within.replace("二", "两"),
            within.replace("*[x] الأول\n    [y]", "[x] الأول\n   *[y]"),
            within.replace("$b", "$c"),
            within.replace("[y]", "[w]"),
        ] {
            assert_ne!(print(within), print(&other), "{other}");
        }
    }

    #[test]
    fn selectors_that_multiply_too_far_are_compared_as_they_stand() {
        let select = |n| format!("{{ $v{n} ->\n    [a] x\n   *[b] y\n }}");
        let many: Vec<_> = (0..40).map(select).collect();
        assert_eq!(print(&many.join(" ")), print(&many.join("  ")));
        assert_ne!(print(&many.join(" ")), print(&many[1..].join(" ")));
    }
}
