//! The cases and the kinds, as `tests/mistakes/README.md` describes their files.

use std::collections::BTreeMap;
use std::fs;

use super::LOCALES;

/// One change of the project.
pub(super) struct Case {
    pub kind: String,
    pub locale: String,
    /// `dialogue`, `specimen`, or `hexapla` for the furniture.
    pub file: String,
    pub message: String,
    /// Where the case stands: `ar.txt:12`.
    pub place: String,
    /// What the words become. `None`: the translation is left as it is.
    pub change: Option<Change>,
    /// What the words of the source become.
    pub source: Option<Change>,
}

#[derive(Default)]
pub(super) struct Change {
    pub words: String,
    pub become_: String,
}

/// The codes of what may be said of a kind of mistake.
#[derive(Default)]
pub(super) struct Kind {
    /// They say what is wrong.
    pub caught: Vec<String>,
    /// They say, rightly, what else is wrong because of it.
    pub also: Vec<String>,
}

pub(super) fn kinds() -> BTreeMap<String, Kind> {
    let text = fs::read_to_string("tests/mistakes/kinds.txt").unwrap();
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let kind = |line: &str| {
        let (name, codes) = line.split_once(':').unwrap();
        let (caught, also) = codes.split_once('|').unwrap_or((codes, ""));
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect();
        (name.to_owned(), Kind { caught: words(caught), also: words(also) })
    };
    lines.map(kind).collect()
}

pub(super) fn cases(folder: &str) -> Vec<Case> {
    let read = |locale: &&str| {
        let path = format!("tests/mistakes/{folder}/{locale}.txt");
        parse(locale, &fs::read_to_string(path).unwrap())
    };
    LOCALES.iter().flat_map(read).collect()
}

/// The cases of one file; the format is described in `tests/mistakes/README.md`.
fn parse(locale: &str, text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut kind = String::new();
    for (number, line) in text.lines().enumerate().skip_while(|(_, line)| !line.starts_with('[')) {
        let (mark, rest) = (line.get(..1).unwrap_or(""), line.get(2..).unwrap_or(""));
        let last = cases.last_mut();
        match mark {
            "" => {}
            "[" => line.trim_matches(['[', ']']).clone_into(&mut kind),
            "-" => last.unwrap().change.get_or_insert_default().words = unescaped(rest),
            "+" => last.unwrap().change.get_or_insert_default().become_ = unescaped(rest),
            "<" => last.unwrap().source.get_or_insert_default().words = unescaped(rest),
            ">" => last.unwrap().source.get_or_insert_default().become_ = unescaped(rest),
            _ => {
                let (file, message) = line.split_once(' ').unwrap();
                cases.push(Case {
                    kind: kind.clone(),
                    locale: locale.to_owned(),
                    file: file.to_owned(),
                    message: message.to_owned(),
                    place: format!("{locale}.txt:{}", number + 1),
                    change: None,
                    source: None,
                });
            }
        }
    }
    cases
}

/// `\u200B` is that character, `\n` a line end.
fn unescaped(text: &str) -> String {
    let mut parts = text.split("\\u");
    let mut out = parts.next().unwrap().to_owned();
    for part in parts {
        let (code, rest) = part.split_at(4);
        out.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
        out.push_str(rest);
    }
    out.replace("\\n", "\n")
}
