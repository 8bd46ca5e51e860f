//! The words of the program itself, in the language of the person who works with it. They stand in
//! no edition. Where there is no language of the six, they are English.

use std::sync::OnceLock;

use super::phrase::phrases;
use super::read::{File, read};
use super::resolve::Bundle;
use crate::diagnostic::SourceText;
use crate::locale::{Digits, Locale, LocaleRef};

phrases! {
    /// One phrase of the program, with what it speaks of.
    Remark;
    /// Name of the translator's bar.
    Bar = "bar";
    /// Link that leads to the bar.
    SkipToBar = "skip-to-bar";
    /// A message that is not translated; label of how many there are.
    NotTranslated = "not-translated";
    /// A message whose source has changed since; label of how many there are.
    OutOfDate = "out-of-date";
    /// A finding that holds a release back; label of how many there are.
    Error = "error";
    /// A finding that is advice; label of how many there are.
    Warning = "warning";
    /// A finding that the project allows.
    Allowed = "allowed";
    /// Between two of these.
    Separator = "separator";
    /// How many there are of one of these.
    Count = "count" { what: &'a str = "Not translated", count: usize = 3 };
    /// Button: the entry before.
    Previous = "previous";
    /// Button: the entry after.
    Next = "next";
    /// Heading of an entry.
    Entry = "entry" { number: usize = 2, all: usize = 12, what: &'a str = "Not translated" };
    /// Label of the words of the source.
    Source = "source";
    /// Label of the words of the edition.
    Translation = "translation";
    /// Label of the id of a message.
    Message = "message";
    /// Label of a file and a line.
    Place = "place";
    /// Button: copy an id.
    CopyMessage = "copy-message";
    /// Button: copy a place.
    CopyPlace = "copy-place";
    /// Said when something was copied.
    Copied = "copied";
    /// Said when the browser does not let a page copy.
    Marked = "marked";
    /// Link from an entry to its words in the text.
    ShowInText = "show-in-text";
    /// Label of what to do about a finding.
    Help = "help";
    /// There is no entry.
    NothingOpen = "nothing-open";
    /// Heading of the messages with which nothing is wrong.
    Others = "others";
    /// Heading of the findings that are about no message.
    OtherFindings = "other-findings";
    /// Said when the page shows what was saved.
    MadeAnew = "made-anew";
    /// Said when the program no longer answers.
    Lost = "lost";
    /// A release has errors, and is shown all the same.
    NotPublished = "not-published";
    /// What is shown is older than the files.
    Older = "older";
    /// Heading of a page that cannot be made.
    CannotBeMade = "cannot-be-made";
    /// What to do about such a page.
    PutRight = "put-right";
    /// Heading of a page that there is not.
    NoSuchPage = "no-such-page";
    /// Link to where everything begins.
    ToTheBeginning = "to-the-beginning";
}

/// The files of the program's own words, by the key of the locale.
const FILES: [(&str, &str); 6] = [
    ("ar", include_str!("../cli/locales/ar.ftl")),
    ("zh", include_str!("../cli/locales/zh.ftl")),
    ("en", include_str!("../cli/locales/en.ftl")),
    ("fr", include_str!("../cli/locales/fr.ftl")),
    ("ru", include_str!("../cli/locales/ru.ftl")),
    ("es", include_str!("../cli/locales/es.ftl")),
];

/// The program's own words in one language.
#[derive(Debug)]
pub struct Tool {
    /// The language.
    pub locale: LocaleRef,
    bundle: Bundle,
}

impl Tool {
    /// The words in a language; in English where the program does not speak it.
    pub fn new(language: &str) -> &'static Self {
        static TOOLS: [OnceLock<Tool>; FILES.len()] = [const { OnceLock::new() }; FILES.len()];
        let english = || FILES.iter().position(|(key, _)| *key == "en");
        let place = FILES.iter().position(|(key, _)| *key == language).or_else(english);
        let place = place.expect("English is one of the six");
        TOOLS[place].get_or_init(|| Self::read(FILES[place].0))
    }

    fn read(key: &'static str) -> Self {
        let locale = Locale::built_in(key).expect("the program speaks the six languages");
        let bundle = Bundle::new(&locale, Digits::Western, &[&file(key)]);
        Self { locale: LocaleRef::new(locale), bundle }
    }

    /// A phrase as plain words.
    pub fn say(&self, remark: Remark<'_>) -> String {
        let said = self.bundle.format(remark.id(), &remark.args()).and_then(Result::ok);
        said.expect("a test says every phrase in every language").into_owned()
    }
}

fn file(key: &str) -> File {
    let text = FILES.iter().find(|(known, _)| *known == key).map_or("", |(_, text)| *text);
    read(&SourceText::new(format!("(built in) src/cli/locales/{key}.ftl"), text)).0
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::locale::UNITED_NATIONS;

    #[test]
    fn everything_is_said_in_six_languages() {
        let ids: BTreeSet<_> = Remark::SAMPLES.iter().map(Remark::id).collect();
        for (key, tag, _) in UNITED_NATIONS {
            let path = format!("(built in) src/cli/locales/{key}.ftl");
            let text = FILES.iter().find(|(known, _)| *known == key).unwrap().1;
            let (file, found) = read(&SourceText::new(path, text));
            assert_eq!(found, [], "{key}");
            let known: BTreeSet<_> = file.bodies().map(|(_, body)| body.id).collect();
            assert_eq!(known, ids, "{key}");
            let tool = Tool::new(key);
            assert_eq!(tool.locale.tag(), tag);
            for remark in Remark::SAMPLES {
                assert!(!tool.say(*remark).trim().is_empty(), "{key}: {}", remark.id());
            }
        }
        let entry = Remark::Entry { number: 2, all: 12, what: "未翻译" };
        assert_eq!(Tool::new("zh").say(entry), "第 2 项，共 12 项：未翻译");
        assert_eq!(Tool::new("pt").locale.key(), "en");
    }
}
