//! A target that came back: its words and codes, and what is wrong with the codes.

use std::collections::BTreeMap;
use std::ops::Range;

use super::codes::{Around, Code, Coded, Part};
use super::xml::{Child, Element};
use crate::diagnostic::Diagnostic;
use crate::segment::SegmentId;

/// The codes that a target may hold, by the names that they have in the file.
pub(super) struct Known {
    pub source: Vec<(String, Code)>,
    pub own: Vec<(String, Code)>,
}

impl Known {
    /// The code that an element stands for. Some tools keep its name only.
    pub fn find(&self, element: &Element, around: Around) -> Option<Code> {
        let id = element.get("id")?;
        let fits = |(name, code): &&(String, Code)| {
            name == id && code.close.is_some() == (around == Around::Words)
        };
        let mut named = self.own.iter().chain(&self.source).filter(fits).map(|(_, code)| code);
        match element.get("equiv-text") {
            None => named.next().cloned(),
            Some(shown) => {
                let same = named.find(|code| code.shown() == shown).cloned();
                same.or_else(|| Code::parse(shown, around))
            }
        }
    }
}

pub(super) fn named(coded: &Coded, source: Option<&Coded>) -> Vec<(String, Code)> {
    coded.names(source).into_iter().zip(coded.codes.iter().cloned()).collect()
}

pub(super) fn meanings(coded: &Coded) -> BTreeMap<String, usize> {
    coded.counts().into_iter().map(|(meaning, (count, _))| (meaning, count)).collect()
}

/// Whether no word and no code stands in an element.
pub(super) fn is_blank(element: &Element) -> bool {
    element.children.iter().all(|child| match child {
        Child::Text(text) => text.trim().is_empty(),
        Child::Element(_) => false,
    })
}

/// The words and codes in an element; `Err`: an element that is none of our codes.
pub(super) fn coded<'e>(
    element: &'e Element,
    find: &dyn Fn(&Element, Around) -> Option<Code>,
) -> Result<Coded, &'e Element> {
    let mut out = Coded::default();
    collect(element, find, &mut out)?;
    Ok(out)
}

fn collect<'e>(
    element: &'e Element,
    find: &dyn Fn(&Element, Around) -> Option<Code>,
    out: &mut Coded,
) -> Result<(), &'e Element> {
    for child in &element.children {
        let inner = match child {
            Child::Text(words) => {
                out.say(words);
                continue;
            }
            Child::Element(inner) => inner,
        };
        let index = out.codes.len();
        match inner.name.as_str() {
            // A tool's own mark, around words or segments.
            "mrk" => collect(inner, find, out)?,
            "x" => {
                out.codes.push(find(inner, Around::Nothing).ok_or(inner)?);
                out.parts.push(Part::Alone(index));
            }
            "g" => {
                out.codes.push(find(inner, Around::Words).ok_or(inner)?);
                out.parts.push(Part::Start(index));
                collect(inner, find, out)?;
                out.parts.push(Part::End(index));
            }
            _ => return Err(inner),
        }
    }
    Ok(())
}

/// Where a code stands in a target, by how it is shown: the last of them.
pub(super) fn place_of(target: &Element, code: &Code) -> Range<usize> {
    let mut found = target.range.clone();
    let mut open = vec![target];
    while let Some(element) = open.pop() {
        for inner in element.elements() {
            if inner.get("equiv-text") == Some(&code.shown()) {
                found = inner.range.clone();
            }
            open.push(inner);
        }
    }
    found
}

/// What a code that is at fault is, if it stands in the target.
pub(super) type Fault = Box<(Diagnostic, Option<Code>)>;

/// Whether the codes of a target are those of the source, or of the translation before. Names and
/// marks that a translator had left out or put in before are no faults; links, notes and code are.
pub(super) fn check_codes(
    id: &SegmentId,
    (source, own): (&Coded, &Coded),
    target: &Coded,
) -> Result<(), Fault> {
    let [wanted, before, now] = [source, own, target].map(Coded::counts);
    let count = |counts: &BTreeMap<String, (usize, &Code)>, meaning: &str| {
        counts.get(meaning).map_or(0, |(count, _)| *count)
    };
    for (meaning, (times, code)) in &now {
        let [source, own] = [&wanted, &before].map(|counts| count(counts, meaning));
        if *times > source.max(own) {
            let code = (*code).clone();
            let problem =
                if source.max(own) == 0 { foreign(id, &code) } else { doubled(id, &code) };
            return Err(Box::new((problem, Some(code))));
        }
    }
    for (meaning, (times, code)) in &wanted {
        let own_times = count(&before, meaning);
        let needed = match (own.parts.is_empty(), code.sort.is_vital()) {
            (true, _) => *times,
            (false, true) => own_times.clamp(1, *times),
            (false, false) => own_times.min(*times),
        };
        if count(&now, meaning) < needed {
            return Err(Box::new((lost(id, code), None)));
        }
    }
    Ok(())
}

pub(super) fn invented(id: &SegmentId, element: &Element) -> Diagnostic {
    let name = element.get("equiv-text").or(element.get("id")).unwrap_or(&element.name);
    let message = format!("`{id}` holds a code that is not in its source: `{name}`");
    Diagnostic::error("xliff-code", message).help("take it out, or take the code from the source")
}

fn foreign(id: &SegmentId, code: &Code) -> Diagnostic {
    let message = format!("`{id}` holds a code that is not in its source: `{}`", code.shown());
    Diagnostic::error("xliff-code", message).help("take it out, or take the code from the source")
}

fn doubled(id: &SegmentId, code: &Code) -> Diagnostic {
    let message = format!("`{id}` holds the code `{}` too often", code.shown());
    Diagnostic::error("xliff-code", message).help("let it stand as often as in the source")
}

fn lost(id: &SegmentId, code: &Code) -> Diagnostic {
    let message = format!("`{id}` has lost the code `{}`", code.shown());
    let help = "put it where it belongs in the target; your tool copies codes from the source";
    Diagnostic::error("xliff-code", message).help(help)
}
