//! `stray-space`: no space where a sign touches its word, at the start or at the end.

use std::ops::Range;

use super::letters::{is_arabic, is_han};
use super::view::View;
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::markdown::{Hand, Sign};
use crate::segment::Kind;

pub(super) const RULE: Rule =
    Rule { code: "stray-space", severity: Severity::Warning, looks: Looks::Signs(check) };

/// Signs that touch the word before them.
const CLOSING: &str = ",.;:?!)]،؛؟、，。；：？！）】》”’";

/// Signs that touch the word after them.
const OPENING: &str = "([（【《";

fn check(view: &View<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut index = 0;
    for run in view.signs.chunk_by(|a, b| is_space(a) && is_space(b)) {
        let signs = index..index + run.len();
        index = signs.end;
        if is_space(&run[0]) {
            found.extend(finding(view, signs));
        }
    }
    found
}

/// A space that is written, or a no-break space that is.
fn is_space(sign: &Sign) -> bool {
    matches!(sign.c, ' ' | '\u{A0}' | '\u{202F}' | '\u{3000}' | '\t') && is_own(sign)
}

fn is_own(sign: &Sign) -> bool {
    sign.hand == Hand::Own
}

fn finding(view: &View<'_>, signs: Range<usize>) -> Option<Diagnostic> {
    let last = signs.end - 1;
    let (before, after) = (view.before(signs.start), view.after(last));
    let message = match (before.map(|sign| sign.c), after.map(|sign| sign.c)) {
        (None, Some(_)) => "a space stands before the first word".to_owned(),
        (_, None) => "a space stands behind the last word".to_owned(),
        (Some(c), _) if OPENING.contains(c) && before.is_some_and(is_own) => {
            format!("a space stands behind `{c}`")
        }
        (Some(before), Some(c)) if touches(view, last, (before, c)) => {
            format!("a space stands before `{c}`")
        }
        (Some(before), Some(after)) => {
            let chinese = between_chinese(view, signs.clone(), (before, after));
            let particle = chinese.or_else(|| particle(view, signs.start, (before, after)));
            particle?
        }
    };
    // Beside the end of a line there may be a mark: `**word **`.
    let range = view.unbroken(signs)?;
    let problem = view.finding(&RULE, message, range.clone());
    Some(problem.help("delete the space").fix(range, ""))
}

/// A space among Chinese characters, or behind a sign that is as wide as one: what parts the words
/// of a title or the number of a chapter (`第一章 总则`) is meant.
fn between_chinese(
    view: &View<'_>,
    signs: Range<usize>,
    (before, after): (char, char),
) -> Option<String> {
    let own = |index: usize| view.signs.get(index).is_some_and(is_own);
    let running = match view.leaf.segment.kind {
        Kind::Paragraph | Kind::Quotation | Kind::Item | Kind::Definition | Kind::Note => true,
        Kind::Alert
        | Kind::Meta
        | Kind::Heading
        | Kind::Attribution
        | Kind::Term
        | Kind::Caption
        | Kind::Header
        | Kind::Cell
        | Kind::Alt
        | Kind::ImageCaption => false,
    };
    if view.language() != "zh" || !running || !own(signs.end) || !own(signs.start - 1) {
        return None;
    }
    if "，。；：？！、".contains(before) {
        return Some(format!("a space stands behind `{before}`"));
    }
    let is_part = |c: char| "章节条编部款项一二三四五六七八九十".contains(c);
    // Not what was meant as a link, nor a word said twice.
    let link = view.signs.windows(2).any(|pair| pair[0].c == ']' && pair[1].c == '(');
    if link || before == after {
        return None;
    }
    let sentence = view.signs.iter().any(|sign| sign.c == '。');
    let chinese = is_han(before) && (is_han(after) || "《（“".contains(after));
    // Words in a row with a space after each are a list, verses, names.
    let is_gap = |at: usize| {
        let around = [view.char_before(at), view.char_after(at)];
        is_space(&view.signs[at]) && around.into_iter().all(is_han)
    };
    let many = (0..view.signs.len()).filter(|at| is_gap(*at)).count() > 3;
    (chinese && sentence && !many && !is_part(before))
        .then(|| format!("a space stands between `{before}` and `{after}`"))
}

/// Words behind which a letter is a name: `الفئة ب`.
const LETTERED: &[&str] = &[
    "الفئة",
    "المرفق",
    "الجدول",
    "البند",
    "الفقرة",
    "القسم",
    "التذييل",
    "المجموعة",
    "الباب",
    "الجزء",
    "الحرف",
    "حرف",
    "فئة",
    "مرفق",
    "الفئتين",
    "الخيار",
    "النقطة",
    "القاعة",
    "المبنى",
    "فيتامين",
];

/// A particle of one letter that is cut off from its Arabic word, or from a placeable.
fn particle(view: &View<'_>, index: usize, (before, after): (char, char)) -> Option<String> {
    let at = index.checked_sub(1)?;
    let lone = "وفبلك".contains(before) && matches!(view.char_before(at), '\n' | ' ');
    let word = is_arabic(after) && !after.is_numeric() || after == '\u{FFFC}';
    let one = view.signs[index].c == ' ' && view.unbroken(at..index + 1).is_some();
    if !(lone && word && one && view.language() == "ar" && is_own(&view.signs[at])) {
        return None;
    }
    let earlier: String = view.signs[..at].iter().map(|sign| sign.c).collect();
    let named = earlier.split_whitespace().next_back();
    let named = named.is_some_and(|word| {
        let bare = word.trim_start_matches(['و', 'ب', 'ف', 'ك']);
        LETTERED.contains(&word) || LETTERED.contains(&bare) || word.starts_with("لل")
    });
    // `أ و ب`: names of things.
    let after_word = earlier.split_whitespace().next_back().map_or(2, |word| word.chars().count());
    let next: String = view.signs[index + 1..].iter().map(|sign| sign.c).collect();
    let next = next.split(|c: char| !is_arabic(c)).next().map_or(0, |word| word.chars().count());
    let letters = after_word == 1 || next == 1;
    (!named && !letters).then(|| format!("a space parts `{before}` from its word"))
}

/// Whether the sign after the space is punctuation that touches the word before it.
fn touches(view: &View<'_>, last: usize, (before, c): (char, char)) -> bool {
    if !CLOSING.contains(c) || view.signs[last + 1].hand != Hand::Own {
        return false;
    }
    let next = view.char_after(last + 1);
    let french = view.language() == "fr" && ";:?!”’".contains(c);
    // `1 : 50 000`, `.com`, `...`, `:-)`, `’ayn`: words of their own.
    let ends = next.is_whitespace() || ")]”’»".contains(next) || !c.is_ascii();
    // “The signs ? and !”.
    let named = "?!؟".contains(c) && view.word_after(last + 1).is_lowercase();
    // Arabic hands open with `”` as often as they close with it.
    let opens = "”’".contains(c) && (next.is_alphanumeric() || view.language() == "ar");
    let alone = !before.is_alphanumeric() && before != '\u{FFFC}' && !CLOSING.contains(before);
    let ratio = c == ':' && before.is_numeric() && view.word_after(last + 1).is_numeric();
    ends && !(french || named || opens || alone || ratio)
}
