//! Settings and projects from the outside.

use super::*;
use crate::diagnostic::SourceText;
use crate::segment::Slug;

fn read(config: &str) -> (Option<Project>, Vec<Diagnostic>) {
    let config = Some(SourceText::new("hexapla.toml", config));
    parse(ProjectInput { config, ..ProjectInput::default() })
}

#[track_caller]
fn project(config: &str) -> (Project, Vec<Diagnostic>) {
    let (project, found) = read(config);
    (project.expect("the settings are right"), found)
}

/// What is wrong in the settings: line, column, message, help.
#[track_caller]
fn wrong(config: &str, (line, column): (usize, usize), message: &str, help: &str) {
    let (project, found) = read(config);
    assert!(project.is_none(), "nothing is made from wrong settings");
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
    let Limits { text, file, files } = settings.limits;
    assert_eq!((text.mib, file.mib, files), (4, 64, 10_000));
}

#[test]
fn everything_can_be_said() {
    let config = r#"
base-url = "https://example.org/releases"
source-locale = "zh"
locales = ["ar", "zh", { key = "pt", tag = "pt-BR", name = "Português" }]
formats = ["text", "html", "text"]
parallel = [["pt", "ar"], ["ar", "zh", "pt"]]
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
[limits]
text-mib = 100
files = 100000
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
    assert_eq!(settings.parallel, [vec!["pt", "ar"], vec!["ar", "zh", "pt"]]);
    assert_eq!(settings.link_hosts, ["www.un.org"]);
    assert_eq!(settings.url_rules[0].replacement, "https://www.un.org/{key}/");
    assert_eq!(settings.claim.as_ref().unwrap().certified_by, "联合国");
    assert_eq!((settings.stale, settings.minimum_translated), (Stale::Fallback, 95));
    let Limits { text, file, files } = settings.limits;
    assert_eq!((text.mib, file.mib, files), (100, 64, 100_000));
    let text = TextOptions { bom: false, crlf: true, isolates: true, wrap: Some(72) };
    assert_eq!((settings.text, settings.digits), (text, Digits::Native));
}

#[test]
fn pseudo_locales_are_not_listed() {
    for (listed, key) in
        [("\"ar-XB\"", "ar-XB"), ("{ key = \"x\", tag = \"ar-xb\", name = \"عربي\" }", "x")]
    {
        let message = &format!("`{key}` is a pseudo-locale, which is never published");
        let toml = format!("locales = [\"zh\", {listed}]");
        wrong(&toml, (1, 18), message, "take it out");
    }
}

#[test]
fn a_key_at_the_wrong_place_is_told_its_own() {
    for (table, line) in [
        ("[text]", "wrap = 72"),
        ("[links]", "hosts = [\"www.un.org\"]"),
        ("[[links.localise]]", "prefix = \"https://www.un.org/en/\""),
        ("[accessibility]", "certified-by = \"الهيئة\""),
        ("[translation]", "minimum-translated = 90"),
        ("[check]", "severity = { link-vague = \"off\" }"),
        ("[limits]", "text-mib = 100"),
    ] {
        let name = line.split(' ').next().unwrap();
        let message = format!("`{name}` is not known here");
        wrong(line, (1, 1), &message, &format!("`{name}` stands under `{table}`"));
    }
}

#[test]
fn limits_have_limits() {
    for (key, given, column) in
        [("text-mib", 0, 12), ("file-mib", 4096, 12), ("files", 2_000_000, 9)]
    {
        let message = format!("`{given}` cannot be a limit here");
        let line = format!("[limits]\n{key} = {given}");
        wrong(&line, (2, column), &message, "write a number from 1 to");
    }
}

#[test]
fn languages_side_by_side_are_two_to_six_of_the_project() {
    let begin = "locales = [\"ar\", \"zh\"]\nparallel = [";
    for (listed, column, message, help) in [
        ("[\"ar\", \"fr\"]", 13, "`fr` is not in `locales`", "locales of the project"),
        ("[\"ar\"]", 13, "this is not two to six languages, each once", "parallel = "),
        ("[\"zh\", \"zh\"]", 13, "this is not two to six languages, each once", "parallel = "),
        ("[\"ar\", \"zh\"], [\"ar\", \"zh\"]", 27, "these languages are listed twice", "one of"),
    ] {
        wrong(&format!("{begin}{listed}]"), (2, column), message, help);
    }
    // Another order is another edition.
    let (project, found) = project(&format!("{begin}[\"ar\", \"zh\"], [\"zh\", \"ar\"]]"));
    assert_eq!((project.settings.parallel.len(), found), (2, Vec::new()));
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
        "{ key = \"pt\", tag = \"pt\", name = \"Português\" }",
    );
    wrong(
        "source-locale = \"fr\"\nlocales = [\"ar\"]",
        (1, 17),
        "the source locale `fr` is not in `locales`",
        "add it",
    );
    wrong("base-url = \"ftp://x\"", (1, 12), "`ftp://x` is not an address of the web", "https://");
    wrong(
        "[translation]\nminimum-translated = 101",
        (2, 22),
        "`101` is more than 100 per cent",
        "0 to 100",
    );
    wrong("[text]\nwrap = 3", (2, 8), "lines cannot be wrapped at 3 columns", "20 to 1000");
    wrong(
        "[accessibility]\nconforms-to = \"a\"\ncertified-by = \"联合国\"\nreport = \"javascript:x\"",
        (1, 1),
        "the report `javascript:x` is not an address of the web",
        "https://",
    );
    wrong(
        "locales = [\"ar\", { key = \"AR\", tag = \"ar-EG\", name = \"العربية\" }]",
        (1, 18),
        "the locale `AR` is listed twice",
        "keep one",
    );
    let (_, found) = read(&format!("locales = [{}]", "\"ar\",".repeat(2_000)));
    assert_eq!(found.len(), 100);
    wrong("[links]\nhosts = [\"http://x\"]", (2, 10), "`http://x` is not a host", "only the host");
}

#[test]
fn a_contact_is_one_address() {
    for contact in ["access@example.org", "مكتب@example.org", "https://example.org/ask?in=ar"] {
        let (project, _) = project(&format!("contact = \"{contact}\""));
        assert_eq!(project.settings.contact.as_deref(), Some(contact));
    }
    for contact in [
        "中文",
        "a@b@example.org",
        "mailto:a@example.org",
        "ftp://a@example.org",
        "a@example.org, b@example.org",
        "a@",
        "@example.org",
        "a@example..org/x",
        "https://",
        "https:///a@example.org",
    ] {
        let message = format!("`{contact}` is neither a mail address nor a web address");
        wrong(&format!("contact = \"{contact}\""), (1, 11), &message, "name@example.org");
    }
}

/// What the library says of these is for programmers.
#[test]
fn help_shows_how_a_key_is_written() {
    for (config, place, message, help) in [
        (
            "formats = \"html\"",
            (1, 11),
            "`formats` is not written like this",
            "[\"html\", \"epub\"",
        ),
        ("# عربي\nlocales = \"ar\"", (2, 11), "`locales` is not written like this", "[\"en\", "),
        (
            "organisation = [\"中文\"]",
            (1, 16),
            "`organisation` is not written",
            "\"Your organisation\"",
        ),
        ("digits = true", (1, 10), "`digits` is not written like this", "digits = \"western\""),
        ("text = 3", (1, 8), "`text` is not written like this", "`[text]`"),
        ("[text]\nwrap = \"72\"", (2, 8), "`wrap` is not written like this", "wrap = 72"),
        ("[text]\nbom = \"yes\"", (2, 7), "`bom` is not written like this", "bom = true"),
        ("text.crlf = 1", (1, 13), "`crlf` is not written like this", "crlf = false"),
        (
            "[links.localise]\nprefix = \"x\"",
            (1, 1),
            "`localise` is not written",
            "[[links.localise]]",
        ),
        ("[[links.localise]]\nprefix = \"x\"", (1, 1), "`replacement` is missing here", "/{key}/"),
        ("[links]\nhosts = [\n  \"a\",\n  3,\n]", (4, 3), "`hosts` is not written", "www.un.org"),
        (
            "[translation]\nminimum-translated = 300",
            (2, 22),
            "`minimum-translated` is not",
            "= 100",
        ),
        ("[translation]\nminimum-translated = -1", (2, 22), "`minimum-translated` is not", "= 100"),
        (
            "[translation]\nminimum-translated = 99.5",
            (2, 22),
            "`minimum-translated` is not",
            "= 100",
        ),
        ("contact = \"a@b\"\ncontact = \"a@b\"", (2, 1), "`contact` is there twice", "keep one"),
        (
            "[text]\norganisation = \"中文\"",
            (2, 1),
            "`organisation` is not known here",
            "above the first line in brackets",
        ),
    ] {
        let (_, found) = read(config);
        let [problem] = &found[..] else { panic!("{found:#?}") };
        let at = problem.place.as_ref().unwrap();
        assert_eq!((at.line, at.column), place, "{problem:?}");
        assert!(problem.message.starts_with(message), "{config}: {}", problem.message);
        let said = problem.help.as_deref().unwrap_or_default();
        assert!(said.contains(help), "{config}: {said}");
    }
}

#[test]
fn help_shows_how_a_key_is_written_that_is_no_toml() {
    for config in ["organisation = The office", "locales = [\"ar\" \"zh\"]", "contact = 'a@b"] {
        let (_, found) = read(config);
        let said = found[0].help.as_deref().unwrap_or_default();
        let key = config.split(' ').next().unwrap();
        assert!(said.starts_with(&format!("write it like this: `{key} = ")), "{found:?}");
    }
    // What belongs to no key has no example.
    let (_, found) = read("formats = [\"html\"]\nthe office");
    assert!(found[0].help.as_ref().unwrap().contains("is TOML"), "{found:?}");
}

#[test]
fn furniture_that_is_not_built_in_says_where_it_comes_from() {
    let (_, found) =
        project("locales = [\"fr\", { key = \"pt\", tag = \"pt\", name = \"Português\" }]");
    assert_eq!(found[0].message, "`pt` has no furniture: the words that stand in every edition");
    let help = found[0].help.as_deref().unwrap();
    assert!(help.contains("`hexapla sync`") && help.contains("`locales/fr/hexapla.ftl`"), "{help}");
    assert!(help.contains("`locales/pt/hexapla.ftl`"), "{help}");
}

#[test]
fn a_folder_without_settings_says_how_to_start() {
    let (_, found) = parse(ProjectInput::default());
    assert_eq!(found[0].code, "no-project");
    assert!(found[0].help.as_ref().unwrap().contains("hexapla.toml"));
}

#[test]
fn a_release_cannot_have_a_name_that_is_taken() {
    let slugs = ["en", "hexapla", "one", "terms"].map(|name| Slug::new(name).unwrap()).to_vec();
    let config = Some(SourceText::new("hexapla.toml", ""));
    let (project, found) = parse(ProjectInput { config, slugs, ..ProjectInput::default() });
    assert_eq!(project.unwrap().slugs, [Slug::new("one").unwrap()]);
    assert_eq!(found.iter().map(|d| d.code).collect::<Vec<_>>(), ["release-name"; 3]);
    assert!(
        found[2].message.starts_with("the release `terms` has the name of a file"),
        "{found:?}"
    );
}

#[test]
fn this_project_is_sound() {
    let (project, found) = project(include_str!("../../hexapla.toml"));
    assert_eq!(found, []);
    let keys: Vec<_> = project.settings.locales.iter().map(|locale| locale.key()).collect();
    assert_eq!(keys, crate::locale::UNITED_NATIONS.map(|(key, _, _)| key));
}

#[test]
fn a_project_judges_findings() {
    let (project, found) = project(
        "locales = [\"ar\", \"en\"]\n[check.severity]\nlink-vague = \"warning\"\n\
         terms-incomplete = \"off\"\n[[check.allow]]\ncode = \"link-vague\"\nid = \"a\"\n\
         release = \"one\"\nlocale = \"ar\"\nreason = \" اسم مجلة \"\n",
    );
    assert_eq!(found, []);
    let policy = &project.settings.check;
    assert_eq!(policy.severity["link-vague"], Level::Warning);
    assert_eq!(policy.severity["terms-incomplete"], Level::Off);
    let [allowance] = &policy.allow[..] else { panic!("{policy:?}") };
    assert_eq!((allowance.code, allowance.place.line), ("link-vague", 5));
    assert_eq!(allowance.reason, "اسم مجلة");
}

#[test]
fn what_cannot_be_judged_is_named() {
    wrong(
        "[check.severity]\nraw-html = \"warning\"\n",
        (2, 1),
        "`raw-html` cannot be lowered, turned off or allowed",
        "`hexapla explain raw-html`",
    );
    // Raising is always possible.
    let (_, found) = project("[check.severity]\nraw-html = \"error\"\n");
    assert_eq!(found, []);
    let allow = |lines: &str| format!("[[check.allow]]\n{lines}");
    wrong(
        &allow("code = \"link-vague\"\nid = \"a\"\n"),
        (1, 1),
        "`reason` is missing here",
        "reason = ",
    );
    wrong(
        &allow("code = \"link-vague\"\nid = \" \"\nreason = \"r\"\n"),
        (3, 6),
        "this allows no message",
        "`id`",
    );
    wrong(
        &allow("code = \"link-vague\"\nids = \"a\"\nreason = \"r\"\n"),
        (3, 1),
        "`ids` is not known here",
        "`id`",
    );
}
