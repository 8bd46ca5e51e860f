//! How far a command has come that takes longer than a second: on standard error, only while it
//! works, and before anything that was found is told.
//!
//! A bar is drawn in ASCII: terminals for Chinese show blocks and lines two columns wide. Nothing
//! turns or blinks, and nothing is written that would be the same again.

use std::io::{Write as _, stderr};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use super::amounts::{counted, grouped};
use super::speech::{Style, Volume, columns};
use crate::disk;
use crate::publish::Progress;

/// How a person who waits is told how far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Telling {
    /// Not at all.
    Nothing,
    /// By a line every few seconds.
    Lines,
    /// By a bar, which is gone at the end.
    Bar,
}

/// What standard error can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Screen {
    /// A line that was written stays.
    Paper,
    /// A line can be written over.
    Terminal,
}

/// The widest bar, in columns, its ends not counted.
const WIDEST: usize = 40;

/// The narrowest bar that says something.
const NARROWEST: usize = 10;

/// Puts the cursor at the start of an empty line.
const CLEAR: &str = "\r\x1b[K";

impl Telling {
    /// What suits a voice. Where it speaks to a program, nothing may stand among the findings.
    pub fn new(style: Style, volume: Volume, screen: Screen) -> Self {
        match (volume, style, screen) {
            (Volume::Quiet, _, _) | (_, Style::Json, _) => Self::Nothing,
            (_, Style::Plain, _) | (_, Style::Human, Screen::Paper) => Self::Lines,
            (Volume::Normal | Volume::Verbose, Style::Human, Screen::Terminal) => Self::Bar,
        }
    }

    /// How long a person waits before anything is said, and from then on.
    fn pauses(self) -> [Duration; 2] {
        match self {
            Self::Nothing => [Duration::MAX; 2],
            Self::Lines => [Duration::from_secs(5); 2],
            Self::Bar => [Duration::from_secs(1), Duration::from_millis(250)],
        }
    }
}

/// Does work on `total` releases, and tells meanwhile how many are `done` (“built”).
pub(super) fn watched<T>(
    telling: Telling,
    (total, done): (usize, &'static str),
    work: impl FnOnce(&Progress) -> T,
) -> T {
    let progress = Progress::default();
    // Of one release there is nothing to count.
    if telling == Telling::Nothing || total < 2 {
        return work(&progress);
    }
    thread::scope(|scope| {
        // Dropped when the work is done, and also when it panics.
        let (_working, end) = mpsc::channel();
        let display = Display { telling, total, done, shown: String::new() };
        let (progress, elapsed) = (&progress, disk::stopwatch());
        scope.spawn(move || display.follow(&end, || (progress.done(), elapsed())));
        work(progress)
    })
}

/// What is shown.
struct Display {
    telling: Telling,
    total: usize,
    done: &'static str,
    /// What stands there.
    shown: String,
}

impl Display {
    /// Shows how far it is until the other end of the channel is gone.
    fn follow(mut self, end: &Receiver<()>, now: impl Fn() -> (usize, Duration)) {
        let [mut pause, next] = self.telling.pauses();
        while end.recv_timeout(pause) == Err(RecvTimeoutError::Timeout) {
            write(&self.frame(now(), columns()));
            pause = next;
        }
        write(self.end());
    }

    /// What is to be written after some time; nothing, if it stands there.
    fn frame(&mut self, (done, time): (usize, Duration), columns: usize) -> String {
        let text = match self.telling {
            Telling::Nothing => String::new(),
            Telling::Lines => self.line(done, time),
            Telling::Bar => self.bar(done, time, columns),
        };
        if text == self.shown {
            return String::new();
        }
        self.shown.clone_from(&text);
        match self.telling {
            Telling::Nothing => text,
            Telling::Lines => text + "\n",
            Telling::Bar => CLEAR.to_owned() + &text,
        }
    }

    /// What is to be written at the end, so that no bar stays.
    fn end(&self) -> &'static str {
        match self.telling {
            Telling::Bar if !self.shown.is_empty() => CLEAR,
            Telling::Bar | Telling::Nothing | Telling::Lines => "",
        }
    }

    /// `340 of 2,000 releases built, 112 a second`
    fn line(&self, done: usize, time: Duration) -> String {
        let rate = rate(done, time).map(|rate| format!(", {rate}")).unwrap_or_default();
        self.count(done) + &rate
    }

    /// `340 of 2,000 releases built`
    fn count(&self, done: usize) -> String {
        format!("{} of {} {}", grouped(done), counted(self.total, "release"), self.done)
    }

    /// The line with as much of a bar before it as there is room for. A cursor in the last column
    /// would begin a new line.
    fn bar(&self, done: usize, time: Duration, columns: usize) -> String {
        let room = columns.saturating_sub(1);
        let (line, count) = (self.line(done, time), self.count(done));
        // The longest line decides, so that the bar keeps its width.
        let longest = self.count(self.total).len() + "[]  , 99.9 a second".len();
        let width = room.saturating_sub(longest).min(WIDEST);
        let full = width * done.min(self.total) / self.total;
        let bar = format!("[{}{}]  {line}", "#".repeat(full), "-".repeat(width - full));
        let mut texts = vec![line, count];
        if width >= NARROWEST {
            texts.insert(0, bar);
        }
        texts.into_iter().find(|text| text.len() <= room).unwrap_or_default()
    }
}

/// How fast it goes, with as many digits as one can read: `112 a second`, `3.4 a second`,
/// `18 a minute`.
fn rate(done: usize, time: Duration) -> Option<String> {
    let done = u128::try_from(done).expect("a count has at most 128 bits");
    let milliseconds = time.as_millis();
    let tenths = (done * 10_000).checked_div(milliseconds)?;
    match tenths {
        100.. => Some(format!("{} a second", grouped(usize::try_from(tenths / 10).ok()?))),
        10.. => Some(format!("{}.{} a second", tenths / 10, tenths % 10)),
        0.. => match done * 60_000 / milliseconds {
            0 => None,
            minutely => Some(format!("{minutely} a minute")),
        },
    }
}

/// Writes to standard error, all at once.
fn write(text: &str) {
    let mut stderr = stderr().lock();
    // Nobody may be looking any more.
    let _ = stderr.write_all(text.as_bytes()).and_then(|()| stderr.flush());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn display(telling: Telling, total: usize) -> Display {
        Display { telling, total, done: "built", shown: String::new() }
    }

    fn seconds(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn who_listens_decides_what_is_told() {
        use {Screen::*, Style::*, Telling::*};
        for (style, volume, screen, telling) in [
            (Human, Volume::Normal, Terminal, Bar),
            (Human, Volume::Verbose, Terminal, Bar),
            (Human, Volume::Normal, Paper, Lines),
            (Plain, Volume::Normal, Terminal, Lines),
            (Plain, Volume::Normal, Paper, Lines),
            (Json, Volume::Normal, Terminal, Nothing),
            (Json, Volume::Verbose, Paper, Nothing),
            (Human, Volume::Quiet, Terminal, Nothing),
            (Plain, Volume::Quiet, Paper, Nothing),
        ] {
            assert_eq!(Telling::new(style, volume, screen), telling, "{style:?} {volume:?}");
        }
    }

    #[test]
    fn a_bar_fits_its_terminal() {
        let mut display = display(Telling::Bar, 2000);
        let mut frame = |columns| display.frame((500, seconds(4)), columns);
        let bar = format!("{CLEAR}[##########{}]  ", "-".repeat(30));
        assert_eq!(frame(200), bar.clone() + "500 of 2,000 releases built, 125 a second");
        // It stands there already.
        assert_eq!(frame(100), "");
        for columns in 0..200 {
            let frame = frame(columns);
            let text = frame.strip_prefix(CLEAR).unwrap_or(&frame);
            assert!(text.len() < columns.max(1), "{columns}: {text}");
            assert!(text.is_ascii());
        }
        assert_eq!(
            frame(60),
            format!("{CLEAR}[##---------]  500 of 2,000 releases built, 125 a second")
        );
        assert_eq!(frame(50), format!("{CLEAR}500 of 2,000 releases built, 125 a second"));
        assert_eq!(frame(40), format!("{CLEAR}500 of 2,000 releases built"));
        assert_eq!(frame(10), CLEAR);
    }

    #[test]
    fn nothing_stays_of_a_bar() {
        let mut bar = display(Telling::Bar, 2);
        assert_eq!(bar.end(), "");
        assert!(bar.frame((0, seconds(1)), 80).ends_with("]  0 of 2 releases built"));
        assert_eq!(bar.end(), CLEAR);
        assert!(bar.frame((2, seconds(2)), 80).contains("[####################################"));
        let mut lines = display(Telling::Lines, 2);
        assert_eq!(lines.frame((1, seconds(10)), 80), "1 of 2 releases built, 6 a minute\n");
        assert_eq!(lines.frame((1, seconds(10)), 8), "");
        assert_eq!(lines.end(), "");
    }

    #[test]
    fn a_rate_can_be_read() {
        let rate = |done, milliseconds| rate(done, Duration::from_millis(milliseconds));
        for (done, milliseconds, said) in [
            (4321, 1000, "4,321 a second"),
            (25, 2000, "12 a second"),
            (19, 2000, "9.5 a second"),
            (2, 2000, "1.0 a second"),
            (1, 2000, "30 a minute"),
            (1, 60_000, "1 a minute"),
        ] {
            assert_eq!(rate(done, milliseconds).as_deref(), Some(said));
        }
        assert_eq!([rate(0, 1000), rate(1, 60_001), rate(1, 0)], [None, None, None]);
    }

    /// The follower ends when the work does, whatever it has shown.
    #[test]
    fn work_is_done_and_its_result_given() {
        for telling in [Telling::Nothing, Telling::Lines, Telling::Bar] {
            let given = watched(telling, (3, "built"), |progress| {
                (0..3).for_each(|_| progress.one_more());
                progress.done()
            });
            assert_eq!(given, 3);
        }
    }
}
