//! The jobs, interleaved: each round runs every job once, so that all of them meet the same machine.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::corpus::slug;
use crate::process::{Cost, measure, run};

/// What is measured, and what it is called. The first is what the others are compared with.
const JOBS: [&str; 8] =
    ["read", "html", "text", "epub", "all", "nothing changed", "one file changed", "one release"];

/// One run of the benchmark.
pub struct Plan<'a> {
    pub work: &'a Path,
    pub project: &'a Path,
    pub programs: Vec<PathBuf>,
    pub releases: usize,
}

/// A job of a program, and what its runs cost.
struct Row {
    job: &'static str,
    program: usize,
    costs: Vec<Cost>,
}

impl Plan<'_> {
    /// Runs the jobs and prints their table.
    pub fn run(&self, rounds: usize, only: Option<&str>) {
        let wanted = |job: &&str| only.is_none_or(|only| only.split(',').any(|one| one == *job));
        let jobs = JOBS.into_iter().filter(|job| *job == "read" || wanted(job));
        let mut rows: Vec<Row> = jobs
            .flat_map(|job| {
                let programs = if job == "read" { 1 } else { self.programs.len() };
                (0..programs).map(move |program| Row { job, program, costs: Vec::new() })
            })
            .collect();
        for program in 0..self.programs.len() {
            self.build(program, &self.kept(program), &[]);
        }
        for round in 0..rounds {
            for row in &mut rows {
                row.costs.push(self.once(row.job, row.program, round));
            }
        }
        self.print(&rows);
    }

    /// The output that stays, for the jobs in which little or nothing changes.
    fn kept(&self, program: usize) -> PathBuf {
        self.work.join(format!("kept-{program}"))
    }

    fn command<'a>(&'a self, program: usize, output: &'a Path, more: &[&'a str]) -> Vec<&'a str> {
        let path = |path: &'a Path| path.to_str().expect("the path is UTF-8");
        let (hexapla, project) = (path(&self.programs[program]), path(self.project));
        let mut command = vec![hexapla, "build", "--quiet", "--project", project, "--output"];
        command.push(path(output));
        command.extend(more);
        command
    }

    fn build(&self, program: usize, output: &Path, more: &[&str]) {
        run(&self.command(program, output, more));
    }

    fn once(&self, job: &str, program: usize, round: usize) -> Cost {
        let note = self.work.join("cost");
        let note = note.to_str().expect("the path is UTF-8");
        // A new folder for every run: inodes that were just freed are slow to use again on ext4.
        let new = self.work.join(format!("{}-{program}-{round}", job.replace(' ', "-")));
        let kept = self.kept(program);
        let one = slug(self.releases / 2);
        let at = |output, more: &[&str]| measure(&self.command(program, output, more), note);
        match job {
            "read" => {
                let this = std::env::current_exe().expect("this program has a path");
                let project = self.project.to_str().expect("the path is UTF-8");
                measure(&[this.to_str().expect("the path is UTF-8"), "--read", project], note)
            }
            "all" => at(&new, &[]),
            "nothing changed" => at(&kept, &[]),
            "one file changed" => {
                self.edit(&one, round);
                let cost = at(&kept, &[]);
                // The other program, and the next round, begin with the same files.
                self.edit(&one, usize::MAX);
                self.build(program, &kept, &[]);
                cost
            }
            "one release" => at(&new, &[&one]),
            format => at(&new, &["--format", format]),
        }
    }

    /// Changes one word of one translation; `usize::MAX`: as it was.
    fn edit(&self, slug: &str, round: usize) {
        let path = self.project.join(format!("locales/fr/{slug}.ftl"));
        let text = fs::read_to_string(&path).expect("the corpus has it");
        let text = text.split("\u{A0}— ").next().expect("it has a beginning").trim_end();
        let added = if round == usize::MAX { 0 } else { round + 1 };
        let note = if added == 0 {
            String::new()
        } else {
            format!("\u{A0}— {}", "très ".repeat(added))
        };
        fs::write(&path, format!("{text}{}\n", note.trim_end()))
            .expect("the corpus can be written");
    }

    fn print(&self, rows: &[Row]) {
        let rounds = rows[0].costs.len();
        println!(
            "\n{} releases in 6 languages, {rounds} interleaved rounds; medians, ratios round by \
             round to reading and digesting all sources\n",
            self.releases
        );
        println!("| job | CPU ms | × read | wall ms | × read | peak MiB |");
        println!("|---|--:|--:|--:|--:|--:|");
        for row in rows {
            let of = |get: fn(&Cost) -> f64| median(row.costs.iter().map(get));
            let ratio = |get: fn(&Cost) -> f64| {
                let pairs = row.costs.iter().zip(&rows[0].costs);
                median(pairs.map(|(own, read)| get(own) / get(read)))
            };
            let name = if row.program == 0 { "" } else { " (other program)" };
            println!(
                "| {}{name} | {:.1} | {:.2} | {:.1} | {:.2} | {:.0} |",
                row.job,
                of(|cost| cost.cpu) * 1e3,
                ratio(|cost| cost.cpu),
                of(|cost| cost.wall) * 1e3,
                ratio(|cost| cost.wall),
                of(|cost| cost.peak)
            );
        }
    }
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Reads and digests every file of a project: the least that a build has to do to know what changed.
pub fn read_all(folder: &Path) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            read_all(&path);
        } else {
            std::hint::black_box(Sha256::digest(fs::read(&path).expect("a file")));
        }
    }
}
