//! A build in shards, then `index`: the same bytes as one build, and what is said where it is not.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::incremental::{Scene, collect};

type Files = BTreeMap<PathBuf, Vec<u8>>;

/// By the SHA-256 of their names water and wells are in the first of two shards.
fn scene(name: &str) -> Scene {
    let scene = Scene::new(name);
    scene.release("rain");
    scene.release("lake");
    scene
}

fn command(scene: &Scene, arguments: &[&str], output: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hexapla"));
    command.args(arguments).arg("--plain").arg("--output").arg(scene.folder.join(output));
    command.arg("--project").arg(scene.folder.join("project"));
    command.env("XDG_CACHE_HOME", scene.folder.join("cache"));
    command
}

/// Runs a command on an output: its exit code, and what it says on standard error.
fn run(scene: &Scene, arguments: &[&str], output: &str) -> (Option<i32>, String) {
    let output = command(scene, arguments, output).output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

fn fine(scene: &Scene, arguments: &[&str], output: &str) {
    let (code, said) = run(scene, arguments, output);
    assert_eq!(code, Some(0), "{arguments:?}: {said}");
}

fn shard(scene: &Scene, shard: &str, more: &[&str], output: &str) {
    fine(scene, &[&["build", "--shard", shard], more].concat(), output);
}

/// An index that finds something, and what it says in its first line.
fn refused(scene: &Scene, output: &str) -> String {
    let (code, said) = run(scene, &["index"], output);
    assert_eq!(code, Some(1), "{said}");
    said
}

fn files(scene: &Scene, output: &str) -> Files {
    let mut files = Files::new();
    let folder = scene.folder.join(output);
    collect(&folder, &folder, &mut files);
    files
}

fn same(scene: &Scene, outputs: [&str; 2]) {
    let [one, other] = outputs.map(|output| files(scene, output));
    let names = |files: &Files| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&one), names(&other));
    for (path, bytes) in &one {
        assert!(other[path] == *bytes, "{} is another", path.display());
    }
    assert!(one.len() > 4, "{:?}", names(&one));
}

fn note(scene: &Scene, output: &str, name: &str) -> PathBuf {
    scene.folder.join(output).join(format!(".hexapla-shard-{name}.json"))
}

#[test]
fn shards_and_an_index_are_one_build() {
    let scene = scene("shards");
    // One is not complete, so that an edition is withheld, or not.
    scene.replace("locales/ar/lake.ftl", |text| text.split_once('\n').unwrap().1.to_owned());
    let settings = scene.read("hexapla.toml");
    let variants: [(&str, &[&str]); 5] = [
        ("", &[]),
        ("base-url = \"https://example.org/press/\"\nformats = [\"html\", \"text\"]\n", &[]),
        (
            "[translation]\nminimum-translated = 50\n",
            &["--locale", "ar,en", "--format", "html,epub"],
        ),
        ("", &["--incomplete", "--force"]),
        ("base-url = \"https://example.org/\"\n", &["--locale", "en-XA,ar-XB"]),
    ];
    for (index, (more, options)) in variants.iter().enumerate() {
        // A table stands after all that is in none.
        let is_table = more.starts_with('[');
        let parts = if is_table { [&*settings, more] } else { [more, &*settings] };
        scene.put("hexapla.toml", &parts.concat());
        let whole = format!("whole-{index}");
        fine(&scene, &[&["build"], *options].concat(), &whole);
        for of in if index == 0 { vec![1, 2, 7] } else { vec![3] } {
            let (together, merged) = (format!("{index}-in-{of}"), format!("{index}-of-{of}"));
            for number in 1..=of {
                let name = format!("{number}/{of}");
                shard(&scene, &name, options, &together);
                // On a machine of its own, in a folder of its own.
                shard(&scene, &name, options, "own");
                for (path, bytes) in files(&scene, "own") {
                    let to = scene.folder.join(&merged).join(path);
                    fs::create_dir_all(to.parent().unwrap()).unwrap();
                    fs::write(to, bytes).unwrap();
                }
                fs::remove_dir_all(scene.folder.join("own")).unwrap();
            }
            for output in [&together, &merged] {
                assert!(!scene.folder.join(output).join("manifest.json").exists());
                fine(&scene, &["index"], output);
                same(&scene, [&whole, output]);
                // A second time there is nothing to do, and nothing to say.
                assert_eq!(run(&scene, &["index"], output), (Some(0), String::new()));
                same(&scene, [&whole, output]);
            }
        }
    }
}

/// Each leaves the others' releases, the lists and what is not ours, also when all work at once.
#[test]
fn shards_work_at_once_in_one_folder() {
    let scene = scene("shards-at-once");
    fine(&scene, &["build"], "whole");
    fine(&scene, &["build"], "output");
    let folder = scene.folder.join("output");
    fs::write(folder.join("his.txt"), "他的").unwrap();
    let lists = fs::read(folder.join("en/index.html")).unwrap();
    scene.replace("content/lake/index.md", |text| text.replace("\"Water\"", "\"The lake\""));
    fs::remove_dir_all(folder.join("rain")).unwrap();
    let start = |number| {
        let mut command = command(&scene, &["build", "--shard", &format!("{number}/4")], "output");
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    };
    let started: Vec<_> = (1..=4).map(start).collect();
    for mut shard in started {
        assert!(shard.wait().unwrap().success());
    }
    assert_eq!(fs::read(folder.join("en/index.html")).unwrap(), lists);
    fine(&scene, &["index"], "output");
    fine(&scene, &["build"], "whole");
    fs::remove_file(folder.join("his.txt")).unwrap();
    same(&scene, ["whole", "output"]);
}

#[test]
fn what_is_missing_is_said_and_the_rest_is_listed() {
    let scene = scene("shards-missing");
    // Nothing has been built at all.
    let said = refused(&scene, "output");
    let none = "4 releases have no editions in `";
    assert!(said.starts_with(&format!("error: {none}")), "{said}");
    shard(&scene, "1/2", &[], "output");
    let said = refused(&scene, "output");
    assert!(said.starts_with("error: 2 releases have no editions in `"), "{said}");
    assert!(said.contains("error: shard `2/2` has not been built here to its end (not-built)\n"));
    assert!(said.contains("`hexapla build --shard 2/2`; then `hexapla index`"), "{said}");
    let lists = fs::read_to_string(scene.folder.join("output/en/index.html")).unwrap();
    let listed =
        ["water", "wells", "lake", "rain"].map(|slug| lists.contains(&format!("/{slug}/")));
    assert_eq!(listed, [true, true, false, false]);
    // One that was cut off is missing, too.
    shard(&scene, "2/2", &[], "output");
    fs::write(note(&scene, "output", "2-of-2"), "").unwrap();
    let said = refused(&scene, "output");
    assert!(said.starts_with("error: shard `2/2` has not been built here to its end"), "{said}");
    shard(&scene, "2/2", &[], "output");
    // A folder has got lost on the way.
    fs::rename(scene.folder.join("output/lake"), scene.folder.join("lake")).unwrap();
    let said = refused(&scene, "output");
    assert!(said.starts_with("error: `lake` has no editions in `"), "{said}");
    fs::rename(scene.folder.join("lake"), scene.folder.join("output/lake")).unwrap();
    fine(&scene, &["index"], "output");
    fine(&scene, &["build"], "whole");
    same(&scene, ["whole", "output"]);
}

#[test]
fn what_was_built_otherwise_is_said() {
    let scene = scene("shards-otherwise");
    let said = |output: &str| refused(&scene, output);
    shard(&scene, "1/2", &[], "output");
    shard(&scene, "2/2", &["--format", "html"], "output");
    let found = said("output");
    let told = "error: shard 2/2 was built with `--format html`, and shard 1/2 for all languages and \
                formats (built-otherwise)\nhelp: build it again: `hexapla build --shard 2/2`\n";
    assert_eq!(found.trim_end(), told.trim_end());
    shard(&scene, "2/2", &[], "output");
    // Settings, and a text, change between the shards and the index.
    let settings = scene.read("hexapla.toml");
    scene.put("hexapla.toml", &format!("base-url = \"https://example.org/\"\n{settings}"));
    let found = said("output");
    assert_eq!(found.matches("was built with other settings, furniture or terms").count(), 2);
    scene.put("hexapla.toml", &settings);
    scene.replace("locales/ar/lake.ftl", |text| text.replacen("كلمات", "كلام", 1));
    let found = said("output");
    assert!(
        found.starts_with("error: since the shards were built, the files of `lake`"),
        "{found}"
    );
    let of = ["1/2", "2/2"].into_iter().find(|shard| found.contains(&format!("--shard {shard}")));
    shard(&scene, of.unwrap(), &[], "output");
    // Another program.
    let path = note(&scene, "output", "1-of-2");
    let text = fs::read_to_string(&path).unwrap();
    let version = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    let other = text.replace(&version, "\"version\": \"9.9.9\"");
    let other = other.replacen("\"program\": \"", "\"program\": \"f", 1);
    fs::write(&path, other).unwrap();
    let found = said("output");
    assert!(
        found.starts_with("error: shard 1/2 was built by version 9.9.9 of the program; this is")
    );
    fs::write(&path, text.replacen("\"program\": \"", "\"program\": \"f", 1)).unwrap();
    let found = said("output");
    assert!(found.starts_with("error: shard 1/2 was built by another program of the same version"));
    fs::write(&path, text).unwrap();
    fine(&scene, &["index"], "output");
    fine(&scene, &["build"], "whole");
    same(&scene, ["whole", "output"]);
}

#[test]
fn a_build_is_divided_in_one_way() {
    let scene = scene("shards-division");
    // A new division ends the old one.
    shard(&scene, "1/2", &[], "output");
    shard(&scene, "1/3", &[], "output");
    assert!(!note(&scene, "output", "1-of-2").exists());
    // Where folders of several were put together, that is said.
    fs::copy(note(&scene, "output", "1-of-3"), note(&scene, "output", "1-of-2")).unwrap();
    let said = refused(&scene, "output");
    assert!(said.contains("the shards here are of several builds: `1/2`, `1/3`"), "{said}");
    // A whole build ends all of them.
    fine(&scene, &["build"], "output");
    assert!(files(&scene, "output").keys().all(|path| !path.starts_with(".hexapla-shard")));
    fine(&scene, &["build"], "whole");
    same(&scene, ["whole", "output"]);
    let (code, said) = run(&scene, &["build", "water", "--shard", "1/2"], "output");
    assert_eq!(code, Some(2), "{said}");
    let (code, said) = run(&scene, &["build", "--shard", "3/2"], "output");
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("`1/4` is the first of four"), "{said}");
}

#[test]
fn a_release_with_errors_is_left_and_said_again() {
    let scene = scene("shards-errors");
    fine(&scene, &["build"], "output");
    scene.replace("locales/zh/lake.ftl", |text| text.replacen('{', "{ $", 1));
    let before = files(&scene, "output");
    let codes = ["1/2", "2/2"].map(|shard| run(&scene, &["build", "--shard", shard], "output").0);
    assert!(codes.contains(&Some(0)) && codes.contains(&Some(1)), "{codes:?}");
    let said = refused(&scene, "output");
    assert!(said.starts_with("error: not built, because of errors: `lake` (not-built)"), "{said}");
    let of_releases = |files: Files| {
        let hidden = |path: &Path| path.to_str().unwrap().starts_with(".hexapla-shard");
        files.into_iter().filter(|(path, _)| !hidden(path)).collect::<Files>()
    };
    assert_eq!(of_releases(files(&scene, "output")), before);
    // A release is taken out of the project: `index` says so, as a build does.
    fs::remove_dir_all(scene.folder.join("project/content/lake")).unwrap();
    for one in ["1/2", "2/2"] {
        shard(&scene, one, &[], "output");
    }
    let (code, said) = run(&scene, &["index"], "output");
    assert_eq!(code, Some(0), "{said}");
    assert!(said.starts_with("warning: `lake` is published, and is no longer in"), "{said}");
    fs::remove_dir_all(scene.folder.join("output/lake")).unwrap();
    fine(&scene, &["index"], "output");
    fine(&scene, &["build"], "whole");
    same(&scene, ["whole", "output"]);
}

/// Nothing is fit to be published: that is no error of a build, and none of an index.
#[test]
fn a_release_of_which_nothing_is_published_is_not_missing() {
    let scene = scene("shards-withheld");
    scene.replace("locales/ar/lake.ftl", |text| text.split_once('\n').unwrap().1.to_owned());
    let options = ["--locale", "ar"];
    for one in ["1/2", "2/2"] {
        shard(&scene, one, &options, "output");
    }
    fine(&scene, &["index"], "output");
    fine(&scene, &["build", "--locale", "ar"], "whole");
    assert!(!scene.folder.join("output/lake").exists());
    same(&scene, ["whole", "output"]);
}
