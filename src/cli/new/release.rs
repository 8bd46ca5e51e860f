//! `hexapla new release`.

use anyhow::{Result, bail};
use clap::Args;

use super::{Made, date, must_be, on};
use crate::cli::session::Session;
use crate::cli::speech::{Speech, seen_from_here};
use crate::cli::{Root, Tone, Verdict};
use crate::document::Date;
use crate::files::Files;
use crate::segment::Slug;
use crate::{disk, project, start};

/// Begin a release: a text to fill in
///
/// Writes `content/NAME/index.md`: what a release begins with, in comments, and its date. Fill in the
/// title and the description, write the text below, and run `hexapla check`.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Its name in commands and addresses: small letters from a to z, digits and hyphens. A date in
    /// front keeps the folders in order: `2026-01-31-water`
    #[arg(value_name = "NAME")]
    name: String,
    #[command(flatten)]
    root: Root,
    /// The day on which it is published. Without it: today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    date: Option<Date>,
    #[command(flatten)]
    pub tone: Tone,
}

pub(super) fn run(arguments: &Arguments, speech: &Speech) -> Result<Verdict> {
    let opened = Session::open_to_change(&arguments.root, &[], speech)?;
    let Some(session) = opened else { return Ok(Verdict::Findings) };
    let name = &arguments.name;
    let slug = must_be(
        Slug::new(name),
        &format!("`{name}` cannot be the name of a release"),
        "use small letters from a to z, digits and hyphens: `2026-01-31-water`",
    )?;
    if let Some(problem) = project::reserved(&slug, &session.project.settings) {
        bail!("{}\nhelp: {}", problem.message, problem.help.unwrap_or_default());
    }
    let path = format!("content/{slug}/index.md");
    if disk::read_file(&session.root, &path)?.is_some() {
        bail!("`{path}` is there already\nhelp: choose another name, or go on with that release");
    }
    let mut files = Files::new();
    files.insert(&*path, start::new_release(&session.project, on(arguments.date)));
    disk::write_project(&session.root, &files)?;
    let next = vec![
        format!("fill in title and description in `{path}`, and write the text below"),
        "`hexapla check` says what is missing or wrong".to_owned(),
        "`hexapla sync` writes what translators see".to_owned(),
    ];
    let written = vec![seen_from_here(&session.root, &path)];
    speech.result(&Made { written, notes: Vec::new(), next }.told(speech.style));
    Ok(Verdict::Fine)
}
