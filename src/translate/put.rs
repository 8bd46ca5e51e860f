//! Words go into the file of their locale, and the lock takes note of what they were made from:
//! the one way for a file that was filled in, for one of a translation tool, and for what is
//! put back.

use std::collections::BTreeMap;

use super::changes::Changes;
use super::stamped::{Stamps, stamped};
use super::sync::{Subject, unkept};
use crate::catalog::write::Ftl;
use crate::catalog::{self, Catalog, patch::patch};
use crate::diagnostic::{Diagnostic, SourceText};
use crate::files::Files;
use crate::identity::{Review, Stamp};
use crate::segment::{Fingerprint, SegmentId};

/// What comes in for one locale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Delivery {
    /// The words of messages, as Fluent patterns.
    pub patterns: BTreeMap<SegmentId, String>,
    /// The source that each translation was made from, and who looked at it: of those words, and of
    /// words that stand in the file already.
    pub sources: BTreeMap<SegmentId, (Fingerprint, Review)>,
    /// Source words by their fingerprint: those that the lock may not know.
    pub texts: BTreeMap<Fingerprint, String>,
}

/// What a release comes to when words are put into it.
#[derive(Clone, Debug)]
pub struct Put {
    /// The files to write: those of [`super::sync`], and those of the locales.
    pub files: Files,
    /// What the files of the locales say then, by the key of the locale.
    pub catalogs: BTreeMap<String, Catalog>,
    /// What the author has changed since the last `sync`.
    pub changes: Changes,
}

impl Delivery {
    /// Whether there is nothing to write.
    pub fn is_empty(&self) -> bool {
        self.patterns.is_empty() && self.sources.is_empty()
    }

    /// Leaves out a message.
    pub fn leave_out(&mut self, id: &SegmentId) {
        self.patterns.remove(id);
        self.sources.remove(id);
    }

    /// The stamps of what the locale's file says now.
    fn stamps(&self, catalog: &Catalog) -> Stamps {
        let stamp = |(id, (source, review)): (&SegmentId, &(Fingerprint, Review))| {
            let translation = catalog.entry(id)?.fingerprint;
            Some((id.clone(), Stamp { source: source.clone(), translation, review: *review }))
        };
        Stamps {
            stamps: self.sources.iter().filter_map(stamp).collect(),
            texts: self.texts.clone(),
        }
    }
}

/// Puts what comes in for each locale into its file.
///
/// # Errors
/// What keeps it from being done; then nothing is to be written.
pub fn put(
    subject: &Subject<'_>,
    deliveries: &BTreeMap<String, Delivery>,
) -> Result<Put, Vec<Diagnostic>> {
    let mut catalogs = subject.catalogs.clone();
    let mut locales = Files::new();
    let mut stamps = BTreeMap::new();
    for (key, delivery) in deliveries {
        let (file, catalog) = written(subject, key, &delivery.patterns)?;
        stamps.insert(key.clone(), delivery.stamps(&catalog));
        catalogs.insert(key.clone(), catalog);
        if !delivery.patterns.is_empty() {
            locales.insert(file.path(), file.text());
        }
    }
    let settings = &subject.project.settings;
    let (mut files, changes) = stamped(subject.release, &catalogs, &stamps, settings)?;
    let problems = unkept(subject.unread, &changes);
    if !problems.is_empty() {
        return Err(problems);
    }
    files.extend("", locales);
    Ok(Put { files, catalogs, changes })
}

/// The file of a locale with words in it, and what it says. Nothing else in it changes.
///
/// # Errors
/// Why there can be no such file: one that stands there cannot be read, or is faulty where the words
/// belong.
pub(super) fn written(
    subject: &Subject<'_>,
    key: &str,
    patterns: &BTreeMap<SegmentId, String>,
) -> Result<(SourceText, Catalog), Vec<Diagnostic>> {
    if let Some(why) = subject.unread.get(key) {
        return Err(vec![why.clone()]);
    }
    let Some(words) = subject.project.words_to_read(key) else { return Err(vec![wordless(key)]) };
    let release = subject.release;
    let path = format!("locales/{key}/{}.ftl", release.slug);
    let before = subject.texts.get(key).cloned();
    let title = &release.document.meta.title.pattern;
    let before = before.unwrap_or_else(|| SourceText::new(path.as_str(), heading(title, key)));
    let leaves = release.document.leaves();
    let text = patch(&before, patterns, leaves.into_iter().map(|leaf| &leaf.id))?;
    let file = SourceText::new(path, text);
    let (catalog, _) = catalog::parse(&file, words);
    Ok((file, catalog))
}

/// How a locale's file begins that is not there yet.
fn heading(title: &str, key: &str) -> String {
    let mut ftl = Ftl::new(&format!("Translation into {key}."));
    ftl.resource(title);
    ftl.finish() + "\n"
}

fn wordless(key: &str) -> Diagnostic {
    let message = format!("the furniture or the terms of `{key}` have errors");
    Diagnostic::error("ftl-unwritable", message).help("`hexapla check` lists them")
}
