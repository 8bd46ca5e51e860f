//! A build in shards: which releases a shard builds, and what it leaves for `index`.
//!
//! Which shard a release belongs to follows from its name alone, so it stays when others come and go.
//! What shards were made from stands in a note of each in the output, not in the manifests, which
//! would then differ from those of one build; `index` compares the notes and takes them away.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;
use std::str::FromStr;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::build::{Built, Kept};
use super::record::PROGRAM;
use super::{Completeness, Request};
use crate::disk;
use crate::project::Project;
use crate::segment::Slug;

/// A share of the releases: the `number`th of `of`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shard {
    of: u32,
    number: u32,
}

/// The most shards: more than there are machines.
const MOST: u32 = 100_000;

impl Shard {
    /// Whether a release belongs to this shard.
    pub fn has(self, slug: &Slug) -> bool {
        self.of_release(slug) == self
    }

    /// The shard, of as many as there are, that a release belongs to: by the SHA-256 of its name.
    #[must_use]
    pub fn of_release(self, slug: &Slug) -> Self {
        let digest = disk::sha256(slug.as_str().as_bytes());
        let first = u64::from_str_radix(&digest[..16], 16).expect("it is hexadecimal");
        let number = u32::try_from(first % u64::from(self.of)).expect("it is less than `of`") + 1;
        Self { number, ..self }
    }

    /// All shards of as many as there are.
    pub fn all(self) -> impl Iterator<Item = Self> {
        (1..=self.of).map(move |number| Self { number, ..self })
    }

    /// What the name of its note ends with.
    pub fn name(self) -> String {
        format!("{}-of-{}", self.number, self.of)
    }

    /// Whether the shard with this name belongs to the same build.
    pub fn is_beside(self, name: &str) -> bool {
        Self::named(name).is_some_and(|other| other.of == self.of)
    }

    fn named(name: &str) -> Option<Self> {
        name.replacen("-of-", "/", 1).parse().ok()
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.of)
    }
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parts = text.split_once('/').and_then(|(k, n)| Some((number(k)?, number(n)?)));
        match parts {
            Some((number, of)) if number <= of && of <= MOST => Ok(Self { of, number }),
            Some(_) | None => Err(format!(
                "write which shard of how many: `1/4` is the first of four, `4/4` the last, and there \
                 can be at most {MOST}"
            )),
        }
    }
}

/// A number from 1, in the one way to write it.
fn number(text: &str) -> Option<u32> {
    text.parse().ok().filter(|number: &u32| *number > 0 && number.to_string() == text)
}

/// What a shard did with a release.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum State {
    /// It is as it should be.
    Built,
    /// There is nothing fit to be published.
    Empty,
    /// It was left as it was.
    LeftAsItWas,
}

/// A release in a note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entry {
    pub state: State,
    /// The digest of its files; none where they have to be looked at more closely.
    pub files: Option<String>,
}

/// What a shard leaves in the output, until `index` has read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The version of the program, for people.
    pub(super) version: String,
    /// The digest of its sources.
    pub(super) program: String,
    /// The digest of the settings, the furniture and the terms.
    pub(super) project: String,
    /// What was asked for.
    pub(super) options: String,
    pub(super) releases: BTreeMap<String, Entry>,
}

impl Note {
    /// The note of a shard that was built.
    pub fn new(project: &Project, request: &Request, built: &[Built]) -> Self {
        let entry = |one: &Built| {
            let state = match one.kept {
                Kept::Saved { ref paths, .. } if paths.is_empty() => State::Empty,
                Kept::Saved { .. } => State::Built,
                Kept::Refused | Kept::Failed(_) => State::LeftAsItWas,
            };
            (one.slug.to_string(), Entry { state, files: one.read.clone() })
        };
        Self {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            program: PROGRAM.to_owned(),
            project: project.digest.clone(),
            options: options(request),
            releases: built.iter().map(entry).collect(),
        }
    }

    /// The note's text.
    pub fn to_text(&self) -> String {
        super::manifest::to_json(self)
    }
}

/// The notes in an output, by shard. `None`: that shard did not come to its end.
pub(super) fn notes(texts: &[(String, Vec<u8>)]) -> BTreeMap<Shard, Option<Note>> {
    let note = |(name, text): &(String, Vec<u8>)| {
        Some((Shard::named(name)?, serde_json::from_slice(text).ok()))
    };
    texts.iter().filter_map(note).collect()
}

/// The digests of the files of releases, where these can be compared.
pub(super) fn files(
    (root, project): (&Path, &Project),
    slugs: &[Slug],
) -> BTreeMap<String, String> {
    let Some(keys) = disk::locale_folders(root) else { return BTreeMap::new() };
    let limits = project.settings.limits;
    let digest =
        |slug: &Slug| Some((slug.to_string(), disk::digest_release(root, slug, (&keys, limits))?));
    slugs.par_iter().filter_map(digest).collect()
}

/// What was asked for, as a person types it; of that only what makes another output.
fn options(request: &Request) -> String {
    let Request { locales, formats, parallel, completeness, advice: _ } = request;
    let mut options = Vec::new();
    options.extend(locales.as_ref().map(|keys| format!("--locale {}", keys.join(","))));
    options.extend(formats.as_ref().map(|formats| {
        let names: Vec<_> = formats.iter().map(|format| format.name()).collect();
        format!("--format {}", names.join(","))
    }));
    options.extend(parallel.iter().map(|keys| format!("--parallel {}", keys.join(","))));
    match completeness {
        Completeness::Required => {}
        Completeness::Optional => options.push("--incomplete".to_owned()),
    }
    options.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shard_is_written_in_one_way() {
        for text in ["1/1", "1/2", "2/2", "64/100000"] {
            let shard: Shard = text.parse().unwrap();
            assert_eq!(shard.to_string(), text);
            assert_eq!(Shard::named(&shard.name()), Some(shard));
        }
        for text in [
            "", "/", "1", "0/2", "3/2", "1/0", "01/2", "+1/2", "1/2/2", "1/100001", "１/２", "-1/2",
        ] {
            assert!(text.parse::<Shard>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_release_is_in_one_shard_whatever_the_others_are() {
        let slugs: Vec<_> =
            (0..2000).map(|n| Slug::new(&format!("release-{n}")).unwrap()).collect();
        for of in [1, 2, 3, 8] {
            let first: Shard = format!("1/{of}").parse().unwrap();
            let sizes: Vec<_> = first
                .all()
                .map(|shard| slugs.iter().filter(|slug| shard.has(slug)).count())
                .collect();
            assert_eq!(sizes.iter().sum::<usize>(), slugs.len());
            let fair = slugs.len() / sizes.len();
            assert!(sizes.iter().all(|size| size.abs_diff(fair) <= fair / 4), "{sizes:?}");
        }
        // printf water | sha256sum: 0f4168490e38b844…; its last digit counts of 16, 4 and 2.
        let water = Slug::new("water").unwrap();
        for (shard, of) in [("5/16", 16), ("1/4", 4), ("1/2", 2)] {
            let first: Shard = format!("1/{of}").parse().unwrap();
            assert_eq!(first.of_release(&water).to_string(), shard);
        }
    }

    #[test]
    fn a_note_that_was_cut_off_is_one_of_a_shard_that_did_not_end() {
        let note = Note {
            version: "1".to_owned(),
            program: "水".to_owned(),
            project: "ماء".to_owned(),
            options: String::new(),
            releases: BTreeMap::new(),
        };
        let text = note.to_text().into_bytes();
        let texts = [
            ("1-of-3".to_owned(), text.clone()),
            ("2-of-3".to_owned(), text[..text.len() / 2].to_vec()),
            ("3-of-3".to_owned(), Vec::new()),
            ("4-of-3".to_owned(), text),
        ];
        let notes = notes(&texts);
        let [first, second, third] = ["1/3", "2/3", "3/3"].map(|text| text.parse().unwrap());
        assert_eq!(notes, [(first, Some(note)), (second, None), (third, None)].into());
    }
}
