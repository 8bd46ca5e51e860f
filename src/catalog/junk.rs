//! What is likely wrong with text that is not Fluent.

use std::ops::Range;

use fluent_syntax::parser::{ErrorKind, ParserError};

use crate::diagnostic::{Diagnostic, SourceText};
use crate::markdown;

/// Whether no character stands in a text that an FTL file must not hold.
pub(super) fn is_clean(text: &str) -> bool {
    let published = markdown::forbidden(text).is_none();
    published && !text.contains('\t') && !text.contains('\u{FEFF}') || !text.contains(is_forbidden)
}

fn is_forbidden(c: char) -> bool {
    (c.is_control() && c != '\n') || c == '\u{FEFF}'
}

/// Characters that an FTL file must not hold: controls (a tab is not white space for Fluent) and
/// the byte order mark, which Fluent takes for the first letter of a name.
pub(super) fn forbidden(
    source: &SourceText,
    range: Range<usize>,
) -> impl Iterator<Item = Diagnostic> {
    let text = &source.text()[range.clone()];
    text.char_indices().filter(|(_, c)| is_forbidden(*c)).map(move |(i, c)| {
        let what = match c {
            '\t' => "a tab".to_owned(),
            '\u{FEFF}' => "a byte order mark inside the text".to_owned(),
            _ => format!("a control character (U+{:04X})", u32::from(c)),
        };
        let help = if c == '\t' { "use spaces" } else { "take it out: readers cannot see it" };
        let start = range.start + i;
        Diagnostic::error("control-character", what)
            .at(source.place(start..start + c.len_utf8()))
            .help(help)
    })
}

/// An escape for a character's number that is cut off by a letter which is not ASCII, as in
/// `{ "\u00中" }`: fluent-syntax 0.12 would cut through that letter, and panic.
pub(super) fn broken_escape(source: &SourceText, range: Range<usize>) -> Option<Diagnostic> {
    let text = &source.text()[range.clone()];
    let (mut depth, mut quoted, mut at) = (0_usize, false, 0);
    while let Some(c) = text[at..].chars().next() {
        match c {
            '"' if depth > 0 => quoted = !quoted,
            '\n' => quoted = false,
            '\\' if quoted => {
                let rest = &text[at + 1..];
                let length = match rest.chars().next() {
                    Some('u') => 4,
                    Some('U') => 6,
                    Some(_) | None => 0,
                };
                let digits = rest.chars().skip(1).take(length);
                let count = digits.take_while(char::is_ascii_hexdigit).count();
                let next = rest.chars().nth(1 + count);
                if count < length && next.is_some_and(|next| !next.is_ascii()) {
                    let (what, help) = reason(&ErrorKind::UnknownEscapeSequence(String::new()));
                    let of = name(text).map_or(String::new(), |name| format!("`{name}`: "));
                    let start = range.start + at;
                    let place = source.place(start..start + 2 + count);
                    let problem = Diagnostic::error("ftl-syntax", format!("{of}{what}"));
                    return Some(problem.at(place).help(help));
                }
                // What is escaped is no sign.
                at += rest.chars().next().map_or(0, char::len_utf8);
            }
            '{' if !quoted => depth += 1,
            '}' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
        at += c.len_utf8();
    }
    None
}

/// The marks of a conflict that a merge leaves.
const MARKS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// A piece of a file in which the parser found junk.
pub(super) struct Piece<'a> {
    /// The file.
    pub source: &'a SourceText,
    /// Bytes of the file.
    pub range: Range<usize>,
    /// The piece's text.
    pub text: &'a str,
    /// The name of the entry before the piece.
    pub before: Option<&'a str>,
}

impl Piece<'_> {
    /// A parser's error in a person's words.
    pub fn explain(&self, error: &ParserError) -> Diagnostic {
        if let Some(mark) = self.curved_mark() {
            return self.curved(mark);
        }
        let slice = error.slice.clone().unwrap_or_else(|| error.pos.clone());
        let line = self.text[slice.start..].trim_start_matches([' ', '\n']);
        // Junk that does not begin the piece is a line that fell off the entry above it.
        let is_mark = MARKS.iter().any(|mark| line.starts_with(mark));
        let fell_off = is_mark || slice.start > 0 || self.text.starts_with([' ', '\n']);
        if fell_off {
            let start = self.text.len() - line.len();
            return self.fallen_line(line, start);
        }
        let (what, help) = reason(&error.kind);
        let message = match name(self.text) {
            Some(name) => format!("`{name}` cannot be read: {what}"),
            None => format!("this is not a Fluent message: {what}"),
        };
        let start = self.range.start + error.pos.start.min(self.text.trim_end().len());
        let place = self.source.place(start..start + 1);
        Diagnostic::error("ftl-syntax", message).at(place).help(help)
    }

    /// A curved quotation mark in a placeable: most of those who write `{ “” }` copied it from a
    /// text with good typography. The parser says something else of each place it can stand at.
    fn curved_mark(&self) -> Option<Range<usize>> {
        self.text.match_indices('{').find_map(|(start, _)| {
            let placeable = self.text[start..].split(['}', '"', '\n']).next()?;
            let mut marks = placeable.match_indices(['“', '”', '„', '«', '»', '＂']);
            let (index, mark) = marks.next().filter(|_| !placeable.contains("->"))?;
            Some(start + index..start + index + mark.len())
        })
    }

    fn curved(&self, mark: Range<usize>) -> Diagnostic {
        let name = name(self.text).map_or("this".to_owned(), |name| format!("`{name}`"));
        let message =
            format!("{name} cannot be read: quotation marks in a placeable are straight: `\"`");
        let place = self.source.place(self.range.start + mark.start..self.range.start + mark.end);
        Diagnostic::error("ftl-syntax", message)
            .at(place)
            .help("write `{ \"\" }`, or `{ -term(case: \"genitive\") }`")
    }

    /// What version control leaves where two people changed the same lines.
    fn conflict(&self, mark: &str, start: usize) -> Diagnostic {
        let start = self.range.start + start;
        let message = "a merge left a conflict here: the words of both sides stand in the file";
        Diagnostic::error("ftl-syntax", message)
            .at(self.source.place(start..start + mark.len()))
            .help(
                "keep one of each message, take out the lines that begin with `<<<<<<<`, `=======` \
                 and `>>>>>>>`, then run `hexapla sync`",
            )
    }

    /// A line that Fluent takes for the end of the entry above it.
    fn fallen_line(&self, line: &str, start: usize) -> Diagnostic {
        let name = name(self.text).or(self.before);
        if let Some(mark) = MARKS.into_iter().find(|mark| line.starts_with(mark)) {
            return self.conflict(mark, start);
        }
        let message = match name {
            Some(name) => format!("this line is not part of `{name}` before it"),
            None => "this line belongs to no message".to_owned(),
        };
        let help = match line.chars().next() {
            Some(c @ ('*' | '[' | '}')) => format!(
                "a continued line cannot begin with `{c}`: join it to the line above, or write \
                 `{{ \"{c}\" }}`"
            ),
            Some('.') => "an attribute is written `.name = words`; for a full stop at the start \
                          of a line, join it to the line above or write `{ \".\" }`"
                .to_owned(),
            _ => "a message begins at the start of a line as `name = words`; lines that continue \
                  it are indented with spaces"
                .to_owned(),
        };
        let start = self.range.start + start;
        let length = line.lines().next().map_or(0, str::len);
        let place = self.source.place(start..start + length);
        Diagnostic::error("ftl-syntax", message).at(place).help(help)
    }
}

/// The name that a piece begins with, if it has the form of one.
pub(super) fn name(piece: &str) -> Option<&str> {
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let name = &piece[..piece.find(|c: char| !fits(c)).unwrap_or(piece.len())];
    (!name.is_empty()).then_some(name)
}

/// What the parser's error means, and what to do.
fn reason(kind: &ErrorKind) -> (String, &'static str) {
    let brace = "close the placeable with `}`; a brace in words is written `{ \"{\" }`";
    let entry = "write `name = words` on one line; the name has ASCII letters, digits and hyphens";
    let select = "write `{ $name ->`, then each variant on its own line as `[key] words`, one of \
                  them with `*` as the default";
    let (what, help) = match kind {
        ErrorKind::ExpectedToken('}') => ("a placeable is not closed with `}`", brace),
        ErrorKind::ExpectedToken('=') => ("there is no `=` after the name", entry),
        ErrorKind::ExpectedToken('"') | ErrorKind::UnterminatedStringLiteral => {
            ("a text in quotation marks is not closed", "close it with `\"` on the same line")
        }
        ErrorKind::ExpectedToken(c) => return (format!("`{c}` is missing"), select),
        ErrorKind::UnbalancedClosingBrace => {
            ("a `}` closes nothing", "a brace in words is written `{ \"}\" }`")
        }
        ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. } => {
            ("it has no value", "write the words after `=`; leave words out with `{ \"\" }`")
        }
        ErrorKind::MissingValue => ("a variant or attribute has no words", select),
        ErrorKind::MissingDefaultVariant => ("no variant is the default", select),
        ErrorKind::MultipleDefaultVariants => ("two variants are the default", select),
        ErrorKind::ExpectedCharRange { .. } => ("a name or a line end is missing", entry),
        ErrorKind::ExpectedInlineExpression => ("a placeable holds no expression", brace),
        ErrorKind::ForbiddenCallee => {
            ("only functions in capitals can be called", "the one function is `NUMBER($name)`")
        }
        ErrorKind::MessageReferenceAsSelector | ErrorKind::MessageAttributeAsSelector => {
            ("a message cannot choose between variants", select)
        }
        ErrorKind::TermReferenceAsSelector => (
            "a term cannot choose between variants",
            "use one of its attributes: `{ -term.gender ->`",
        ),
        ErrorKind::TermAttributeAsPlaceable => {
            ("the attribute of a term cannot be shown", "it can only choose: `{ -term.gender ->`")
        }
        ErrorKind::ExpectedSimpleExpressionAsSelector => (
            "only a variable, a function or a term's attribute can choose between variants",
            select,
        ),
        ErrorKind::PositionalArgumentFollowsNamed | ErrorKind::DuplicatedNamedArgument(_) => {
            ("the arguments are out of order", "an argument is written `name: \"value\"`, once")
        }
        ErrorKind::ExpectedLiteral => (
            "the value of an argument is not a literal",
            "an argument is written `name: \"value\"`",
        ),
        ErrorKind::UnknownEscapeSequence(_) | ErrorKind::InvalidUnicodeEscapeSequence(_) => {
            ("an escape is not known", "known are `\\\\`, `\\\"`, `\\uHHHH` and `\\UHHHHHH`")
        }
    };
    (what.to_owned(), help)
}
