//! What an edition says of the life of its release.

use super::{Counts, Edition, isolate};
use crate::catalog::Phrase;
use crate::document::{Inline, Mark, Moment, Status};

impl Edition {
    /// What a reader must know first: that the edition is not to be passed on, or no longer to be
    /// read. `None`: it is simply out.
    pub fn status_notice(&self) -> Option<Vec<Inline>> {
        match self.facts.life.status() {
            Status::Published => None,
            Status::Draft => Some(self.phrase(Phrase::Draft)),
            Status::Embargoed(moment) => Some(self.embargo(moment)),
            Status::Withdrawn => Some(self.phrase(Phrase::Withdrawn)),
        }
    }

    /// Whether programs are told to leave the edition out of what they offer to everybody.
    pub fn is_unlisted(&self) -> bool {
        self.locale.pseudo().is_some() || self.facts.life.status() != Status::Published
    }

    /// Leaves what stands above the text: what is shown of a release that is withdrawn. Its
    /// description would tell what was withdrawn.
    pub fn leave_front(&mut self) {
        self.document.blocks.clear();
        self.document.notes.clear();
        self.document.meta.description = self.document.meta.title.clone();
        self.counts = Counts::default();
        for leaf in self.document.leaves() {
            self.counts.add(leaf.state);
        }
    }

    fn embargo(&self, moment: Moment) -> Vec<Inline> {
        let number = |number: u8| self.furniture.number(number.into());
        let (hour, mut minute) = (number(moment.hour), number(moment.minute));
        if moment.minute < 10 {
            minute.insert_str(0, &number(0));
        }
        let (date, zone) = (self.date(moment.date), moment.zone());
        let phrase = Phrase::Embargoed { hour: &hour, minute: &minute, zone: &zone, date: &date };
        let inlines = vec![Inline::Text(self.say(phrase))];
        let time = Mark::Time { datetime: moment.to_string() };
        let inlines = marked(inlines, &date, time);
        // Letters, a sign and digits: from right to left they would change places.
        let inlines = marked(inlines, &zone, Mark::Isolate);
        isolate(inlines, self.locale.direction())
    }
}

/// The inlines with the first occurrence of some words in them marked, if they are there: a project's
/// own phrase may leave them out.
fn marked(inlines: Vec<Inline>, words: &str, mark: Mark) -> Vec<Inline> {
    let mut mark = Some(mark);
    let mut result = Vec::new();
    for inline in inlines {
        let Inline::Text(text) = inline else {
            result.push(inline);
            continue;
        };
        match text.split_once(words).zip(mark.take_if(|_| text.contains(words))) {
            None => result.push(Inline::Text(text)),
            Some(((before, after), mark)) => {
                let some = |text: &str| (!text.is_empty()).then(|| Inline::Text(text.to_owned()));
                result.extend(some(before));
                result.push(Inline::Span(mark, vec![Inline::Text(words.to_owned())]));
                result.extend(some(after));
            }
        }
    }
    result
}
