//! The pages beside the releases after a build in parts, and whether the parts make a whole.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Result;

use super::build::{Holdings, shelve};
use super::load;
use super::manifest::{self, Last};
use super::record::PROGRAM;
use super::request::list;
use super::shard::{self, Note, Shard, State};
use crate::diagnostic::Diagnostic;
use crate::disk::Output;
use crate::document::Status;
use crate::project::Project;
use crate::pseudo::Pseudo;

/// Whether an output holds pseudo-locales, and nothing that is published.
///
/// # Errors
/// When the output cannot be read.
pub fn is_pseudo(output: &Output) -> Result<bool> {
    let mut some = false;
    for slug in output.releases()? {
        let text = output.read(&format!("{slug}/{}", manifest::NAME))?;
        let last = Last::parse(text.as_deref());
        for language in last.manifest().into_iter().flat_map(|manifest| &manifest.locales) {
            if Pseudo::named(&language.locale).is_none() {
                return Ok(false);
            }
            some = true;
        }
    }
    Ok(some)
}

/// Brings what stands beside the releases up to date with the releases in the output, and says what
/// keeps these from being what one build would have made. When nothing does, the notes of the shards
/// have served their purpose.
///
/// # Errors
/// When the output cannot be read or written.
pub fn index(
    (root, project): (&Path, &Project),
    output: &Output,
) -> Result<(Holdings, Vec<Diagnostic>)> {
    let parts = Parts { project, output, notes: shard::notes(&output.parts()?) };
    let mut found = parts.differences(root);
    found.extend(parts.missing(root)?);
    let (holdings, shelved) = shelve(project, (output, None), &[])?;
    if found.is_empty() && shelved.iter().all(|one| one.code != "damaged-manifest") {
        output.forget_parts()?;
    }
    found.extend(shelved);
    Ok((holdings, found))
}

/// What the shards left.
struct Parts<'a> {
    project: &'a Project,
    output: &'a Output,
    notes: BTreeMap<Shard, Option<Note>>,
}

impl Parts<'_> {
    /// The shards that came to their end.
    fn done(&self) -> impl Iterator<Item = (Shard, &Note)> {
        self.notes.iter().filter_map(|(shard, note)| Some((*shard, note.as_ref()?)))
    }

    /// Those of them that this program built.
    fn ours(&self) -> impl Iterator<Item = (Shard, &Note)> {
        self.done().filter(|(_, note)| note.program == PROGRAM)
    }

    /// What shards were made from that one build would not have been.
    fn differences(&self, root: &Path) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        let mut otherwise = |shard: Shard, how: &str| {
            let message = format!("shard {shard} was built {how}");
            let help = format!("build it again: `{}`", command(shard));
            found.push(Diagnostic::error("built-otherwise", message).help(help));
        };
        let first = self.done().next();
        for (shard, note) in self.done() {
            if note.program != PROGRAM {
                let [theirs, ours] = [&*note.version, env!("CARGO_PKG_VERSION")];
                let which = if theirs == ours {
                    format!("by another program of the same version, {ours}")
                } else {
                    format!("by version {theirs} of the program; this is {ours}")
                };
                otherwise(shard, &which);
            } else if note.project != self.project.digest {
                otherwise(
                    shard,
                    "with other settings, furniture or terms than the project has now",
                );
            }
            if let Some((other, named)) = first.filter(|(_, first)| first.options != note.options) {
                let [of, beside] = [note, named].map(|note| match note.options.as_str() {
                    "" => "for all languages and formats".to_owned(),
                    options => format!("with `{options}`"),
                });
                otherwise(shard, &format!("{of}, and shard {other} {beside}"));
            }
        }
        found.extend(self.changed(root));
        found
    }

    /// The releases that shards built from other files than these.
    fn changed(&self, root: &Path) -> Option<Diagnostic> {
        self.ours().next()?;
        let files = shard::files((root, self.project), &self.project.slugs);
        let mut changed = Vec::new();
        let mut shards = BTreeSet::new();
        for slug in &self.project.slugs {
            for (shard, note) in self.ours().filter(|(shard, _)| shard.has(slug)) {
                let read = note.releases.get(slug.as_str()).map(|entry| entry.files.as_ref());
                let same = match (read, files.get(slug.as_str())) {
                    (Some(Some(read)), Some(now)) => read == now,
                    // Not known.
                    (Some(_), _) => true,
                    (None, _) => false,
                };
                if !same {
                    changed.push(slug.to_string());
                    shards.insert(shard);
                }
            }
        }
        let message =
            format!("since the shards were built, the files of {} have changed", list(&changed));
        let diagnostic = Diagnostic::error("built-otherwise", message).help(again(&shards));
        (!changed.is_empty()).then_some(diagnostic)
    }

    /// The shards and the releases that are not there, and those that were left as they were.
    fn missing(&self, root: &Path) -> Result<Vec<Diagnostic>> {
        let mut found = Vec::new();
        let divisions: BTreeSet<_> =
            self.notes.keys().filter_map(|shard| shard.all().next()).collect();
        if divisions.len() > 1 {
            let shards: Vec<_> = self.notes.keys().map(Shard::to_string).collect();
            let message = format!("the shards here are of several builds: {}", list(&shards));
            let help = "build all shards of one division into an empty folder, or \
                `hexapla build` everything";
            return Ok(vec![Diagnostic::error("not-built", message).help(help)]);
        }
        let all = divisions.first().map(|first| first.all()).into_iter().flatten();
        let absent: BTreeSet<_> =
            all.filter(|one| self.done().all(|(done, _)| done != *one)).collect();
        if !absent.is_empty() {
            let shards: Vec<_> = absent.iter().map(Shard::to_string).collect();
            let message = match shards.len() {
                1 => format!("shard {} has not been built here to its end", list(&shards)),
                _ => format!("shards {} have not been built here to their end", list(&shards)),
            };
            found.push(Diagnostic::error("not-built", message).help(again(&absent)));
        }
        found.extend(self.without_folder(root)?);
        let left: Vec<_> = self
            .done()
            .flat_map(|(_, note)| &note.releases)
            .filter(|(_, entry)| entry.state == State::LeftAsItWas)
            .map(|(slug, _)| slug.clone())
            .collect();
        if !left.is_empty() {
            let message = format!("not built, because of errors: {}", list(&left));
            let help = "put right what `hexapla check` says of it, and build its shard again";
            found.push(Diagnostic::error("not-built", message).help(help));
        }
        Ok(found)
    }

    /// The releases of the project that have no folder in the output, unless their shard found
    /// nothing in them that is fit to be published, or says why it left them as they were.
    fn without_folder(&self, root: &Path) -> Result<Option<Diagnostic>> {
        let told = self.done().flat_map(|(_, note)| &note.releases);
        let told = told.filter(|(_, entry)| entry.state != State::Built);
        let told: BTreeSet<_> = told.map(|(slug, _)| slug.as_str()).collect();
        let mut without = Vec::new();
        for slug in self.project.slugs.iter().filter(|slug| !told.contains(slug.as_str())) {
            if self.output.read(&format!("{slug}/{}", manifest::NAME))?.is_some() {
                continue;
            }
            // A draft, and what is under embargo, has no folder where nobody asked for it.
            let status = load::status(root, slug, self.project)?;
            if status.is_none_or(Status::is_public) {
                without.push(slug.to_string());
            }
        }
        let folder = self.output.shown().display();
        let message = match without.len() {
            1 => format!("{} has no editions in `{folder}`", list(&without)),
            many => format!("{many} releases have no editions in `{folder}`: {}", list(&without)),
        };
        let (it, its) =
            if without.len() == 1 { ("it", "its name") } else { ("them", "their names") };
        let help = format!("build {it}: `hexapla build`, with {its} or with `--shard`");
        let diagnostic = Diagnostic::error("not-built", message).help(help);
        Ok((!without.is_empty()).then_some(diagnostic))
    }
}

fn command(shard: Shard) -> String {
    format!("hexapla build --shard {shard}")
}

fn again(shards: &BTreeSet<Shard>) -> String {
    let commands: Vec<_> = shards.iter().copied().map(command).collect();
    format!("build again: {}; then `hexapla index`", list(&commands))
}
