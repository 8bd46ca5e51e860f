//! What translators send, as it would stand in the project, looked over before it is written.

use std::collections::BTreeMap;

use super::{Loaded, Request, load};
use crate::diagnostic::{Diagnostic, SourceText};
use crate::disk::ReleaseInput;
use crate::files::Files;
use crate::project::Project;
use crate::segment::SegmentId;
use crate::translate::{self, Delivery, Put, Subject};

/// What comes of a delivery.
#[derive(Debug)]
pub struct Delivered {
    /// The release with the words in it.
    pub put: Put,
    /// What is to be said of the messages that came in.
    pub found: Vec<Finding>,
}

/// What is to be said of a message that came in.
#[derive(Debug)]
pub struct Finding {
    /// The key of the locale.
    pub key: String,
    /// The message.
    pub id: SegmentId,
    /// What, at its place in the file of the locale as it would be.
    pub problem: Diagnostic,
}

/// Puts what comes in for each locale into its file, and looks over what is in it then.
///
/// # Errors
/// What keeps it from being done; then nothing is to be written.
pub fn deliver(
    input: &ReleaseInput,
    loaded: &Loaded,
    deliveries: &BTreeMap<String, Delivery>,
    project: &Project,
) -> Result<Delivered, Vec<Diagnostic>> {
    let Loaded { release, catalogs, .. } = loaded;
    let (texts, unread) = (&input.catalogs, &input.unread);
    let put = translate::put(&Subject { release, catalogs, texts, unread, project }, deliveries)?;
    let found = looked_over(after(input, &put.files, deliveries), deliveries, project);
    Ok(Delivered { put, found })
}

/// The release as it is once the files are written.
fn after(
    input: &ReleaseInput,
    files: &Files,
    deliveries: &BTreeMap<String, Delivery>,
) -> ReleaseInput {
    let mut after = input.clone();
    let text = |path: String| {
        let text = String::from_utf8_lossy(files.get(&path)?).into_owned();
        Some(SourceText::new(path, text))
    };
    let lock = text(format!("content/{}/translations.lock", input.slug));
    after.lock = lock.or(after.lock);
    for key in deliveries.keys() {
        let new = text(format!("locales/{key}/{}.ftl", input.slug));
        after.catalogs.extend(new.map(|text| (key.clone(), text)));
    }
    after
}

/// What is found in the messages that came in.
fn looked_over(
    input: ReleaseInput,
    deliveries: &BTreeMap<String, Delivery>,
    project: &Project,
) -> Vec<Finding> {
    let request = Request { locales: Some(deliveries.keys().cloned().collect()), ..Request::ALL };
    let (loaded, mut found) = load(input, project, &request);
    found.extend(loaded.into_iter().flat_map(|loaded| loaded.editions(project, &request).1));
    let meant = |problem: Diagnostic| {
        let about = problem.about.as_ref()?;
        let (key, id) = (about.locale.clone()?, SegmentId::parse(about.id.as_ref()?)?);
        // What is said of a message without a value of its own is said of its parts.
        let is = |known: &&SegmentId| {
            **known == id || known.message == id.message && id.attribute.is_none()
        };
        let id = deliveries.get(&key)?.sources.keys().find(is)?.clone();
        Some(Finding { key, id, problem })
    };
    found.into_iter().filter_map(meant).collect()
}
