//! Exchange with translation tools: releases as XLIFF, TMX and HTML; XLIFF back into messages.

mod codes;
mod import;
pub mod table;
mod target;
pub mod tmx;
pub mod xliff;
mod xml;

pub use import::{Approval, Compared, compare};

#[cfg(test)]
mod tests;
