//! What a command did, for people and for programs.

use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

use serde::Serialize;

use super::speech::{Speech, Style, Tally, Volume};
use crate::project::Format;
use crate::publish::{Built, Kept, Outcome, Report, Withheld};

/// What a command did.
#[derive(Debug, Serialize)]
pub(super) struct Summary {
    #[serde(skip)]
    command: Command,
    releases: Vec<Release>,
    editions: usize,
    files: usize,
    bytes: usize,
    seconds: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    output: Option<String>,
    #[serde(flatten)]
    tally: Tally,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Command {
    Build,
    Check,
}

#[derive(Debug, Serialize)]
struct Release {
    slug: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<&'static str>,
    editions: Vec<Edition>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    files: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Edition {
    locale: String,
    tag: String,
    published: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    /// An edition of an earlier build stays in the place of this one.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    earlier_stays: bool,
    messages: usize,
    untranslated: usize,
    stale: usize,
    formats: Vec<Size>,
}

#[derive(Debug, Serialize)]
struct Size {
    format: Format,
    bytes: usize,
}

impl Summary {
    /// The summary of a build into a folder.
    pub fn of_build(built: &[Built], output: &Path, tally: Tally, time: Duration) -> Self {
        let output = Some(output.display().to_string());
        Self { output, ..Self::of(built, Command::Build, tally, time) }
    }

    /// The summary of a check.
    pub fn of_check(checked: &[Built], tally: Tally, time: Duration) -> Self {
        Self::of(checked, Command::Check, tally, time)
    }

    fn of(built: &[Built], command: Command, tally: Tally, time: Duration) -> Self {
        let releases: Vec<_> = built.iter().map(|one| release(one, command)).collect();
        let editions = || releases.iter().flat_map(|release| &release.editions);
        let sizes = editions().flat_map(|edition| &edition.formats);
        Self {
            command,
            editions: editions().filter(|edition| edition.published).count(),
            files: built.iter().map(|one| one.paths.len()).sum(),
            bytes: sizes.map(|size| size.bytes).sum(),
            seconds: (time.as_secs_f64() * 100.0).round() / 100.0,
            output: None,
            tally,
            releases,
        }
    }

    /// The summary in the style that was asked for.
    pub fn told(mut self, speech: &Speech) -> String {
        match speech.volume {
            Volume::Quiet | Volume::Normal => {
                self.releases.iter_mut().for_each(|one| one.files.clear());
            }
            Volume::Verbose => {}
        }
        match speech.style {
            Style::Human => self.human(),
            Style::Plain => self.plain(),
            Style::Json => serde_json::to_string(&self).expect("words and numbers can be written"),
        }
    }

    fn human(&self) -> String {
        let mut out = String::new();
        for release in &self.releases {
            let state = release.state.map(|state| format!(": {state}")).unwrap_or_default();
            let _ = writeln!(out, "{}{state}", release.slug);
            let width = release.editions.iter().map(|one| one.locale.len()).max().unwrap_or(0);
            for edition in &release.editions {
                let _ = writeln!(out, "  {:width$}  {}", edition.locale, edition.human());
            }
            for file in &release.files {
                let _ = writeln!(out, "  {file}");
            }
        }
        if !out.is_empty() {
            out.push('\n');
        }
        let found = format!(
            "{}, {}",
            counted(self.tally.errors, "error"),
            counted(self.tally.warnings, "warning")
        );
        let releases = counted(self.releases.len(), "release");
        let with_editions =
            self.releases.iter().filter(|one| one.editions.iter().any(|e| e.published));
        let time = format!("{:.2} s", self.seconds);
        let _ = match self.command {
            Command::Check => write!(out, "{releases} checked in {time}: {found}"),
            Command::Build => write!(
                out,
                "{} of {}, {}, {}, made in {time} in {}: {found}",
                counted(self.editions, "edition"),
                counted(with_editions.count(), "release"),
                counted(self.files, "file"),
                size(self.bytes),
                self.output.as_deref().unwrap_or_default(),
            ),
        };
        out
    }

    fn plain(&self) -> String {
        let mut lines = Vec::new();
        for release in &self.releases {
            let slug = &release.slug;
            lines.extend(release.state.map(|state| format!("{slug}: {state}")));
            for edition in &release.editions {
                edition.plain(slug, &mut lines);
            }
            lines.extend(release.files.iter().map(|file| format!("file: {slug}/{file}")));
        }
        lines.push(format!("releases: {}", grouped(self.releases.len())));
        if self.command == Command::Build {
            lines.push(format!("editions: {}", grouped(self.editions)));
            lines.push(format!("files: {}", grouped(self.files)));
            lines.push(format!("bytes of editions: {}", grouped(self.bytes)));
            lines.extend(self.output.iter().map(|output| format!("output: {output}")));
        }
        lines.push(format!("errors: {}", grouped(self.tally.errors)));
        lines.push(format!("warnings: {}", grouped(self.tally.warnings)));
        lines.push(format!("seconds: {:.2}", self.seconds));
        lines.join("\n")
    }
}

fn release(built: &Built, command: Command) -> Release {
    let state = match (&built.kept, command) {
        (_, Command::Check) => None,
        (Kept::Written, Command::Build) => Some("written"),
        (Kept::Unchanged, Command::Build) => Some("unchanged"),
        (Kept::Refused, Command::Build) => Some("not written, because of errors"),
        (Kept::Failed(_), Command::Build) => Some("not written"),
    };
    let files = match command {
        Command::Build => built.paths.clone(),
        Command::Check => Vec::new(),
    };
    let editions = built.editions.iter().map(edition).collect();
    Release { slug: built.slug.to_string(), state, editions, files }
}

fn edition(report: &Report) -> Edition {
    let (formats, reason, earlier_stays) = match &report.outcome {
        Outcome::Published(sizes) => (sizes.as_slice(), None, false),
        Outcome::Withheld { reason, stands } => (&[][..], Some(reason), *stands),
    };
    Edition {
        locale: report.locale.key().to_owned(),
        tag: report.locale.tag(),
        published: reason.is_none(),
        reason: reason.map(|reason| match reason {
            Withheld::Incomplete { .. } => "incomplete",
            Withheld::Stale { .. } => "out of date",
            Withheld::Furniture => "its furniture has errors",
        }),
        earlier_stays,
        messages: report.counts.messages,
        untranslated: report.counts.missing,
        stale: report.counts.stale,
        formats: formats
            .iter()
            .map(|(format, bytes)| Size { format: *format, bytes: *bytes })
            .collect(),
    }
}

impl Edition {
    fn human(&self) -> String {
        let sizes =
            self.formats.iter().map(|one| format!("{} {}", name(one.format), size(one.bytes)));
        let mut parts: Vec<String> = sizes.collect();
        parts.extend(self.reason.map(|reason| format!("not published: {reason}")));
        if self.earlier_stays {
            parts.push("the earlier edition stays".to_owned());
        }
        let messages = grouped(self.messages);
        if self.untranslated > 0 {
            parts.push(format!("{} of {messages} not translated", grouped(self.untranslated)));
        }
        if self.stale > 0 {
            parts.push(format!("{} of {messages} out of date", grouped(self.stale)));
        }
        if parts.is_empty() {
            parts.push(format!("{}, all translated", counted(self.messages, "message")));
        }
        parts.join(", ")
    }

    fn plain(&self, slug: &str, lines: &mut Vec<String>) {
        let subject = format!("{slug}, {}", self.locale);
        if let Some(reason) = self.reason {
            lines.push(format!("{subject}: not published: {reason}"));
        }
        if self.earlier_stays {
            lines.push(format!("{subject}: the earlier edition stays"));
        }
        for one in &self.formats {
            lines.push(format!("{subject}, {}: {} bytes", name(one.format), grouped(one.bytes)));
        }
        let messages = grouped(self.messages);
        lines.push(format!(
            "{subject}: {} of {messages} not translated",
            grouped(self.untranslated)
        ));
        if self.stale > 0 {
            lines.push(format!("{subject}: {} of {messages} out of date", grouped(self.stale)));
        }
    }
}

fn name(format: Format) -> &'static str {
    match format {
        Format::Html => "html",
        Format::Epub => "epub",
        Format::Text => "text",
    }
}

/// “1 edition”, “12 editions”.
fn counted(count: usize, noun: &str) -> String {
    let end = if count == 1 { "" } else { "s" };
    format!("{} {noun}{end}", grouped(count))
}

/// A number with its thousands parted: `1,234,567`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A size in units of 1,000 bytes, as the pages state it: `45.2 kB`.
fn size(bytes: usize) -> String {
    if bytes < 1000 {
        return counted(bytes, "byte");
    }
    let tenths = bytes.div_ceil(100);
    format!("{}.{} kB", grouped(tenths / 10), tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_can_be_read() {
        assert_eq!(
            [0, 999, 1000, 1_234_567].map(grouped),
            ["0", "999", "1,000", "1,234,567"].map(String::from)
        );
        assert_eq!(
            [1, 999, 1000, 45_123, 1_234_567].map(size),
            ["1 byte", "999 bytes", "1.0 kB", "45.2 kB", "1,234.6 kB"].map(String::from)
        );
    }
}
