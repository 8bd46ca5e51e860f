//! Where an FTL file names a message.

use std::ops::Range;

use super::pattern::{Use, uses};
use super::read::{EntryKind, Unit, read};
use crate::diagnostic::{Diagnostic, SourceText};

/// The bytes of a file where a message is named: where its entry begins, and where others refer to
/// it. In order.
///
/// # Errors
/// When its entry is faulty: what refers to what cannot be known then.
pub fn names(source: &SourceText, message: &str) -> Result<Vec<Range<usize>>, Vec<Diagnostic>> {
    let (file, _) = read(source);
    if let Some(faults) = file.faults(message) {
        return Err(faults.to_vec());
    }
    let mut found = Vec::new();
    for (unit, body) in file.bodies() {
        if body.kind == EntryKind::Message && body.id == message {
            found.push(range(unit, body.id));
        }
        let attributes = body.attributes.iter().map(|attribute| &attribute.value);
        for pattern in body.value.into_iter().chain(attributes) {
            for used in uses(pattern) {
                if let Use::Message { id, .. } = used
                    && id == message
                {
                    found.push(range(unit, id));
                }
            }
        }
    }
    found.sort_by_key(|range| range.start);
    Ok(found)
}

/// The bytes of the file that a slice of the unit's text stands in.
fn range(unit: &Unit, slice: &str) -> Range<usize> {
    let start = unit.offset() + slice.as_ptr().addr() - unit.source().as_ptr().addr();
    start..start + slice.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_named_by_itself_and_by_others() {
        let text = "# a\na = أ { b }\nb = { a } و{ a.alt }\n    .alt = { -a } { \"a\" } 中\nc = { $n ->\n   *[a] { a }\n }\n";
        let found = names(&SourceText::new("ar.ftl", text), "a").expect("it is fine");
        let starts: Vec<_> = found.iter().map(|range| range.start).collect();
        let at = |words: &str, offset: usize| text.find(words).expect("it is there") + offset;
        assert_eq!(starts, [at("a = ", 0), at("{ a }", 2), at("{ a.alt", 2), at("[a] { a", 6)]);
        assert!(names(&SourceText::new("ar.ftl", "a = {\n"), "a").is_err());
    }
}
