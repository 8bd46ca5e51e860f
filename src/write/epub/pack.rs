//! The zip container of a book (EPUB 3.3 §4.2.3): the same files give the same bytes, on any
//! machine and in any time zone.
//!
//! It is written here (PKWARE APPNOTE 6.3), because a crate for archives makes a compressor for
//! every entry: clearing its tables costs more than the compression of a book's small documents.

use std::cell::RefCell;

use flate2::{Compress, Compression, Crc, FlushCompress, Status};

/// What the first entry of every book holds.
const MIMETYPE: &str = "application/epub+zip";

/// The best that zlib knows.
const LEVEL: u32 = 9;

/// The first day that an archive can name, 1 January 1980, at midnight: time, then day.
const FIRST_DAY: [u16; 2] = [0, 0x21];

/// General purpose flag 11: the name is UTF-8.
const UTF8: u16 = 1 << 11;

/// A file that its owner may write and all may read, as Unix says it.
const MODE: u32 = 0o100_644 << 16;

/// Packs files in the given order, behind the `mimetype` entry.
pub(super) fn pack(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let size: usize = files.iter().map(|(_, bytes)| bytes.len()).sum();
    let mut archive = Archive { out: Vec::with_capacity(size / 2 + 1024), entries: Vec::new() };
    // EPUB 3.3 §4.2.3: `mimetype` is the first entry, neither compressed nor with an extra field,
    // so that the 38th byte of the file begins the words that name the format.
    archive.put("mimetype", MIMETYPE.as_bytes(), Method::Stored);
    for (path, bytes) in files {
        archive.put(path, bytes, method(path));
    }
    archive.finish()
}

/// How an entry is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Method {
    Stored = 0,
    Deflated = 8,
}

/// Pictures in pixels are compressed already.
fn method(path: &str) -> Method {
    match crate::files::media_type(path) {
        "image/png" | "image/jpeg" | "image/gif" | "image/webp" => Method::Stored,
        _ => Method::Deflated,
    }
}

/// An archive that is being written.
struct Archive<'a> {
    out: Vec<u8>,
    entries: Vec<Entry<'a>>,
}

/// An entry that has been written.
struct Entry<'a> {
    name: &'a str,
    /// What local and central header share, from the version that reads it to the name's length.
    header: Vec<u8>,
    offset: u32,
}

impl<'a> Archive<'a> {
    fn put(&mut self, name: &'a str, bytes: &[u8], how: Method) {
        let packed = match how {
            Method::Stored => None,
            Method::Deflated => Some(deflate(bytes)),
        };
        let held = packed.as_deref().unwrap_or(bytes);
        let mut crc = Crc::new();
        crc.update(bytes);
        // 2.0 is needed for what is deflated (APPNOTE §4.4.3.2).
        let version: u16 = if how == Method::Stored { 10 } else { 20 };
        let flags = if name.is_ascii() { 0 } else { UTF8 };
        let mut header = Vec::with_capacity(24);
        shorts(&mut header, &[version, flags, how as u16, FIRST_DAY[0], FIRST_DAY[1]]);
        longs(&mut header, &[crc.sum(), long(held.len()), long(bytes.len())]);
        shorts(&mut header, &[short(name.len())]);
        let offset = long(self.out.len());
        self.out.extend(b"PK\x03\x04");
        self.out.extend(&header);
        shorts(&mut self.out, &[0]);
        self.out.extend(name.as_bytes());
        self.out.extend(held);
        self.entries.push(Entry { name, header, offset });
    }

    /// The archive, with its directory at the end.
    fn finish(self) -> Vec<u8> {
        let Self { mut out, entries } = self;
        let start = out.len();
        for Entry { name, header, offset } in &entries {
            out.extend(b"PK\x01\x02");
            // Made by the version that reads it, on Unix (3).
            out.extend([header[0], 3]);
            out.extend(header);
            // No extra field, no comment, one disk, no internal attributes.
            shorts(&mut out, &[0; 4]);
            longs(&mut out, &[MODE, *offset]);
            out.extend(name.as_bytes());
        }
        let directory = [long(out.len() - start), long(start)];
        let count = short(entries.len());
        out.extend(b"PK\x05\x06");
        shorts(&mut out, &[0, 0, count, count]);
        longs(&mut out, &directory);
        shorts(&mut out, &[0]);
        out
    }
}

fn shorts(out: &mut Vec<u8>, numbers: &[u16]) {
    for number in numbers {
        out.extend(number.to_le_bytes());
    }
}

fn longs(out: &mut Vec<u8>, numbers: &[u32]) {
    for number in numbers {
        out.extend(number.to_le_bytes());
    }
}

fn short(number: usize) -> u16 {
    u16::try_from(number).expect("a name and a number of files that `disk` reads are small")
}

fn long(number: usize) -> u32 {
    u32::try_from(number).expect("a book is far smaller than 4 GiB: `disk` reads no large files")
}

thread_local! {
    /// One compressor for each thread. It is reset before it is used: nothing passes from book to
    /// book.
    static COMPRESSOR: RefCell<Compress> =
        RefCell::new(Compress::new(Compression::new(LEVEL), false));
}

/// The bytes, deflated (RFC 1951).
fn deflate(bytes: &[u8]) -> Vec<u8> {
    COMPRESSOR.with_borrow_mut(|compressor| {
        compressor.reset();
        let mut out = Vec::with_capacity(bytes.len() / 2 + 64);
        loop {
            let read = usize::try_from(compressor.total_in()).expect("it is in memory");
            let status = compressor
                .compress_vec(&bytes[read..], &mut out, FlushCompress::Finish)
                .expect("deflating takes any bytes");
            match status {
                Status::StreamEnd => return out,
                Status::Ok | Status::BufError => out.reserve(bytes.len() / 2 + 64),
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

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
