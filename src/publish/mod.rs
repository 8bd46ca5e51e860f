//! Publishing: the stages put together. The files of a release go in; what is to become of its
//! folder in the output comes out, with all that is to be said of it.

mod aliases;
mod announced;
mod build;
mod catalogue;
mod deliver;
mod fix;
mod gates;
mod index;
mod load;
mod made;
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

pub use aliases::twice;
pub use announced::Since;
pub use build::{Built, Holdings, Kept, Progress, build, check, refuse_among_published, shelve};
pub use deliver::{Delivered, Finding, deliver};
pub use fix::{Fixed, fix, texts};
pub use index::{index, is_pseudo};
pub use load::{Loaded, load};
pub use made::{Folder, Made, Outcome, Report, Standing};
pub use make::make;
pub use parallel::Together;
pub use places::Places;
pub use plan::Gone;
pub use proof::{Galley, Leaf, Proof, proofs};
pub use record::Trace;
pub use request::{Advice, Completeness, Early, Request, Withheld};
pub use shard::{Note, Shard};
pub use shelf::Shelf;
