//! What `hexapla new` makes can be checked, published and gone on with, in every language.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use hexapla::locale::UNITED_NATIONS;

/// A folder of its own, deleted at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("hexapla-{}-new-{name}", std::process::id()));
        drop(fs::remove_dir_all(&path));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hexapla"));
        command.args(arguments).current_dir(&self.0).output().unwrap()
    }

    /// Runs a command that must find nothing.
    #[track_caller]
    fn fine(&self, arguments: &[&str]) {
        let output = self.run(arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && said.is_empty(), "{arguments:?}: {said}");
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

fn files(folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            self::files(&path, files);
        } else {
            files.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
}

const NEW: [&str; 3] = ["new", "--date", "2026-01-31"];

#[test]
fn a_new_project_is_in_order_in_every_language() {
    for (source, _, _) in UNITED_NATIONS {
        let folder = Folder::new(source);
        let others = UNITED_NATIONS.iter().map(|(key, _, _)| *key).filter(|key| *key != source);
        let all: Vec<_> = std::iter::once(source).chain(others).collect();
        folder.fine(&[&NEW[..], &["--locales", &all.join(","), "."]].concat());
        folder.fine(&["check", "--strict"]);
        folder.fine(&["sync", "--check"]);
        folder.fine(&["fmt", "--check"]);
        folder.fine(&["build", "--strict"]);
        for key in all {
            let release = folder.0.join("output/first-release").join(key);
            let page = fs::read_to_string(release.join("index.html")).unwrap();
            assert!(page.contains("id=\"shared\""), "{source}, {key}");
            assert!(release.join(format!("first-release.{key}.epub")).is_file(), "{source}, {key}");
        }
        // It is gone on with.
        folder.fine(&["new", "release", "water"]);
        let text = folder.0.join("content/water/index.md");
        let filled = fs::read_to_string(&text).unwrap().replace("= \"\"", "= \"水 ماء\"");
        fs::write(&text, filled + "水 ماء\n").unwrap();
        assert!(folder.run(&["check", "water"]).status.success(), "{source}");
    }
}

#[test]
fn a_new_project_is_the_same_on_every_machine_and_in_every_folder() {
    let (one, other) = (Folder::new("one"), Folder::new("other"));
    fs::create_dir(one.0.join(".git")).unwrap();
    one.fine(&[&NEW[..], &["."]].concat());
    other.fine(&[&NEW[..], &["a/b"]].concat());
    let below = |root: &Path| {
        let mut found = BTreeMap::new();
        files(root, &mut found);
        let relative = found
            .into_iter()
            .map(|(path, bytes)| (path.strip_prefix(root).unwrap().to_owned(), bytes));
        relative.collect::<BTreeMap<_, _>>()
    };
    assert_eq!(below(&one.0), below(&other.0.join("a/b")));
    // What stands there is nobody's to replace, and what is beside it neither.
    fs::write(one.0.join("mine"), "他的").unwrap();
    let before = below(&one.0);
    assert_eq!(one.run(&["new", "."]).status.code(), Some(2));
    assert_eq!(before, below(&one.0));
    assert_eq!(fs::read_dir(&other.0).unwrap().count(), 1);
}

/// What other programs are told of this one.
#[test]
fn shells_and_readers_of_manuals_know_every_command() {
    let folder = Folder::new("described");
    let said = |arguments: &[&str]| {
        let output = folder.run(arguments);
        assert!(output.status.success(), "{arguments:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let page = said(&["man"]);
    assert!(page.contains(".TH hexapla 1"), "{page}");
    let help = said(&["--help"]);
    let commands = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let names: Vec<_> = commands.lines().map(|l| l.split_whitespace().next().unwrap()).collect();
    assert!(names.len() > 15, "{names:?}");
    folder.fine(&["man", "--output", "man1"]);
    for name in &names {
        let written = fs::read_to_string(folder.0.join(format!("man1/hexapla-{name}.1"))).unwrap();
        assert_eq!(written, said(&["man", name]));
        assert!(written.contains(&format!("hexapla\\-{name} \\- ")), "{written}");
    }
    assert!(folder.0.join("man1/hexapla-new-locale.1").is_file());
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = said(&["completions", shell]);
        assert!(names.iter().all(|name| script.contains(name)), "{shell}");
    }
    let unknown = folder.run(&["man", "bild"]);
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("the commands are accept, build"));
}
