//! `hexapla rename`: a name changes everywhere, and nothing else by a byte.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// All files below a folder.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(files(&path));
        } else {
            all.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    all
}

fn copy(from: &Path, to: &Path) {
    for (path, bytes) in files(from) {
        let target = to.join(path.strip_prefix(from).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, bytes).unwrap();
    }
}

fn rename(folder: &Path, old: &str, new: &str) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hexapla"));
    let output = command.args(["rename", old, new]).current_dir(folder).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{old} to {new}: {said}");
}

/// There and back again: every file is as it was, also where it has the line ends of Windows, a
/// byte order mark and decomposed letters.
#[test]
fn there_and_back_is_nowhere() {
    let folder = std::env::temp_dir().join(format!("hexapla-{}-rename", std::process::id()));
    drop(fs::remove_dir_all(&folder));
    copy(Path::new("tests/cli/linked"), &folder);
    let source = folder.join("content/wells/index.md");
    let text = fs::read_to_string(&source).unwrap();
    let odd = format!("\u{FEFF}{}", text.replace('\n', "\r\n"));
    fs::write(&source, odd).unwrap();
    let arabic = folder.join("locales/ar/wells.ftl");
    let text = fs::read_to_string(&arabic).unwrap();
    fs::write(&arabic, text.replace("# ملف", "# cafe\u{301}").replace('\n', "\r\n")).unwrap();
    let before = files(&folder);
    for (old, new, back) in [
        ("lead-p-wmjl", "lead-summary", "lead-p-wmjl"),
        ("map", "where", "map"),
        ("map-p-pcna", "north", "map-p-pcna"),
        ("wells", "village-wells", "wells"),
    ] {
        rename(&folder, old, new);
        let between = files(&folder);
        assert_ne!(between, before, "{new}");
        let held = between.values().any(|bytes| String::from_utf8_lossy(bytes).contains(new));
        assert!(held, "{new}");
        rename(&folder, new, back);
        for (path, bytes) in files(&folder) {
            let was = before.get(&path).map(|bytes| String::from_utf8_lossy(bytes));
            assert_eq!(Some(String::from_utf8_lossy(&bytes)), was, "{}", path.display());
        }
    }
    drop(fs::remove_dir_all(&folder));
}
