//! XLIFF 1.2, what every CAT tool reads and writes.

mod read;
mod write;

pub use read::{Sent, Unit, read};
pub use write::write;

/// The namespace (XLIFF 1.2 §1.3).
const NAMESPACE: &str = "urn:oasis:names:tc:xliff:document:1.2";
