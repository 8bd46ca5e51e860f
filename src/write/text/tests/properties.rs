//! What is true of the text of any release.

use proptest::collection::vec;
use proptest::prelude::*;

use crate::catalog::Phrase;
use crate::document::{
    Alert, AlertKind, Alignment, Block, Code, Definition, Figure, Inline, List, Mark, Note,
    Quotation, Section, SectionRole, Table, Text,
};
use crate::edition::Edition;
use crate::project::TextOptions;
use crate::segment::Anchor;
use crate::target::Target;

use super::super::text;
use super::fixture::{edition, leaf_of, options};

/// Words of three scripts with what should never reach a reader between them.
fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof!["[a-zé]{5,8}", "[ابتثجحخد]{5,8}", "[中文人权法治对话]{5,8}"];
    let between = prop_oneof![
        Just(" "),
        Just("  "),
        Just("\t"),
        Just("\u{200f}"),
        Just("\u{2066}"),
        Just("\n"),
        Just("\u{7}"),
        Just("\u{2028}"),
        Just("\u{a0}"),
        Just("—"),
        Just("\u{85}"),
    ];
    vec((between, word), 1..4).prop_map(|all| {
        all.into_iter().flat_map(|(space, word)| [space.to_owned(), word]).collect()
    })
}

fn mark() -> impl Strategy<Value = Mark> {
    let target = prop_oneof![
        Just("https://www.un.org/ar"),
        Just("https://www.un.org/zh"),
        Just("#here"),
        Just("mailto:a@un.org"),
        Just("tel:+1"),
        Just("../other"),
    ];
    prop_oneof![
        Just(Mark::Emphasis),
        Just(Mark::Strong),
        Just(Mark::Strikethrough),
        Just(Mark::Subscript),
        Just(Mark::Superscript),
        Just(Mark::Isolate),
        Just(Mark::Cite { lang: None }),
        Just(Mark::Quote { lang: None }),
        Just(Mark::Language { lang: Some("la".to_owned()), dir: None }),
        Just(Mark::Time { datetime: "2021-05-26".to_owned() }),
        words().prop_map(|expansion| Mark::Abbreviation { expansion }),
        target.prop_map(|url| Mark::Link {
            target: Target::new(url).expect("they are all good"),
            hreflang: None
        }),
    ]
}

fn inline() -> impl Strategy<Value = Inline> {
    let leaf = prop_oneof![
        4 => words().prop_map(Inline::Text),
        1 => words().prop_map(Inline::Code),
        1 => Just(Inline::Break),
        1 => (1_usize..4).prop_map(Inline::NoteRef),
    ];
    leaf.prop_recursive(3, 8, 3, |inner| {
        (mark(), vec(inner, 1..3)).prop_map(|(mark, content)| Inline::Span(mark, content))
    })
}

/// A leaf of any number of paragraphs.
fn leaf(paragraphs: std::ops::Range<usize>) -> impl Strategy<Value = Text> {
    let paragraph = (words(), vec(inline(), 0..4)).prop_map(|(first, mut rest)| {
        rest.insert(0, Inline::Text(first));
        rest
    });
    vec(paragraph, paragraphs).prop_map(leaf_of)
}

fn one() -> impl Strategy<Value = Text> {
    leaf(1..2)
}

fn table() -> impl Strategy<Value = Table<Text>> {
    let cell = || proptest::option::of(one());
    let full = || vec(one().prop_map(Some), 2);
    (cell(), full(), full(), vec(vec(cell(), 2), 0..3)).prop_map(|(caption, header, row, rows)| {
        let rows = std::iter::once(row).chain(rows).collect();
        Table { caption, alignments: vec![Alignment::Start; 2], header, rows }
    })
}

fn block() -> impl Strategy<Value = Block<Text>> {
    let leaf = prop_oneof![
        4 => leaf(0..3).prop_map(Block::Paragraph),
        1 => (one(), proptest::option::of(one())).prop_map(|(alt, caption)| {
            Block::Figure(Figure { path: "a.svg".to_owned(), alt, caption })
        }),
        1 => table().prop_map(Block::Table),
        1 => (proptest::option::of("[a-z]{1,4}"), words()).prop_map(|(language, text)| {
            Block::Code(Code { language, text: format!("\n\n{text}\n\n\n\t{text}  \n") })
        }),
        1 => Just(Block::Break),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        let blocks = || vec(inner.clone(), 0..3);
        let item = || vec(inner.clone(), 0..3);
        let definition = (one(), vec(item(), 0..3));
        prop_oneof![
            (blocks(), proptest::option::of(one())).prop_map(|(blocks, attribution)| {
                Block::Quotation(Quotation { blocks, attribution })
            }),
            (proptest::option::of(0_u64..20), vec(item(), 0..3))
                .prop_map(|(start, items)| Block::List(List { start, items })),
            blocks().prop_map(|blocks| Block::Alert(Alert { kind: AlertKind::Tip, blocks })),
            vec(definition, 1..3).prop_map(|all| {
                let definition = |(term, definitions)| Definition { term, definitions };
                Block::Definitions(all.into_iter().map(definition).collect())
            }),
        ]
    })
}

fn section() -> impl Strategy<Value = Block<Text>> {
    let role = prop_oneof![Just(SectionRole::Plain), Just(SectionRole::Speaker)];
    (role, one(), vec(block(), 0..4)).prop_map(|(role, heading, blocks)| {
        let anchor = Anchor::new("a").expect("it is good");
        Block::Section(Section { level: 2, anchor, role, heading, blocks })
    })
}

/// Any edition in Arabic, Chinese or English.
fn any_edition() -> impl Strategy<Value = Edition> {
    let key = prop_oneof![Just("ar"), Just("zh"), Just("en")];
    let note = vec(block(), 1..3);
    (key, vec(block(), 0..4), vec(section(), 0..3), vec(note, 0..3)).prop_map(
        |(key, blocks, sections, notes)| {
            let mut edition = edition(key);
            let note = |blocks| Note { label: "a".to_owned(), blocks };
            edition.document.blocks = blocks.into_iter().chain(sections).collect();
            edition.document.notes = notes.into_iter().map(note).collect();
            edition
        },
    )
}

/// The words of inlines, those that are struck out excepted.
fn spoken(inlines: &[Inline], words: &mut Vec<String>) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => {
                let all = text.split(|c: char| !c.is_alphanumeric()).map(str::to_owned);
                words.extend(all.filter(|word| !word.is_empty()));
            }
            Inline::Break | Inline::NoteRef(_) | Inline::Span(Mark::Strikethrough, _) => {}
            Inline::Span(_, content) => spoken(content, words),
        }
    }
}

fn words_of(edition: &Edition) -> Vec<String> {
    let mut words = Vec::new();
    for leaf in edition.document.leaves() {
        leaf.paragraphs.iter().for_each(|inlines| spoken(inlines, &mut words));
    }
    // The description is for catalogues and search engines.
    let description = edition.document.meta.description.plain();
    words.retain(|word| !description.contains(word.as_str()));
    words
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_but_words_and_line_ends(edition in any_edition()) {
        let text = text(&edition);
        let odd = |c: char| (c.is_control() && c != '\n') || "\u{2028}\u{200f}\u{2066}".contains(c);
        prop_assert!(!text.contains(odd), "{text:?}");
        prop_assert!(text.lines().all(|line| line.trim_end() == line), "{text:?}");
    }

    #[test]
    fn every_word_is_there(edition in any_edition()) {
        let text = text(&edition);
        for word in words_of(&edition) {
            prop_assert!(text.contains(&word), "{word} in {text}");
        }
    }

    #[test]
    fn blank_lines_tell_the_structure(edition in any_edition()) {
        let text = text(&edition);
        prop_assert!(!text.starts_with('\n') && text.ends_with('\n') && !text.ends_with("\n\n"));
        prop_assert!(!text.contains("\n\n\n\n"), "{text}");
        let notes = !edition.document.notes.is_empty();
        let links = text.contains("\n\n[1] ");
        // The title, the sections, the notes, the links, and what is said about the text.
        let headings = 2
            + edition.document.sections().count()
            + usize::from(notes)
            + usize::from(links);
        prop_assert_eq!(text.matches("\n\n\n").count(), headings, "{}", text);
    }

    #[test]
    fn every_link_is_listed_once(edition in any_edition()) {
        let text = text(&edition);
        let links = format!("\n\n\n{}\n\n", edition.say(Phrase::Links));
        let section = text.split_once(&links).map_or("", |(_, rest)| rest).split("\n\n\n");
        let listed: Vec<_> = section.take(1).flat_map(|all| all.split("\n\n")).collect();
        let listed: Vec<_> = listed.into_iter().filter(|line| !line.is_empty()).collect();
        for (index, line) in listed.iter().enumerate() {
            let number = format!("[{}]", index + 1);
            prop_assert!(line.starts_with(&format!("{number} ")), "{text}");
            prop_assert!(text.matches(&number).count() > 1, "{number} in {text}");
        }
        prop_assert!(!text.contains(&format!("[{}]", listed.len() + 1)), "{text}");
    }

    #[test]
    fn wrapping_changes_nothing_but_spaces(edition in any_edition(), columns in 1_usize..60) {
        let plain = text(&edition);
        let none = TextOptions { bom: false, crlf: false, isolates: false, wrap: None };
        let wrapped = text(&options(edition, TextOptions { wrap: Some(columns), ..none }));
        let letters = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert_eq!(letters(&wrapped), letters(&plain));
        prop_assert_eq!(wrapped.matches("\n\n").count(), plain.matches("\n\n").count());
    }
}
