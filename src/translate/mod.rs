//! The translators' side: what `hexapla sync` writes for people and for their tools.

mod accept;
mod changes;
mod configuration;
mod merge;
mod progress;
mod reference;
mod rename;
mod returned;
mod stamped;
mod standing;
mod sync;
mod todo;
mod wording;

pub use accept::{Accepted, Which, accept};
pub use changes::{Changes, Minor};
pub use configuration::{Listed, configuration, foreign_configuration};
pub use merge::{Merged, heading, merge, settle};
pub use progress::{Progress, is_work, words};
pub use reference::kinds;
pub use rename::{Refused, Renamed, Renaming, Replacement, replaced, replaced_as_it_is};
pub use stamped::{Origins, stamped};
pub use standing::{Standing, standings};
pub use sync::{Subject, Synced, in_the_way, sync};
pub use todo::{Returned, Todo, is_open, todo};
pub use wording::marked;
