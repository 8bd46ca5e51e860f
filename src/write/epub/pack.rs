//! The zip container of a book (EPUB 3.3 §4.2.3): the same files give the same bytes, on any
//! machine and in any time zone.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// What the first entry of every book holds.
const MIMETYPE: &str = "application/epub+zip";

/// Packs files in the given order, behind the `mimetype` entry.
pub(super) fn pack(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // EPUB 3.3 §4.2.3: `mimetype` is the first entry, neither compressed nor with an extra field,
    // so that the 38th byte of the file begins the words that name the format.
    put(&mut zip, "mimetype", MIMETYPE.as_bytes(), CompressionMethod::Stored);
    for (path, bytes) in files {
        put(&mut zip, path, bytes, method(path));
    }
    zip.finish().expect("memory can be written to").into_inner()
}

fn put(zip: &mut ZipWriter<Cursor<Vec<u8>>>, path: &str, bytes: &[u8], how: CompressionMethod) {
    // `zip` fills in the clock and a Unix mode when it is not told otherwise.
    let options = SimpleFileOptions::default()
        .compression_method(how)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    // Up to level 9 `zip` deflates with zlib-rs, above with zopfli, which takes seconds.
    let options = match how {
        CompressionMethod::Deflated => options.compression_level(Some(9)),
        _ => options,
    };
    zip.start_file(path, options).expect("no two files of a book have the same path");
    zip.write_all(bytes).expect("memory can be written to");
}

/// Pictures in pixels are compressed already.
fn method(path: &str) -> CompressionMethod {
    match crate::files::media_type(path) {
        "image/png" | "image/jpeg" | "image/gif" | "image/webp" => CompressionMethod::Stored,
        _ => CompressionMethod::Deflated,
    }
}

#[cfg(test)]
mod tests {
    use zip::ZipArchive;

    use super::*;

    #[test]
    fn the_bytes_depend_on_nothing_but_the_files() {
        let words = (0..4000_u32).map(|n| format!("سنة {} 年", n * n % 977));
        let words = words.collect::<String>().into_bytes();
        let files = [("a.xhtml".to_owned(), words), ("b.png".to_owned(), vec![7; 9])];
        let book = pack(&files);
        assert_eq!(book, pack(&files));
        // Local header of `mimetype`: stored, 1980-01-01 00:00, no extra field, then the words.
        assert_eq!(&book[8..14], [0, 0, 0, 0, 0x21, 0]);
        assert_eq!(&book[26..30], [8, 0, 0, 0]);
        assert_eq!(&book[30..58], b"mimetypeapplication/epub+zip");
        // The checksum of these bytes pins what deflates: zlib-rs at level 9.
        let archive = pack(&[("book.zip".to_owned(), book)]);
        let entry = ZipArchive::new(Cursor::new(archive)).unwrap().by_index(1).unwrap().crc32();
        assert_eq!(entry, 2_027_649_049);
    }
}
