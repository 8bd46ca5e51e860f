//! What a build costs: `cargo bench`. See `benches/README.md`.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark reads the clock, runs programs and prints; the library does not"
)]

mod corpus;
mod jobs;
mod process;
mod stages;
mod words;

use std::path::{Path, PathBuf};
use std::{env, fs};

const HELP: &str = "\
cargo bench --bench speed -- [OPTIONS]
  --releases N        size of the corpus (20)
  --rounds R          interleaved rounds (5)
  --only JOB,...      only these jobs
  --program PATH      another hexapla to measure beside this one
  --instructions      instructions of each stage of one release instead (needs valgrind)
  --corpus DIR        only write the corpus into DIR";

fn main() {
    // Cargo adds `--bench`.
    let arguments: Vec<String> = env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["--measure", output, ref command @ ..] => return process::report(output, command),
        ["--stage", name, folder] => return stages::run(name, Path::new(folder)),
        ["--read", folder] => return jobs::read_all(Path::new(folder)),
        _ => {}
    }
    let value = |name: &str| {
        let at = words.iter().position(|word| *word == name)?;
        words.get(at + 1).copied()
    };
    let number = |name: &str, usual: usize| {
        value(name).map_or(usual, |text| text.parse().unwrap_or_else(|_| panic!("{name}: {HELP}")))
    };
    if words.contains(&"--help") {
        println!("{HELP}");
        return;
    }
    let releases = number("--releases", 20);
    if let Some(folder) = value("--corpus") {
        prepare(Path::new(folder), releases);
        return;
    }
    let work = env::temp_dir().join(format!("hexapla-speed-{}", std::process::id()));
    let project = work.join("project");
    if words.contains(&"--instructions") {
        prepare(&project, 1);
        stages::count(&project);
    } else {
        prepare(&project, releases);
        let mut programs = vec![PathBuf::from(env!("CARGO_BIN_EXE_hexapla"))];
        programs.extend(value("--program").map(PathBuf::from));
        let plan = jobs::Plan { work: &work, project: &project, programs, releases };
        plan.run(number("--rounds", 5), value("--only"));
    }
    fs::remove_dir_all(&work).expect("the folder is ours");
}

/// Writes the corpus and has the program itself make references and locks, and agree to it.
fn prepare(folder: &Path, releases: usize) {
    corpus::write(folder, releases, 1);
    let folder = folder.to_str().expect("the path is UTF-8");
    process::run(&[env!("CARGO_BIN_EXE_hexapla"), "sync", "--quiet", "--project", folder]);
}
