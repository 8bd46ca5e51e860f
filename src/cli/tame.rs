//! What is quoted from a file must not command the terminal, nor the runner that reads along.

use std::fmt::Write as _;

use crate::locale::is_direction_control;

/// Words without what could command a terminal or turn the direction of a line.
pub(super) fn visible(words: &str) -> String {
    tamed(&words.replace(['\t', '\n'], " "))
}

/// Lines without what could command a terminal or turn the direction of a line.
pub(super) fn tamed(lines: &str) -> String {
    let shown = |c: char| match c {
        '\t' | '\n' => c,
        _ if c.is_control() || is_direction_control(c) => '\u{FFFD}',
        _ => c,
    };
    lines.chars().map(shown).collect()
}

/// Lines without what GitHub and Azure take for commands to the runner, anywhere in a line (`##[`)
/// or at its beginning (`::`).
pub(super) fn disarmed(lines: &str) -> String {
    let line = |line: &str| {
        let line = line.replace("##[", "#\u{FFFD}[").replace("##vso[", "#\u{FFFD}vso[");
        let words = line.trim_start();
        match words.strip_prefix("::") {
            Some(rest) => format!("{}:\u{FFFD}:{rest}", &line[..line.len() - words.len()]),
            None => line,
        }
    };
    lines.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// JSON in which no character and no mark of a command stands as it is: they can stand in its
/// strings only, and there each has an escape.
pub(super) fn escaped(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let json = json.replace("##[", "#\\u0023[").replace("##vso[", "#\\u0023vso[");
    for c in json.chars() {
        if c != '\n' && c.is_control() || is_direction_control(c) {
            let _ = write!(out, "\\u{:04x}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_commands_what_reads_along() {
        assert_eq!(
            tamed("a\u{1b}[2J\u{9b}\r\n中\u{202E}"),
            "a\u{FFFD}[2J\u{FFFD}\u{FFFD}\n中\u{FFFD}"
        );
        assert_eq!(disarmed("a\n ::error::نص\nb ::c"), "a\n :\u{FFFD}:error::نص\nb ::c");
        assert_eq!(
            disarmed("x ##[group]y ##vso[z ## 中"),
            "x #\u{FFFD}[group]y #\u{FFFD}vso[z ## 中"
        );
        let words = "##[a ###[ \u{1b}\u{9b}\u{202E}\" مرحبا";
        let json = serde_json::to_string(words).unwrap();
        let told = escaped(&json);
        assert_eq!(serde_json::from_str::<String>(&told).unwrap(), words);
        assert!(!told.contains("##[") && !told.contains(['\u{9b}', '\u{202E}']), "{told}");
    }
}
