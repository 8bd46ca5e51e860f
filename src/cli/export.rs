//! `hexapla export`.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};

use super::session::Session;
use super::speech::{Speech, Style};
use super::sync::stops;
use super::{Releases, Root, Tone, Verdict};
use crate::disk::{self, Clash};
use crate::exchange::{table, tmx, xliff};
use crate::files::Files;
use crate::locale::LocaleRef;
use crate::publish::{self, Loaded, Request};

/// Give releases to translation tools
///
/// Writes releases in a format that other tools read. `xliff` (XLIFF 1.2) is for translators who
/// work in a CAT tool; `hexapla import` brings it back. Links, terms, code and marks are inline
/// codes in it. `tmx` (TMX 1.4b) is a translation memory: what is translated and up to date. `html`
/// is a table of both languages to read, to print or to open in Word or Writer; it is for
/// reading only, and changes in it cannot be brought back.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    /// The language, by key or tag; `all`: every language of each release
    #[arg(value_name = "LANGUAGE")]
    locale: String,
    #[command(flatten)]
    which: Releases,
    #[command(flatten)]
    root: Root,
    /// `xliff`, `tmx` or `html`
    #[arg(long, value_name = "FORMAT", hide_possible_values = true)]
    format: Format,
    /// The file, or the folder of the files, which is made where there is none. Without it: standard
    /// output, where there is one file
    #[arg(long, value_name = "FILE|DIR")]
    output: Option<PathBuf>,
    /// Replace files that are there already
    #[arg(long, requires = "output")]
    force: bool,
    #[command(flatten)]
    pub tone: Tone,
}

const EXAMPLES: &str = "\
Examples:
  hexapla export --format xliff ru --output for-olga     All releases for a Russian translator.
  hexapla export --format xliff ru 2021-05-26-dialogue   One release, to standard output.
  hexapla export --format tmx all --output memory        A translation memory of each release.
  hexapla export --format html ar --output to-read       Source and Arabic side by side.

The files are called RELEASE.LANGUAGE.xlf, RELEASE.LANGUAGE.html and RELEASE.tmx.
Exit codes: 0 all is fine; 1 there are errors; 2 it could not run.";

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Xliff,
    Tmx,
    Html,
}

pub(super) fn run(arguments: &Arguments, speech: &Speech) -> Result<Verdict> {
    let opened = Session::open(&arguments.root, &arguments.which.releases, speech)?;
    let Some(session) = opened else { return Ok(Verdict::Findings) };
    let is_key = session.locale(&arguments.locale);
    let key = if is_key.is_err() && arguments.locale == "all" { None } else { Some(is_key?) };
    let mut found = session.found.clone();
    let mut files = Files::new();
    for slug in &session.slugs {
        let input = disk::read_release(&session.root, slug, session.project.settings.limits)?;
        let (loaded, problems) = publish::load(input, &session.project, &Request::ALL);
        // What is wrong with a translation keeps nobody from translating the rest.
        let broken: Vec<_> = problems.into_iter().filter(|problem| stops(problem, "")).collect();
        if let Some(loaded) = loaded.filter(|_| broken.is_empty()) {
            let meant = loaded.release.locales.iter().filter(|locale| {
                key.as_deref().is_none_or(|key| locale.key() == key)
                    && **locale != loaded.release.source_locale
            });
            files.extend("", written(&loaded, &meant.collect::<Vec<_>>(), arguments.format));
        }
        found.extend(broken);
    }
    let tally = speech.diagnostics(&session.root, found);
    let verdict = if tally.errors > 0 { Verdict::Findings } else { Verdict::Fine };
    if files.is_empty() && verdict == Verdict::Fine {
        bail!(
            "there is nothing to export into `{}`\nhelp: name a language that a release is \
             translated into, not the language of its source",
            arguments.locale
        );
    }
    give(&files, arguments, speech)?;
    Ok(verdict)
}

/// The files of a release.
fn written(loaded: &Loaded, locales: &[&LocaleRef], format: Format) -> Files {
    let release = &loaded.release;
    let slug = &release.slug;
    let mut files = Files::new();
    if format == Format::Tmx {
        let catalog = |locale: &&'_ LocaleRef| loaded.catalogs.get(locale.key());
        let both = locales.iter().filter_map(|locale| Some((&***locale, catalog(locale)?)));
        let both: Vec<_> = both.collect();
        if !both.is_empty() {
            files.insert(format!("{slug}.tmx"), tmx::write(release, &both));
        }
        return files;
    }
    for locale in locales {
        let (key, catalog) = (locale.key(), loaded.catalogs.get(locale.key()));
        match format {
            Format::Xliff => {
                files.insert(format!("{slug}.{key}.xlf"), xliff::write(release, locale, catalog));
            }
            Format::Html => {
                files.insert(format!("{slug}.{key}.html"), table::write(release, locale, catalog));
            }
            Format::Tmx => {}
        }
    }
    files
}

/// Puts the files where they are wanted.
fn give(files: &Files, arguments: &Arguments, speech: &Speech) -> Result<()> {
    let Some(output) = &arguments.output else {
        return match files.iter().collect::<Vec<_>>()[..] {
            [] => Ok(()),
            [(_, bytes)] => {
                Speech::content(bytes);
                Ok(())
            }
            [..] => bail!(
                "there are {} files to write\nhelp: say where: `--output DIR`; or name one release \
                 and one language",
                files.len()
            ),
        };
    };
    let clash = if arguments.force { Clash::Replace } else { Clash::Refuse };
    // One file goes where it is said, unless that is a folder or can only be meant as one.
    let ending = |path: &Path| path.extension().map(std::ffi::OsStr::to_os_string);
    let place = |name: &str| {
        let single = files.len() == 1
            && !disk::is_folder(output)
            && ending(output).is_some_and(|end| {
                Some(&end) == ending(Path::new(name)).as_ref() || end == "xliff"
            });
        if single { output.clone() } else { output.join(name) }
    };
    let placed: Vec<_> = files.iter().map(|(name, bytes)| (place(name), bytes)).collect();
    let written = disk::write_given(&placed, clash)?;
    speech.result(&told(&written, speech.style));
    Ok(())
}

fn told(written: &[String], style: Style) -> String {
    match style {
        Style::Json => serde_json::json!({ "written": written }).to_string(),
        Style::Human | Style::Plain if written.is_empty() => {
            "everything is there already".to_owned()
        }
        Style::Human | Style::Plain => {
            let lines: Vec<_> = written.iter().map(|path| format!("written: {path}")).collect();
            lines.join("\n")
        }
    }
}
