//! The translators' side: what `hexapla sync` writes for people and for their tools.

mod configuration;
mod reference;
mod standing;
mod sync;
mod wording;

pub use configuration::{Listed, configuration, foreign_configuration};
pub use standing::{Standing, standings};
pub use sync::{in_the_way, sync};
pub use wording::marked;
