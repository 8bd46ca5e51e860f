//! What a file can hold, by mistake or on purpose, is refused with its place, and changes nothing.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

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

/// A copy of the small project in a folder of its own, in step, deleted at the end.
struct Project(PathBuf);

impl Project {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("hexapla-{}-{name}", std::process::id()));
        drop(fs::remove_dir_all(&path));
        let from = Path::new("tests/cli/small");
        for (file, bytes) in files(from) {
            let target = path.join(file.strip_prefix(from).unwrap());
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            fs::write(target, bytes).unwrap();
        }
        let project = Self(path);
        assert!(project.run(&["sync"]).status.success());
        project
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hexapla"));
        command.args(arguments).current_dir(&self.0).output().unwrap()
    }
}

impl Drop for Project {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

/// What `check` would refuse afterwards is not brought in.
#[test]
fn what_could_not_be_published_is_not_imported() {
    let project = Project::new("import-hostile");
    let exported = project.run(&["export", "--format", "xliff", "ar"]).stdout;
    let exported = String::from_utf8(exported).unwrap();
    let before = files(&project.0.join("locales"));
    for words in ["المياه \u{202E}النظيفة", "المياه \u{2069}النظيفة"] {
        let edited = exported.replacen("المياه النظيفة", words, 1);
        assert_ne!(edited, exported);
        fs::write(project.0.join("back.xlf"), edited).unwrap();
        for arguments in [&["import", "back.xlf"][..], &["import", "--skip-faulty", "back.xlf"]] {
            let output = project.run(arguments);
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert_eq!(output.status.code(), Some(1), "{said}");
            assert!(said.contains("direction-control") && said.contains("back.xlf:"), "{said}");
            assert_eq!(files(&project.0.join("locales")), before);
        }
    }
}

/// Braces that a translator types in a CAT tool are words.
#[test]
fn braces_in_a_target_are_words() {
    let project = Project::new("import-braces");
    let exported = project.run(&["export", "--format", "xliff", "ar"]).stdout;
    let exported = String::from_utf8(exported).unwrap();
    let edited = exported.replacen("المياه النظيفة", "المياه }} النظيفة", 1);
    assert_ne!(edited, exported);
    fs::write(project.0.join("back.xlf"), edited).unwrap();
    let output = project.run(&["import", "back.xlf"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = fs::read_to_string(project.0.join("locales/ar/water.ftl")).unwrap();
    assert!(text.contains("المياه { \"}\" }{ \"}\" } النظيفة"), "{text}");
}
