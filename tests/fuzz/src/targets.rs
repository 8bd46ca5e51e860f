//! The targets. Each takes the bytes of one kind of file, puts it into the small project, and does
//! with it what the commands would do.

mod changes;
mod exchange;
mod files;

use hexapla::diagnostic::{Diagnostic, Severity, SourceText};
use hexapla::disk::ReleaseInput;
use hexapla::document::Status;
use hexapla::project::Project;
use hexapla::publish::manifest::Last;
use hexapla::publish::{self, Loaded, Made, Request, Standing};
use hexapla::write::epub::Layouts;

use crate::{heap, sound};

/// A target: its name and what it does with bytes.
pub type Target = (&'static str, fn(&[u8]));

/// All targets.
pub const TARGETS: [Target; 8] = [
    ("markdown", files::markdown),
    ("front-matter", files::front_matter),
    ("translation", files::translation),
    ("settings", files::settings),
    ("lock", files::lock),
    ("format", files::format),
    ("xliff", exchange::xliff),
    ("todo", exchange::todo),
];

/// The target with this name.
pub fn target(name: &str) -> Option<fn(&[u8])> {
    TARGETS.into_iter().find(|(known, _)| *known == name).map(|(_, target)| target)
}

/// All texts of a release.
fn texts(input: &ReleaseInput) -> Vec<SourceText> {
    publish::texts(input).chain(&input.lock).cloned().collect()
}

/// Publishes a release, and looks at all that comes of it.
fn published(input: &ReleaseInput, project: &Project, size: usize) -> Made {
    let given = input.clone();
    let layouts = Layouts::default();
    let make = || publish::make(given, (project, &layouts), &Request::ALL, &Last::Nothing);
    let made = heap::bounded(size, make);
    sound::findings(&made.found, &texts(input));
    // An edition that is not fit does not keep the others.
    let withheld = ["incomplete", "stale-refused", "no-furniture"];
    let stops = errors(&made.found).any(|one| !withheld.contains(&one.code));
    // What nobody is shown keeps no page from saying that a release is withdrawn.
    if made.standing != Standing::At(Status::Withdrawn) {
        assert_eq!(!stops, made.folder.is_some(), "{:?}", made.found);
    }
    if let Some(folder) = &made.folder {
        sound::files(&folder.change.files);
    }
    made
}

fn errors(found: &[Diagnostic]) -> impl Iterator<Item = &Diagnostic> {
    found.iter().filter(|one| one.severity == Severity::Error)
}

/// A release without errors.
fn loaded(input: &ReleaseInput, project: &Project) -> Option<Loaded> {
    let (loaded, found) = publish::load(input.clone(), project, &Request::ALL);
    loaded.filter(|_| errors(&found).next().is_none())
}
