//! Wrapping, for the readers who ask for it: UAX #14 says where a line may end.

use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How to wrap.
pub(super) struct Wrap {
    /// `None`: not at all.
    columns: Option<usize>,
    measure: fn(&str) -> usize,
    segmenter: LineSegmenterBorrowed<'static>,
}

impl Wrap {
    /// Wraps at `columns` as is right for a language.
    pub(super) fn new(columns: Option<usize>, language: &str) -> Self {
        Self {
            columns,
            // UAX #11: “ ” — … take two columns among Chinese characters, one elsewhere.
            measure: if language == "zh" { width_cjk } else { width },
            // The default is strict: no line begins with a small kana or a closing mark.
            segmenter: LineSegmenter::new_auto(LineBreakOptions::default()),
        }
    }

    /// The lines of a text of one line. What may not be broken may be wider than the columns.
    pub(super) fn lines(&self, text: &str) -> Vec<String> {
        let Some(columns) = self.columns else {
            return vec![text.to_owned()];
        };
        let mut lines = Vec::new();
        let (mut start, mut end) = (0, 0);
        for opportunity in self.opportunities(text) {
            let wide = (self.measure)(text[start..opportunity].trim_end()) > columns;
            if wide && end > start {
                lines.push(text[start..end].trim_end().to_owned());
                start = end;
            }
            end = opportunity;
        }
        lines.push(text[start..].trim_end().to_owned());
        lines
    }

    /// Where a line may end, the end of the text included.
    fn opportunities(&self, text: &str) -> Vec<usize> {
        let addresses = addresses(text);
        let inside = |at: usize| addresses.iter().any(|(start, end)| *start < at && at < *end);
        self.segmenter.segment_str(text).filter(|at| *at > 0 && !inside(*at)).collect()
    }
}

fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

fn width_cjk(text: &str) -> usize {
    UnicodeWidthStr::width_cjk(text)
}

/// The byte ranges of the words with a slash or an at sign in them (addresses, `71/291`,
/// `أيار/مايو`): runs without white space and without wide characters. UAX #14 would break them
/// after a slash.
fn addresses(text: &str) -> Vec<(usize, usize)> {
    let ends = |c: char| c.is_whitespace() || c.width() == Some(2);
    let mut found = Vec::new();
    let mut start = 0;
    for run in text.split_inclusive(ends) {
        let word = run.trim_end_matches(ends);
        if word.contains(['/', '@']) || word.contains("www.") {
            found.push((start, start + word.len()));
        }
        start += run.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_punctuation_begins_no_line() {
        let text = "人权与法治，是有效打击恐怖主义的关键。“对话”于今日闭幕（纽约）。";
        for columns in 4..30 {
            let lines = Wrap::new(Some(columns), "zh").lines(text);
            assert_eq!(lines.concat(), text);
            for line in lines {
                assert!(!line.starts_with(['，', '。', '”', '）']), "{line}");
                assert!(!line.ends_with(['“', '（']), "{line}");
            }
        }
    }

    #[test]
    fn addresses_stay_whole() {
        let text =
            "انظر https://www.un.org/counterterrorism/events/a-b?c=d أو اكتب إلى a-b@un.org اليوم";
        let lines = Wrap::new(Some(10), "ar").lines(text);
        assert!(lines.contains(&"https://www.un.org/counterterrorism/events/a-b?c=d".to_owned()));
        assert!(lines.contains(&"a-b@un.org".to_owned()));
        let lines = Wrap::new(Some(10), "zh").lines("见https://www.un.org/zh/a/b。另见下文。");
        assert_eq!(lines, ["见", "https://www.un.org/zh/a/b。", "另见下文。"]);
    }

    #[test]
    fn lines_fill_the_columns() {
        let lines = Wrap::new(Some(12), "fr").lines("Il a dit : « Oui » et rien d’autre.");
        assert_eq!(lines, ["Il a dit :", "« Oui » et", "rien", "d’autre."]);
    }
}
