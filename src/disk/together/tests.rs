use std::time::Duration;

use rustix::fs::FlockOperation;
use rustix::io::Errno;

use super::*;

fn waiting() -> Wait<'static> {
    Wait { say: &|_| {}, patience: Duration::ZERO }
}

/// A project's folder of its own, deleted when dropped.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = format!("hexapla-together-{}-{name}", std::process::id());
        let path = std::env::temp_dir().join(folder);
        drop(fs::remove_dir_all(&path));
        for folder in ["content/one", "locales/ar", "locales/zh"] {
            fs::create_dir_all(path.join(folder)).unwrap();
        }
        Self(path)
    }

    fn put(&self, path: &str, text: &str) {
        fs::write(self.0.join(path), text).unwrap();
    }

    fn text(&self, path: &str) -> Option<String> {
        fs::read_to_string(self.0.join(path)).ok()
    }

    /// Writes the list and the new files of a change, and no more: there the command was cut off.
    fn cut_off(&self, moves: &Moves, files: &Files) {
        let root = fs::canonicalize(&self.0).unwrap();
        let mut steps: Vec<Step> = moves.iter().map(|one| Step::Move(one.clone())).collect();
        stage(&differing(&root, moves, files).unwrap(), &mut steps).unwrap();
        self.put(LIST, &listed(&steps));
    }

    /// Whether nothing is left of a change.
    fn is_tidy(&self) -> bool {
        let mut open = vec![self.0.clone()];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.file_name().unwrap().to_string_lossy().starts_with('.') {
                    return false;
                }
                open.extend(path.is_dir().then_some(path));
            }
        }
        true
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

fn files(all: &[(&str, &str)]) -> Files {
    let mut files = Files::new();
    for (path, text) in all {
        files.insert(*path, *text);
    }
    files
}

const LOCK: &str = "content/one/translations.lock";
const ARABIC: &str = "locales/ar/one.ftl";
const CHINESE: &str = "locales/zh/one.ftl";

#[test]
fn what_was_cut_off_is_ended_by_the_next() {
    for taken in 0..3 {
        let folder = Folder::new(&format!("ended-{taken}"));
        folder.put(LOCK, "old");
        folder.put(ARABIC, "قديم");
        folder.cut_off(&[], &files(&[(LOCK, "new"), (ARABIC, "جديد"), (CHINESE, "新")]));
        // So many files were in their places already.
        for path in [LOCK, ARABIC, CHINESE].iter().take(taken) {
            let place = folder.0.join(path);
            fs::rename(aside(&place).unwrap(), place).unwrap();
        }
        end_unfinished(&folder.0, waiting()).unwrap();
        let now = [LOCK, ARABIC, CHINESE].map(|path| folder.text(path).unwrap());
        assert_eq!(now, ["new", "جديد", "新"]);
        assert!(folder.is_tidy());
    }
}

#[test]
fn moves_that_were_cut_off_are_ended_too() {
    let folder = Folder::new("moved");
    folder.put(LOCK, "lock");
    folder.put(ARABIC, "نص one");
    let moves = [("content/one", "content/two"), (ARABIC, "locales/ar/two.ftl")]
        .map(|(from, to)| (from.to_owned(), to.to_owned()));
    folder.cut_off(&moves, &files(&[("locales/ar/two.ftl", "نص two")]));
    fs::rename(folder.0.join("content/one"), folder.0.join("content/two")).unwrap();
    drop(take_turn(&folder.0, waiting()).unwrap());
    assert_eq!(folder.text("content/two/translations.lock").as_deref(), Some("lock"));
    assert_eq!(folder.text("locales/ar/two.ftl").as_deref(), Some("نص two"));
    assert_eq!(folder.text(ARABIC), None);
    assert!(folder.is_tidy());
}

#[test]
fn what_a_person_wrote_since_is_not_written_over() {
    let folder = Folder::new("since");
    folder.put(LOCK, "old");
    folder.put(ARABIC, "قديم");
    folder.cut_off(&[], &files(&[(LOCK, "new"), (ARABIC, "جديد")]));
    folder.put(ARABIC, "كلمات شخص");
    let error = take_turn(&folder.0, waiting()).unwrap_err().to_string();
    assert!(error.contains(ARABIC) && error.contains(LIST), "{error}");
    assert_eq!(folder.text(ARABIC).as_deref(), Some("كلمات شخص"));
    assert_eq!(folder.text(LOCK).as_deref(), Some("old"));
    folder.put(LIST, "half a li");
    assert!(end_unfinished(&folder.0, waiting()).unwrap_err().to_string().contains(LIST));
}

#[test]
fn if_one_cannot_be_written_none_is() {
    let folder = Folder::new("none");
    folder.put(LOCK, "old");
    folder.put(CHINESE, "旧");
    let place = folder.0.join(CHINESE);
    let mut protected = fs::metadata(&place).unwrap().permissions();
    protected.set_readonly(true);
    fs::set_permissions(&place, protected).unwrap();
    let all = files(&[(LOCK, "new"), (ARABIC, "جديد"), (CHINESE, "新")]);
    let error = write_project(&folder.0, &all).unwrap_err().to_string();
    assert!(error.contains("write-protected"), "{error}");
    assert_eq!(folder.text(LOCK).as_deref(), Some("old"));
    assert_eq!((folder.text(ARABIC), folder.text(CHINESE).as_deref()), (None, Some("旧")));
    assert!(folder.is_tidy());
}

#[test]
fn steps_before_one_that_fails_are_taken_back() {
    let folder = Folder::new("back");
    folder.put(LOCK, "old");
    let root = fs::canonicalize(&folder.0).unwrap();
    let mut steps = Vec::new();
    let all = files(&[(LOCK, "new"), (ARABIC, "جديد"), (CHINESE, "新")]);
    stage(&differing(&root, &[], &all).unwrap(), &mut steps).unwrap();
    // The third has vanished.
    fs::remove_file(aside(&root.join(CHINESE)).unwrap()).unwrap();
    take(&root, &steps).unwrap_err();
    assert_eq!(folder.text(LOCK).as_deref(), Some("old"));
    assert_eq!((folder.text(ARABIC), folder.text(CHINESE)), (None, None));
    assert!(folder.is_tidy());
}

#[cfg(unix)]
#[test]
fn permissions_stay() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = Folder::new("permissions");
    folder.put(ARABIC, "قديم");
    let place = folder.0.join(ARABIC);
    fs::set_permissions(&place, fs::Permissions::from_mode(0o660)).unwrap();
    write_project(&folder.0, &files(&[(ARABIC, "جديد")])).unwrap();
    assert_eq!(fs::metadata(&place).unwrap().permissions().mode() & 0o777, 0o660);
}

#[test]
fn one_command_at_a_time() {
    let folder = Folder::new("turns");
    let turn = take_turn(&folder.0, waiting()).unwrap();
    let other = fs::File::open(&folder.0).unwrap();
    let taken = || rustix::fs::flock(&other, FlockOperation::NonBlockingLockExclusive);
    assert_eq!(taken(), Err(Errno::WOULDBLOCK));
    drop(turn);
    assert_eq!(taken(), Ok(()));
}
