//! Starting: a new project with a release in its languages, and what a new release begins with.
//!
//! The first release is written in all six languages as a source, block by block the same. Whichever of
//! them is the source of a new project, the others are its translations: no id is kept by hand.

use std::collections::BTreeMap;

use crate::diagnostic::SourceText;
use crate::disk::{ProjectInput, ReleaseInput};
use crate::document::Date;
use crate::files::{Assets, Files};
use crate::identity::Review;
use crate::locale::LocaleRef;
use crate::project::{self, Project, written};
use crate::publish::{self, Loaded, Request};
use crate::segment::Slug;
use crate::translate::{self, Delivery, Listed, Subject};

/// What a language brings to a new project.
struct Starter {
    key: &'static str,
    /// The first release.
    release: &'static str,
    terms: &'static str,
    /// What stands for the publisher's name.
    organisation: &'static str,
    /// The words of the release that are a term, and how a message refers to it.
    term: (&'static str, &'static str),
}

/// Declares what a language brings.
macro_rules! starter {
    ($key:literal, $organisation:literal, $words:literal => $term:literal) => {
        Starter {
            key: $key,
            release: include_str!(concat!("start/release.", $key, ".md")),
            terms: include_str!(concat!("start/terms.", $key, ".ftl")),
            organisation: $organisation,
            term: ($words, $term),
        }
    };
}

/// The languages that a project can be started in.
const STARTERS: [Starter; 6] = [
    starter!("ar", "منظمتكم", "للأمم المتحدة" => "{ -united-nations(join: \"li\") }"),
    starter!("zh", "贵机构", "联合国" => "{ -united-nations }"),
    starter!("en", "Your organisation", "United Nations" => "{ -united-nations }"),
    starter!(
        "fr", "Votre organisation",
        "de l’Organisation des Nations Unies" => "{ -united-nations(article: \"de\") }"
    ),
    starter!(
        "ru", "Ваша организация",
        "Организации Объединенных Наций" => "{ -united-nations(case: \"genitive\") }"
    ),
    starter!("es", "Su organización", "Naciones Unidas" => "{ -united-nations }"),
];

/// The first release of a new project.
const SLUG: &str = "first-release";

/// A project to be started.
#[derive(Clone, Debug)]
pub struct NewProject {
    /// Its languages, of the six; the first is that of the source.
    pub locales: Vec<LocaleRef>,
    /// The publisher's name in every language; `None`: it is left to be filled in.
    pub organisation: Option<String>,
    /// The date of its release.
    pub date: Date,
}

/// The files of a new project.
///
/// # Panics
/// When one of the locales is none of the six.
pub fn new_project(new: &NewProject) -> Files {
    let mut files = Files::new();
    files.insert("hexapla.toml", settings(new));
    files.insert(".gitattributes", include_str!("start/gitattributes"));
    files.insert(".gitignore", include_str!("start/gitignore"));
    let workflow = include_str!("start/workflow.yml");
    let workflow = workflow.replace("{version}", env!("CARGO_PKG_VERSION"));
    files.insert(".github/workflows/hexapla.yml", workflow);
    for locale in &new.locales {
        let key = locale.key();
        files.insert(format!("locales/{key}/terms.ftl"), starter(locale).terms);
    }
    // The name in the language of the source stands in the settings.
    for locale in new.locales[1..].iter().filter(|_| new.organisation.is_none()) {
        let head = include_str!("start/furniture.ftl");
        let text = format!("{head}\norganisation = {}\n", starter(locale).organisation);
        files.insert(format!("locales/{}/hexapla.ftl", locale.key()), text);
    }
    files.insert(format!("content/{SLUG}/index.md"), source(starter(&new.locales[0]), new.date));
    files.extend("", translated(new, &files));
    files
}

/// The text that a new release begins with: what a person is to fill in, and what may be said.
pub fn new_release(project: &Project, date: Date) -> String {
    let settings = &project.settings;
    let keys = settings.locales.iter().map(|locale| locale.key());
    include_str!("start/release.md")
        .replace("{date}", &date.to_string())
        .replace("{source}", &written::text(settings.source_locale.key()))
        .replace("{locales}", &written::list(keys))
}

fn starter(locale: &LocaleRef) -> &'static Starter {
    let found = STARTERS.iter().find(|starter| starter.key == locale.key());
    found.expect("a project is started in languages of the six")
}

fn settings(new: &NewProject) -> String {
    let organisation = new.organisation.as_deref();
    let organisation = organisation.unwrap_or(starter(&new.locales[0]).organisation);
    include_str!("start/hexapla.toml")
        .replace("{source}", &written::text(new.locales[0].key()))
        .replace("{locales}", &written::list(new.locales.iter().map(|locale| locale.key())))
        .replace("{organisation}", &written::text(organisation))
}

fn source(starter: &Starter, date: Date) -> String {
    let (front, body) = starter.release.split_once("---\n").expect("a line parts the two");
    format!("+++\n{front}date = {date}\n+++\n\n{body}")
}

/// The translations, the state of them, and what translation tools read.
fn translated(new: &NewProject, files: &Files) -> Files {
    let project = read(new, files);
    let source = &new.locales[0];
    let loaded = load(&project, starter(source), new.date);
    let mut deliveries = BTreeMap::new();
    for locale in &new.locales[1..] {
        deliveries.insert(locale.key().to_owned(), delivery(&loaded, &project, (locale, new.date)));
    }
    let none = BTreeMap::new();
    let (texts, unread) = (BTreeMap::new(), BTreeMap::new());
    let release = &loaded.release;
    let subject =
        Subject { release, catalogs: &none, texts: &texts, unread: &unread, project: &project };
    let put = translate::put(&subject, &deliveries).expect("a test starts every project");
    let listed = Listed {
        slug: release.slug.clone(),
        source: source.key().to_owned(),
        locales: new.locales[1..].iter().map(|locale| locale.key().to_owned()).collect(),
    };
    let tools = translate::configuration(&project.settings, &["terms"], &[listed]);
    let mut all = put.files;
    all.insert("l10n.toml", tools);
    all
}

/// The project of files in memory.
fn read(new: &NewProject, files: &Files) -> Project {
    let text = |path: &str| {
        let bytes = files.get(path)?;
        Some(SourceText::new(path, String::from_utf8_lossy(bytes).into_owned()))
    };
    let shared = |name: &str| {
        let keys = new.locales.iter().map(|locale| locale.key().to_owned());
        keys.filter_map(|key| {
            let text = text(&format!("locales/{key}/{name}.ftl"))?;
            Some((key, text))
        })
        .collect()
    };
    let input = ProjectInput {
        config: text("hexapla.toml"),
        furniture: shared("hexapla"),
        terms: shared("terms"),
        slugs: vec![Slug::new(SLUG).expect("it is one")],
        diagnostics: Vec::new(),
    };
    project::parse(input).0.expect("a test starts every project")
}

/// The first release as a source in one of its languages.
fn load(project: &Project, starter: &Starter, date: Date) -> Loaded {
    let input = ReleaseInput {
        slug: Slug::new(SLUG).expect("it is one"),
        source: SourceText::new(format!("content/{SLUG}/index.md"), source(starter, date)),
        lock: None,
        catalogs: BTreeMap::new(),
        unread: BTreeMap::new(),
        assets: Assets::new(),
        diagnostics: Vec::new(),
    };
    publish::load(input, project, &Request::ALL).0.expect("a test starts every project")
}

/// The words of another language as a translation.
fn delivery(loaded: &Loaded, project: &Project, (locale, date): (&LocaleRef, Date)) -> Delivery {
    let starter = starter(locale);
    let own = load(project, starter, date);
    let (words, term) = starter.term;
    let mut delivery = Delivery::default();
    let leaves = loaded.release.document.leaves();
    for (leaf, words_of) in leaves.into_iter().zip(own.release.document.leaves()) {
        let id = leaf.id.clone();
        delivery.patterns.insert(id.clone(), words_of.pattern.replace(words, term));
        delivery.sources.insert(id, (leaf.fingerprint.clone(), Review::Translated));
        delivery.texts.insert(leaf.fingerprint.clone(), leaf.pattern.clone());
    }
    delivery
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Locale, UNITED_NATIONS};

    const DATE: Date = Date { year: 2026, month: 1, day: 31 };

    /// The releases have the same blocks, links and anchors, and every message its words.
    #[test]
    fn the_first_release_is_the_same_in_six_languages() {
        let locales: Vec<LocaleRef> = UNITED_NATIONS
            .iter()
            .map(|(key, _, _)| Locale::built_in(key).unwrap().into())
            .collect();
        let new = NewProject { locales, organisation: None, date: DATE };
        let files = new_project(&new);
        let project = read(&new, &files);
        let kinds = |starter: &Starter| {
            let loaded = load(&project, starter, DATE);
            let leaves = loaded.release.document.leaves().into_iter();
            leaves.map(|leaf| (leaf.kind, leaf.links.clone())).collect::<Vec<_>>()
        };
        for starter in &STARTERS {
            assert_eq!(kinds(starter), kinds(&STARTERS[0]), "{}", starter.key);
            assert!(starter.release.contains(starter.term.0), "{}", starter.key);
        }
        let chinese = String::from_utf8_lossy(files.get("locales/zh/first-release.ftl").unwrap());
        assert!(chinese.contains("{ -united-nations }六种"), "{chinese}");
        // The dash of an attribution is the language's own.
        assert!(chinese.contains(" = 本示例的作者\n"), "{chinese}");
    }

    /// What stands in comments is right when the comments are taken away.
    #[test]
    fn what_a_new_release_may_say_can_be_said() {
        let locales = ["en", "ar"].map(|key| Locale::built_in(key).unwrap().into()).to_vec();
        let new = NewProject { locales, organisation: Some("\"水\"".to_owned()), date: DATE };
        let project = read(&new, &new_project(&new));
        assert_eq!(project.settings.organisation, "\"水\"");
        let empty = new_release(&project, DATE);
        let filled = empty.replace("= \"\"", "= \"السلام\"");
        let is_key =
            |line: &str| line.strip_prefix("# ").and_then(|line| line.split_once(" = ")).is_some();
        let said: String = filled
            .lines()
            .map(|line| line.strip_prefix("# ").filter(|_| is_key(line)).unwrap_or(line))
            .flat_map(|line| [line, "\n"])
            .collect();
        let source = SourceText::new("index.md", said + "和平。\n");
        let (parsed, found) = crate::markdown::parse(&source, &Assets::new());
        assert_eq!(found, []);
        let keys = parsed.unwrap().facts.languages.unwrap();
        assert_eq!(keys.iter().map(|one| &*one.key).collect::<Vec<_>>(), ["en", "ar"]);
    }
}
