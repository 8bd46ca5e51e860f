//! Findings as workflow commands of GitHub Actions, which shows them beside the lines of a change.

use super::tame::tamed;
use crate::diagnostic::{Diagnostic, Severity};

/// `::error file=…,line=…,col=…,endColumn=…,title=…::message`; nothing of what is allowed.
pub(super) fn command(finding: &Diagnostic) -> Option<String> {
    let name = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Allowed => return None,
    };
    let mut properties = Vec::new();
    // What is built in has a name in brackets instead of a path.
    if let Some(place) = finding.place.as_ref().filter(|place| !place.file.starts_with('(')) {
        let file = place.file.strip_prefix("./").unwrap_or(&place.file);
        properties.push(format!("file={}", property(file)));
        properties.push(format!("line={}", place.line));
        properties.push(format!("col={}", place.column));
        properties.push(format!("endColumn={}", place.column + place.length));
    }
    properties.push(format!("title={}", property(finding.code)));
    let help = finding.help.iter().map(|help| format!("\nhelp: {help}"));
    let words: String = std::iter::once(finding.message.clone()).chain(help).collect();
    Some(format!("::{name} {}::{}", properties.join(","), data(&words)))
}

/// Words after the last `::`: the runner reads a line, and takes `%0A` for its end.
fn data(words: &str) -> String {
    tamed(words).replace('%', "%25").replace('\n', "%0A")
}

/// The value of a property: `:` and `,` would end it.
fn property(value: &str) -> String {
    data(value).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::SourceText;

    #[test]
    fn commands_are_one_line_each() {
        let source = SourceText::new("./a,b:c/مياه.ftl", "x = 100 % 水\n");
        let finding = Diagnostic::error("links-differ", "100 %: `x`,\r\nو").at(source.place(4..7));
        let finding = finding.help("do: this");
        assert_eq!(
            command(&finding).as_deref(),
            Some(
                "::error file=a%2Cb%3Ac/مياه.ftl,line=1,col=5,endColumn=8,title=links-differ::\
                 100 %25: `x`,\u{FFFD}%0Aو%0Ahelp: do: this"
            )
        );
        let warning = Diagnostic::warning("incomplete", "x");
        assert_eq!(command(&warning).as_deref(), Some("::warning title=incomplete::x"));
        let allowed = Diagnostic { severity: Severity::Allowed, ..warning };
        assert_eq!(command(&allowed), None);
    }
}
