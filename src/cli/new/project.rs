//! `hexapla new DIR`.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;

use super::{Made, date, must_be, on};
use crate::cli::speech::Speech;
use crate::cli::{Tone, Verdict};
use crate::disk;
use crate::document::Date;
use crate::locale::{Locale, LocaleRef, UNITED_NATIONS};
use crate::start::{self, NewProject};

#[derive(Debug, Args)]
#[group(skip)]
pub(in crate::cli) struct Arguments {
    /// The folder of the project: one that is not there yet, or an empty one (`.` for this folder). It
    /// may hold `.git`
    #[arg(value_name = "DIR", required = true)]
    folder: Option<PathBuf>,
    /// Its languages, by key; releases are written in the first. Of ar, zh, en, fr, ru and es; others
    /// are added with `hexapla new locale`
    #[arg(long, value_name = "LANGUAGE,...", value_delimiter = ',', default_value = "en,ar")]
    locales: Vec<String>,
    /// The publisher's name, if it is the same in all languages. Without it, a name to be replaced
    #[arg(long, value_name = "NAME")]
    organisation: Option<String>,
    /// The date of the release that it begins with. Without it: today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    date: Option<Date>,
    #[command(flatten)]
    pub tone: Tone,
}

pub(super) fn run(arguments: &Arguments, speech: &Speech) -> Result<Verdict> {
    let Some(folder) = &arguments.folder else {
        bail!("no folder is named\nhelp: `hexapla new DIR` makes a project in the folder DIR")
    };
    let organisation = arguments.organisation.as_deref().map(name).transpose()?;
    let locales = locales(&arguments.locales)?;
    let source = locales[0].name().to_owned();
    let others: Vec<_> = locales[1..].iter().map(|locale| locale.key().to_owned()).collect();
    let files = start::new_project(&NewProject { locales, organisation, date: on(arguments.date) });
    disk::write_new(folder, &files)?;
    let shown = folder.display();
    let languages = match &others[..] {
        [] => String::new(),
        others => format!(", with translations into {}", others.join(", ")),
    };
    let mut next = Vec::new();
    if folder.as_os_str() != "." {
        next.push(format!("`cd {shown}`"));
    }
    next.extend(
        [
            "`hexapla build`, and open `output/index.html`",
            "put your name into `hexapla.toml`; if it differs by language, into \
             `locales/LANGUAGE/hexapla.ftl`",
            "`hexapla new release NAME` begins a release of your own; then delete \
             `content/first-release` and `locales/*/first-release.ftl`",
        ]
        .map(str::to_owned),
    );
    if arguments.organisation.is_some() {
        next.remove(next.len() - 2);
    }
    let written = files.iter().map(|(path, _)| folder.join(path).display().to_string()).collect();
    let notes = vec![format!("the project is written in {source}{languages}")];
    speech.result(&Made { written, notes, next }.told(speech.style));
    Ok(Verdict::Fine)
}

/// The publisher's name: what stands on one line.
fn name(given: &str) -> Result<String> {
    let fits = !given.trim().is_empty() && !given.contains(['\n', '\r']);
    let fitting = fits.then(|| given.trim().to_owned());
    must_be(fitting, "the publisher has no name", "write it on one line, or leave it out")
}

fn locales(keys: &[String]) -> Result<Vec<LocaleRef>> {
    let mut locales: Vec<LocaleRef> = Vec::new();
    for key in keys {
        let is = |(known, tag, _): &(&str, &str, &str)| {
            key.eq_ignore_ascii_case(known) || key.eq_ignore_ascii_case(tag)
        };
        let known = UNITED_NATIONS.iter().find(|one| is(one));
        let keys = UNITED_NATIONS.map(|(key, _, _)| key).join(", ");
        let (key, _, _) = must_be(
            known,
            &format!("a project cannot be started in `{key}`"),
            &format!("start it in some of {keys}; `hexapla new locale {key}` adds `{key}` then"),
        )?;
        let locale = Locale::built_in(key).expect("it is one of the six");
        if locales.iter().any(|one| **one == locale) {
            bail!("`{key}` is named twice\nhelp: name each language once");
        }
        locales.push(locale.into());
    }
    Ok(locales)
}
