//! The translators' side: what `hexapla sync` writes for people and for their tools.

mod accept;
mod configuration;
mod merge;
mod progress;
mod reference;
mod stamped;
mod standing;
mod sync;
mod todo;
mod wording;

pub use accept::{Accepted, Which, accept};
pub use configuration::{Listed, configuration, foreign_configuration};
pub use merge::{Merged, heading, merge, settle};
pub use progress::{Progress, is_work, words};
pub use reference::kinds;
pub use stamped::{Origins, stamped};
pub use standing::{Standing, standings};
pub use sync::{in_the_way, sync};
pub use todo::{Returned, Todo, is_open, todo};
pub use wording::marked;
