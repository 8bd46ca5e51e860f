//! What is wrong in `hexapla.toml`, in a person's words: the library's are for programmers.

use super::settings::{Finding, LOCALE};
use crate::catalog::nearest;

/// How each key, and each line in brackets, is written.
const WRITTEN: [(&str, &str); 37] = [
    ("base-url", "base-url = \"https://www.example.org/releases/\""),
    ("source-locale", "source-locale = \"en\""),
    ("locales", "locales = [\"en\", \"ar\", { key = \"pt\", tag = \"pt\", name = \"Português\" }]"),
    ("formats", "formats = [\"html\", \"epub\", \"text\"]"),
    ("parallel", "parallel = [[\"en\", \"ar\"]]"),
    ("organisation", "organisation = \"Your organisation\""),
    ("contact", "contact = \"name@example.org\""),
    ("digits", "digits = \"western\""),
    ("text", "[text]"),
    ("bom", "bom = true"),
    ("crlf", "crlf = false"),
    ("isolates", "isolates = false"),
    ("wrap", "wrap = 72"),
    ("links", "[links]"),
    ("hosts", "hosts = [\"www.un.org\"]"),
    ("localise", "[[links.localise]]"),
    ("prefix", "prefix = \"https://www.un.org/en/\""),
    ("replacement", "replacement = \"https://www.un.org/{key}/\""),
    ("accessibility", "[accessibility]"),
    ("conforms-to", "conforms-to = \"EPUB Accessibility 1.1 - WCAG 2.2 Level AA\""),
    ("certified-by", "certified-by = \"Who vouches for it\""),
    ("report", "report = \"https://www.example.org/report\""),
    ("translation", "[translation]"),
    ("stale", "stale = \"notice\""),
    ("minimum-translated", "minimum-translated = 100"),
    ("check", "[check]"),
    ("severity", "severity = { link-vague = \"warning\", terms-incomplete = \"off\" }"),
    ("allow", "[[check.allow]]"),
    ("code", "code = \"link-vague\""),
    ("id", "id = \"lead-p-k3f9\""),
    ("release", "release = \"2026-01-15-water\""),
    ("locale", "locale = \"ar\""),
    ("limits", "[limits]"),
    ("text-mib", "text-mib = 4"),
    ("file-mib", "file-mib = 64"),
    ("files", "files = 10000"),
    ("reason", "reason = \"It is the name of a report.\""),
];

/// The keys that stand below each line in brackets.
const BELOW: [(&str, &[&str]); 7] = [
    ("[text]", &["bom", "crlf", "isolates", "wrap"]),
    ("[links]", &["hosts"]),
    ("[[links.localise]]", &["prefix", "replacement"]),
    ("[accessibility]", &["conforms-to", "certified-by", "report"]),
    ("[translation]", &["stale", "minimum-translated"]),
    ("[check]", &["severity"]),
    ("[limits]", &["text-mib", "file-mib", "files"]),
];

/// The keys that stand above the first line in brackets.
const FIRST: [&str; 7] =
    ["base-url", "source-locale", "locales", "formats", "organisation", "contact", "digits"];

/// toml's error in the text of the file.
pub(super) fn explain(error: &toml::de::Error, text: &str) -> Finding {
    let said = error.message().lines().next().unwrap_or("this is not TOML");
    let quoted: Vec<_> = said.split('`').skip(1).step_by(2).collect();
    let at = error.span().map_or(0, |span| span.start);
    let (message, help) = match (quoted.as_slice(), written_at(text, at)) {
        ([name, known @ ..], _) if said.starts_with("unknown") => {
            (format!("`{name}` is not known here"), place_of(name, known))
        }
        ([name, ..], _) if said.starts_with("missing field") => {
            let example = example(name).unwrap_or(name);
            (format!("`{name}` is missing here"), format!("add it: `{example}`"))
        }
        (_, Some((key, _))) if said.starts_with("duplicate") => {
            (format!("`{key}` is there twice"), "keep one of the two".to_owned())
        }
        (_, Some((key, example))) => {
            // What Hexapla says itself, and what is wrong with the TOML, is said in full.
            let own = said.starts_with(LOCALE) || toml::from_str::<toml::Table>(text).is_err();
            let message =
                if own { said.to_owned() } else { format!("`{key}` is not written like this") };
            (message, format!("write it like this: `{example}`"))
        }
        (_, None) => {
            let help = "`hexapla.toml` is TOML: words stand in quotation marks, lists in brackets";
            (said.to_owned(), help.to_owned())
        }
    };
    Finding { range: error.span(), message, help }
}

/// Where a name that is not known here may belong, or what may be meant.
fn place_of(name: &str, known: &[&str]) -> String {
    if FIRST.contains(&name) {
        return format!("`{name}` stands above the first line in brackets: move it up");
    }
    if let Some((table, _)) = BELOW.iter().find(|(_, names)| names.contains(&name)) {
        return format!("`{name}` stands under `{table}`: move it there");
    }
    match nearest(name, known) {
        Some(near) => format!("the nearest name is `{near}`"),
        None => format!("known here: {}", known.join(", ")),
    }
}

fn example(name: &str) -> Option<&'static str> {
    WRITTEN.iter().find(|(key, _)| *key == name).map(|(_, example)| *example)
}

/// The key whose value a byte of the file belongs to, and how that key is written. The file may be
/// broken, so this goes by lines: a list may go on below its key.
fn written_at(text: &str, at: usize) -> Option<(&'static str, &'static str)> {
    let rest = text.get(at..).unwrap_or_default();
    let end = rest.find('\n').map_or(text.len(), |length| at + length);
    for line in text[..end].lines().rev() {
        let line = line.trim();
        if let Some(name) = name_of(line) {
            return WRITTEN.iter().find(|(key, _)| *key == name).copied();
        }
        let goes_on = |c: char| "\"'{}],#".contains(c) || c.is_ascii_digit();
        if !line.is_empty() && !line.starts_with(goes_on) {
            return None;
        }
    }
    None
}

/// The name that a line gives: `wrap = 72`, `[text]`, `[[links.localise]]`, `text.wrap = 72`.
fn name_of(line: &str) -> Option<&str> {
    let path = match line.strip_prefix('[') {
        Some(header) => header.trim_start_matches('[').split(']').next()?,
        None => line.split_once('=').map(|(path, _)| path).filter(|_| !line.starts_with('{'))?,
    };
    path.rsplit('.').next().map(str::trim)
}
