//! `homoglyph`: no letter stands in for another that looks the same.
//!
//! Such a word is not found by a search, is spelt out by screen readers, and is broken by braille.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::letters::is_han;
use super::prose::{addresses, own, own_words};
use super::scripts::Script;
use super::view::View;
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};

pub(super) const RULE: Rule =
    Rule { code: "homoglyph", severity: Severity::Warning, looks: Looks::Signs(findings) };

/// Letters that look the same in Latin, Cyrillic and Greek; `·`: there is none.
const ALIKE: [(&str, Script); 3] = [
    ("AaBCcEeHIiJjKMOoPpSsTXxYyZNVv", Script::Latin),
    ("АаВСсЕеНІіЈјКМОоРрЅѕТХхУу····", Script::Cyrillic),
    ("Α·Β··Ε·ΗΙιϳ·ΚΜΟοΡ···ΤΧ·Υ·ΖΝ·ν", Script::Greek),
];

/// Letters of other languages of the Arabic script, and those that Arabic has in their place. In
/// the end of a word, the Persian yeh may stand for either of two.
const ARABIC: [(char, &str); 9] = [
    ('\u{6CC}', "ي"),
    ('\u{6A9}', "ك"),
    ('\u{6AA}', "ك"),
    ('\u{6C0}', "ة"),
    ('\u{6C1}', "ه"),
    ('\u{6C3}', "ة"),
    ('\u{6D5}', "ه"),
    ('\u{6BE}', "ه"),
    ('\u{6D2}', "ي"),
];

/// The same the other way round, for Persian.
const PERSIAN: [(char, &str); 3] = [('\u{64A}', "ی"), ('\u{649}', "ی"), ('\u{643}', "ک")];

/// One-letter words of Russian, in the Latin letters that look the same.
const LONE: [(&str, &str); 4] = [("a", "а"), ("c", "с"), ("o", "о"), ("y", "у")];

/// A word, what is wrong with it, and how it is written right, where that is certain.
struct Wrong<'a> {
    word: &'a str,
    what: String,
    right: Option<String>,
}

fn findings(view: &View<'_>) -> Vec<Diagnostic> {
    let text = own(&view.leaf);
    let language = view.language();
    // Of Chinese, `chinese-width` tells it.
    let wide = |part| if language == "zh" { None } else { full_width(part) };
    let words: Vec<(usize, &str)> = own_words(&view.leaf).collect();
    let mut wrong: Vec<Wrong<'_>> = Vec::new();
    for (index, (at, word)) in words.iter().enumerate() {
        let parts = word.split(|c: char| !c.is_alphanumeric());
        wrong.extend(parts.filter_map(|part| {
            wide(part).or_else(|| mixed(part)).or_else(|| arabic(part, language))
        }));
        let neighbours = [index.checked_sub(1).map(|i| words[i]), words.get(index + 1).copied()];
        wrong.extend(lone(text, (*at, word), neighbours).filter(|_| language == "ru"));
    }
    wrong.extend(addresses(text).into_iter().filter_map(|range| account(text, range)));
    wrong.extend(radicals(text));
    wrong.into_iter().map(|wrong| finding(view, &wrong)).collect()
}

/// The name of an account or an address that goes on in letters of another script.
fn account(text: &str, address: Range<usize>) -> Option<Wrong<'_>> {
    let rest = &text[address.end..];
    let more = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let letters = &rest[..more];
    let latin = |c: char| {
        let from = Script::of(c).filter(|script| *script != Script::Latin);
        if c.is_ascii() { Some(c) } else { alike(c, from?, Script::Latin) }
    };
    let right: String = letters.chars().map(latin).collect::<Option<_>>()?;
    let what = "letters of another script in an address".to_owned();
    (!letters.is_empty()).then_some(Wrong { word: letters, what, right: Some(right) })
}

/// Radicals of a dictionary among the characters of a text.
fn radicals(text: &str) -> impl Iterator<Item = Wrong<'_>> {
    let is_radical = |c: char| matches!(c, '\u{2E80}'..='\u{2FDF}');
    text.char_indices().filter(move |(_, c)| is_radical(*c)).filter_map(move |(at, c)| {
        let word = &text[at..at + c.len_utf8()];
        let before = text[..at].chars().next_back();
        let after = text[at + c.len_utf8()..].chars().next();
        let right: String = word.nfkc().collect();
        let right = Some(right).filter(|right| right != word);
        let what = "a radical in place of a character".to_owned();
        let beside = [before, after].into_iter().flatten().any(is_han);
        beside.then_some(Wrong { word, what, right })
    })
}

fn finding(view: &View<'_>, wrong: &Wrong<'_>) -> Diagnostic {
    let leaf = &view.leaf;
    let message = format!("{} in `{}`: “{}”", wrong.what, leaf.text.id, wrong.word);
    // The same letters may stand in an address, too, or in the name of a term.
    let range = view.find(wrong.word);
    let place = range.clone().map_or_else(|| leaf.place_of(wrong.word), |at| leaf.place_at(at));
    let problem = RULE.finding(message).at(place);
    let problem = match &wrong.right {
        Some(right) => problem.help(format!("write “{right}”, which looks the same")),
        None => problem.help("type the word anew on a keyboard of the language"),
    };
    // A word of one letter may stand elsewhere in the message, too.
    let range = range.filter(|range| range.len() > 1);
    match (&wrong.right, range) {
        (Some(right), Some(range)) => problem.fix(range, right),
        (Some(_), None) | (None, _) => problem,
    }
}

/// Letters of full width, which Chinese typesetting has for Latin letters in vertical lines.
fn full_width(word: &str) -> Option<Wrong<'_>> {
    let is_wide = |c: char| matches!(c, '\u{FF10}'..='\u{FF19}' | '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}');
    let narrow = |c: char| {
        let code = u32::from(c) - 0xFEE0;
        if is_wide(c) { char::from_u32(code).unwrap_or(c) } else { c }
    };
    let wide = word.split(|c: char| !is_wide(c)).find(|part| !part.is_empty())?;
    let right = wide.chars().map(narrow).collect();
    Some(Wrong { word: wide, what: "letters of full width".to_owned(), right: Some(right) })
}

/// A word of two scripts, in which all letters of the one look like letters of the other.
fn mixed(word: &str) -> Option<Wrong<'_>> {
    if word.is_ascii() {
        return None;
    }
    let scripts = ALIKE.map(|(_, script)| script);
    let mut letters = word.chars().filter_map(Script::of);
    let first = letters.next()?;
    if letters.all(|script| script == first) {
        return None;
    }
    let own: Vec<_> = word.chars().filter_map(Script::of).collect();
    let count = |script| own.iter().filter(|known| **known == script).count();
    let mut present: Vec<_> = scripts.into_iter().filter(|script| count(*script) > 0).collect();
    present.sort_by_key(|script| std::cmp::Reverse(count(*script)));
    let [most, least] = present[..] else { return None };
    // Signs of science mix on purpose: ΔT, μm.
    if present.contains(&Script::Greek) && count(most) + count(least) < 4 {
        return None;
    }
    let translate = |from: Script, to: Script| -> Option<String> {
        let letter =
            |c: char| if Script::of(c) == Some(from) { alike(c, from, to) } else { Some(c) };
        word.chars().map(letter).collect()
    };
    let equal = count(most) == count(least);
    let reverse = translate(most, least);
    let right = translate(least, most).or_else(|| reverse.clone().filter(|_| equal))?;
    let what = format!("a word of {} and {} letters", most.name(), least.name());
    // Both are possible where all letters of the word look the same.
    let certain = reverse.is_none() || count(most) > 2 * count(least);
    Some(Wrong { word, what, right: Some(right).filter(|_| certain) })
}

/// The letter of another script that looks the same.
fn alike(c: char, from: Script, to: Script) -> Option<char> {
    let letters = |script| ALIKE.iter().find(|(_, known)| *known == script).map(|(all, _)| *all);
    let at = letters(from)?.chars().position(|known| known == c)?;
    letters(to)?.chars().nth(at).filter(|c| *c != '·')
}

/// A Latin letter that stands for a word of one letter among Cyrillic words.
fn lone<'t>(
    text: &'t str,
    (at, word): (usize, &'t str),
    [before, after]: [Option<(usize, &str)>; 2],
) -> Option<Wrong<'t>> {
    let (_, right) = LONE.iter().find(|(latin, _)| *latin == word)?;
    let ((from, before), (to, after)) = (before?, after?);
    let cyrillic = |word: &str| word.chars().all(|c| Script::of(c) == Some(Script::Cyrillic));
    let close = text[from + before.len()..at] == *" " && text[at + word.len()..to] == *" ";
    let what = "a Latin letter as a Russian word".to_owned();
    let wrong = Wrong { word: &text[at..at + word.len()], what, right: Some((*right).to_owned()) };
    (close && cyrillic(before) && cyrillic(after)).then_some(wrong)
}

/// Letters of other languages, or shapes of letters, in a word of Arabic script.
fn arabic<'a>(word: &'a str, language: &str) -> Option<Wrong<'a>> {
    // Shapes of letters, but not the ligatures that are signs of their own (ﷲ, ﷺ, ﷽).
    let is_shape = |c: char| matches!(c, '\u{FB50}'..='\u{FD3D}' | '\u{FD50}'..='\u{FDC7}' | '\u{FE70}'..='\u{FEFC}');
    if word.chars().any(is_shape) {
        let what = "shapes of Arabic letters in place of the letters".to_owned();
        return Some(Wrong { word, what, right: Some(word.nfkc().collect()) });
    }
    let table: &[(char, &str)] = match language {
        "ar" => &ARABIC,
        "fa" => &PERSIAN,
        _ => return None,
    };
    let of = |c: char| table.iter().find(|(wrong, _)| *wrong == c).map(|(_, right)| *right);
    word.chars().find(|c| of(*c).is_some())?;
    let right = word.chars().map(|c| of(c).map_or_else(|| c.to_string(), str::to_owned)).collect();
    // At the end of an Arabic word a Persian yeh may be ي or ى.
    let certain = !(language == "ar" && word.ends_with(['\u{6CC}', '\u{6D2}']));
    let what = "letters of another language".to_owned();
    Some(Wrong { word, what, right: Some(right).filter(|_: &String| certain) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_look_alike() {
        let lengths = ALIKE.map(|(letters, _)| letters.chars().count());
        assert_eq!(lengths, [lengths[0]; 3]);
        for (letters, script) in ALIKE {
            let wrong = letters.chars().find(|c| *c != '·' && Script::of(*c) != Some(script));
            assert_eq!(wrong, None, "{letters}");
        }
        let right = |word: &str| mixed(word).map(|wrong| wrong.right.unwrap_or_default());
        assert_eq!(right("вoйнa").as_deref(), Some("война"));
        assert_eq!(right("COVІD").as_deref(), Some("COVID"));
        for fine in ["SMSка", "USBшный", "μm", "ΔT", "αβ", "пять", "فيروس", "反恐"]
        {
            assert_eq!(right(fine), None, "{fine}");
        }
        let persian = arabic("مکافحة", "ar").and_then(|wrong| wrong.right);
        assert_eq!(persian.as_deref(), Some("مكافحة"));
        assert!(arabic("فی", "ar").is_some_and(|wrong| wrong.right.is_none()));
        assert!(arabic("مکافحه", "ur").is_none() && arabic("مكافحة", "ar").is_none());
    }
}
