//! Who is who: the lock, and the alignment of a new source with it.
//!
//! A message keeps its id through edits and moves, because an edited source is aligned with what
//! the lock remembers of the last one. A block that is new gets an id from its section, its kind
//! and the digest of its words: the same one from `build` and from `sync`, with no state between.

mod align;
mod assign;
mod changes;
mod lock;
mod origins;
mod similarity;
mod words;

pub use assign::assign;
pub use changes::{Change, changes};
pub use lock::{Announced, Known, Lock, Obsolete, Origin, Passage, Review, Stamp};
pub use origins::origins;
pub use words::count_words;
