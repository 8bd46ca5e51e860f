//! Locales: the BCP 47 language tag, the name of the folder, the direction, the own name.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use unic_langid::{CharacterDirection, LanguageIdentifier};

use crate::pseudo::Pseudo;

/// The direction in which a script is written (HTML `dir`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of the `dir` attribute: `ltr` or `rtl`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// Whether a character does nothing but turn the direction of those after it (UAX #9, §2.1, §2.2,
/// §2.4): it opens or closes an embedding, an override or an isolate.
pub fn is_direction_control(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Which digits numbers have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Digits {
    /// 0 to 9 in every locale.
    Western,
    /// The locale's own.
    Native,
}

/// One locale of a project.
///
/// `key` names folders and addresses (`zh`), `tag` is the BCP 47 language tag that stands in
/// markup and metadata (`zh-Hans`), `name` is what the language calls itself (`中文`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Locale {
    key: String,
    tag: LanguageIdentifier,
    name: String,
}

/// A locale that many values refer to.
pub type LocaleRef = Arc<Locale>;

/// The six official languages of the United Nations, in the UN's own order (alphabetical by
/// English name): key, BCP 47 tag, own name.
pub const UNITED_NATIONS: [(&str, &str, &str); 6] = [
    ("ar", "ar", "العربية"),
    ("zh", "zh-Hans", "中文"),
    ("en", "en", "English"),
    ("fr", "fr", "Français"),
    ("ru", "ru", "Русский"),
    ("es", "es", "Español"),
];

impl Locale {
    /// The built-in locale with this key, if it is one of the six.
    pub fn built_in(key: &str) -> Option<Self> {
        let (key, tag, name) = *UNITED_NATIONS.iter().find(|(k, _, _)| *k == key)?;
        Self::new(key, tag, name)
    }

    /// A locale from its key, its BCP 47 tag and its own name; `None` when the tag is not one, or
    /// when the key could not name a folder (ASCII letters, digits and hyphens).
    pub fn new(key: &str, tag: &str, name: &str) -> Option<Self> {
        let fits = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let tag: LanguageIdentifier = tag.parse().ok()?;
        let fit = !key.is_empty() && key.chars().all(fits) && !tag.language.is_empty();
        fit.then(|| Self { key: key.to_owned(), tag, name: name.to_owned() })
    }

    /// A pseudo-locale as a locale.
    pub fn disguised(pseudo: Pseudo) -> Self {
        Self::new(pseudo.tag(), pseudo.tag(), pseudo.name()).expect("its tag is a language tag")
    }

    /// The pseudo-locale that this is.
    pub fn pseudo(&self) -> Option<Pseudo> {
        Pseudo::named(&self.tag()).or_else(|| Pseudo::named(&self.key))
    }

    /// The name of the locale's folders: `zh`.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The BCP 47 language tag: `zh-Hans`.
    pub fn tag(&self) -> String {
        self.tag.to_string()
    }

    /// The parsed language tag.
    pub fn identifier(&self) -> &LanguageIdentifier {
        &self.tag
    }

    /// The primary language subtag: `zh`.
    pub fn language(&self) -> &str {
        self.tag.language.as_str()
    }

    /// The script (ISO 15924) that the language is written in, from the tag or CLDR's likely
    /// subtags: `Hans`.
    pub fn script(&self) -> Option<String> {
        let mut tag = self.tag.clone();
        tag.maximize();
        tag.script.map(|script| script.as_str().to_owned())
    }

    /// What the furniture knows the language by, to name it: `zh`. The name of a pseudo-locale is
    /// its own: `en-XA` is not English.
    pub fn known_as(&self) -> &str {
        if self.pseudo().is_some() { &self.key } else { self.language() }
    }

    /// The name of the language in itself: `中文`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The direction of the locale's script (Unicode CLDR character order).
    pub fn direction(&self) -> Direction {
        direction_of(&self.tag)
    }
}

/// The direction in which text with this language tag is written.
pub fn direction_of(tag: &LanguageIdentifier) -> Direction {
    match tag.character_direction() {
        CharacterDirection::RTL => Direction::Rtl,
        CharacterDirection::LTR | CharacterDirection::TTB => Direction::Ltr,
    }
}
