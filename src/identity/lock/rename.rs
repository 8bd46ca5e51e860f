//! A message gets another name.

use std::collections::{BTreeMap, BTreeSet};

use super::{Lock, Obsolete, Origin};
use crate::segment::SegmentId;
use crate::target::Target;

impl Lock {
    /// Whether a message ever had this name, as far as the lock remembers.
    pub fn remembers(&self, message: &str) -> bool {
        let segments = self.segments.iter().map(|known| &known.id);
        let stamps = self.stamps.values().flat_map(BTreeMap::keys);
        let attic = self.attic.values().flat_map(BTreeMap::keys);
        let older = self.older.values().flatten().map(|(id, _)| id);
        let origins = self.origins.values().flatten().map(|origin| &origin.id);
        let mut all = segments.chain(stamps).chain(attic).chain(older).chain(origins);
        all.any(|id| id.message == message)
    }

    /// The lock with a message under another name, and links to it.
    #[must_use]
    pub fn renamed(mut self, (old, new): (&str, &str), anchors: (&str, &str)) -> Self {
        let id = |id: SegmentId| {
            let message = if id.message == old { new.to_owned() } else { id.message };
            SegmentId { message, ..id }
        };
        let links = |links: &mut Vec<(u32, Target)>| {
            for (_, target) in links.iter_mut().filter(|(_, t)| t.fragment() == Some(anchors.0)) {
                *target = Target::new(&format!("#{}", anchors.1)).expect("an anchor is a target");
            }
        };
        for known in &mut self.segments {
            known.id = id(known.id.clone());
            links(&mut known.links);
            links(&mut known.retired);
        }
        self.stamps = each(self.stamps, |all| all.into_iter().map(|(k, v)| (id(k), v)).collect());
        self.attic = each(self.attic, |all| all.into_iter().map(|(k, v)| (id(k), v)).collect());
        let older = |all: BTreeSet<(SegmentId, Obsolete)>| {
            all.into_iter().map(|(k, v)| (id(k), v)).collect()
        };
        self.older = each(self.older, older);
        let origin = |one: Origin| Origin { id: id(one.id), ..one };
        let origins = std::mem::take(&mut self.origins).into_iter();
        let origins = origins.map(|(k, all)| (id(k), all.into_iter().map(origin).collect()));
        self.origins = origins.collect();
        self
    }
}

fn each<T>(all: BTreeMap<String, T>, change: impl Fn(T) -> T) -> BTreeMap<String, T> {
    all.into_iter().map(|(key, one)| (key, change(one))).collect()
}
