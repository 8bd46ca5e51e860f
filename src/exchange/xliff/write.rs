//! A release in two languages as XLIFF.

use std::collections::BTreeMap;

use super::super::codes::{Coded, Part};
use super::NAMESPACE;
use crate::catalog::Catalog;
use crate::document::State;
use crate::locale::Locale;
use crate::release::Release;
use crate::segment::{Fingerprint, SegmentId};
use crate::translate::{self, Standing, marked};
use crate::write::node::{Element, element, xml};

/// What a translator is told of the file.
const ADVICE: &str = "Change the words of the targets. Links, names from the list of terms, code \
    and marks are inline codes: put each where it belongs, exactly once. A blank line parts \
    paragraphs. Bring the file back with: hexapla import FILE";

/// A release with its translation into one locale.
pub fn write(release: &Release, locale: &Locale, catalog: Option<&Catalog>) -> String {
    let tool = element("tool")
        .attribute("tool-id", "hexapla")
        .attribute("tool-name", "Hexapla")
        .attribute("tool-version", env!("CARGO_PKG_VERSION"));
    let header = element("header").child(tool).child(element("note").text(ADVICE));
    let standings = translate::standings(release, locale.key(), catalog);
    let kinds = translate::kinds(&release.document);
    let writer = Writer { release, locale, kinds };
    let units = standings.iter().map(|standing| writer.unit(standing));
    let file = element("file")
        .attribute("original", release.source.path())
        .attribute("source-language", release.source_locale.tag())
        .attribute("target-language", locale.tag())
        .attribute("datatype", "plaintext")
        .attribute("tool-id", "hexapla")
        .attribute("xml:space", "preserve")
        .child(header)
        .child(element("body").children(units));
    xml(&element("xliff").attribute("version", "1.2").attribute("xmlns", NAMESPACE).child(file))
}

struct Writer<'a> {
    release: &'a Release,
    locale: &'a Locale,
    kinds: BTreeMap<&'a SegmentId, String>,
}

impl Writer<'_> {
    fn unit(&self, standing: &Standing<'_>) -> Element<'static> {
        let segment = standing.segment;
        let id = segment.id.to_string();
        let source = Coded::of(&segment.pattern);
        let target = standing.translation.as_ref().map(|entry| Coded::of(entry.pattern));
        let translation = standing.translation.as_ref().map(|entry| &entry.fingerprint);
        let digests = [Some(&segment.fingerprint), translation];
        let digests: Vec<_> = digests.into_iter().flatten().map(Fingerprint::as_str).collect();
        let (state, approved) = state(standing.state);
        let words = element("target").attribute("xml:lang", self.locale.tag());
        let words = words.attribute("state", state);
        let target = match &target {
            Some(target) => inline(target, &target.names(Some(&source)), words),
            None => words,
        };
        element("trans-unit")
            .attribute("id", id.clone())
            .attribute("resname", id)
            .attribute("approved", approved)
            .attribute("xml:space", "preserve")
            .attribute("extradata", digests.join(" "))
            .child(self.source(&source))
            .child(target)
            .child(self.place(standing))
            .children(self.notes(standing))
            .children(self.before(standing))
    }

    fn source(&self, coded: &Coded) -> Element<'static> {
        let words = element("source").attribute("xml:lang", self.release.source_locale.tag());
        inline(coded, &coded.names(None), words)
    }

    /// Where the words stand.
    fn place(&self, standing: &Standing<'_>) -> Element<'static> {
        let place = self.release.source.place(standing.segment.range.clone());
        let context = |kind: &'static str, words: String| {
            element("context").attribute("context-type", kind).text(words)
        };
        element("context-group")
            .attribute("purpose", "location")
            .child(context("sourcefile", place.file))
            .child(context("linenumber", place.line.to_string()))
    }

    /// What a translator has to know.
    fn notes(&self, standing: &Standing<'_>) -> Vec<Element<'static>> {
        let segment = standing.segment;
        let mut lines: Vec<String> = self.kinds.get(&segment.id).cloned().into_iter().collect();
        let outline: Vec<_> = standing.outline.iter().map(|above| &*above.pattern).collect();
        if !outline.is_empty() {
            lines.push(format!("In: {}", outline.join(" > ")));
        }
        lines.extend(segment.comment.iter().map(|note| format!("Note: {note}")));
        let link = |(number, target): &(u32, crate::target::Target)| {
            format!("Link [{number}]: {}", target.as_str())
        };
        lines.extend(segment.links.iter().map(link));
        let changed = |before| {
            format!("Changed since it was translated: {}", marked(before, &segment.pattern))
        };
        lines.extend(standing.before.map(changed));
        let note = |line| element("note").attribute("from", "developer").text(line);
        lines.into_iter().map(note).collect()
    }

    /// What there was before: the source from which a stale translation was made, or a translation
    /// that was kept.
    fn before(&self, standing: &Standing<'_>) -> Option<Element<'static>> {
        let old = |source: &str, target: &str| {
            let (source, target) = (Coded::of(source), Coded::of(target));
            let words = element("target").attribute("xml:lang", self.locale.tag());
            element("alt-trans")
                .attribute("alttranstype", "previous-version")
                .attribute("tool-id", "hexapla")
                .child(self.source(&source))
                .child(inline(&target, &target.names(Some(&source)), words))
        };
        if let (Some(before), Some(entry)) = (standing.before, &standing.translation) {
            return Some(old(before, entry.pattern));
        }
        let kept = standing.kept?;
        let source = self.release.lock.text(&kept.source).unwrap_or(&standing.segment.pattern);
        Some(old(source, &kept.pattern))
    }
}

/// The value of `state` (XLIFF 1.2 §2.3), and of `approved`.
fn state(state: State) -> (&'static str, &'static str) {
    match state {
        State::Revised => ("final", "yes"),
        State::Translated | State::Source => ("translated", "no"),
        State::Unverified | State::Stale | State::Outdated => ("needs-review-translation", "no"),
        State::Missing => ("new", "no"),
    }
}

/// Words and codes in an element: `g` goes around words, `x` stands alone.
fn inline(coded: &Coded, names: &[String], root: Element<'static>) -> Element<'static> {
    let code = |name: &'static str, index: usize| {
        element(name)
            .attribute("id", names[index].clone())
            .attribute("ctype", coded.codes[index].sort.ctype())
            .attribute("equiv-text", coded.codes[index].shown())
    };
    let mut open = vec![root];
    for part in &coded.parts {
        let mut top = open.pop().expect("the root stays");
        match part {
            Part::Words(words) => top = top.text(words.clone()),
            Part::Alone(index) => top = top.child(code("x", *index)),
            Part::Start(index) => {
                open.push(top);
                top = code("g", *index);
            }
            Part::End(_) => {
                let parent = open.pop().expect("what ends has begun");
                top = parent.child(top);
            }
        }
        open.push(top);
    }
    open.pop().expect("the root stays")
}
