//! The words of an FTL file in other letters, all else untouched byte for byte.

use std::ops::Range;

use fluent_syntax::ast::{Expression, InlineExpression, PatternElement};

use super::read::{Body, EntryKind, File, Pattern, Unit};

/// The entries of a file with every word that can be read said by `say`. Names, references,
/// arguments and the attributes of terms, which only selectors ask for, stay.
pub(super) fn disguise(file: &File, say: impl Fn(&str) -> String) -> String {
    let mut disguised = String::new();
    for (unit, body) in file.bodies() {
        let text = unit.source();
        let mut end = 0;
        for Range { start, end: next } in words(unit, &body) {
            disguised.push_str(&text[end..start]);
            disguised.push_str(&say(&text[start..next]));
            end = next;
        }
        disguised.push_str(&text[end..]);
        disguised.push('\n');
    }
    disguised
}

/// The bytes of a unit that hold words, in their order.
fn words(unit: &Unit, body: &Body<'_>) -> Vec<Range<usize>> {
    let mut slices = Vec::new();
    body.value.into_iter().for_each(|pattern| in_pattern(pattern, &mut slices));
    if body.kind == EntryKind::Message {
        body.attributes.iter().for_each(|attribute| in_pattern(&attribute.value, &mut slices));
    }
    let range = |slice: &str| {
        let start = unit.local(slice);
        start..start + slice.len()
    };
    slices.into_iter().map(range).collect()
}

fn in_pattern<'a>(pattern: &'a Pattern<'a>, found: &mut Vec<&'a str>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => found.push(value),
            PatternElement::Placeable { expression } => in_expression(expression, found),
        }
    }
}

fn in_expression<'a>(expression: &'a Expression<&'a str>, found: &mut Vec<&'a str>) {
    match expression {
        Expression::Select { variants, .. } => {
            for variant in variants {
                in_pattern(&variant.value, found);
            }
        }
        Expression::Inline(InlineExpression::Placeable { expression }) => {
            in_expression(expression, found);
        }
        // An escape in quotation marks (`\u00A0`) is no word.
        Expression::Inline(InlineExpression::StringLiteral { value }) if !value.contains('\\') => {
            found.push(value);
        }
        Expression::Inline(
            InlineExpression::StringLiteral { .. }
            | InlineExpression::NumberLiteral { .. }
            | InlineExpression::VariableReference { .. }
            | InlineExpression::MessageReference { .. }
            | InlineExpression::TermReference { .. }
            | InlineExpression::FunctionReference { .. },
        ) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::super::read::read;
    use super::*;
    use crate::diagnostic::SourceText;

    #[test]
    fn only_words_are_disguised() {
        let text = "-t = { $case ->\n   *[a] الأمم\n    [b] 联合国 of\n }\n    .gender = m\n\
                    # words\nm = see { -t(case: \"b\") } { \"x\" }{ \"\\u00A0\" }\n    two { NUMBER($n) }\n    .alt = c\n";
        let expected = "-t = { $case ->\n   *[a] الأمم\n    [b] 联合国 OF\n }\n    .gender = m\n\n\
                        m = SEE { -t(case: \"b\") } { \"X\" }{ \"\\u00A0\" }\n    TWO { NUMBER($n) }\n    .alt = C\n\n";
        let (file, problems) = read(&SourceText::new("m.ftl", text));
        assert_eq!(problems, []);
        assert_eq!(disguise(&file, str::to_uppercase), expected);
    }
}
