//! Bytes of a file as text that is sound (UTF-8, without a byte order mark, line ends LF, NFC), and
//! back as they were.

use crate::diagnostic::{Diagnostic, Place};
use crate::nfc::{is_nfc, nfc};

/// The text of a file, or what is wrong with its bytes.
///
/// # Errors
/// When they are no text.
pub fn decode(path: &str, bytes: &[u8]) -> Result<String, Diagnostic> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let at = error.valid_up_to();
            let message = format!("the byte {:#04x} is not UTF-8", bytes[at]);
            let problem = Diagnostic::error("not-utf-8", message).at(byte_place(path, bytes, at));
            return Err(problem.help("save the file with the encoding UTF-8"));
        }
    };
    if let Some(at) = text.find('\0') {
        let problem = Diagnostic::error("not-a-text", "a NUL character: this is not a text file");
        return Err(problem.at(byte_place(path, bytes, at)).help("look at the file"));
    }
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let text = if text.contains('\r') { text.replace("\r\n", "\n") } else { text.to_owned() };
    // Line by line the same text: NFC neither makes nor takes line ends.
    Ok(if is_nfc(&text) { text } else { nfc(&text).into_owned() })
}

/// The bytes of a text that was read from `before` and may have been changed since: with the byte
/// order mark and the line ends that the file had, and always NFC. `None`: nothing has changed.
pub fn written_like(before: &[u8], text: &str) -> Option<Vec<u8>> {
    let unchanged = std::str::from_utf8(before)
        .is_ok_and(|old| is_nfc(old) && decode("", before).is_ok_and(|old| old == text));
    if unchanged {
        return None;
    }
    let mark = if before.starts_with("\u{FEFF}".as_bytes()) { "\u{FEFF}" } else { "" };
    let ends = |end: &[u8]| before.windows(end.len()).filter(|bytes| *bytes == end).count();
    let crlf = ends(b"\r\n") > 0 && ends(b"\r\n") == ends(b"\n");
    let text = if crlf { text.replace('\n', "\r\n") } else { text.to_owned() };
    Some(format!("{mark}{}", nfc(&text)).into_bytes())
}

/// The place of a byte in a file that may not be UTF-8.
fn byte_place(path: &str, bytes: &[u8], at: usize) -> Place {
    let start = bytes[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |i| i + 1);
    let end = bytes[at..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |i| at + i);
    let visible = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace(['\0', '\r'], "\u{FFFD}");
    let before = visible(&bytes[start..at]);
    let mark = before.starts_with('\u{FEFF}') && start == 0;
    Place {
        file: path.to_owned(),
        line: bytes[..at].split(|byte| *byte == b'\n').count(),
        column: before.chars().count() + 1 - usize::from(mark),
        length: 1,
        text: visible(&bytes[start..end]).trim_start_matches('\u{FEFF}').to_owned(),
        skipped: 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_keeps_its_mark_and_its_line_ends() {
        let written = |before: &str, text: &str| {
            written_like(before.as_bytes(), text).map(|bytes| String::from_utf8(bytes).unwrap())
        };
        let before = "\u{FEFF}a = 中\r\nb = م\r\n";
        assert_eq!(written(before, "a = 中\nb = م\n"), None);
        let after = "\u{FEFF}a = 中\r\nb = مم\r\n".to_owned();
        assert_eq!(written(before, "a = 中\nb = مم\n"), Some(after));
        assert_eq!(written("a\r\nb\n", "a\nc\n"), Some("a\nc\n".to_owned()));
        // Decomposed: it is put right though nothing else has changed.
        assert_eq!(written("Cafe\u{301}\n", "Caf\u{e9}\n"), Some("Caf\u{e9}\n".to_owned()));
    }

    #[test]
    fn bytes_that_are_no_text_have_a_place() {
        let problem = decode("a.ftl", "x = 1\nالسلا\u{645} \u{0}".as_bytes()).unwrap_err();
        let place = problem.place.unwrap();
        assert_eq!((problem.code, place.line, place.column), ("not-a-text", 2, 8));
        let problem = decode("a.ftl", b"\xef\xbb\xbf\xe4\xb8\xad\xff x").unwrap_err();
        let place = problem.place.unwrap();
        assert_eq!((problem.code, place.line, place.column), ("not-utf-8", 1, 2));
        assert_eq!(place.text, "中\u{FFFD} x");
    }
}
