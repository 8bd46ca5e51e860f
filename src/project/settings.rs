//! Reading `hexapla.toml`.

use std::ops::Range;
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use super::explain::explain;
use super::parallel::parallel;
use super::policy::{self, Check};
use super::strings;
use super::{Claim, Format, Settings, Stale, TextOptions, UrlRule};
use crate::diagnostic::{Diagnostic, SourceText};
use crate::disk::Limits;
use crate::files::is_portable;
use crate::locale::{Digits, Locale, LocaleRef, UNITED_NATIONS};
use crate::pseudo::Pseudo;

/// The locale that sources are written in when `hexapla.toml` does not say.
pub(super) const DEFAULT_SOURCE: &str = "en";

/// How the message about an entry of `locales` begins.
pub(super) const LOCALE: &str = "expected a locale";

/// The most findings that are told: each holds its line.
const MOST: usize = 100;

/// Longest line that can be asked for; shorter than the least, words no longer fit.
const WRAP: Range<usize> = 20..1001;

/// The largest limits: of a file in MiB, and of files.
const MOST_MIB: u64 = 1024;
const MOST_FILES: u64 = 1_000_000;

/// The file as it is written. What is left out has the default of [`Settings`]' reader.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    base_url: Option<Spanned<String>>,
    source_locale: Option<Spanned<String>>,
    locales: Option<Vec<Spanned<LocaleEntry>>>,
    formats: Option<Spanned<Vec<Format>>>,
    parallel: Vec<Spanned<Vec<String>>>,
    organisation: Option<String>,
    contact: Option<Spanned<String>>,
    digits: Option<Digits>,
    text: Text,
    links: Links,
    accessibility: Option<Spanned<Accessibility>>,
    translation: Translation,
    check: Check,
    limits: Bounds,
}

/// A locale: a key of the six, or a locale with everything said.
#[derive(Clone, Deserialize)]
#[serde(untagged, expecting = "expected a locale: `\"ar\"`, or `{ key = …, tag = …, name = … }`")]
enum LocaleEntry {
    Key(String),
    Full(FullLocale),
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct FullLocale {
    key: String,
    tag: String,
    name: String,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Text {
    bom: Option<bool>,
    crlf: Option<bool>,
    isolates: Option<bool>,
    wrap: Option<Spanned<usize>>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Links {
    hosts: Vec<Spanned<String>>,
    localise: Vec<Spanned<Rule>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    prefix: String,
    replacement: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Accessibility {
    conforms_to: String,
    certified_by: String,
    report: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct Translation {
    stale: Option<Stale>,
    minimum_translated: Option<Spanned<u8>>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct Bounds {
    text_mib: Option<Spanned<u64>>,
    file_mib: Option<Spanned<u64>>,
    files: Option<Spanned<u64>>,
}

/// The settings, or what is wrong with them.
pub(super) fn parse(config: Option<&SourceText>) -> Result<Settings, Vec<Diagnostic>> {
    let Some(source) = config else {
        let problem = Diagnostic::error("no-project", "there is no `hexapla.toml` here");
        let help = "start a project with a file `hexapla.toml` that holds the lines `organisation \
                    = \"Your organisation\"` and `locales = [\"en\", \"ar\"]`, or say where it \
                    is with `--project`";
        return Err(vec![problem.help(help)]);
    };
    let mut findings = strings::unfit(source.text());
    let settings = match toml::from_str(source.text()) {
        Ok(file) => Some(settings(file, source, &mut findings)),
        Err(error) => {
            findings.push(explain(&error, source.text()));
            None
        }
    };
    let problem = |finding: Finding| {
        let place = source.place(finding.range.unwrap_or(0..0));
        Diagnostic::error("wrong-setting", finding.message).at(place).help(finding.help)
    };
    settings
        .filter(|_| findings.is_empty())
        .ok_or_else(|| findings.into_iter().take(MOST).map(problem).collect())
}

/// Something wrong at a place of the file.
pub(super) struct Finding {
    pub range: Option<Range<usize>>,
    pub message: String,
    pub help: String,
}

pub(super) fn finding<T>(at: &Spanned<T>, message: String, help: &str) -> Finding {
    Finding { range: Some(at.span()), message, help: help.to_owned() }
}

fn settings(file: File, source: &SourceText, found: &mut Vec<Finding>) -> Settings {
    let listed = locales(file.locales, found);
    let source_locale = source_locale(file.source_locale.as_ref(), &listed, found);
    let mut locales = listed;
    if !locales.contains(&source_locale) {
        locales.push(Arc::clone(&source_locale));
    }
    let parallel = parallel(file.parallel, &locales, found);
    let check = policy::policy(file.check, (source, &locales), found);
    Settings {
        check,
        base_url: file.base_url.and_then(|url| base_url(&url, found)),
        source_locale,
        locales,
        formats: formats(file.formats, found),
        parallel,
        organisation: file.organisation.unwrap_or_default().trim().to_owned(),
        contact: file.contact.and_then(|contact| self::contact(contact, found)),
        stale: file.translation.stale.unwrap_or(Stale::Notice),
        minimum_translated: percent(file.translation.minimum_translated, found),
        link_hosts: file
            .links
            .hosts
            .into_iter()
            .filter_map(|host| self::host(&host, found))
            .collect(),
        url_rules: file.links.localise.into_iter().filter_map(|r| rule(r, found)).collect(),
        digits: file.digits.unwrap_or(Digits::Western),
        text: TextOptions {
            bom: file.text.bom.unwrap_or(true),
            crlf: file.text.crlf.unwrap_or(false),
            isolates: file.text.isolates.unwrap_or(false),
            wrap: file.text.wrap.and_then(|wrap| self::wrap(&wrap, found)),
        },
        limits: limits(file.limits, found),
        claim: file.accessibility.and_then(|claim| self::claim(claim, found)),
    }
}

/// The locales in the order of the file; those that are wrong or listed twice left out.
fn locales(entries: Option<Vec<Spanned<LocaleEntry>>>, found: &mut Vec<Finding>) -> Vec<LocaleRef> {
    let six = UNITED_NATIONS.map(|(key, _, _)| key);
    let mut locales: Vec<LocaleRef> = Vec::new();
    for entry in entries.unwrap_or_default() {
        let locale = match entry.get_ref() {
            LocaleEntry::Key(key) => {
                Locale::built_in(key).or_else(|| Pseudo::named(key).map(Locale::disguised))
            }
            LocaleEntry::Full(full) => Locale::new(&full.key, &full.tag, &full.name)
                .filter(|locale| !locale.name().trim().is_empty() && is_portable(locale.key())),
        };
        let Some(locale) = locale else {
            let (message, help) = match entry.get_ref() {
                LocaleEntry::Key(key) => (
                    format!("`{key}` is not a built-in locale"),
                    format!(
                        "built in are {}; another is written `{{ key = \"pt\", tag = \"pt\", name \
                         = \"Português\" }}`",
                        six.join(", ")
                    ),
                ),
                LocaleEntry::Full(full) => (
                    format!("`{}` is not a locale", full.key),
                    "`key` has letters, digits and hyphens, and is no device of Windows, `tag` is a BCP 47 language tag, `name` \
                     is what the language calls itself"
                        .to_owned(),
                ),
            };
            found.push(finding(&entry, message, &help));
            continue;
        };
        if locale.pseudo().is_some() {
            let message =
                format!("`{}` is a pseudo-locale, which is never published", locale.key());
            let help = format!("take it out; `hexapla build --locale {}` shows it", locale.key());
            found.push(finding(&entry, message, &help));
            continue;
        }
        if locales.iter().any(|known| same(known, &locale)) {
            let message = format!("the locale `{}` is listed twice", locale.key());
            found.push(finding(&entry, message, "keep one of the two"));
            continue;
        }
        locales.push(Arc::new(locale));
    }
    locales
}

/// Whether two locales are one: folders whose names differ only in case are one folder on many disks.
fn same(one: &Locale, other: &Locale) -> bool {
    one.key().eq_ignore_ascii_case(other.key()) || one.tag() == other.tag()
}

/// The default source locale: the one named, else English if it is listed or nothing is, else the
/// first listed.
fn source_locale(
    named: Option<&Spanned<String>>,
    listed: &[LocaleRef],
    found: &mut Vec<Finding>,
) -> LocaleRef {
    let key = named.map_or(DEFAULT_SOURCE, |key| key.get_ref());
    if let Some(locale) = listed.iter().find(|locale| locale.key() == key) {
        return Arc::clone(locale);
    }
    if let Some(locale) = Locale::built_in(key).filter(|_| listed.is_empty()) {
        return Arc::new(locale);
    }
    if let Some(named) = named {
        let message = format!("the source locale `{key}` is not in `locales`");
        found.push(finding(named, message, "add it to `locales`"));
    }
    let built_in = || Locale::built_in(DEFAULT_SOURCE).expect("English is built in");
    listed.first().map_or_else(|| Arc::new(built_in()), Arc::clone)
}

fn base_url(url: &Spanned<String>, found: &mut Vec<Finding>) -> Option<String> {
    let text = url.get_ref();
    if host_and_path(text).is_none_or(|rest| rest.contains(['?', '#'])) {
        let message = format!("`{text}` is not an address of the web");
        found.push(finding(url, message, "write `https://`, the host and the path"));
        return None;
    }
    Some(format!("{}/", text.trim_end_matches('/')))
}

/// What follows the scheme in an address of the web.
fn host_and_path(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let bad = |c: char| c.is_whitespace() || c.is_control() || "<>\"\\".contains(c);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    (!host.is_empty() && !rest.contains(bad)).then_some(rest)
}

/// Whether this is `name@host` and nothing else: no scheme, no second address.
fn is_mail(text: &str) -> bool {
    let bad = |c: char| c.is_whitespace() || c.is_control() || "@:/<>\"\\,;()[]".contains(c);
    let fits = |c: char| c.is_alphanumeric() || c == '-' || c == '.';
    let Some((name, host)) = text.split_once('@') else { return false };
    let host_fits = host.chars().all(fits) && !host.starts_with('.') && !host.ends_with('.');
    !name.is_empty() && !name.contains(bad) && !host.is_empty() && host_fits
}

fn formats(formats: Option<Spanned<Vec<Format>>>, found: &mut Vec<Finding>) -> Vec<Format> {
    let all = || vec![Format::Html, Format::Epub, Format::Text];
    let Some(formats) = formats else { return all() };
    if formats.get_ref().is_empty() {
        let help = "leave `formats` out for all three: \"html\", \"epub\", \"text\"";
        found.push(finding(&formats, "`formats` names no format".to_owned(), help));
        return all();
    }
    let mut formats = formats.into_inner();
    formats.sort();
    formats.dedup();
    formats
}

fn contact(contact: Spanned<String>, found: &mut Vec<Finding>) -> Option<String> {
    let text = contact.get_ref();
    if !(is_mail(text) || host_and_path(text).is_some()) {
        let message = format!("`{text}` is neither a mail address nor a web address");
        found.push(finding(&contact, message, "write `name@example.org` or `https://…`"));
        return None;
    }
    Some(contact.into_inner())
}

fn percent(percent: Option<Spanned<u8>>, found: &mut Vec<Finding>) -> u8 {
    let Some(percent) = percent else { return 100 };
    if *percent.get_ref() > 100 {
        let message = format!("`{}` is more than 100 per cent", percent.get_ref());
        found.push(finding(&percent, message, "write a number from 0 to 100"));
        return 100;
    }
    percent.into_inner()
}

fn limits(bounds: Bounds, found: &mut Vec<Finding>) -> Limits {
    let mut limits = Limits::default();
    let mut take = |given: Option<Spanned<u64>>, (limit, most): (&mut u64, u64)| {
        let Some(given) = given else { return };
        *limit = *given.get_ref();
        if !(1..=most).contains(limit) {
            let message = format!("`{limit}` cannot be a limit here");
            found.push(finding(&given, message, &format!("write a number from 1 to {most}")));
        }
    };
    take(bounds.text_mib, (&mut limits.text.mib, MOST_MIB));
    take(bounds.file_mib, (&mut limits.file.mib, MOST_MIB));
    take(bounds.files, (&mut limits.files, MOST_FILES));
    limits
}

fn host(host: &Spanned<String>, found: &mut Vec<Finding>) -> Option<String> {
    let text = host.get_ref();
    let fits = |c: char| c.is_alphanumeric() || c == '-' || c == '.';
    if text.is_empty() || !text.chars().all(fits) {
        let message = format!("`{text}` is not a host");
        found.push(finding(host, message, "write only the host: `www.un.org`"));
        return None;
    }
    Some(text.to_ascii_lowercase())
}

fn rule(rule: Spanned<Rule>, found: &mut Vec<Finding>) -> Option<UrlRule> {
    let Rule { prefix, replacement } = rule.get_ref();
    let is_url = |url: &str| url.starts_with("https://") || url.starts_with("http://");
    let names_locale = replacement.contains("{key}") || replacement.contains("{tag}");
    if !is_url(prefix) || !is_url(replacement) || !names_locale {
        let message = "this rule cannot localise addresses".to_owned();
        let help = "`prefix = \"https://www.un.org/en/\"`, `replacement = \
                    \"https://www.un.org/{key}/\"`";
        found.push(finding(&rule, message, help));
        return None;
    }
    let Rule { prefix, replacement } = rule.into_inner();
    Some(UrlRule { prefix, replacement })
}

fn wrap(wrap: &Spanned<usize>, found: &mut Vec<Finding>) -> Option<usize> {
    let columns = *wrap.get_ref();
    if !WRAP.contains(&columns) {
        let message = format!("lines cannot be wrapped at {columns} columns");
        found.push(finding(wrap, message, "write a number from 20 to 1000, or leave `wrap` out"));
        return None;
    }
    Some(columns)
}

fn claim(claim: Spanned<Accessibility>, found: &mut Vec<Finding>) -> Option<Claim> {
    let Accessibility { conforms_to, certified_by, .. } = claim.get_ref();
    if conforms_to.trim().is_empty() || certified_by.trim().is_empty() {
        let message = "a claim of conformance says to what, and who vouches for it".to_owned();
        let help = "fill in `conforms-to` and `certified-by`, or take `[accessibility]` away";
        found.push(finding(&claim, message, help));
        return None;
    }
    let report = claim.get_ref().report.as_deref();
    if let Some(report) = report.filter(|report| host_and_path(report).is_none()) {
        let message = format!("the report `{report}` is not an address of the web");
        found.push(finding(&claim, message, "write `https://`, the host and the path"));
        return None;
    }
    let Accessibility { conforms_to, certified_by, report } = claim.into_inner();
    Some(Claim { conforms_to, certified_by, report })
}
