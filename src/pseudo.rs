//! Pseudo-locales: the words of the source in letters that show what is not translatable, and what
//! breaks in longer words or from right to left.
//!
//! - `en-XA`: every Latin letter has a mark, and vowels stand twice, so that words are about 30 %
//!   longer and can still be read. What stands there without marks did not come from a message.
//! - `ar-XB`: every Latin letter is an Arabic one, always the same. Only letters of a right-to-left
//!   script show what a reader of Arabic will meet: direction from the words themselves, letters that
//!   join, Arabic fonts, isolates around what stays Latin. Overrides (RLO … PDF around every word, as
//!   other tools have it) would prove nothing of that, and we refuse such controls in every text.
//!
//! The tags are BCP 47: the regions `XA` to `XZ` are for private use. Names, addresses and numbers
//! stay as they are, as a translator would leave them: see `stays`.

use unicode_normalization::UnicodeNormalization as _;

/// A pseudo-locale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pseudo {
    /// Marked letters, longer words.
    Accented,
    /// Arabic letters.
    Arabic,
}

/// What the letters `a` to `z` become; capitals become the capitals of these.
const ACCENTED: &str = "áƀçđéƒĝĥîĵķļɱñôþɋŕšţûṽŵẋýž";

/// What the letters `a` to `z` become, each another. `p` and `v` are those with which Arabic writes
/// foreign names.
const ARABIC: &str = "ابصدعفغهيجكلمنوپقرستؤڤظخئز";

/// The most letters of a script without spaces that may stand together in Arabic letters.
const LONGEST_RUN: usize = 5;

impl Pseudo {
    /// Every pseudo-locale.
    pub const ALL: [Self; 2] = [Self::Accented, Self::Arabic];

    /// The BCP 47 language tag, which is the key too.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Accented => "en-XA",
            Self::Arabic => "ar-XB",
        }
    }

    /// What it calls itself: the name of no language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Accented => "Pseudo-locale en-XA",
            Self::Arabic => "Pseudo-locale ar-XB",
        }
    }

    /// The pseudo-locale with this tag or key.
    pub fn named(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.tag().eq_ignore_ascii_case(tag))
    }

    /// What its editions say of themselves. It is no phrase of the furniture: no reader ever meets it,
    /// so no translator should be asked for it, and it must be readable where nothing else is.
    pub fn notice(self) -> String {
        format!(
            "{}: made by a machine from the source, to show what cannot be translated and what \
             breaks. It is not a translation and not for publication.",
            self.name()
        )
    }

    /// Words in the letters of the pseudo-locale.
    pub fn say(self, words: &str) -> String {
        let mut said = String::with_capacity(words.len() * 2);
        for word in words.split_inclusive(char::is_whitespace) {
            if stays(word.trim_end()) {
                said.push_str(word);
            } else {
                match self {
                    Self::Accented => accented(word, &mut said),
                    Self::Arabic => arabic(word, &mut said),
                }
            }
        }
        said
    }
}

/// Whether a word is the same in every language: a handle (`@UN_OCT`, `#UNite`), an address
/// (`un.org`, `https://…`, `name@host`), or anything with a digit (`COVID-19`).
fn stays(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric() && !"@#".contains(c));
    let is_name = |part: &str| part.len() > 1 && part.bytes().all(|b| b.is_ascii_alphanumeric());
    let is_address = word.contains('.') && word.split(['.', '-', '/', '@']).all(is_name);
    word.starts_with('#') && word.len() > 1
        || word.contains('@')
        || word.contains('_')
        || word.contains("://")
        || word.chars().any(char::is_numeric)
        || is_address
}

/// The Latin letter that a letter is, without its mark.
fn base(letter: char) -> Option<u8> {
    let first = std::iter::once(letter).nfd().next().filter(char::is_ascii_alphabetic)?;
    u8::try_from(first).ok()
}

/// The letter of an alphabet that stands for a Latin letter.
fn nth(alphabet: &str, letter: u8) -> char {
    let index = usize::from(letter.to_ascii_lowercase() - b'a');
    alphabet.chars().nth(index).expect("every alphabet has 26 letters")
}

fn accented(word: &str, said: &mut String) {
    // Letters without a counterpart are lengthened only.
    let mut others = 0;
    for letter in word.chars() {
        let Some(latin) = base(letter) else {
            said.push(letter);
            if letter.is_alphabetic() {
                others += 1;
                said.extend((others % 3 == 1).then_some(letter));
            }
            continue;
        };
        let lower = nth(ACCENTED, latin);
        let double = b"aeiou".contains(&latin.to_ascii_lowercase()).then_some(lower);
        if latin.is_ascii_uppercase() {
            said.extend(lower.to_uppercase());
        } else {
            said.push(lower);
        }
        said.extend(double);
    }
}

fn arabic(word: &str, said: &mut String) {
    let mut others = 0;
    for letter in word.chars() {
        match base(letter) {
            Some(latin) => said.push(nth(ARABIC, latin)),
            None if letter.is_alphabetic() => {
                // Scripts without spaces would make one word of a sentence.
                let spaced = u32::from(letter) >= 0x2E80 && others == LONGEST_RUN;
                said.extend(spaced.then_some(' '));
                others = if spaced { 1 } else { others + 1 };
                let latin = b'a' + u8::try_from(u32::from(letter) % 26).expect("it is below 26");
                said.push(nth(ARABIC, latin));
            }
            None => said.push(punctuation(letter)),
        }
    }
}

/// Arabic has signs of its own.
fn punctuation(sign: char) -> char {
    match sign {
        ',' => '،',
        ';' => '؛',
        '?' => '؟',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_from_the_source() {
        assert_eq!(Pseudo::Accented.say("Member States, all?"), "Ɱééɱƀééŕ Šţááţééš, ááļļ?");
        assert_eq!(Pseudo::Arabic.say("Member States, all?"), "معمبعر ستاتعس، الل؟");
        // Not one letter of another script stays without a trace.
        assert_eq!(Pseudo::Accented.say("一个 мир عالم été"), "一一个 ммир ععالمم ééţéé");
        assert_eq!(Pseudo::Arabic.say("été"), "عتع");
        assert!(
            Pseudo::Arabic.say("世界人民大团结").chars().all(|c| c == ' ' || ARABIC.contains(c))
        );
    }

    #[test]
    fn what_is_the_same_in_every_language_stays() {
        for pseudo in Pseudo::ALL {
            for same in [
                "@UN_OCT",
                "(#UNite)",
                "un.org.",
                "https://un.org/a",
                "71/291",
                "COVID-19",
                "a@b.org",
            ] {
                assert_eq!(pseudo.say(same), same);
            }
            for words in ["etc.", "end.", "and/or", "U.S.", "#", "a.", "Counter-Terrorism"] {
                assert!(words == "#" || pseudo.say(words) != words, "{words}");
            }
        }
    }

    #[test]
    fn alphabets_have_a_letter_for_each() {
        for alphabet in [ACCENTED, ARABIC] {
            let letters: std::collections::BTreeSet<char> = alphabet.chars().collect();
            assert_eq!(letters.len(), 26);
            assert!(letters.iter().all(|c| !c.is_ascii() && c.is_alphabetic()));
            // What is written is in NFC, as everything is.
            assert_eq!(alphabet.nfc().collect::<String>(), alphabet);
        }
    }

    #[test]
    fn words_are_about_a_third_longer() {
        let text = include_str!("../content/2021-05-26-virtual-dialogue/index.md");
        let words: Vec<_> = text.split_whitespace().filter(|word| !stays(word)).collect();
        let words = words.join(" ");
        let (before, after) = (words.chars().count(), Pseudo::Accented.say(&words).chars().count());
        let longer = after * 100 / before - 100;
        assert!((25..=35).contains(&longer), "{longer} %");
    }
}
