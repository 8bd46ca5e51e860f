//! What the writers must know of an image: its size, whether it can move, its address.

use std::fmt::Write;

/// Width and height in pixels, as the file says them.
pub fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    pixels(bytes).or_else(|| svg_size(bytes))
}

/// Width and height of an image that is made of pixels: PNG, JPEG, GIF, WebP.
pub fn pixels(bytes: &[u8]) -> Option<(u32, u32)> {
    let png_or_jpeg = png_size(bytes).or_else(|| jpeg_size(bytes));
    png_or_jpeg.or_else(|| gif_size(bytes)).or_else(|| webp_size(bytes))
}

/// Whether the image surely shows no motion: a PNG or WebP without frames, a JPEG, an SVG without
/// animation, style or script. Doubt says no.
pub fn is_still(bytes: &[u8]) -> bool {
    const MOVING: [&str; 5] = ["<animate", "<set", "<script", "<style", "<foreignObject"];
    if png_size(bytes).is_some() {
        // APNG: the chunk stands before the image data.
        return !bytes.windows(4).any(|chunk| chunk == b"acTL");
    }
    let still_svg = |text: &str| !MOVING.iter().any(|tag| text.contains(tag));
    is_jpeg(bytes) || is_still_webp(bytes) || svg_text(bytes).is_some_and(still_svg)
}

/// WebP (RFC 9649 §2.7): only the extended format can hold frames, and says so in a flag.
fn is_still_webp(bytes: &[u8]) -> bool {
    const ANIMATION: u8 = 0b10;
    match (bytes.get(..4), bytes.get(8..16), bytes.get(20)) {
        (Some(b"RIFF"), Some(b"WEBPVP8 " | b"WEBPVP8L"), _) => true,
        (Some(b"RIFF"), Some(b"WEBPVP8X"), Some(flags)) => flags & ANIMATION == 0,
        (_, _, _) => false,
    }
}

/// A path of a file as the path of a URL (RFC 3986 §3.3).
pub fn encode_path(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            write!(encoded, "%{byte:02X}").expect("a String takes all");
        }
    }
    encoded
}

/// PNG §11.2.1: the first chunk is IHDR, and begins with width and height.
fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let rest = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let number = |at: usize| Some(u32::from_be_bytes(rest.get(at..at + 4)?.try_into().ok()?));
    (rest.get(4..8)? == b"IHDR").then_some((number(8)?, number(12)?))
}

/// GIF (89a, §18): the logical screen descriptor.
fn gif_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let is_gif = bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a");
    let number = |at: usize| little(bytes, at, 2);
    is_gif.then(|| Some((number(6)?, number(8)?))).flatten()
}

/// WebP (RFC 9649 §2.5 to §2.7): the canvas, or the frame of the one image.
fn webp_size(bytes: &[u8]) -> Option<(u32, u32)> {
    if !bytes.starts_with(b"RIFF") || bytes.get(8..12)? != b"WEBP" {
        return None;
    }
    match bytes.get(12..16)? {
        b"VP8X" => Some((little(bytes, 24, 3)? + 1, little(bytes, 27, 3)? + 1)),
        b"VP8 " => Some((little(bytes, 26, 2)? & 0x3fff, little(bytes, 28, 2)? & 0x3fff)),
        b"VP8L" => {
            let packed = little(bytes, 21, 4)?;
            Some(((packed & 0x3fff) + 1, (packed >> 14 & 0x3fff) + 1))
        }
        _ => None,
    }
}

/// A number of up to four bytes, the least first.
fn little(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    let digits = bytes.get(at..at + length)?.iter().rev();
    Some(digits.fold(0, |number, byte| number << 8 | u32::from(*byte)))
}

fn is_jpeg(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xff\xd8\xff")
}

/// JPEG (ITU T.81 §B.1): segments until the frame header, which holds height and width.
fn jpeg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    if !is_jpeg(bytes) {
        return None;
    }
    let number = |at: usize| {
        let pair: [u8; 2] = bytes.get(at..at + 2)?.try_into().ok()?;
        Some(u16::from_be_bytes(pair))
    };
    let mut at = 2;
    loop {
        let [0xff, marker] = *bytes.get(at..at + 2)? else { return None };
        match marker {
            // Start of frame; C4, C8 and CC are tables.
            0xc0..=0xcf if ![0xc4, 0xc8, 0xcc].contains(&marker) => {
                return Some((number(at + 7)?.into(), number(at + 5)?.into()));
            }
            // A fill byte.
            0xff => at += 1,
            _ => at += 2 + usize::from(number(at + 2)?),
        }
    }
}

fn svg_text(bytes: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(bytes).ok()?;
    text.contains("<svg").then_some(text)
}

/// SVG 2 §8.2: `width` and `height` in pixels, else those of the `viewBox`.
fn svg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let (_, tag) = svg_text(bytes)?.split_once("<svg")?;
    let (tag, _) = tag.split_once('>')?;
    let pixels = |name: &str| whole(attribute(tag, name)?.trim_end_matches("px"));
    if let (Some(width), Some(height)) = (pixels("width"), pixels("height")) {
        return Some((width, height));
    }
    let numbers = attribute(tag, "viewBox")?.split([' ', ',']).filter(|number| !number.is_empty());
    match numbers.collect::<Vec<_>>()[..] {
        [_, _, width, height] => Some((whole(width)?, whole(height)?)),
        _ => None,
    }
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.match_indices(name).find_map(|(at, _)| {
        let before = tag[..at].ends_with(char::is_whitespace);
        let rest = tag[at + name.len()..].trim_start().strip_prefix('=')?.trim_start();
        before.then_some(rest)
    })?;
    let quote = start.chars().next().filter(|c| "\"'".contains(*c))?;
    start[1..].split_once(quote).map(|(value, _)| value.trim())
}

/// A positive number, rounded up to whole pixels.
fn whole(number: &str) -> Option<u32> {
    let (digits, rest) = number.split_once('.').unwrap_or((number, ""));
    let digits: u32 = digits.parse().ok()?;
    let more = rest.chars().any(|c| c != '0');
    let fits = rest.chars().all(|c| c.is_ascii_digit());
    let number = digits.checked_add(u32::from(more))?;
    (fits && number > 0).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_from_the_header() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\xe0";
        assert_eq!(size(png), Some((640, 480)));
        let jpeg = b"\xff\xd8\xff\xe0\0\x04JF\xff\xc0\0\x0b\x08\x01\xe0\x02\x80\x03";
        assert_eq!(size(jpeg), Some((640, 480)));
        let svg = "<svg viewBox=\"0 0 600 391.5\" aria-label='图'>".as_bytes();
        assert_eq!(size(svg), Some((600, 392)));
        assert_eq!(size(b"<svg stroke-width=\"3\" width=\"6px\" height = '4' >"), Some((6, 4)));
        assert_eq!(size(b"GIF89a\x80\x02\xe0\x01"), Some((640, 480)));
        let webp = |chunk: &[u8]| size(&[b"RIFF\0\0\0\0WEBP", chunk].concat());
        let extended = b"VP8X\x0a\0\0\0\x10\0\0\0\x7f\x02\0\xdf\x01\0";
        assert_eq!(webp(extended), Some((640, 480)));
        let lossy = b"VP8 \0\0\0\0\x50\x01\0\x9d\x01\x2a\x80\x02\xe0\x01";
        assert_eq!(webp(lossy), Some((640, 480)));
        let lossless = b"VP8L\0\0\0\0\x2f\x7f\xc2\x77\0";
        assert_eq!(webp(lossless), Some((640, 480)));
        for bad in [
            &b"GIF89a"[..],
            b"RIFF\0\0\0\0WEBPVP8X",
            b"",
            b"\x89PNG\r\n\x1a\n",
            b"\xff\xd8\xff",
            b"<svg",
            b"<svg width=\"5%\">",
        ] {
            assert_eq!(size(bad), None);
        }
    }

    #[test]
    fn doubt_is_motion() {
        assert!(is_still("<svg><text>العربية</text></svg>".as_bytes()));
        assert!(!is_still(b"<svg><animateMotion/></svg>"));
        assert!(!is_still(b"GIF89a"));
        assert!(is_still(b"RIFF\x24\0\0\0WEBPVP8 \x18\0\0\0"));
        assert!(is_still(b"RIFF\x24\0\0\0WEBPVP8X\x0A\0\0\0\x10\0\0\0"));
        assert!(!is_still(b"RIFF\x24\0\0\0WEBPVP8X\x0A\0\0\0\x12\0\0\0"));
        assert!(!is_still(b"RIFF\x24\0\0\0WEBPVP8X"));
        assert!(!is_still(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\xe0....acTL"));
    }

    #[test]
    fn paths() {
        assert_eq!(encode_path("img/図 1.png"), "img/%E5%9B%B3%201.png");
    }
}
