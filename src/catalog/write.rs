//! Writing FTL: what fluent-syntax's own serializer does not do, it escapes nothing.
//!
//! A value is the pattern text that a person would see: placeables as Fluent writes them, all else
//! words. Every value is parsed again and compared before it goes into the file.

use super::pattern::canonical;
use crate::diagnostic::{Diagnostic, SourceText};
use crate::segment::Fingerprint;

/// An FTL file that is being written.
#[derive(Clone, Debug)]
pub struct Ftl {
    text: String,
}

/// One message to write.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message<'a> {
    /// Lines of the comment above it.
    pub comments: Vec<String>,
    /// The pattern of its value.
    pub value: Option<&'a str>,
    /// Attributes: name and pattern.
    pub attributes: Vec<(&'a str, &'a str)>,
}

impl Ftl {
    /// A file that begins with a comment (the place where a licence would stand).
    pub fn new(comment: &str) -> Self {
        let mut ftl = Self { text: String::new() };
        ftl.comment("#", comment);
        ftl
    }

    /// A comment about the file (`###`).
    pub fn resource(&mut self, comment: &str) {
        self.apart();
        self.comment("###", comment);
        self.text.push('\n');
    }

    /// A comment about the messages that follow (`##`).
    pub fn group(&mut self, comment: &str) {
        self.apart();
        self.comment("##", comment);
        self.text.push('\n');
    }

    /// A message, on one line where its words have one.
    ///
    /// # Errors
    /// When the id is no Fluent identifier or a pattern cannot be read back; nothing is written.
    pub fn message(&mut self, id: &str, message: &Message<'_>) -> Result<(), Diagnostic> {
        self.push(&entry(id, message, composed)?, message);
        Ok(())
    }

    /// A message whose patterns stand in another file: they are copied as they are, indents and all.
    /// A blank line is above it.
    ///
    /// # Errors
    /// As those of [`Ftl::message`].
    pub fn copy(&mut self, id: &str, message: &Message<'_>) -> Result<(), Diagnostic> {
        let text = entry(id, message, cut)?;
        self.apart();
        self.push(&text, message);
        Ok(())
    }

    fn push(&mut self, text: &str, message: &Message<'_>) {
        if !self.text.ends_with("\n\n") && self.in_header() {
            self.text.push('\n');
        }
        message.comments.iter().for_each(|comment| self.comment("#", comment));
        self.text.push_str(text);
    }

    /// The file, ending in one line feed.
    pub fn finish(mut self) -> String {
        self.text.truncate(self.text.trim_end_matches('\n').len());
        self.text.push('\n');
        self.text
    }

    /// Whether only the first comment has been written: it would stick to the message.
    fn in_header(&self) -> bool {
        self.text.lines().all(|line| line.starts_with('#'))
    }

    fn apart(&mut self) {
        if !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// Comment lines; their words stand as they are, for a translator may copy from them.
    fn comment(&mut self, sigil: &str, comment: &str) {
        for line in comment.lines() {
            let line = line.replace(|c: char| c.is_control() || c == '\u{FEFF}', " ");
            self.text.push_str(sigil);
            if !line.trim().is_empty() {
                self.text.push(' ');
                self.text.push_str(line.trim_end());
            }
            self.text.push('\n');
        }
    }
}

/// What stands after `id =` for a pattern, and the pattern's normal form.
pub(super) type Written = Result<(String, String), Diagnostic>;

/// A message without its comments, as it stands in a file; `write` writes a pattern.
///
/// # Errors
/// When the id is no Fluent identifier or a pattern cannot be read back.
pub(super) fn entry(
    id: &str,
    message: &Message<'_>,
    write: fn(&str) -> Written,
) -> Result<String, Diagnostic> {
    let mut text = format!("{id} =");
    let mut parts = Vec::new();
    if let Some(value) = message.value {
        let (written, part) = write(value)?;
        text.push_str(&written);
        parts.push(part);
    }
    text.push('\n');
    for (name, value) in &message.attributes {
        let (written, part) = write(value)?;
        text.extend(["    .", name, " =", &written, "\n"]);
        parts.push(part);
    }
    if read_back(&text, id)? != parts {
        return Err(unwritable(&text));
    }
    Ok(text)
}

/// A pattern that is a text.
fn composed(value: &str) -> Written {
    Ok((pattern(value)?, canonical_of(value)?))
}

/// A pattern that is cut from a file stands as it is, indents and all; else it is a text.
pub(super) fn cut(value: &str) -> Written {
    let as_it_is = format!(" {}", value.trim_matches([' ', '\n']));
    if value.contains('\n')
        && let Ok(parts) = read_back(&format!("x ={as_it_is}\n"), "x")
        && let [part] = &parts[..]
    {
        return Ok((as_it_is, part.clone()));
    }
    composed(value)
}

/// What stands after `id =` for a pattern text, white space before it included.
///
/// # Errors
/// When the text is no Fluent pattern: a brace is not closed, or a placeable is wrong.
pub(super) fn pattern(value: &str) -> Result<String, Diagnostic> {
    if value.is_empty() {
        return Ok(" { \"\" }".to_owned());
    }
    canonical_of(value)?;
    let lines: Vec<_> = value.split('\n').collect();
    if let [line] = lines[..] {
        return Ok(format!(" {}", guarded(line, Position::First)));
    }
    // Several lines: the first stays on the line of the id, so that it may begin with any sign.
    let lines = lines.iter().enumerate().map(|(i, line)| match (i, line.is_empty()) {
        (0, _) => format!(" {}", guarded(line, Position::First)),
        (_, true) if i + 1 < lines.len() => String::new(),
        (_, _) => format!("    {}", guarded(line, Position::Later)),
    });
    Ok(lines.collect::<Vec<_>>().join("\n"))
}

/// Where a line stands in a pattern.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Position {
    First,
    Later,
}

/// A line with what Fluent would drop or misread at its ends as placeables.
fn guarded(line: &str, position: Position) -> String {
    if line.is_empty() {
        return "{ \"\" }".to_owned();
    }
    let start = line.len() - line.trim_start_matches(' ').len();
    let end = line.trim_end_matches(' ').len().max(start);
    let literal = |text: &str| match text {
        "" => String::new(),
        _ => format!("{{ \"{text}\" }}"),
    };
    let words = &line[start..end];
    let sign = words.chars().next().filter(|c| position == Position::Later && "*[.".contains(*c));
    let first = sign.map_or(String::new(), |sign| literal(&sign.to_string()));
    let rest = &words[sign.map_or(0, char::len_utf8)..];
    format!("{}{first}{rest}{}", literal(&line[..start]), literal(&line[end..]))
}

/// The fingerprint of a pattern as it stands in a file or as a text; `None`: it is no pattern.
pub fn fingerprint(value: &str) -> Option<Fingerprint> {
    let (written, _) = cut(value).ok()?;
    let (file, _) = super::read::read(&SourceText::new("(written)", format!("x ={written}\n")));
    let (_, body) = file.bodies().next()?;
    Some(super::pattern::fingerprint(body.value?))
}

/// The normal form of a pattern text, each line read alone.
fn canonical_of(value: &str) -> Result<String, Diagnostic> {
    let lines = value.split('\n').map(|line| {
        let words = line.trim_matches(' ');
        if words.is_empty() {
            return Ok(line.to_owned());
        }
        let start = line.len() - line.trim_start_matches(' ').len();
        let parts = read_back(&format!("x = {words}\n"), "x")?;
        let [part] = &parts[..] else { return Err(unwritable(line)) };
        Ok(format!("{}{part}{}", &line[..start], &line[start + words.len()..]))
    });
    Ok(lines.collect::<Result<Vec<_>, _>>()?.join("\n"))
}

/// The normal forms of the value and the attributes of the one message in a text.
fn read_back(text: &str, id: &str) -> Result<Vec<String>, Diagnostic> {
    let (file, found) = super::read::read(&SourceText::new("(written)", text));
    if let Some(problem) = found.into_iter().next() {
        return Err(Diagnostic { place: None, ..problem });
    }
    let mut bodies = file.bodies().filter(|(_, body)| body.id == id && file.units().len() == 1);
    let Some((_, body)) = bodies.next() else { return Err(unwritable(text)) };
    let attributes = body.attributes.iter().map(|attribute| &attribute.value);
    Ok(body.value.into_iter().chain(attributes).map(canonical).collect())
}

fn unwritable(text: &str) -> Diagnostic {
    let message = format!("`{}` cannot be written as a Fluent message", text.trim());
    let help = "close every `{` with `}`; a brace in words is written `{ \"{\" }`";
    Diagnostic::error("ftl-unwritable", message).help(help)
}
