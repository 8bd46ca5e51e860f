//! Fixing: what can be put right without a person's judgement, in memory.
//!
//! A fix changes signs, never what is said, so it leaves the state of every translation as it was:
//! what the lock remembers follows the words. That is proven for each file, with all its fixes made
//! and all of the release read again; a file for which it does not hold stays as it is.

use std::collections::{BTreeMap, BTreeSet};

use super::{Loaded, Request, load};
use crate::diagnostic::{Diagnostic, Edit, Severity, SourceText};
use crate::disk::ReleaseInput;
use crate::document::State;
use crate::identity::Lock;
use crate::project::Project;
use crate::segment::SegmentId;

/// How often a file is looked at anew: what one fix lays bare, the next puts right.
const ROUNDS: usize = 4;

/// What is put right in a release.
#[derive(Clone, Debug, Default)]
pub struct Fixed {
    /// The files that have changed, with their new texts, by path.
    pub texts: BTreeMap<String, SourceText>,
    /// The findings that were put right.
    pub mended: Vec<Diagnostic>,
    /// What is to be said of files in which nothing could be put right.
    pub refused: Vec<Diagnostic>,
}

/// The files of a release as they are after all fixes in the languages that are asked for.
pub fn fix(input: &ReleaseInput, project: &Project, request: &Request) -> Fixed {
    let mut fixed = Fixed::default();
    let Some(mut now) = Look::new(input.clone(), project) else { return fixed };
    let is_asked = |one: &Diagnostic| {
        let locale = one.about.as_ref().and_then(|about| about.locale.as_ref());
        locale.is_none_or(|key| request.has_locale(key))
    };
    let asked = now.fixes().filter(|(_, one)| is_asked(one));
    let paths: BTreeSet<String> = asked.map(|(path, _)| path.to_owned()).collect();
    if let Some(problem) = now.found.iter().find(|one| one.code.starts_with("lock-")) {
        if !paths.is_empty() {
            let message = format!("nothing is put right in `{}`", input.slug);
            let help = "its lock is not in order: run `hexapla sync` first, then try again";
            let refusal = Diagnostic::warning("fix-refused", message).help(help);
            fixed.refused.push(Diagnostic { place: problem.place.clone(), ..refusal });
        }
        return fixed;
    }
    for path in paths {
        match now.mend(&path, project) {
            Ok((next, mended)) => {
                now = next;
                fixed.mended.extend(mended);
            }
            Err(reason) => fixed.refused.push(refusal(&path, reason)),
        }
    }
    let old: BTreeMap<&str, &str> =
        texts(input).chain(&input.lock).map(|text| (text.path(), text.text())).collect();
    let new = texts(&now.input).chain(&now.input.lock);
    let changed = new.filter(|text| old.get(text.path()) != Some(&text.text()));
    fixed.texts = changed.map(|text| (text.path().to_owned(), text.clone())).collect();
    fixed
}

fn refusal(path: &str, reason: &str) -> Diagnostic {
    let message = format!("nothing is put right in `{path}`: {reason}");
    let help = "run `hexapla sync` and try again, or make the changes by hand";
    Diagnostic::warning("fix-refused", message).help(help)
}

/// The source and the translations.
pub fn texts(input: &ReleaseInput) -> impl Iterator<Item = &SourceText> {
    std::iter::once(&input.source).chain(input.catalogs.values())
}

/// A release's files and all that is said of them.
struct Look {
    input: ReleaseInput,
    loaded: Loaded,
    found: Vec<Diagnostic>,
    /// The messages of each edition, and how far each is translated.
    states: BTreeMap<String, Vec<(SegmentId, State)>>,
}

impl Look {
    /// The whole release.
    fn new(input: ReleaseInput, project: &Project) -> Option<Self> {
        Self::of(input, (project, &Request::ALL))
    }

    fn of(input: ReleaseInput, (project, request): (&Project, &Request)) -> Option<Self> {
        let (loaded, mut found) = load(input.clone(), project, request);
        let loaded = loaded?;
        let (editions, problems) = loaded.editions(project, request);
        found.extend(problems);
        let states = editions.iter().map(|edition| {
            let leaves = edition.document.leaves().into_iter();
            let states = leaves.map(|text| (text.id.clone(), text.state)).collect();
            (edition.locale.key().to_owned(), states)
        });
        let states = states.collect();
        Some(Self { input, loaded, found, states })
    }

    /// The findings that can be put right, with their files. What may stay stays.
    fn fixes(&self) -> impl Iterator<Item = (&str, &Diagnostic)> {
        let told = self.found.iter().filter(|one| one.severity != Severity::Allowed);
        let fixes = told.filter(|one| one.fix.is_some());
        let placed = fixes.filter_map(|one| Some((one.place.as_ref()?.file.as_str(), one)));
        placed.filter(|(path, _)| texts(&self.input).any(|text| text.path() == *path))
    }

    /// The release with one file put right, and what was put right in it; or why that is not done.
    fn mend(&self, path: &str, project: &Project) -> Result<(Self, Vec<Diagnostic>), &'static str> {
        const UNREADABLE: &str = "it could not be read afterwards";
        let mut input = self.input.clone();
        let mut mended = Vec::new();
        // Only what is in the file is looked at again and again.
        let key = input.catalogs.iter().find(|(_, text)| text.path() == path);
        let locales = key.map(|(key, _)| vec![key.clone()]);
        let request = Request { locales, ..Request::ALL };
        let mut look = Self::of(input.clone(), (project, &request)).ok_or(UNREADABLE)?;
        for _ in 0..ROUNDS {
            let fixes: Vec<_> =
                look.fixes().filter(|(file, _)| *file == path).map(|(_, one)| one).collect();
            let Some(text) = text_of(&mut input, path).filter(|_| !fixes.is_empty()) else { break };
            let (new, done) = apply(text, fixes);
            if new == *text {
                break;
            }
            *text = new;
            mended.extend(done);
            look = Self::of(input.clone(), (project, &request)).ok_or(UNREADABLE)?;
        }
        if let Some(lock) = &input.lock {
            let followed = self.follow(&look).ok_or("it would have other messages")?;
            if followed != self.loaded.release.lock {
                input.lock = Some(SourceText::new(lock.path(), followed.to_text()));
            }
        }
        let after = Self::new(input, project).ok_or(UNREADABLE)?;
        self.agrees(&after, &mended)?;
        Ok((after, mended))
    }

    /// The lock after fixes: what is of the old words is of the new. What was not of the old words,
    /// because it is out of date or was changed since the last `sync`, stays that.
    fn follow(&self, after: &Self) -> Option<Lock> {
        let mut lock = self.loaded.release.lock.clone();
        let [old, new] = [self, after].map(|look| look.loaded.release.document.leaves());
        if old.len() != new.len() {
            return None;
        }
        for (old, new) in old.iter().zip(&new).filter(|(a, b)| a.fingerprint != b.fingerprint) {
            lock.texts.insert(new.fingerprint.clone(), new.pattern.clone());
            let known = lock.segments.iter_mut().filter(|known| known.id == old.id);
            let known = known.map(|known| &mut known.fingerprint);
            let stamps = lock.stamps.values_mut().filter_map(|stamps| stamps.get_mut(&old.id));
            for of in known.chain(stamps.map(|stamp| &mut stamp.source)) {
                if *of == old.fingerprint {
                    of.clone_from(&new.fingerprint);
                }
            }
        }
        for (key, catalog) in &self.loaded.catalogs {
            let Some(stamps) = lock.stamps.get_mut(key) else { continue };
            // One that was not looked at has not changed.
            let Some(new) = after.loaded.catalogs.get(key) else { continue };
            for id in catalog.ids() {
                if let Some(stamp) = stamps.get_mut(&id)
                    && let (Some(old), Some(new)) = (catalog.entry(&id), new.entry(&id))
                    && stamp.translation == old.fingerprint
                {
                    stamp.translation = new.fingerprint;
                }
            }
        }
        Some(lock)
    }

    /// Whether the release is the same after fixes: the same messages in the same states, other
    /// words only where something was put right, and no error that was not there.
    fn agrees(&self, after: &Self, mended: &[Diagnostic]) -> Result<(), &'static str> {
        if self.states != after.states {
            return Err("a translation would count as translated anew, or as out of date");
        }
        for (key, catalog) in &self.loaded.catalogs {
            let Some(new) = after.loaded.catalogs.get(key) else { return Err("it would be gone") };
            if catalog.ids() != new.ids() {
                return Err("it would have other messages");
            }
            let is_mended = |id: &SegmentId| {
                let id = id.to_string();
                mended.iter().any(|one| {
                    one.about.as_ref().is_some_and(|about| {
                        about.id.as_ref() == Some(&id) && about.locale.as_ref() == Some(key)
                    })
                })
            };
            let words = |one: &crate::catalog::Catalog, id: &SegmentId| {
                one.entry(id).map(|entry| entry.pattern.to_owned())
            };
            let ids = catalog.ids().into_iter();
            if ids.filter(|id| words(catalog, id) != words(new, id)).any(|id| !is_mended(&id)) {
                return Err("words would change in which there is nothing to put right");
            }
        }
        let (old, new) = (errors(&self.found), errors(&after.found));
        if new.iter().any(|(code, count)| old.get(code).is_none_or(|before| count > before)) {
            return Err("there would be a new error in it");
        }
        Ok(())
    }
}

/// How many errors of each kind there are.
fn errors(found: &[Diagnostic]) -> BTreeMap<&'static str, usize> {
    let mut errors = BTreeMap::new();
    for one in found.iter().filter(|one| one.severity == Severity::Error) {
        *errors.entry(one.code).or_default() += 1;
    }
    errors
}

fn text_of<'a>(input: &'a mut ReleaseInput, path: &str) -> Option<&'a mut SourceText> {
    let all = std::iter::once(&mut input.source).chain(input.catalogs.values_mut());
    all.into_iter().find(|text| text.path() == path)
}

/// A text with its fixes made, and those that were. Of two that touch, the second waits.
fn apply(source: &SourceText, mut fixes: Vec<&Diagnostic>) -> (SourceText, Vec<Diagnostic>) {
    fixes.sort_by_key(|one| one.fix.as_ref().map(|fix| (fix.range.start, fix.range.end)));
    let (mut out, mut done) = (String::new(), Vec::new());
    let mut at = 0;
    let mut last = None;
    for finding in fixes {
        let Some(Edit { range, replacement, .. }) = &finding.fix else { continue };
        let sound = source.text().get(range.clone()).is_some_and(|old| old != replacement);
        let free = range.start > at || last.is_none() && range.start == at;
        if last == Some((range, replacement)) {
            // Two findings ask for the same.
            done.push(finding.clone());
        } else if sound && free {
            out.push_str(&source.text()[at..range.start]);
            out.push_str(replacement);
            at = range.end;
            last = Some((range, replacement));
            done.push(finding.clone());
        }
    }
    out.push_str(&source.text()[at..]);
    (SourceText::new(source.path(), out), done)
}

#[cfg(test)]
mod tests;
