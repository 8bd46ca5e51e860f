//! The command line: transcripts of what a person types and sees, and what a build does to an output
//! folder that is not empty.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Transcripts; `TRYCMD=overwrite` writes them anew.
#[test]
fn transcripts() {
    drop(fs::remove_dir_all("target/tmp/cli"));
    fs::create_dir_all("target/tmp/cli").expect("the target folder can be written");
    let cases = trycmd::TestCases::new();
    // What a person does between two calls.
    for name in ["cp", "rm", "grep"] {
        let mut paths = ["/bin", "/usr/bin"].iter().map(|folder| Path::new(folder).join(name));
        let path = paths.find(|path| path.is_file()).expect("every system has it");
        cases.register_bin(name, path.as_path());
    }
    cases.env("NO_COLOR", "1").case("tests/cli/*.trycmd");
}

/// Every `hexapla …` that README and CONTRIBUTING show is a call that the program takes.
#[test]
fn documented_calls_are_taken() {
    let mut tried = 0;
    for file in ["README.md", "CONTRIBUTING.md"] {
        let text = fs::read_to_string(file).expect("the file is there").replace('\n', " ");
        for call in text.split('`').filter_map(|code| code.strip_prefix("hexapla ")) {
            let mut command = Command::new(env!("CARGO_BIN_EXE_hexapla"));
            let output = command.args(call.split_whitespace()).arg("--help").output();
            let output = output.expect("the program can be run");
            assert!(output.status.success(), "{file}: `hexapla {call}` is not taken");
            tried += 1;
        }
    }
    assert!(tried >= 5, "calls tried: {tried}");
}

/// A copy of the small project in a folder of its own, deleted at the end.
struct Copy(PathBuf);

impl Copy {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("hexapla-{}-{name}", std::process::id()));
        drop(fs::remove_dir_all(&path));
        copy(Path::new("tests/editions/minimal"), &path);
        Self(path)
    }

    /// Runs the program in a folder of the project.
    fn run(&self, folder: &str, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hexapla"));
        let command = command.args(arguments).current_dir(self.0.join(folder));
        command.output().expect("the program can be run")
    }

    /// Builds; the exit code must be 0.
    fn build(&self, arguments: &[&str]) {
        let output = self.run(".", &[&["build", "--quiet"], arguments].concat());
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    fn text(&self, path: &str) -> String {
        fs::read_to_string(self.0.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    fn replace(&self, path: &str, from: &str, to: &str) {
        let text = self.text(path);
        assert!(text.contains(from), "{path} holds no {from}");
        fs::write(self.0.join(path), text.replace(from, to)).expect("the copy can be written");
    }

    /// All files of the output, by path.
    fn output(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(&self.0.join("output"), &mut files);
        files
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the temporary folder can be written");
    for entry in fs::read_dir(from).expect("the project can be read") {
        let entry = entry.expect("the project can be read");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("the temporary folder can be written");
        }
    }
}

fn collect(folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("the output can be read") {
        let path = entry.expect("the output can be read").path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            let bytes = fs::read(&path).expect("the output can be read");
            files.insert(path, bytes);
        }
    }
}

const RELEASE: &str = "output/2026-01-15-water";

#[test]
fn outside_a_project_it_says_how_to_start_one() {
    let folder = std::env::temp_dir().join(format!("hexapla-{}-nowhere", std::process::id()));
    fs::create_dir_all(&folder).expect("the temporary folder can be written");
    let output =
        Command::new(env!("CARGO_BIN_EXE_hexapla")).arg("build").current_dir(&folder).output();
    let output = output.expect("the program can be run");
    drop(fs::remove_dir_all(&folder));
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(String::from_utf8_lossy(&output.stdout), "");
    let said = String::from_utf8_lossy(&output.stderr);
    snapbox::assert_data_eq!(said.as_ref(), snapbox::file!["../cli/outside.txt"]);
}

#[test]
fn a_folder_below_the_project_will_do() {
    let copy = Copy::new("below");
    let output = copy.run("content/2026-01-15-water", &["check", "--plain"]);
    assert!(output.status.success());
    copy.replace("locales/ar/2026-01-15-water.ftl", "$date", "$dat");
    let output = copy.run("content/2026-01-15-water", &["check", "--plain"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("at: ../../locales/ar/2026-01-15-water.ftl:5:"), "{said}");
}

#[test]
fn same_input_same_bytes() {
    let copy = Copy::new("bytes");
    copy.build(&["--incomplete"]);
    let first = copy.output();
    fs::remove_dir_all(copy.0.join("output")).expect("the output can be deleted");
    copy.build(&["--incomplete"]);
    assert_eq!(first, copy.output());
}

#[test]
fn a_part_of_the_build_leaves_the_rest() {
    let copy = Copy::new("part");
    copy.build(&["--incomplete"]);
    let whole = copy.output();
    copy.replace("content/2026-01-15-water/index.md", "71 villages", "72 villages");
    fs::write(copy.0.join(RELEASE).join("his.txt"), "他的").expect("the output can be written");
    copy.build(&["--locale", "en", "--format", "text"]);
    let part = copy.output();
    let changed = part.iter().filter(|(path, bytes)| whole.get(*path) != Some(bytes));
    let names = changed.map(|(path, _)| path.strip_prefix(&copy.0).expect("it is in the copy"));
    let names: Vec<_> = names.map(|path| path.to_string_lossy().into_owned()).collect();
    let text = format!("{RELEASE}/en/2026-01-15-water.en.txt");
    for name in [&text, &format!("{RELEASE}/his.txt"), &format!("{RELEASE}/manifest.json")] {
        assert!(names.contains(name), "{name} in {names:?}");
    }
    // The choosers and the lists say the new title; no other edition was touched.
    assert!(!names.iter().any(|name| name.contains(".epub")), "{names:?}");
    assert!(!names.contains(&format!("{RELEASE}/ar/index.html")), "{names:?}");
    assert_eq!(whole.keys().filter(|path| !part.contains_key(*path)).count(), 0);
}

#[test]
fn a_new_release_does_not_push_others_out_of_the_lists() {
    let copy = Copy::new("lists");
    copy.build(&["--incomplete"]);
    let release = copy.0.join("content/2026-02-01-new");
    fs::create_dir_all(&release).expect("the copy can be written");
    let source = copy.text("content/2026-01-15-water/index.md").replace("71 villages", "a town");
    let source =
        source.replace("![A tap with running water](tap.svg \"The tap in the market square\")", "");
    fs::write(release.join("index.md"), source).expect("the copy can be written");
    copy.build(&["2026-02-01-new", "--locale", "en"]);
    let index = copy.text("output/en/index.html");
    assert!(index.contains("Clean water reaches a town"), "{index}");
    assert!(index.contains("Clean water reaches 71 villages"), "{index}");
    assert!(!copy.text("output/ar/index.html").contains("2026-02-01-new"));
    assert!(copy.text("output/manifest.json").contains("2026-02-01-new/manifest.json"));
    // It is taken out of the sources, and stays in the lists until its folder is deleted, too.
    fs::remove_dir_all(&release).expect("the copy can be written");
    let output = copy.run(".", &["build", "--incomplete", "--plain"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains("(left-over)"), "{said}");
    assert!(said.contains("delete the folder `./output/2026-02-01-new`"), "{said}");
    assert!(copy.text("output/en/index.html").contains("2026-02-01-new"));
    fs::remove_dir_all(copy.0.join("output/2026-02-01-new")).expect("the output can be written");
    let output = copy.run(".", &["build", "--incomplete", "--plain"]);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    for page in ["output/en/index.html", "output/manifest.json"] {
        let text = copy.text(page);
        assert!(text.contains("2026-01-15-water") && !text.contains("2026-02-01-new"), "{text}");
    }
}

#[test]
fn an_edition_below_the_minimum_leaves_the_earlier_one() {
    let copy = Copy::new("minimum");
    copy.build(&["--incomplete"]);
    let page = format!("{RELEASE}/zh/index.html");
    let before = copy.text(&page);
    copy.replace("locales/zh/2026-01-15-water.ftl", "致谢", "感谢");
    copy.build(&[]);
    assert_eq!(copy.text(&page), before);
    assert!(copy.text(&format!("{RELEASE}/ar/index.html")).contains("../zh/index.html"));
    copy.build(&["--incomplete"]);
    assert!(copy.text(&page).contains("感谢"));
    // The project no longer publishes in Chinese: what is ours goes.
    copy.replace("hexapla.toml", ", \"zh\"", "");
    copy.build(&[]);
    assert!(!copy.0.join(RELEASE).join("zh").exists());
    assert!(!copy.0.join("output/zh").exists());
}

#[test]
fn an_error_leaves_the_release_as_it_was() {
    let copy = Copy::new("error");
    copy.build(&[]);
    let before = copy.output();
    copy.replace("content/2026-01-15-water/index.md", "71 villages", "72 villages");
    copy.replace("locales/ar/2026-01-15-water.ftl", "$date", "$dat");
    let output = copy.run(".", &["build"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(before, copy.output());
    // An error in the settings is one in every release.
    copy.replace("locales/ar/2026-01-15-water.ftl", "$dat", "$date");
    copy.replace("hexapla.toml", "locales", "local");
    assert_eq!(copy.run(".", &["build"]).status.code(), Some(1));
    assert_eq!(before, copy.output());
}

#[test]
fn a_publisher_is_named_in_every_language() {
    let copy = Copy::new("publisher");
    copy.replace("locales/zh/hexapla.ftl", "organisation =", "# organisation =");
    let output = copy.run(".", &["build", "--plain"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    let message = "error: nobody is named as the publisher in `zh` (no-publisher)\n\
                   at: content/2026-01-15-water/index.md:1:1\n";
    assert!(said.contains(message), "{said}");
    assert!(!copy.0.join(RELEASE).exists());
    // It is enough that the release names one.
    copy.replace(
        "content/2026-01-15-water/index.md",
        "kind = ",
        "organisation = \"The office\"\nkind = ",
    );
    copy.build(&["--incomplete"]);
}

#[test]
fn sync_writes_once() {
    let copy = Copy::new("sync");
    copy.replace("content/2026-01-15-water/index.md", "71 villages", "72 villages");
    let first = copy.run("content", &["sync"]);
    let said = String::from_utf8_lossy(&first.stdout).into_owned();
    assert!(said.contains("written: locales/en/2026-01-15-water.ftl"), "{said}");
    assert!(copy.text("locales/en/2026-01-15-water.ftl").contains("72 villages"));
    let second = copy.run("content", &["sync"]);
    let said = String::from_utf8_lossy(&second.stdout).into_owned();
    assert!(said.starts_with("everything is up to date"), "{said}");
}

#[test]
fn sync_writes_over_nobodys_work() {
    let copy = Copy::new("over");
    let arabic = copy.text("locales/ar/2026-01-15-water.ftl");
    copy.run(".", &["sync"]);
    let lock = copy.text("content/2026-01-15-water/translations.lock");
    // The source is said to be in a language that it is translated into.
    let settings = copy.text("hexapla.toml");
    fs::write(copy.0.join("hexapla.toml"), format!("source-locale = \"ar\"\n{settings}"))
        .expect("the copy can be written");
    fs::write(copy.0.join("l10n.toml"), "# mine\n").expect("the copy can be written");
    for header in ["", "# Written by “hexapla sync” and copied by a tool.\n\n"] {
        let words = format!("{header}{arabic}");
        fs::write(copy.0.join("locales/ar/2026-01-15-water.ftl"), &words)
            .expect("the copy can be written");
        let output = copy.run(".", &["sync", "--plain"]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains("(not-a-reference)\nat: locales/ar/2026-01-15-water.ftl:1:1\n"));
        assert!(said.contains("`l10n.toml` is not one that `hexapla sync` wrote"), "{said}");
        assert_eq!(copy.text("locales/ar/2026-01-15-water.ftl"), words);
        assert_eq!(copy.text("content/2026-01-15-water/translations.lock"), lock);
        assert_eq!(copy.text("l10n.toml"), "# mine\n");
    }
    fs::remove_file(copy.0.join("locales/ar/2026-01-15-water.ftl")).expect("it can be deleted");
    copy.run(".", &["sync"]);
    assert!(copy.text("locales/ar/2026-01-15-water.ftl").contains("71 villages"));
}

#[cfg(unix)]
#[test]
fn sync_follows_links_inside_the_project() {
    let copy = Copy::new("linked");
    for name in ["content", "locales"] {
        let (real, link) = (copy.0.join(format!("my-{name}")), copy.0.join(name));
        fs::rename(&link, real).expect("the copy can be written");
        std::os::unix::fs::symlink(format!("my-{name}"), link).expect("the copy can be written");
    }
    copy.replace("content/2026-01-15-water/index.md", "71 villages", "72 villages");
    let output = copy.run(".", &["sync", "--plain"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(copy.text("my-locales/en/2026-01-15-water.ftl").contains("72 villages"));
}

#[test]
fn a_manifest_that_cannot_be_read_loses_no_release() {
    let copy = Copy::new("damaged");
    let content = copy.0.join("content");
    self::copy(&content.join("2026-01-15-water"), &content.join("two"));
    copy.build(&["--incomplete"]);
    let before = copy.output();
    for garbled in ["", "\0\0", "{\"name\": \"a web app\"}"] {
        fs::write(copy.0.join("output/two/manifest.json"), garbled).expect("it can be written");
        let output = copy.run(".", &["build", "--incomplete", "--plain", "2026-01-15-water"]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains("manifest of `two` in the output cannot be read"), "{said}");
        assert!(copy.text("output/en/index.html").contains("two"), "{garbled}");
        assert!(copy.text("output/manifest.json").contains("two/manifest.json"), "{garbled}");
    }
    // What is no JSON is put right by the next build.
    fs::write(copy.0.join("output/two/manifest.json"), "").expect("it can be written");
    copy.build(&["--incomplete"]);
    assert_eq!(before, copy.output());
}

#[test]
fn a_release_in_no_language_keeps_its_editions() {
    let copy = Copy::new("no-language");
    copy.build(&["--incomplete"]);
    let before = copy.output();
    copy.replace("content/2026-01-15-water/index.md", "kind = ", "languages = []\nkind = ");
    let output = copy.run(".", &["build", "--incomplete"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(before, copy.output());
}

#[test]
fn no_image_stands_where_an_edition_stands() {
    let copy = Copy::new("in-the-way");
    let release = "content/2026-01-15-water";
    fs::create_dir_all(copy.0.join(release).join("ar")).expect("the copy can be written");
    fs::rename(copy.0.join(release).join("tap.svg"), copy.0.join(release).join("ar/tap.svg"))
        .expect("the copy can be written");
    copy.replace(&format!("{release}/index.md"), "(tap.svg", "(ar/tap.svg");
    let output = copy.run(".", &["build"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("image-path") && said.contains("index.md:11:1"), "{said}");
}

#[test]
fn a_link_to_itself_is_a_finding() {
    let copy = Copy::new("loop");
    let link = copy.0.join("content/2026-01-15-water/loop.svg");
    std::os::unix::fs::symlink("loop.svg", link).expect("the copy can be written");
    let output = copy.run(".", &["check"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("link-loop"), "{said}");
}

/// What this repository publishes is as the program would have it: in step, regular, without
/// findings.
#[test]
fn our_own_project_is_in_order() {
    for arguments in [&["sync", "--check"][..], &["fmt", "--check"], &["check", "--strict"]] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hexapla"));
        let output = command.args(arguments).output().expect("the program can be run");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {said}");
    }
}
