//! From a release's files to the files of its editions.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::made::{Folder, Made, Outcome, Report, Standing, must_go};
use super::manifest::{self, File, Language, Last, Manifest};
use super::plan::Plan;
use super::request::{Withheld, counts};
use super::written::{Written, beside, described, downloads, sizes};
use super::{Loaded, Request, Together, gates, load, parallel};
use crate::catalog::Furniture;
use crate::diagnostic::{Diagnostic, Severity, Subject};
use crate::disk::{Change, ReleaseInput};
use crate::document::{Named, Status};
use crate::edition::{Counts, Edition};
use crate::files::Files;
use crate::locale::LocaleRef;
use crate::project::{Format, Project};
use crate::release::Release;
use crate::segment::Slug;
use crate::write::epub::{self, Layouts};
use crate::write::html::{self, Choice, Chooser};
use crate::write::{parallel::folder_of, text};

/// Makes the editions of a release that a request asks for. `last` is what the last build left.
pub fn make(
    input: ReleaseInput,
    (project, layouts): (&Project, &Layouts),
    request: &Request,
    last: &Last,
) -> Made {
    let slug = input.slug.clone();
    let (loaded, found) = load(input, project, request);
    let Some(loaded) = loaded else { return Made::unread(slug, found) };
    let status = loaded.release.facts.life.status();
    if !request.early.takes(status) {
        // Nothing is said of it: it is not ready, or its time has not come.
        let folder = Some(Folder::without(&slug, project, last));
        return Made {
            standing: Standing::LeftOut(status),
            folder,
            ..Made::unread(slug, Vec::new())
        };
    }
    let request = &request.of(status);
    let Examined { loaded, fit, mut reports, fine, mut found } =
        examine((loaded, found), project, (request, last));
    // How much is missing is said of each edition, and what, of one that is withheld for it.
    found.retain(|one| one.code != "untranslated" || one.severity == Severity::Error);
    let maker = Maker { loaded: &loaded, project, request, last };
    let folder = if fine {
        let (folder, published) = maker.make(fit, &reports, layouts);
        reports.extend(published);
        Some(folder)
    } else {
        must_go(last, &maker.manifest()).then(|| Folder::without(&slug, project, last))
    };
    let editions = in_order(reports, &loaded.release);
    Made { editions, folder, ..made(&loaded.release, found) }
}

/// What is to be said of a release and of the editions that are asked for; nothing is written.
pub fn check(input: ReleaseInput, project: &Project, request: &Request) -> Made {
    let slug = input.slug.clone();
    let (loaded, found) = load(input, project, request);
    let Some(loaded) = loaded else { return Made::unread(slug, found) };
    let Examined { loaded, fit, mut reports, fine: _, found } =
        examine((loaded, found), project, (request, &Last::Nothing));
    reports.extend(fit.iter().map(|edition| Report::published(edition, Vec::new())));
    let editions = in_order(reports, &loaded.release);
    Made { editions, ..made(&loaded.release, found) }
}

/// What is known of a release before its editions are made.
pub(super) fn made(release: &Release, found: Vec<Diagnostic>) -> Made {
    let life = &release.facts.life;
    let place = |alias: &Named| (alias.key.clone(), release.source.place(alias.range.clone()));
    Made {
        ids: ids(release),
        standing: Standing::At(life.status()),
        aliases: life.aliases.iter().map(place).collect(),
        ..Made::unread(release.slug.clone(), found)
    }
}

fn ids(release: &Release) -> Vec<String> {
    release.document.leaves().into_iter().map(|segment| segment.id.to_string()).collect()
}

/// The reports in the order of the release's languages.
pub(super) fn in_order(mut reports: Vec<Report>, release: &Release) -> Vec<Report> {
    reports.sort_by_key(|report| release.locales.iter().position(|one| *one == report.locale));
    reports
}

/// A release whose editions have been looked at.
struct Examined {
    loaded: Loaded,
    /// The editions that are to be published.
    fit: Vec<Edition>,
    /// What is to be said of those that are not.
    reports: Vec<Report>,
    /// Whether there is no error, so that the release may be touched.
    fine: bool,
    /// All that is to be said of it.
    found: Vec<Diagnostic>,
}

fn examine(
    (loaded, mut found): (Loaded, Vec<Diagnostic>),
    project: &Project,
    (request, last): (&Request, &Last),
) -> Examined {
    let (mut editions, problems) = loaded.editions(project, request);
    found.extend(problems);
    let release = &loaded.release;
    let withdrawn = release.facts.life.status() == Status::Withdrawn;
    let shown = if withdrawn { release.document.meta.leaves() } else { release.document.leaves() };
    // What nobody is shown keeps no page from saying that.
    let is_shown = |id: &String| shown.iter().any(|leaf| leaf.id.to_string() == *id);
    let concerns = |problem: &Diagnostic| {
        let id = problem.about.as_ref().and_then(|about| about.id.as_ref());
        !withdrawn || id.is_none_or(is_shown)
    };
    let mut fine = found.iter().all(|one| one.severity != Severity::Error || !concerns(one));
    let maker = Maker { loaded: &loaded, project, request, last };
    maker.leave_shown(&mut editions);
    let (fit, reports) = maker.sort(editions);
    let withheld = reports.iter().filter_map(|report| report.diagnostic(&release.slug)).collect();
    found.extend(project.settings.check.judge(withheld));
    let closed = gates::closed(release, &fit, (project, &found));
    fine &= closed.is_empty();
    found.extend(closed);
    Examined { loaded, fit, reports, fine, found }
}

impl Report {
    fn published(edition: &Edition, sizes: Vec<(Format, usize)>) -> Self {
        let (locale, counts) = (edition.locale.clone(), counts(edition));
        let is_source = !edition.is_translation();
        Self { locale, is_source, counts, outcome: Outcome::Published(sizes) }
    }

    pub(super) fn diagnostic(&self, slug: &Slug) -> Option<Diagnostic> {
        match &self.outcome {
            Outcome::Withheld { reason, .. } => {
                let locale = Some(self.locale.key().to_owned());
                let about = Subject { release: Some(slug.to_string()), locale, id: None };
                let finding = reason.diagnostic(slug, &self.locale);
                Some(Diagnostic { about: Some(Box::new(about)), ..finding })
            }
            Outcome::Published(_) => None,
        }
    }
}

/// Everything that the making of a release looks at.
#[derive(Clone, Copy)]
pub(super) struct Maker<'a> {
    pub loaded: &'a Loaded,
    pub project: &'a Project,
    pub request: &'a Request,
    pub last: &'a Last,
}

impl Maker<'_> {
    fn release(&self) -> &Release {
        &self.loaded.release
    }

    /// The manifest of the release, before anything is in it.
    fn manifest(&self) -> Manifest {
        let Release { slug, facts, source_locale, .. } = self.release();
        Manifest::new(slug.as_str(), facts.date, source_locale).with_life(&facts.life)
    }

    /// The locales whose editions are asked for.
    fn asked(&self) -> impl Iterator<Item = &LocaleRef> {
        self.release().locales.iter().filter(|locale| self.request.has_locale(locale.key()))
    }

    /// Leaves the editions that are asked for; of a withdrawn release, what stands above their text.
    pub fn leave_shown(&self, editions: &mut Vec<Edition>) {
        editions.retain(|edition| self.asked().any(|locale| *locale == edition.locale));
        if self.release().facts.life.status() == Status::Withdrawn {
            editions.iter_mut().for_each(Edition::leave_front);
        }
    }

    /// The editions that are fit to be published, and what is to be said of the others.
    pub fn sort(&self, editions: Vec<Edition>) -> (Vec<Edition>, Vec<Report>) {
        let furnished = |locale: &LocaleRef| self.project.words.contains_key(locale.key());
        let lacking = self.asked().filter(|locale| !furnished(locale));
        let lacking =
            lacking.map(|locale| self.withheld(locale, Counts::default(), Withheld::Furniture));
        let mut reports: Vec<_> = lacking.collect();
        let mut fit = Vec::new();
        for edition in editions {
            match self.request.withholds(&edition) {
                None => fit.push(edition),
                Some(reason) => {
                    reports.push(self.withheld(&edition.locale, counts(&edition), reason));
                }
            }
        }
        (fit, reports)
    }

    /// The folder of the release, and what is to be said of the editions in it.
    pub fn make(
        &self,
        mut fit: Vec<Edition>,
        withheld: &[Report],
        layouts: &Layouts,
    ) -> (Folder, Vec<Report>) {
        let keys: Vec<_> = withheld.iter().map(|report| report.locale.key()).collect();
        let (request, settings) = (self.request, &self.project.settings);
        let plan = Plan::new(self.release(), &fit, &keys, (request, settings, self.last));
        self.introduce(&mut fit, &plan);
        let written: Vec<Vec<Written>> =
            fit.par_iter().map(|edition| self.write(edition, &plan, layouts)).collect();
        let report =
            |(edition, files): (&Edition, &Vec<Written>)| Report::published(edition, sizes(files));
        let reports = fit.iter().zip(&written).map(report).collect();
        let groups = parallel::groups(&fit, request, settings);
        let formats = request.formats(settings);
        let beside: Vec<_> = groups
            .par_iter()
            .map(|group| parallel::write(group, formats, (&plan, layouts)))
            .collect();
        let together = |(group, files): (&Vec<&Edition>, &Vec<Written>)| Together {
            folder: folder_of(group),
            sizes: sizes(files),
        };
        let parallels = groups.iter().zip(&beside).map(together).collect();
        let written = written.into_iter().chain(beside).flatten().collect();
        let (change, digests) = self.gather(&fit, written, &plan);
        let before = self.last.manifest().map_or(&[][..], |last| &last.files);
        let behind = plan.has_pages_behind(&keys)
            || parallel::is_behind((&plan.kept, &keys), before, &digests);
        (Folder { change, gone: plan.gone(), parallels, behind, digests }, reports)
    }

    pub fn withheld(&self, locale: &LocaleRef, counts: Counts, reason: Withheld) -> Report {
        let last = self.last.manifest();
        let now = self.manifest();
        let stands = last.is_some_and(|manifest| {
            manifest.stands_as(&now) && !manifest.editions(locale.key()).is_empty()
        });
        Report {
            locale: locale.clone(),
            is_source: *locale == self.release().source_locale,
            counts,
            outcome: Outcome::Withheld { reason, stands },
        }
    }

    /// Tells the editions of each other: which languages and which formats there will be.
    fn introduce(&self, editions: &mut [Edition], plan: &Plan) {
        let siblings = plan.siblings(self.release());
        for edition in editions {
            edition.languages.clone_from(&siblings);
            edition.formats = plan.formats(edition.locale.key()).into_iter().collect();
        }
    }

    /// The files of an edition. The page comes last, for it says how large the others are.
    fn write(&self, edition: &Edition, plan: &Plan, layouts: &Layouts) -> Vec<Written> {
        let asked = self.request.formats(&self.project.settings);
        let mut written = Vec::new();
        for format in asked.iter().copied() {
            let bytes = match format {
                Format::Html => continue,
                Format::Epub => epub::book(edition, layouts),
                Format::Text => text::text(edition).into_bytes(),
            };
            written.push(described(edition, format, bytes));
        }
        if asked.contains(&Format::Html) {
            let page = html::page(edition, &downloads(edition, &written, plan));
            written.insert(0, described(edition, Format::Html, page.into_bytes()));
            let bytes = html::accessibility(edition).into_bytes();
            written.push(beside(edition, html::ACCESSIBILITY_PAGE, bytes));
        }
        written
    }

    /// The folder: the editions, the images of the pages, the chooser, the manifest.
    fn gather(
        &self,
        editions: &[Edition],
        written: Vec<Written>,
        plan: &Plan,
    ) -> (Change, BTreeMap<String, String>) {
        let release = self.release();
        let mut manifest = self.manifest();
        manifest.locales.clone_from(&plan.languages);
        let mut files = Files::new();
        for Written { file, bytes } in written {
            files.insert(file.path.clone(), bytes);
            manifest.files.push(file);
        }
        if self.request.formats(&self.project.settings).contains(&Format::Html) {
            for (path, bytes) in images(release, editions) {
                manifest.files.push(File::shared(path, bytes));
                files.insert(path, bytes);
            }
        }
        manifest
            .files
            .extend(plan.kept.iter().filter(|file| files.get(&file.path).is_none()).cloned());
        if let Some(page) = self.chooser(&manifest) {
            manifest.files.push(File::shared("index.html", page.as_bytes()));
            files.insert("index.html", page);
        }
        manifest.files.sort_by(|a, b| a.path.cmp(&b.path));
        let listed: BTreeSet<_> = manifest.files.iter().map(|file| &*file.path).collect();
        let before = self.last.manifest().into_iter().flat_map(|last| &last.files);
        let gone = before.map(|file| &*file.path).filter(|path| !listed.contains(path));
        let mut removed: BTreeSet<_> = gone.map(str::to_owned).collect();
        if listed.is_empty() {
            // Nothing is published, so there is no release to tell of.
            removed.extend(self.last.is_ours().then(|| manifest::NAME.to_owned()));
        } else {
            files.insert(manifest::NAME, manifest.to_text());
        }
        let digests = manifest.files.into_iter().map(|file| (file.path, file.sha256)).collect();
        (Change { files, removed, ours: self.last.ours() }, digests)
    }

    /// The page on which a reader chooses a language of the release, if there is a page to go to.
    fn chooser(&self, manifest: &Manifest) -> Option<String> {
        let locale = &self.release().source_locale;
        let words = self.project.words.get(locale.key())?;
        let has_page = |one: &&Language| manifest.editions(&one.locale).contains_key(&Format::Html);
        let languages = manifest.locales.iter().filter(has_page);
        let choices: Vec<_> = languages.filter_map(|one| self.choice(one)).collect();
        let own = manifest.locales.iter().find(|language| language.locale == locale.key());
        let page = Chooser {
            slug: Some(&self.release().slug),
            locale,
            furniture: &words.furniture,
            organisation: &organisation(&words.furniture, own),
            base_url: self.project.settings.base_url.as_deref(),
            choices: &choices,
            parallels: &parallel::ways(&manifest.files, &self.project.settings),
        };
        (!choices.is_empty()).then(|| html::chooser(&page))
    }

    fn choice(&self, language: &Language) -> Option<Choice> {
        let locale = language.locale()?;
        let mut known = self.project.settings.locales.iter();
        let words_locale = known.find(|locale| locale.key() == language.title.locale).cloned();
        let words_locale = words_locale.unwrap_or_else(|| locale.clone());
        Some(Choice { locale, words: language.title.text.clone(), words_locale })
    }
}

/// The publisher's name: the release's own, else the project's.
pub(super) fn organisation(furniture: &Furniture, language: Option<&Language>) -> String {
    let own = language.and_then(|language| language.organisation.as_ref());
    own.map_or_else(|| furniture.organisation().to_owned(), |words| words.text.clone())
}

/// The images that the pages show.
fn images<'a>(release: &'a Release, editions: &'a [Edition]) -> Vec<(&'a str, &'a [u8])> {
    let figures = editions.iter().flat_map(|edition| edition.document.figures());
    let paths: BTreeSet<_> = figures.map(|figure| &figure.path).collect();
    let image = |path| release.assets.get_key_value(path);
    paths.into_iter().filter_map(image).map(|(path, bytes)| (path.as_str(), &**bytes)).collect()
}
