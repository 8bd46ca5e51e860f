//! Whose turn it is: one command at a time changes a project, one build at a time an output.
//!
//! The lock is on the folder itself, so there is no file that could be left behind: the system takes
//! it back when a process ends, however it ends. Who holds it is asked of the system too.

use std::fs::{self, File, Metadata};
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use rustix::fs::{FlockOperation, flock, major, minor};
use rustix::io::Errno;

/// How long a command waits for another.
const PATIENCE: Duration = Duration::from_secs(20);

/// How a command waits for its turn.
#[derive(Clone, Copy)]
pub struct Wait<'a> {
    /// Is told what is waited for, once.
    pub say: &'a dyn Fn(&str),
    /// How long it waits.
    pub patience: Duration,
}

/// How many may have a turn at the same time.
#[derive(Clone, Copy)]
pub(super) enum Turns {
    /// One.
    One,
    /// All who share it.
    Shared,
}

impl<'a> Wait<'a> {
    /// Waits as long as a person would, and says so.
    pub fn saying(say: &'a dyn Fn(&str)) -> Self {
        Self { say, patience: PATIENCE }
    }

    /// Locks a folder that was opened, as soon as nobody else has; `does` is what whoever has it does
    /// to the folder `name`.
    pub(super) fn lock(
        self,
        folder: &File,
        turns: Turns,
        (does, name): (&str, &Path),
    ) -> Result<()> {
        let operation = match turns {
            Turns::One => FlockOperation::NonBlockingLockExclusive,
            Turns::Shared => FlockOperation::NonBlockingLockShared,
        };
        let start = Instant::now();
        let mut said = false;
        // Where a file system knows no locks there is none; two commands at once are rare.
        while flock(folder, operation) == Err(Errno::WOULDBLOCK) {
            if start.elapsed() >= self.patience {
                let holder = holder(folder);
                let end = holder.as_ref().map_or(String::new(), |one| {
                    format!("; if it hangs, end it: `kill {}`", one.process)
                });
                bail!(
                    "{} {does} `{}`\nhelp: wait until it is done, then try again{end}",
                    told(holder.as_ref()),
                    name.display()
                );
            }
            if !said {
                let holder = told(holder(folder).as_ref());
                (self.say)(&format!("waiting: {holder} {does} `{}`", name.display()));
                said = true;
            }
            sleep(Duration::from_millis(20));
        }
        Ok(())
    }
}

/// The process that holds a lock.
struct Holder {
    process: u32,
    /// As it was called, as far as that is known.
    command: Option<String>,
    seconds: Option<u64>,
}

fn told(holder: Option<&Holder>) -> String {
    // Another machine, another container, or a system that does not say.
    let Some(Holder { process, command, seconds }) = holder else {
        return "another command".to_owned();
    };
    let command = command.as_ref().map(|command| format!("`{command}`"));
    let began = seconds.map(|seconds| match seconds {
        0..120 => format!("started {seconds} seconds ago"),
        120..7200 => format!("started {} minutes ago", seconds / 60),
        _ => format!("started {} hours ago", seconds / 3600),
    });
    let more: Vec<_> = command.into_iter().chain(began).collect();
    if more.is_empty() {
        return format!("process {process}");
    }
    format!("process {process} ({})", more.join(", "))
}

/// Who holds the lock of a folder, as Linux tells it (proc(5)); elsewhere that is not known.
fn holder(folder: &File) -> Option<Holder> {
    let metadata = folder.metadata().ok()?;
    let locks = fs::read_to_string("/proc/locks").ok()?;
    let process = locks.lines().find_map(|line| holds(line, &metadata))?;
    let command = fs::read(format!("/proc/{process}/cmdline")).ok();
    let command = command.and_then(|line| called(&line));
    Some(Holder { process, command, seconds: age(process) })
}

/// The process that holds the lock of a file, if a line of `/proc/locks` is about that.
fn holds(line: &str, file: &Metadata) -> Option<u32> {
    let words: Vec<_> = line.split_whitespace().collect();
    let [_, "FLOCK", _, "WRITE" | "READ", process, place, ..] = words[..] else { return None };
    let place: Vec<_> = place.split(':').collect();
    let [high, low, number] = place[..] else { return None };
    let is_device = [(high, major(file.dev())), (low, minor(file.dev()))]
        .iter()
        .all(|(digits, part)| u32::from_str_radix(digits, 16) == Ok(*part));
    // A process that cannot be seen from here has the number 0.
    let process = process.parse().ok().filter(|process| *process > 0)?;
    (is_device && number.parse() == Ok(file.ino())).then_some(process)
}

/// A command line in a few words: the name of the program, and its command.
fn called(line: &[u8]) -> Option<String> {
    let mut words = line.split(|byte| *byte == 0).filter_map(|word| str::from_utf8(word).ok());
    let program = words.next()?.rsplit('/').next()?;
    let is_plain = |word: &&str| !word.is_empty() && word.chars().all(|c| c.is_ascii_graphic());
    let command = words.next().filter(is_plain).filter(|word| !word.starts_with('-'));
    let words: Vec<_> = Some(program).filter(is_plain).into_iter().chain(command).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// For how many seconds a process has been running.
fn age(process: u32) -> Option<u64> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name of the program, in brackets, may hold anything.
    let ticks: u64 = stat.rsplit(')').next()?.split_whitespace().nth(19)?.parse().ok()?;
    let uptime = fs::read_to_string("/proc/uptime").ok()?;
    let uptime: u64 = uptime.split('.').next()?.parse().ok()?;
    Some(uptime.saturating_sub(ticks / rustix::param::clock_ticks_per_second()))
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;

    #[test]
    fn who_holds_the_turn_is_named() {
        let place =
            std::env::temp_dir().join(format!("hexapla-turn-{}-دور-轮", std::process::id()));
        fs::create_dir_all(&place).unwrap();
        let [first, second] = [(), ()].map(|()| File::open(&place).unwrap());
        let said = RefCell::new(Vec::new());
        let say = |text: &str| said.borrow_mut().push(text.to_owned());
        let wait = Wait { say: &say, patience: Duration::from_millis(30) };
        wait.lock(&first, Turns::One, ("is changing", &place)).unwrap();
        assert!(said.borrow().is_empty());
        let error =
            wait.lock(&second, Turns::One, ("is changing", &place)).unwrap_err().to_string();
        let who = if cfg!(target_os = "linux") {
            format!("process {} (`", std::process::id())
        } else {
            "another command".to_owned()
        };
        let told = format!("is changing `{}`", place.display());
        assert!(error.starts_with(&who) && error.contains(&told), "{error}");
        assert_eq!(said.borrow().len(), 1);
        assert!(said.borrow()[0].starts_with(&format!("waiting: {who}")), "{said:?}");
        drop(first);
        wait.lock(&second, Turns::One, ("is changing", &place)).unwrap();
        fs::remove_dir(&place).unwrap();
    }

    #[test]
    fn a_command_line_in_a_few_words() {
        let call = |line: &str| called(line.replace(' ', "\0").as_bytes());
        assert_eq!(call("/usr/bin/hexapla sync --check").as_deref(), Some("hexapla sync"));
        assert_eq!(call("hexapla --version").as_deref(), Some("hexapla"));
        assert_eq!(call("hexapla \u{1b}[2J").as_deref(), Some("hexapla"));
        assert_eq!(call(""), None);
    }
}
