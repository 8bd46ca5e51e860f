//! The parallel editions of a release: which a build makes, which stay, and what they leave behind.

use std::collections::{BTreeMap, BTreeSet};

use super::Request;
use super::manifest::{self, File};
use super::plan::Plan;
use super::written::Written;
use crate::edition::Edition;
use crate::project::{Format, Settings};
use crate::write::epub::{self, Layouts};
use crate::write::html::{self, Beside, Download};
use crate::write::{file_in, parallel};

/// A parallel edition that was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Together {
    /// Its folder, which tells its languages: `en_ar`.
    pub folder: String,
    /// The formats and the sizes of their files in bytes.
    pub sizes: Vec<(Format, usize)>,
}

/// The formats that hold several languages. In plain text they would not stand side by side.
pub(super) const FORMATS: [Format; 2] = [Format::Html, Format::Epub];

impl Request {
    /// The parallel editions that are asked for, by the keys of their languages: those of the project,
    /// then others. With some languages only, those of which all are among them.
    pub fn parallels<'a>(&'a self, settings: &'a Settings) -> Vec<&'a [String]> {
        let mut wanted: Vec<&[String]> = Vec::new();
        for keys in settings.parallel.iter().chain(&self.parallel) {
            if self.has_all(keys) && !wanted.contains(&keys.as_slice()) {
                wanted.push(keys);
            }
        }
        wanted
    }

    fn has_all(&self, keys: &[String]) -> bool {
        keys.iter().all(|key| self.has_locale(key))
    }

    /// Whether a file of a parallel edition stays as it is. `withheld` are the keys of editions that
    /// are not fit to be published.
    pub(super) fn leaves(
        &self,
        (keys, format): (&[String], Format),
        settings: &Settings,
        withheld: &[&str],
    ) -> bool {
        let asked = self.has_all(keys) && self.has_format(format);
        let waits = keys.iter().any(|key| withheld.contains(&key.as_str()));
        !asked || waits && self.parallels(settings).contains(&keys)
    }
}

/// The editions that are to stand beside each other, of those that are published.
pub(super) fn groups<'e>(
    editions: &'e [Edition],
    request: &Request,
    settings: &Settings,
) -> Vec<Vec<&'e Edition>> {
    let find = |key: &String| editions.iter().find(|edition| edition.locale.key() == key);
    let group = |keys: &&[String]| keys.iter().map(find).collect::<Option<Vec<_>>>();
    request.parallels(settings).iter().filter_map(group).collect()
}

/// The formats of each parallel edition among these files, by its folder.
pub(super) fn formats(files: &[File]) -> BTreeMap<String, BTreeSet<Format>> {
    let mut formats: BTreeMap<String, BTreeSet<Format>> = BTreeMap::new();
    for (keys, format, _) in manifest::parallels(files) {
        let folder = parallel::folder(keys.iter().map(String::as_str));
        formats.entry(folder).or_default().insert(format);
    }
    formats
}

/// The ways to the pages of parallel editions, by their folders.
pub(super) fn ways(files: &[File], settings: &Settings) -> Vec<Beside> {
    let find = |key: &String| settings.locales.iter().find(|one| one.key() == key).cloned();
    let pages = manifest::parallels(files).filter(|(_, format, _)| *format == Format::Html);
    let ways: BTreeMap<_, _> = pages
        .filter_map(|(keys, _, _)| {
            let folder = parallel::folder(keys.iter().map(String::as_str));
            Some((folder, keys.iter().map(find).collect::<Option<Vec<_>>>()?))
        })
        .collect();
    ways.into_iter().map(|(folder, locales)| Beside { folder, locales }).collect()
}

/// The files of a parallel edition. The page comes last, for it says how large the book is.
pub(super) fn write(
    group: &[&Edition],
    formats: &[Format],
    (plan, layouts): (&Plan, &Layouts),
) -> Vec<Written> {
    let (slug, folder) = (&group[0].slug, parallel::folder_of(group));
    let described = |format, bytes: Vec<u8>| {
        let file = File {
            format: Some(format),
            parallel: Some(group.iter().map(|one| one.locale.key().to_owned()).collect()),
            ..File::shared(&format!("{folder}/{}", file_in(slug, &folder, format)), &bytes)
        };
        Written { file, bytes }
    };
    let mut written = Vec::new();
    if formats.contains(&Format::Epub) {
        written.push(described(Format::Epub, epub::side_by_side(group, layouts)));
    }
    if formats.contains(&Format::Html) {
        let book = written.first().map(|book| book.bytes.len());
        let book = book.or_else(|| plan.kept_beside(&folder, Format::Epub));
        let download = book.map(|bytes| {
            let file = file_in(slug, &folder, Format::Epub);
            Download { format: Format::Epub, file, bytes }
        });
        let page = html::side_by_side(group, download.as_slice());
        written.insert(0, described(Format::Html, page.into_bytes()));
    }
    written
}

/// Whether a page that stays was made from editions that are no longer as they were. `digests` are
/// those of the files that there are now.
pub(super) fn is_behind(
    (kept, withheld): (&[File], &[&str]),
    before: &[File],
    digests: &BTreeMap<String, String>,
) -> bool {
    let changed: BTreeSet<&str> = manifest::editions(before)
        .filter(|(_, _, file)| digests.get(&file.path) != Some(&file.sha256))
        .map(|(key, _, _)| key)
        .collect();
    // What waits for a language is no further behind than that.
    let waits = |keys: &[String]| keys.iter().any(|key| withheld.contains(&key.as_str()));
    manifest::parallels(kept)
        .filter(|(keys, _, _)| !waits(keys))
        .any(|(keys, _, _)| keys.iter().any(|key| changed.contains(key.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Project;

    fn keys(text: &str) -> Vec<String> {
        text.split(',').map(str::to_owned).collect()
    }

    fn project() -> Project {
        let input = crate::disk::ProjectInput {
            config: Some(crate::diagnostic::SourceText::new(
                "hexapla.toml",
                "locales = [\"ar\", \"zh\", \"en\"]\nparallel = [[\"en\", \"ar\"]]",
            )),
            ..Default::default()
        };
        crate::project::parse(input).0.expect("it is a project")
    }

    #[test]
    fn what_the_project_wants_and_what_is_asked_for() {
        let settings = project().settings;
        let (first, second) = (keys("en,ar"), keys("ar,zh"));
        let parallel = vec![second.clone(), first.clone()];
        let request = Request { parallel, ..Request::ALL };
        assert_eq!(request.parallels(&settings), [first.as_slice(), second.as_slice()]);
        let some = Request { locales: Some(keys("ar,zh")), ..request };
        assert_eq!(some.parallels(&settings), [second.as_slice()]);
    }

    #[test]
    fn what_was_not_asked_for_stays_and_what_is_unwanted_goes() {
        let settings = project().settings;
        let (wanted, unwanted) = (keys("en,ar"), keys("ar,zh"));
        let leaves = |request: &Request, keys: &[String], withheld: &[&str]| {
            request.leaves((keys, Format::Html), &settings, withheld)
        };
        let all = Request::ALL;
        assert!(!leaves(&all, &wanted, &[]), "it is made anew");
        assert!(leaves(&all, &wanted, &["ar"]), "it waits for its Arabic");
        assert!(!leaves(&all, &unwanted, &[]));
        assert!(!leaves(&all, &unwanted, &["zh"]));
        let chinese = Request { locales: Some(keys("zh")), ..Request::ALL };
        assert!(leaves(&chinese, &wanted, &[]) && leaves(&chinese, &unwanted, &[]));
        let text = Request { formats: Some(vec![Format::Text]), ..Request::ALL };
        assert!(leaves(&text, &wanted, &[]));
    }
}
