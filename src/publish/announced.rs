//! What was published, and on which day that was said to have changed last.
//!
//! Only a release that says `status = "published"` itself is looked after: one that says nothing may
//! still be in the making. The lock keeps a day and a fingerprint for each language, so that a clean
//! checkout is all that is needed to compare.

use super::{Completeness, Loaded, Request};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Status;
use crate::identity::Announced;
use crate::project::Project;

/// What becomes of the record of a language in which something else is published now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// It follows when `updated` is a later day.
    Later,
    /// It follows at once: the change was made on the very day.
    SameDay,
}

impl Loaded {
    /// Records in the lock what would be published now, where nothing is recorded or a later day is
    /// given. A release that cannot be published is left alone.
    pub fn announce(&mut self, project: &Project, since: Since) {
        if self.release.facts.life.said != Some(Status::Published) {
            return;
        }
        let request = Request { completeness: Completeness::Required, ..Request::ALL };
        let (editions, found) = self.editions(project, &request);
        let is_error = |one: &Diagnostic| one.severity == Severity::Error;
        if found.iter().any(is_error) {
            return;
        }
        for edition in editions.iter().filter(|one| request.withholds(one).is_none()) {
            let key = edition.locale.key();
            if edition.locale.pseudo().is_some() || !self.release.locales.contains(&edition.locale)
            {
                continue;
            }
            let now = Announced { updated: edition.facts.updated, said: edition.said() };
            let known = self.release.lock.announced.get(key);
            let stays = known.is_some_and(|known| known.updated >= now.updated);
            if !stays || since == Since::SameDay {
                self.release.lock.announced.insert(key.to_owned(), now);
            }
        }
    }
}
