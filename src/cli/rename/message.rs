//! A message gets another name.

use anyhow::{Result, bail};

use super::{Done, Read, in_step, kinds, read, replaced, settings, unknown};
use crate::cli::session::Session;
use crate::cli::speech::Speech;
use crate::diagnostic::{Diagnostic, SourceText};
use crate::disk::{self, ReleaseInput};
use crate::files::Files;
use crate::project::rename::{Alone, names_of_message};
use crate::publish::{self, Loaded, Request};
use crate::translate::{self, Renamed, Renaming, Replacement};

/// Renames a message. `None`: there are errors, and that is said.
pub(super) fn rename(
    session: &Session,
    (old, new): (&str, &str),
    speech: &Speech,
) -> Result<Option<Done>> {
    let mut all = Vec::new();
    for slug in &session.slugs {
        let Some(read) = read(session, slug, speech)? else { return Ok(None) };
        all.push(read);
    }
    let mut meant = Vec::new();
    for read in &all {
        if let Some(renaming) = Renaming::new(&read.subject(session), old, new) {
            meant.push((read, renaming));
        }
    }
    let (read, renaming) = match meant.len() {
        0 => {
            let leaves = all.iter().flat_map(|read| read.loaded.release.document.leaves());
            let messages = leaves.map(|leaf| leaf.id.message.as_str());
            let slugs = session.project.slugs.iter().map(crate::segment::Slug::as_str);
            let known: Vec<&str> = messages.chain(slugs).collect();
            bail!("{}", unknown(old, &known));
        }
        1 => meant.remove(0),
        _ => {
            let slugs: Vec<_> =
                meant.iter().map(|(read, _)| read.loaded.release.slug.as_str()).collect();
            bail!(
                "several releases have a message `{old}`: {}\nhelp: say in which: `hexapla rename \
                 {old} {new} --release {}`",
                slugs.join(", "),
                slugs[0]
            );
        }
    };
    let renaming = match renaming {
        Ok(renaming) => renaming,
        Err(refused) => bail!("{}\nhelp: {}", refused.reason, refused.help),
    };
    in_step(session, read)?;
    let renamed = match renaming.apply(&read.subject(session)) {
        Ok(renamed) => renamed,
        Err(problems) => {
            speech.diagnostics(&session.root, problems);
            return Ok(None);
        }
    };
    let Some(files) = files(session, read, (&renaming, &renamed), speech)? else {
        return Ok(None);
    };
    let written = disk::write_project(&session.root, &files)?;
    let (old, new) = (renaming.old, renaming.new);
    Ok(Some(Done { old, new, moved: Vec::new(), written, notes: Vec::new() }))
}

/// All files that have the name, with the new one. `None`: it would make a mistake.
fn files(
    session: &Session,
    read: &Read,
    (renaming, renamed): (&Renaming, &Renamed),
    speech: &Speech,
) -> Result<Option<Files>> {
    let mut files = Files::new();
    let source = &read.loaded.release.source;
    replaced(session, source, &renamed.source, &mut files)?;
    for (key, all) in &renamed.texts {
        replaced(session, &read.input.catalogs[key], all, &mut files)?;
    }
    let config = settings(session)?;
    let slug = read.loaded.release.slug.as_str();
    let names = names_of_message(&config, (slug, &renaming.old), alone(session, read, renaming)?);
    let names = names.into_iter().map(|range| Replacement { range, new: renaming.new.clone() });
    replaced(session, &config, &names.collect::<Vec<_>>(), &mut files)?;
    let Some((input, loaded)) = proven(session, read, (renaming, renamed), speech)? else {
        return Ok(None);
    };
    let subject = translate::Subject {
        release: &loaded.release,
        catalogs: &loaded.catalogs,
        texts: &input.catalogs,
        unread: &input.unread,
        project: &session.project,
    };
    let synced = translate::sync(&subject, &std::collections::BTreeSet::new());
    files.extend("", synced.files);
    Ok(Some(files))
}

/// Whether the other releases have no message of the name.
fn alone(session: &Session, read: &Read, renaming: &Renaming) -> Result<Alone> {
    for slug in session.project.slugs.iter().filter(|slug| **slug != read.loaded.release.slug) {
        let loaded = session.release(slug)?.loaded;
        let has = |loaded: Loaded| {
            let leaves = loaded.release.document.leaves();
            leaves.iter().any(|leaf| leaf.id.message == renaming.old)
        };
        if loaded.is_some_and(has) {
            return Ok(Alone::No);
        }
    }
    Ok(Alone::Yes)
}

/// The release with the new name, read again: every message is the one that it was, and there is
/// no finding that was not there before. `None`: there is one, and that is said.
fn proven(
    session: &Session,
    read: &Read,
    (renaming, renamed): (&Renaming, &Renamed),
    speech: &Speech,
) -> Result<Option<(ReleaseInput, Loaded)>> {
    let mut input = read.input.clone();
    let new = |text: &SourceText, all: &[Replacement]| {
        SourceText::new(text.path(), translate::replaced(text.text(), all))
    };
    input.source = new(&input.source, &renamed.source);
    for (key, all) in &renamed.texts {
        let text = new(&input.catalogs[key], all);
        input.catalogs.insert(key.clone(), text);
    }
    let lock = format!("content/{}/translations.lock", input.slug);
    input.lock = Some(SourceText::new(lock, renamed.lock.to_text()));
    let (loaded, mut found) = publish::load(input.clone(), &session.project, &Request::ALL);
    let Some(loaded) = loaded else {
        speech.diagnostics(&session.root, found);
        return Ok(None);
    };
    let ids = |loaded: &Loaded| -> Vec<String> {
        loaded.release.document.leaves().iter().map(|leaf| leaf.id.message.clone()).collect()
    };
    let before = ids(&read.loaded).into_iter();
    let expected: Vec<String> =
        before.map(|id| if id == renaming.old { renaming.new.clone() } else { id }).collect();
    if ids(&loaded) != expected {
        bail!("other messages would get other names, too: nothing was changed");
    }
    let mut known = read.found.clone();
    known.extend(read.loaded.editions(&session.project, &Request::ALL).1);
    found.extend(loaded.editions(&session.project, &Request::ALL).1);
    let (before, after) = (kinds(&known), kinds(&found));
    let is_more = |one: &Diagnostic| after[one.code] > before.get(one.code).copied().unwrap_or(0);
    let more: Vec<Diagnostic> = found.iter().filter(|one| is_more(one)).cloned().collect();
    if !more.is_empty() {
        speech.diagnostics(&session.root, more);
        speech.result("nothing was changed: with the new name this would be found");
        return Ok(None);
    }
    Ok(Some((input, loaded)))
}
