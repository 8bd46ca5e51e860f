//! `hexapla new locale`.

use anyhow::{Result, anyhow, bail};
use clap::Args;

use super::{Made, must_be};
use crate::catalog::built_in_furniture;
use crate::cli::amounts::counted;
use crate::cli::session::{Opened, Session};
use crate::cli::speech::{Speech, seen_from_here};
use crate::cli::{Root, Tone, Verdict};
use crate::files::{Files, is_portable};
use crate::locale::{Locale, LocaleRef, UNITED_NATIONS};
use crate::{disk, project};

/// Add a language
///
/// Adds a language to `hexapla.toml`. The phrases that stand in every edition come with the program
/// for Arabic, Chinese, English, French, Russian and Spanish; for any other language they are written
/// into `locales/KEY/hexapla.ftl` as comments, to be translated. Until all are there, `hexapla build`
/// publishes nothing in that language; translators of releases can begin at once.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Its BCP 47 language tag: `pt`, `pt-BR`, `zh-Hant`
    #[arg(value_name = "TAG")]
    tag: String,
    /// What the language calls itself: `Português`. Known of the six
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// The name of its folders: letters, digits and hyphens. Without it: the tag
    #[arg(long, value_name = "KEY")]
    key: Option<String>,
    #[command(flatten)]
    root: Root,
    #[command(flatten)]
    pub tone: Tone,
}

pub(super) fn run(arguments: &Arguments, speech: &Speech) -> Result<Verdict> {
    let opened = Session::open_to_change(&arguments.root, &[], speech)?;
    let Some(session) = opened else { return Ok(Verdict::Findings) };
    let settings = &session.project.settings;
    let known = settings.locales.iter().find(|locale| is_named(locale, &arguments.tag));
    let mut files = Files::new();
    let locale = match known {
        Some(known) => {
            must_lack_furniture(&session, known)?;
            Locale::clone(known)
        }
        None => listed(&session, arguments, &mut files)?,
    };
    let mut notes = furniture(&session, &locale, &mut files)?;
    notes.extend(unnamed(&session, &locale)?);
    let written = disk::write_project(&session.root, &files)?;
    let written = written.iter().map(|path| seen_from_here(&session.root, path)).collect();
    let key = locale.key();
    let next = vec![
        "`hexapla sync` tells translation tools of the language".to_owned(),
        format!("`hexapla todo {key}` writes what is to be translated"),
    ];
    speech.result(&Made { written, notes, next }.told(speech.style));
    Ok(Verdict::Fine)
}

fn is_named(locale: &Locale, name: &str) -> bool {
    [locale.key(), &locale.tag()].iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// A language that the project has already can still be given the phrases to translate.
fn must_lack_furniture(session: &Session, known: &Locale) -> Result<()> {
    let key = known.key();
    if built_in_furniture(key).is_none() && !session.furniture.contains(key) {
        return Ok(());
    }
    bail!(
        "`{key}` is a language of this project already\nhelp: another with the same tag needs a tag \
         of its own, such as `pt-BR` beside `pt`"
    )
}

/// Adds the language that is meant to the settings.
fn listed(session: &Session, arguments: &Arguments, files: &mut Files) -> Result<Locale> {
    let settings = &session.project.settings;
    let locale = locale(arguments)?;
    let is_taken =
        |known: &&LocaleRef| is_named(known, locale.key()) || is_named(known, &locale.tag());
    if let Some(known) = settings.locales.iter().find(is_taken) {
        bail!(
            "`{}` stands for `{}` already\nhelp: give the language a name of its own for its folders: \
             `--key NAME`",
            locale.key(),
            known.key()
        );
    }
    let bytes = disk::read_file(&session.root, SETTINGS)?.unwrap_or_default();
    let text = disk::decode(SETTINGS, &bytes).map_err(|problem| anyhow!(problem.message))?;
    let text = project::with_locale(&text, settings, &locale);
    let text = must_be(
        text,
        &format!("`{}` cannot be added to `locales` in `{SETTINGS}`", locale.key()),
        "write `locales` as a list on top of the file: `locales = [\"en\", \"ar\"]`; then try again",
    )?;
    files.insert(SETTINGS, text);
    Ok(locale)
}

const SETTINGS: &str = "hexapla.toml";

/// The language that is meant.
fn locale(arguments: &Arguments) -> Result<Locale> {
    let Arguments { tag, name, key, .. } = arguments;
    let is = |(known, known_tag, _): &&(&str, &str, &str)| {
        tag.eq_ignore_ascii_case(known) || tag.eq_ignore_ascii_case(known_tag)
    };
    let known = UNITED_NATIONS.iter().find(is);
    let (tag, own_key, own_name) = match known {
        Some((key, tag, name)) => (*tag, Some(*key), Some(*name)),
        None => (tag.as_str(), None, None),
    };
    let canonical = must_be(
        Locale::new("x", tag, "x"),
        &format!("`{tag}` is not a language tag"),
        "BCP 47 has a tag for every language: `pt`, `pt-BR`, `zh-Hant`, `tlh`",
    )?;
    if canonical.pseudo().is_some() {
        bail!("`{tag}` is never published\nhelp: `hexapla build --locale {tag}` shows it");
    }
    let name = name.as_deref().or(own_name).map(str::trim).filter(|name| !name.is_empty());
    let name = must_be(
        name,
        &format!("what does `{tag}` call itself?"),
        &format!("`hexapla new locale {tag} --name NAME`: readers choose their language by it"),
    )?;
    let tag = canonical.tag();
    let key = key.as_deref().or(own_key).unwrap_or(&tag);
    let locale = Locale::new(key, &tag, name).filter(|locale| is_portable(locale.key()));
    must_be(
        locale,
        &format!("`{key}` cannot name a folder"),
        "use letters, digits and hyphens, and no device of Windows: `--key pt`",
    )
}

/// Writes the phrases of the editions to be translated, where the program does not know them, and says
/// so.
fn furniture(session: &Session, locale: &Locale, files: &mut Files) -> Result<Vec<String>> {
    let key = locale.key();
    if built_in_furniture(key).is_some() {
        return Ok(vec![format!(
            "the phrases of its pages come with the program: `{key}` is ready"
        )]);
    }
    let path = format!("locales/{key}/hexapla.ftl");
    let (from, text) = project::furniture_to_translate(&session.project.settings);
    if disk::read_file(&session.root, &path)?.is_some() {
        return Ok(vec![format!("left as it is: `{path}`; `hexapla check` says what it lacks")]);
    }
    files.insert(&*path, project::to_be_translated(text, key));
    let lacking: Vec<_> = project::phrases(text);
    Ok(vec![
        format!("`{key}` lacks the phrases of its pages: {}", lacking.join(", ")),
        format!(
            "they stand in `{path}` as comments, in the words of `{from}`; until all {} are \
             translated, `hexapla build` publishes nothing in `{key}`",
            counted(lacking.len(), "phrase")
        ),
    ])
}

/// Says that releases name their languages, and not this one.
fn unnamed(session: &Session, locale: &Locale) -> Result<Option<String>> {
    let mut releases = Vec::new();
    for slug in &session.slugs {
        let Opened { loaded, .. } = session.release(slug)?;
        let names = |one: &crate::publish::Loaded| one.release.facts.languages.is_some();
        if loaded.as_ref().is_some_and(names) {
            releases.push(format!("`{slug}`"));
        }
    }
    let list = releases.join(", ");
    Ok((!releases.is_empty()).then(|| {
        format!(
            "not published in `{}`: {list}, which name their languages; add it to `languages` there",
            locale.key()
        )
    }))
}
