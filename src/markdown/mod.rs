//! Markdown: the only door to pulldown-cmark. Blocks of a source become a [`Document<Source>`];
//! inline Markdown of a message becomes [`Inline`]s.
//!
//! [`Document<Source>`]: crate::document::Document
//! [`Inline`]: crate::document::Inline

mod blocks;
mod characters;
mod convert;
mod figures;
mod front;
mod headings;
mod inline;
mod leaf;
mod notes;
mod quotations;
mod reader;
mod signs;
mod splice;
mod tables;
mod tags;
mod tokens;

pub use blocks::{Parsed, parse};
pub use characters::{escape, fold_digits, forbidden, is_cjk};
pub use inline::{References, inlines};
pub use signs::{Hand, MOST_BYTES, Sign, signs};
pub use tokens::{Meaning, Token, tokens};

use pulldown_cmark::Options;

/// How deep blocks, and marks inside a block, may nest.
const MAX_DEPTH: usize = 100;

/// The extensions of `CommonMark` that a source may use. A message is read with the same, so that
/// a translator meets no other rules than the author did.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
}
