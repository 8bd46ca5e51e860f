//! The terms of a locale, and where a text has them.
//!
//! Of the source, a term is found word by word, capitals included: “human rights” is not the “Human
//! Rights” of a name. Of a translation, endings may differ, and words may stand between: `الممثل
//! الدائم` is in `الممثلان الدائمان`, `Secrétaire général adjoint` in `Secrétaire général de
//! l’ONU adjoint`.

use std::collections::BTreeSet;
use std::ops::Range;

use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;

use super::function_words::{is_function_word, is_particle};
use super::prose::words;
use super::scripts::Script;
use super::stems::{Stem, stem};
use crate::catalog::Term;
use crate::locale::Locale;

/// How many words may stand between two words of a term.
const BETWEEN: usize = 8;

/// How many characters may stand between two parts of a term, in a script without spaces.
const BETWEEN_DENSE: usize = 10;

/// Terms of so many words may be said with other words between.
const LONG_TERM: usize = 3;

/// So few characters may be a part of a longer word.
const SHORT: usize = 3;

/// A word of a text: where it is, and what it is compared by.
#[derive(Clone)]
pub(super) struct Word<'t> {
    text: &'t str,
    at: usize,
    stem: Stem,
}

/// A form of a term.
struct Entry<'a> {
    term: &'a Term,
    words: Vec<Word<'a>>,
    /// Those without articles and the like.
    telling: Vec<Word<'a>>,
    is_forbidden: bool,
}

/// The terms of a locale, ready to be looked for.
pub(super) struct Lexicon<'a> {
    locale: &'a Locale,
    dense: bool,
    entries: Vec<Entry<'a>>,
}

/// A form of a term in a text.
pub(super) struct Match<'a, 't> {
    pub term: &'a Term,
    /// The words as they stand in the text.
    pub words: &'t str,
    pub is_forbidden: bool,
    /// The same in words of the text.
    range: Range<usize>,
}

impl<'a> Lexicon<'a> {
    /// The terms of a glossary.
    pub fn new(glossary: &'a [Term], locale: &'a Locale) -> Self {
        let dense = Script::of_locale(locale).iter().any(|script| script.is_dense());
        let mut lexicon = Self { locale, dense, entries: Vec::new() };
        for term in glossary {
            let forms = term.forms.iter().map(|form| &form.words).chain(&term.also);
            let forms = forms.map(|form| (form, false));
            let all = forms.chain(term.forbidden.iter().map(|form| (form, true)));
            let entry = |(form, is_forbidden): (&'a String, bool)| {
                let words = lexicon.read(form);
                let telling = lexicon.telling(&words);
                Entry { term, words, telling, is_forbidden }
            };
            let entries: Vec<_> = all.map(entry).filter(|entry| !entry.words.is_empty()).collect();
            lexicon.entries.extend(entries);
        }
        lexicon
    }

    /// A text in words; in a script without spaces, in characters.
    pub fn read<'t>(&self, text: &'t str) -> Vec<Word<'t>> {
        let language = self.locale.language();
        let mut read = Vec::new();
        for (at, word) in words(text) {
            let mut offset = at;
            for part in word.split_inclusive(['’', '\'']) {
                if self.dense {
                    let characters =
                        part.char_indices().map(|(i, c)| (i, &part[i..i + c.len_utf8()]));
                    read.extend(characters.map(|(i, text)| Word {
                        text,
                        at: offset + i,
                        stem: Stem::exact(text),
                    }));
                } else {
                    let text = part.trim_end_matches(['’', '\'']);
                    read.push(Word { text, at: offset, stem: stem(text, language) });
                }
                offset += part.len();
            }
        }
        read
    }

    /// The terms in a text as they are written there, the longest where they overlap.
    pub fn written<'t>(&self, text: &'t str) -> Vec<Match<'a, 't>> {
        // Particles are written together with the words of Arabic.
        let joined = self.locale.language() == "ar";
        let mut taken = self.matches(text, &|form: &Word<'_>, word: &Word<'_>, first| {
            same(form.text, word.text)
                || (first && same_but_capital(form.text, word.text))
                || (joined && form.stem.meets(&word.stem))
        });
        if taken.is_empty() {
            return taken;
        }
        let stretched = self.stretched(&self.read(text));
        taken.retain(|said| {
            let inside = |(range, term): &(Range<usize>, &Term)| {
                let around = range.start <= said.range.start && said.range.end <= range.end;
                term.name != said.term.name && around && range.len() > said.range.len()
            };
            !stretched.iter().any(inside)
        });
        taken
    }

    /// The same, with other endings.
    pub fn inflected<'t>(&self, text: &'t str) -> Vec<Match<'a, 't>> {
        self.matches(text, &|form: &Word<'_>, word: &Word<'_>, _| form.stem.meets(&word.stem))
    }

    fn matches<'t>(
        &self,
        text: &'t str,
        fits: &dyn Fn(&Word<'_>, &Word<'_>, bool) -> bool,
    ) -> Vec<Match<'a, 't>> {
        let words = self.read(text);
        let ends = self.ends(text);
        let mut found: Vec<(Range<usize>, &Entry<'a>)> = Vec::new();
        for entry in &self.entries {
            let length = entry.words.len();
            for (at, window) in words.windows(length).enumerate() {
                let mut pairs = entry.words.iter().zip(window).enumerate();
                let whole = || length > SHORT || ends.is_empty() || is_whole(window, &ends);
                if pairs.all(|(index, (form, word))| fits(form, word, index == 0)) && whole() {
                    found.push((at..at + length, entry));
                }
            }
        }
        // Of equally long ones, what is accepted counts.
        found.sort_by_key(|(range, entry)| (usize::MAX - range.len(), entry.is_forbidden));
        let mut taken: Vec<(Range<usize>, &Entry<'a>)> = Vec::new();
        for (range, entry) in found {
            let free = |(other, _): &(Range<usize>, _)| {
                other.end <= range.start || range.end <= other.start
            };
            if taken.iter().all(free) {
                taken.push((range, entry));
            }
        }
        taken.sort_by_key(|(range, _)| range.start);
        let place = |(range, entry): (Range<usize>, &Entry<'a>)| {
            let last = &words[range.end - 1];
            let words = &text[words[range.start].at..last.at + last.text.len()];
            Match { term: entry.term, words, is_forbidden: entry.is_forbidden, range }
        };
        taken.into_iter().map(place).collect()
    }

    /// Where words begin and end in a script without spaces.
    fn ends(&self, text: &str) -> BTreeSet<usize> {
        if !self.dense {
            return BTreeSet::new();
        }
        let segmenter = WordSegmenter::new_auto(WordBreakInvariantOptions::default());
        segmenter.segment_str(text).collect()
    }

    /// Whether a text says a term in one of its accepted forms.
    pub fn says(&self, text: &[Word<'_>], term: &Term) -> bool {
        let mut forms = self.entries.iter().filter(|entry| entry.term.name == term.name);
        forms.any(|entry| !entry.is_forbidden && self.has(text, entry))
    }

    fn has(&self, text: &[Word<'_>], entry: &Entry<'_>) -> bool {
        if self.dense {
            return has_parts(text, &entry.words);
        }
        (0..text.len()).any(|start| in_order(&text[start..], &entry.telling).is_some())
    }

    /// The words of a form without articles and the like; all of them where there are no others.
    fn telling<'t>(&self, form: &[Word<'t>]) -> Vec<Word<'t>> {
        let language = self.locale.language();
        let counts = |word: &&Word<'_>| {
            let lower = word.text.to_lowercase();
            !is_function_word(&lower, language) && !is_particle(&lower)
        };
        let telling: Vec<_> = form.iter().filter(counts).cloned().collect();
        if telling.is_empty() { form.to_vec() } else { telling }
    }

    /// Where longer terms are said with words between: what stands there is theirs.
    fn stretched(&self, words: &[Word<'_>]) -> Vec<(Range<usize>, &'a Term)> {
        let mut found = Vec::new();
        for entry in self.entries.iter().filter(|entry| !self.dense && !entry.is_forbidden) {
            if entry.telling.len() < LONG_TERM {
                continue;
            }
            for start in 0..words.len() {
                let length = in_order(&words[start..], &entry.telling);
                found.extend(length.map(|length| (start..start + length, entry.term)));
            }
        }
        found
    }
}

/// How many words of a text it takes to say a form from its first word on; `None`: it does not.
fn in_order(text: &[Word<'_>], form: &[Word<'_>]) -> Option<usize> {
    let (first, rest) = form.split_first()?;
    text.first().filter(|word| word.stem.meets(&first.stem))?;
    let mut at = 0;
    for next in rest {
        let mut following = text[at + 1..].iter().take(BETWEEN + 1);
        at += following.position(|word| word.stem.meets(&next.stem))? + 1;
    }
    Some(at + 1)
}

/// Whether a text has the characters of a form, in one piece or in two.
fn has_parts(text: &[Word<'_>], form: &[Word<'_>]) -> bool {
    let at = |text: &[Word<'_>], part: &[Word<'_>]| {
        text.windows(part.len())
            .position(|window| window.iter().zip(part).all(|(a, b)| a.text == b.text))
    };
    if form.len() <= text.len() && at(text, form).is_some() {
        return true;
    }
    (2..form.len().saturating_sub(1)).any(|split| {
        let (first, second) = form.split_at(split);
        let Some(start) = at(text, first) else { return false };
        let rest = &text[start + first.len()..];
        at(&rest[..rest.len().min(BETWEEN_DENSE + second.len())], second).is_some()
    })
}

/// Whether the characters begin and end where words do: 反恐办 is not in 反恐办法.
fn is_whole(characters: &[Word<'_>], ends: &BTreeSet<usize>) -> bool {
    let at = |word: &Word<'_>, after: usize| ends.contains(&(word.at + after));
    let (first, last) = (characters.first(), characters.last());
    first.is_some_and(|first| at(first, 0)) && last.is_some_and(|last| at(last, last.text.len()))
}

fn same(one: &str, two: &str) -> bool {
    let hyphen = |c: char| if matches!(c, '\u{2010}' | '\u{2011}') { '-' } else { c };
    one.chars().map(hyphen).eq(two.chars().map(hyphen))
}

/// A term may begin a sentence.
fn same_but_capital(form: &str, word: &str) -> bool {
    let (Some(a), Some(b)) = (form.chars().next(), word.chars().next()) else { return false };
    a.is_lowercase()
        && a.to_uppercase().eq([b])
        && same(&form[a.len_utf8()..], &word[b.len_utf8()..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Form;
    use crate::diagnostic::SourceText;

    #[test]
    fn terms_are_found_where_they_are_meant() {
        let place = SourceText::new("terms.ftl", "-a = b").place(0..1);
        let term = |name: &str, words: &str| Term {
            name: name.to_owned(),
            forms: vec![Form { arguments: Vec::new(), words: words.to_owned() }],
            also: Vec::new(),
            forbidden: Vec::new(),
            place: place.clone(),
        };
        let found = |key: &str, terms: &[Term], text: &str| -> String {
            let locale = Locale::built_in(key).expect("one of the six");
            let lexicon = Lexicon::new(terms, &locale);
            let found: Vec<_> = lexicon.written(text).iter().map(|said| said.words).collect();
            found.join("|")
        };
        let chinese = [term("office", "反恐办"), term("law", "法治")];
        assert_eq!(found("zh", &chinese, "循证的反恐办法，法治。"), "法治");
        let english = [term("rights", "human rights"), term("charter", "Charter of Human Rights")];
        let text = "Human rights, Human Rights, the Charter of Human Rights, human rights’ role";
        assert_eq!(
            found("en", &english, text),
            "Human rights|Charter of Human Rights|human rights"
        );
        let arabic = [term("un", "الأمم المتحدة"), term("women", "هيئة الأمم المتحدة للمرأة")];
        assert_eq!(
            found("ar", &arabic, "ونائبة لهيئة الأمم المتحدة للمرأة"),
            "لهيئة الأمم المتحدة للمرأة"
        );
        let posts = [
            term("head", "Secrétaire général"),
            term("deputy", "Secrétaire général adjoint à la lutte"),
        ];
        assert_eq!(found("fr", &posts, "le Secrétaire général adjoint de l’ONU à la lutte"), "");
    }
}
