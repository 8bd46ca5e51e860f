//! Names that stay the same however often and wherever an edition is built: of a book
//! (EPUB 3.3 §5.5.3.1), and of the same release in a feed (RFC 4287 §4.2.6).

use uuid::Uuid;

use crate::edition::Edition;
use crate::locale::{Locale, LocaleRef};

/// The identifier of an edition.
pub fn of_edition(edition: &Edition) -> Uuid {
    in_locale(edition, &edition.locale)
}

/// The `UUIDv5` of the address of the release in this language, or of what names it where there is no
/// address: its publisher in the language of the original, which no translator can change.
pub fn in_locale(edition: &Edition, locale: &LocaleRef) -> Uuid {
    match &edition.settings.base_url {
        Some(base) => below(base, edition.slug.as_str(), locale),
        None => below(&format!("{}/", edition.publisher), edition.slug.as_str(), locale),
    }
}

/// The identifier of a release in a language, below what names its publisher.
pub fn below(publisher: &str, slug: &str, locale: &Locale) -> Uuid {
    of(&format!("{publisher}{slug}/{}", locale.tag()))
}

/// The identifier of what has this name.
pub fn of(name: &str) -> Uuid {
    Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes())
}
