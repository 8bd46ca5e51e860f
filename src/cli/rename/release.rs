//! A release gets another name.

use anyhow::{Result, bail};

use super::{Done, in_step, read, settings};
use crate::cli::session::Session;
use crate::cli::speech::Speech;
use crate::cli::sync;
use crate::disk;
use crate::files::Files;
use crate::project::rename::names_of_release;
use crate::release::Release;
use crate::segment::Slug;
use crate::translate::{self, Listed, Replacement};

/// Names of files in `locales/` that belong to no release.
const SHARED: [&str; 2] = ["terms", "hexapla"];

/// Renames a release. `None`: it has errors, and that is said.
pub(super) fn rename(
    session: &Session,
    old: &Slug,
    new: &str,
    speech: &Speech,
) -> Result<Option<Done>> {
    let Some(new) = Slug::new(new).filter(|slug| !SHARED.contains(&slug.as_str())) else {
        bail!(
            "`{new}` cannot be the name of a release\nhelp: use small letters a to z, digits and \
             single hyphens, at most {} of them: `2021-05-26-dialogue`",
            Slug::LONGEST
        );
    };
    let Some(read) = read(session, old, speech)? else { return Ok(None) };
    in_step(session, &read)?;
    let mut moved = vec![(format!("content/{old}"), format!("content/{new}"))];
    let keys = read.input.catalogs.keys();
    moved.extend(keys.map(|key| (old.file_in(key), new.file_in(key))));
    let config = settings(session)?;
    let names = names_of_release(&config, old.as_str()).into_iter();
    let names: Vec<Replacement> =
        names.map(|range| Replacement { range, new: new.to_string() }).collect();
    let mut files = Files::new();
    super::replaced(session, &config, &names, &mut files)?;
    // What names the release within: the reference, and the list of the tools' files.
    let mut loaded = read.loaded.clone();
    loaded.release.slug = new.clone();
    let key = loaded.release.source_locale.key();
    let reference = new.file_in(key);
    let subject = translate::Subject {
        release: &loaded.release,
        catalogs: &loaded.catalogs,
        texts: &read.input.catalogs,
        unread: &read.input.unread,
        project: &session.project,
    };
    let synced = translate::sync(&subject, &std::collections::BTreeSet::new());
    if let Some(bytes) = synced.files.get(&reference) {
        files.insert(reference, bytes);
    }
    if let Some(standing) = disk::read_file(&session.root, sync::CONFIGURATION)? {
        let text = String::from_utf8_lossy(&standing).into_owned();
        let listed = match translate::foreign_configuration(Some(&standing)) {
            Some(_) => None,
            None => listed(session, &loaded.release, old)?,
        };
        let configuration = match listed {
            // Somebody else's, or one that would lose a release: the paths in it are put right, no
            // more.
            None => text.replace(&format!("/{old}.ftl\""), &format!("/{new}.ftl\"")),
            Some(listed) => sync::configuration(session, &files, &listed),
        };
        files.insert(sync::CONFIGURATION, configuration);
    }
    let written = disk::change_project(&session.root, &moved, &files)?;
    let notes = vec![format!(
        "help: `hexapla build` makes its editions under the new name, and says what still stands \
         under the old one: readers and other sites have the address `{old}`"
    )];
    Ok(Some(Done { old: old.to_string(), new: new.to_string(), moved, written, notes }))
}

/// All releases for the configuration of translation tools, in the order of their names. `None`: one
/// of them cannot be read.
fn listed(session: &Session, release: &Release, old: &Slug) -> Result<Option<Vec<Listed>>> {
    let mut listed = vec![sync::list(release)];
    for slug in session.project.slugs.iter().filter(|slug| *slug != old) {
        let Some(other) = session.release(slug)?.loaded else { return Ok(None) };
        listed.push(sync::list(&other.release));
    }
    listed.sort_by(|one, other| one.slug.cmp(&other.slug));
    Ok(Some(listed))
}
