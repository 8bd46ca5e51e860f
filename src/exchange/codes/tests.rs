use proptest::prelude::*;

use super::*;

/// The parts as a translator sees them.
fn seen(coded: &Coded) -> String {
    let part = |part: &Part| match part {
        Part::Words(words) => words.clone(),
        Part::Start(index) => format!("⟨{}", index + 1),
        Part::End(index) => format!("{}⟩", index + 1),
        Part::Alone(index) => format!("⟪{}⟫", coded.codes[*index].shown()),
    };
    coded.parts.iter().map(part).collect()
}

#[test]
fn words_are_words_and_signs_are_codes() {
    for (pattern, expected) in [
        (
            "قرر { -unoct(form: \"}\") } **أن** [يعمل][1]",
            "قرر ⟪{ -unoct(form: \"}\") }⟫ ⟨1أن1⟩ ⟨2يعمل2⟩",
        ),
        (
            "中文**{ -unoct }**`{ \"{\" }x`[^1]<br>文",
            "中文⟨1⟪{ -unoct }⟫1⟩⟪`{ \"{\" }x`⟫⟪[^1]⟫⟪<br>⟫文",
        ),
        ("\\{ \"{\" } x { \"\" }", "⟪\\{ \"{\" }⟫ x ⟪{ \"\" }⟫"),
        ("[a](https://x.org/{ $y }) b", "⟨1a1⟩ b"),
        ("5 * 3 [sic]", "5 * 3 [sic]"),
        ("{ $n ->\n    [one] *x*\n   *[other] y\n    }", "⟪{ $n -> [one] *x* *[other] y }⟫"),
    ] {
        let coded = Coded::of(pattern);
        assert_eq!(coded.joined(), pattern);
        // The numbers of what stands alone are not seen here.
        let plain = |text: String| text.chars().filter(|c| !c.is_ascii_digit()).collect::<String>();
        assert_eq!(plain(seen(&coded)), plain(expected.to_owned()), "{pattern}");
        for code in &coded.codes {
            let around = if code.close.is_some() { Around::Words } else { Around::Nothing };
            if !code.open.contains('\n') {
                assert_eq!(
                    Code::parse(&code.shown(), around).map(|c| c.shown()),
                    Some(code.shown())
                );
            }
        }
    }
}

#[test]
fn what_somebody_writes_stays_words() {
    let written = |pattern: &str, words: &[&str]| {
        let mut coded = Coded::of(pattern);
        let mut words = words.iter();
        for part in &mut coded.parts {
            if let Part::Words(old) = part {
                (*words.next().expect("a word for each")).clone_into(old);
            }
        }
        coded.written()
    };
    for (pattern, words, expected) in [
        ("نص **a** b", &["5 * 3 ", "[sic]", " <"][..], "5 * 3 **[sic]** <"),
        ("a **b** c", &["x", "“反恐”", "方面"], "x<strong>“反恐”</strong>方面"),
        (
            "a",
            &["a { b } *c* [d][1] &amp; \\"],
            "a { \"{\" } b { \"}\" } \\*c\\* \\[d\\]\\[1\\] \\&amp; \\\\",
        ),
        ("[a][1]", &["x]y"], "[x\\]y][1]"),
        ("`x`b", &["`"], "`x`\\`"),
        // A brace that closes nothing is no Fluent.
        ("a", &["نص}} b"], "نص{ \"}\" }{ \"}\" } b"),
    ] {
        assert_eq!(written(pattern, words).as_deref(), Some(expected), "{pattern}");
    }
}

#[test]
fn codes_of_two_languages_share_names() {
    let source = Coded::of("a **b** [c][1] `d` { -unoct } [e][1]");
    let target = Coded::of("{ -unoct(form: \"x\") } `d` [ج][١] <strong>b</strong> [x][1] [y][1]");
    assert_eq!(source.names(None), ["1", "2", "3", "4", "5"]);
    assert_eq!(target.names(Some(&source)), ["6", "3", "2", "1", "5", "7"]);
}

/// Inline Markdown as authors and translators write it, and as they should not.
fn pattern() -> impl Strategy<Value = String> {
    marked(
        prop_oneof![9 => sound(), 1 => Just("\n\n    ".to_owned()), 1 => "[*_`<>\\[\\]&~\\\\!#|-]{1,3}"],
    )
}

/// What stands between marks.
fn sound() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-zа-яء-ي中文 .,،:“”’]{1,8}",
        1 => Just("{ -unoct }".to_owned()),
        1 => Just("{ $date }".to_owned()),
        1 => Just("{ \"{\" }".to_owned()),
        1 => Just("\\*".to_owned()),
        1 => Just("&amp;".to_owned()),
        1 => Just("`x *y*`".to_owned()),
        // Right before a link, Markdown itself may take it for the words of one.
        1 => Just("[^1]،".to_owned()),
        1 => Just("<br>".to_owned()),
        1 => Just("\n    ".to_owned()),
    ]
}

fn marked(leaf: impl Strategy<Value = String> + 'static) -> impl Strategy<Value = String> {
    leaf.prop_recursive(4, 24, 4, |inner| {
        let inner = prop::collection::vec(inner, 1..4).prop_map(|parts| parts.concat());
        prop_oneof![
            inner.clone(),
            inner.clone().prop_map(|words| format!("**{words}**")),
            inner.clone().prop_map(|words| format!("*{words}*")),
            inner.clone().prop_map(|words| format!("[{words}][1]")),
            inner.clone().prop_map(|words| format!("[{words}](https://un.org/a)")),
            inner.prop_map(|words| ["<em>", &words, "</em>"].concat()),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn cut_and_joined_is_the_same(pattern in pattern()) {
        let coded = Coded::of(&pattern);
        prop_assert_eq!(coded.joined(), pattern.clone());
        prop_assert_eq!(coded.written(), Some(pattern));
    }

    #[test]
    fn anything_is_cut_and_joined(pattern in "\\PC{0,40}") {
        prop_assert_eq!(Coded::of(&pattern).joined(), pattern);
    }

    #[test]
    fn other_words_keep_the_codes(
        pattern in marked(sound()),
        words in prop::collection::vec("[a-я中ع{}*_<>&\\[\\]` “”。،\\\\~!]{1,6}", 24),
    ) {
        let mut coded = Coded::of(&pattern);
        // Tags that nothing closes are errors of the message.
        prop_assume!(coded.codes.iter().all(|c| c.sort != Sort::Element || c.close.is_some()));
        let mut words = words.iter().cycle();
        for part in &mut coded.parts {
            if let Part::Words(old) = part {
                words.next().expect("it has no end").clone_into(old);
            }
        }
        let written = coded.written();
        prop_assert!(written.is_some(), "{:?}", coded);
        prop_assert_eq!(written.map(|written| Coded::of(&written).said()), Some(coded.said()));
    }
}
