//! How many instructions each stage of one release takes, as valgrind counts them: the same on a
//! busy machine as on an idle one.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use hexapla::catalog;
use hexapla::disk::{self, Output, Sharing, Wait};
use hexapla::identity::{self, Lock};
use hexapla::markdown;
use hexapla::project::{self, Project};
use hexapla::publish::{self, Progress, Request};
use hexapla::segment::Slug;
use hexapla::write::epub::{self, Layouts};
use hexapla::write::{html, text};

use crate::corpus::slug;

/// The stages in the order of the data; `build` is all of them, and what holds them together.
const STAGES: [&str; 11] = [
    "digest", "read", "markdown", "identity", "catalog", "editions", "html", "text", "epub",
    "build", "nothing",
];

/// Counts and prints the instructions of every stage.
pub fn count(project: &Path) {
    println!("| stage | million instructions |\n|---|--:|");
    for stage in STAGES {
        println!("| {stage} | {:.2} |", instructions(stage, project));
    }
}

fn instructions(stage: &str, project: &Path) -> f64 {
    let this = std::env::current_exe().expect("this program has a path");
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg("--toggle-collect=*stages*measured*")
        .arg(this)
        .args(["--stage", stage])
        .arg(project)
        .env("RAYON_NUM_THREADS", "1")
        .output()
        .expect("valgrind is installed");
    let text = String::from_utf8_lossy(&output.stderr);
    let line = text.lines().find_map(|line| line.split_once("Collected : "));
    let (_, number) = line.unwrap_or_else(|| panic!("valgrind says: {text}"));
    number.trim().parse::<f64>().expect("a number") / 1e6
}

/// Only what is called from here is counted.
#[inline(never)]
fn measured<T>(stage: impl FnOnce() -> T) -> T {
    std::hint::black_box(stage())
}

/// Runs one stage on the first release, twice: what is made once for a whole build is made by the
/// first run, which is not counted.
pub fn run(stage: &str, folder: &Path) {
    let (project, _) = project::parse(disk::read_project(folder).expect("it can be read"));
    let project = project.expect("the corpus is sound");
    let slug = Slug::new(&slug(0)).expect("it is one");
    let bench = Bench { folder, project, slug, layouts: Layouts::default() };
    bench.stage(stage, Count::No);
    bench.stage(stage, Count::Yes);
}

#[derive(Clone, Copy)]
enum Count {
    Yes,
    No,
}

struct Bench<'a> {
    folder: &'a Path,
    project: Project,
    slug: Slug,
    layouts: Layouts,
}

impl Bench<'_> {
    fn stage(&self, stage: &str, count: Count) {
        let (project, slug) = (&self.project, &self.slug);
        let limits = project.settings.limits;
        let input = || disk::read_release(self.folder, slug, limits).expect("it can be read");
        match stage {
            "digest" => {
                let keys = disk::locale_folders(self.folder).expect("there are no links");
                counted(count, || disk::digest_release(self.folder, slug, (&keys, limits)));
            }
            "read" => drop(counted(count, input)),
            "markdown" => {
                let input = input();
                counted(count, || markdown::parse(&input.source, &input.assets));
            }
            "identity" => {
                let input = input();
                let (parsed, _) = markdown::parse(&input.source, &input.assets);
                let document = parsed.expect("it is sound").document;
                let lock = input.lock.expect("`sync` has written it");
                counted(count, || identity::assign(&document, &Lock::parse(&lock).0));
            }
            "catalog" => {
                let catalogs = input().catalogs;
                let all = || -> BTreeMap<_, _> {
                    let parse = |(key, text)| (key, catalog::parse(text, &project.words[key]));
                    catalogs.iter().map(parse).collect()
                };
                counted(count, all);
            }
            "build" | "nothing" => self.build(stage, count),
            _ => self.written(stage, count),
        }
    }

    fn written(&self, stage: &str, count: Count) {
        let limits = self.project.settings.limits;
        let input = disk::read_release(self.folder, &self.slug, limits).expect("it can be read");
        let (loaded, _) = publish::load(input, &self.project, &Request::ALL);
        let loaded = loaded.expect("it is sound");
        let editions = || loaded.editions(&self.project, &Request::ALL).0;
        if stage == "editions" {
            return drop(counted(count, editions));
        }
        let editions = editions();
        match stage {
            "html" => drop(counted(count, || {
                editions.iter().map(|one| html::page(one, &[])).collect::<Vec<_>>()
            })),
            "text" => {
                drop(counted(count, || editions.iter().map(text::text).collect::<Vec<_>>()));
            }
            "epub" => drop(counted(count, || {
                let book = |one| epub::book(one, &self.layouts);
                editions.iter().map(book).collect::<Vec<_>>()
            })),
            unknown => panic!("there is no stage `{unknown}`"),
        }
    }

    /// A whole build; `nothing`: again, with nothing changed.
    fn build(&self, stage: &str, count: Count) {
        let request = Request::ALL;
        let folder = self.folder.with_file_name(format!("output-{stage}"));
        let output = Arc::new(
            Output::open(&folder, self.folder, Sharing::Alone, Wait::saying(&|_| {}))
                .expect("it can be written"),
        );
        let project = (self.folder, &self.project);
        let trace = publish::Trace::new(project, &request, &output).map(|trace| match stage {
            "build" => trace.doubting(),
            _ => trace,
        });
        let place = (&*output, trace.as_ref());
        let slugs = std::slice::from_ref(&self.slug);
        counted(count, || {
            let built = publish::build(project, (slugs, &Progress::default()), &request, place);
            publish::shelve(&self.project, place, &built).map(drop)
        })
        .expect("it can be written");
    }
}

fn counted<T>(count: Count, stage: impl FnOnce() -> T) -> T {
    match count {
        Count::Yes => measured(stage),
        Count::No => stage(),
    }
}
