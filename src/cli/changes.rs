//! What `sync` says of the messages of a release.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::tame::visible;
use crate::identity::Passage;
use crate::publish::Loaded;
use crate::segment::{SegmentId, Slug};
use crate::translate::{Changes, Minor};

/// The most characters of a message that stand beside its id.
const EXCERPT: usize = 50;

/// The changes of one release, for people and for programs.
#[derive(Debug)]
pub(super) struct Told {
    slug: Slug,
    changes: Changes,
    /// The words of the messages, of the new source where they are in it.
    words: BTreeMap<SegmentId, String>,
}

/// What is said of one message: of which kind it is, the message, what is known of it.
struct Fact {
    label: &'static str,
    id: SegmentId,
    more: Vec<String>,
}

impl Told {
    pub fn new(loaded: &Loaded, changes: Changes) -> Self {
        let lock = &loaded.release.lock;
        let old = lock.segments.iter().filter_map(|known| {
            Some((known.id.clone(), lock.text(&known.fingerprint)?.to_owned()))
        });
        let leaves = loaded.release.document.leaves().into_iter();
        let new = leaves.map(|segment| (segment.id.clone(), segment.pattern.clone()));
        let words = old.chain(new).collect();
        Self { slug: loaded.release.slug.clone(), changes, words }
    }

    /// What a person has to know even where nobody asked: what became of translations.
    pub fn news(&self) -> Vec<String> {
        let changes = &self.changes;
        let mut lines: Vec<String> = Vec::new();
        for (id, origin) in &changes.origins {
            lines.push(match origin.passage {
                Passage::Split => format!("split: {id} has words that stood in {}", origin.id),
                Passage::Merged => format!("merged: {id} has the words of {}", origin.id),
            });
        }
        for (id, locales) in by_message(&changes.outdated) {
            lines.push(format!("out of date: {id} in {}", locales.join(", ")));
        }
        for (id, locales) in by_message(&changes.shelved) {
            let locales = locales.join(", ");
            lines.push(format!(
                "gone from the source: {id}; its translations ({locales}) are kept in the lock and \
                 come back with its words"
            ));
        }
        for (id, locales) in by_message(&changes.returned) {
            lines.push(format!("put back: {id} in {}", locales.join(", ")));
        }
        lines.extend(
            changes.minor.iter().map(|minor| format!("minor: {}: {}", minor.id, said(minor))),
        );
        lines.iter().map(|line| format!("{}, {line}", self.slug)).collect()
    }

    /// All changes, by kind.
    pub fn human(&self) -> Vec<String> {
        let mut lines =
            vec![self.slug.to_string(), format!("  {:<9} {}", "kept", self.changes.kept)];
        lines.extend(self.facts().into_iter().map(|fact| {
            let more = if fact.more.is_empty() {
                String::new()
            } else {
                format!(", {}", fact.more.join(", "))
            };
            let excerpt =
                self.excerpt(&fact.id).map_or(String::new(), |words| format!(": {words}"));
            format!("  {:<9} {}{more}{excerpt}", fact.label, fact.id)
        }));
        lines
    }

    /// All changes, one fact a line.
    pub fn plain(&self) -> Vec<String> {
        let slug = &self.slug;
        let mut lines = vec![format!("{slug}: kept: {}", self.changes.kept)];
        for Fact { label, id, more } in self.facts() {
            lines.push(format!("{slug}: {label}: {id}"));
            lines.extend(more.iter().map(|more| format!("{slug}, {id}: {more}")));
            lines.extend(self.excerpt(&id).map(|words| format!("{slug}, {id}: words: {words}")));
        }
        lines
    }

    /// Whether translations go out of date.
    pub fn outdates(&self) -> bool {
        !self.changes.outdated.is_empty()
    }

    pub fn json(&self) -> Value {
        let changes = &self.changes;
        let ids = |ids: &[SegmentId]| ids.iter().map(ToString::to_string).collect::<Vec<_>>();
        let of = |passage: Passage| -> Vec<Value> {
            let all = changes.origins.iter().filter(|(_, origin)| origin.passage == passage);
            all.map(|(id, origin)| json!({ "id": id.to_string(), "from": origin.id.to_string() }))
                .collect()
        };
        let translations = |list: &[(String, SegmentId)]| -> Vec<Value> {
            let one =
                |(key, id): &(String, SegmentId)| json!({ "id": id.to_string(), "locale": key });
            list.iter().map(one).collect()
        };
        let minor: Vec<Value> = changes.minor.iter().map(|minor| {
            json!({ "id": minor.id.to_string(), "current": minor.current, "stale": minor.stale })
        }).collect();
        json!({
            "slug": self.slug.as_str(),
            "kept": changes.kept,
            "edited": ids(&changes.edited),
            "moved": ids(&changes.moved),
            "new": ids(&changes.new),
            "obsolete": ids(&changes.obsolete),
            "split": of(Passage::Split),
            "merged": of(Passage::Merged),
            "kept_in_lock": translations(&changes.shelved),
            "put_back": translations(&changes.returned),
            "out_of_date": translations(&changes.outdated),
            "minor": minor,
        })
    }

    fn facts(&self) -> Vec<Fact> {
        let changes = &self.changes;
        let lists = [
            ("edited", &changes.edited),
            ("moved", &changes.moved),
            ("new", &changes.new),
            ("obsolete", &changes.obsolete),
        ];
        let mut facts: Vec<Fact> = lists
            .into_iter()
            .flat_map(|(label, ids)| {
                ids.iter().map(move |id| Fact { label, id: id.clone(), more: self.more(label, id) })
            })
            .collect();
        for (id, locales) in by_message(&changes.returned) {
            let more = vec![format!("in {}", locales.join(", "))];
            facts.push(Fact { label: "put back", id: id.clone(), more });
        }
        for minor in &changes.minor {
            facts.push(Fact { label: "minor", id: minor.id.clone(), more: vec![said(minor)] });
        }
        facts
    }

    /// What else is known of a message under a label.
    fn more(&self, label: &str, id: &SegmentId) -> Vec<String> {
        let mut more = Vec::new();
        for (into, origin) in &self.changes.origins {
            match origin.passage {
                Passage::Split if into == id && label == "new" => {
                    more.push(format!("split from {}", origin.id));
                }
                Passage::Merged if into == id && label != "moved" => {
                    more.push(format!("merged with {}", origin.id));
                }
                Passage::Merged if origin.id == *id && label == "obsolete" => {
                    more.push(format!("merged into {into}"));
                }
                Passage::Split | Passage::Merged => {}
            }
        }
        if label == "edited"
            && let Some((_, locales)) =
                by_message(&self.changes.outdated).into_iter().find(|(one, _)| *one == id)
        {
            more.push(format!("out of date in {}", locales.join(", ")));
        }
        if label == "obsolete"
            && let Some((_, locales)) =
                by_message(&self.changes.shelved).into_iter().find(|(one, _)| *one == id)
        {
            more.push(format!("translation kept in {}", locales.join(", ")));
        }
        more
    }

    fn excerpt(&self, id: &SegmentId) -> Option<String> {
        let words = visible(self.words.get(id)?);
        let end = words.char_indices().nth(EXCERPT).map(|(at, _)| at);
        Some(end.map_or_else(|| words.clone(), |end| format!("{}...", words[..end].trim_end())))
    }
}

/// The locales of each message, in the order of the messages' ids.
fn by_message(list: &[(String, SegmentId)]) -> Vec<(&SegmentId, Vec<&str>)> {
    let mut all: BTreeMap<&SegmentId, Vec<&str>> = BTreeMap::new();
    for (key, id) in list {
        all.entry(id).or_default().push(key);
    }
    all.into_iter().collect()
}

fn said(minor: &Minor) -> String {
    let mut parts = Vec::new();
    if !minor.current.is_empty() {
        parts.push(format!("no new translation is needed in {}", minor.current.join(", ")));
    }
    if !minor.stale.is_empty() {
        let keys = minor.stale.join(", ");
        parts.push(format!("it was out of date before, and still is, in {keys}"));
    }
    if parts.is_empty() {
        parts.push("no language has a translation of it".to_owned());
    }
    parts.join("; ")
}
