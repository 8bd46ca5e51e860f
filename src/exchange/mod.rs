//! Exchange with translation tools: releases as XLIFF, TMX and HTML; XLIFF back into messages.

mod codes;
mod import;
mod returned;
pub mod table;
pub mod tmx;
pub mod xliff;
mod xml;

pub use import::{Approval, Place, Taken, put, take};

use crate::segment::Fingerprint;

/// What two patterns share that differ in white space only: tools change that.
fn digest(pattern: &str) -> Fingerprint {
    Fingerprint::of(&pattern.split_ascii_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests;
