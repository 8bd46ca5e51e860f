//! Publishing: the stages put together. The files of a release go in; what is to become of its
//! folder in the output comes out, with all that is to be said of it.

mod build;
mod deliver;
mod fix;
mod index;
mod load;
mod make;
pub mod manifest;
mod parallel;
mod places;
mod plan;
mod proof;
mod record;
mod request;
mod shard;
mod shelf;
mod written;

pub use build::{Built, Holdings, Kept, Progress, build, check, refuse_among_published, shelve};
pub use deliver::{Delivered, Finding, deliver};
pub use fix::{Fixed, fix, texts};
pub use index::{index, is_pseudo};
pub use load::{Loaded, load};
pub use make::{Folder, Made, Outcome, Report, make};
pub use parallel::Together;
pub use places::Places;
pub use plan::Gone;
pub use proof::{Galley, Leaf, Proof, proofs};
pub use record::Trace;
pub use request::{Advice, Completeness, Request, Withheld};
pub use shard::{Note, Shard};
pub use shelf::Shelf;
