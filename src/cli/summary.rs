//! What a command did, for people and for programs.

mod size;

use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

use serde::Serialize;

use self::size::{Parallel, Size};
use super::amounts::{counted, grouped, size};
use super::speech::{Speech, Style, Tally, Volume};
use crate::disk::Saved;
use crate::project::Format;
use crate::publish::{Built, Gone, Holdings, Kept, Outcome, Report, Shard, Withheld};

/// What a command did.
#[derive(Debug, Serialize)]
pub(super) struct Summary {
    releases: Vec<Release>,
    #[serde(flatten)]
    made: Option<Made>,
    seconds: f64,
    #[serde(flatten)]
    tally: Tally,
}

/// What a build made.
#[derive(Debug, Serialize)]
struct Made {
    /// Editions that were published: one language, one format.
    editions: usize,
    /// The output folder.
    output: String,
    /// Files of ours that it holds, also those that this build was not asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    files: Option<usize>,
    /// Their bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    bytes: Option<usize>,
    /// Which part of a build it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    shard: Option<String>,
}

/// How much of the output a build answers for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Extent {
    /// All that it holds.
    Whole(Holdings),
    /// The releases of a shard.
    Part(Shard),
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
    parallel: Vec<Parallel>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    removed: Vec<Removed>,
    /// Pages that were not made do not know of all that there is.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pages_behind: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    files: Vec<String>,
}

/// The editions in one language.
#[derive(Debug, Serialize)]
struct Edition {
    locale: String,
    lang: String,
    /// The release was written in this language.
    source: bool,
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

/// Editions of an earlier build in one language that were taken away.
#[derive(Debug, Serialize)]
struct Removed {
    locale: String,
    formats: Vec<Format>,
    #[serde(skip)]
    all: bool,
}

impl Summary {
    /// The summary of a build into a folder.
    pub fn of_build(
        built: &[Built],
        (output, extent): (&Path, Extent),
        tally: Tally,
        time: Duration,
    ) -> Self {
        let mut summary = Self::of(built, Command::Build, tally, time);
        let editions = summary.releases.iter().map(Release::published).sum();
        let output = output.display().to_string();
        let (files, bytes, shard) = match extent {
            Extent::Whole(Holdings { releases: _, files, bytes }) => {
                (Some(files), Some(bytes), None)
            }
            Extent::Part(shard) => (None, None, Some(shard.to_string())),
        };
        summary.made = Some(Made { editions, output, files, bytes, shard });
        summary
    }

    /// The summary of a check.
    pub fn of_check(checked: &[Built], tally: Tally, time: Duration) -> Self {
        Self::of(checked, Command::Check, tally, time)
    }

    fn of(built: &[Built], command: Command, tally: Tally, time: Duration) -> Self {
        let releases = built.iter().map(|one| release(one, command)).collect();
        let seconds = (time.as_secs_f64() * 100.0).round() / 100.0;
        Self { releases, made: None, seconds, tally }
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
            let keys = release.editions.iter().map(|one| &one.locale);
            let keys = keys.chain(release.parallel.iter().map(|one| &one.folder));
            let keys = keys.chain(release.removed.iter().map(|one| &one.locale));
            let width = keys.map(String::len).max().unwrap_or(0);
            for edition in &release.editions {
                let _ = writeln!(out, "  {:width$}  {}", edition.locale, edition.human());
            }
            for parallel in &release.parallel {
                let _ = writeln!(out, "  {:width$}  {}", parallel.folder, parallel.human());
            }
            for removed in &release.removed {
                let _ = writeln!(out, "  {:width$}  {}", removed.locale, removed.said());
            }
            for line in release.behind().iter().chain(&release.files) {
                let _ = writeln!(out, "  {line}");
            }
        }
        if !out.is_empty() {
            out.push('\n');
        }
        let errors = counted(self.tally.errors, "error");
        let mut found = format!("{errors}, {}", counted(self.tally.warnings, "warning"));
        if self.tally.allowed > 0 {
            let _ = write!(found, ", {} allowed", grouped(self.tally.allowed));
        }
        let time = format!("{:.2} s", self.seconds);
        let _ = match &self.made {
            None => {
                let releases = counted(self.releases.len(), "release");
                write!(out, "{releases} checked in {time}: {found}")
            }
            Some(made) => {
                let of = self.releases.iter().filter(|one| one.published() > 0).count();
                let editions = counted(made.editions, "edition");
                let _ = writeln!(out, "{}", made.human());
                let releases = counted(of, "release");
                write!(out, "{editions} of {releases} made in {time}: {found}")
            }
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
            lines.extend(release.parallel.iter().flat_map(|one| one.plain(slug)));
            for removed in &release.removed {
                lines.push(format!("{slug}, {}: {}", removed.locale, removed.said()));
            }
            lines.extend(release.behind());
            lines.extend(release.files.iter().map(|file| format!("file: {slug}/{file}")));
        }
        lines.push(format!("releases: {}", grouped(self.releases.len())));
        if let Some(made) = &self.made {
            lines.push(format!("editions: {}", grouped(made.editions)));
            lines.push(format!("output: {}", made.output));
            lines
                .extend(made.files.map(|files| format!("files in the output: {}", grouped(files))));
            lines.extend(made.bytes.map(|bytes| format!("size of the output: {}", size(bytes))));
            lines.extend(made.shard.as_ref().map(|shard| format!("shard: {shard}")));
        }
        lines.push(format!("errors: {}", grouped(self.tally.errors)));
        lines.push(format!("warnings: {}", grouped(self.tally.warnings)));
        if self.tally.allowed > 0 {
            lines.push(format!("allowed: {}", grouped(self.tally.allowed)));
        }
        lines.push(format!("seconds: {:.2}", self.seconds));
        lines.join("\n")
    }
}

impl Made {
    fn human(&self) -> String {
        match (&self.shard, self.files, self.bytes) {
            (None, Some(files), Some(bytes)) => {
                format!("{} holds {}, {}", self.output, counted(files, "file"), size(bytes))
            }
            (shard, _, _) => format!(
                "shard {} is in {}; when all are, run `hexapla index`",
                shard.as_deref().unwrap_or_default(),
                self.output
            ),
        }
    }
}

fn release(built: &Built, command: Command) -> Release {
    let state = match (&built.kept, command) {
        (_, Command::Check) => None,
        (Kept::Saved { saved: Saved::Written | Saved::Untidy, .. }, Command::Build) => {
            Some("written")
        }
        (Kept::Saved { saved: Saved::Unchanged, .. }, Command::Build) => Some("unchanged"),
        (Kept::Refused, Command::Build) => Some("not written, because of errors"),
        (Kept::Failed(_), Command::Build) => Some("not written"),
    };
    let mut editions: Vec<Edition> = built.editions.iter().map(edition).collect();
    if let (Kept::Failed(_), Command::Build) = (&built.kept, command) {
        for edition in &mut editions {
            edition.formats.clear();
            edition.published = false;
        }
    }
    let slug = built.slug.to_string();
    match &built.kept {
        Kept::Saved { saved: _, paths, gone, parallels, behind } => Release {
            slug,
            state,
            editions,
            parallel: parallels.iter().map(Parallel::of).collect(),
            removed: gone.iter().map(removed).collect(),
            pages_behind: *behind,
            files: paths.clone(),
        },
        Kept::Refused | Kept::Failed(_) => Release {
            slug,
            state,
            editions,
            parallel: Vec::new(),
            removed: Vec::new(),
            pages_behind: false,
            files: Vec::new(),
        },
    }
}

fn removed(gone: &Gone) -> Removed {
    let formats = gone.formats.iter().copied().collect();
    Removed { locale: gone.locale.clone(), formats, all: gone.left.is_empty() }
}

impl Release {
    /// How many of its editions are published: none of those that were made and could not be saved.
    fn published(&self) -> usize {
        let parallel = self.parallel.iter().map(|one| one.formats.len()).sum::<usize>();
        self.editions.iter().map(|edition| edition.formats.len()).sum::<usize>() + parallel
    }

    fn behind(&self) -> Option<String> {
        let slug = &self.slug;
        let line =
            || format!("other pages of {slug} do not know this yet: run `hexapla build {slug}`");
        self.pages_behind.then(line)
    }
}

impl Removed {
    fn said(&self) -> String {
        if self.all {
            return "removed".to_owned();
        }
        let formats: Vec<_> = self.formats.iter().map(|format| format.name()).collect();
        format!("{} removed", formats.join(", "))
    }
}

fn edition(report: &Report) -> Edition {
    let (formats, reason, earlier_stays) = match &report.outcome {
        Outcome::Published(sizes) => (sizes.as_slice(), None, false),
        Outcome::Withheld { reason, stands } => (&[][..], Some(reason), *stands),
    };
    Edition {
        locale: report.locale.key().to_owned(),
        lang: report.locale.tag(),
        source: report.is_source,
        published: reason.is_none(),
        reason: reason.map(|reason| match reason {
            Withheld::Incomplete { missing, .. } if missing.is_empty() => "out of date",
            Withheld::Incomplete { .. } => "incomplete",
            Withheld::Stale { .. } => "out of date",
            Withheld::Furniture => "its furniture has errors",
        }),
        earlier_stays,
        messages: report.counts.messages,
        untranslated: report.counts.missing,
        stale: report.counts.stale,
        formats: Size::all(formats),
    }
}

impl Edition {
    fn human(&self) -> String {
        let mut parts: Vec<String> = self.formats.iter().map(Size::said).collect();
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
            let state = if self.source { "the source" } else { "all translated" };
            parts.push(format!("{}, {state}", counted(self.messages, "message")));
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
            lines.push(format!("{subject}, {}: {}", one.format.name(), size(one.bytes)));
        }
        let messages = grouped(self.messages);
        if self.source {
            lines.push(format!("{subject}: the source, {}", counted(self.messages, "message")));
            return;
        }
        lines.push(format!(
            "{subject}: {} of {messages} not translated",
            grouped(self.untranslated)
        ));
        if self.stale > 0 {
            lines.push(format!("{subject}: {} of {messages} out of date", grouped(self.stale)));
        }
    }
}
