//! `hexapla sync --minor`: which edits are meant.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail};

use super::Read;
use crate::nearest::nearest;
use crate::segment::{SegmentId, Slug};
use crate::translate;

/// The edited messages that are meant, by release.
///
/// # Errors
/// When a name is no message of the releases that are meant, or not one that was edited, or one
/// that was edited in several.
pub(super) fn edits(
    names: &[String],
    releases: &[Read],
) -> Result<BTreeMap<Slug, BTreeSet<SegmentId>>> {
    let mut all: BTreeMap<Slug, BTreeSet<SegmentId>> = BTreeMap::new();
    for name in names {
        let asked = releases.iter().filter(|read| read.named);
        let of = |read: &Read| translate::parts(name, &read.loaded.release);
        let meant: Vec<_> = asked.map(|read| (read, of(read))).collect();
        if meant.iter().all(|(_, parts)| parts.is_empty()) {
            bail!("{}", unknown(name, releases));
        }
        let edited: Vec<(&Slug, BTreeSet<SegmentId>)> = meant
            .into_iter()
            .map(|(read, parts)| (&read.loaded.release.slug, edited(parts, read)))
            .filter(|(_, parts)| !parts.is_empty())
            .collect();
        match edited.as_slice() {
            [] => bail!(
                "the source of `{name}` has not changed since the last `hexapla sync`\nhelp: to say \
                 that a translation is right as it stands, use `hexapla accept LANGUAGE {name}`"
            ),
            [(slug, parts)] => all.entry((*slug).clone()).or_default().extend(parts.clone()),
            [(first, _), ..] => bail!(
                "`{name}` was edited in several releases\nhelp: say in which: `hexapla sync {first} \
                 --minor {name}`"
            ),
        }
    }
    Ok(all)
}

/// Those whose source differs from what the reference last showed, or from what translations were
/// made from.
fn edited(parts: Vec<SegmentId>, read: &Read) -> BTreeSet<SegmentId> {
    let release = &read.loaded.release;
    let shown = release.lock.shown();
    let leaves = release.document.leaves();
    let differs = |id: &SegmentId| {
        let leaf = leaves.iter().find(|leaf| leaf.id == *id);
        leaf.is_some_and(|leaf| {
            let (shown, stamps) = (shown.get(id).copied(), &release.lock.stamps);
            translate::edited_from(shown, stamps, (id, &leaf.fingerprint)).is_some()
        })
    };
    parts.into_iter().filter(differs).collect()
}

fn unknown(name: &str, releases: &[Read]) -> String {
    let named: Vec<&Read> = releases.iter().filter(|read| read.named).collect();
    let leaves = named.iter().flat_map(|read| read.loaded.release.document.leaves());
    let known: Vec<&str> = leaves.map(|leaf| leaf.id.message.as_str()).collect();
    let help = match nearest(name, &known) {
        Some(near) => format!("the nearest is `{near}`"),
        None => "the ids stand in the reference, `locales/LANGUAGE/NAME.ftl`".to_owned(),
    };
    let whose = match named.as_slice() {
        [one] => format!("`{}`", one.loaded.release.slug),
        _ => "these releases".to_owned(),
    };
    format!("`{name}` is not a message of {whose}\nhelp: {help}")
}
