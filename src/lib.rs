//! Hexapla: one release, written once, in the words of many languages.
#![doc = ""]
#![doc = include_str!("ARCHITECTURE.md")]

// In the order of the data: a module uses only modules above it (`tests/it/tidy.rs`).

// What everything speaks of.
pub mod pseudo;
pub mod locale;
pub mod diagnostic;
pub mod explain;
pub mod files;
pub mod bytes;
pub mod nfc;
pub mod nearest;
pub mod target;
pub mod segment;
pub mod document;
// Bytes in, bytes out: knows names and texts, and nothing of what they mean.
pub mod disk;
// From a source to a release.
pub mod markdown;
pub mod identity;
pub mod release;
// From a release to its editions. Catalogs come before the project, which holds their words.
pub mod catalog;
pub mod project;
pub mod edition;
// From editions to files, to messages, to findings.
pub mod write;
pub mod translate;
pub mod exchange;
pub mod check;
pub mod publish;
pub mod start;
// Editions that are looked at while they are worked on.
pub mod preview;
// What people type.
pub mod cli;
