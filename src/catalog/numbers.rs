//! Numbers by ICU4X: Fluent's own `NUMBER` knows neither grouping nor digits.

use fluent::FluentArgs;
use fluent::types::{FluentNumber, FluentNumberOptions, FluentValue};
use fluent_syntax::ast::{CallArguments, InlineExpression};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::GroupingStrategy;
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

use super::check::Problem;
use crate::locale::Digits;

/// Languages whose everyday digits are not 0 to 9, with the Unicode numbering system of these
/// (CLDR `otherNumberingSystems/native`; Chinese is left out, its numerals are for ceremony).
const NATIVE: [(&str, &str); 20] = [
    ("ar", "arab"),
    ("as", "beng"),
    ("bn", "beng"),
    ("ckb", "arab"),
    ("dz", "tibt"),
    ("fa", "arabext"),
    ("gu", "gujr"),
    ("hi", "deva"),
    ("km", "khmr"),
    ("kn", "knda"),
    ("lo", "laoo"),
    ("ml", "mlym"),
    ("mr", "deva"),
    ("my", "mymr"),
    ("ne", "deva"),
    ("pa", "guru"),
    ("ps", "arabext"),
    ("te", "telu"),
    ("th", "thai"),
    ("ur", "arabext"),
];

/// The most digits after the decimal separator: Fluent's plural rules multiply by powers of ten
/// in 64 bits, and an `f64` holds no more than fifteen digits anyway.
const MOST_FRACTION: usize = 9;
const MOST_DIGITS: usize = 15;

/// The options of `NUMBER` that take a number of digits.
const DIGIT_OPTIONS: [&str; 3] =
    ["minimumIntegerDigits", "minimumFractionDigits", "maximumFractionDigits"];

/// The function `NUMBER($n)`: a number that is shown with the grouping of the locale.
///
/// The formatter sees only the value, so the mark of having been through here is an option that
/// changes nothing: at least one integer digit.
pub(super) fn number<'a>(
    positional: &[FluentValue<'a>],
    named: &FluentArgs<'_>,
) -> FluentValue<'a> {
    match positional.first() {
        Some(FluentValue::Number(number)) => {
            let mut options = number.options.clone();
            options.merge(named);
            options.minimum_integer_digits = options.minimum_integer_digits.or(Some(1));
            FluentValue::Number(FluentNumber::new(number.value, options))
        }
        Some(FluentValue::String(words)) => FluentValue::String(words.clone()),
        Some(FluentValue::Custom(_) | FluentValue::None | FluentValue::Error) | None => {
            FluentValue::Error
        }
    }
}

/// The formatter of a bundle with these digits.
pub(super) fn formatter(
    digits: Digits,
) -> fn(&FluentValue<'_>, &IntlLangMemoizer) -> Option<String> {
    // A formatter is a plain function: the locale comes from the memoizer, the digits cannot.
    match digits {
        Digits::Western => |value, memoizer| show(value, memoizer, Digits::Western),
        Digits::Native => |value, memoizer| show(value, memoizer, Digits::Native),
    }
}

/// A number without grouping, in the digits of the locale.
pub(super) fn bare(number: u64, locale: &LanguageIdentifier, digits: Digits) -> String {
    let style = Style { native: digits == Digits::Native, grouping: false };
    if system(locale, style) == WESTERN {
        return number.to_string();
    }
    Numbers::construct(locale.clone(), (style,))
        .map_or_else(|_| number.to_string(), |numbers| numbers.format(&Decimal::from(number)))
}

fn show(value: &FluentValue<'_>, memoizer: &IntlLangMemoizer, digits: Digits) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let grouping = number.options.minimum_integer_digits.is_some() && number.options.use_grouping;
    let style = Style { native: digits == Digits::Native, grouping };
    let decimal = decimal(number)?;
    memoizer.with_try_get::<Numbers, _, _>((style,), |numbers| numbers.format(&decimal)).ok()
}

/// The number with the digits that its options ask for.
fn decimal(number: &FluentNumber) -> Option<Decimal> {
    let FluentNumberOptions { minimum_integer_digits, minimum_fraction_digits, .. } =
        number.options;
    let most = number.options.maximum_fraction_digits.unwrap_or(MOST_FRACTION).min(MOST_FRACTION);
    let mut text = format!("{:.most$}", number.value);
    if text.contains('.') {
        text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
    }
    let mut decimal = Decimal::try_from_str(&text).ok()?;
    let digits = |digits: Option<usize>, most: usize| -> i16 {
        digits.map_or(0, |digits| i16::try_from(digits.min(most)).unwrap_or(0))
    };
    decimal.pad_end(-digits(minimum_fraction_digits, MOST_FRACTION));
    decimal.pad_start(digits(minimum_integer_digits, MOST_DIGITS));
    Some(decimal)
}

/// The Unicode numbering system of the digits 0 to 9.
const WESTERN: &str = "latn";

/// The numbering system of a language.
fn system(lang: &LanguageIdentifier, style: Style) -> &'static str {
    let native = NATIVE.iter().find(|(language, _)| *language == lang.language.as_str());
    native.filter(|_| style.native).map_or(WESTERN, |(_, system)| system)
}

/// How numbers are shown.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Style {
    native: bool,
    grouping: bool,
}

/// An ICU4X formatter as Fluent keeps it: one per locale and style.
///
/// `DecimalFormatter` itself is not `Sync`, so what is kept is how to make one; its data is
/// compiled in, and making it is a table look-up.
struct Numbers {
    western: bool,
    locale: icu_locale_core::Locale,
    grouping: GroupingStrategy,
}

impl Memoizable for Numbers {
    type Args = (Style,);
    type Error = icu_locale_core::ParseError;

    fn construct(lang: LanguageIdentifier, (style,): (Style,)) -> Result<Self, Self::Error> {
        let system = system(&lang, style);
        let locale = format!("{lang}-u-nu-{system}").parse()?;
        let grouping =
            if style.grouping { GroupingStrategy::Auto } else { GroupingStrategy::Never };
        Ok(Self { western: system == WESTERN, locale, grouping })
    }
}

impl Numbers {
    fn format(&self, decimal: &Decimal) -> String {
        self.bare(decimal).unwrap_or_else(|| self.format_by_icu(decimal))
    }

    /// A number that is shown by its digits 0 to 9 alone: a day, a year, a count.
    fn bare(&self, decimal: &Decimal) -> Option<String> {
        let text = decimal.to_string();
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        let groups = self.grouping != GroupingStrategy::Never && text.len() > 3;
        (self.western && digits && !groups).then_some(text)
    }

    fn format_by_icu(&self, decimal: &Decimal) -> String {
        DecimalFormatter::try_new((&self.locale).into(), self.grouping.into())
            .expect("compiled data falls back to the root locale")
            .format_to_string(decimal)
    }
}

/// What is wrong with the call of a function.
pub(super) fn call_problem(id: &str, arguments: &CallArguments<&str>) -> Option<Problem> {
    let problem = |message: String, help: &str| {
        Some(Problem { code: "wrong-function", message, help: help.to_owned() })
    };
    if id != "NUMBER" {
        return problem(
            format!("there is no function `{id}`"),
            "the one function is `NUMBER($name)`",
        );
    }
    let [InlineExpression::VariableReference { .. } | InlineExpression::NumberLiteral { .. }] =
        arguments.positional[..]
    else {
        return problem("`NUMBER` takes one variable".to_owned(), "write `NUMBER($name)`");
    };
    arguments.named.iter().find_map(|argument| {
        let name = argument.name.name;
        let fits = match &argument.value {
            InlineExpression::NumberLiteral { value } => {
                DIGIT_OPTIONS.contains(&name)
                    && value.parse::<usize>().is_ok_and(|n| n <= MOST_FRACTION)
            }
            InlineExpression::StringLiteral { value } => match name {
                "useGrouping" => ["true", "false"].contains(value),
                "type" => ["cardinal", "ordinal"].contains(value),
                _ => false,
            },
            InlineExpression::FunctionReference { .. }
            | InlineExpression::MessageReference { .. }
            | InlineExpression::TermReference { .. }
            | InlineExpression::VariableReference { .. }
            | InlineExpression::Placeable { .. } => false,
        };
        let help = "known are `type: \"ordinal\"`, `useGrouping: \"false\"`, \
                    `minimumIntegerDigits`, `minimumFractionDigits` and `maximumFractionDigits` \
                    (0 to 9)";
        if fits { None } else { problem(format!("`NUMBER` cannot take this `{name}`"), help) }
    })
}

/// What is wrong with a number in a pattern.
pub(super) fn literal_problem(value: &str) -> Option<Problem> {
    let fraction = value.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    (fraction > MOST_FRACTION || digits > MOST_DIGITS).then(|| Problem {
        code: "wrong-number",
        message: format!("the number `{value}` is too long"),
        help: format!("{MOST_DIGITS} digits at most, {MOST_FRACTION} of them after the point"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bare_numbers_are_as_icu_shows_them() {
        let tags = ["ar", "zh-Hans", "en", "fr", "ru", "es", "hi", "fa", "de-CH", "my"];
        let mut bare = 0;
        for tag in tags {
            let lang: LanguageIdentifier = tag.parse().expect("a tag");
            for (native, grouping) in [(false, false), (false, true), (true, false), (true, true)] {
                let style = Style { native, grouping };
                let numbers = Numbers::construct(lang.clone(), (style,)).expect("a locale");
                let small = (0..1_200).map(|n| n.to_string());
                let other = ["007", "-5", "+5", "1.5", "10.0", "1000", "20210526", "-0", "0.00"];
                for text in small.chain(other.map(str::to_owned)) {
                    let mut decimal = Decimal::try_from_str(&text).expect("a number");
                    for padded in [0, 4] {
                        decimal.pad_start(padded);
                        bare += usize::from(numbers.bare(&decimal).is_some());
                        let expected = numbers.format_by_icu(&decimal);
                        assert_eq!(numbers.format(&decimal), expected, "{tag} {text}");
                        if let (Ok(number), 0, false) = (text.parse::<u64>(), padded, grouping) {
                            let digits = if native { Digits::Native } else { Digits::Western };
                            let numbers = Numbers::construct(lang.clone(), (style,)).expect("one");
                            let by_icu = numbers.format_by_icu(&Decimal::from(number));
                            assert_eq!(super::bare(number, &lang, digits), by_icu);
                        }
                    }
                }
            }
        }
        assert!(bare > 10_000);
    }
}
