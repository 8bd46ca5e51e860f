//! XLIFF that comes back.

use std::ops::Range;

use super::super::xml::{self, Element};
use super::NAMESPACE;
use crate::diagnostic::{Diagnostic, SourceText};
use crate::segment::{Fingerprint, SegmentId, Slug};

/// The translation of one release into one language, as it came back.
#[derive(Clone, Debug)]
pub struct Sent {
    /// The release.
    pub slug: Slug,
    /// BCP 47 tag of the source.
    pub source: String,
    /// BCP 47 tag of the translation.
    pub target: String,
    /// Its messages.
    pub units: Vec<Unit>,
    /// Bytes of the start tag.
    pub range: Range<usize>,
}

/// One message, as it came back.
#[derive(Clone, Debug)]
pub struct Unit {
    /// The message.
    pub id: SegmentId,
    /// Whether somebody approved it.
    pub approved: bool,
    /// Whether the file still says that nobody has translated it.
    pub(in super::super) is_new: bool,
    /// Fingerprint of the source words that were sent.
    pub(in super::super) digest: Fingerprint,
    /// Fingerprint of the translation that was sent.
    pub(in super::super) before: Option<Fingerprint>,
    pub(in super::super) source: Element,
    pub(in super::super) target: Option<Element>,
    /// Bytes of the start tag.
    pub(in super::super) range: Range<usize>,
}

/// The translations in a file. What is wrong with single messages is found, and they are left out.
///
/// # Errors
/// Why this is no file of ours.
pub fn read(source: &SourceText) -> Result<(Vec<Sent>, Vec<Diagnostic>), Diagnostic> {
    let root = xml::read(source, NAMESPACE)?;
    if root.name != "xliff" || root.get("version") != Some("1.2") {
        return Err(foreign("it is of another version").at(source.place(root.range.clone())));
    }
    let mut found = Vec::new();
    let mut sent = Vec::new();
    for file in root.elements().filter(|element| element.name == "file") {
        sent.push(self::file(file, source, &mut found)?);
    }
    if sent.is_empty() {
        return Err(foreign("it holds no `file`").at(source.place(root.range)));
    }
    Ok((sent, found))
}

fn foreign(why: &str) -> Diagnostic {
    let message = format!("this is not a file that `hexapla export` made: {why}");
    Diagnostic::error("xliff-foreign", message)
        .help("give the file that `hexapla export --format xliff` made, edited")
}

fn file(
    file: &Element,
    text: &SourceText,
    found: &mut Vec<Diagnostic>,
) -> Result<Sent, Diagnostic> {
    let refuse = |why: &str| foreign(why).at(text.place(file.range.clone()));
    let original = file.get("original").unwrap_or_default();
    let slug = original.strip_prefix("content/").and_then(|rest| rest.strip_suffix("/index.md"));
    let slug = slug.and_then(Slug::new);
    let slug = slug.ok_or_else(|| refuse("its `original` is no `content/RELEASE/index.md`"))?;
    let (Some(from), Some(to)) = (file.get("source-language"), file.get("target-language")) else {
        return Err(refuse("it does not say its two languages"));
    };
    let mut units = Vec::new();
    let mut open: Vec<&Element> = file.first("body").into_iter().collect();
    // Tools put units into groups; their order means nothing.
    while let Some(element) = open.pop() {
        for child in element.elements() {
            match child.name.as_str() {
                "group" => open.push(child),
                "trans-unit" => match unit(child) {
                    Ok(unit) => units.push(unit),
                    Err(problem) => found.push(problem.at(text.place(child.range.clone()))),
                },
                _ => {}
            }
        }
    }
    let (source, target) = (from.to_owned(), to.to_owned());
    Ok(Sent { slug, source, target, units, range: file.range.clone() })
}

fn unit(unit: &Element) -> Result<Unit, Diagnostic> {
    let name = unit.get("resname").or(unit.get("id")).unwrap_or_default();
    let Some(id) = SegmentId::parse(name) else {
        let message = format!("`{name}` is not the id of a message");
        let help = "take the unit out: it is not one that `hexapla export` made";
        return Err(Diagnostic::error("xliff-message", message).help(help));
    };
    let lost = |what: &str| {
        let message = format!("`{id}` has lost {what}, which says what was sent");
        let help = "export the release again, and put the words into that file";
        Diagnostic::error("xliff-message", message).help(help)
    };
    let extra = unit.get("extradata").unwrap_or_default();
    let mut digests = extra.split_ascii_whitespace().map(Fingerprint::parse);
    let digest = digests.next().flatten().ok_or_else(|| lost("its attribute `extradata`"))?;
    let source = unit.first("source").ok_or_else(|| lost("its `source`"))?.clone();
    let target = unit.first("target").cloned();
    let state = target.as_ref().and_then(|target| target.get("state"));
    let approved = unit.get("approved") == Some("yes") || state == Some("final");
    let is_new = matches!(state, Some("new" | "needs-translation"));
    let before = digests.next().flatten();
    Ok(Unit { id, approved, is_new, digest, before, source, target, range: unit.range.clone() })
}
