//! The translators' side: what `hexapla sync` writes for people and for their tools.

mod accept;
mod changes;
mod configuration;
mod merge;
mod progress;
mod put;
mod reference;
mod rename;
mod restored;
mod stamped;
mod standing;
mod sync;
mod todo;
mod wording;

pub use accept::{Acceptance, Accepted, Selection, accept};
pub use changes::{Changes, Minor, edited_from};
pub use configuration::{Listed, configuration, foreign_configuration};
pub use merge::{Merged, merge};
pub use progress::{Progress, is_work, words};
pub use put::{Delivery, Put, put};
pub use reference::kinds;
pub use rename::{Refused, Renamed, Renaming, Replacement, replaced, replaced_as_it_is};
pub use standing::{Standing, parts, standings};
pub use sync::{Subject, Synced, in_the_way, sync, unkept};
pub use todo::{Filled, Todo, is_open, todo};
pub use wording::{excerpt, marked};
