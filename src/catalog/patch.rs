//! Putting patterns into an FTL file that belongs to somebody: what is not named stays as it was
//! read, comments and order included. Reading has composed its letters (NFC) and made all its line
//! ends the same.

use std::collections::BTreeMap;
use std::ops::Range;

use super::pattern::canonical;
use super::read::{Body, EntryKind, File, Unit, read};
use super::write::{Message, cut, entry};
use crate::diagnostic::{Diagnostic, SourceText};
use crate::segment::SegmentId;

/// What an FTL file is after `changes` (message → its pattern, as it stands in another file or as a
/// text). A message that is there gets the new pattern; one that is not is added where `order`, the
/// ids in the order of the release, has it.
///
/// # Errors
/// What keeps a message from being written: its entry in the file is faulty, or the pattern is no
/// Fluent. Then nothing is to be written.
pub fn patch<'a>(
    source: &SourceText,
    changes: &BTreeMap<SegmentId, String>,
    order: impl IntoIterator<Item = &'a SegmentId>,
) -> Result<String, Vec<Diagnostic>> {
    let (file, _) = read(source);
    let mut patcher = Patcher { file: &file, edits: BTreeMap::new(), problems: Vec::new() };
    let mut last = None;
    let mut messages: Vec<&str> = Vec::new();
    let known: Vec<&SegmentId> = order.into_iter().collect();
    for id in known.iter().copied().chain(changes.keys()) {
        if !messages.contains(&id.message.as_str()) {
            messages.push(&id.message);
        }
    }
    let after = |index: usize| messages[index..].iter().find_map(|name| file.unit(name));
    for (index, name) in messages.iter().enumerate() {
        let parts: Vec<_> = changes.iter().filter(|(id, _)| id.message == *name).collect();
        match file.unit(name) {
            Some(unit) => {
                patcher.change(unit, &parts);
                last = Some(unit);
            }
            None if parts.is_empty() => {}
            None => patcher.add(name, &parts, (last, after(index))),
        }
    }
    if !patcher.problems.is_empty() {
        return Err(patcher.problems);
    }
    let text = patcher.finish();
    proven(&file, &text, changes).map_err(|problem| vec![problem])?;
    Ok(text)
}

struct Patcher<'a> {
    file: &'a File,
    /// What goes, by where it begins and ends, and what comes there.
    edits: BTreeMap<(usize, usize), String>,
    problems: Vec<Diagnostic>,
}

impl Patcher<'_> {
    /// Patterns of a message that is there.
    fn change(&mut self, unit: &Unit, parts: &[(&SegmentId, &String)]) {
        for (id, pattern) in parts {
            let Some((written, _)) = self.good(cut(pattern)) else { continue };
            let (range, text) = match (unit.span(id.attribute), id.attribute) {
                (Some(range), _) => (range, written),
                (None, None) => {
                    let at = unit.equals();
                    (at..at, written)
                }
                (None, Some(name)) => {
                    let at = unit.end();
                    (at..at, format!("\n    .{name} ={written}"))
                }
            };
            self.edit(range, &text);
        }
    }

    /// A message that is not there, after the one before it or before the one after it.
    fn add(
        &mut self,
        name: &str,
        parts: &[(&SegmentId, &String)],
        (before, after): (Option<&Unit>, Option<&Unit>),
    ) {
        if let Some(faults) = self.file.faults(name) {
            self.problems.extend(faults.iter().cloned());
            return;
        }
        let mut message = Message::default();
        for (id, pattern) in parts {
            match id.attribute {
                None => message.value = Some(pattern),
                Some(attribute) => message.attributes.push((attribute, pattern)),
            }
        }
        let Some(text) = self.good(entry(name, &message, cut)) else { return };
        let line = text.trim_end_matches('\n');
        let all = self.file.source().text();
        match (before, after) {
            (Some(unit), _) => self.edit(unit.end()..unit.end(), &format!("\n{line}")),
            (None, Some(unit)) => {
                let at = with_comment(all, unit.start());
                self.edit(at..at, &text);
            }
            (None, None) => {
                let end = all.trim_end_matches('\n').len();
                // A comment on the line above would be the message's own.
                let begun = end == 0 || self.edits.contains_key(&(end, all.len()));
                let apart = if begun { "" } else { "\n\n" };
                self.edit(end..all.len(), &format!("{apart}{text}"));
            }
        }
    }

    fn edit(&mut self, range: Range<usize>, text: &str) {
        self.edits.entry((range.start, range.end)).or_default().push_str(text);
    }

    fn good<T>(&mut self, result: Result<T, Diagnostic>) -> Option<T> {
        result.map_err(|problem| self.problems.push(problem)).ok()
    }

    fn finish(self) -> String {
        let mut text = self.file.source().text().to_owned();
        for ((start, end), replacement) in self.edits.into_iter().rev() {
            text.replace_range(start..end, &replacement);
        }
        if !text.ends_with('\n') {
            text.push('\n');
        }
        text
    }
}

impl Unit {
    /// Where the entry begins in the file.
    fn start(&self) -> usize {
        self.offset()
    }

    /// Where the entry ends in the file, without the line end.
    fn end(&self) -> usize {
        let source = self.source();
        self.offset() + source.trim_end_matches([' ', '\n']).len()
    }

    /// The byte after the `=` of the message.
    fn equals(&self) -> usize {
        let source = self.source();
        self.offset() + source.find('=').map_or(source.len(), |at| at + 1)
    }

    /// The bytes after the `=` of the value or of an attribute, white space before it included.
    fn span(&self, attribute: Option<&str>) -> Option<Range<usize>> {
        let range = self.range(attribute)?;
        let before = &self.source()[..range.start - self.offset()];
        let equals = before.trim_end_matches([' ', '\n']).len();
        Some(self.offset() + equals..range.end)
    }
}

/// Where the comment above an entry begins that belongs to it.
pub(super) fn with_comment(text: &str, start: usize) -> usize {
    let mut at = start;
    while let Some(line) = text[..at].strip_suffix('\n').and_then(|above| above.lines().last()) {
        let own = line == "#" || line.starts_with("# ");
        if !own {
            break;
        }
        at -= line.len() + 1;
    }
    at
}

/// Reads the new file and compares: the messages named have changed, no other has.
fn proven(
    before: &File,
    text: &str,
    changes: &BTreeMap<SegmentId, String>,
) -> Result<(), Diagnostic> {
    let (after, _) = read(&SourceText::new(before.source().path(), text));
    let mut same = BTreeMap::new();
    for (file, is_new) in [(before, false), (&after, true)] {
        for (_, body) in file.bodies() {
            for (attribute, form) in forms(&body) {
                let named = changes.keys().any(|id| {
                    body.kind == EntryKind::Message
                        && id.message == body.id
                        && id.attribute == attribute.as_deref()
                });
                if !named {
                    let key = (body.name(), attribute, form);
                    *same.entry(key).or_insert(0) += if is_new { 1 } else { -1 };
                }
            }
        }
    }
    let missing = changes
        .keys()
        .find(|id| after.unit(&id.message).is_none_or(|unit| unit.pattern(id.attribute).is_none()));
    if same.values().all(|count| *count == 0) && missing.is_none() {
        return Ok(());
    }
    let what = missing.map_or_else(String::new, |id| format!(" at `{id}`"));
    let message = format!("the file would not hold what it should{what}; it is left as it is");
    let help = "put right what `hexapla check` says of this file, then try again";
    Err(Diagnostic::error("ftl-unwritable", message).at(before.source().place(0..0)).help(help))
}

fn forms(body: &Body<'_>) -> Vec<(Option<String>, String)> {
    let value = body.value.map(|value| (None, canonical(value)));
    let attributes = body.attributes.iter();
    let attributes = attributes.map(|a| (Some(a.id.name.to_owned()), canonical(&a.value)));
    value.into_iter().chain(attributes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn patched(
        text: &str,
        changes: &[(&str, &str)],
        order: &[&str],
    ) -> Result<String, Vec<Diagnostic>> {
        let id = |name: &str| SegmentId::parse(name).expect("it is an id");
        let order: Vec<_> = order.iter().map(|name| id(name)).collect();
        let changes = changes.iter().map(|(name, words)| (id(name), (*words).to_owned()));
        patch(&SourceText::new("ar.ftl", text), &changes.collect(), &order)
    }

    const FILE: &str = "# ملف\n\n### عنوان\n\n## قسم\n# تعليق\na =  قديم\n\n\nb =\n    سطر\n    { $x ->\n        [one] واحد\n       *[other] كثير\n    }\nimg =\n    .alt = صورة\n# آخر\n";

    #[test]
    fn only_what_is_named_changes() {
        let new = patched(FILE, &[("a", "中文 { -unoct }")], &["a", "b"]).expect("it is fine");
        assert_eq!(new, FILE.replace("  قديم", " 中文 { -unoct }"));
        let new = patched(FILE, &[("b", "[نص][1]")], &["a", "b"]).expect("it is fine");
        assert!(new.contains("\nb = [نص][1]\nimg ="), "{new}");
        let new = patched(FILE, &[("img.caption", "شرح"), ("img.alt", "رسم")], &[]).expect("fine");
        assert!(new.contains("    .alt = رسم\n    .caption = شرح\n# آخر\n"), "{new}");
        assert_eq!(patched(FILE, &[], &[]), Ok(FILE.to_owned()));
    }

    #[test]
    fn new_messages_stand_in_the_order_of_the_release() {
        let order = ["z", "a", "c", "d", "b"];
        let new = patched(FILE, &[("c", "ج"), ("d", "د"), ("z", "ي")], &order).expect("it is fine");
        assert!(new.contains("## قسم\nz = ي\n# تعليق\na =  قديم\nc = ج\nd = د\n\n\nb ="), "{new}");
        let new =
            patched("# x\n", &[("c", "ج"), ("d", "سطر\n\n* سطر")], &["d", "c"]).expect("fine");
        assert_eq!(new, "# x\n\nd = سطر\n\n    { \"*\" } سطر\nc = ج\n");
        let raw = "{ $n ->\n        [one] x\n       *[other] y\n    } z";
        let new = patched("", &[("c", raw)], &[]).expect("it is fine");
        assert_eq!(new, format!("c = {raw}\n"));
    }

    #[test]
    fn what_cannot_be_written_changes_nothing() {
        for (file, id, words) in [("a = x\n", "a", "{ -x"), ("a = {\nb = x\n", "a", "نص")] {
            assert!(patched(file, &[(id, words)], &[]).is_err(), "{words}");
        }
        // A fault elsewhere in the file keeps nobody from work.
        let new = patched("a = {\nb = x\n", &[("b", "نص")], &[]);
        assert_eq!(new, Ok("a = {\nb = نص\n".to_owned()));
    }
}
