//! Scripts of letters (ISO 15924, ranges of the Unicode blocks).

use super::letters::is_alphabetic;
use crate::locale::Locale;

/// A script that the rules tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Script {
    Latin,
    Cyrillic,
    Greek,
    Arabic,
    Hebrew,
    Han,
    Kana,
    Hangul,
}

impl Script {
    /// The script of a letter; `None`: no letter, or of a script that is not told apart.
    pub fn of(c: char) -> Option<Self> {
        if !is_alphabetic(c) {
            return None;
        }
        Some(match c {
            'A'..='Z'
            | 'a'..='z'
            | '\u{C0}'..='\u{24F}'
            | '\u{1E00}'..='\u{1EFF}'
            | '\u{FF21}'..='\u{FF5A}' => Self::Latin,
            '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => Self::Greek,
            '\u{400}'..='\u{52F}' | '\u{1C80}'..='\u{1C8F}' => Self::Cyrillic,
            '\u{590}'..='\u{5FF}' => Self::Hebrew,
            '\u{600}'..='\u{6FF}'
            | '\u{750}'..='\u{77F}'
            | '\u{8A0}'..='\u{8FF}'
            | '\u{FB50}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFF}' => Self::Arabic,
            '\u{3040}'..='\u{30FF}' => Self::Kana,
            '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}' => {
                Self::Han
            }
            '\u{AC00}'..='\u{D7AF}' => Self::Hangul,
            _ => return None,
        })
    }

    /// The scripts that a locale is written in; none: not known here.
    pub fn of_locale(locale: &Locale) -> &'static [Self] {
        match locale.script().as_deref() {
            Some("Latn") => &[Self::Latin],
            Some("Cyrl") => &[Self::Cyrillic],
            Some("Grek") => &[Self::Greek],
            Some("Arab") => &[Self::Arabic],
            Some("Hebr") => &[Self::Hebrew],
            Some("Hans" | "Hant") => &[Self::Han],
            Some("Jpan") => &[Self::Han, Self::Kana],
            Some("Kore") => &[Self::Hangul, Self::Han],
            Some(_) | None => &[],
        }
    }

    /// The name that a person knows it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Latin => "Latin",
            Self::Cyrillic => "Cyrillic",
            Self::Greek => "Greek",
            Self::Arabic => "Arabic",
            Self::Hebrew => "Hebrew",
            Self::Han => "Chinese",
            Self::Kana => "Japanese",
            Self::Hangul => "Korean",
        }
    }

    /// Whether words are not parted by spaces.
    pub fn is_dense(self) -> bool {
        matches!(self, Self::Han | Self::Kana)
    }
}
