//! The translators' side: what `hexapla sync` writes for people and for their tools.

mod accept;
mod configuration;
mod progress;
mod reference;
mod stamped;
mod standing;
mod sync;
mod wording;

pub use accept::{Accepted, Which, accept};
pub use configuration::{Listed, configuration, foreign_configuration};
pub use progress::{Progress, is_work, words};
pub use reference::kinds;
pub use stamped::{Origins, stamped};
pub use standing::{Standing, standings};
pub use sync::{in_the_way, sync};
pub use wording::marked;
