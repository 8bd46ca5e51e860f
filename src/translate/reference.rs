//! The reference: the source's words as an FTL file, each with the context that a translator needs.

use std::collections::BTreeMap;

use crate::catalog::Catalog;
use crate::catalog::write::{Ftl, Message};
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Section};
use crate::identity::{Lock, Origin, Passage, Stamp};
use crate::project::Settings;
use crate::release::Release;
use crate::segment::{Fingerprint, Kind, Segment, SegmentId};

/// The reference of a release, and the messages that could not be written.
pub fn reference(
    release: &Release,
    lock: &Lock,
    catalogs: &BTreeMap<String, Catalog>,
    settings: &Settings,
) -> (String, Vec<Diagnostic>) {
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
        catalogs,
        settings,
        levels: levels(&release.document),
        positions: positions(&release.document),
        problems: Vec::new(),
    };
    writer.write();
    (writer.ftl.finish(), writer.problems)
}

/// What stands above each message in the reference, without its history: what it is, the author's
/// note, its links, where to see it.
pub(super) fn contexts(release: &Release, settings: &Settings) -> BTreeMap<String, Vec<String>> {
    let writer = Writer {
        ftl: Ftl::new(""),
        release,
        lock: &Lock::default(),
        catalogs: &BTreeMap::new(),
        settings,
        levels: levels(&release.document),
        positions: positions(&release.document),
        problems: Vec::new(),
    };
    let leaves = release.document.leaves();
    let messages = leaves.chunk_by(|one, next| one.id.message == next.id.message);
    messages.map(|parts| (parts[0].id.message.clone(), writer.comments(parts))).collect()
}

struct Writer<'a> {
    ftl: Ftl,
    release: &'a Release,
    lock: &'a Lock,
    catalogs: &'a BTreeMap<String, Catalog>,
    settings: &'a Settings,
    /// Level of each heading by its message id.
    levels: BTreeMap<&'a str, u8>,
    /// What is said of leaves by where they stand.
    positions: BTreeMap<&'a SegmentId, String>,
    problems: Vec<Diagnostic>,
}

impl<'a> Writer<'a> {
    fn write(&mut self) {
        let document = &self.release.document;
        self.ftl.group("Front matter");
        self.messages(&document.meta.leaves());
        let body = document.body_leaves();
        if body.first().is_some_and(|first| first.kind != Kind::Heading) {
            self.ftl.group("Before the first heading");
        }
        self.messages(&body);
        let notes = document.note_leaves();
        if !notes.is_empty() {
            self.ftl.group("Footnotes");
            self.messages(&notes);
        }
    }

    fn messages(&mut self, leaves: &[&'a Segment]) {
        // The parts of an image follow each other.
        for parts in leaves.chunk_by(|one, next| one.id.message == next.id.message) {
            let Some(first) = parts.first() else { continue };
            if first.kind == Kind::Heading {
                self.ftl.group(&first.pattern);
            }
            let mut message = Message { comments: self.comments(parts), ..Message::default() };
            for part in parts {
                match part.id.attribute {
                    None => message.value = Some(&part.pattern),
                    Some(attribute) => message.attributes.push((attribute, &part.pattern)),
                }
            }
            if let Err(problem) = self.ftl.message(&first.id.message, &message) {
                self.problems.push(problem.at(self.release.source.place(first.range.clone())));
            }
        }
    }

    /// What stands above a message: what it is, the author's note, its links, where to see it, the
    /// words that some translations are still made from, and translations that were made once.
    fn comments(&self, parts: &[&Segment]) -> Vec<String> {
        let Some(first) = parts.first() else { return Vec::new() };
        let mut lines = vec![kind(parts, &self.levels, &self.positions)];
        // The parts of an image share their note.
        let mut said: Vec<_> = parts.iter().filter_map(|part| part.comment.as_ref()).collect();
        said.dedup();
        lines.extend(said.into_iter().map(|note| format!("Note: {note}")));
        for part in parts {
            let of = part.id.attribute.map_or(String::new(), |name| format!(" in .{name}"));
            for (number, target) in &part.links {
                lines.push(format!("Link [{number}]{of}: {}", target.as_str()));
            }
        }
        if let Some(base) = &self.settings.base_url {
            let source = self.release.source_locale.key();
            let anchor = first.id.message.strip_suffix("-heading").unwrap_or(&first.id.message);
            lines.push(format!("See {base}{}/{source}/index.html#{anchor}", self.release.slug));
        }
        for part in parts {
            let of = part.id.attribute.map_or(String::new(), |name| format!(".{name}: "));
            let history = self.previous(part).into_iter().chain(self.moved_in(part));
            let history = history.chain(self.kept(part));
            lines.extend(history.map(|line| format!("{of}{line}")));
        }
        lines
    }

    /// The older words from which some translations were made.
    fn previous(&self, segment: &Segment) -> Vec<String> {
        let id = &segment.id;
        let mut older: BTreeMap<&Fingerprint, Vec<&str>> = BTreeMap::new();
        for (locale, stamps) in &self.lock.stamps {
            if let Some(stamp) = stamps.get(id).filter(|s| s.source != segment.fingerprint) {
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

    /// Where the words stood before they came into a message by a split or a merge, and their
    /// translations in the locales that do not have the message yet.
    fn moved_in(&self, segment: &Segment) -> Vec<String> {
        let mut lines = Vec::new();
        for origin in self.lock.origins.get(&segment.id).into_iter().flatten() {
            lines.push(came_from(self.lock, origin));
            let others = self.release.locales.iter().map(|locale| locale.key());
            for key in others.filter(|key| *key != self.release.source_locale.key()) {
                let then =
                    translated_then(self.lock, (key, self.catalogs.get(key)), segment, origin);
                lines.extend(then.map(|pattern| format!("Translated then ({key}): {pattern}")));
            }
        }
        lines
    }

    /// The translations of words that were gone for a while: of the same message, which is in the
    /// attic as long as the locale does not have it again, or of another with the same words.
    fn kept(&self, segment: &Segment) -> Vec<String> {
        let id = &segment.id;
        let attics = self.lock.attic.iter().filter_map(|(locale, attic)| {
            let same = |known: &SegmentId| known == id || self.lock.stamp(locale, id).is_none();
            let mut fitting = attic.iter().filter(|(_, one)| one.source == segment.fingerprint);
            let (_, obsolete) = fitting.find(|(known, _)| same(known))?;
            Some(format!("Translated before ({locale}): {}", obsolete.pattern))
        });
        attics.collect()
    }
}

/// Where the words of a message stood before a split or a merge.
pub(super) fn came_from(lock: &Lock, origin: &Origin) -> String {
    let words = match origin.passage {
        Passage::Split => "Split from",
        Passage::Merged => "Merged with",
    };
    format!("{words} {}: {}", origin.id, lock.text(&origin.source).unwrap_or(""))
}

/// The translation of the message that was split or merged, where it is of use.
pub(super) fn translated_then<'a>(
    lock: &'a Lock,
    (key, catalog): (&str, Option<&'a Catalog>),
    segment: &Segment,
    origin: &Origin,
) -> Option<&'a str> {
    let current = |stamp: &Stamp| stamp.source == segment.fingerprint;
    if catalog.is_some_and(|catalog| catalog.entry(&segment.id).is_some())
        && lock.stamp(key, &segment.id).is_some_and(current)
    {
        return None;
    }
    let kept = lock.kept(key).into_iter().rev();
    let mut kept = kept.filter(|(id, one)| **id == origin.id && one.source == origin.source);
    if let Some((_, one)) = kept.next() {
        return Some(&one.pattern);
    }
    let stamp = lock.stamp(key, &origin.id)?;
    let entry = catalog?.entry(&origin.id).filter(|_| stamp.source == origin.source)?;
    Some(entry.pattern)
}

/// What each message is, in words for a translator: `Heading of level 2`, `Cell of a table, column …`.
pub fn kinds(document: &Document<Segment>) -> BTreeMap<&SegmentId, String> {
    let (levels, positions) = (levels(document), positions(document));
    let leaves = document.leaves().into_iter();
    leaves
        .map(|leaf| {
            let words = match leaf.id.attribute {
                Some("caption") => "Caption of an image".to_owned(),
                Some(_) => "Text alternative of an image".to_owned(),
                None => kind(&[leaf], &levels, &positions),
            };
            (&leaf.id, words)
        })
        .collect()
}

fn kind(
    parts: &[&Segment],
    levels: &BTreeMap<&str, u8>,
    positions: &BTreeMap<&SegmentId, String>,
) -> String {
    let Some(segment) = parts.first() else { return String::new() };
    if let Some(words) = positions.get(&segment.id) {
        return words.clone();
    }
    let words = match segment.kind {
        Kind::Meta => meta(&segment.id.message),
        Kind::Correction => "Correction: what was wrong, and what is right",
        Kind::Heading => {
            let level = levels.get(segment.id.message.as_str()).copied().unwrap_or(2);
            return format!("Heading of level {level}");
        }
        Kind::Paragraph => "Paragraph",
        Kind::Quotation => "Quotation (without outer quotation marks)",
        Kind::Attribution => "Who said the quotation above",
        Kind::Item => "List item",
        Kind::Term => "Term that is defined",
        Kind::Definition => "Definition of the term above",
        Kind::Note => "Footnote",
        Kind::Alert => "Paragraph set apart",
        Kind::Caption => "Caption of a table",
        Kind::Header => "Header of a column",
        Kind::Cell => "Cell of a table",
        Kind::Alt | Kind::ImageCaption if parts.len() > 1 => {
            "Image: .alt is its text alternative, .caption its caption"
        }
        Kind::Alt | Kind::ImageCaption => "Image: .alt is its text alternative",
    };
    words.to_owned()
}

/// Where leaves stand that say little alone: the cells of tables, the paragraphs of footnotes.
fn positions(document: &Document<Segment>) -> BTreeMap<&SegmentId, String> {
    let mut positions = BTreeMap::new();
    for table in document.tables() {
        for row in &table.rows {
            let head = row.first().and_then(Option::as_ref);
            for (index, cell) in row.iter().enumerate() {
                let Some(cell) = cell else { continue };
                let mut words = "Cell of a table".to_owned();
                if let Some(Some(header)) = table.header.get(index) {
                    words.extend([", column “", &header.pattern, "”"]);
                }
                if let Some(head) = head.filter(|_| index > 0) {
                    words.extend([", row “", &head.pattern, "”"]);
                }
                positions.insert(&cell.id, words);
            }
        }
    }
    for note in &document.notes {
        let leaves = note.leaves().into_iter().filter(|leaf| leaf.kind == Kind::Note);
        positions.extend(leaves.map(|leaf| (&leaf.id, format!("Footnote [^{}]", note.label))));
    }
    positions
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
        "meta-notice" => "Editor’s note, among the notices above the text",
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diagnostic::SourceText;
    use crate::disk::ProjectInput;
    use crate::files::Assets;
    use crate::identity::{Obsolete, Review};
    use crate::locale::Locale;
    use crate::project;
    use crate::segment::Slug;
    use crate::{identity, markdown};

    fn release(body: &str) -> Release {
        let front = "+++\ntitle = \"T\"\ndescription = \"D\"\ndate = 2021-05-26\n+++\n\n";
        let source = SourceText::new("index.md", format!("{front}{body}"));
        let assets: Assets = [("图.svg".to_owned(), Vec::new())].into();
        let (parsed, problems) = markdown::parse(&source, &assets);
        assert_eq!(problems, []);
        let parsed = parsed.expect("the front matter is right");
        let english = Arc::new(Locale::built_in("en").expect("one of the six"));
        Release {
            slug: Slug::new("one").expect("it is one"),
            document: identity::assign(&parsed.document, &Lock::default()),
            source,
            source_locale: english.clone(),
            locales: vec![english],
            facts: parsed.facts,
            lock: Lock::default(),
            assets: Arc::new(assets),
        }
    }

    /// The reference from the body on.
    fn written(body: &str, lock: &Lock) -> String {
        let config = Some(SourceText::new("hexapla.toml", ""));
        let (project, _) = project::parse(ProjectInput { config, ..ProjectInput::default() });
        let (ftl, problems) = reference(
            &release(body),
            lock,
            &BTreeMap::new(),
            &project.expect("the settings are fine").settings,
        );
        assert_eq!(problems, []);
        ftl.split_once("## Before the first heading\n\n").expect("it has a lead").1.to_owned()
    }

    #[test]
    fn cells_and_footnotes_say_where_they_stand() {
        let body = "词[^ملاحظة]\n\n| شكل | Links |\n|---|---|\n| HTML | *in* it |\n||none|\n\n\
                    [^ملاحظة]: نص.\n\n    - item\n";
        let ftl = written(body, &Lock::default());
        let comments: Vec<_> = ftl.lines().filter(|line| line.starts_with('#')).collect();
        let expected = [
            "# Paragraph",
            "# Header of a column",
            "# Header of a column",
            "# Cell of a table, column “شكل”",
            "# Cell of a table, column “Links”, row “HTML”",
            "# Cell of a table, column “Links”",
            "## Footnotes",
            "# Footnote [^ملاحظة]",
            "# List item",
        ];
        assert_eq!(comments, expected);
    }

    #[test]
    fn parts_of_images_are_named() {
        let note = "<!-- note: write { \"\" } -->\n";
        let first = "![树](图.svg \"See [x](https://un.org/)\")";
        let body = format!("词\n\n{note}{first}\n\n![شجرة](图.svg)\n");
        let document = release(&body).document;
        let caption = document.leaves()[4];
        let old = Fingerprint::of("old");
        let stamp =
            Stamp { source: old.clone(), translation: old.clone(), review: Review::Translated };
        let mut lock = Lock::default();
        lock.stamps.insert("ar".to_owned(), [(caption.id.clone(), stamp)].into());
        lock.texts.insert(old, "See \"y\"".to_owned());
        let ftl = written(&body, &lock);
        let comments: Vec<_> = ftl.lines().filter(|line| line.starts_with('#')).collect();
        let expected = [
            "# Paragraph",
            "# Image: .alt is its text alternative, .caption its caption",
            "# Note: write { \"\" }",
            "# Link [1] in .caption: https://un.org/",
            "# .caption: Changed since it was translated (ar). Before: See \"y\"",
            "# Image: .alt is its text alternative",
        ];
        assert_eq!(comments, expected);
    }

    #[test]
    fn words_that_come_back_bring_their_translations() {
        let body = "Words that came back.\n\nOther words.\n";
        let document = release(body).document;
        let back = document.leaves()[2];
        let kept = |pattern: &str, source: &Fingerprint| Obsolete {
            source: source.clone(),
            pattern: pattern.to_owned(),
        };
        let stamp = Stamp {
            source: back.fingerprint.clone(),
            translation: back.fingerprint.clone(),
            review: Review::Translated,
        };
        let lead = |lock: &Lock| -> Vec<String> {
            let ftl = written(body, lock);
            ftl.lines().take_while(|line| line.starts_with('#')).map(str::to_owned).collect()
        };
        let mut lock = Lock::default();
        // The same message; another with the same words; one with other words.
        let id = back.id.clone();
        let other = Fingerprint::of("");
        lock.attic.insert("ar".into(), [(id.clone(), kept("كلمات", &back.fingerprint))].into());
        lock.attic
            .insert("zh".into(), [(SegmentId::value("a-p"), kept("词", &back.fingerprint))].into());
        lock.attic.insert("ru".into(), [(SegmentId::value("b-p"), kept("слова", &other))].into());
        let expected =
            ["# Paragraph", "# Translated before (ar): كلمات", "# Translated before (zh): 词"];
        assert_eq!(lead(&lock), expected);
        // A stamp outlives its segment; beside another message, it says that there is a translation.
        for key in ["ar", "zh"] {
            lock.stamps.insert(key.to_owned(), [(id.clone(), stamp.clone())].into());
        }
        assert_eq!(lead(&lock), expected[..2]);
    }
}
