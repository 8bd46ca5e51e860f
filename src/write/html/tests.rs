use sha2::{Digest, Sha256};

use super::*;
use crate::document::Date;
use crate::project::Settings;
use crate::segment::Slug;
use crate::write::fixture::{self, KEYS};

fn downloads() -> Vec<Download> {
    let one = |format, file: &str, bytes| Download { format, file: file.to_owned(), bytes };
    vec![
        one(Format::Epub, "2026-11-24-fixture.ar.epub", 18_001),
        one(Format::Text, "2026-11-24-fixture.ar.txt", 900),
    ]
}

fn between<'a>(page: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = page.split_once(start).expect(start);
    rest.split_once(end).expect(end).0
}

fn data(page: &str) -> serde_json::Value {
    let data = between(page, "<script type=\"application/ld+json\">", "</script>");
    assert!(!data.contains('<'));
    serde_json::from_str(data).expect("JSON")
}

#[test]
fn an_arabic_and_a_chinese_page() {
    let arabic = page(&fixture::edition("ar"), &downloads());
    assert!(arabic.starts_with("<!DOCTYPE html>\n<html lang=\"ar\" dir=\"rtl\">\n<head>\n"));
    for part in [
        "<a class=\"skip\" href=\"#_main\">",
        "<main id=\"_main\" tabindex=\"-1\">\n<article>\n<header>",
        "<header>\n<p>مكتب النصوص</p>\n<p><a href=\"../../ar/index.html\">النشرات</a></p>",
        "<li><span class=\"now\" aria-current=\"true\">العربية</span></li>",
        "<a href=\"../zh/index.html\" rel=\"alternate\" hreflang=\"zh-Hans\" lang=\"zh-Hans\" dir=\"ltr\">中文</a>",
        "<a href=\"2026-11-24-fixture.ar.epub\" type=\"application/epub+zip\">",
        "<address>",
        "<a href=\"mailto:access@example.org\">",
    ] {
        assert!(arabic.contains(part), "{part} is not in:\n{arabic}");
    }
    assert!(!arabic.contains("../fr/index.html"), "French has a book and no page");
    let chinese = page(&fixture::edition("zh"), &[]);
    assert!(chinese.contains("<html lang=\"zh-Hans\" dir=\"ltr\">"));
    assert!(!chinese.contains("class=\"formats\""));
}

#[test]
fn the_policy_lets_in_the_style_sheet_alone() {
    let page = page(&fixture::edition("ar"), &downloads());
    let style = between(&page, "<style>", "</style>");
    let policy = between(&page, "http-equiv=\"Content-Security-Policy\" content=\"", "\"");
    let hash = between(policy, "style-src 'sha256-", "'");
    assert_eq!(hash, page::base64(&Sha256::digest(style)));
    assert!(policy.starts_with("default-src 'none'; "));
    for never in ["unsafe", "http", "data:"] {
        assert!(!policy.contains(never), "{policy}");
    }
    assert!(!page.contains(" style=\"") && !page.contains(" onclick"));
}

#[test]
fn alternates_are_reciprocal() {
    let alternates = |key: &str| -> Vec<String> {
        let page = page(&fixture::edition(key), &[]);
        let lines = page.lines().filter(|line| line.starts_with("<link rel=\"alternate\""));
        lines.map(str::to_owned).collect()
    };
    let arabic = alternates("ar");
    assert_eq!(arabic.len(), 4, "three languages and x-default: {arabic:?}");
    for key in KEYS {
        assert_eq!(alternates(key), arabic);
    }
}

#[test]
fn linked_data_says_what_is_so() {
    let arabic = data(&page(&fixture::edition("ar"), &downloads()));
    assert_eq!(arabic["inLanguage"], "ar");
    assert_eq!(arabic["description"], "وصف البيان <في> جملة واحدة.");
    assert_eq!(arabic["translationOfWork"]["inLanguage"], "en");
    assert_eq!(arabic["encoding"][0]["contentSize"], "18001");
    let english = data(&page(&fixture::edition("en"), &[]));
    let translations = english["workTranslation"].as_array().expect("a list");
    let languages: Vec<_> = translations.iter().map(|work| &work["inLanguage"]).collect();
    assert_eq!(languages, ["ar", "zh-Hans"], "French has a book and no page");
    assert_eq!(english["translationOfWork"], serde_json::Value::Null);
}

#[test]
fn without_a_base_url_no_address_is_claimed() {
    let settings = Settings { base_url: None, contact: None, ..fixture::settings() };
    let edition = Edition { settings: settings.into(), ..fixture::edition("ar") };
    let page = page(&edition, &downloads());
    for never in
        ["canonical", "og:url", "x-default", "contentUrl", "https://example.org", "mailto:access"]
    {
        assert!(!page.contains(never), "{never}");
    }
}

fn entry(slug: &str, title: &str, day: u8) -> Entry {
    Entry {
        slug: Slug::new(slug).expect("a slug"),
        title: title.to_owned(),
        title_locale: fixture::locale("ar"),
        kind: Some("Press release".to_owned()),
        kind_locale: fixture::locale("en"),
        date: Date { year: 2026, month: 11, day },
        downloads: downloads(),
    }
}

#[test]
fn an_index_lists_releases() {
    let furniture = fixture::edition("ar").furniture;
    let languages = KEYS.map(fixture::locale);
    let entries = [entry("c", "الأحدث", 9), entry("a", "الأقدم", 1), entry("b", "الأقدم", 1)];
    let page = index(&Index {
        locale: &languages[0],
        furniture: &furniture,
        organisation: "مكتب النصوص",
        base_url: Some("https://example.org/"),
        languages: &languages,
        entries: &entries,
    });
    let order = page.split("href=\"../").skip(1).filter_map(|rest| {
        rest.split_once("/ar/index.html").map(|(slug, _)| slug).filter(|slug| slug.len() == 1)
    });
    assert_eq!(order.collect::<Vec<_>>(), ["c", "a", "b"]);
    for part in [
        "<p lang=\"en\" dir=\"ltr\">Press release</p>",
        "<a aria-label=\"كتاب إلكتروني (EPUB)، 19 كيلوبايت: الأحدث\" href=\"../c/ar/2026-11-24-fixture.ar.epub\"",
        "<link rel=\"canonical\" href=\"https://example.org/ar/index.html\">",
        "<a href=\"../zh/index.html\" rel=\"alternate\" hreflang=\"zh-Hans\"",
    ] {
        assert!(page.contains(part), "{part} is not in:\n{page}");
    }
}

#[test]
fn a_chooser_speaks_every_language() {
    let english = fixture::edition("en");
    let slug = english.slug.clone();
    let choices = KEYS.map(|key| Choice {
        locale: fixture::locale(key),
        words: fixture::edition(key).document.meta.title.plain(),
        words_locale: fixture::locale(key),
    });
    let page = chooser(&Chooser {
        slug: Some(&slug),
        locale: &english.locale,
        furniture: &english.furniture,
        organisation: "Office of Texts",
        base_url: Some("https://example.org/"),
        choices: &choices,
        parallels: &[],
    });
    for part in [
        "<li lang=\"ar\" dir=\"rtl\"><a href=\"ar/index.html\" rel=\"alternate\" hreflang=\"ar\"><b>العربية</b>",
        "<span>一份文稿，六种语言</span>",
        "<p>Office of Texts</p>\n<p><a href=\"../index.html\">Releases</a></p>",
        "href=\"https://example.org/2026-11-24-fixture/index.html\" hreflang=\"x-default\"",
    ] {
        assert!(page.contains(part), "{part} is not in:\n{page}");
    }
    assert!(!page.contains("http-equiv=\"refresh\""));
}

#[test]
fn the_banner_names_where_it_leads() {
    let banner = |key: &str, project: &str, own: bool| {
        let mut edition = fixture::edition(key);
        if !project.is_empty() {
            edition.furniture = fixture::furniture_of(key, project);
        }
        if !own {
            edition.document.meta.organisation = None;
        }
        let page = page(&edition, &[]);
        between(&page, "<header>\n", "\n<nav").to_owned()
    };
    let up =
        |key: &str, words: &str| format!("<p><a href=\"../../{key}/index.html\">{words}</a></p>");
    for (key, project, own, before, words) in [
        ("ar", "Hexapla", true, "<p>مكتب النصوص</p>\n", "النشرات — <bdi>Hexapla</bdi>"),
        ("zh", "六栏", true, "<p>文本办公室</p>\n", "发布稿——六栏"),
        ("zh", "文本办公室", true, "", "文本办公室"),
        ("zh", "六栏", false, "", "六栏"),
        ("en", "", false, "", "Releases"),
    ] {
        assert_eq!(banner(key, project, own), format!("{before}{}", up(key, words)));
    }
}

#[test]
fn a_page_of_nobody_has_no_empty_names() {
    let english = fixture::edition("en");
    let languages = KEYS.map(fixture::locale);
    let choices = KEYS.map(|key| Choice {
        locale: fixture::locale(key),
        words: String::new(),
        words_locale: fixture::locale(key),
    });
    let chooser = chooser(&Chooser {
        slug: None,
        locale: &english.locale,
        furniture: &english.furniture,
        organisation: "",
        base_url: None,
        choices: &choices,
        parallels: &[],
    });
    assert!(chooser.contains("<title>Choose a language</title>"), "{chooser}");
    assert!(!chooser.contains("<span"), "{chooser}");
    let index = index(&Index {
        locale: &english.locale,
        furniture: &english.furniture,
        organisation: "",
        base_url: None,
        languages: &languages,
        entries: &[],
    });
    assert!(index.contains("<a href=\"../index.html\">Choose a language</a>"), "{index}");
}

#[test]
fn the_choice_of_a_language_says_a_name_once() {
    let locale = fixture::locale("en");
    let furniture = fixture::furniture_of("en", "Hexapla");
    let spans = |names: [&str; 3]| {
        let choices = [0, 1, 2].map(|at| Choice {
            locale: fixture::locale(KEYS[at]),
            words: names[at].to_owned(),
            words_locale: fixture::locale(KEYS[at]),
        });
        let page = chooser(&Chooser {
            slug: None,
            locale: &locale,
            furniture: &furniture,
            organisation: "Hexapla",
            base_url: None,
            choices: &choices,
            parallels: &[],
        });
        assert!(page.contains("<p>Hexapla</p>"), "{page}");
        page.matches("<span").count()
    };
    assert_eq!(spans(["Hexapla"; 3]), 0);
    assert_eq!(spans(["هكسابلا", "六栏", "Hexapla"]), 3);
}

#[test]
fn between_chinese_words_and_an_address_stands_no_space() {
    let contact = |key: &str| page(&fixture::edition(key), &[]).contains("请联系<a href=\"mailto:");
    assert!(contact("zh"));
    assert!(page(&fixture::edition("en"), &[]).contains("write to <a href=\"mailto:"));
}
