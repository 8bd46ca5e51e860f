//! Looking through the bytes of a text, many at once.

/// Whether there is a byte for which a test holds, given the two behind it (0 where none is).
///
/// Every byte is looked at, and nothing depends on what was found: of such a loop the compiler makes
/// vectors. A test must not branch either (`|`, not `||`).
pub fn any(text: &str, fits: impl Fn(u8, u8, u8) -> bool) -> bool {
    let bytes = text.as_bytes();
    let (second, third) = (bytes.get(1..).unwrap_or_default(), bytes.get(2..).unwrap_or_default());
    let all = bytes.iter().zip(second).zip(third);
    let found = all.fold(false, |found, ((a, b), c)| found | fits(*a, *b, *c));
    found
        || match *bytes {
            [.., a, b] => fits(a, b, 0) || fits(b, 0, 0),
            [a] => fits(a, 0, 0),
            [] => false,
        }
}

/// Whether a byte is one of those from `first` to `last`.
#[inline]
pub fn within(byte: u8, first: u8, last: u8) -> bool {
    byte.wrapping_sub(first) <= last - first
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn every_byte_is_looked_at(text in "[aب中\u{10FFFF}]{0,30}", sought in "[aب中\u{10FFFF}]") {
            let mut last = [0; 3];
            let length = sought.len().min(3);
            last[..length].copy_from_slice(&sought.as_bytes()[sought.len() - length..]);
            let is_it = |bytes: [u8; 3]| bytes[..length] == last[..length];
            assert_eq!(any(&text, |a, b, c| is_it([a, b, c])), text.contains(&sought), "{text} {sought}");
        }
    }

    #[test]
    fn ends_belong_to_what_is_within() {
        let all: Vec<u8> = (0..=255).filter(|byte| within(*byte, 0xD8, 0xD9)).collect();
        assert_eq!(all, [0xD8, 0xD9]);
    }
}
