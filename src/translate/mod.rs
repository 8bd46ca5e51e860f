//! The translators' side: what `hexapla sync` writes for people and for their tools.

mod changes;
mod configuration;
mod reference;
mod returned;
mod standing;
mod sync;
mod wording;

pub use changes::{Changes, Minor};
pub use configuration::{Listed, configuration, foreign_configuration};
pub use standing::{Standing, standings};
pub use sync::{Subject, Synced, in_the_way, sync};
pub use wording::marked;
