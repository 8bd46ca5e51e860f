//! The preview: a project's editions as they are now, served from memory on this machine only, with
//! a bar for those who work on them.
//!
//! The writers know nothing of it: a page is made as it is published, then `dress` puts the bar
//! and the script into it. So neither can stand in a published file.

mod bar;
mod dress;
mod notice;
mod request;
mod server;
mod site;
mod state;

pub use server::Server;
pub use site::{News, Site, Which};
