//! The terms of a locale as a glossary: every form that a term can take, and what is said of it.
//!
//! ```text
//! -civil-society =
//!     { $case ->
//!        *[nominative] гражданское общество
//!         [genitive] гражданского общества
//!     }
//!     .also = неправительственный сектор; гражданский сектор
//!     .forbidden = цивильное общество
//! ```

use fluent_syntax::ast::{Expression, InlineExpression, PatternElement};
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::pattern::{Inline, key, selector_variable};
use super::read::{File, Pattern};
use crate::diagnostic::Place;

/// Attribute with further accepted forms, parted by semicolons.
const ALSO: &str = "also";

/// Attribute with forms that are never to be used.
const FORBIDDEN: &str = "forbidden";

/// The most forms of one term: arguments multiply.
const MOST_FORMS: usize = 200;

/// The most terms within terms that are followed.
const DEEPEST: usize = 8;

/// A term and its forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The name, without `-`.
    pub name: String,
    /// What it can be, the form without arguments first.
    pub forms: Vec<Form>,
    /// Other words for it that are accepted.
    pub also: Vec<String>,
    /// Words for it that are never to be used.
    pub forbidden: Vec<String>,
    /// Where it is declared.
    pub place: Place,
}

/// One form of a term.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// The arguments that choose it: `case`, `genitive`; those that are chosen without arguments
    /// are left out.
    pub arguments: Vec<(String, String)>,
    /// The words.
    pub words: String,
}

impl Form {
    /// The arguments for a person: `case: genitive, form: full`.
    pub fn said_arguments(&self) -> String {
        let said = self.arguments.iter().map(|(name, key)| format!("{name}: {key}"));
        said.collect::<Vec<_>>().join(", ")
    }
}

/// The terms of a file, in its order.
pub(super) fn glossary(terms: &File) -> Vec<Term> {
    let all = terms.bodies().map(|(unit, body)| {
        let reader = Reader { terms };
        let list = |name| {
            let pattern = unit.pattern(Some(name));
            let forms = pattern.map(|pattern| reader.forms(pattern, None, 0)).unwrap_or_default();
            let parts = forms.iter().flat_map(|form| form.words.split([';', '؛', '；']));
            let parts = parts.map(|part| part.trim().to_owned());
            parts.filter(|part| !part.is_empty()).collect()
        };
        let mut forms: Vec<Form> = Vec::new();
        for form in body.value.map(|value| reader.forms(value, None, 0)).unwrap_or_default() {
            if !form.words.is_empty() && !forms.iter().any(|known| known.words == form.words) {
                forms.push(form);
            }
        }
        Term {
            name: body.id.to_owned(),
            forms,
            also: list(ALSO),
            forbidden: list(FORBIDDEN),
            place: terms.place(unit, body.id),
        }
    });
    all.collect()
}

/// The arguments that a term is given in another term; `None`: whatever a message may give it.
type Given<'a> = Option<&'a [(&'a str, String)]>;

struct Reader<'a> {
    terms: &'a File,
}

impl Reader<'_> {
    /// Everything that a pattern can say. What shows a variable that nobody gave is left out.
    fn forms(&self, pattern: &Pattern<'_>, given: Given<'_>, depth: usize) -> Vec<Form> {
        let mut forms = vec![Form::default()];
        for element in &pattern.elements {
            let parts = match element {
                PatternElement::TextElement { value } => vec![said(value)],
                PatternElement::Placeable { expression } => {
                    self.expression(expression, given, depth)
                }
            };
            forms = product(&forms, &parts);
        }
        for form in &mut forms {
            let words = form.words.split([' ', '\n']).filter(|word| !word.is_empty());
            form.words = words.collect::<Vec<_>>().join(" ");
        }
        forms
    }

    fn expression(
        &self,
        expression: &Expression<&str>,
        given: Given<'_>,
        depth: usize,
    ) -> Vec<Form> {
        let (selector, variants) = match expression {
            Expression::Inline(inline) => return self.inline(inline, given, depth),
            Expression::Select { selector, variants } => (selector, variants),
        };
        let name = selector_variable(selector).unwrap_or("");
        let value = given.map(|given| given.iter().find(|(known, _)| *known == name));
        let chosen = variants
            .iter()
            .find(|variant| value.flatten().is_some_and(|(_, value)| key(variant) == value));
        let default = || variants.iter().find(|variant| variant.default);
        let mut forms = Vec::new();
        // The default comes first: it is the form without arguments.
        let mut in_order: Vec<_> = variants.iter().collect();
        in_order.sort_by_key(|variant| !variant.default);
        if value.is_some() {
            in_order = chosen.or_else(default).into_iter().collect();
        }
        for variant in in_order {
            for mut form in self.forms(&variant.value, given, depth) {
                if !variant.default && value.is_none() {
                    form.arguments.insert(0, (name.to_owned(), key(variant).to_owned()));
                }
                forms.push(form);
            }
        }
        forms
    }

    fn inline(&self, inline: &Inline<'_>, given: Given<'_>, depth: usize) -> Vec<Form> {
        match inline {
            InlineExpression::StringLiteral { value } => {
                vec![said(&unescape_unicode_to_string(value))]
            }
            InlineExpression::NumberLiteral { value } => vec![said(value)],
            InlineExpression::VariableReference { id } => {
                let value = given.unwrap_or(&[]).iter().find(|(name, _)| *name == id.name);
                value.map(|(_, value)| said(value)).into_iter().collect()
            }
            InlineExpression::Placeable { expression } => self.expression(expression, given, depth),
            InlineExpression::TermReference { id, attribute, arguments } if depth < DEEPEST => {
                let unit = self.terms.unit(&format!("-{}", id.name));
                let attribute = attribute.as_ref().map(|attribute| attribute.name);
                let Some(pattern) = unit.and_then(|unit| unit.pattern(attribute)) else {
                    return Vec::new();
                };
                let named = arguments.as_ref().map_or(&[][..], |arguments| &arguments.named);
                let given = named.iter().filter_map(|argument| match &argument.value {
                    InlineExpression::StringLiteral { value } => {
                        Some((argument.name.name, unescape_unicode_to_string(value).into_owned()))
                    }
                    InlineExpression::NumberLiteral { value } => {
                        Some((argument.name.name, (*value).to_owned()))
                    }
                    InlineExpression::FunctionReference { .. }
                    | InlineExpression::MessageReference { .. }
                    | InlineExpression::TermReference { .. }
                    | InlineExpression::VariableReference { .. }
                    | InlineExpression::Placeable { .. } => None,
                });
                self.forms(pattern, Some(&given.collect::<Vec<_>>()), depth + 1)
            }
            InlineExpression::TermReference { .. }
            | InlineExpression::MessageReference { .. }
            | InlineExpression::FunctionReference { .. } => Vec::new(),
        }
    }
}

fn said(words: &str) -> Form {
    Form { arguments: Vec::new(), words: words.to_owned() }
}

/// Each of the one followed by each of the other.
fn product(before: &[Form], after: &[Form]) -> Vec<Form> {
    let pairs = before.iter().flat_map(|one| after.iter().map(move |two| (one, two)));
    let join = |(one, two): (&Form, &Form)| {
        let mut arguments = one.arguments.clone();
        arguments.extend(two.arguments.iter().cloned());
        Form { arguments, words: format!("{}{}", one.words, two.words) }
    };
    pairs.take(MOST_FORMS).map(join).collect()
}

#[cfg(test)]
mod tests {
    use super::super::read::read;
    use super::*;
    use crate::diagnostic::SourceText;

    #[test]
    fn all_forms_of_a_term() {
        let text = "\
-un = { $join ->
       *[none] الأمم المتحدة
        [li] للأمم المتحدة
    }
    .also = المنظمة؛ { -short }
    .forbidden = هيئة الأمم
-short = ONU
-office = { $form ->
       *[full] Office { -un(join: \"li\") }{ $case ->
           *[a] 甲
            [b] 乙
        }
        [short] Office
    }
-shown = { $name } x
";
        let (file, found) = read(&SourceText::new("terms.ftl", text));
        assert_eq!(found, []);
        let glossary = glossary(&file);
        let forms = |index: usize| -> Vec<String> {
            let forms = glossary[index].forms.iter();
            let form = |form: &Form| {
                let arguments = form.arguments.iter().map(|(name, key)| format!("{name}={key} "));
                format!("{}{}", arguments.collect::<String>(), form.words)
            };
            forms.map(form).collect()
        };
        assert_eq!(forms(0), ["الأمم المتحدة", "join=li للأمم المتحدة"]);
        assert_eq!(glossary[0].also, ["المنظمة", "ONU"]);
        assert_eq!(glossary[0].forbidden, ["هيئة الأمم"]);
        assert_eq!(
            forms(2),
            ["Office للأمم المتحدة甲", "case=b Office للأمم المتحدة乙", "form=short Office"]
        );
        assert_eq!(forms(3), Vec::<String>::new());
        assert_eq!(glossary[3].place.line, 15);
    }
}
