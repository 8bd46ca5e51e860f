//! The writers: an edition in, bytes out. They see the tree, never FTL or Markdown.

mod body;
pub mod epub;
mod facts;
pub mod feed;
#[cfg(test)]
mod fixture;
pub mod glossary;
pub mod html;
mod identifier;
pub mod image;
pub mod node;
pub mod sitemap;
pub mod text;

use crate::edition::Edition;
use crate::locale::Locale;
use crate::project::Format;
use crate::segment::Slug;

/// The file of an edition in its folder `<slug>/<key>/`: `index.html`, `<slug>.<key>.epub`.
pub fn file_name(slug: &Slug, locale: &Locale, format: Format) -> String {
    match format {
        Format::Html => "index.html".to_owned(),
        Format::Epub => format!("{slug}.{}.epub", locale.key()),
        Format::Text => format!("{slug}.{}.txt", locale.key()),
    }
}

/// The address of the release in this locale and format, if the project says where it stands.
///
/// It names the file, as our links do: one address for one page, on any server.
pub fn address(edition: &Edition, locale: &Locale, format: Format) -> Option<String> {
    let base = edition.settings.base_url.as_ref()?;
    let slug = &edition.slug;
    Some(format!("{base}{slug}/{}/{}", locale.key(), file_name(slug, locale, format)))
}
