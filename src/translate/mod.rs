//! The translators' side: what `hexapla sync` writes for people and for their tools.

mod configuration;
mod reference;
mod sync;

pub use configuration::{Listed, configuration, foreign_configuration};
pub use sync::{in_the_way, sync};
