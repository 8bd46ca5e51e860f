//! Fluent: the only door to the fluent crates. Reads messages with their places, resolves them,
//! writes FTL.
//!
//! What a locale brings to every release is [`Words`] (furniture and terms, see [`words`]); the
//! messages of one release in one locale are a [`Catalog`]. Everything is checked before it is
//! resolved, because Fluent itself is silent about half of what can go wrong: an argument that a
//! term has no variant for, a variable of a term that nobody filled, a number out of bounds.

mod check;
mod cost;
mod disguise;
mod format;
mod furniture;
mod glossary;
mod junk;
mod meaning;
mod messages;
mod numbers;
pub mod patch;
pub mod rename;
mod pattern;
mod phrase;
mod placeables;
mod plain;
mod plurals;
mod read;
mod resolve;
mod said;
mod tool;
mod unit;
pub mod words;
pub mod write;

pub use format::format;
pub use furniture::{Furniture, built_in as built_in_furniture};
pub use glossary::{Form, Term};
pub use messages::{Catalog, Entry, parse, reference, says_itself};
pub use phrase::Phrase;
pub use placeables::{Placeable, placeables};
pub use tool::{Remark, Tool};
pub use words::{Words, same_messages};

#[cfg(test)]
mod tests;
