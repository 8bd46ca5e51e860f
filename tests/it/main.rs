//! Tests of the whole: what stands on disk goes in, what a person sees comes out.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::disallowed_methods, reason = "tests read their cases from disk")]

mod alignment;
mod attacks;
mod check;
mod claims;
mod cli;
mod editions;
mod explain;
mod incremental;
mod life;
mod mistakes;
mod new;
mod output;
mod preview;
mod properties;
mod sarif;
mod histories;
mod rename;
mod shards;
mod pseudo;
mod tidy;
