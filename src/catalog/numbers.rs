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
    let style = match digits {
        // These are what Rust writes; to ask ICU4X costs thousands of instructions.
        Digits::Western => return number.to_string(),
        Digits::Native => Style { native: true, grouping: false },
    };
    Numbers::construct(locale.clone(), (style,))
        .map_or_else(|_| number.to_string(), |numbers| numbers.format(&Decimal::from(number)))
}

fn show(value: &FluentValue<'_>, memoizer: &IntlLangMemoizer, digits: Digits) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    if let (Digits::Western, Some(whole)) = (digits, plainly(number)) {
        return Some(whole);
    }
    let grouping = number.options.minimum_integer_digits.is_some() && number.options.use_grouping;
    let style = Style { native: digits == Digits::Native, grouping };
    let decimal = decimal(number)?;
    memoizer.with_try_get::<Numbers, _, _>((style,), |numbers| numbers.format(&decimal)).ok()
}

/// A whole number of which nothing is asked, such as a year: it is as Rust writes it, and ICU4X
/// would take thousands of instructions to say the same.
fn plainly(number: &FluentNumber) -> Option<String> {
    let FluentNumberOptions { minimum_integer_digits, minimum_fraction_digits, .. } =
        number.options;
    let asked = minimum_integer_digits.is_some() || minimum_fraction_digits.is_some();
    let value = number.value;
    let whole = value.is_sign_positive() && value < 1e15 && value.fract() == 0.0;
    (whole && !asked).then(|| value.to_string())
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
    locale: icu_locale_core::Locale,
    grouping: GroupingStrategy,
}

impl Memoizable for Numbers {
    type Args = (Style,);
    type Error = icu_locale_core::ParseError;

    fn construct(lang: LanguageIdentifier, (style,): (Style,)) -> Result<Self, Self::Error> {
        let native = NATIVE.iter().find(|(language, _)| *language == lang.language.as_str());
        let system = native.filter(|_| style.native).map_or("latn", |(_, system)| system);
        let locale = format!("{lang}-u-nu-{system}").parse()?;
        let grouping =
            if style.grouping { GroupingStrategy::Auto } else { GroupingStrategy::Never };
        Ok(Self { locale, grouping })
    }
}

impl Numbers {
    fn format(&self, decimal: &Decimal) -> String {
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
    fn the_short_ways_say_what_icu4x_says() {
        let numbers = (0..2100_u32).chain([9_999, 10_000, 1_234_567, u32::MAX]);
        for tag in ["ar", "zh-Hans", "en", "fr", "ru", "es", "fa", "hi", "de-CH", "en-XA"] {
            let locale: LanguageIdentifier = tag.parse().unwrap();
            let style = Style { native: false, grouping: false };
            let long = Numbers::construct(locale.clone(), (style,)).unwrap();
            for number in numbers.clone() {
                let whole = FluentNumber::new(number.into(), FluentNumberOptions::default());
                let said = long.format(&decimal(&whole).unwrap());
                assert_eq!(plainly(&whole), Some(said.clone()), "{tag}");
                assert_eq!(bare(number.into(), &locale, Digits::Western), said, "{tag}");
            }
        }
    }

    #[test]
    fn other_numbers_go_the_long_way() {
        let asked = FluentNumberOptions {
            minimum_fraction_digits: Some(2),
            ..FluentNumberOptions::default()
        };
        assert_eq!(plainly(&FluentNumber::new(1.0, asked)), None);
        for value in [0.5, -1.0, -0.0, 1e15, f64::NAN, f64::INFINITY] {
            assert_eq!(plainly(&FluentNumber::new(value, FluentNumberOptions::default())), None);
        }
    }
}
