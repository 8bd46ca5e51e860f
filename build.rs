//! Gives the program a name for what it is made of: what it wrote once it need not write again as
//! long as it is the same program.
#![expect(clippy::disallowed_methods, reason = "a build script reads the sources")]

use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

fn main() {
    let mut files = BTreeSet::new();
    for root in ["src", "locales", "Cargo.toml", "Cargo.lock"] {
        println!("cargo::rerun-if-changed={root}");
        collect(Path::new(root), &mut files);
    }
    let mut hasher = DefaultHasher::new();
    for path in files {
        path.hash(&mut hasher);
        fs::read(&path).expect("a source can be read").hash(&mut hasher);
    }
    println!("cargo::rustc-env=HEXAPLA_SOURCES={:016x}", hasher.finish());
}

/// The files at a path; a package has no `Cargo.lock` when it is a dependency.
fn collect(path: &Path, files: &mut BTreeSet<PathBuf>) {
    if let Ok(entries) = fs::read_dir(path) {
        entries.for_each(|entry| collect(&entry.expect("a folder can be read").path(), files));
    } else if path.exists() {
        files.insert(path.to_owned());
    }
}
