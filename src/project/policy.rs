//! What a project makes of findings: how much each kind matters, and which may stay.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::settings::{Finding, finding};
use super::spanned::Spanned;
use crate::diagnostic::{Diagnostic, Place, Severity, SourceText};
use crate::explain::{self, Page};
use crate::locale::LocaleRef;
use crate::nearest::nearest;

/// How much a kind of finding matters to a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// It is not told.
    Off,
    /// A person decides.
    Warning,
    /// The exit code says so, and the release is not published.
    Error,
}

/// Findings that may stay, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// The kind of finding.
    pub code: &'static str,
    /// The message; without an attribute: all parts of it.
    pub id: String,
    /// The release; `None`: any.
    pub release: Option<String>,
    /// The key of the locale; `None`: any.
    pub locale: Option<String>,
    /// Why.
    pub reason: String,
    /// Where the project says so.
    pub place: Place,
}

/// What a project makes of findings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// How much a kind of finding matters, where it is not as usual.
    pub severity: BTreeMap<String, Level>,
    /// What may stay.
    pub allow: Vec<Allowance>,
}

impl Policy {
    /// The findings as the project sees them: told or not, with their severity, allowed or not. A
    /// finding that is judged again stays as it is.
    pub fn judge(&self, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        found.into_iter().filter_map(|finding| self.one(finding)).collect()
    }

    /// Whether findings of a kind can hold a release back; `usual` is their severity where the
    /// project says nothing of them.
    pub fn may_stop(&self, code: &str, usual: Severity) -> bool {
        self.severity.get(code).map_or(usual == Severity::Error, |level| *level == Level::Error)
    }

    fn one(&self, mut finding: Diagnostic) -> Option<Diagnostic> {
        match self.severity.get(finding.code) {
            Some(Level::Off) => return None,
            Some(Level::Warning) => finding.severity = Severity::Warning,
            Some(Level::Error) => finding.severity = Severity::Error,
            None => {}
        }
        if let Some(allowance) = self.allow.iter().find(|one| one.fits(&finding)) {
            finding.severity = Severity::Allowed;
            finding.reason = Some(allowance.reason.as_str().into());
        }
        Some(finding)
    }
}

impl Allowance {
    /// Whether a finding is of the kind, and about the message, that this allows.
    pub fn fits(&self, finding: &Diagnostic) -> bool {
        let Some(about) = &finding.about else { return false };
        let message = |id: &str| id.split('.').next() == Some(self.id.as_str());
        let is_meant = |meant: &Option<String>, is: &Option<String>| meant.is_none() || meant == is;
        finding.code == self.code
            && about.id.as_ref().is_some_and(|id| *id == self.id || message(id))
            && is_meant(&self.release, &about.release)
            && is_meant(&self.locale, &about.locale)
    }

    /// What is said when there is no such finding any more. `ids` are the messages that are known.
    pub fn unused(&self, ids: &[&str]) -> Diagnostic {
        let Self { code, id, .. } = self;
        let known = ids.iter().any(|known| known == id || known.split('.').next() == Some(id));
        let (message, near) = if known {
            (format!("`{code}` is not found in `{id}` any more"), None)
        } else {
            (format!("there is no message `{id}`"), nearest(id, ids))
        };
        let help = match near {
            Some(near) => format!("the nearest name is `{near}`; or take these lines out"),
            None => "take these lines out: nothing needs them".to_owned(),
        };
        Diagnostic::warning("allow-unused", message).at(self.place.clone()).help(help)
    }

    /// What is said when there is no release of that name.
    pub fn without_release(&self, name: &str, slugs: &[&str]) -> Diagnostic {
        let help = match nearest(name, slugs) {
            Some(near) => format!("the nearest name is `{near}`; or take these lines out"),
            None => "take these lines out".to_owned(),
        };
        let message = format!("`{name}` is not a release of this project");
        Diagnostic::warning("allow-unused", message).at(self.place.clone()).help(help)
    }
}

/// What you make of findings.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Check {
    /// How much a kind of finding matters, where that is not as usual: `{ link-vague = "warning" }`.
    /// `hexapla explain` lists all kinds.
    severity: BTreeMap<Spanned<String>, Level>,
    /// Single findings that may stay.
    allow: Vec<Spanned<Allow>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Allow {
    /// The kind of finding: `link-vague`.
    code: Spanned<String>,
    /// The message that it is about, as `hexapla check --message-format json` names it:
    /// `lead-p-k3f9`.
    id: Spanned<String>,
    /// The release. Without it: any.
    release: Option<String>,
    /// The key of the language. Without it: any.
    locale: Option<Spanned<String>>,
    /// Why it may stay, for those who come later.
    reason: Spanned<String>,
}

/// The policy, or what is wrong with it.
pub(super) fn policy(
    check: Check,
    (source, locales): (&SourceText, &[LocaleRef]),
    found: &mut Vec<Finding>,
) -> Policy {
    let mut policy = Policy::default();
    for (code, level) in check.severity {
        if let Some(page) = page(&code, found)
            && (level == Level::Error || is_free(page, &code, found))
        {
            policy.severity.insert(page.code.to_owned(), level);
        }
    }
    for allow in check.allow {
        let place = source.place(allow.span());
        policy.allow.extend(allowance(allow.into_inner(), (place, locales), found));
    }
    policy
}

fn allowance(
    allow: Allow,
    (place, locales): (Place, &[LocaleRef]),
    found: &mut Vec<Finding>,
) -> Option<Allowance> {
    let before = found.len();
    let page = page(&allow.code, found).filter(|page| is_free(page, &allow.code, found));
    if allow.reason.get_ref().trim().is_empty() {
        let message = "nobody says why this may stay".to_owned();
        found.push(finding(&allow.reason, message, "write the reason, for those who come later"));
    }
    if allow.id.get_ref().trim().is_empty() {
        let message = "this allows no message".to_owned();
        let help = "name the message, as `hexapla check --message-format json` does: `id`";
        found.push(finding(&allow.id, message, help));
    }
    if let Some(key) = &allow.locale
        && locales.iter().all(|locale| locale.key() != key.get_ref())
    {
        let keys: Vec<_> = locales.iter().map(|locale| locale.key()).collect();
        let message = format!("`{}` is not a locale of this project", key.get_ref());
        found.push(finding(key, message, &format!("its locales are {}", keys.join(", "))));
    }
    let page = page.filter(|_| found.len() == before)?;
    Some(Allowance {
        code: page.code,
        id: allow.id.into_inner(),
        release: allow.release,
        locale: allow.locale.map(Spanned::into_inner),
        reason: allow.reason.into_inner().trim().to_owned(),
        place,
    })
}

/// The page about a code that is written in the settings.
fn page(code: &Spanned<String>, found: &mut Vec<Finding>) -> Option<&'static Page> {
    let name = code.get_ref();
    let page = explain::page(name);
    if page.is_none() {
        let codes: Vec<_> = explain::pages().map(|page| page.code).collect();
        let help = match nearest(name, &codes) {
            Some(near) => format!("the nearest code is `{near}`; `hexapla explain` lists all"),
            None => "`hexapla explain` lists all codes".to_owned(),
        };
        found.push(finding(code, format!("there is no kind of finding `{name}`"), &help));
    }
    page
}

/// Whether a project may pass over findings of a kind; where it may not, that is said.
fn is_free(page: &Page, code: &Spanned<String>, found: &mut Vec<Finding>) -> bool {
    if page.is_firm() {
        let code_name = page.code;
        let message = format!("`{code_name}` cannot be lowered, turned off or allowed");
        let help = format!(
            "without it readers would get what is broken, lost or unsafe: put right what it finds, \
             and take this out; `hexapla explain {code_name}` says how"
        );
        found.push(finding(code, message, &help));
    }
    !page.is_firm()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Subject;

    fn about(code: &'static str, (locale, id): (&str, &str)) -> Diagnostic {
        let (locale, id) = (Some(locale.to_owned()), Some(id.to_owned()));
        let about = Subject { release: Some("water".to_owned()), locale, id };
        Diagnostic { about: Some(Box::new(about)), ..Diagnostic::error(code, "x") }
    }

    fn allowance(id: &str, locale: Option<&str>) -> Allowance {
        Allowance {
            code: "link-vague",
            id: id.to_owned(),
            release: None,
            locale: locale.map(str::to_owned),
            reason: "这是标题。 هذا عنوان".to_owned(),
            place: SourceText::new("hexapla.toml", "x").place(0..1),
        }
    }

    #[test]
    fn findings_are_judged() {
        let mut policy = Policy::default();
        policy.allow.push(allowance("a-img-k3f9", Some("ar")));
        policy.severity.insert("link-vague".to_owned(), Level::Warning);
        policy.severity.insert("alt-file-name".to_owned(), Level::Off);
        let found = vec![
            about("link-vague", ("ar", "a-img-k3f9.alt")),
            about("link-vague", ("zh", "a-img-k3f9.alt")),
            about("alt-file-name", ("zh", "a-img-k3f9.alt")),
            about("links-differ", ("zh", "b")),
        ];
        let judged = policy.judge(found);
        let severities: Vec<_> = judged.iter().map(|one| one.severity).collect();
        assert_eq!(severities, [Severity::Allowed, Severity::Warning, Severity::Error]);
        assert_eq!(judged[0].reason.as_deref(), Some("这是标题。 هذا عنوان"));
        assert_eq!(policy.judge(judged.clone()), judged);
    }

    #[test]
    fn an_allowance_that_is_not_needed_is_named() {
        let one = allowance("lead-p-k3f9", None);
        let unused = one.unused(&["lead-p-k3f9", "x"]);
        assert_eq!(unused.message, "`link-vague` is not found in `lead-p-k3f9` any more");
        let unused = one.unused(&["lead-p-k3f0"]);
        assert_eq!(unused.message, "there is no message `lead-p-k3f9`");
        assert!(unused.help.is_some_and(|help| help.contains("`lead-p-k3f0`")));
    }
}
