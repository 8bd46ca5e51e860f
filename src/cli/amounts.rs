//! Numbers as people read them.

use crate::files::kilobytes;

/// “1 edition”, “12 editions”.
pub(super) fn counted(count: usize, noun: &str) -> String {
    let end = if count == 1 { "" } else { "s" };
    format!("{} {noun}{end}", grouped(count))
}

/// A number with its thousands parted: `1,234,567`.
pub(super) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A size as the pages state it: `46 kB`.
pub(super) fn size(bytes: usize) -> String {
    format!("{} kB", grouped(kilobytes(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_can_be_read() {
        assert_eq!(
            [0, 999, 1000, 1_234_567].map(grouped),
            ["0", "999", "1,000", "1,234,567"].map(String::from)
        );
        assert_eq!(
            [0, 1, 1000, 45_123, 1_234_567].map(size),
            ["0 kB", "1 kB", "1 kB", "46 kB", "1,235 kB"].map(String::from)
        );
    }
}
