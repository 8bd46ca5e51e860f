//! What holds for every file and every text.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;

static CHINESE: LazyLock<Words> =
    LazyLock::new(|| words::built_in(&locale("zh"), Digits::Western).unwrap());

/// Text that Fluent finds hard, without placeables of its own.
fn hard_text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        " ",
        "  ",
        "*",
        "[",
        "]",
        ".",
        "=",
        "\"",
        "\\",
        "#",
        "-",
        "a",
        "b = c",
        "\n",
        "\n\n",
        "مرحبا",
        "中文",
        "Ж",
        "{ \"{\" }",
        "{ \"}\" }",
        "{ \"\" }",
        "\u{a0}",
        "\u{202b}",
        "1. ",
        "(",
    ]);
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// Anything that looks like Fluent, and anything that does not.
fn any_ftl() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "a = ",
            "b = ",
            "-t = ",
            "-u = ",
            "\n",
            "\n    ",
            "{ ",
            " }",
            "{",
            "}",
            "$x",
            "-t",
            "-u",
            "a",
            "b",
            " -> ",
            "\n[one] ",
            "\n*[other] ",
            "[",
            "*",
            ".alt = ",
            ".c = ",
            "NUMBER(",
            ")",
            "(",
            "\"",
            "\\u00",
            "\\",
            ": ",
            ",",
            "1",
            "1.5",
            "99999999999999999999",
            "минус",
            "عربي",
            "# ",
            "## ",
            "\t",
            "\u{FEFF}",
            "\r",
        ])
        .prop_map(str::to_owned),
        any::<String>(),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_in_a_file_makes_it_panic(ftl in any_ftl()) {
        let source = SourceText::new("x.ftl", ftl.as_str());
        let locale = locale("ar");
        let (words, _) = words::parse(&WordsInput {
            locale: &locale,
            furniture: None,
            terms: Some(&source),
            reference_terms: Some(&source),
            digits: Digits::Native,
            organisation: "",
        });
        if let Some(words) = words {
            let (catalog, _) = parse(&source, &words);
            for id in catalog.ids() {
                let entry = catalog.entry(&id).expect("an id that is listed has an entry");
                prop_assert!(catalog.place(entry.range).line > 0);
                if let Ok(said) = catalog.resolve(&id, &[("x", "س".into())]) {
                    prop_assert!(said.is_some());
                }
            }
        }
        let (own, _) = words::parse(&WordsInput {
            locale: &locale,
            furniture: Some(&source),
            terms: None,
            reference_terms: None,
            digits: Digits::Western,
            organisation: "",
        });
        if let Some(own) = own {
            own.furniture.say(Phrase::Notes);
        }
    }

    #[test]
    fn what_is_written_is_read_back(text in hard_text()) {
        let mut ftl = Ftl::new("الاختبار");
        let message = Message {
            comments: vec![text.clone()],
            value: Some(&text),
            attributes: vec![("alt", &text)],
        };
        prop_assert_eq!(ftl.message("before", &message), Ok(()));
        prop_assert_eq!(ftl.message("after", &message), Ok(()));
        let (catalog, found) = parse(&SourceText::new("x.ftl", ftl.finish()), &CHINESE);
        prop_assert_eq!(found, vec![]);
        let plain = text.replace("{ \"{\" }", "{").replace("{ \"}\" }", "}").replace("{ \"\" }", "");
        for attribute in [None, Some("alt")] {
            for message in ["before", "after"] {
                let id = SegmentId { message: message.into(), attribute };
                prop_assert_eq!(catalog.resolve(&id, &[]), Ok(Some(plain.as_str().into())));
            }
        }
    }
}
