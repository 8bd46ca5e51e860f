//! `final-punctuation`: a translation ends as its source does, each with the signs of its language.

use super::context::{Context, Leaf};
use super::difference::pairs;
use super::function_words::is_function_word;
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::segment::Kind;

pub(super) const RULE: Rule =
    Rule { code: "final-punctuation", severity: Severity::Warning, looks: Looks::Whole(run) };

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let pairs = context.translations.iter().flat_map(|one| pairs(&context.source, one));
    pairs.filter_map(|(source, translation)| check(source, translation)).collect()
}

/// How a text ends, whichever sign its language has for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Stop,
    /// A full stop that may belong to the word: `etc.`, `2021 г.`, `S. A.`.
    Abbreviation,
    Question,
    Exclamation,
    Colon,
    /// A comma or semicolon.
    Pause,
    /// Three points, or a dash where speech breaks off.
    Ellipsis,
    /// A letter or another sign.
    Bare,
}

impl End {
    fn name(self) -> &'static str {
        match self {
            Self::Stop | Self::Abbreviation => "a full stop",
            Self::Question => "a question mark",
            Self::Exclamation => "an exclamation mark",
            Self::Colon => "a colon",
            Self::Pause => "a comma or semicolon",
            Self::Ellipsis => "an ellipsis",
            Self::Bare => "no sign",
        }
    }
}

fn check(source: &Leaf<'_>, translation: &Leaf<'_>) -> Option<Diagnostic> {
    // What has no words at all has been left out, in its own way.
    if !translation.text.plain().contains(char::is_alphanumeric) {
        return None;
    }
    let (expected, found) = (end_of(source), end_of(translation));
    let ends = (expected, found);
    let inner = [source, translation].map(quoted_end);
    let quoted = |one: Option<End>, other: End| {
        one.is_some_and(|one| one == other) || one.is_some() && other == End::Stop
    };
    if quoted(inner[0], found) || quoted(inner[1], expected) {
        return None;
    }
    if agree(translation.segment.kind, ends) || is_phrase(source) && is_bare_or_stop(ends) {
        return None;
    }
    let message = format!("this ends with {}, the source with {}", found.name(), expected.name());
    let place = translation.place_of(last_word(translation.raw()));
    let help = "end it as the source ends, with the sign of this language; where it must differ, \
                leave it and say so in hexapla.toml";
    Some(RULE.finding(message).at(place).help(help))
}

/// Whether a source is a name or a phrase below a heading, and not a sentence or more.
fn is_phrase(source: &Leaf<'_>) -> bool {
    let words = source.text.plain();
    source.segment.kind != Kind::Heading
        && words.split_whitespace().count() < 4
        && words.chars().count() < 30
}

/// Whether one of the two has a full stop, and the other nothing.
fn is_bare_or_stop(ends: (End, End)) -> bool {
    matches!(ends, (End::Bare, End::Stop) | (End::Stop, End::Bare))
}

fn agree(kind: Kind, (source, translation): (End, End)) -> bool {
    use End::{Abbreviation, Bare, Colon, Exclamation, Pause, Stop};
    if source == translation {
        return true;
    }
    let either = |one: &[End]| one.contains(&source) && one.contains(&translation);
    if either(&[Abbreviation, Stop]) || either(&[Abbreviation, Bare]) {
        return true;
    }
    match kind {
        // A headline has the form that its language gives it, but is no sentence with a full stop.
        Kind::Heading => !matches!(translation, Stop | Colon | Pause),
        // “Dear colleagues,” is “Уважаемые коллеги!” and “女士们、先生们：”.
        Kind::Paragraph | Kind::Quotation | Kind::Definition | Kind::Note | Kind::Alert => {
            source == Pause && matches!(translation, Colon | Exclamation)
        }
        // Russian ends items with a semicolon, Chinese too, and whole sentences with a full stop.
        Kind::Item => {
            matches!(source, Bare | Pause) && matches!(translation, Bare | Pause | Stop)
                || (source, translation) == (Stop, Pause)
        }
        Kind::Meta
        | Kind::Attribution
        | Kind::Term
        | Kind::Caption
        | Kind::Header
        | Kind::Cell
        | Kind::Alt
        | Kind::ImageCaption => {
            either(&[Bare, Stop, Abbreviation, Pause]) || translation == Bare || source == Bare
        }
    }
}

fn end_of(leaf: &Leaf<'_>) -> End {
    end(&leaf.text.plain(), leaf.text.locale.language())
}

/// How a text ends, behind closing quotation marks and brackets.
fn end(text: &str, language: &str) -> End {
    const CLOSING: &str = "\"'”’“»›)]}）］】》〉」』\u{200E}\u{200F}\u{202C}\u{2069}";
    let closes = |c: char| CLOSING.contains(c) || c.is_whitespace();
    let words = text.trim_end_matches(closes);
    let group = words.trim_end_matches(['.', '?', '!', '؟', '？', '！', '…', '。', '．']);
    let signs = &words[group.len()..];
    if signs.contains(['?', '؟', '？']) {
        return End::Question;
    }
    if signs.contains(['!', '！']) {
        return End::Exclamation;
    }
    if signs.contains('…') || signs.chars().filter(|c| *c == '.').count() > 2 {
        return End::Ellipsis;
    }
    match words.chars().last() {
        Some('.') if is_abbreviated(group, language) => End::Abbreviation,
        Some('.' | '。' | '．' | '۔' | '।') => End::Stop,
        Some(':' | '：') => End::Colon,
        Some(',' | ';' | '،' | '؛' | '，' | '、' | '；') => End::Pause,
        Some('—' | '–') => End::Ellipsis,
        Some(_) | None => End::Bare,
    }
}

/// How a quotation ends that a full stop stands behind: «Who pays?».
fn quoted_end(leaf: &Leaf<'_>) -> Option<End> {
    let text = leaf.text.plain();
    let language = leaf.text.locale.language();
    let behind = text.trim_end().strip_suffix(['.', '。'])?;
    let inside =
        behind.trim_end_matches(['"', '”', '’', '“', '»', '›', '」', '』', '\u{A0}', '\u{202F}']);
    let asks = matches!(end(inside, language), End::Question | End::Exclamation);
    (inside.len() < behind.len() && asks).then(|| end(inside, language))
}

/// Abbreviations with which a text may end, in the languages that have them.
const ABBREVIATIONS: &str = " etc inc ltd corp bros jr sr co cia cía no nos op ibid vol art arts \
    pág págs párr párrs núm núms prof approx dept est seq prov tel ext min hrs \
    al ing lic adm avda гг вв др пр тыс млн млрд трлн руб коп чел мин час сек стр рис табл \
    ст им ул обл экз изд акад проф ";

/// Whether the word before a full stop can be an abbreviation: a known one, or one or two letters
/// that are no word that every text is full of.
fn is_abbreviated(words: &str, language: &str) -> bool {
    let word = words.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let letter = |c: char| matches!(c, 'a'..='z' | 'A'..='Z' | 'а'..='я' | 'А'..='Я');
    let lower = word.to_lowercase();
    let known = word.chars().count() <= 2 || ABBREVIATIONS.contains(&format!(" {lower} "));
    known && word.chars().all(letter) && !is_function_word(&lower, language)
}

/// The end of what is written, for a person to look at.
fn last_word(raw: &str) -> &str {
    let words = raw.trim_end();
    let start = words.char_indices().rev().nth(7).map_or(0, |(at, _)| at);
    let blank = words[..start].char_indices().rev().find(|(_, c)| c.is_whitespace());
    let start = blank.map_or(0, |(at, c)| at + c.len_utf8());
    let part = &words[start..];
    if words.find(part) == Some(start) { part } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends() {
        for (text, expected) in [
            ("هل هذا نص؟", End::Question),
            ("他说：“这是文本。”", End::Stop),
            ("（见文本）", End::Bare),
            ("Le texte « est prêt. »", End::Stop),
            ("Что это?!»", End::Question),
            ("26 мая 2021 г.", End::Abbreviation),
            ("文本……", End::Ellipsis),
            ("etc...", End::Ellipsis),
            ("fin 2024..", End::Stop),
            ("Voici le site.", End::Stop),
            ("Le 3 p.m.", End::Abbreviation),
            ("نص:", End::Colon),
            ("نص؛", End::Pause),
            ("we were told —", End::Ellipsis),
            ("", End::Bare),
        ] {
            assert_eq!(end(text, "fr"), expected, "{text}");
        }
    }
}
