//! Fuzz targets: what Hexapla must never do, whatever it is given.
//!
//! Each target is a function of bytes that panics when what must hold does not. `run` feeds them to
//! libFuzzer; `cargo test` feeds them the committed corpus, and needs no fuzzer.
#![forbid(unsafe_code)]

pub mod heap;
mod home;
mod sound;
mod targets;

pub use targets::{TARGETS, target};
