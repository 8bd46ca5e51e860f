//! Every kind of finding has a page, and every page a kind of finding.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use hexapla::check::RULES;
use hexapla::diagnostic::Severity;
use hexapla::explain::{self, CHAPTERS};

/// What stands before a code in the source.
const BEFORE: [&str; 6] = [
    "Diagnostic::error(",
    "Diagnostic::warning(",
    "self.error(",
    "self.problem(",
    "code: ",
    "code() == ",
];

#[test]
fn every_code_has_a_page_and_every_page_a_code() {
    let mut codes = BTreeSet::new();
    collect(Path::new("src"), &mut codes);
    assert!(codes.len() > 80, "codes are found: {codes:?}");
    let pages: BTreeSet<_> = explain::pages().map(|page| page.code.to_owned()).collect();
    let pageless: Vec<_> = codes.difference(&pages).collect();
    assert!(pageless.is_empty(), "codes without a page: {pageless:?}");
    let codeless: Vec<_> = pages.difference(&codes).collect();
    assert!(codeless.is_empty(), "pages without a code: {codeless:?}");
    let files = fs::read_dir("src/explain").unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    let files: BTreeSet<_> = names.map(|name| name.trim_end_matches(".md").to_owned()).collect();
    assert_eq!(files, pages);
}

#[test]
fn the_pages_are_in_order_and_say_enough() {
    for chapter in CHAPTERS {
        let codes: Vec<_> = chapter.pages.iter().map(|page| page.code).collect();
        let mut sorted = codes.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(codes, sorted, "{}", chapter.title);
        for page in chapter.pages {
            let lines = page.text.lines().count();
            assert!((3..=45).contains(&lines), "`{}` has {lines} lines", page.code);
        }
    }
}

/// A rule's page takes its severity from the rule; any other finding has it in the list.
#[test]
fn pages_of_rules_are_in_the_first_chapter() {
    let rules: Vec<_> = RULES.iter().map(|rule| rule.code).collect();
    let first: Vec<_> = CHAPTERS[0].pages.iter().map(|page| page.code).collect();
    assert_eq!(first, rules);
    for page in explain::pages() {
        assert_eq!(page.severity.is_none(), rules.contains(&page.code), "{}", page.code);
        // What is only a warning is never firm: there would be nothing to hold on to.
        let rule = RULES.iter().find(|rule| rule.code == page.code);
        let usual = page.severity.or(rule.map(|rule| rule.severity));
        assert!(!page.is_firm() || usual == Some(Severity::Error), "{}", page.code);
    }
}

/// What a rule finds can be lowered only if nothing but that rule reports it: a message that cannot be
/// used stays an error.
#[test]
fn what_is_also_found_while_reading_is_firm() {
    let mut reading = BTreeSet::new();
    for module in ["catalog", "disk", "edition", "identity", "markdown", "project"] {
        collect(&Path::new("src").join(module), &mut reading);
    }
    let errors = RULES.iter().filter(|rule| rule.severity == Severity::Error);
    for rule in errors.filter(|rule| reading.contains(rule.code)) {
        assert!(explain::page(rule.code).unwrap().is_firm(), "{}", rule.code);
    }
}

/// The codes in the sources at a path, their tests left out.
fn collect(path: &Path, codes: &mut BTreeSet<String>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            collect(&entry.unwrap().path(), codes);
        }
        return;
    }
    let is_test = path.ends_with("tests.rs") || path.iter().any(|part| part == "tests");
    if is_test || path.extension().is_none_or(|extension| extension != "rs") {
        return;
    }
    let text = fs::read_to_string(path).unwrap();
    let text = text.split("#[cfg(test)]").next().unwrap();
    for before in BEFORE {
        for after in text.split(before).skip(1) {
            let code = after.trim_start().strip_prefix('"').and_then(|rest| rest.split('"').next());
            let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            codes.extend(code.filter(|code| code.chars().all(fits)).map(str::to_owned));
        }
    }
}

/// The page about what is out of date shows what a person sees.
#[test]
fn the_example_of_a_stale_translation_is_real() {
    let folder = std::env::temp_dir().join(format!("hexapla-{}-stale", std::process::id()));
    drop(fs::remove_dir_all(&folder));
    let write = |from: &str, to: &str| {
        let to = folder.join(to);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(Path::new("tests/check/stale/bad").join(from), to).unwrap();
    };
    write("index.md", "content/review/index.md");
    write("translations.lock", "content/review/translations.lock");
    write("ar.ftl", "locales/ar/review.ftl");
    let settings = "organisation = \"UN\"\nlocales = [\"en\", \"ar\"]\n";
    fs::write(folder.join("hexapla.toml"), settings).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_hexapla"));
    let output = command.args(["check", "--plain"]).current_dir(&folder).output().unwrap();
    let page = explain::page("stale").unwrap().text;
    let example = page.split("```").nth(1).and_then(|text| text.strip_prefix("text\n")).unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains(example), "{said}");
    drop(fs::remove_dir_all(&folder));
}
