//! The life of a release: whether it is out, until when it is not, what has been put right since.

use std::fmt;

use super::{Date, Named};

/// A time of the clock with its zone (RFC 3339), to the minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// The day there.
    pub date: Date,
    /// The hour there, 0 to 23.
    pub hour: u8,
    /// The minute, 0 to 59.
    pub minute: u8,
    /// How many minutes the clocks there are ahead of UTC.
    pub ahead: i16,
}

impl Moment {
    /// The zone as people write it: `UTC`, `UTC+1`, `UTC−3:30` (with the sign for minus, which is
    /// spoken as such).
    pub fn zone(&self) -> String {
        let sign = if self.ahead < 0 { '−' } else { '+' };
        let [hours, minutes] = self.parts();
        match (hours, minutes) {
            (0, 0) => "UTC".to_owned(),
            (hours, 0) => format!("UTC{sign}{hours}"),
            (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
        }
    }

    /// Hours and minutes between UTC and the zone.
    fn parts(self) -> [u16; 2] {
        let ahead = self.ahead.unsigned_abs();
        [ahead / 60, ahead % 60]
    }
}

impl fmt::Display for Moment {
    /// RFC 3339: `2026-12-01T10:00:00+01:00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{:02}:{:02}:00", self.date, self.hour, self.minute)?;
        let [hours, minutes] = self.parts();
        match self.ahead {
            0 => f.write_str("Z"),
            1.. => write!(f, "+{hours:02}:{minutes:02}"),
            _ => write!(f, "-{hours:02}:{minutes:02}"),
        }
    }
}

/// Where a release stands between being written and being withdrawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// It is being written.
    Draft,
    /// It is ready, and nobody may publish it before this time.
    Embargoed(Moment),
    /// It is out.
    #[default]
    Published,
    /// It was out, and is no longer to be read.
    Withdrawn,
}

impl Status {
    /// The names, as the front matter has them.
    pub const NAMES: [&'static str; 4] = ["draft", "embargoed", "published", "withdrawn"];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Embargoed(_) => "embargoed",
            Self::Published => "published",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Whether everybody may know of the release.
    pub fn is_public(self) -> bool {
        match self {
            Self::Draft | Self::Embargoed(_) => false,
            Self::Published | Self::Withdrawn => true,
        }
    }
}

/// What the front matter says of a release's life.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Life {
    /// Where it stands; `None`: nothing is said, so it is published.
    pub said: Option<Status>,
    /// Days of the last change in single languages.
    pub updated: Vec<(Named, Date)>,
    /// Names under which it was published before.
    pub aliases: Vec<Named>,
}

impl Life {
    /// Where the release stands.
    pub fn status(&self) -> Status {
        self.said.unwrap_or_default()
    }
}

/// Something that was put right after publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction<T> {
    /// The day on which it was.
    pub date: Date,
    /// What was wrong, and what is right.
    pub text: T,
}

impl<T> Correction<T> {
    pub(super) fn map<U>(&self, f: &mut dyn FnMut(&T) -> U) -> Correction<U> {
        Correction { date: self.date, text: f(&self.text) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_for_people_and_for_programs() {
        let date = Date { year: 2026, month: 12, day: 1 };
        for (ahead, zone, end) in [
            (0, "UTC", "Z"),
            (60, "UTC+1", "+01:00"),
            (345, "UTC+5:45", "+05:45"),
            (-210, "UTC−3:30", "-03:30"),
            (-720, "UTC−12", "-12:00"),
        ] {
            let moment = Moment { date, hour: 0, minute: 5, ahead };
            assert_eq!(moment.zone(), zone);
            assert_eq!(moment.to_string(), format!("2026-12-01T00:05:00{end}"));
        }
    }
}
