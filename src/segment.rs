//! What a translator translates: one leaf of the source, its id and its fingerprint.

use std::fmt;
use std::ops::Range;

use sha2::{Digest, Sha256};

use crate::target::Target;

/// The most parts (paragraphs, items, cells, headings, and marks in them) of a release, and messages
/// in a file: a part is kept with its place and state in every language, which takes thousands of
/// bytes even where it is one letter.
pub const MOST_PARTS: usize = 50_000;

/// The name of a release: its folder in `content/` and in the output.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

impl Slug {
    /// The longest: names of files begin with it, which file systems limit to 255 bytes.
    pub const LONGEST: usize = 200;

    /// A slug: ASCII lower-case letters, digits and hyphens, beginning and ending with a letter or
    /// digit; else `None`.
    pub fn new(name: &str) -> Option<Self> {
        (is_kebab(name) && name.len() <= Self::LONGEST).then(|| Self(name.to_owned()))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The file of the release's messages in the locale with this key.
    pub fn file_in(&self, key: &str) -> String {
        format!("locales/{key}/{self}.ftl")
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A fragment id in the editions, the same in every locale.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Anchor(String);

impl Anchor {
    /// An anchor: kebab-case ASCII beginning with a letter; else `None`.
    pub fn new(name: &str) -> Option<Self> {
        let fits = is_kebab(name) && name.starts_with(|c: char| c.is_ascii_lowercase());
        fits.then(|| Self(name.to_owned()))
    }

    /// The name, without `#`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_kebab(name: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !name.is_empty() && !name.starts_with('-') && !name.ends_with('-') && name.chars().all(fits)
}

/// The id of a message in the FTL files, with the attribute for the parts of an image:
/// `opening-session-p-k3f9`, `about-img-q2ab.alt`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SegmentId {
    /// The Fluent message.
    pub message: String,
    /// The Fluent attribute (`alt`, `caption`), or `None` for the message's value.
    pub attribute: Option<&'static str>,
}

impl SegmentId {
    /// The id of a message's value.
    pub fn value(message: impl Into<String>) -> Self {
        Self { message: message.into(), attribute: None }
    }

    /// An id as people write it: `lead-p-k3f9`, `flag-img-a2b3.alt`. `None`: it is no identifier of
    /// Fluent, or no part of a message has that name.
    pub fn parse(text: &str) -> Option<Self> {
        let (message, attribute) = match text.split_once('.') {
            None => (text, None),
            Some((message, name)) => {
                let mut known = Kind::ALL.into_iter().filter_map(Kind::attribute);
                (message, Some(known.find(|known| *known == name)?))
            }
        };
        let fits = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
        let named = message.starts_with(|c: char| c.is_ascii_alphabetic());
        (named && message.bytes().all(fits))
            .then(|| Self { message: message.to_owned(), attribute })
    }
}

impl fmt::Display for SegmentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        self.attribute.map_or(Ok(()), |attribute| write!(f, ".{attribute}"))
    }
}

/// What kind of leaf a segment is; part of its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A value of the front matter (`meta-title`).
    Meta,
    /// What was put right after publication.
    Correction,
    /// A heading.
    Heading,
    /// A paragraph.
    Paragraph,
    /// A paragraph of a quotation.
    Quotation,
    /// Who said a quotation.
    Attribution,
    /// A paragraph of a list item.
    Item,
    /// A term of a definition list.
    Term,
    /// A paragraph of a definition.
    Definition,
    /// A paragraph of a note.
    Note,
    /// A paragraph of an alert.
    Alert,
    /// The caption of a table.
    Caption,
    /// A header cell.
    Header,
    /// A cell.
    Cell,
    /// The text alternative of an image.
    Alt,
    /// The caption of an image.
    ImageCaption,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 16] = [
        Self::Meta,
        Self::Correction,
        Self::Heading,
        Self::Paragraph,
        Self::Quotation,
        Self::Attribution,
        Self::Item,
        Self::Term,
        Self::Definition,
        Self::Note,
        Self::Alert,
        Self::Caption,
        Self::Header,
        Self::Cell,
        Self::Alt,
        Self::ImageCaption,
    ];

    /// The part of the id that names the kind: `p`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Meta => "meta",
            Self::Correction => "correction",
            Self::Heading => "heading",
            Self::Paragraph => "p",
            Self::Quotation => "quote",
            Self::Attribution => "by",
            Self::Item => "item",
            Self::Term => "term",
            Self::Definition => "def",
            Self::Note => "note",
            Self::Alert => "alert",
            Self::Caption => "caption",
            Self::Header => "th",
            Self::Cell => "td",
            Self::Alt | Self::ImageCaption => "img",
        }
    }

    /// The Fluent attribute in which a segment of this kind stands.
    pub fn attribute(self) -> Option<&'static str> {
        match self {
            Self::Alt => Some("alt"),
            Self::ImageCaption => Some("caption"),
            Self::Meta
            | Self::Correction
            | Self::Heading
            | Self::Paragraph
            | Self::Quotation
            | Self::Attribution
            | Self::Item
            | Self::Term
            | Self::Definition
            | Self::Note
            | Self::Alert
            | Self::Caption
            | Self::Header
            | Self::Cell => None,
        }
    }

    /// Whether a translator may leave the words out or split them into paragraphs.
    pub fn may_split(self) -> bool {
        matches!(
            self,
            Self::Paragraph
                | Self::Quotation
                | Self::Item
                | Self::Definition
                | Self::Note
                | Self::Alert
        )
    }
}

/// A short digest of normalised text: 80 bits in 16 base32 characters (RFC 4648, lower case).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint([u8; 16]);

impl Fingerprint {
    /// The fingerprint of a text. The text is taken as it is: normalise before.
    pub fn of(text: &str) -> Self {
        const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
        let digest = Sha256::digest(text.as_bytes());
        let bits = digest.iter().take(10).fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
        Self(std::array::from_fn(|i| ALPHABET[(bits >> (75 - 5 * i) & 31) as usize]))
    }

    /// A fingerprint as it stands in a lock file; `None` when it is not one.
    pub fn parse(text: &str) -> Option<Self> {
        let fits = |b: u8| matches!(b, b'a'..=b'z' | b'2'..=b'7');
        let letters: [u8; 16] = text.as_bytes().try_into().ok()?;
        letters.iter().all(|b| fits(*b)).then_some(Self(letters))
    }

    /// The sixteen characters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("letters and digits are ASCII")
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Fingerprint").field(&self.as_str()).finish()
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A leaf as it was read from the source, before it has an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// What kind of leaf it is.
    pub kind: Kind,
    /// Bytes of `index.md` that it was read from.
    pub range: Range<usize>,
    /// The words as a Fluent pattern of one line that holds inline Markdown; links are cut into
    /// references to `targets`.
    pub pieces: Vec<Piece>,
    /// The link targets of the words, each once, in the order of their first appearance.
    pub targets: Vec<Target>,
    /// Labels of the notes that the words refer to.
    pub notes: Vec<String>,
    /// The author's note to translators.
    pub comment: Option<String>,
    /// The first part of the id where the leaf itself says it: a heading's anchor, the field of the
    /// front matter, `notes`. `None`: the anchor of the heading before it.
    pub name: Option<String>,
    /// Whether the source gives the name with `{#id}`, so that alignment must keep it.
    pub pinned: bool,
}

/// A part of a [`Source`]'s words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Fluent pattern text with inline Markdown.
    Words(String),
    /// The number of a link (`[words][NUMBER]`), as an index into the targets.
    LinkNumber(usize),
}

/// An identified leaf: what a release's tree holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The message.
    pub id: SegmentId,
    /// What kind of leaf it is.
    pub kind: Kind,
    /// Bytes of `index.md` that it was read from.
    pub range: Range<usize>,
    /// The words as a Fluent pattern of one line that holds inline Markdown with numbered links.
    pub pattern: String,
    /// The numbered link targets.
    pub links: Vec<(u32, Target)>,
    /// Numbers that the words had before, and where they led: what a translation that is out of date
    /// may still refer to. A number is never given to another target.
    pub retired: Vec<(u32, Target)>,
    /// Labels of the notes that the words refer to.
    pub notes: Vec<String>,
    /// The author's note to translators.
    pub comment: Option<String>,
    /// Fingerprint of the normalised source words and link targets.
    pub fingerprint: Fingerprint,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fingerprints_are_base32_of_sha256() {
        // The first 80 bits of SHA-256 of "" are e3b0c44298fc1c149afb.
        assert_eq!(Fingerprint::of("").as_str(), "4oymiquy7qobjgx3");
        assert!(Fingerprint::parse("4oymiquy7qobjgx3").is_some());
        assert!(Fingerprint::parse("4oymiquy7qobjgx1").is_none());
    }

    #[test]
    fn ids_are_read_as_they_are_written() {
        for text in ["lead-p-k3f9", "a-img-k3f9.alt", "a_b.caption"] {
            assert_eq!(SegmentId::parse(text).map(|id| id.to_string()).as_deref(), Some(text));
        }
        for text in ["", "9a", "-term", "a.title", "a b", "معرف", "a.alt.alt"] {
            assert_eq!(SegmentId::parse(text), None, "{text}");
        }
    }

    #[test]
    fn names() {
        assert!(Slug::new("2021-05-26-dialogue").is_some());
        assert!(Anchor::new("2021-05-26").is_none());
        for bad in ["", "-a", "a-", "A", "a/b", "..", "é"] {
            assert!(Slug::new(bad).is_none(), "{bad}");
        }
    }
}
