//! The files of editions, as a build has just written them.

use super::manifest::File;
use super::plan::Plan;
use super::request::share;
use crate::edition::Edition;
use crate::project::Format;
use crate::write::file_name;
use crate::write::html::Download;

/// A file of an edition, as the manifest has it.
pub(super) struct Written {
    pub file: File,
    pub bytes: Vec<u8>,
}

/// A file of an edition.
pub(super) fn described(edition: &Edition, format: Format, bytes: Vec<u8>) -> Written {
    let name = file_name(&edition.slug, &edition.locale, format);
    let file = File {
        locale: Some(edition.locale.key().to_owned()),
        lang: Some(edition.locale.tag()),
        format: Some(format),
        translated: edition.locale.pseudo().is_none().then(|| share(edition)),
        ..File::shared(&format!("{}/{name}", edition.locale.key()), &bytes)
    };
    Written { file, bytes }
}

/// Formats and sizes.
pub(super) fn sizes(files: &[Written]) -> Vec<(Format, usize)> {
    files.iter().filter_map(|one| Some((one.file.format?, one.bytes.len()))).collect()
}

/// The files in other formats that a page offers: those just written, and those that stay.
pub(super) fn downloads(edition: &Edition, written: &[Written], plan: &Plan) -> Vec<Download> {
    let kept = plan.kept(edition.locale.key());
    let offered = edition.formats.iter().filter(|format| **format != Format::Html);
    let download = |format: &Format| {
        let new = written.iter().find(|one| one.file.format == Some(*format));
        let new = new.map(|one| one.bytes.len());
        let bytes = new.or_else(|| kept.get(format).map(|file| file.bytes))?;
        let file = file_name(&edition.slug, &edition.locale, *format);
        Some(Download { format: *format, file, bytes })
    };
    offered.filter_map(download).collect()
}
