use std::sync::Arc;

use super::*;
use crate::project::{Format, Settings};
use crate::write::facts::AccessFacts;
use crate::write::fixture::{self, KEYS};
use crate::write::node::{self, element};

fn markup(edition: &Edition, medium: Medium) -> String {
    let root = element("article").children(article(edition, medium));
    match medium {
        Medium::Html => node::html(&root),
        Medium::Epub => node::xhtml(&root),
    }
}

/// The values of an attribute, in the order of the markup.
fn values<'a>(markup: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    let rest = markup.split(start.as_str()).skip(1);
    rest.map(|rest| rest.split('"').next().expect("split gives one")).collect()
}

fn has(markup: &str, parts: &[&str]) {
    for part in parts {
        assert!(markup.contains(part), "{part} is not in:\n{markup}");
    }
}

#[test]
fn marks_in_arabic_and_chinese() {
    let arabic = markup(&fixture::edition("ar"), Medium::Html);
    has(
        &arabic,
        &[
            "<em>كلمة</em> <bdi>@UN_OCT</bdi>",
            "<abbr title=\"لغة ترميز النص الفائق\">HTML</abbr><sup>",
            "<br><cite lang=\"grc-Latn\" dir=\"ltr\">Hexapla</cite>",
            "<span lang=\"la\" dir=\"ltr\">Verba volant</span> <q lang=\"ar\">سلام</q>",
            "<time datetime=\"2026-11-24\">اليوم</time> CO<sub>2</sub> m<sup>2</sup> <s>أمس</s>",
            "<code class=\"short\" dir=\"ltr\" translate=\"no\">a &lt; b &amp;&amp; c</code>",
            "<a href=\"https://www.un.org/a?b=1&amp;c=2\" hreflang=\"en\">موقع</a>",
            "<a href=\"#session\">الجلسة</a> <a href=\"mailto:a@example.org\">",
        ],
    );
    let chinese = markup(&fixture::edition("zh"), Medium::Html);
    has(
        &chinese,
        &[
            "主任<em>重点</em>",
            "<q lang=\"ar\" dir=\"rtl\">سلام</q>",
            "<span lang=\"la\">Verba volant</span>",
            "<code class=\"short\" translate=\"no\">",
        ],
    );
}

#[test]
fn the_dot_of_a_name_begins_no_line_in_chinese() {
    let label = |key: &str, said: &str| {
        let line = [Inline::Text(said.to_owned())];
        node::html(&element("p").children(words(&line, &fixture::locale(key))))
    };
    let tie = |tied: &str| format!("<span class=\"tie\">{tied}</span>");
    has(
        &label("zh", "见米歇尔·德·拉女士·"),
        &[&format!("见米歇{}{}拉女{}</p>", tie("尔·"), tie("德·"), tie("士·"))],
    );
    has(&label("zh", "·甲"), &[&format!("<p>{}甲</p>", tie("·"))]);
    has(&label("en", "col·lega"), &["<p>col·lega</p>"]);
}

#[test]
fn a_paragraph_may_be_split_or_left_out() {
    let arabic = markup(&fixture::edition("ar"), Medium::Html);
    has(&arabic, &["<p id=\"s-0000-p-bbbb\">الفقرة الأولى.</p>\n<p>الفقرة الثانية.</p>"]);
    let chinese = markup(&fixture::edition("zh"), Medium::Html);
    assert!(!chinese.contains("s-0000-p-cccc"));
    assert!(markup(&fixture::edition("en"), Medium::Html).contains("s-0000-p-cccc"));
}

#[test]
fn blocks_that_a_translator_emptied_leave_no_shell() {
    let mut edition = fixture::edition("ar");
    edition.document = edition.document.map(&mut |text| {
        let mut text = text.clone();
        if text.id.message.contains("-item-") || text.id.message.contains("-alert-") {
            text.paragraphs.clear();
        }
        text
    });
    let written = markup(&edition, Medium::Epub);
    assert!(!written.contains("<li>") && !written.contains("<aside"), "{written}");
}

#[test]
fn a_fallback_says_its_language_wherever_it_stands() {
    let chinese = markup(&fixture::edition("zh"), Medium::Html);
    has(
        &chinese,
        &[
            "<a href=\"#late\" lang=\"en\" dir=\"ltr\">Late news</a>",
            "<h2 lang=\"en\" dir=\"ltr\">Late news</h2>",
            "<p id=\"late-p-aaaa\" lang=\"en\" dir=\"ltr\">This came late.</p>",
        ],
    );
    let book = markup(&fixture::edition("zh"), Medium::Epub);
    has(&book, &["<h2 lang=\"en\" xml:lang=\"en\" dir=\"ltr\">Late news</h2>"]);
    let mut edition = fixture::edition("ar");
    edition.document.meta.title = fixture::edition("en").document.meta.title;
    let arabic = markup(&edition, Medium::Html);
    has(&arabic, &["<h1 lang=\"en\" dir=\"ltr\">One text, six languages</h1>"]);
}

/// The links of the table of contents of a page.
fn contents_of(edition: &Edition) -> String {
    let page = markup(edition, Medium::Html);
    let (_, rest) = page.split_once("<nav role=\"doc-toc\"").expect("contents");
    rest.split_once("</nav>").expect("its end").0.to_owned()
}

#[test]
fn the_contents_lead_to_what_stands_before_the_first_section() {
    let mut edition = fixture::edition("ar");
    let first =
        "<ol>\n<li><a href=\"#s-0000-p-aaaa\">بداية النص</a></li>\n<li><a href=\"#session\">";
    has(&contents_of(&edition), &[first]);
    // The first paragraph left out: to the next.
    edition.document = edition.document.map(&mut |text| {
        let mut text = text.clone();
        if text.id.message == "s-0000-p-aaaa" {
            text.paragraphs.clear();
        }
        text
    });
    has(&contents_of(&edition), &["<ol>\n<li><a href=\"#s-0000-p-bbbb\">"]);
    edition.document.blocks.retain(|block| matches!(block, Block::Section(_)));
    has(&contents_of(&edition), &["<ol>\n<li><a href=\"#session\">"]);
}

#[test]
fn the_same_heading_is_told_with_the_one_above_it() {
    let again = |key: &str, locale: &str| {
        let mut edition = fixture::edition(key);
        let heading = Inline::Text("Ms. 甲 ألف".to_owned());
        edition.document = edition.document.map(&mut |text| {
            let mut text = text.clone();
            if text.id.message.starts_with("ms-a-h") || text.id.message.starts_with("mr-b-h") {
                text.paragraphs = vec![vec![heading.clone()]];
                text.locale = fixture::locale(locale);
            }
            text
        });
        // A second session, in which both speak once more.
        let session = edition.document.blocks[3].clone();
        edition.document.blocks.push(session);
        contents_of(&edition)
    };
    has(&again("zh", "zh"), &["<a href=\"#ms-a\">Ms. 甲 <bdi>ألف</bdi>（会议）</a>"]);
    has(
        &again("ar", "en"),
        &[
            "<a href=\"#mr-b\"><span lang=\"en\" dir=\"ltr\">Ms. 甲 <bdi>ألف</bdi></span> (الجلسة)</a>",
        ],
    );
    has(&contents_of(&fixture::edition("zh")), &["<a href=\"#ms-a\">甲女士</a>"]);
}

#[test]
fn native_digits_number_lists_and_notes() {
    let mut edition = fixture::edition("ar");
    assert!(!markup(&edition, Medium::Html).contains("native"));
    edition.furniture = fixture::native(&edition.locale);
    for medium in [Medium::Html, Medium::Epub] {
        let written = markup(&edition, medium);
        has(
            &written,
            &["<ol class=\"native\" start=\"3\">", "<ol class=\"native\">\n<li id=\"_note-1\""],
        );
        has(&written, &["aria-label=\"الحاشية ١\">١</a>"]);
    }
}

#[test]
fn words_in_a_phrase_are_replaced_once() {
    let text = |words: &str| Inline::Text(words.to_owned());
    let line = vec![text("纽约，2026年纽约")];
    let place = Inline::Code("New York".to_owned());
    assert_eq!(within(line.clone(), "纽约", &place), [place.clone(), text("，2026年纽约")]);
    assert_eq!(within(line.clone(), "نيويورك", &place), line);
}

#[test]
fn speakers_and_quotations() {
    let arabic = markup(&fixture::edition("ar"), Medium::Html);
    has(
        &arabic,
        &[
            "<section id=\"ms-a\" class=\"speaker\">\n<h3>السيدة ألف</h3>\n<blockquote>\n<p id=",
            "<section id=\"mr-b\" class=\"speaker\">\n<h3>السيد باء</h3>\n<p class=\"none\">",
            "<figure class=\"quote\">\n<blockquote>\n<p id=\"kinds-quote-aaaa\">لكل فرد حق.</p>\n\
             </blockquote>\n<figcaption>الإعلان، المادة 19</figcaption>",
        ],
    );
    assert_eq!(arabic.matches("class=\"none\"").count(), 1, "only one speaker is not quoted");
}

#[test]
fn rare_blocks() {
    let html = markup(&fixture::edition("zh"), Medium::Html);
    let book = markup(&fixture::edition("zh"), Medium::Epub);
    has(
        &html,
        &[
            "<ol start=\"3\">\n<li>\n<p id=\"kinds-item-aaaa\">第三步：</p>\n<ul>\n<li id=\"kinds-item-bbbb\">一点</li>",
            "<dl>\n<dt>版本</dt>\n<dd id=\"kinds-def-aaaa\">一种语言的文稿。</dd>\n</dl>",
            "<img src=\"../one-source.svg\" alt=\"一页成树\" width=\"600\" height=\"392\">",
            "<div class=\"wide\" tabindex=\"0\">\n<table>\n<caption id=\"kinds-caption-aaaa\">语言</caption>",
            "<tr><td></td><th scope=\"col\" class=\"center\">方向</th>",
            "<tr><th scope=\"row\">阿拉伯文</th><td class=\"center\">右</td><td class=\"end\">28</td>",
            "<aside class=\"alert strong\" role=\"note\">\n<p><strong>警告</strong></p>\n<p id=",
            "<pre dir=\"ltr\" translate=\"no\"><code class=\"language-sh\">hexapla check\n",
        ],
    );
    has(&book, &["<img src=\"one-source.svg\" alt=\"一页成树\"", "</figure>\n<table>"]);
    assert!(!book.contains("tabindex") && !book.contains("doc-toc") && !book.contains("\"../"));
}

#[test]
fn notes_lead_back_to_the_first_reference() {
    let mut edition = fixture::edition("ar");
    let arabic = markup(&edition, Medium::Html);
    assert_eq!(values(&arabic, "id").iter().filter(|id| id.starts_with("_noteref")).count(), 2);
    assert_eq!(arabic.matches("doc-noteref").count(), 3);
    assert_eq!(arabic.matches("doc-backlink").count(), 2);
    has(&arabic, &["<section role=\"doc-endnotes\" aria-labelledby=\"_notes\">"]);
    // The paragraph that refers to them is left out, and so is the first note.
    edition.document = edition.document.map(&mut |text| {
        let mut text = text.clone();
        if ["s-0000-p-aaaa", "notes-note-aaaa"].contains(&text.id.message.as_str()) {
            text.paragraphs.clear();
        }
        text
    });
    let arabic = markup(&edition, Medium::Html);
    assert!(!arabic.contains("doc-backlink"), "nothing leads to a place that is not there");
    has(&arabic, &["<li id=\"_note-2\" value=\"2\">"]);
}

#[test]
fn every_id_is_given_once_and_every_fragment_found() {
    for key in KEYS {
        for target in [Medium::Html, Medium::Epub] {
            let markup = markup(&fixture::edition(key), target);
            let ids = values(&markup, "id");
            let unique: BTreeSet<_> = ids.iter().collect();
            assert_eq!(unique.len(), ids.len(), "{ids:?}");
            let fragments = values(&markup, "href").into_iter().filter_map(|v| v.strip_prefix('#'));
            for fragment in fragments.chain(values(&markup, "aria-labelledby")) {
                assert!(unique.contains(&fragment), "#{fragment} in {key}");
            }
        }
    }
}

#[test]
fn sections_are_the_same_in_every_language_and_format() {
    let anchors = |key: &str, target| -> Vec<String> {
        let markup = markup(&fixture::edition(key), target);
        let sections = markup.split("<section id=\"").skip(1);
        sections.map(|rest| rest.split('"').next().expect("one").to_owned()).collect()
    };
    for key in KEYS {
        for target in [Medium::Html, Medium::Epub] {
            assert_eq!(anchors(key, target), ["session", "ms-a", "mr-b", "kinds", "late"]);
        }
    }
}

#[test]
fn xhtml_is_well_formed() {
    for key in KEYS {
        let markup = markup(&fixture::edition(key), Medium::Epub);
        let mut reader = quick_xml::Reader::from_str(&markup);
        let mut elements = 0;
        loop {
            match reader.read_event().expect("well-formed") {
                quick_xml::events::Event::Start(_) => elements += 1,
                quick_xml::events::Event::Eof => break,
                _ => {}
            }
        }
        assert!(elements > 50, "{elements}");
    }
}

#[test]
fn notices_say_what_is_so_and_nothing_else() {
    let english = markup(&fixture::edition("en"), Medium::Html);
    assert!(!english.contains("class=\"notices\""));
    let arabic = fixture::edition("ar");
    has(&markup(&arabic, Medium::Html), &["<a href=\"../en/index.html\" hreflang=\"en\">"]);
    let address = "href=\"https://example.org/releases/2026-11-24-fixture/en/index.html\"";
    has(&markup(&arabic, Medium::Epub), &[address]);
    let stale = arabic.say(Phrase::Outdated { count: 1 });
    has(&markup(&arabic, Medium::Html), &[&stale]);
    let quiet = Settings { stale: crate::project::Stale::Use, ..fixture::settings() };
    let quiet = Edition { settings: Arc::new(quiet), ..arabic };
    assert!(!markup(&quiet, Medium::Html).contains(&stale));
    // Signed by a reviser from beginning to end: no notice at all.
    let counts = crate::edition::Counts { messages: 48, revised: 48, ..Default::default() };
    let revised = Edition { counts, ..quiet };
    assert!(!markup(&revised, Medium::Html).contains("class=\"notices\""));
}

#[test]
fn an_editors_note_stands_among_the_notices_of_every_edition() {
    for (key, before) in [("ar", "</a></p>\n"), ("en", "<div class=\"notices\">\n")] {
        let mut edition = fixture::edition(key);
        edition.document.meta.notice = edition.document.meta.source.clone();
        let words = edition.document.meta.source.as_ref().expect("it has one").plain();
        for medium in [Medium::Html, Medium::Epub] {
            has(&markup(&edition, medium), &[&format!("{before}<p>{words}</p>\n")]);
        }
    }
}

#[test]
fn a_book_without_an_address_has_no_relative_links() {
    let settings = Settings { base_url: None, ..fixture::settings() };
    let mut edition = Edition { settings: Arc::new(settings), ..fixture::edition("ar") };
    let target = crate::target::Target::new("annex.pdf").expect("a target");
    let link = crate::document::Mark::Link { target, hreflang: None };
    let words = Inline::Span(link, vec![Inline::Text("ملحق".to_owned())]);
    edition.document.meta.title.paragraphs = vec![vec![words]];
    has(&markup(&edition, Medium::Epub), &["<h1><span>ملحق</span></h1>"]);
    has(&markup(&edition, Medium::Html), &["<h1><a href=\"../annex.pdf\">ملحق</a></h1>"]);
}

#[test]
fn facts_are_counted() {
    let edition = fixture::edition("zh");
    let facts = AccessFacts::of(&[&edition], Format::Epub);
    assert_eq!((facts.images, facts.described, facts.tables, facts.labelled), (1, 1, 1, 1));
    assert_eq!((facts.headings, facts.notes, facts.alerts), (5, 2, 1));
    // Greek, Latin and Arabic phrases; a heading and a paragraph in English.
    assert_eq!(facts.foreign, 5);
    assert_eq!(facts.hazards(), ["none"]);
    let all = [
        "readingOrder",
        "structuralNavigation",
        "tableOfContents",
        "displayTransformability",
        "alternativeText",
        "ARIA",
        "unlocked",
    ];
    assert_eq!(facts.features(), all);
    assert_eq!(facts.sufficient(), ["textual", "textual,visual"]);
    assert_eq!(
        AccessFacts::of(&[&edition], Format::Text).features(),
        ["readingOrder", "alternativeText"]
    );
}

#[test]
fn an_untranslated_alternative_or_a_missing_image_is_no_claim() {
    let mut edition = fixture::edition("ar");
    let english = fixture::locale("en");
    edition.assets = Arc::default();
    edition.document = edition.document.map(&mut |text| {
        let alt = text.id.attribute == Some("alt");
        let locale = if alt { Arc::clone(&english) } else { Arc::clone(&text.locale) };
        Text { locale, ..text.clone() }
    });
    let facts = AccessFacts::of(&[&edition], Format::Html);
    assert!(!facts.features().contains(&"alternativeText"));
    assert_eq!(facts.sufficient(), ["textual,visual"]);
    assert_eq!(facts.hazards(), ["unknown"]);
    let said: Vec<_> = facts.phrases().iter().map(Phrase::id).collect();
    assert!(!said.contains(&"access-images") && !said.contains(&"access-all-text"));
    assert!(!said.contains(&"access-no-hazards"));
}
