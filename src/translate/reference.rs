//! The reference: the source's words as an FTL file, each with the context that a translator needs.

use std::collections::BTreeMap;

use crate::catalog::write::{Ftl, Message};
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Section};
use crate::identity::Lock;
use crate::project::Settings;
use crate::release::Release;
use crate::segment::{Fingerprint, Kind, Segment};

/// The reference of a release, and the messages that could not be written.
pub fn reference(release: &Release, lock: &Lock, settings: &Settings) -> (String, Vec<Diagnostic>) {
    let title = &release.document.meta.title.pattern;
    let slug = &release.slug;
    let mut ftl = Ftl::new(&format!(
        "Written by “hexapla sync” from content/{slug}/index.md: edit that file, not this one."
    ));
    ftl.resource(title);
    let mut writer = Writer {
        ftl,
        release,
        lock,
        settings,
        levels: levels(&release.document),
        problems: Vec::new(),
    };
    writer.write();
    (writer.ftl.finish(), writer.problems)
}

struct Writer<'a> {
    ftl: Ftl,
    release: &'a Release,
    lock: &'a Lock,
    settings: &'a Settings,
    /// Level of each heading by its message id.
    levels: BTreeMap<&'a str, u8>,
    problems: Vec<Diagnostic>,
}

impl<'a> Writer<'a> {
    fn write(&mut self) {
        let document = &self.release.document;
        self.ftl.group("Front matter");
        self.messages(document.meta.leaves());
        let body = document.body_leaves();
        if body.first().is_some_and(|first| first.kind != Kind::Heading) {
            self.ftl.group("Before the first heading");
        }
        self.messages(body);
        let notes = document.note_leaves();
        if !notes.is_empty() {
            self.ftl.group("Notes");
            self.messages(notes);
        }
    }

    fn messages(&mut self, leaves: Vec<&'a Segment>) {
        let mut leaves = leaves.into_iter().peekable();
        while let Some(segment) = leaves.next() {
            if segment.kind == Kind::Heading {
                self.ftl.group(&segment.pattern);
            }
            let mut message = Message { comments: self.comments(segment), ..Message::default() };
            match segment.id.attribute {
                None => message.value = Some(&segment.pattern),
                Some(attribute) => message.attributes.push((attribute, &segment.pattern)),
            }
            // The parts of an image follow each other.
            while let Some(next) = leaves.next_if(|next| next.id.message == segment.id.message) {
                message.comments.extend(self.previous(next));
                message.attributes.extend(next.id.attribute.map(|name| (name, &*next.pattern)));
            }
            if let Err(problem) = self.ftl.message(&segment.id.message, &message) {
                self.problems.push(problem.at(self.release.source.place(segment.range.clone())));
            }
        }
    }

    /// What stands above a message: what it is, the author's note, its links, where to see it, and
    /// the words that some translations are still made from.
    fn comments(&self, segment: &Segment) -> Vec<String> {
        let mut lines = vec![self.kind(segment)];
        lines.extend(segment.comment.iter().map(|comment| format!("Note: {comment}")));
        let numbered = segment.links.iter();
        lines.extend(
            numbered.map(|(number, target)| format!("Link [{number}]: {}", target.as_str())),
        );
        if let Some(base) = &self.settings.base_url {
            let source = self.release.source_locale.key();
            let anchor = segment.id.message.strip_suffix("-heading").unwrap_or(&segment.id.message);
            lines.push(format!("See {base}{}/{source}/index.html#{anchor}", self.release.slug));
        }
        lines.extend(self.previous(segment));
        lines
    }

    /// The older words from which some translations were made.
    fn previous(&self, segment: &Segment) -> Vec<String> {
        let id = segment.id.to_string();
        let mut older: BTreeMap<&Fingerprint, Vec<&str>> = BTreeMap::new();
        for (locale, stamps) in &self.lock.stamps {
            if let Some(stamp) = stamps.get(&id).filter(|s| s.source != segment.fingerprint) {
                older.entry(&stamp.source).or_default().push(locale);
            }
        }
        let line = |(source, locales): (&Fingerprint, Vec<&str>)| {
            let text = self.lock.text(source)?;
            Some(format!(
                "Changed since it was translated ({}). Before: {text}",
                locales.join(", ")
            ))
        };
        older.into_iter().filter_map(line).collect()
    }

    fn kind(&self, segment: &Segment) -> String {
        let words = match segment.kind {
            Kind::Meta => return meta(&segment.id.message).to_owned(),
            Kind::Heading => {
                let level = self.levels.get(segment.id.message.as_str()).copied().unwrap_or(2);
                return format!("Heading of level {level}");
            }
            Kind::Paragraph => "Paragraph",
            Kind::Quotation => "Quotation (without outer quotation marks)",
            Kind::Attribution => "Who said the quotation above",
            Kind::Item => "List item",
            Kind::Term => "Term that is defined",
            Kind::Definition => "Definition of the term above",
            Kind::Note => "Note",
            Kind::Alert => "Paragraph set apart",
            Kind::Caption => "Caption of a table",
            Kind::Header => "Header of a column",
            Kind::Cell => "Cell of a table",
            Kind::Alt | Kind::ImageCaption => {
                "Image: text alternative (.alt) and caption (.caption)"
            }
        };
        words.to_owned()
    }
}

fn meta(id: &str) -> &'static str {
    match id {
        "meta-title" => "Headline",
        "meta-description" => "Description for search engines and catalogues",
        "meta-kind" => "Kind of release",
        "meta-series" => "Series or event that the release belongs to",
        "meta-place" => "Place, before the date",
        "meta-organisation" => "Publisher",
        "meta-source" => "What the source was, for “About this text”",
        _ => "Front matter",
    }
}

fn levels(document: &Document<Segment>) -> BTreeMap<&str, u8> {
    fn add<'a>(section: &'a Section<Segment>, levels: &mut BTreeMap<&'a str, u8>) {
        levels.insert(&section.heading.id.message, section.level);
        section.sections().for_each(|inner| add(inner, levels));
    }
    let mut levels = BTreeMap::new();
    document.sections().for_each(|section| add(section, &mut levels));
    levels
}
