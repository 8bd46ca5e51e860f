//! The editions in one language, as a summary tells of them.

use serde::Serialize;

use super::size::Size;
use crate::cli::amounts::{counted, grouped, size};
use crate::publish::{Outcome, Report, Withheld};

/// The editions in one language.
#[derive(Debug, Serialize)]
pub(super) struct Edition {
    pub(super) locale: String,
    lang: String,
    /// The release was written in this language.
    source: bool,
    pub(super) published: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    /// An edition of an earlier build stays in the place of this one.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    earlier_stays: bool,
    messages: usize,
    untranslated: usize,
    stale: usize,
    pub(super) formats: Vec<Size>,
}

pub(super) fn edition(report: &Report) -> Edition {
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
    pub(super) fn human(&self) -> String {
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

    pub(super) fn plain(&self, slug: &str, lines: &mut Vec<String>) {
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
