//! A build that remembers the last one leaves the same files, and says the same, as one that knows
//! nothing: after any sequence of edits.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use proptest::prelude::*;

/// What happens to a project or its output between two builds.
#[derive(Clone, Copy, Debug)]
enum Edit {
    Nothing,
    Source,
    Translation(&'static str),
    /// One message is no longer translated: there is something to say, and editions are withheld.
    Untranslated,
    Furniture,
    Term,
    Settings,
    Formats,
    /// Languages are to stand side by side, or no longer.
    Parallel,
    NewRelease,
    /// A byte of an edition changes, and its size does not.
    Overwritten(&'static str),
    Deleted(&'static str),
    /// A manifest is cut off.
    Torn(&'static str),
    /// What is remembered is cut off, or another release's.
    Forgotten,
    Mistaken,
    /// Only a part is built.
    Part,
}

const EDITS: [Edit; 23] = [
    Edit::Nothing,
    Edit::Source,
    Edit::Translation("ar"),
    Edit::Translation("zh"),
    Edit::Untranslated,
    Edit::Furniture,
    Edit::Term,
    Edit::Settings,
    Edit::Formats,
    Edit::Parallel,
    Edit::NewRelease,
    Edit::Overwritten("water/ar/index.html"),
    Edit::Overwritten("water/en/water.en.epub"),
    Edit::Overwritten("water/en_ar/index.html"),
    Edit::Deleted("water/en_ar/water.en_ar.epub"),
    Edit::Overwritten("index.html"),
    Edit::Deleted("water/zh/water.zh.txt"),
    Edit::Deleted("ar/index.html"),
    Edit::Torn("water/manifest.json"),
    Edit::Torn("manifest.json"),
    Edit::Forgotten,
    Edit::Mistaken,
    Edit::Part,
];

/// A project with two releases, and what a build remembers of it.
pub(super) struct Scene {
    pub(super) folder: PathBuf,
    formats: bool,
    parallel: bool,
}

impl Scene {
    pub(super) fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        let scene = Self { folder, formats: false, parallel: false };
        scene.put("hexapla.toml", "organisation = \"Water\"\nlocales = [\"ar\", \"zh\", \"en\"]\n");
        scene.put("locales/en/terms.ftl", "-well = well\n");
        scene.put("locales/ar/terms.ftl", "-well = بئر\n");
        scene.put("locales/zh/terms.ftl", "-well = 水井\n");
        scene.release("water");
        scene.release("wells");
        scene
    }

    pub(super) fn release(&self, slug: &str) {
        self.put(
            &format!("content/{slug}/index.md"),
            "+++\ntitle = \"Water\"\ndescription = \"Clean water.\"\ndate = 2026-01-15\n+++\n\n\
             The { -well } is open.\n\n## Thanks {#thanks}\n\nWe thank all.\n",
        );
        self.run(&["sync", "--quiet"]);
        let reference = self.read(&format!("locales/en/{slug}.ftl"));
        for (key, [word, well, stop]) in
            [("ar", ["كلمات", "كلمات { -well }", "."]), ("zh", ["说话", "{ -well }的话", "。"])]
        {
            let translated = |(id, words): (&str, &str)| {
                let own = if words.contains("-well") { well } else { word };
                let stop = if words.ends_with('.') { stop } else { "" };
                format!("{id} = {own}{stop}")
            };
            let messages = reference.lines().filter(|line| !line.starts_with('#'));
            let messages = messages.filter_map(|line| line.split_once(" = "));
            let lines: Vec<String> = messages.map(translated).collect();
            self.put(&format!("locales/{key}/{slug}.ftl"), &(lines.join("\n") + "\n"));
        }
        self.run(&["sync", "--quiet"]);
    }

    pub(super) fn put(&self, path: &str, text: &str) {
        let path = self.folder.join("project").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(super) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.folder.join("project").join(path)).unwrap()
    }

    pub(super) fn replace(&self, path: &str, change: impl Fn(String) -> String) {
        self.put(path, &change(self.read(path)));
    }

    /// Runs a command and returns what it says, the line about the seconds and the output left out.
    pub(super) fn run(&self, arguments: &[&str]) -> String {
        let output = Command::new(env!("CARGO_BIN_EXE_hexapla"))
            .args(arguments)
            .arg("--project")
            .arg(self.folder.join("project"))
            .env("XDG_CACHE_HOME", self.folder.join("cache"))
            .output()
            .unwrap();
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        let fixed = |line: &&str| !line.starts_with("seconds:");
        said.lines().filter(fixed).collect::<Vec<_>>().join("\n")
    }

    /// Builds into a folder; returns what was said of the releases, and what stands there.
    pub(super) fn build(
        &self,
        output: &str,
        more: &[&str],
    ) -> (Vec<String>, BTreeMap<PathBuf, Vec<u8>>) {
        let folder = self.folder.join(output);
        let said =
            self.run(&[&["build", "--plain", "--output", folder.to_str().unwrap()], more].concat());
        let of_releases = |line: &&str| {
            ["error: ", "warning: ", "at: "].iter().any(|start| line.starts_with(start))
        };
        let findings = said.lines().filter(of_releases).map(str::to_owned).collect();
        let mut files = BTreeMap::new();
        collect(&folder, &folder, &mut files);
        (findings, files)
    }

    fn edit(&mut self, edit: Edit, step: usize) {
        let number = |text: String| format!("{}{step}.\n", text.trim_end());
        let output = |path: &str| self.folder.join("output").join(path);
        match edit {
            Edit::Nothing => {}
            Edit::Source => self.replace("content/water/index.md", number),
            Edit::Translation(key) => self.replace(&format!("locales/{key}/wells.ftl"), number),
            Edit::Untranslated => self.replace("locales/ar/water.ftl", |text| {
                text.split_once('\n').map_or("", |(_, rest)| rest).to_owned()
            }),
            Edit::Furniture => {
                self.put("locales/zh/hexapla.ftl", &format!("skip-link = 跳到正文{step}\n"));
            }
            Edit::Term => self.put("locales/ar/terms.ftl", &format!("-well = بئر {step}\n")),
            Edit::Settings => self
                .replace("hexapla.toml", |text| text.replace("\"Water", &format!("\"Water{step}"))),
            Edit::Formats => {
                self.formats = !self.formats;
                let formats = "formats = [\"html\", \"text\"]\n";
                let with = self.formats;
                self.replace("hexapla.toml", |text| {
                    if with { format!("{formats}{text}") } else { text.replace(formats, "") }
                });
            }
            Edit::Parallel => {
                self.parallel = !self.parallel;
                let parallel = "parallel = [[\"en\", \"ar\"]]\n";
                let with = self.parallel;
                self.replace("hexapla.toml", |text| {
                    if with { format!("{parallel}{text}") } else { text.replace(parallel, "") }
                });
            }
            Edit::NewRelease => self.release(&format!("more-{step}")),
            Edit::Overwritten(path) => {
                if let Ok(mut bytes) = fs::read(output(path)) {
                    let middle = bytes.len() / 2;
                    bytes[middle] ^= 1;
                    fs::write(output(path), bytes).unwrap();
                }
            }
            Edit::Deleted(path) => drop(fs::remove_file(output(path))),
            Edit::Torn(path) => {
                if let Ok(bytes) = fs::read(output(path)) {
                    fs::write(output(path), &bytes[..bytes.len() / 2]).unwrap();
                }
            }
            Edit::Forgotten | Edit::Mistaken => self.confuse(edit),
            Edit::Part => drop(self.build("output", &["--locale", "ar", "--format", "text"])),
        }
    }

    /// Damages what is remembered.
    fn confuse(&self, edit: Edit) {
        let mut records = BTreeMap::new();
        let cache = self.folder.join("cache");
        collect(&cache, &cache, &mut records);
        let all: Vec<_> = records.values().cloned().collect();
        for (index, (path, bytes)) in records.iter().enumerate() {
            let other = match edit {
                Edit::Mistaken => &all[(index + 1) % all.len()],
                _ => &bytes[..bytes.len() / 2],
            };
            fs::write(cache.join(path), other).unwrap();
        }
    }
}

pub(super) fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            files.insert(path.strip_prefix(root).unwrap().to_owned(), fs::read(&path).unwrap());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    #[test]
    fn a_build_that_remembers_is_one_that_does_not(
        edits in proptest::collection::vec(proptest::sample::select(&EDITS[..]), 1..7)
    ) {
        let mut scene = Scene::new("incremental");
        scene.build("output", &[]);
        for (step, edit) in edits.iter().enumerate() {
            scene.edit(*edit, step);
            let (said, files) = scene.build("output", &[]);
            let again = scene.build("output", &[]);
            prop_assert_eq!(&again, &(said, files), "{:?}: the second time", edit);
            let forced = scene.build("output", &["--force"]);
            prop_assert_eq!(&forced, &again, "{:?}: all made anew", edit);
            // Editions that are withheld stay as they were where there were some.
            let withheld = edits[..=step].iter().any(|edit| matches!(edit, Edit::Untranslated));
            if !withheld {
                let fresh = scene.build(&format!("fresh-{step}"), &[]);
                prop_assert_eq!(&fresh.1, &again.1, "{:?}: elsewhere", edit);
            }
        }
    }
}

#[test]
fn what_is_remembered_is_used_and_compared() {
    let scene = Scene::new("remembered");
    let (said, files) = scene.build("output", &[]);
    assert!(said.is_empty(), "{said:?}");
    let mut records = BTreeMap::new();
    let cache = scene.folder.join("cache");
    collect(&cache, &cache, &mut records);
    let names: Vec<_> = records.keys().filter_map(|path| path.file_name()).collect();
    assert_eq!(names, ["_output", "_shelf.json", "water.json", "wells.json"]);
    let page = scene.folder.join("output/water/zh/index.html");
    fs::write(&page, "不是").unwrap();
    assert_eq!(scene.build("output", &[]).1, files);
    fs::remove_file(&page).unwrap();
    assert_eq!(scene.build("output", &[]).1, files);
}
