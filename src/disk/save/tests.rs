use std::os::unix::net::UnixListener;

use super::super::output::{NEW, OLD};
use super::super::{Output, Sharing, Wait};
use super::*;
use crate::segment::Slug;

/// A project with an output folder, deleted at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = format!("hexapla-save-{}-{name}", std::process::id());
        let path = std::env::temp_dir().join(folder);
        drop(fs::remove_dir_all(&path));
        fs::create_dir_all(path.join("project/content")).unwrap();
        Self(path)
    }

    fn open(&self) -> Result<Output> {
        Output::open(&self.path("output"), &self.path("project"), Sharing::Alone, waiting())
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.join(path)
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn text(&self, path: &str) -> Option<String> {
        fs::read_to_string(self.path(path)).ok()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

fn waiting() -> Wait<'static> {
    Wait { say: &|_| {}, patience: std::time::Duration::ZERO }
}

fn slug() -> Slug {
    Slug::new("one").unwrap()
}

/// A change to `files`, where `ours` is listed and what of it is not written any more goes.
fn change(files: &[(&str, &str)], ours: &[&str]) -> Change {
    let mut new = Files::new();
    for (path, text) in files {
        new.insert(*path, *text);
    }
    let ours: BTreeSet<String> = ours.iter().map(|path| (*path).to_owned()).collect();
    let removed = ours.iter().filter(|path| new.get(path).is_none()).cloned().collect();
    Change { files: new, removed, ours: Ours::Listed(ours) }
}

const FIRST: [(&str, &str); 3] =
    [("ar/index.html", "السلام"), ("zh/index.html", "你好"), ("manifest.json", "1")];
const OURS: [&str; 3] = ["ar/index.html", "zh/index.html", "manifest.json"];

#[test]
fn writes_and_leaves_alone() {
    let folder = Folder::new("writes");
    let output = folder.open().unwrap();
    let first = change(&FIRST, &[]);
    assert_eq!(output.save_release(&slug(), &first).unwrap(), Saved::Written);
    assert_eq!(folder.text("output/one/ar/index.html").unwrap(), "السلام");
    let before = fs::metadata(folder.path("output/one")).unwrap();
    let again = change(&FIRST, &OURS);
    assert_eq!(output.save_release(&slug(), &again).unwrap(), Saved::Unchanged);
    let after = fs::metadata(folder.path("output/one")).unwrap();
    assert_eq!((before.ino(), before.mtime_nsec()), (after.ino(), after.mtime_nsec()));
    // One byte that somebody changed is put right.
    folder.put("output/one/zh/index.html", "您好");
    assert_eq!(output.save_release(&slug(), &again).unwrap(), Saved::Written);
    assert_eq!(folder.text("output/one/zh/index.html").unwrap(), "你好");
}

#[test]
fn keeps_what_is_not_ours_and_removes_what_is() {
    let folder = Folder::new("keeps");
    let output = folder.open().unwrap();
    output.save_release(&slug(), &change(&FIRST, &[])).unwrap();
    folder.put("output/one/.htaccess", "foreign");
    folder.put("output/one/zh/notes/他的.txt", "foreign");
    fs::create_dir(folder.path("output/one/empty")).unwrap();
    symlink("/nowhere", folder.path("output/one/link")).unwrap();
    let second = change(&[("ar/index.html", "وعليكم"), ("manifest.json", "2")], &OURS);
    assert_eq!(output.save_release(&slug(), &second).unwrap(), Saved::Written);
    assert_eq!(folder.text("output/one/ar/index.html").unwrap(), "وعليكم");
    assert_eq!(folder.text("output/one/zh/index.html"), None);
    assert_eq!(folder.text("output/one/zh/notes/他的.txt").unwrap(), "foreign");
    assert_eq!(folder.text("output/one/.htaccess").unwrap(), "foreign");
    assert!(folder.path("output/one/empty").is_dir());
    assert_eq!(fs::read_link(folder.path("output/one/link")).unwrap(), Path::new("/nowhere"));
    let left: Vec<_> = fs::read_dir(folder.path("output")).unwrap().collect();
    assert_eq!(left.len(), 1, "{left:?}");
}

#[test]
fn a_folder_of_ours_that_is_empty_goes() {
    let folder = Folder::new("goes");
    let output = folder.open().unwrap();
    output.save_release(&slug(), &change(&FIRST, &[])).unwrap();
    let second = change(&[("ar/index.html", "السلام"), ("manifest.json", "2")], &OURS);
    output.save_release(&slug(), &second).unwrap();
    assert!(!folder.path("output/one/zh").exists());
}

#[test]
fn refuses_to_overwrite_what_is_not_ours() {
    let folder = Folder::new("foreign");
    let output = folder.open().unwrap();
    folder.put("output/one/ar/index.html", "somebody's");
    let first = change(&FIRST, &[]);
    let error = output.save_release(&slug(), &first).unwrap_err().to_string();
    assert!(error.contains("ar/index.html") && error.contains("move it away"), "{error}");
    assert_eq!(folder.text("output/one/ar/index.html").unwrap(), "somebody's");
    // A damaged manifest of ours: the places of our files are ours.
    let unknown = Change { ours: Ours::Unknown, ..first };
    assert_eq!(output.save_release(&slug(), &unknown).unwrap(), Saved::Written);
    folder.put("output/index.html", "somebody's");
    let root = change(&[("index.html", "ours"), ("manifest.json", "1")], &[]);
    assert!(output.save_root(&root, "manifest.json").is_err());
    assert_eq!(folder.text("output/manifest.json"), None);
    assert_eq!(folder.text("output/index.html").unwrap(), "somebody's");
}

#[test]
fn does_not_follow_links() {
    let folder = Folder::new("links");
    folder.put("elsewhere/index.html", "elsewhere");
    let output = folder.open().unwrap();
    symlink(folder.path("elsewhere"), folder.path("output/one")).unwrap();
    let error = output.save_release(&slug(), &change(&FIRST, &[])).unwrap_err().to_string();
    assert!(error.contains("symbolic link"), "{error}");
    symlink(folder.path("elsewhere"), folder.path("output/ar")).unwrap();
    let root = change(&[("ar/index.html", "ours")], &["ar/index.html"]);
    let error = output.save_root(&root, "manifest.json").unwrap_err().to_string();
    assert!(error.contains("symbolic link"), "{error}");
    let gone = change(&[], &["ar/index.html"]);
    assert!(output.save_root(&gone, "manifest.json").is_err());
    assert_eq!(folder.text("elsewhere/index.html").unwrap(), "elsewhere");
}

#[test]
fn root_files_come_and_go() {
    let folder = Folder::new("root");
    let output = folder.open().unwrap();
    let ours = ["ar/index.html", "zh/index.html", "manifest.json"];
    assert_eq!(output.save_root(&change(&FIRST, &[]), "manifest.json").unwrap(), Saved::Written);
    assert_eq!(
        output.save_root(&change(&FIRST, &ours), "manifest.json").unwrap(),
        Saved::Unchanged
    );
    let less = change(&[("zh/index.html", "你好"), ("manifest.json", "2")], &ours);
    assert_eq!(output.save_root(&less, "manifest.json").unwrap(), Saved::Written);
    assert!(!folder.path("output/ar").exists());
    assert_eq!(folder.text("output/zh/index.html").unwrap(), "你好");
}

#[test]
fn ends_what_was_interrupted() {
    let folder = Folder::new("interrupted");
    // Cut off between the two renames of a system without exchange.
    folder.put(&format!("output/.one{OLD}/index.html"), "old");
    folder.put(&format!("output/.one{NEW}/index.html"), "new");
    // Cut off after both.
    folder.put("output/two/index.html", "new");
    folder.put(&format!("output/.two{OLD}/index.html"), "old");
    folder.put("output/.well-known/security.txt", "foreign");
    drop(folder.open().unwrap());
    assert_eq!(folder.text("output/one/index.html").unwrap(), "old");
    assert_eq!(folder.text("output/two/index.html").unwrap(), "new");
    assert_eq!(folder.text("output/.well-known/security.txt").unwrap(), "foreign");
    assert_eq!(fs::read_dir(folder.path("output")).unwrap().count(), 3);
}

#[test]
fn replaces_in_two_steps_where_it_must() {
    let folder = Folder::new("two-steps");
    folder.put("one/a", "old");
    folder.put("new/a", "new");
    replace(&folder.path("one"), &folder.path("new"), &folder.path("old")).unwrap();
    assert_eq!(folder.text("one/a").unwrap(), "new");
    assert!(!folder.path("new").exists());
    assert_eq!(folder.text("old/a").unwrap(), "old");
}

#[test]
fn one_build_at_a_time_and_never_into_the_project() {
    let folder = Folder::new("places");
    let open = |path: &str| {
        let project = folder.path("project");
        Output::open(&folder.path(path), &project, Sharing::Alone, waiting())
    };
    let output = open("output").unwrap();
    let error = open("output").unwrap_err().to_string();
    assert!(error.contains("is writing into"), "{error}");
    drop(output);
    open("output").unwrap();
    symlink("project/content", folder.path("link")).unwrap();
    for bad in ["project", ".", "project/content", "project/content/one", "link/new", "no/../link"]
    {
        assert!(open(bad).is_err(), "{bad}");
    }
    assert_eq!(fs::read_dir(folder.path("project/content")).unwrap().count(), 0);
    open("project/output").unwrap();
}

#[test]
fn what_cannot_be_taken_over_stops_the_build() {
    let folder = Folder::new("socket");
    let output = folder.open().unwrap();
    output.save_release(&slug(), &change(&FIRST, &[])).unwrap();
    let _socket = UnixListener::bind(folder.path("output/one/socket")).unwrap();
    let second = change(&[("ar/index.html", "وعليكم"), ("manifest.json", "2")], &OURS);
    let error = output.save_release(&slug(), &second).unwrap_err().to_string();
    assert!(error.contains("one/socket` is no file, folder or link"), "{error}");
    assert_eq!(folder.text("output/one/zh/index.html").unwrap(), "你好");
    assert_eq!(fs::read_dir(folder.path("output")).unwrap().count(), 1);
}

#[test]
fn a_mount_is_not_emptied() {
    let folder = Folder::new("mount");
    folder.put("output/one/his", "his");
    let carrier = Carrier {
        from: &folder.path("output/one"),
        to: &folder.path("new"),
        change: &change(&FIRST, &[]),
        device: fs::metadata(folder.path("output")).unwrap().dev() + 1,
    };
    let error = carrier.carry("").unwrap_err().to_string();
    assert!(error.contains("one/his` is on another file system"), "{error}");
}
