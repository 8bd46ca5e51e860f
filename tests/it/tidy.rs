//! The house rules that neither the compiler nor clippy knows: see "Rules that a test enforces" in
//! `src/ARCHITECTURE.md`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use hexapla::catalog::{Phrase, words};
use hexapla::locale::{Digits, Locale, UNITED_NATIONS};

/// Where each foreign crate may be named: one format, one door.
const DOORS: [(&str, &[&str]); 29] = [
    ("annotate_snippets", &["src/cli/"]),
    ("clap", &["src/cli/", "src/main.rs"]),
    ("clap_complete", &["src/cli/describe.rs"]),
    ("clap_mangen", &["src/cli/describe.rs"]),
    ("epub_builder", &["src/write/epub/"]),
    ("flate2", &["src/write/epub/"]),
    ("fluent", &["src/catalog/"]),
    ("fluent_bundle", &["src/catalog/"]),
    ("fluent_syntax", &["src/catalog/"]),
    ("icu_decimal", &["src/catalog/numbers.rs"]),
    ("icu_locale_core", &["src/catalog/numbers.rs"]),
    ("icu_segmenter", &["src/write/text/", "src/check/lexicon.rs"]),
    ("intl_memoizer", &["src/catalog/"]),
    ("intl_pluralrules", &["src/catalog/plurals.rs"]),
    ("notify", &["src/disk/watch.rs"]),
    ("open", &["src/cli/preview.rs"]),
    ("pulldown_cmark", &["src/markdown/"]),
    // The writers' tests read back what was written.
    (
        "quick_xml",
        &[
            "src/check/image_unsafe.rs",
            "src/exchange/xml.rs",
            "src/write/body/tests.rs",
            "src/write/epub/tests.rs",
        ],
    ),
    ("rayon", &["src/publish/"]),
    ("rustix", &["src/disk/", "src/cli/speech.rs"]),
    ("schemars", &["src/project", "src/locale.rs"]),
    ("serde_json", &["src/cli/", "src/project/", "src/publish/", "src/write/"]),
    ("similar", &["src/identity/"]),
    ("strsim", &["src/nearest.rs"]),
    // A language tag inside the words is the reader's to judge.
    ("toml", &["src/project", "src/markdown/front"]),
    ("unic_langid", &["src/locale.rs", "src/markdown/tags.rs", "src/catalog/"]),
    ("unicode_width", &["src/write/text/", "src/cli/explain.rs"]),
    ("uuid", &["src/write/identifier.rs", "src/write/epub/tests.rs"]),
    ("zip", &["src/write/epub/"]),
];

/// The most lines of a file, its tests not counted.
const MOST_LINES: usize = 400;

/// A file of `src/`.
struct File {
    /// `src/markdown/blocks.rs`
    path: String,
    text: String,
    /// The text without comments and without what stands between quotation marks.
    code: String,
}

impl File {
    /// The module of the crate that the file belongs to: `markdown`.
    fn module(&self) -> &str {
        let below = self.path.strip_prefix("src/").unwrap();
        below.split(['/', '.']).next().unwrap()
    }

    /// Whether the file holds tests only, or what only tests use.
    fn is_test(&self) -> bool {
        let names = ["/tests.rs", "/tests/", "/fixture.rs"];
        names.iter().any(|name| self.path.contains(name))
    }

    /// The text before the tests; nothing of a file that holds tests only.
    fn before_tests<'a>(&self, text: &'a str) -> &'a str {
        if self.is_test() { "" } else { text.split("#[cfg(test)]").next().unwrap() }
    }
}

#[test]
fn a_module_uses_only_modules_above_it() {
    let order = order();
    let position = |module: &str| order.iter().position(|known| known == module);
    let mut wrong = BTreeSet::new();
    for file in sources().iter().filter(|file| !is_root(&file.path)) {
        let module = file.module();
        let own = position(module).unwrap_or_else(|| panic!("{} is not in lib.rs", file.path));
        for used in crate_paths(&file.code) {
            let at = position(&used).unwrap_or_else(|| panic!("{}: crate::{used}", file.path));
            if at > own {
                wrong.insert(format!("{}: `{module}` uses `{used}`, which is below it", file.path));
            }
        }
    }
    report(wrong);
}

#[test]
fn one_foreign_crate_has_one_door() {
    let mut wrong = BTreeSet::new();
    for (name, doors) in DOORS {
        for file in sources() {
            let open = doors.iter().any(|door| file.path.starts_with(door));
            let used = words_of(&file.code).any(|(word, rest)| {
                word == name && (rest.starts_with("::") || rest.starts_with(';'))
            });
            if used && !open {
                wrong.insert(format!("{}: `{name}` is used in {doors:?} only", file.path));
            }
        }
    }
    report(wrong);
}

#[test]
fn nothing_prints_but_the_command_line() {
    let prints = ["print", "println", "eprint", "eprintln", "dbg"];
    forbid_words("cli", |word, rest| prints.contains(&word) && rest.starts_with('!'));
}

#[test]
fn nothing_is_left_for_later() {
    forbid_words("", |word, rest| {
        matches!(word, "todo" | "unimplemented" | "ignore") && rest.starts_with(['!', ']'])
    });
    let mut wrong = BTreeSet::new();
    let notes = [["FIX", "ME"].concat(), ["TO", "DO"].concat(), ["XX", "X"].concat()];
    for file in sources() {
        let panics = file.before_tests(&file.code).contains(".unwrap()");
        if panics {
            let path = &file.path;
            wrong.insert(format!("{path}: `unwrap` outside tests: `expect(\"why it cannot be\")`"));
        }
        for note in notes.iter().filter(|note| words_of(&file.text).any(|(word, _)| word == **note))
        {
            wrong.insert(format!("{}: {note}", file.path));
        }
    }
    report(wrong);
}

#[test]
fn markup_is_made_of_nodes() {
    let mut wrong = BTreeSet::new();
    for file in sources().iter().filter(|file| file.path != "src/write/node.rs") {
        let text = file.before_tests(&file.text);
        let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        for line in lines.filter(|line| line.contains(&["format!(\"", "<"].concat())) {
            wrong.insert(format!("{}: {}", file.path, line.trim()));
        }
    }
    report(wrong);
}

#[test]
fn files_are_short_and_named_for_what_they_hold() {
    let mut wrong = BTreeSet::new();
    for file in sources() {
        let lines = file.before_tests(&file.text).lines().count();
        if lines > MOST_LINES {
            wrong.insert(format!("{}: {lines} lines before the tests", file.path));
        }
        if !file.is_test() && !file.text.starts_with("//! ") {
            wrong.insert(format!("{}: the first line says what the module is", file.path));
        }
        for part in file.path.split(['/', '.']) {
            if ["util", "utils", "common", "shared", "helper", "helpers", "misc"].contains(&part) {
                wrong.insert(format!("{}: a name that says nothing", file.path));
            }
        }
    }
    report(wrong);
}

#[test]
fn every_phrase_is_said_in_six_languages() {
    let ids: BTreeSet<_> = Phrase::SAMPLES.iter().map(Phrase::id).collect();
    let mut wrong = BTreeSet::new();
    for (key, _, _) in UNITED_NATIONS {
        let locale = Locale::built_in(key).unwrap().into();
        if words::built_in(&locale, Digits::Western).is_none() {
            wrong.insert(format!("{key}: the furniture has errors"));
        }
        let path = format!("locales/{key}/hexapla.ftl");
        let text = fs::read_to_string(&path).unwrap();
        let messages: BTreeSet<_> = text
            .lines()
            .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
            .filter_map(|line| Some(line.split_once('=')?.0.trim()))
            .collect();
        wrong.extend(ids.difference(&messages).map(|id| format!("{path}: lacks `{id}`")));
        wrong.extend(messages.difference(&ids).map(|id| format!("{path}: nothing says `{id}`")));
    }
    report(wrong);
}

#[test]
fn code_is_found_between_comments_and_strings() {
    let text = "a // b\n\"c\\\"d\" e /* f /* g */ */ r#\"h\"i\"# '\"' j '\\'' <'k> l";
    assert_eq!(
        words_of(&code(text)).map(|(word, _)| word).collect::<Vec<_>>(),
        ["a", "e", "r", "j", "k", "l"]
    );
    let paths = crate_paths("use crate::{a::b, c::{d, e}, f}; crate::g::h(); x::i()");
    assert_eq!(paths.iter().map(String::as_str).collect::<Vec<_>>(), ["a", "c", "f", "g"]);
}

/// Fails with the list, if it holds anything.
fn report(wrong: BTreeSet<String>) {
    let list: Vec<_> = wrong.into_iter().collect();
    assert!(list.is_empty(), "\n{}\n", list.join("\n"));
}

/// Reports every word outside the module for which `is_wrong` holds, with what follows it.
fn forbid_words(module: &str, is_wrong: impl Fn(&str, &str) -> bool) {
    let mut wrong = BTreeSet::new();
    for file in sources().iter().filter(|file| file.module() != module) {
        for (word, _) in words_of(&file.code).filter(|(word, rest)| is_wrong(word, rest)) {
            wrong.insert(format!("{}: `{word}`", file.path));
        }
    }
    report(wrong);
}

fn is_root(path: &str) -> bool {
    ["src/lib.rs", "src/main.rs"].contains(&path)
}

/// The modules of lib.rs in their order.
fn order() -> Vec<String> {
    let text = fs::read_to_string("src/lib.rs").unwrap();
    let module = |line: &str| Some(line.strip_prefix("pub mod ")?.strip_suffix(';')?.to_owned());
    text.lines().filter_map(module).collect()
}

/// Every file of `src/`, by path.
fn sources() -> Vec<File> {
    let mut files = Vec::new();
    collect(Path::new("src"), &mut files);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(files.len() > 30, "the sources are in src/");
    files
}

fn collect(folder: &Path, files: &mut Vec<File>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let code = code(&text);
            files.push(File { path: path.to_str().unwrap().replace('\\', "/"), text, code });
        }
    }
}

/// The modules named in `crate::module` and `use crate::{module, …}`.
fn crate_paths(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (word, rest) in words_of(code) {
        let Some(rest) = rest.strip_prefix("::").filter(|_| word == "crate") else { continue };
        let Some(group) = rest.strip_prefix('{') else {
            found.extend(words_of(rest).next().map(|(module, _)| module.to_owned()));
            continue;
        };
        let mut depth = 1;
        let mut begins = true;
        for (at, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 1 => begins = true,
                c if begins && c.is_alphabetic() => {
                    begins = false;
                    found.extend(words_of(&group[at..]).next().map(|(m, _)| m.to_owned()));
                }
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
    }
    found
}

/// Each identifier of a text, and what follows it.
fn words_of(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let inside = |c: char| c.is_alphanumeric() || c == '_';
    let mut rest = text;
    std::iter::from_fn(move || {
        let start = rest.find(inside)?;
        let from = &rest[start..];
        let end = from.find(|c| !inside(c)).unwrap_or(from.len());
        rest = &from[end..];
        Some((&from[..end], rest))
    })
}

/// Rust without its comments and without what stands between quotation marks.
fn code(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let skipped = skipped(rest);
        if skipped == 0 {
            code.push(c);
            rest = &rest[c.len_utf8()..];
        } else {
            code.push(' ');
            rest = &rest[skipped..];
        }
    }
    code
}

/// Bytes of the comment or literal that a text begins with; 0 if it begins with neither.
fn skipped(text: &str) -> usize {
    if text.starts_with("//") {
        return text.find('\n').unwrap_or(text.len());
    }
    if text.starts_with("/*") {
        return block_comment(text);
    }
    if text.starts_with("#\"") || text.starts_with("##\"") {
        let hashes = text.find('"').unwrap();
        let close = format!("\"{}", &text[..hashes]);
        let content = hashes + 1;
        return text[content..].find(&close).map_or(text.len(), |at| content + at + close.len());
    }
    if text.starts_with('"') {
        return string(text);
    }
    // `'a` is a lifetime, `'a'` and `'\n'` are characters.
    let Some(after) = text.strip_prefix('\'') else { return 0 };
    if let Some(escaped) = after.strip_prefix('\\') {
        return escaped[1..].find('\'').map_or(0, |at| at + 4);
    }
    let first = after.chars().next().map_or(0, char::len_utf8);
    if after[first..].starts_with('\'') { first + 2 } else { 0 }
}

fn string(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            '"' if !escaped => return at + 1,
            _ => escaped = c == '\\' && !escaped,
        }
    }
    text.len()
}

fn block_comment(text: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        if rest.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}
