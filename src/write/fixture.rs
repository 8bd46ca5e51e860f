//! One release in Arabic, Chinese and English that holds every kind of block, mark and state: what
//! the writers' tests write.

mod kinds;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::catalog::{Furniture, words};
use crate::disk::Limits;
use crate::document::{
    Block, Date, Document, Facts, Inline, Mark, Meta, Note, Quotation, Section, SectionRole, State,
    Text,
};
use crate::edition::{Counts, Edition, Sibling};
use crate::locale::{Digits, Locale, LocaleRef};
use crate::project::{Format, Policy, Settings, Stale, TextOptions};
use crate::segment::{Anchor, SegmentId, Slug};
use crate::target::Target;

/// The keys of the locales of the fixture, in the order of the editions.
pub const KEYS: [&str; 3] = ["ar", "zh", "en"];

const PICTURE: &[u8] = include_bytes!("../../content/2026-11-24-specimen/one-source.svg");

/// The edition in the locale with this key: `ar` (with a paragraph split in two and a stale one),
/// `zh` (with a paragraph left out and one not translated), `en` (the source).
pub fn edition(key: &str) -> Edition {
    let locale = locale(key);
    let counts = match key {
        "ar" => Counts { messages: 48, missing: 0, stale: 1, revised: 0 },
        "zh" => Counts { messages: 48, missing: 1, stale: 0, revised: 0 },
        _ => Counts { messages: 48, missing: 0, stale: 0, revised: 0 },
    };
    Edition {
        slug: Slug::new("2026-11-24-fixture").expect("it is written here"),
        source_locale: self::locale("en"),
        facts: Facts {
            date: Date { year: 2026, month: 11, day: 24 },
            updated: Date { year: 2026, month: 11, day: 25 },
            source_locale: None,
            languages: None,
        },
        document: Words(Arc::clone(&locale)).document(),
        furniture: furniture(&locale),
        settings: Arc::new(settings()),
        languages: languages(),
        formats: vec![Format::Html, Format::Epub, Format::Text],
        counts,
        assets: Arc::new(BTreeMap::from([("one-source.svg".to_owned(), PICTURE.to_vec())])),
        publisher: "Office of Texts".to_owned(),
        locale,
    }
}

/// The furniture of a locale.
fn furniture(locale: &LocaleRef) -> Arc<Furniture> {
    words::built_in(locale, Digits::Western).expect("one of the six").furniture
}

/// The same with the locale's own digits.
pub fn native(locale: &LocaleRef) -> Arc<Furniture> {
    words::built_in(locale, Digits::Native).expect("one of the six").furniture
}

/// The furniture of a project that is called so.
pub fn furniture_of(key: &str, organisation: &str) -> Arc<Furniture> {
    let input = words::WordsInput {
        locale: &locale(key),
        furniture: None,
        terms: None,
        reference_terms: None,
        digits: Digits::Western,
        organisation,
    };
    words::parse(&input).0.expect("one of the six").furniture
}

/// A built-in locale.
pub fn locale(key: &str) -> LocaleRef {
    Arc::new(Locale::built_in(key).expect("one of the six"))
}

/// Settings with a base URL and a contact.
pub fn settings() -> Settings {
    Settings {
        base_url: Some("https://example.org/releases/".to_owned()),
        source_locale: locale("en"),
        locales: KEYS.map(locale).to_vec(),
        formats: vec![Format::Html, Format::Epub, Format::Text],
        parallel: Vec::new(),
        organisation: String::new(),
        contact: Some("access@example.org".to_owned()),
        stale: Stale::Notice,
        minimum_translated: 100,
        link_hosts: Vec::new(),
        url_rules: Vec::new(),
        digits: Digits::Western,
        text: TextOptions { bom: true, crlf: false, isolates: false, wrap: None },
        claim: None,
        check: Policy::default(),
        limits: Limits::default(),
    }
}

fn languages() -> Vec<Sibling> {
    let all = [Format::Html, Format::Epub, Format::Text];
    let one = |key: &str, title: &str, formats: &[Format]| Sibling {
        locale: locale(key),
        title: title.to_owned(),
        formats: formats.iter().copied().collect(),
    };
    vec![
        one("ar", "نصّ واحد بلغات ست", &all),
        one("zh", "一份文稿，六种语言", &all),
        one("en", "One text, six languages", &all),
        one("fr", "Un texte, six langues", &[Format::Epub]),
    ]
}

/// Words of one line.
fn t(words: &str) -> Inline {
    Inline::Text(words.to_owned())
}

fn span(mark: Mark, words: &str) -> Inline {
    Inline::Span(mark, vec![t(words)])
}

fn link(url: &str, hreflang: Option<&str>, words: &str) -> Inline {
    let target = Target::new(url).expect("it is written here");
    span(Mark::Link { target, hreflang: hreflang.map(str::to_owned) }, words)
}

/// Makes the leaves of one locale.
struct Words(LocaleRef);

impl Words {
    /// The one for this locale.
    fn choose<T>(&self, ar: T, zh: T, en: T) -> T {
        match self.0.key() {
            "ar" => ar,
            "zh" => zh,
            _ => en,
        }
    }

    fn of(&self, id: &str, paragraphs: Vec<Vec<Inline>>) -> Text {
        let source = self.0.key() == "en";
        let state = if source { State::Source } else { State::Translated };
        let (message, attribute) = match id.split_once('.') {
            Some((message, "alt")) => (message, Some("alt")),
            Some((message, _)) => (message, Some("caption")),
            None => (id, None),
        };
        let id = SegmentId { message: message.to_owned(), attribute };
        Text { id, paragraphs, locale: Arc::clone(&self.0), state }
    }

    /// A leaf of plain words.
    #[expect(clippy::too_many_arguments, reason = "a word in three languages reads best as a row")]
    fn say(&self, id: &str, ar: &str, zh: &str, en: &str) -> Text {
        self.of(id, vec![vec![t(self.choose(ar, zh, en))]])
    }

    fn document(&self) -> Document<Text> {
        Document {
            meta: self.meta(),
            blocks: vec![
                Block::Paragraph(self.marks()),
                Block::Paragraph(self.split()),
                Block::Paragraph(self.left_out()),
                Block::Section(self.session()),
                Block::Section(self.kinds()),
                Block::Section(self.fallback()),
            ],
            notes: self.notes(),
        }
    }

    fn meta(&self) -> Meta<Text> {
        let s = |id: &str, ar, zh, en| self.say(id, ar, zh, en);
        Meta {
            title: s(
                "meta-title",
                "نصّ واحد بلغات ست",
                "一份文稿，六种语言",
                "One text, six languages",
            ),
            description: s(
                "meta-description",
                "وصف البيان <في> جملة واحدة.",
                "一句话的简介。",
                "The release in one sentence, with “quotes” & signs.",
            ),
            kind: Some(s("meta-kind", "بيان صحفي", "新闻稿", "Press release")),
            series: Some(s("meta-series", "حوار افتراضي", "虚拟对话", "Virtual Dialogue")),
            place: Some(s("meta-place", "نيويورك", "纽约", "New York")),
            organisation: Some(s(
                "meta-organisation",
                "مكتب النصوص",
                "文本办公室",
                "Office of Texts",
            )),
            source: Some(s(
                "meta-source",
                "كُتب بالإنكليزية.",
                "原文为英文。",
                "Written in English.",
            )),
            notice: None,
        }
    }

    /// Every mark once, and a reference to each note.
    fn marks(&self) -> Text {
        let [from, abbreviation] = self.choose(
            ["قالت ", "لغة ترميز النص الفائق"],
            ["主任", "超文本标记语言"],
            ["She said ", "HyperText Markup Language"],
        );
        let cite = Mark::Cite { lang: Some("grc-Latn".to_owned()) };
        let isolate = self.choose(Mark::Isolate, Mark::Strong, Mark::Strong);
        let time = Mark::Time { datetime: "2026-11-24".to_owned() };
        self.of(
            "s-0000-p-aaaa",
            vec![vec![
                t(from),
                span(Mark::Emphasis, self.choose("كلمة", "重点", "stress")),
                t(" "),
                span(isolate, "@UN_OCT"),
                t(" "),
                Inline::Span(
                    Mark::Abbreviation { expansion: abbreviation.to_owned() },
                    vec![t("HTML")],
                ),
                Inline::NoteRef(1),
                Inline::Break,
                span(cite, "Hexapla"),
                t(" "),
                span(Mark::Language { lang: Some("la".to_owned()), dir: None }, "Verba volant"),
                t(" "),
                span(Mark::Quote { lang: Some("ar".to_owned()) }, "سلام"),
                t(" "),
                span(time, self.choose("اليوم", "今天", "today")),
                t(" CO"),
                span(Mark::Subscript, "2"),
                t(" m"),
                span(Mark::Superscript, "2"),
                t(" "),
                span(Mark::Strikethrough, self.choose("أمس", "昨天", "yesterday")),
                t(" "),
                Inline::Code("a < b && c".to_owned()),
                t(" "),
                link(
                    "https://www.un.org/a?b=1&c=2",
                    Some("en"),
                    self.choose("موقع", "网站", "site"),
                ),
                t(" "),
                link("#session", None, self.choose("الجلسة", "会议", "the session")),
                t(" "),
                link("mailto:a@example.org", None, "a@example.org"),
                Inline::NoteRef(2),
                Inline::NoteRef(1),
                t(self.choose(".", "。", ".")),
            ]],
        )
    }

    /// Two paragraphs in Arabic, one elsewhere; stale in Arabic.
    fn split(&self) -> Text {
        let mut text = self.say(
            "s-0000-p-bbbb",
            "الفقرة الأولى.",
            "中文一段。",
            "One paragraph that Arabic splits in two.",
        );
        if self.0.key() == "ar" {
            text.paragraphs.push(vec![t("الفقرة الثانية.")]);
            text.state = State::Stale;
        }
        text
    }

    /// No words in Chinese.
    fn left_out(&self) -> Text {
        let mut text = self.say("s-0000-p-cccc", "لا تُحذف.", "", "Chinese leaves this out.");
        if self.0.key() == "zh" {
            text.paragraphs.clear();
        }
        text
    }

    fn session(&self) -> Section<Text> {
        let speaker = |anchor: &str, heading, blocks| {
            Block::Section(Section {
                level: 3,
                anchor: Anchor::new(anchor).expect("it is written here"),
                role: SectionRole::Speaker,
                heading,
                blocks,
            })
        };
        let says = |id: &str, ar, zh, en| Block::Paragraph(self.say(id, ar, zh, en));
        let first = self.say("ms-a-heading-aaaa", "السيدة ألف", "甲女士", "Ms. A, Director");
        let second = self.say("mr-b-heading-aaaa", "السيد باء", "乙先生", "Mr. B, Mayor of Málaga");
        let said = Quotation {
            blocks: vec![
                says("ms-a-quote-aaaa", "نقول الحق.", "我们说真话。", "We say what is true."),
                says("ms-a-quote-bbbb", "ونعمل به.", "我们也这样做。", "And we do it."),
            ],
            attribution: None,
        };
        let statement = says("ms-a-p-aaaa", "(البيان)", "（发言）", "(Statement)");
        Section {
            level: 2,
            anchor: Anchor::new("session").expect("it is written here"),
            role: SectionRole::Plain,
            heading: self.say("session-heading-aaaa", "الجلسة", "会议", "The session"),
            blocks: vec![
                speaker("ms-a", first, vec![Block::Quotation(said), statement]),
                speaker("mr-b", second, vec![]),
            ],
        }
    }

    /// A section whose heading and paragraph stand in English in the Chinese edition.
    fn fallback(&self) -> Section<Text> {
        let english = Self(locale("en"));
        let words = if self.0.key() == "zh" { &english } else { self };
        let mut heading = words.say("late-heading-aaaa", "لاحقاً", "", "Late news");
        let mut text = words.say("late-p-aaaa", "وصل هذا متأخراً.", "", "This came late.");
        if self.0.key() == "zh" {
            heading.state = State::Missing;
            text.state = State::Missing;
        }
        Section {
            level: 2,
            anchor: Anchor::new("late").expect("it is written here"),
            role: SectionRole::Plain,
            heading,
            blocks: vec![Block::Paragraph(text)],
        }
    }

    fn notes(&self) -> Vec<Note<Text>> {
        let note = |label: &str, id: &str, ar, zh, en| Note {
            label: label.to_owned(),
            blocks: vec![Block::Paragraph(self.say(id, ar, zh, en))],
        };
        vec![
            note("1", "notes-note-aaaa", "حاشية أولى.", "注一。", "The first note."),
            note("two", "notes-note-bbbb", "حاشية ثانية.", "注二。", "The second note."),
        ]
    }
}
