//! Publishing: the stages put together. The files of a release go in; what is to become of its
//! folder in the output comes out, with all that is to be said of it.

mod load;
mod make;
pub mod manifest;
mod order;
mod plan;
mod root;
mod run;

pub use load::{Loaded, load};
use make::Made;
pub use make::{Outcome, Report};
pub use order::{Completeness, Order, Withheld};
use root::{Shelf, root};
pub use run::{Built, Kept, build, check, shelve, sound};
