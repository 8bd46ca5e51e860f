//! The committed corpus: whatever was found once is not found again.

use std::fs;
use std::path::Path;
use std::sync::Mutex;

use hexapla_fuzz::TARGETS;

/// One at a time: memory is counted for the whole process.
static TURN: Mutex<()> = Mutex::new(());

fn replay(name: &str) {
    let _turn = TURN.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    let (_, target) = TARGETS.into_iter().find(|(known, _)| *known == name).expect("a target");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name);
    let mut paths: Vec<_> = fs::read_dir(&folder)
        .expect("a folder")
        .map(|entry| entry.expect("a file").path())
        .collect();
    paths.sort();
    assert!(paths.len() >= 10, "{}: {} inputs", folder.display(), paths.len());
    for path in paths {
        let bytes = fs::read(&path).expect("a file");
        let done = std::panic::catch_unwind(|| target(&bytes));
        assert!(done.is_ok(), "{}", path.display());
    }
    target(b"");
}

/// Declares a test for each target.
macro_rules! targets {
    ($($test:ident $name:literal)*) => {
        $(#[test]
        fn $test() {
            replay($name);
        })*

        #[test]
        fn every_target_is_replayed() {
            assert_eq!(TARGETS.map(|(name, _)| name), [$($name),*]);
        }
    };
}

targets! {
    markdown "markdown"
    front_matter "front-matter"
    translation "translation"
    settings "settings"
    lock "lock"
    format "format"
    xliff "xliff"
    todo "todo"
}
