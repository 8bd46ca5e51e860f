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
        let words = self.say(phrase);
        // A project's own words may leave the date out.
        let (before, after) = words.split_once(&date).unwrap_or((&words, ""));
        let mut inlines = vec![Inline::Text(before.to_owned())];
        if before.len() < words.len() {
            let mark = Mark::Time { datetime: moment.to_string() };
            inlines.push(Inline::Span(mark, vec![Inline::Text(date)]));
            inlines.push(Inline::Text(after.to_owned()));
        }
        isolate(inlines, self.locale.direction())
    }
}
