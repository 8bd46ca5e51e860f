//! The committed `output/`: every link leads somewhere, every manifest says what is there.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use sha2::{Digest, Sha256};

fn pages(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            pages(&path, found);
        } else if path.extension().is_some_and(|e| e == "html") {
            found.push(path);
        }
    }
}

/// The values of an attribute in a page of ours: always in double quotes, `&` as `&amp;`.
fn attributes(page: &str, name: &str) -> Vec<String> {
    let start = format!(" {name}=\"");
    let values = page.split(start.as_str()).skip(1).filter_map(|rest| rest.split('"').next());
    values.map(|value| value.replace("&amp;", "&")).collect()
}

#[test]
fn every_link_leads_somewhere() {
    let mut found = Vec::new();
    pages(Path::new("output"), &mut found);
    assert!(found.len() >= 21, "pages of the output: {}", found.len());
    let mut followed = 0;
    for path in &found {
        let page = fs::read_to_string(path).unwrap();
        let targets = [attributes(&page, "href"), attributes(&page, "src")].concat();
        for target in targets.iter().filter(|t| !t.contains(':')) {
            let (file, fragment) = target.split_once('#').unwrap_or((target, ""));
            let there =
                if file.is_empty() { path.clone() } else { path.parent().unwrap().join(file) };
            assert!(there.is_file(), "{}: `{target}` leads nowhere", path.display());
            if !fragment.is_empty() {
                let ids: BTreeSet<_> =
                    attributes(&fs::read_to_string(&there).unwrap(), "id").into_iter().collect();
                assert!(ids.contains(fragment), "{}: no place `{target}`", path.display());
            }
            followed += 1;
        }
    }
    assert!(followed > 300, "links followed: {followed}");
}

#[test]
fn manifests_say_what_is_there() {
    let mut listed = 0;
    for entry in fs::read_dir("output").unwrap() {
        let folder = entry.unwrap().path();
        let Ok(text) = fs::read_to_string(folder.join("manifest.json")) else { continue };
        let manifest: Value = serde_json::from_str(&text).unwrap();
        for file in manifest["files"].as_array().expect("a list of files") {
            let path = folder.join(file["path"].as_str().unwrap());
            let bytes = fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            assert_eq!(file["bytes"].as_u64(), Some(bytes.len() as u64), "{}", path.display());
            let digest = Sha256::digest(&bytes).iter().fold(String::new(), |mut hex, byte| {
                let _ = write!(hex, "{byte:02x}");
                hex
            });
            assert_eq!(file["sha256"].as_str(), Some(digest.as_str()), "{}", path.display());
            listed += 1;
        }
    }
    assert!(listed >= 36, "files listed: {listed}");
}
