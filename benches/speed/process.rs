//! Running a program and asking the kernel what it cost.

use std::process::{Command, Stdio};
use std::time::Instant;
use std::{env, fs};

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike as _;

/// What one run cost.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    /// CPU seconds, of all threads, user and system.
    pub cpu: f64,
    /// Seconds by the clock.
    pub wall: f64,
    /// The most memory at any time, in MiB.
    pub peak: f64,
}

/// Runs a command that has to succeed.
pub fn run(command: &[&str]) {
    let status = Command::new(command[0])
        .args(&command[1..])
        .stdout(Stdio::null())
        .status()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(status.success(), "{command:?}: {status}");
}

/// What a command costs: run by a process of its own, so that the kernel's account of finished
/// children is that of this one.
pub fn measure(command: &[&str], note: &str) -> Cost {
    let this = env::current_exe().expect("this program has a path");
    let this = this.to_str().expect("the path is UTF-8");
    run(&[&[this, "--measure", note], command].concat());
    let text = fs::read_to_string(note).expect("the process has written it");
    let numbers: Vec<f64> =
        text.split(' ').map(|number| number.parse().expect("a number")).collect();
    Cost { cpu: numbers[0], wall: numbers[1], peak: numbers[2] }
}

/// Runs a command and writes what it cost into a file.
pub fn report(note: &str, command: &[&str]) {
    let start = Instant::now();
    run(command);
    let wall = start.elapsed().as_secs_f64();
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("the kernel keeps account");
    let time = usage.user_time() + usage.system_time();
    let cpu = f64::from(i32::try_from(time.num_microseconds()).expect("under half an hour")) / 1e6;
    let peak = f64::from(i32::try_from(usage.max_rss()).expect("under 2 TiB")) / 1024.0;
    fs::write(note, format!("{cpu} {wall} {peak}")).expect("the folder is there");
}
