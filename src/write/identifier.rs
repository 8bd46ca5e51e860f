//! Names that stay the same however often and wherever an edition is built: of a book
//! (EPUB 3.3 §5.5.3.1), and of the same release in a feed (RFC 4287 §4.2.6).

use uuid::Uuid;

use crate::edition::Edition;
use crate::locale::Locale;

/// The identifier of an edition, or of several beside each other.
pub fn of_editions(editions: &[&Edition]) -> Uuid {
    let tags: Vec<_> = editions.iter().map(|edition| edition.locale.tag()).collect();
    tagged(editions[0], &tags.join("_"))
}

/// The `UUIDv5` of the address of the release in this language, or of what names it where there is no
/// address: its publisher in the language of the original, which no translator can change.
pub fn in_locale(edition: &Edition, locale: &Locale) -> Uuid {
    tagged(edition, &locale.tag())
}

fn tagged(edition: &Edition, tag: &str) -> Uuid {
    match &edition.settings.base_url {
        Some(base) => below(base, edition.slug.as_str(), tag),
        None => below(&format!("{}/", edition.publisher), edition.slug.as_str(), tag),
    }
}

/// The identifier of a release in a language, below what names its publisher.
pub fn below(publisher: &str, slug: &str, tag: &str) -> Uuid {
    of(&format!("{publisher}{slug}/{tag}"))
}

/// The identifier of what has this name.
pub fn of(name: &str) -> Uuid {
    Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes())
}
