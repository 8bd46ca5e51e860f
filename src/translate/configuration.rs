//! `l10n.toml`: Mozilla's project configuration, which tells Pontoon, compare-locales and moz.l10n
//! which files translate which.

use crate::diagnostic::Diagnostic;
use crate::project::Settings;
use crate::segment::Slug;

/// A release as the configuration lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The release.
    pub slug: Slug,
    /// Key of the locale of its source.
    pub source: String,
    /// Keys of the locales that it is translated into.
    pub locales: Vec<String>,
}

/// How the file begins.
const HEADER: &str = "# Written by `hexapla sync`.";

/// What is said of a configuration that somebody else wrote: it is theirs.
pub fn foreign_configuration(standing: Option<&[u8]>) -> Option<Diagnostic> {
    let foreign = standing.is_some_and(|bytes| !bytes.starts_with(HEADER.as_bytes()));
    let message = "`l10n.toml` is not one that `hexapla sync` wrote, and stays as it is";
    let help = format!(
        "move it away to have it written; what it says of other files can stand in a \
         configuration of its own. Or let it begin with the line `{HEADER}` to have it replaced"
    );
    foreign.then(|| Diagnostic::error("not-ours", message).help(help))
}

/// The configuration of a project. `shared` names the files that all releases share and that the
/// project's source locale has: `terms`, `hexapla`.
pub fn configuration(settings: &Settings, shared: &[&str], releases: &[Listed]) -> String {
    let source = settings.source_locale.key();
    let locales: Vec<&str> =
        settings.locales.iter().map(|locale| locale.key()).filter(|key| *key != source).collect();
    let mut out = format!("{HEADER}\nbasepath = \".\"\n");
    out.push_str(&list("locales", locales.iter().copied()));
    for name in shared {
        out.push_str(&path(source, name));
    }
    for release in releases {
        out.push_str(&path(&release.source, release.slug.as_str()));
        let as_all = release.source == source
            && release.locales.len() == locales.len()
            && locales.iter().all(|key| release.locales.iter().any(|known| known == key));
        if !as_all {
            out.push_str(&list("locales", release.locales.iter().map(String::as_str)));
        }
    }
    out
}

fn path(source: &str, name: &str) -> String {
    format!(
        "\n[[paths]]\nreference = \"locales/{source}/{name}.ftl\"\nl10n = \"locales/{{locale}}/{name}.ftl\"\n"
    )
}

fn list<'a>(key: &str, values: impl Iterator<Item = &'a str>) -> String {
    let values: Vec<String> = values.map(|value| format!("\"{value}\"")).collect();
    format!("{key} = [{}]\n", values.join(", "))
}
