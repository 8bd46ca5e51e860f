//! Whether something stands in a text, looked for byte by byte.
//!
//! All is looked at, also behind the first that is found: a processor does that with many bytes at
//! once. For that, what is looked for is one comparison, or two joined by `&`.

/// Whether a byte is of a kind.
pub fn any(text: &str, fits: impl Fn(u8) -> bool) -> bool {
    text.bytes().fold(false, |found, byte| found | fits(byte))
}

/// Whether two bytes are of a kind, the second so many behind the first.
pub fn any_pair(text: &str, behind: usize, fits: impl Fn(u8, u8) -> bool) -> bool {
    let bytes = text.as_bytes();
    let second = bytes.get(behind..).unwrap_or_default();
    bytes.iter().zip(second).fold(false, |found, (a, b)| found | fits(*a, *b))
}

/// Whether a byte is one of those from `first` to `last`.
pub fn within(byte: u8, first: u8, last: u8) -> bool {
    byte.wrapping_sub(first) <= last - first
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes() {
        let text = "نص 中文";
        assert!(any(text, |a| a == 0xE4) && !any(text, |a| a == 0xE5));
        assert!(any_pair(text, 2, |a, c| a == 0xE4 && c == 0xAD));
        assert!(!any_pair(text, 2, |a, b| a == 0xE4 && b == 0xB8) && !any_pair("", 1, |_, _| true));
        let all = (0..=u8::MAX).filter(|byte| within(*byte, 0xCC, 0xCE));
        assert_eq!(all.collect::<Vec<_>>(), [0xCC, 0xCD, 0xCE]);
    }
}
