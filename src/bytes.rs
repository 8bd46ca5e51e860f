//! Whether something stands in a text, looked for byte by byte.
//!
//! All is looked at, also behind the first that is found: a processor does that with many bytes at
//! once, if each thing is one comparison and is looked for alone.

/// Whether a byte is of a kind.
pub fn any(text: &str, fits: impl Fn(u8) -> bool) -> bool {
    text.bytes().fold(false, |found, byte| found | fits(byte))
}

/// Whether a byte is of one kind, and that so many bytes behind it of another.
pub fn any_pair(
    text: &str,
    behind: usize,
    first: impl Fn(u8) -> bool,
    second: impl Fn(u8) -> bool,
) -> bool {
    let bytes = text.as_bytes();
    let pairs = bytes.iter().zip(bytes.get(behind..).unwrap_or_default());
    pairs.fold(false, |found, (a, b)| found | (first(*a) & second(*b)))
}

/// Whether a byte is one of those from `first` to `last`.
#[inline]
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
        assert!(any_pair(text, 2, |a| a == 0xE4, |c| c == 0xAD));
        assert!(!any_pair(text, 2, |a| a == 0xE4, |c| c == 0xB8));
        assert!(!any_pair("", 1, |_| true, |_| true));
        let all = (0..=u8::MAX).filter(|byte| within(*byte, 0xCC, 0xCE));
        assert_eq!(all.collect::<Vec<_>>(), [0xCC, 0xCD, 0xCE]);
    }
}
