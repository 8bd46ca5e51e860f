//! Words without their endings: enough to see that two forms are of one word, no more.

/// What a word is compared by: all that may be left of it.
#[derive(Clone)]
pub(super) struct Stem(Vec<String>);

/// A shorter rest could be anything.
const SHORTEST: usize = 3;

/// Endings of nouns and adjectives in Russian.
const RUSSIAN: [&str; 45] = [
    "иями", "ями", "ами", "ого", "его", "ому", "ему", "ыми", "ими", "иях", "иям", "ией", "ая",
    "яя", "ое", "ее", "ые", "ие", "ый", "ий", "ой", "ей", "ую", "юю", "ых", "их", "ом", "ем", "ам",
    "ям", "ах", "ях", "ов", "ев", "ью", "ья", "ия", "ии", "ию", "ым", "им", "а", "я", "о", "е",
];

/// Endings of one letter in Russian.
const RUSSIAN_SHORT: [&str; 6] = ["у", "ю", "ы", "и", "ь", "й"];

/// Endings of Arabic: feminine, dual, plural, accusative, and pronouns.
const ARABIC: [&str; 15] =
    ["ان", "ين", "ون", "ات", "تان", "تين", "ها", "هم", "نا", "ته", "تها", "ه", "ا", "ي", "ت"];

impl Stem {
    /// Compared as it is.
    pub fn exact(word: &str) -> Self {
        Self(vec![word.to_owned()])
    }

    /// Whether two words may be forms of one.
    pub fn meets(&self, other: &Self) -> bool {
        self.0.iter().any(|stem| other.0.contains(stem))
    }
}

/// The stem of a word in a language.
pub(super) fn stem(word: &str, language: &str) -> Stem {
    let hyphen = |c: char| if matches!(c, '\u{2010}' | '\u{2011}') { '-' } else { c };
    let word: String = word.chars().map(hyphen).collect();
    let letters = word.chars().filter(|c| c.is_alphabetic());
    let is_acronym = letters.clone().count() > 1 && letters.clone().all(char::is_uppercase);
    if is_acronym {
        return Stem::exact(&word);
    }
    let word = word.to_lowercase();
    match language {
        "ar" => arabic(&word),
        "ru" => {
            let parts = word.replace('ё', "е");
            let parts =
                parts.split('-').map(|part| ending_off(ending_off(part, &RUSSIAN), &RUSSIAN_SHORT));
            Stem::exact(&parts.collect::<Vec<_>>().join("-"))
        }
        "fr" | "es" | "pt" | "it" | "en" => {
            let plural = ending_off(&word, &["es", "s", "x"]);
            Stem::exact(ending_off(plural, &["e", "a", "o"]))
        }
        _ => Stem::exact(&word),
    }
}

/// The word without the longest of its endings, if enough is left.
fn ending_off<'w>(word: &'w str, endings: &[&str]) -> &'w str {
    let rests = endings.iter().filter_map(|ending| word.strip_suffix(ending));
    let rests = rests.filter(|rest| rest.chars().count() >= SHORTEST);
    rests.min_by_key(|rest| rest.len()).unwrap_or(word)
}

/// Particles and the article are written together with the word, and so are pronouns.
fn arabic(word: &str) -> Stem {
    let plain: String = word.chars().filter_map(plain).collect();
    let mut stems = vec![plain.clone()];
    for joined in ["و", "ف"] {
        stems.extend(plain.strip_prefix(joined).map(str::to_owned));
    }
    let mut add = |from: &[&str]| {
        let rests: Vec<String> = stems
            .iter()
            .flat_map(|stem| from.iter().filter_map(|prefix| stem.strip_prefix(prefix)))
            .map(str::to_owned)
            .collect();
        stems.extend(rests);
    };
    add(&["ب", "ل", "ك"]);
    add(&["ال", "ل"]);
    let rests: Vec<String> = stems
        .iter()
        .flat_map(|stem| ARABIC.iter().filter_map(|ending| stem.strip_suffix(ending)))
        .map(str::to_owned)
        .collect();
    stems.extend(rests);
    stems.retain(|stem| *stem == plain || stem.chars().count() >= SHORTEST);
    stems.sort();
    stems.dedup();
    Stem(stems)
}

/// Letters that are written in several ways as one; vowel marks out.
fn plain(c: char) -> Option<char> {
    match c {
        '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' => None,
        'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
        'ى' => Some('ي'),
        'ة' => Some('ه'),
        _ => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn forms_of_one_word_meet() {
        let meet =
            |one: &str, two: &str, language: &str| stem(one, language).meets(&stem(two, language));
        for (language, one, two) in [
            ("ar", "الدائم", "الدائمان"),
            ("ar", "الجمعية", "للجمعية"),
            ("ar", "حقوق", "بحقوق"),
            ("ar", "الدول", "دولا"),
            ("ar", "العنيف", "والعنيف"),
            ("ru", "гражданское", "гражданского"),
            ("ru", "государства-члены", "государствами-членами"),
            ("ru", "человека", "человек"),
            ("fr", "humains", "humaine"),
            ("es", "Permanente", "Permanentes"),
            ("zh", "人权", "人权"),
        ] {
            assert!(meet(one, two, language), "{one} {two}");
        }
        for (language, one, two) in [
            ("ar", "مكتب", "مكافحة"),
            ("ru", "право", "правило"),
            ("fr", "ONU", "onu"),
            ("es", "estado", "estable"),
        ] {
            assert!(!meet(one, two, language), "{one} {two}");
        }
    }
}
