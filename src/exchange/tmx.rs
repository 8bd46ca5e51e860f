//! TMX 1.4b: a release as a translation memory of all its languages.

use std::collections::BTreeMap;

use super::codes::{Coded, Part};
use crate::catalog::Catalog;
use crate::document::State;
use crate::locale::Locale;
use crate::release::Release;
use crate::segment::Segment;
use crate::translate::standings;
use crate::write::node::{Element, element, xml};

/// A release in its own language and in these, each with its messages. Translations that are out of
/// date, and messages without a translation, are left out.
pub fn write(release: &Release, catalogs: &[(&Locale, &Catalog)]) -> String {
    let tag = release.source_locale.tag();
    let header = element("header")
        .attribute("creationtool", "Hexapla")
        .attribute("creationtoolversion", env!("CARGO_PKG_VERSION"))
        .attribute("segtype", "paragraph")
        .attribute("o-tmf", "Hexapla")
        .attribute("adminlang", "en")
        .attribute("srclang", &*tag)
        .attribute("datatype", "plaintext");
    let mut current: BTreeMap<&_, Vec<(String, Coded)>> = BTreeMap::new();
    for (locale, catalog) in catalogs {
        for standing in standings(release, locale.key(), Some(catalog)) {
            let is_current = match standing.state {
                State::Translated | State::Revised => true,
                State::Source
                | State::Unverified
                | State::Stale
                | State::Outdated
                | State::Missing => false,
            };
            if let Some(entry) = standing.translation.filter(|_| is_current) {
                let words = (locale.tag(), Coded::of(entry.pattern));
                current.entry(&standing.segment.id).or_default().push(words);
            }
        }
    }
    let leaves = release.document.leaves();
    let units =
        leaves.into_iter().filter_map(|leaf| Some(unit(release, leaf, current.get(&leaf.id)?)));
    let body = element("body").children(units);
    xml(&element("tmx").attribute("version", "1.4").child(header).child(body))
}

/// A message in its languages.
fn unit(
    release: &Release,
    segment: &Segment,
    translations: &[(String, Coded)],
) -> Element<'static> {
    let source = Coded::of(&segment.pattern);
    let id = format!("{}:{}", release.slug, segment.id);
    let own = variant(&release.source_locale.tag(), &source, &source.names(None));
    let others =
        translations.iter().map(|(tag, words)| variant(tag, words, &words.names(Some(&source))));
    element("tu").attribute("tuid", id).child(own).children(others)
}

fn variant(tag: &str, coded: &Coded, names: &[String]) -> Element<'static> {
    let mut segment = element("seg");
    for part in &coded.parts {
        let code = |name: &'static str, index: usize| {
            let code = element(name);
            // `i` pairs two codes of one language, `x` those of two languages.
            match name {
                "ph" => code,
                _ => code.attribute("i", names[index].clone()),
            }
        };
        let kind = |index: usize| coded.codes[index].sort.ctype();
        let written = |index: usize| &coded.codes[index];
        segment = match part {
            Part::Words(words) => segment.text(words.clone()),
            Part::Start(index) => segment.child(
                code("bpt", *index)
                    .attribute("x", names[*index].clone())
                    .attribute("type", kind(*index))
                    .text(written(*index).open.clone()),
            ),
            Part::End(index) => {
                let close = written(*index).close.as_deref().unwrap_or_default();
                segment.child(code("ept", *index).text(close.to_owned()))
            }
            Part::Alone(index) => segment.child(
                code("ph", *index)
                    .attribute("x", names[*index].clone())
                    .attribute("type", kind(*index))
                    .text(written(*index).open.clone()),
            ),
        };
    }
    element("tuv").attribute("xml:lang", tag.to_owned()).child(segment)
}
