//! Settings and projects from the outside.

use super::*;
use crate::diagnostic::SourceText;
use crate::segment::Slug;

fn project(config: &str) -> (Project, Vec<Diagnostic>) {
    let config = Some(SourceText::new("hexapla.toml", config));
    parse(ProjectInput { config, ..ProjectInput::default() })
}

/// What is wrong in the settings: line, column, message, help.
#[track_caller]
fn wrong(config: &str, (line, column): (usize, usize), message: &str, help: &str) {
    let (_, found) = project(config);
    let [problem] = &found[..] else { panic!("{found:#?}") };
    let place = problem.place.as_ref().unwrap();
    assert_eq!((place.line, place.column), (line, column), "{problem:?}");
    assert_eq!(problem.message, message);
    let said = problem.help.as_deref().unwrap_or_default();
    assert!(said.contains(help), "{said}");
}

#[test]
fn everything_has_a_default() {
    let (project, found) = project("");
    assert_eq!(found, []);
    let settings = project.settings;
    assert_eq!(settings.source_locale.key(), "en");
    assert_eq!(settings.locales, [Arc::clone(&settings.source_locale)]);
    assert_eq!(settings.formats, [Format::Html, Format::Epub, Format::Text]);
    assert_eq!((settings.stale, settings.minimum_translated), (Stale::Notice, 100));
    assert_eq!((&settings.base_url, &settings.contact, &settings.claim), (&None, &None, &None));
    let text = TextOptions { bom: true, crlf: false, isolates: false, wrap: None };
    assert_eq!((settings.text, settings.digits), (text, Digits::Western));
}

#[test]
fn everything_can_be_said() {
    let config = r#"
base-url = "https://example.org/releases"
source-locale = "zh"
locales = ["ar", "zh", { key = "pt", tag = "pt-BR", name = "Português" }]
formats = ["text", "html", "text"]
contact = "access@example.org"
digits = "native"
[text]
bom = false
crlf = true
isolates = true
wrap = 72
[links]
hosts = ["WWW.un.org"]
[[links.localise]]
prefix = "https://www.un.org/en/"
replacement = "https://www.un.org/{key}/"
[accessibility]
conforms-to = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"
certified-by = "联合国"
[translation]
stale = "fallback"
minimum-translated = 95
"#;
    let (project, found) = project(config);
    // Portuguese is not built in and brings no furniture.
    assert_eq!(found.iter().map(|d| d.code).collect::<Vec<_>>(), ["furniture-incomplete"]);
    assert_eq!(project.words.keys().collect::<Vec<_>>(), ["ar", "zh"]);
    let settings = project.settings;
    assert_eq!(settings.base_url.as_deref(), Some("https://example.org/releases/"));
    assert_eq!(settings.source_locale.tag(), "zh-Hans");
    assert_eq!(settings.locales[2].tag(), "pt-BR");
    assert_eq!(settings.formats, [Format::Html, Format::Text]);
    assert_eq!(settings.contact.as_deref(), Some("access@example.org"));
    assert_eq!(settings.link_hosts, ["www.un.org"]);
    assert_eq!(settings.url_rules[0].replacement, "https://www.un.org/{key}/");
    assert_eq!(settings.claim.as_ref().unwrap().certified_by, "联合国");
    assert_eq!((settings.stale, settings.minimum_translated), (Stale::Fallback, 95));
    let text = TextOptions { bom: false, crlf: true, isolates: true, wrap: Some(72) };
    assert_eq!((settings.text, settings.digits), (text, Digits::Native));
}

#[test]
fn mistakes_have_places() {
    wrong(
        "# عربي\nbase-ur = \"x\"",
        (2, 1),
        "`base-ur` is not known here",
        "nearest name is `base-url`",
    );
    wrong("[text]\nwarp = 3", (2, 1), "`warp` is not known here", "nearest name is `wrap`");
    wrong("digits = \"natve\"", (1, 10), "`natve` is not known here", "nearest name is `native`");
    wrong(
        "formats = [\"html\", \"pdf\"]",
        (1, 20),
        "`pdf` is not known here",
        "known here: html, epub",
    );
    wrong(
        "locales = [\"ar\", \"عر\"]",
        (1, 18),
        "`عر` is not a built-in locale",
        "built in are ar, zh",
    );
    wrong("locales = [\"ar\", \"ar\"]", (1, 18), "the locale `ar` is listed twice", "keep one");
    wrong(
        "locales = [\"ar\", 3]",
        (1, 11),
        "expected a locale: `\"ar\"`, or `{ key = …, tag = …, name = … }`",
        "TOML",
    );
    wrong(
        "source-locale = \"fr\"\nlocales = [\"ar\"]",
        (1, 17),
        "the source locale `fr` is not in `locales`",
        "add it",
    );
    wrong("base-url = \"ftp://x\"", (1, 12), "`ftp://x` is not an address of the web", "https://");
    wrong(
        "contact = \"中文\"",
        (1, 11),
        "`中文` is neither a mail address nor a web address",
        "name@",
    );
    wrong(
        "[translation]\nminimum-translated = 101",
        (2, 22),
        "`101` is more than 100 per cent",
        "0 to 100",
    );
    wrong("[text]\nwrap = 3", (2, 8), "lines cannot be wrapped at 3 columns", "20 to 1000");
    wrong("[links]\nhosts = [\"http://x\"]", (2, 10), "`http://x` is not a host", "only the host");
}

#[test]
fn a_folder_without_settings_says_how_to_start() {
    let (_, found) = parse(ProjectInput::default());
    assert_eq!(found[0].code, "no-project");
    assert!(found[0].help.as_ref().unwrap().contains("hexapla.toml"));
}

#[test]
fn a_release_cannot_have_the_name_of_a_locale() {
    let slugs = vec![Slug::new("en").unwrap(), Slug::new("one").unwrap()];
    let config = Some(SourceText::new("hexapla.toml", ""));
    let (project, found) = parse(ProjectInput { config, slugs, ..ProjectInput::default() });
    assert_eq!(project.slugs, [Slug::new("one").unwrap()]);
    assert_eq!(found.iter().map(|d| d.code).collect::<Vec<_>>(), ["release-name"]);
}

#[test]
fn this_project_is_sound() {
    let (project, found) = project(include_str!("../../hexapla.toml"));
    assert_eq!(found, []);
    let keys: Vec<_> = project.settings.locales.iter().map(|locale| locale.key()).collect();
    assert_eq!(keys, crate::locale::UNITED_NATIONS.map(|(key, _, _)| key));
}
