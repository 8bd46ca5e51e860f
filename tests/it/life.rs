//! The life of a release: what stands in the output while it is a draft, under embargo, out,
//! corrected, withdrawn, or called otherwise.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::incremental::Scene;

type Tree = BTreeMap<PathBuf, Vec<u8>>;

/// Puts lines into the front matter of a release, in place of those put there before.
fn set(scene: &Scene, slug: &str, lines: &str) {
    scene.replace(&format!("content/{slug}/index.md"), |text| {
        let (front, body) = text.split_once("\n+++\n").unwrap();
        let front: Vec<_> = front.lines().take(4).collect();
        format!("{}\n{lines}\n+++\n{body}", front.join("\n"))
    });
}

const EMBARGO: &str = "status = \"embargoed\"\nembargo = 2026-02-01T10:00:00+03:00";

/// The files, empty folders too, that hold a word in their path or in their bytes.
fn naming(folder: &Path, word: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() {
            found.extend(naming(&path, word));
        }
        let held = fs::read(&path).unwrap_or_default();
        if name.contains(word) || held.windows(word.len()).any(|part| part == word.as_bytes()) {
            found.push(path.display().to_string());
        }
    }
    found
}

fn has(tree: &Tree, path: &str) -> bool {
    tree.contains_key(Path::new(path))
}

fn text<'a>(tree: &'a Tree, path: &str) -> &'a str {
    std::str::from_utf8(&tree[Path::new(path)]).unwrap()
}

#[test]
fn what_is_not_out_leaves_no_name_behind() {
    let scene = Scene::new("not-out");
    let output = scene.folder.join("output");
    for status in ["status = \"draft\"", EMBARGO] {
        set(&scene, "wells", status);
        let (said, tree) = scene.build("output", &[]);
        assert_eq!(said, [""; 0]);
        assert_eq!(naming(&output, "wells"), [""; 0], "never built");
        // It was built, for those who may see it.
        let (_, early) = scene.build("output", &["--drafts", "--embargoed"]);
        assert!(has(&early, "wells/ar/wells.ar.epub"));
        assert_eq!(text(&early, "manifest.json").matches("\"status\"").count(), 1);
        for list in ["index.html", "ar/index.html", "zh/index.html", "en/index.html"] {
            assert!(!text(&early, list).contains("wells"), "{list}");
        }
        assert_eq!(scene.build("output", &[]).1, tree, "built, and taken away");
        // It was out.
        set(&scene, "wells", "");
        assert!(has(&scene.build("output", &[]).1, "wells/zh/index.html"));
        set(&scene, "wells", status);
        // Of whatever else is asked for.
        scene.build("output", &["--locale", "ar", "--format", "text"]);
        assert_eq!(naming(&output, "wells"), [""; 0], "it was out");
        // It was out, and its manifest is torn.
        set(&scene, "wells", "");
        scene.build("output", &[]);
        fs::write(output.join("wells/manifest.json"), "{").unwrap();
        set(&scene, "wells", status);
        scene.build("output", &[]);
        assert_eq!(naming(&output, "wells"), [""; 0], "torn");
    }
}

#[test]
fn what_was_out_and_cannot_be_built_as_a_draft_goes() {
    let scene = Scene::new("broken-draft");
    scene.build("output", &[]);
    set(&scene, "wells", "status = \"draft\"");
    scene.replace("content/wells/index.md", |text| text + "\n<script>alert(1)</script>\n");
    // A draft that is left out is not looked at: it may be half written.
    let (said, tree) = scene.build("output", &[]);
    assert_eq!(said, [""; 0]);
    assert!(!has(&tree, "wells/index.html"));
    scene.replace("content/wells/index.md", |text| text.replace("status = \"draft\"", ""));
    scene.replace("content/wells/index.md", |text| text.replace("<script>alert(1)</script>", ""));
    scene.build("output", &[]);
    set(&scene, "wells", EMBARGO);
    scene.replace("content/wells/index.md", |text| text + "\n<script>alert(1)</script>\n");
    let (said, tree) = scene.build("output", &["--embargoed"]);
    assert!(said[0].contains("raw-html"), "{said:?}");
    assert!(!has(&tree, "wells/index.html"));
}

#[test]
fn a_part_of_a_build_leaves_no_page_that_says_otherwise() {
    let scene = Scene::new("part-early");
    scene.build("output", &[]);
    set(&scene, "wells", EMBARGO);
    let (_, tree) = scene.build("output", &["--embargoed", "--locale", "ar"]);
    assert!(text(&tree, "wells/ar/index.html").contains("2026-02-01T10:00:00+03:00"));
    assert!(!has(&tree, "wells/en/index.html"));
    // The embargo is moved.
    scene.build("output", &["--embargoed"]);
    set(&scene, "wells", &EMBARGO.replace("10:00", "11:30"));
    let (_, tree) = scene.build("output", &["--embargoed", "--locale", "ar"]);
    assert!(text(&tree, "wells/ar/wells.ar.txt").contains("11:30 (UTC+3)"));
    assert!(!has(&tree, "wells/en/index.html"));
}

#[test]
fn what_is_withdrawn_leaves_a_page_in_each_language() {
    let scene = Scene::new("withdrawn");
    scene.build("output", &[]);
    set(&scene, "wells", "status = \"withdrawn\"");
    // Its text is broken; nobody is shown that.
    scene.replace("content/wells/index.md", |text| text + "\n{ -no-such-term }\n");
    let (_, tree) = scene.build("output", &["--format", "epub", "--locale", "zh"]);
    for key in ["ar", "zh", "en"] {
        let page = text(&tree, &format!("wells/{key}/index.html"));
        assert!(page.contains("content=\"noindex\""), "{key}");
        assert!(!page.contains("Clean water") && !page.contains("thanks"), "{key}");
        assert!(!text(&tree, &format!("{key}/index.html")).contains("wells"), "{key}");
        assert!(!has(&tree, &format!("wells/{key}/wells.{key}.epub")));
        assert!(!has(&tree, &format!("wells/{key}/wells.{key}.txt")));
    }
    assert!(text(&tree, "wells/ar/index.html").contains("سُحب"));
    // Where even the page cannot be made, the release goes all the same.
    set(&scene, "wells", "");
    scene.replace("content/wells/index.md", |text| text.replace("\n{ -no-such-term }\n", ""));
    assert!(has(&scene.build("output", &[]).1, "wells/en/wells.en.txt"));
    set(&scene, "wells", "status = \"withdrawn\"\nnotice = \"<script>\"");
    let (said, tree) = scene.build("output", &[]);
    assert!(said.iter().any(|line| line.contains("raw-html")), "{said:?}");
    assert!(!has(&tree, "wells/en/wells.en.txt") && !has(&tree, "wells/en/index.html"));
}

#[test]
fn old_names_lead_on() {
    let scene = Scene::new("aliases");
    scene.build("output", &[]);
    // What a release was published under before stands there still.
    let project = scene.folder.join("project");
    fs::rename(project.join("content/wells"), project.join("content/springs")).unwrap();
    for key in ["ar", "zh", "en"] {
        let [old, new] = ["wells", "springs"].map(|slug| format!("locales/{key}/{slug}.ftl"));
        fs::rename(project.join(old), project.join(new)).unwrap();
    }
    scene.replace("hexapla.toml", |text| text + "base-url = \"https://water.example/\"\n");
    set(&scene, "springs", "aliases = [\"wells\", \"dew\"]");
    let (said, tree) = scene.build("output", &[]);
    assert_eq!(said, [""; 0]);
    assert!(!has(&tree, "wells/ar/wells.ar.epub") && !has(&tree, "wells/manifest.json"));
    for alias in ["wells", "dew"] {
        let page = text(&tree, &format!("{alias}/ar/index.html"));
        assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">"));
        assert!(page.contains("content=\"0; url=../../springs/ar/index.html\""));
        assert!(page.contains("<a href=\"../../springs/ar/index.html\">"));
        assert!(text(&tree, &format!("{alias}/index.html")).contains("../springs/index.html"));
        let canonical = "rel=\"canonical\" href=\"https://water.example/springs/ar/index.html\"";
        assert!(page.contains(canonical), "{page}");
    }
    assert_eq!(scene.build("fresh", &[]).1, tree);
    // A release takes the name; the other gives it back.
    set(&scene, "springs", "aliases = [\"dew\"]");
    scene.release("wells");
    let (said, tree) = scene.build("output", &[]);
    assert_eq!(said, [""; 0]);
    assert!(has(&tree, "wells/manifest.json"));
    assert_eq!(scene.build("fresh", &[]).1, tree);
    // Nobody leads on any more.
    set(&scene, "springs", "");
    scene.build("output", &[]);
    assert_eq!(naming(&scene.folder.join("output"), "dew"), [""; 0]);
}

#[test]
fn an_old_name_leads_to_one_release() {
    let scene = Scene::new("clashes");
    set(&scene, "wells", "aliases = [\"rain\"]");
    set(&scene, "water", "aliases = [\"rain\"]");
    let said = scene.run(&["check", "--plain"]);
    assert!(said.contains("error: `rain` is an alias of `wells` and of `water` (alias)"), "{said}");
    assert!(said.contains("content/wells/index.md:5:12"), "{said}");
    let (said, tree) = scene.build("output", &[]);
    assert!(said[0].contains("`rain` is an alias"), "{said:?}");
    assert!(text(&tree, "rain/en/index.html").contains("../../water/en/index.html"));
    // A release of that name comes later; the one with the alias is not built again.
    set(&scene, "wells", "");
    scene.build("output", &[]);
    scene.release("rain");
    let (said, tree) = scene.build("output", &["rain"]);
    assert!(said[0].contains("`rain`, an alias of `water`, is the name of another release"));
    assert!(has(&tree, "rain/manifest.json"));
    assert!(!text(&tree, "rain/en/index.html").contains("refresh"));
}

#[test]
fn what_is_published_does_not_change_in_silence() {
    let scene = Scene::new("announced");
    let strict = || scene.run(&["check", "--plain", "--strict", "wells"]);
    let lines = "status = \"published\"\nupdated = 2026-01-20";
    set(&scene, "wells", lines);
    scene.run(&["sync"]);
    let lock = scene.read("content/wells/translations.lock");
    assert!(lock.contains("\n[published]\nar 2026-01-20 "), "{lock}");
    assert!(!strict().contains("not-updated"));
    // A translation changes, and a term: readers of Arabic are told otherwise than before.
    let words = |from: &str, to: &str| {
        scene.replace("locales/ar/wells.ftl", |text| text.replacen(from, to, 1));
    };
    words("كلمات", "كلام");
    scene.run(&["sync"]);
    let said = strict();
    assert!(said.contains("what is published in `ar` has changed since 2026-01-20"), "{said}");
    assert_eq!(said.matches("not-updated").count(), 1, "{said}");
    // A day is given, and recorded.
    set(&scene, "wells", "status = \"published\"\nupdated = { ar = 2026-01-21, zh = 2026-01-20 }");
    assert!(!strict().contains("`ar` has changed"));
    assert!(scene.run(&["sync", "--check"]).contains("translations.lock"));
    scene.run(&["sync"]);
    assert!(scene.read("content/wells/translations.lock").contains("\nar 2026-01-21 "));
    scene.put("locales/ar/terms.ftl", "-well = عين\n");
    assert!(strict().contains("`ar` has changed since 2026-01-21"));
    // On the same day.
    scene.run(&["sync", "--same-day", "wells"]);
    assert!(!strict().contains("not-updated"));
    // What nobody reads may change: a rename, the furniture.
    scene.put("locales/ar/hexapla.ftl", "skip-link = إلى النص\n");
    let id = lock.lines().find_map(|line| line.strip_prefix("lead-p-")?.split(' ').next());
    let id = format!("lead-p-{}", id.unwrap());
    scene.run(&["rename", &id, "opening", "--release", "wells"]);
    assert!(!strict().contains("not-updated"));
    // Without the word nobody has said that it is out.
    set(&scene, "wells", "");
    words("كلام", "قول");
    assert!(!strict().contains("not-updated"));
}

#[test]
fn corrections_are_messages_like_others() {
    let scene = Scene::new("corrections");
    let correction = "[[correction]]\ndate = 2026-01-17\ntext = \"It was the third well.\"";
    set(&scene, "wells", correction);
    scene.run(&["sync"]);
    let reference = scene.read("locales/en/wells.ftl");
    let line = reference.lines().find(|line| line.starts_with("lead-correction-")).unwrap();
    let id = line.split(' ').next().unwrap().to_owned();
    assert!(scene.run(&["status", "--locale", "ar", "--plain"]).contains(&id));
    let files = scene.folder.join("files");
    fs::create_dir_all(&files).unwrap();
    let folder = files.to_str().unwrap();
    scene.run(&["todo", "ar", "wells", "--output", folder]);
    scene.run(&["export", "--format", "xliff", "ar", "wells", "--output", folder]);
    let mut tree = Tree::new();
    crate::incremental::collect(&files, &files, &mut tree);
    assert_eq!(tree.len(), 2, "{:?}", tree.keys());
    assert!(tree.values().all(|file| String::from_utf8_lossy(file).contains(&id)));
    // Edited, it keeps its id, and the translation is out of date.
    scene.replace("locales/ar/wells.ftl", |text| format!("{text}{id} = كانت البئر الثالثة.\n"));
    scene.run(&["sync"]);
    let other = correction.replace("third well", "third well of four")
        + "\n\n[[correction]]\ndate = 2026-01-18\ntext = \"And water is wet.\"";
    set(&scene, "wells", &other);
    scene.run(&["sync"]);
    let reference = scene.read("locales/en/wells.ftl");
    assert!(reference.contains(&format!("{id} = It was the third well of four.")));
    let said = scene.run(&["check", "--plain", "--locale", "ar"]);
    assert!(said.contains(&format!("the source of `{id}` has changed")), "{said}");
    let (_, tree) = scene.build("output", &["--incomplete"]);
    assert!(text(&tree, "wells/ar/index.html").contains("\"dateModified\":\"2026-01-18\""));
}
