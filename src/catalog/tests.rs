//! The catalog from the outside.

use std::sync::Arc;

use super::words::{self, WordsInput};
use super::write::{Ftl, Message};
use super::*;
use crate::diagnostic::{Diagnostic, SourceText};
use crate::locale::Digits;
use crate::locale::{Locale, LocaleRef};
use crate::segment::SegmentId;

mod properties;

const RUSSIAN_TERMS: &str = "\
-unoct =
    { $case ->
       *[nominative] Контртеррористическое управление
        [genitive] Контртеррористического управления
    }
    .gender = neuter
-charter = Устав
-shown = «{ $words }»
";

fn locale(key: &str) -> LocaleRef {
    Arc::new(Locale::built_in(key).unwrap())
}

fn words(key: &str, terms: &str) -> (Option<Words>, Vec<Diagnostic>) {
    let locale = locale(key);
    let terms = SourceText::new(format!("locales/{key}/terms.ftl"), terms);
    words::parse(&WordsInput {
        locale: &locale,
        furniture: None,
        terms: Some(&terms),
        reference_terms: None,
        digits: Digits::Western,
        organisation: "",
    })
}

fn catalog(key: &str, terms: &str, ftl: &str) -> (Catalog, Vec<Diagnostic>) {
    let (words, found) = words(key, terms);
    assert_eq!(found, [], "the terms are sound");
    parse(&SourceText::new(format!("locales/{key}/one.ftl"), ftl), &words.unwrap())
}

fn id(name: &str) -> SegmentId {
    SegmentId::value(name)
}

fn codes(found: &[Diagnostic]) -> Vec<&str> {
    found.iter().map(|d| d.code).collect()
}

#[track_caller]
fn said(catalog: &Catalog, name: &str) -> String {
    catalog.resolve(&id(name), &[]).unwrap().unwrap().into_owned()
}

#[test]
fn messages_in_arabic_chinese_and_russian() {
    let (arabic, found) = catalog("ar", "-unoct = مكتب مكافحة الإرهاب", "a = قال { -unoct }.\n");
    assert_eq!(found, []);
    assert_eq!(said(&arabic, "a"), "قال مكتب مكافحة الإرهاب.");
    let (chinese, _) =
        catalog("zh", "", "a =\n    第一段。\n\n    第二段。\nb = { \"\" }\nc = { a }\n");
    assert_eq!(said(&chinese, "a"), "第一段。\n\n第二段。");
    assert_eq!(said(&chinese, "b"), "");
    assert_eq!(said(&chinese, "c"), "第一段。\n\n第二段。");
    let ftl = "a = По просьбе { -unoct(case: \"genitive\") }\n\
               b = { -unoct.gender -> \n    [neuter] оно\n   *[other] он\n}\n";
    let (russian, found) = catalog("ru", RUSSIAN_TERMS, ftl);
    assert_eq!(found, []);
    assert_eq!(said(&russian, "a"), "По просьбе Контртеррористического управления");
    assert_eq!(said(&russian, "b"), "оно");
    assert_eq!(russian.resolve(&id("absent"), &[]), Ok(None));
}

#[test]
fn entries_have_ranges_and_attributes() {
    let ftl = "# c\n\nimg =\n    .alt = شجرة { $n }.\n    .caption = { \"\" }\np = { $n ->\n    [a] x\n   *[b] y\n}\n\n# d\n";
    let (catalog, found) = catalog("ar", "", ftl);
    assert_eq!(found, []);
    let alt = SegmentId { message: "img".into(), attribute: Some("alt") };
    let caption = SegmentId { message: "img".into(), attribute: Some("caption") };
    assert_eq!(catalog.ids(), [alt.clone(), caption.clone(), id("p")]);
    let entry = catalog.entry(&alt).unwrap();
    assert_eq!(entry.pattern, "شجرة { $n }.");
    let place = catalog.place(entry.range);
    assert_eq!((place.line, place.column, place.length), (4, 12, 12));
    let refers = self::catalog("ar", "", "a = { b.alt } { c } { -d } { $e }\n").0;
    assert_eq!(refers.entry(&id("a")).unwrap().messages, ["b".into(), "c".into()].into());
    assert_eq!(catalog.entry(&caption).unwrap().pattern, "{ \"\" }");
    assert_eq!(catalog.entry(&id("p")).unwrap().pattern, "{ $n ->\n    [a] x\n   *[b] y\n}");
    assert_eq!(catalog.entry(&id("img")), None);
    assert_eq!(catalog.resolve(&id("img"), &[]), Ok(None));
    let said = catalog.resolve(&alt, &[("n", "٧".into())]);
    assert_eq!(said, Ok(Some("شجرة ٧.".into())));
}

#[test]
fn fingerprints_fold_what_does_not_matter() {
    let ftl = "a = Кафе́ { $n ->\n   *[x] 1\n    [y] 2\n } b\n\
               b =\n    Кафе́\n    { $n ->\n        [y] 2\n       *[x] 1\n } b\n\
               c = one\n\n    two\nd = one two\ne = o\u{a0}p\nf = o p\ng = { \"{\" }x{ \"}\" }\nh = { x }\nx = x\n";
    let (catalog, found) = catalog("ru", "", ftl);
    assert_eq!(found, []);
    let print = |name| catalog.entry(&id(name)).unwrap().fingerprint;
    assert_eq!(print("a"), print("b"));
    assert_ne!(print("c"), print("d"));
    assert_ne!(print("e"), print("f"));
    assert_ne!(print("g"), print("h"));
}

/// What is wrong in a file, with the line and column of each.
#[track_caller]
fn wrong(ftl: &str, expected: &[(&str, usize, usize, &str)]) {
    let (catalog, mut found) = catalog("ru", RUSSIAN_TERMS, ftl);
    for id in catalog.ids() {
        found.extend(catalog.resolve(&id, &[("year", "2021".into())]).err().unwrap_or_default());
    }
    let places = found.iter().map(|d| {
        let place = d.place.as_ref().unwrap_or_else(|| panic!("{d:?} has no place"));
        assert!(d.help.is_some(), "{d:?} has no help");
        (d.code, place.line, place.column, &*d.message)
    });
    assert_eq!(places.collect::<Vec<_>>(), expected, "in\n{ftl}");
}

#[test]
fn junk_has_a_place_and_names_the_message_before_it() {
    wrong(
        "a = х\n    *б\nb = в\n",
        &[("ftl-syntax", 2, 5, "this line is not part of `a` before it")],
    );
    wrong("a = х\n\nб = в\n", &[("ftl-syntax", 3, 1, "this line is not part of `a` before it")]);
    let conflict = "a merge left a conflict here: the words of both sides stand in the file";
    wrong(
        "<<<<<<< HEAD\na = سنة\n=======\nb = 年\n>>>>>>> theirs\n",
        &[1, 3, 5].map(|line| ("ftl-syntax", line, 1, conflict)),
    );
    wrong("  a = х\n", &[("ftl-syntax", 1, 3, "this line belongs to no message")]);
    wrong(
        "a = { $year\nb = в\n",
        &[("ftl-syntax", 1, 12, "`a` cannot be read: a placeable is not closed with `}`")],
    );
    wrong("a = х }\n", &[("ftl-syntax", 1, 7, "`a` cannot be read: a `}` closes nothing")]);
    wrong("a = х\n\tб\n", &[("control-character", 2, 1, "a tab")]);
    wrong(
        "a = х\na = у\n",
        &[("duplicate-message", 2, 1, "`a` stands twice: here and at line 1, column 1")],
    );
    wrong("a =\n", &[("ftl-syntax", 1, 1, "`a` cannot be read: it has no value")]);
    let curved = "`a` cannot be read: quotation marks in a placeable are straight: `\"`";
    wrong("a = { “” }\n", &[("ftl-syntax", 1, 7, curved)]);
    wrong("a = «б» { -unoct(case: “genitive”) }\n", &[("ftl-syntax", 1, 24, curved)]);
    wrong("a = х\n    .alt = {“”}\n", &[("ftl-syntax", 2, 13, curved)]);
    wrong("a =\n    .alt = {“”}\n", &[("ftl-syntax", 2, 13, curved)]);
    wrong(
        "-unoct = х\n",
        &[("term-in-release", 1, 2, "the term `-unoct` stands among the messages")],
    );
    wrong(
        "unoct = х\n",
        &[("name-taken", 1, 1, "the message `unoct` has the name of the term `-unoct`")],
    );
}

#[test]
fn references_are_checked_before_they_are_resolved() {
    wrong("a = { -uonct }\n", &[("unknown-reference", 1, 8, "there is no term `-uonct`")]);
    wrong(
        "a = { b.alt }\nb = { a }\n",
        &[
            ("unknown-reference", 1, 7, "`b` has no attribute `.alt`"),
            ("unknown-reference", 1, 7, "`b` has no attribute `.alt`"),
        ],
    );
    wrong("a = { a }\n", &[("cyclic-reference", 1, 7, "`a` refers to `a` again")]);
    wrong(
        "a = { $yaer }{ $year }\n",
        &[("unknown-variable", 1, 8, "there is no variable `$yaer`")],
    );
    wrong(
        "a = { -unoct(case: \"genitiv\") }\n",
        &[("term-argument", 1, 8, "the term has no variant `genitiv` for `case`")],
    );
    wrong(
        "a = { -charter(case: \"genitive\") }\n",
        &[("term-argument", 1, 16 - 8, "`-charter` has no argument `case`")],
    );
    wrong(
        "a = { -shown }{ -shown(words: \"да\") }\n",
        &[("term-argument", 1, 8, "the term shows its argument `words`, which is missing")],
    );
    wrong(
        "a = { DATETIME($year) }\n",
        &[("wrong-function", 1, 7, "there is no function `DATETIME`")],
    );
    wrong(
        "a = { \"\\uD800\" }\n",
        &[("wrong-escape", 1, 8, "`\"\\uD800\"` holds a wrong escape or a control character")],
    );
    wrong(
        "a = { 1.00000000000000000000 ->\n    [one] x\n   *[other] y\n }\n",
        &[("wrong-number", 1, 7, "the number `1.00000000000000000000` is too long")],
    );
    let many = format!("a = {}\n", "{ $year } ".repeat(101));
    wrong(
        &many,
        &[("unresolved-message", 1, 5, "`a` cannot be resolved: it has more than 100 placeables")],
    );
    let chain: Vec<_> = (0..500).map(|i| format!("m{i} = {{ m{} }}\n", i + 1)).collect();
    let (catalog, _) = catalog("ru", "", &chain.concat());
    assert_eq!(codes(&catalog.resolve(&id("m0"), &[]).unwrap_err()), ["message-too-complex"]);
}

#[test]
fn terms_within_terms_do_not_multiply() {
    let terms = format!("-a = {}\n-b = {}\n", "字".repeat(3_000), "{ -a }".repeat(90));
    let (catalog, _) = catalog("zh", &terms, "m = { -b }\n");
    assert_eq!(codes(&catalog.resolve(&id("m"), &[]).unwrap_err()), ["message-too-complex"]);
}

#[test]
fn depth_and_size_are_bounded() {
    for open in ["{", "{ A(", "{ A(\nA(\n", "{\n"] {
        let (catalog, found) = catalog("zh", "", &format!("a = {}\n", open.repeat(50_000)));
        assert!(catalog.ids().is_empty() && !found.is_empty(), "{open}");
    }
    let (deep, found) =
        catalog("zh", "", &format!("a = {}\"\"{}\n", "{".repeat(200), "}".repeat(200)));
    assert_eq!(found, []);
    assert_eq!(codes(&deep.resolve(&id("a"), &[]).unwrap_err()), ["message-too-complex"]);
    // The deepest that is allowed must not overflow a test's stack, which is as small as a worker's.
    let chain = |sigil: &str, last: &str| {
        let nested = |i| format!("{{ $x ->\n *[a] {{{{ {sigil}m{i} }}}}\n}}\n");
        let links = (0..24).map(|i| format!("{sigil}m{i} = {}", nested(i + 1)));
        format!("{}{sigil}m24 = {last}\n", links.collect::<Vec<_>>().concat())
    };
    let terms = chain("-", "{{{{\"深\"}}}}").replace("$x", "$y").replace("-m", "-t");
    let (deep, found) = catalog("zh", &terms, &chain("", "{{{{ -t0 }}}}"));
    assert_eq!(found, []);
    assert_eq!(deep.resolve(&id("m0"), &[("x", String::new())]), Ok(Some("深".into())));
    // fluent-bundle 0.16 panics on this one: the 101st placeable stands behind a literal.
    let (dear, _) =
        catalog("zh", "", &format!("a = {{ \"x\" ->\n *[b] {}\n}}\n", "{ $x }".repeat(101)));
    let problems = dear.resolve(&id("a"), &[("x", "深".into())]).unwrap_err();
    assert_eq!(codes(&problems), ["unresolved-message"]);
}

#[test]
fn terms_are_checked() {
    let (_, found) =
        words("ru", "-a = { -b }\n-b = { -a }\n-c = { d }\nd = x\n-e = { -f }\n-notes = x\n");
    let expected = [
        "message-in-terms",
        "cyclic-reference",
        "message-in-term",
        "unknown-reference",
        "name-taken",
    ];
    assert_eq!(codes(&found), expected, "{found:#?}");
    let reference = SourceText::new("locales/en/terms.ftl", "-a = A\n-b = B\n");
    let own = SourceText::new("locales/ar/terms.ftl", "-a = أ\n-c = ج\n");
    let (words, found) = words::parse(&WordsInput {
        locale: &locale("ar"),
        furniture: None,
        terms: Some(&own),
        reference_terms: Some(&reference),
        digits: Digits::Western,
        organisation: "",
    });
    assert_eq!(codes(&found), ["unknown-term", "terms-incomplete"]);
    assert!(words.is_some());
}

#[test]
fn one_slip_is_one_finding() {
    // Two terms are unreadable or in a circle; terms, phrases and messages refer to them.
    let reference = SourceText::new("locales/en/terms.ftl", "-a = A\n-b = B\n-c = C\n-d = D\n");
    let own = "-a = { “” }\n-b = نص { -a }\n-c = { -d }\n-d = { -c }\n";
    let terms = SourceText::new("locales/ar/terms.ftl", own);
    let (words, found) = words::parse(&WordsInput {
        locale: &locale("ar"),
        furniture: None,
        terms: Some(&terms),
        reference_terms: Some(&reference),
        digits: Digits::Western,
        organisation: "",
    });
    assert_eq!(codes(&found), ["ftl-syntax", "cyclic-reference"], "{found:#?}");
    let place = found[1].place.as_ref().unwrap();
    assert_eq!((place.line, place.column), (4, 9));
    let words = words.unwrap();
    let ftl = "p = { -b } { -d }\nq = { r }\nr = {\n-s = x\nt = { -s }\n";
    let (catalog, own) = parse(&SourceText::new("one.ftl", ftl), &words);
    assert_eq!(codes(&own), ["ftl-syntax", "term-in-release"]);
    assert_eq!(catalog.resolve(&id("p"), &[]).unwrap_err(), found);
    assert_eq!(catalog.resolve(&id("q"), &[]).unwrap_err(), own[..1]);
    assert_eq!(catalog.resolve(&id("t"), &[]).unwrap_err(), own[1..]);
    // The source's own words point at the terms too.
    let memory = super::reference([(&id("p"), "{ -c }")], &words);
    assert_eq!(memory.resolve(&id("p"), &[]).unwrap_err(), found[1..]);
    // A term that cannot be read in the source locale is not unknown there.
    let (_, found) = words::parse(&WordsInput {
        locale: &locale("zh"),
        furniture: Some(&SourceText::new("locales/zh/hexapla.ftl", "notes = { -a }\n")),
        terms: Some(&SourceText::new("locales/zh/terms.ftl", "-a = { -a }\n-b = 乙\n")),
        reference_terms: Some(&SourceText::new("locales/en/terms.ftl", "-a = A\n-b = {\n")),
        digits: Digits::Western,
        organisation: "",
    });
    assert_eq!(codes(&found), ["cyclic-reference"]);
}

fn furnish(key: &str, own: &str, digits: Digits) -> (Option<Words>, Vec<Diagnostic>) {
    let own = SourceText::new(format!("locales/{key}/hexapla.ftl"), own);
    let locale = Locale::built_in(key).or_else(|| Locale::new(key, key, "x")).unwrap();
    words::parse(&WordsInput {
        organisation: "",
        locale: &Arc::new(locale),
        furniture: Some(&own),
        terms: Some(&SourceText::new("terms.ftl", "-publisher = Издатель")),
        reference_terms: None,
        digits,
    })
}

#[test]
fn every_phrase_can_be_said_in_the_six_languages() {
    for (key, _, _) in crate::locale::UNITED_NATIONS {
        let (words, found) = words(key, "");
        assert_eq!(found, [], "{key}");
        for phrase in Phrase::SAMPLES {
            let said = words.as_ref().unwrap().furniture.say(*phrase);
            assert!(!said.contains(['{', '}']) && !said.is_empty(), "{key} {phrase:?} {said}");
        }
    }
}

#[test]
fn a_project_overrides_single_phrases() {
    let own = "notes = Примечания редакции\norganisation = { -publisher }\nskip-lnk = x\n";
    let (words, found) = furnish("ru", own, Digits::Western);
    assert_eq!(codes(&found), ["unknown-phrase"]);
    assert_eq!(found[0].help.as_deref(), Some("the nearest name is `skip-link`"));
    let furniture = words.unwrap().furniture;
    assert_eq!(furniture.say(Phrase::Notes), "Примечания редакции");
    assert_eq!(furniture.organisation(), "Издатель");
    let (words, found) = furnish("ru", "note = { $nubmer }\n", Digits::Western);
    assert!(words.is_none());
    assert_eq!(codes(&found), ["unknown-variable"]);
    let (words, found) = furnish("ru", "note = { notes }\nnotes = { note }\n", Digits::Western);
    assert!(words.is_none());
    assert_eq!(codes(&found), ["cyclic-reference"]);
    let (words, found) = furnish("pt", "notes = Notas\n", Digits::Western);
    assert!(words.is_none());
    assert_eq!(codes(&found), ["furniture-incomplete"]);
    assert!(found[0].message.contains("`skip-link`") && !found[0].message.contains("`notes`"));
}

#[test]
fn numbers_follow_the_locale() {
    use Digits::{Native, Western};
    let own = "format-size = { $format } { NUMBER($kilobytes) } { $kilobytes } { 1.50 }\n\
               date-long = { $year }\n";
    let size = Phrase::FormatSize { format: "EPUB 3", kilobytes: 1_234_567 };
    let say = |key, digits| {
        let (words, found) = furnish(key, own, digits);
        // A date is its year here: that is said, and no more.
        assert_eq!(codes(&found), ["missing-variable"]);
        let furniture = words.unwrap().furniture;
        let date = furniture.say(Phrase::DateLong { day: 26, month: 5, year: 2021 });
        (furniture.say(size), date)
    };
    let pair = |size: &str, date: &str| (size.to_owned(), date.to_owned());
    assert_eq!(say("en", Western), pair("EPUB 3 1,234,567 1234567 1.50", "2021"));
    assert_eq!(say("zh", Native), pair("EPUB 3 1,234,567 1234567 1.50", "2021"));
    assert_eq!(say("fr", Western), pair("EPUB 3 1\u{202f}234\u{202f}567 1234567 1,50", "2021"));
    assert_eq!(say("ru", Western).0, "EPUB 3 1\u{a0}234\u{a0}567 1234567 1,50");
    assert_eq!(say("es", Western).0, "EPUB 3 1.234.567 1234567 1,50");
    assert_eq!(say("ar", Western), pair("EPUB 3 1,234,567 1234567 1.50", "2021"));
    assert_eq!(say("ar", Native), pair("EPUB 3 ١٬٢٣٤٬٥٦٧ ١٢٣٤٥٦٧ ١٫٥٠", "٢٠٢١"));
}

#[test]
fn plurals_follow_the_locale() {
    let own = "untranslated = { $count ->\n    [one] { $count } абзац\n    [few] { $count } абзаца\n   *[many] { NUMBER($count) } абзацев\n }\n";
    let (words, _) = furnish("ru", own, Digits::Western);
    let furniture = words.unwrap().furniture;
    let say = |count| furniture.say(Phrase::Untranslated { count });
    assert_eq!([say(21), say(3), say(11)], ["21 абзац", "3 абзаца", "11 абзацев"]);
}

#[test]
fn words_are_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Words>();
    shared::<Catalog>();
}

#[test]
fn a_written_file() {
    let mut ftl = Ftl::new("رسالة \"one\"");
    ftl.resource("Don't edit.");
    ftl.group("Section \"A\"");
    let message = Message {
        comments: vec!["Kind: 'p'\nPrevious:".into(), String::new()],
        value: Some("*مهم* { -unoct }"),
        attributes: vec![("alt", ""), ("caption", " 图 ")],
    };
    ftl.message("a", &message).unwrap();
    ftl.message("b", &Message { value: Some("1\n\n*2"), ..Message::default() }).unwrap();
    let broken = Message { value: Some("{ $x"), ..Message::default() };
    assert_eq!(ftl.message("c", &broken).unwrap_err().code, "ftl-syntax");
    assert!(ftl.message("1", &message).is_err());
    assert_eq!(
        ftl.finish(),
        "# رسالة \"one\"\n\n### Don't edit.\n\n## Section \"A\"\n\n# Kind: 'p'\n# Previous:\n\
         a = *مهم* { -unoct }\n    .alt = { \"\" }\n    .caption = { \" \" }图{ \" \" }\n\
         b = 1\n\n    { \"*\" }2\n"
    );
}

#[test]
fn a_reference_in_memory() {
    let (words, _) = words("ru", RUSSIAN_TERMS);
    let alt = SegmentId { message: "img".into(), attribute: Some("alt") };
    let ids = [id("a"), alt.clone(), id("bad"), id("cut")];
    let patterns = ["[1] *x* { -unoct }", "", "{ -absent }", "{ -unoct"];
    let catalog = reference(ids.iter().zip(patterns), &words.unwrap());
    assert_eq!(said(&catalog, "a"), "[1] *x* Контртеррористическое управление");
    assert_eq!(catalog.resolve(&alt, &[]), Ok(Some("".into())));
    assert_eq!(codes(&catalog.resolve(&id("bad"), &[]).unwrap_err()), ["unknown-reference"]);
    assert_eq!(codes(&catalog.resolve(&id("cut"), &[]).unwrap_err()), ["ftl-syntax"]);
}

#[test]
fn an_escape_that_is_cut_off_is_a_mistake_with_a_place() {
    for (text, column) in [
        ("a = { \"\\u00中\" }\nb = نص\n", 8),
        ("a = نص { \"\\U0041ع\" }\nb = نص\n", 11),
        ("a = { $n ->\n   *[x] { \"\\\"\\u文\" }\n }\nb = نص\n", 14),
    ] {
        let (file, found) = read::read(&SourceText::new("zh.ftl", text));
        assert_eq!(codes(&found), ["ftl-syntax"], "{text}");
        let place = found[0].place.as_ref().unwrap();
        assert_eq!((place.column, found[0].help.is_some()), (column, true), "{text}");
        assert!(file.unit("b").is_some());
    }
    // In words a backslash is a backslash.
    for text in
        ["a = C:\\u00中\n", "a = \"C:\\uع\"\n", "a = { \"\\\\u中\" }\n", "a = { \"\\u4E2D中\" }\n"]
    {
        assert_eq!(read::read(&SourceText::new("zh.ftl", text)).1, [], "{text}");
    }
}

#[test]
fn a_file_of_too_many_messages_is_refused_at_once() {
    let entry = |count| format!("a = 水\n{}", "b = ماء\n".repeat(count));
    let found = |count| words("ar", &entry(count)).1;
    let codes = |found: Vec<Diagnostic>| found.iter().map(|one| one.code).collect::<Vec<_>>();
    assert!(!codes(found(9)).contains(&"too-many-parts"));
    assert_eq!(codes(found(crate::segment::MOST_PARTS)), ["too-many-parts"]);
}
