//! Whole editions: each folder in `tests/editions/` is a small project, and `expected/` what it
//! publishes, EPUB files unpacked; `early/` what it makes with `--drafts --embargoed`. `SNAPSHOTS=overwrite cargo test` writes `expected/` anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read as _};
use std::path::Path;
use std::process::Command;

use snapbox::{Data, assert_data_eq};

/// The style sheet and its digest say nothing about an edition's structure, and would change every
/// file here with every rule of CSS.
fn without_style(page: &str) -> String {
    let start = page.find("<style>").map(|i| i + "<style>".len());
    let end = page.find("</style>");
    let mut out = match (start, end) {
        (Some(start), Some(end)) => [&page[..start], "…", &page[end..]].concat(),
        (None, _) | (_, None) => page.to_owned(),
    };
    while let Some(start) = out.find("'sha256-") {
        let end = start + 1 + out[start + 1..].find('\'').expect("a digest ends in a quote");
        out.replace_range(start..=end, "'…'");
    }
    out
}

/// The ending of a file name.
fn ending(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or("")
}

/// The text files of an output folder by path; EPUB files as what they hold.
fn texts(folder: &Path, prefix: &str, found: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{prefix}{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            texts(&path, &format!("{name}/"), found);
        } else if ending(&name) == "epub" {
            let mut book = zip::ZipArchive::new(Cursor::new(fs::read(&path).unwrap())).unwrap();
            for index in 0..book.len() {
                let mut file = book.by_index(index).unwrap();
                let inside = file.name().to_owned();
                if ["xhtml", "opf"].contains(&ending(&inside)) {
                    let mut text = String::new();
                    file.read_to_string(&mut text).unwrap();
                    found.insert(format!("{name}/{inside}"), text);
                }
            }
        } else if ["html", "txt", "atom", "xml"].contains(&ending(&name)) {
            found.insert(name, without_style(&fs::read_to_string(&path).unwrap()));
        }
    }
}

#[test]
fn editions_are_as_expected() {
    for entry in fs::read_dir("tests/editions").unwrap() {
        let project = entry.unwrap().path();
        compare(&project, "expected", &[]);
        // What is built before it is out.
        if project.join("early").is_dir() {
            compare(&project, "early", &["--drafts", "--embargoed"]);
        }
    }
}

fn compare(project: &Path, expected: &str, options: &[&str]) {
    let name = project.file_name().unwrap().to_str().unwrap().to_owned();
    let output = std::env::temp_dir().join(format!("hexapla-{}-{name}", std::process::id()));
    let run = Command::new(env!("CARGO_BIN_EXE_hexapla"))
        .args(["build", "--quiet", "--project"])
        .args([project, Path::new("--output"), &output])
        .args(options)
        .output()
        .unwrap();
    assert!(run.status.success(), "{name}: {}", String::from_utf8_lossy(&run.stderr));
    let mut found = BTreeMap::new();
    texts(&output, "", &mut found);
    fs::remove_dir_all(&output).unwrap();
    let expected = project.join(expected);
    let mut paths = BTreeSet::new();
    if expected.is_dir() {
        files(&expected, "", &mut paths);
    }
    for (path, text) in &found {
        let file = expected.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        assert_data_eq!(text.clone(), Data::read_from(&file, None).raw());
        paths.remove(path);
    }
    assert!(paths.is_empty(), "{name}: no longer published: {paths:?}");
}

fn files(folder: &Path, prefix: &str, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{prefix}{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            files(&path, &format!("{name}/"), found);
        } else {
            found.insert(name);
        }
    }
}
