//! Names under which releases were published before: which can be, and the pages that lead on.

use std::collections::{BTreeMap, BTreeSet};

use super::manifest::{Language, Manifest};
use super::shelf::locale_of;
use crate::diagnostic::{Diagnostic, Place};
use crate::files::{Files, is_portable};
use crate::project::{Format, Project};
use crate::release::Release;
use crate::write::html::{self, Moved};

/// Aliases of a release at which something else stands.
pub(super) fn unfit(release: &Release, project: &Project) -> Vec<Diagnostic> {
    let reason = |alias: &str| {
        if alias == release.slug.as_str() {
            return Some("is the name that the release has".to_owned());
        }
        if !is_portable(alias) {
            return Some("is the name of a device of Windows".to_owned());
        }
        let taken = is_language(alias, project);
        taken
            .then(|| "is the address of a language".to_owned())
            .or_else(|| is_release(alias, project))
    };
    let aliases = release.facts.life.aliases.iter();
    let finding = aliases.filter_map(|alias| {
        let place = release.source.place(alias.range.clone());
        Some(refused(&format!("`{}` {}", alias.key, reason(&alias.key)?)).at(place))
    });
    finding.collect()
}

fn refused(why: &str) -> Diagnostic {
    let help = "take it out of `aliases`: what stands at an address cannot lead away from it";
    Diagnostic::error("alias", why.to_owned()).help(help)
}

/// Whether the folder of a language has this name, or could on a disk that knows no case.
fn is_language(alias: &str, project: &Project) -> bool {
    let mut locales = project.settings.locales.iter();
    locales.any(|one| [one.key(), &one.tag()].iter().any(|name| name.eq_ignore_ascii_case(alias)))
}

fn is_release(alias: &str, project: &Project) -> Option<String> {
    let taken = project.slugs.iter().any(|slug| slug.as_str() == alias);
    taken.then(|| format!("is the name of another release, `content/{alias}/`"))
}

/// Aliases that several releases have. `claims`: the alias, the release, the place where it is known.
pub fn twice(claims: &[(&str, &str, Option<&Place>)]) -> Vec<Diagnostic> {
    let mut known = BTreeMap::new();
    let mut found = Vec::new();
    for (alias, slug, place) in claims {
        let first = *known.entry(alias).or_insert(slug);
        if first != slug {
            let message = format!("`{alias}` is an alias of `{slug}` and of `{first}`");
            let help = format!(
                "take it out of `aliases` in `content/{slug}/index.md` or in \
                 `content/{first}/index.md`: an address leads to one release"
            );
            let finding = Diagnostic::error("alias", message).help(help);
            found.push(match place {
                Some(place) => finding.at((*place).clone()),
                None => finding,
            });
        }
    }
    found
}

/// The aliases of the releases that everybody may know of, where nothing else stands: alias and
/// release. Of several releases with one alias the first has it.
fn standing<'a>(releases: &'a [Manifest], project: &Project) -> Vec<(&'a str, &'a Manifest)> {
    let taken: BTreeSet<&str> = releases.iter().map(|release| &*release.slug).collect();
    let mut known = BTreeSet::new();
    let public = releases.iter().filter(|release| release.is_public());
    let all = public.flat_map(|release| release.aliases.iter().map(move |one| (&**one, release)));
    let free = all.filter(|(alias, _)| {
        let stands = !is_portable(alias)
            || is_language(alias, project)
            || is_release(alias, project).is_some();
        !stands && !taken.contains(alias)
    });
    free.filter(|(alias, _)| known.insert(*alias)).collect()
}

/// What is wrong with the aliases of the releases in an output. What stands in the way in `content/`
/// may be newer than the release that was not built again.
pub(super) fn clashes(releases: &[Manifest], project: &Project) -> Vec<Diagnostic> {
    let claims: Vec<_> = releases
        .iter()
        .flat_map(|release| {
            release.aliases.iter().map(move |alias| (&**alias, &*release.slug, None))
        })
        .collect();
    let mut found = twice(&claims);
    for (alias, slug, _) in claims {
        let why = is_release(alias, project).filter(|_| slug != alias);
        found.extend(why.map(|why| refused(&format!("`{alias}`, an alias of `{slug}`, {why}"))));
    }
    found
}

/// The pages at the old addresses: one for the choice of a language, one for each language.
pub(super) fn pages(releases: &[Manifest], project: &Project) -> Files {
    let mut files = Files::new();
    for (alias, release) in standing(releases, project) {
        let own = release.locales.iter().find(|one| one.locale == release.source);
        let chooser = own.or(release.locales.first());
        if let Some(text) = chooser.and_then(|language| page(release, (language, ""), project)) {
            files.insert(format!("{alias}/index.html"), text);
        }
        for language in &release.locales {
            let folder = format!("{}/", language.locale);
            let has_page = release.editions(&language.locale).contains_key(&Format::Html);
            if let Some(text) = page(release, (language, &folder), project).filter(|_| has_page) {
                files.insert(format!("{alias}/{folder}index.html"), text);
            }
        }
    }
    files
}

/// The page that leads on from an old address in a language. `below`: the folder of that language
/// in the release's, with `/`; `""` for the page on which a language is chosen.
fn page(
    release: &Manifest,
    (language, below): (&Language, &str),
    project: &Project,
) -> Option<String> {
    let locale = locale_of(&language.locale, project)?;
    let words = project.words.get(locale.key())?;
    let target = format!("{}/{below}index.html", release.slug);
    let up = if below.is_empty() { "../" } else { "../../" };
    let base = project.settings.base_url.as_deref();
    Some(html::moved(&Moved {
        furniture: &words.furniture,
        organisation: &super::make::organisation(&words.furniture, Some(language)),
        title: &language.title.text,
        title_locale: &locale_of(&language.title.locale, project).unwrap_or_else(|| locale.clone()),
        href: &format!("{up}{target}"),
        canonical: base.map(|base| format!("{base}{target}")),
        locale: &locale,
    }))
}
