//! What a translator has before them: every message of a release in one locale, with its place in
//! the outline, both sources and the translation.

use std::collections::BTreeMap;

use crate::catalog::{Catalog, Entry};
use crate::document::{Block, Document, Section, State};
use crate::edition::Standings;
use crate::identity::Obsolete;
use crate::release::Release;
use crate::segment::{Segment, SegmentId};

/// One message in one locale.
#[derive(Clone, Debug)]
pub struct Standing<'a> {
    /// The message and its source words of today.
    pub segment: &'a Segment,
    /// The headings above it, the outermost first.
    pub outline: Vec<&'a Segment>,
    /// How far it has come. Never [`State::Source`], never [`State::Outdated`].
    pub state: State,
    /// The source words that the translation was made from, where they are others than today's.
    pub before: Option<&'a str>,
    /// The translation.
    pub translation: Option<Entry<'a>>,
    /// A translation of the same words, or of an earlier form of the message, that is kept in the
    /// lock, where there is no translation.
    pub kept: Option<&'a Obsolete>,
}

/// Every message of a release in the locale with this key, in the order of the source.
pub fn standings<'a>(
    release: &'a Release,
    key: &'a str,
    catalog: Option<&'a Catalog>,
) -> Vec<Standing<'a>> {
    let outlines = outlines(&release.document);
    let lock = Standings::new(release, key);
    let standing = |segment: &'a Segment| {
        let outline = outlines.get(&segment.id).cloned().unwrap_or_default();
        let translation = catalog.and_then(|catalog| catalog.entry(&segment.id));
        let (state, before) = match catalog.filter(|_| translation.is_some()) {
            Some(catalog) => {
                let (state, from) = lock.of(segment, catalog);
                let before = Some(from).filter(|from| **from != segment.fingerprint);
                (state, before.and_then(|from| release.lock.text(from)))
            }
            None => (State::Missing, None),
        };
        let kept = match translation {
            None => kept(release, key, segment),
            Some(_) => None,
        };
        Standing { segment, outline, state, before, translation, kept }
    };
    release.document.leaves().into_iter().map(standing).collect()
}

/// The message with this name and all its parts, or the one part with it, in a release.
pub fn parts(name: &str, release: &Release) -> Vec<SegmentId> {
    let leaves = release.document.leaves().into_iter();
    let is = |id: &&SegmentId| id.message == name || id.to_string() == name;
    leaves.map(|leaf| &leaf.id).filter(is).cloned().collect()
}

/// A translation in the attic: of the same message, or of the same words.
fn kept<'a>(release: &'a Release, key: &str, segment: &Segment) -> Option<&'a Obsolete> {
    let attic = release.lock.attic.get(key)?;
    let same_words = || attic.values().find(|one| one.source == segment.fingerprint);
    attic.get(&segment.id).or_else(same_words)
}

/// The headings above each message.
fn outlines(document: &Document<Segment>) -> BTreeMap<&SegmentId, Vec<&Segment>> {
    fn add<'a>(
        section: &'a Section<Segment>,
        outlines: &mut BTreeMap<&'a SegmentId, Vec<&'a Segment>>,
    ) {
        for leaf in section.leaves() {
            outlines.entry(&leaf.id).or_default().push(&section.heading);
        }
        for block in &section.blocks {
            if let Block::Section(inner) = block {
                add(inner, outlines);
            }
        }
    }
    let mut outlines = BTreeMap::new();
    document.sections().for_each(|section| add(section, &mut outlines));
    outlines
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::catalog::words;
    use crate::diagnostic::SourceText;
    use crate::files::Assets;
    use crate::identity::{Lock, Review, Stamp};
    use crate::locale::{Digits, Locale};
    use crate::segment::{Fingerprint, Slug};
    use crate::{catalog, identity, markdown};

    #[test]
    fn every_message_has_its_standing() {
        let front = "+++\ntitle = \"T\"\ndescription = \"D\"\ndate = 2021-05-26\n+++\n\n";
        let body = "## 部分 {#part}\n\nفقرة جديدة هنا.\n\n### 小节 {#inner}\n\n第二。\n\n第三。\n";
        let source = SourceText::new("index.md", format!("{front}{body}"));
        let (parsed, _) = markdown::parse(&source, &Assets::new());
        let parsed = parsed.expect("the front matter is right");
        let document = identity::assign(&parsed.document, &Lock::default());
        let ids: Vec<_> = document.leaves().iter().map(|leaf| leaf.id.to_string()).collect();
        let [_, _, _, first, _, second, third] = &ids[..] else { panic!("{ids:?}") };
        let old = Fingerprint::of("old");
        let mut lock = Lock::default();
        lock.texts.insert(old.clone(), "فقرة هنا.".to_owned());
        let file = format!("{first} = Paragraph\n{second} = Second\n");
        let english = Arc::new(Locale::built_in("en").expect("one of the six"));
        let words = words::built_in(&english, Digits::Western).expect("one of the six");
        let (catalog, _) = catalog::parse(&SourceText::new("en.ftl", file), &words);
        let id = SegmentId::value(first.as_str());
        let translation = catalog.entry(&id).expect("it is there").fingerprint;
        let stamp = Stamp { source: old.clone(), translation, review: Review::Translated };
        lock.stamps.insert("en".to_owned(), [(SegmentId::value(first.as_str()), stamp)].into());
        let kept = Obsolete { source: old, pattern: "Third".to_owned() };
        lock.attic.insert("en".to_owned(), [(SegmentId::value(third.as_str()), kept)].into());
        let release = Release {
            slug: Slug::new("one").expect("it is one"),
            document,
            source,
            source_locale: english.clone(),
            locales: vec![english],
            facts: parsed.facts,
            lock,
            assets: Arc::new(Assets::new()),
        };
        let all = standings(&release, "en", Some(&catalog));
        let told = all[3..].iter().map(|one| {
            let outline: Vec<_> = one.outline.iter().map(|heading| &*heading.pattern).collect();
            (outline.join("/"), one.state, one.before, one.kept.map(|kept| &*kept.pattern))
        });
        assert_eq!(
            told.collect::<Vec<_>>(),
            [
                ("部分".to_owned(), State::Stale, Some("فقرة هنا."), None),
                ("部分".to_owned(), State::Missing, None, None),
                ("部分/小节".to_owned(), State::Unverified, None, None),
                ("部分/小节".to_owned(), State::Missing, None, Some("Third")),
            ]
        );
        assert_eq!(all[5].translation.as_ref().map(|entry| entry.pattern), Some("Second"));
    }
}
