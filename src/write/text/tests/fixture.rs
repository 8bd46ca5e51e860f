//! A release that holds every block, in five languages.

use std::sync::Arc;

use crate::catalog::words::built_in;
use crate::document::{
    Alert, AlertKind, Alignment, Block, Code, Date, Definition, Document, Facts, Figure, Inline,
    List, Mark, Meta, Note, Quotation, Section, SectionRole, State, Table, Text,
};
use crate::edition::{Counts, Edition, Sibling, isolate};
use crate::files::Assets;
use crate::locale::{Digits, Direction, Locale, LocaleRef, UNITED_NATIONS};
use crate::project::{Format, Policy, Settings, Stale, TextOptions};
use crate::segment::{Anchor, SegmentId, Slug};
use crate::target::Target;

/// The words of the fixture: en, ar, zh, fr, ru.
const WORDS: [[&str; 5]; 51] = [
    [
        "Office of Counter-Terrorism",
        "مكتب مكافحة الإرهاب",
        "反恐怖主义办公室",
        "Bureau de lutte contre le terrorisme",
        "Контртеррористическое управление",
    ],
    [
        "One text, five languages",
        "نص واحد وخمس لغات",
        "一文五语",
        "Un texte, cinq langues",
        "Один текст, пять языков",
    ],
    ["A description", "وصف", "说明", "Une description", "Описание"],
    ["Press release", "بيان صحفي", "新闻稿", "Communiqué de presse", "Пресс-релиз"],
    ["Dialogue", "حوار", "对话会", "Dialogue", "Диалог"],
    ["New York", "نيويورك", "纽约", "New York", "Нью-Йорк"],
    ["Office", "المكتب", "办公室", "Le Bureau", "Управление"],
    [
        "Written for a test.",
        "كُتب من أجل اختبار.",
        "为测试而写。",
        "Écrit pour un test.",
        "Написано для проверки.",
    ],
    [
        "The Office of Counter-Terrorism (",
        "مكتب مكافحة الإرهاب (",
        "反恐怖主义办公室（",
        "Le Bureau de lutte contre le terrorisme (",
        "Контртеррористическое управление (",
    ],
    [") and ", ") و", "）和", ") et ", ") и "],
    ["CTED", "المديرية", "反恐执行局", "DEDCT", "ИДКТК"],
    [
        "Counter-Terrorism Committee Executive Directorate",
        "المديرية التنفيذية للجنة مكافحة الإرهاب",
        "反恐怖主义委员会执行局",
        "Direction exécutive du Comité contre le terrorisme",
        "Исполнительный директорат Контртеррористического комитета",
    ],
    [" met.", " اجتمعا.", "开会。", " se sont réunis.", " провели встречу."],
    ["the Charter", "الميثاق", "《宪章》", "la Charte", "Устав"],
    ["Read ", "اقرأ ", "请读", "Lisez ", "Прочтите "],
    [" and ", " و", "和", " et ", " и "],
    [", then ", "، ثم ", "，再看", ", puis ", ", затем "],
    ["the words", "الألفاظ", "用语", "les mots", "слова"],
    [".", ".", "。", ".", "."],
    ["Write to ", "اكتب إلى ", "请写信给", "Écrivez à ", "Пишите на "],
    ["On ", "في ", "于", "Le ", "В день "],
    ["25 May 2021", "25 أيار/مايو 2021", "2021年5月25日", "25 mai 2021", "25 мая 2021 года"],
    ["26 May 2021", "26 أيار/مايو 2021", "2021年5月26日", "26 mai 2021", "26 мая 2021 года"],
    [
        " carbon dioxide (CO",
        " ثاني أكسيد الكربون (CO",
        "二氧化碳（CO",
        " le dioxyde de carbone (CO",
        " углекислый газ (CO",
    ],
    [") filled m", ") ملأ م", "）充满m", ") emplissait m", ") заполнил м"],
    ["He said ", "قال ", "他说", "Il a dit ", "Он сказал "],
    ["this is ", "هذا ", "这是", "c’est ", "это "],
    ["right", "صواب", "对的", "juste", "верно"],
    ["First line,", "السطر الأول،", "第一行，", "Première ligne,", "Первая строка,"],
    ["second line.", "السطر الثاني.", "第二行。", "seconde ligne.", "вторая строка."],
    ["Opening session", "الجلسة الافتتاحية", "开幕会议", "Séance d’ouverture", "Открытие"],
    ["Mr. Speaker", "السيد المتكلم", "发言先生", "M. Orateur", "Г-н Оратор"],
    ["Ms. Silent", "السيدة الصامتة", "沉默女士", "Mme Silence", "Г-жа Молчание"],
    [
        "Human rights are central.",
        "حقوق الإنسان أساسية.",
        "人权是核心。",
        "Les droits de l’homme sont essentiels.",
        "Права человека важны.",
    ],
    [
        "Civil society helps.",
        "المجتمع المدني يساعد.",
        "民间社会在帮助。",
        "La société civile aide.",
        "Гражданское общество помогает.",
    ],
    ["(Statement)", "(البيان)", "（发言）", "(Déclaration)", "(Выступление)"],
    ["Article 19", "المادة 19", "第十九条", "Article 19", "Статья 19"],
    ["The rest", "البقية", "其余", "Le reste", "Остальное"],
    ["an item", "بند", "一项", "un élément", "пункт"],
    ["a deeper item", "بند أعمق", "更深一项", "un élément plus profond", "более глубокий пункт"],
    ["Edition", "طبعة", "版本", "Édition", "Издание"],
    [
        "A release in one language.",
        "نص بلغة واحدة.",
        "一种语言的文稿。",
        "Un texte dans une langue.",
        "Текст на одном языке.",
    ],
    ["A tree", "شجرة", "一棵树", "Un arbre", "Дерево"],
    ["From one source", "من مصدر واحد", "出自一源", "D’une seule source", "Из одного источника"],
    ["Formats", "الأشكال", "格式", "Formats", "Форматы"],
    ["Format", "الشكل", "格式", "Format", "Формат"],
    ["Links", "الروابط", "链接", "Liens", "Ссылки"],
    ["in the text", "في النص", "在文中", "dans le texte", "в тексте"],
    ["Plain text", "نص عادي", "纯文本", "Texte brut", "Простой текст"],
    [
        "The columns held Hebrew.",
        "كانت الأعمدة بالعبرية.",
        "各栏为希伯来文。",
        "Les colonnes étaient en hébreu.",
        "Столбцы были на иврите.",
    ],
    ["And Greek.", "وباليونانية.", "还有希腊文。", "Et en grec.", "И на греческом."],
];

/// Words in one language.
struct Words {
    locale: LocaleRef,
    source: LocaleRef,
    column: usize,
}

/// A leaf's mark.
fn span(mark: Mark, content: Vec<Inline>) -> Inline {
    Inline::Span(mark, content)
}

fn raw(words: &str) -> Inline {
    Inline::Text(words.to_owned())
}

fn link(url: &str, words: Inline) -> Inline {
    let target = Target::new(url).expect("the fixture's targets are good");
    span(Mark::Link { target, hreflang: None }, vec![words])
}

impl Words {
    /// The words that are these in English.
    fn of(&self, english: &str) -> Inline {
        let row = WORDS.iter().find(|row| row[0] == english);
        raw(row.expect(english)[self.column])
    }

    fn text(&self, paragraphs: Vec<Vec<Inline>>) -> Text {
        let id = SegmentId::value("fixture");
        let paragraphs = paragraphs
            .into_iter()
            .map(|inlines| isolate(inlines, self.locale.direction()))
            .collect();
        Text { id, paragraphs, locale: self.locale.clone(), state: State::Translated }
    }

    fn leaf(&self, english: &str) -> Text {
        self.text(vec![vec![self.of(english)]])
    }

    /// A leaf that stands in the language of the source.
    fn fallback(&self, english: &str) -> Text {
        let locale = self.source.clone();
        Text { locale, state: State::Missing, ..self.text(vec![vec![raw(english)]]) }
    }

    fn paragraph(&self, english: &str) -> Block<Text> {
        Block::Paragraph(self.leaf(english))
    }

    fn item(&self, english: &str) -> Vec<Block<Text>> {
        vec![self.paragraph(english)]
    }

    #[expect(clippy::too_many_lines, reason = "a list of paragraphs, one after the other")]
    fn prose(&self) -> Vec<Block<Text>> {
        let abbreviation = |words, expansion: Inline| match expansion {
            Inline::Text(expansion) => span(Mark::Abbreviation { expansion }, vec![words]),
            other => other,
        };
        let office = "https://www.un.org/office";
        let paragraphs = [
            vec![
                self.of("The Office of Counter-Terrorism ("),
                abbreviation(raw("UNOCT"), self.of("Office of Counter-Terrorism")),
                self.of(") and "),
                abbreviation(
                    self.of("CTED"),
                    self.of("Counter-Terrorism Committee Executive Directorate"),
                ),
                self.of(" met."),
            ],
            vec![
                self.of("Read "),
                link("https://www.un.org/charter", self.of("the Charter")),
                self.of(" and "),
                link(office, self.of("Office")),
                self.of(", then "),
                link("#words", self.of("the words")),
                Inline::NoteRef(1),
                self.of("."),
            ],
            vec![
                self.of("Write to "),
                link("mailto:a@un.org", raw("a@un.org")),
                self.of(" and "),
                link("mailto:b@un.org", self.of("Office")),
                self.of(" and "),
                link(office, raw("www.un.org/office")),
                self.of("."),
            ],
            vec![
                self.of("On "),
                span(Mark::Strikethrough, vec![self.of("25 May 2021")]),
                // No space in Chinese.
                raw(if self.locale.language() == "zh" { "" } else { " " }),
                span(
                    Mark::Time { datetime: "2021-05-26".to_owned() },
                    vec![self.of("26 May 2021")],
                ),
                self.of(" carbon dioxide (CO"),
                span(Mark::Subscript, vec![raw("2")]),
                self.of(") filled m"),
                span(Mark::Superscript, vec![raw("2")]),
                self.of("."),
            ],
            vec![
                self.of("He said "),
                span(
                    Mark::Quote { lang: None },
                    vec![
                        self.of("this is "),
                        span(
                            Mark::Quote { lang: None },
                            vec![span(Mark::Strong, vec![self.of("right")])],
                        ),
                    ],
                ),
                self.of(" and "),
                span(
                    Mark::Language { lang: Some("la".to_owned()), dir: Some(Direction::Ltr) },
                    vec![raw("Verba volant")],
                ),
                self.of("."),
            ],
            vec![self.of("First line,"), Inline::Break, self.of("second line.")],
        ];
        let mut blocks: Vec<_> =
            paragraphs.into_iter().map(|one| Block::Paragraph(self.text(vec![one]))).collect();
        // A paragraph that the translator left out, one that was split, one not translated.
        blocks.push(Block::Paragraph(self.text(Vec::new())));
        let split =
            vec![vec![self.of("Human rights are central.")], vec![self.of("Civil society helps.")]];
        blocks.push(Block::Paragraph(self.text(split)));
        blocks.push(Block::Paragraph(self.fallback("Not translated.")));
        blocks
    }

    fn speakers(&self) -> Block<Text> {
        let speech = Quotation {
            blocks: vec![
                self.paragraph("Human rights are central."),
                Block::Paragraph(self.text(vec![vec![
                    self.of("this is "),
                    span(Mark::Quote { lang: None }, vec![self.of("right")]),
                    self.of("."),
                ]])),
                self.paragraph("Civil society helps."),
            ],
            attribution: None,
        };
        let speaker = |anchor, heading, blocks| {
            self.section(3, anchor, SectionRole::Speaker, heading, blocks)
        };
        let statement = self.paragraph("(Statement)");
        let blocks = vec![
            speaker("speaker", "Mr. Speaker", vec![Block::Quotation(speech), statement.clone()]),
            speaker("silent", "Ms. Silent", vec![statement]),
        ];
        self.section(2, "opening", SectionRole::Plain, "Opening session", blocks)
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "the five parts of a section, as they stand in it"
    )]
    fn section(
        &self,
        level: u8,
        anchor: &str,
        role: SectionRole,
        heading: &str,
        blocks: Vec<Block<Text>>,
    ) -> Block<Text> {
        let anchor = Anchor::new(anchor).expect("the fixture's anchors are good");
        Block::Section(Section { level, anchor, role, heading: self.leaf(heading), blocks })
    }

    fn lists(&self) -> Vec<Block<Text>> {
        let unordered = |items| Block::List(List { start: None, items });
        let deeper = unordered(vec![self.item("a deeper item"), self.item("a deeper item")]);
        let mut second = self.item("an item");
        second.push(self.paragraph("Civil society helps."));
        second.push(deeper.clone());
        second.push(Block::Code(Code { language: None, text: "x\n".to_owned() }));
        second.push(deeper.clone());
        let mut outer = self.item("an item");
        outer.push(deeper);
        vec![
            unordered(vec![self.item("an item"), self.item("an item")]),
            Block::List(List { start: Some(3), items: vec![self.item("an item"), second] }),
            Block::Break,
            unordered(vec![outer, self.item("an item")]),
        ]
    }

    fn table(&self) -> Block<Text> {
        let cell = |english| Some(self.leaf(english));
        Block::Table(Table {
            caption: cell("Formats"),
            alignments: vec![Alignment::Start; 3],
            header: vec![cell("Format"), cell("Links"), None],
            rows: vec![
                vec![Some(self.text(vec![vec![raw("HTML")]])), cell("in the text"), None],
                vec![cell("Plain text"), None, cell("Written for a test.")],
            ],
        })
    }

    fn rest(&self) -> Block<Text> {
        let mut blocks = self.lists();
        blocks.push(Block::Definitions(vec![Definition {
            term: self.leaf("Edition"),
            definitions: vec![self.item("A release in one language."), self.item("Plain text")],
        }]));
        blocks.push(Block::Figure(Figure {
            path: "tree.svg".to_owned(),
            alt: self.leaf("A tree"),
            caption: Some(self.leaf("From one source")),
        }));
        blocks.push(self.table());
        blocks.push(Block::Alert(Alert {
            kind: AlertKind::Warning,
            blocks: self.item("Civil society helps."),
        }));
        let code = "fn main() {\n\tlet a = 1;  \n\n\n\n    b();\n}\n\n";
        let language = Some("rust".to_owned());
        blocks.push(Block::Code(Code { language, text: code.to_owned() }));
        let name = vec![link("https://www.un.org/declaration", self.of("Article 19"))];
        blocks.push(Block::Quotation(Quotation {
            blocks: self.item("Human rights are central."),
            attribution: Some(self.text(vec![name])),
        }));
        self.section(2, "rest", SectionRole::Plain, "The rest", blocks)
    }

    fn document(&self) -> Document<Text> {
        let mut blocks = self.prose();
        blocks.push(self.speakers());
        blocks.push(self.rest());
        let more = vec![link("https://www.un.org/greek", self.of("And Greek."))];
        Document {
            meta: Meta {
                title: self.leaf("One text, five languages"),
                description: self.leaf("A description"),
                kind: Some(self.leaf("Press release")),
                series: Some(self.leaf("Dialogue")),
                place: Some(self.leaf("New York")),
                organisation: Some(self.leaf("Office")),
                source: Some(self.leaf("Written for a test.")),
                notice: Some(self.leaf("Civil society helps.")),
            },
            blocks,
            notes: vec![Note {
                label: "a".to_owned(),
                blocks: vec![
                    self.paragraph("The columns held Hebrew."),
                    Block::Paragraph(self.text(vec![more])),
                ],
            }],
        }
    }
}

/// The project's settings.
fn settings(source: &LocaleRef, locales: &[LocaleRef]) -> Settings {
    Settings {
        base_url: Some("https://example.org/".to_owned()),
        source_locale: source.clone(),
        locales: locales.to_vec(),
        formats: vec![Format::Html, Format::Epub, Format::Text],
        parallel: Vec::new(),
        organisation: String::new(),
        contact: Some("office@example.org".to_owned()),
        stale: Stale::Notice,
        minimum_translated: 0,
        link_hosts: Vec::new(),
        url_rules: Vec::new(),
        digits: Digits::Western,
        text: TextOptions { bom: false, crlf: false, isolates: false, wrap: None },
        claim: None,
        check: Policy::default(),
        limits: crate::disk::Limits::default(),
    }
}

/// The fixture's edition in one of the six languages (Spanish has no words of its own here).
pub(super) fn edition(key: &str) -> Edition {
    let locale = |key: &str| Arc::new(Locale::built_in(key).expect("it is one of the six"));
    let locales: Vec<_> = UNITED_NATIONS.iter().map(|(key, _, _)| locale(key)).collect();
    let column = ["en", "ar", "zh", "fr", "ru"].iter().position(|one| *one == key);
    let words = Words {
        locale: locale(key),
        source: locale("en"),
        column: column.expect("five languages"),
    };
    let translation = usize::from(key != "en");
    Edition {
        slug: Slug::new("2026-11-24-fixture").expect("it is one"),
        locale: words.locale.clone(),
        source_locale: words.source.clone(),
        facts: Facts {
            date: Date { year: 2026, month: 11, day: 24 },
            updated: Date { year: 2026, month: 12, day: 1 },
            source_locale: None,
            languages: None,
        },
        document: words.document(),
        furniture: built_in(&words.locale, Digits::Western).expect(key).furniture,
        settings: Arc::new(settings(&words.source, &locales)),
        languages: locales
            .iter()
            .map(|locale| Sibling {
                locale: locale.clone(),
                title: String::new(),
                formats: [Format::Text].into_iter().filter(|_| locale.key() != "es").collect(),
            })
            .collect(),
        formats: vec![Format::Html, Format::Epub, Format::Text],
        counts: Counts { messages: 60, missing: translation, stale: 2 * translation, revised: 0 },
        assets: Arc::new(Assets::new()),
        publisher: "Office".to_owned(),
    }
}

/// The same edition with other options.
pub(super) fn options(mut edition: Edition, text: TextOptions) -> Edition {
    let settings = (*edition.settings).clone();
    edition.settings = Arc::new(Settings { text, ..settings });
    edition
}

/// A leaf of these paragraphs, in English.
pub(super) fn leaf_of(paragraphs: Vec<Vec<Inline>>) -> Text {
    let locale = Arc::new(Locale::built_in("en").expect("it is one of the six"));
    let id = SegmentId::value("fixture");
    Text { id, paragraphs, locale, state: State::Translated }
}

/// The same words as a Spanish edition.
pub(super) fn in_spanish(mut edition: Edition) -> Edition {
    edition.locale = Arc::new(Locale::built_in("es").expect("it is one of the six"));
    let words = built_in(&edition.locale, Digits::Western).expect("its furniture is built in");
    edition.furniture = words.furniture;
    edition
}
