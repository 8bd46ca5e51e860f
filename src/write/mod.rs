//! The writers: an edition in, bytes out. They see the tree, never FTL or Markdown.

mod body;
pub mod epub;
mod facts;
#[cfg(test)]
mod fixture;
pub mod glossary;
pub mod html;
pub mod image;
pub mod node;
pub mod parallel;
pub mod text;

use crate::edition::Edition;
use crate::locale::Locale;
use crate::project::Format;
use crate::segment::Slug;

/// The file of an edition in its folder `<slug>/<key>/`: `index.html`, `<slug>.<key>.epub`.
pub fn file_name(slug: &Slug, locale: &Locale, format: Format) -> String {
    file_in(slug, locale.key(), format)
}

/// The same in any folder of the release, also that of a parallel edition.
pub fn file_in(slug: &Slug, folder: &str, format: Format) -> String {
    match format {
        Format::Html => "index.html".to_owned(),
        Format::Epub => format!("{slug}.{folder}.epub"),
        Format::Text => format!("{slug}.{folder}.txt"),
    }
}

/// The address of the release in this locale and format, if the project says where it stands.
///
/// It names the file, as our links do: one address for one page, on any server.
pub fn address(edition: &Edition, locale: &Locale, format: Format) -> Option<String> {
    address_in(edition, locale.key(), format)
}

/// The same for any folder of the release.
pub fn address_in(edition: &Edition, folder: &str, format: Format) -> Option<String> {
    let base = edition.settings.base_url.as_ref()?;
    let slug = &edition.slug;
    Some(format!("{base}{slug}/{folder}/{}", file_in(slug, folder, format)))
}
