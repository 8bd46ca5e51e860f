//! The translator's bar: what is open in an edition, entry by entry, with the source beside it.
//!
//! It stands after the edition, in a part of the page of its own. Its ids begin with `_preview`,
//! as no anchor does.

use std::collections::{BTreeMap, BTreeSet};

use super::notice::{findings, kind};
use crate::catalog::{Remark, Tool};
use crate::diagnostic::{Diagnostic, Severity, Subject};
use crate::document::State;
use crate::locale::LocaleRef;
use crate::publish::{Galley, Leaf};
use crate::write::node::{Element, Node, element};

/// The id of the bar.
pub(super) const ID: &str = "_preview";

/// What a bar is made from.
pub(super) struct Bar<'a> {
    /// The words of the program.
    pub tool: &'a Tool,
    /// The edition's messages; none on a page that is no edition.
    pub galley: Option<&'a Galley>,
    /// What was found in the edition.
    pub found: Vec<&'a Diagnostic>,
    /// The ids that the page has.
    pub ids: BTreeSet<&'a str>,
    /// What a person must know before anything else.
    pub notices: Vec<Remark<'static>>,
    /// Counts the changes of the project.
    pub revision: u64,
}

/// An entry: a message and what is open about it.
struct Entry<'a> {
    leaf: &'a Leaf,
    found: Vec<&'a Diagnostic>,
    /// Where the words stand in the page.
    anchor: Option<&'a str>,
}

impl Entry<'_> {
    fn is_open(&self) -> bool {
        let untold = self.found.iter().any(|one| one.severity != Severity::Allowed);
        untold || state(self.leaf.state).is_some()
    }
}

/// What is open about a translation.
fn state(state: State) -> Option<Remark<'static>> {
    match state {
        State::Missing => Some(Remark::NotTranslated),
        State::Stale | State::Outdated => Some(Remark::OutOfDate),
        State::Source | State::Revised | State::Translated | State::Unverified => None,
    }
}

impl<'a> Bar<'a> {
    /// The bar, and the line in which the script says what has happened.
    pub fn nodes(&self) -> [Node<'static>; 2] {
        let (entries, unplaced) = self.entries();
        let (open, closed): (Vec<_>, Vec<_>) = entries.into_iter().partition(Entry::is_open);
        let name = element("h2").attribute("id", "_preview-name").attribute("tabindex", "-1");
        let notices = self.notices.iter().map(|one| {
            element("p").attribute("class", "notice").child(element("strong").text(self.say(*one)))
        });
        let bar = element("section")
            .attribute("id", ID)
            .attributes(language(&self.tool.locale))
            .attribute("aria-labelledby", "_preview-name")
            .maybe("hidden", self.is_empty().then_some(""))
            .attribute("data-revision", self.revision.to_string())
            .attribute("data-made-anew", self.say(Remark::MadeAnew))
            .attribute("data-lost", self.say(Remark::Lost))
            .attribute("data-copied", self.say(Remark::Copied))
            .attribute("data-marked", self.say(Remark::Marked))
            .child(name.text(self.say(Remark::Bar)))
            .children(notices)
            .children(self.galley.map(|_| self.counts(&open)))
            .children(
                (!open.is_empty())
                    .then(|| element("p").attribute("class", "walk").children(self.walk())),
            )
            .children(self.list(&open))
            .children(self.unplaced(&unplaced))
            .children(self.rest(&closed));
        let status = element("p")
            .attribute("id", "_preview-status")
            .attribute("role", "status")
            .attributes(language(&self.tool.locale));
        [bar.into(), status.into()]
    }

    /// Whether it has nothing to say: on a page beside the editions with which nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.galley.is_none() && self.found.is_empty() && self.notices.is_empty()
    }

    fn say(&self, remark: Remark<'_>) -> String {
        self.tool.say(remark)
    }

    /// The messages with what was found about each, and what was found about none.
    fn entries(&self) -> (Vec<Entry<'a>>, Vec<&'a Diagnostic>) {
        let leaves = self.galley.map_or(&[][..], |galley| &galley.leaves);
        let mut by_id: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
        let mut unplaced = Vec::new();
        let known: BTreeSet<_> = leaves.iter().map(|leaf| leaf.id.as_str()).collect();
        for one in &self.found {
            let about = one.about.as_deref().filter(|about| self.is_here(about));
            let id = about.and_then(|about| about.id.as_deref());
            match id.filter(|id| known.contains(id)) {
                Some(id) => by_id.entry(id).or_default().push(one),
                None => unplaced.push(*one),
            }
        }
        let entry = |leaf: &'a Leaf| Entry {
            leaf,
            found: by_id.remove(leaf.id.as_str()).unwrap_or_default(),
            anchor: leaf.anchors.iter().map(String::as_str).find(|id| self.ids.contains(id)),
        };
        (leaves.iter().map(entry).collect(), unplaced)
    }

    /// Whether something is said of this edition, or of its source: all languages have the same ids.
    fn is_here(&self, about: &Subject) -> bool {
        self.galley.is_some_and(|galley| {
            let own = [galley.locale.key(), galley.source_locale.key()];
            about.locale.as_deref().is_none_or(|key| own.contains(&key))
        })
    }

    /// How much is open, as labels with numbers: no sentence has to agree with them.
    fn counts(&self, open: &[Entry<'_>]) -> Element<'static> {
        let is = |remark: Remark<'static>| {
            open.iter().filter(|entry| state(entry.leaf.state) == Some(remark)).count()
        };
        let severe = |severity| self.found.iter().filter(|one| one.severity == severity).count();
        let all = [
            (Remark::NotTranslated, is(Remark::NotTranslated)),
            (Remark::OutOfDate, is(Remark::OutOfDate)),
            (Remark::Error, severe(Severity::Error)),
            (Remark::Warning, severe(Severity::Warning)),
        ];
        let is_source = self.galley.is_some_and(|galley| galley.is_source);
        let counted = all.into_iter().skip(if is_source { 2 } else { 0 });
        let counted = counted.map(|(what, count)| {
            let what = self.say(what);
            element("li").text(self.say(Remark::Count { what: &what, count }))
        });
        element("ul").attribute("class", "counts").children(counted)
    }

    /// The buttons that lead from entry to entry.
    fn walk(&self) -> [Node<'static>; 3] {
        let button = |to: &'static str, remark| {
            let button = element("button").attribute("type", "button").attribute("data-to", to);
            button.text(self.say(remark))
        };
        let next = button("next", Remark::Next).into();
        [next, Node::Text(" ".into()), button("previous", Remark::Previous).into()]
    }

    fn list(&self, open: &[Entry<'_>]) -> Vec<Node<'static>> {
        if open.is_empty() && self.found.is_empty() && self.galley.is_some() {
            return vec![element("p").text(self.say(Remark::NothingOpen)).into()];
        }
        let items = open.iter().enumerate().map(|(at, entry)| {
            let what = self.kinds(entry);
            let heading = Remark::Entry { number: at + 1, all: open.len(), what: &what };
            let heading = element("h3")
                .attribute("id", entry_id(at))
                .attribute("tabindex", "-1")
                .text(self.say(heading));
            let walk = element("p").attribute("class", "walk").children(self.walk());
            element("li")
                .maybe("data-for", entry.anchor.map(str::to_owned))
                .child(heading)
                .child(walk)
                .children(self.entry(entry))
        });
        if open.is_empty() {
            return Vec::new();
        }
        vec![element("ol").attribute("class", "entries").children(items).into()]
    }

    /// “Out of date, Warning”.
    fn kinds(&self, entry: &Entry<'_>) -> String {
        let mut kinds: Vec<Remark<'static>> = state(entry.leaf.state).into_iter().collect();
        for severity in [Severity::Error, Severity::Warning, Severity::Allowed] {
            let has = entry.found.iter().any(|one| one.severity == severity);
            kinds.extend(has.then(|| kind(severity)));
        }
        let kinds: Vec<_> = kinds.into_iter().map(|remark| self.say(remark)).collect();
        kinds.join(&self.say(Remark::Separator))
    }

    /// What is found, the source, the translation, the id, the place, the way to the words.
    fn entry(&self, entry: &Entry<'_>) -> Vec<Node<'static>> {
        let Entry { leaf, found, anchor } = entry;
        let galley = self.galley.expect("an entry is of an edition");
        let mut facts = element("dl");
        let words = |words: &str, locale: &LocaleRef| {
            element("dd").child(element("span").attributes(language(locale)).text(words.to_owned()))
        };
        let label = |remark| element("dt").text(self.say(remark));
        let source = words(&leaf.source, &galley.source_locale);
        facts = facts.child(label(Remark::Source)).child(source);
        if !galley.is_source && leaf.state != State::Missing {
            facts = facts.child(label(Remark::Translation)).child(words(&leaf.words, &leaf.locale));
        }
        let facts = facts
            .child(label(Remark::Message))
            .child(self.copied(&leaf.id, Remark::CopyMessage))
            .child(label(Remark::Place))
            .child(self.copied(&leaf.place, Remark::CopyPlace));
        let mut nodes: Vec<Node<'static>> = Vec::new();
        nodes.extend((!found.is_empty()).then(|| findings(self.tool, found).into()));
        nodes.push(facts.into());
        nodes.extend(anchor.map(|anchor| {
            let link = element("a").attribute("href", format!("#{anchor}"));
            let link = link
                .attribute("aria-label", format!("{} ({})", self.say(Remark::ShowInText), leaf.id));
            element("p").child(link.text(self.say(Remark::ShowInText))).into()
        }));
        nodes
    }

    /// Something to copy, and the button for it.
    fn copied(&self, what: &str, remark: Remark<'_>) -> Element<'static> {
        let code = element("code").attribute("dir", "ltr").attribute("translate", "no");
        let button =
            element("button").attribute("type", "button").attribute("data-copy", what.to_owned());
        element("dd")
            .child(code.text(what.to_owned()))
            .text(" ")
            .child(button.text(self.say(remark)))
    }

    fn unplaced(&self, found: &[&Diagnostic]) -> Vec<Node<'static>> {
        if found.is_empty() {
            return Vec::new();
        }
        let heading = element("h3").text(self.say(Remark::OtherFindings));
        vec![heading.into(), findings(self.tool, found).into()]
    }

    /// The messages with which nothing is wrong, for whoever looks for one of them.
    fn rest(&self, closed: &[Entry<'_>]) -> Option<Element<'static>> {
        let items = closed.iter().map(|entry| element("li").children(self.entry(entry)));
        let summary = element("summary").text(self.say(Remark::Others));
        let rest = element("details").attribute("id", "_preview-others").child(summary);
        (!closed.is_empty())
            .then(|| rest.child(element("ol").attribute("class", "entries").children(items)))
    }
}

fn entry_id(at: usize) -> String {
    format!("{ID}-{}", at + 1)
}

/// `lang` and `dir` of words in a locale.
pub(super) fn language(locale: &LocaleRef) -> [(&'static str, std::borrow::Cow<'static, str>); 2] {
    [("lang", locale.tag().into()), ("dir", locale.direction().as_str().into())]
}
