use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::*;
use crate::catalog::{self, Catalog, Words, words};
use crate::diagnostic::{Diagnostic, SourceText};
use crate::disk::ProjectInput;
use crate::files::{Assets, Files};
use crate::identity::{Lock, Review, Stamp};
use crate::locale::{Digits, Locale, LocaleRef};
use crate::release::Release;
use crate::segment::{SegmentId, Slug};
use crate::{identity, markdown, project, translate};

const BODY: &str = "<!-- note: of 2021 -->\nThe **United** Nations [adopted][a] `x`[^1].\n\nSecond \
                    words here.\n\nThird words there.\n\n[a]: https://un.org/\n[^1]: A note.\n";

const FTL: &str = "# ملف\n\nmeta-title = عنوان\nFIRST = اعتمدت **الأمم** المتحدة { -unoct } [القرار][1] \
                   `x`[^1].\n# تعليق\nSECOND =   كلمات ثانية.\n";

fn locale(key: &str) -> LocaleRef {
    Arc::new(Locale::built_in(key).expect("one of the six"))
}

fn release(body: &str, lock: Lock) -> Release {
    let front = "+++\ntitle = \"T\"\ndescription = \"D\"\ndate = 2021-05-26\n+++\n\n";
    let source = SourceText::new("content/one/index.md", format!("{front}{body}"));
    let (parsed, problems) = markdown::parse(&source, &Assets::new());
    assert_eq!(problems, []);
    let parsed = parsed.expect("the front matter is right");
    Release {
        slug: Slug::new("one").expect("it is one"),
        document: identity::assign(&parsed.document, &lock),
        source,
        source_locale: locale("en"),
        locales: vec![locale("ar"), locale("en"), locale("zh")],
        facts: parsed.facts,
        lock,
        assets: Arc::new(Assets::new()),
    }
}

fn arabic() -> Words {
    words::built_in(&locale("ar"), Digits::Western).expect("one of the six")
}

/// A release, its Arabic file, and what that says.
struct Project {
    release: Release,
    ftl: SourceText,
    catalogs: BTreeMap<String, Catalog>,
}

impl Project {
    fn new(body: &str, lock: Lock, ftl: &str) -> Self {
        let release = release(body, lock);
        let ftl = SourceText::new("locales/ar/one.ftl", ftl);
        let (catalog, _) = catalog::parse(&ftl, &arabic());
        Self { release, ftl, catalogs: [("ar".to_owned(), catalog)].into() }
    }

    /// Synced, with two of four messages translated.
    fn synced() -> Self {
        let first = Self::new(BODY, Lock::default(), "");
        let ids = first.ids();
        let ftl = FTL.replace("FIRST", &ids[2]).replace("SECOND", &ids[3]);
        let unsynced = Self::new(BODY, Lock::default(), &ftl);
        let files = unsynced.sync();
        Self::new(BODY, lock_of(&files), &ftl)
    }

    /// Does something with all that there is.
    fn with<T>(&self, what: impl FnOnce(&translate::Subject<'_>) -> T) -> T {
        what(&translate::Subject {
            release: &self.release,
            catalogs: &self.catalogs,
            texts: &[("ar".to_owned(), self.ftl.clone())].into(),
            unread: &BTreeMap::new(),
            project: &project(),
        })
    }

    fn sync(&self) -> Files {
        self.with(|subject| translate::sync(subject, &BTreeSet::new()).files)
    }

    fn ids(&self) -> Vec<String> {
        self.release.document.leaves().iter().map(|leaf| leaf.id.to_string()).collect()
    }

    fn exported(&self) -> String {
        xliff::write(&self.release, &locale("ar"), self.catalogs.get("ar"))
    }

    fn take(&self, text: &str, approval: Approval) -> (Compared, Vec<Diagnostic>) {
        let text = SourceText::new("one.ar.xlf", text);
        let (sent, mut found) = xliff::read(&text).expect("it is ours");
        let catalog = self.catalogs.get("ar");
        let mut taken = compare((&sent[0], &text), &self.release, catalog, approval);
        found.append(&mut taken.found);
        (taken, found)
    }

    fn put(&self, taken: &Compared) -> Files {
        let deliveries = [("ar".to_owned(), taken.delivery.clone())].into();
        self.with(|subject| translate::put(subject, &deliveries)).expect("it is fine").files
    }

    /// The project after files were written.
    fn after(&self, body: &str, files: &Files) -> Self {
        let ftl = files.get("locales/ar/one.ftl");
        let ftl = ftl.map_or(self.ftl.text().into(), String::from_utf8_lossy);
        Self::new(body, lock_of(files), &ftl)
    }

    /// The message that is written after an edit, or the code of the finding.
    fn edited(&self, from: &str, to: &str) -> Result<String, &'static str> {
        let text = self.exported();
        assert!(text.contains(from), "{from} in {text}");
        let (taken, found) = self.take(&text.replacen(from, to, 1), Approval::MeansNothing);
        if let Some(problem) = found.first() {
            assert!(problem.place.is_some() && problem.help.is_some(), "{problem:?}");
            assert!(taken.delivery.patterns.is_empty());
            return Err(problem.code);
        }
        Ok(taken.delivery.patterns.into_values().collect::<Vec<_>>().join("|"))
    }
}

fn lock_of(files: &Files) -> Lock {
    let bytes = files.get("content/one/translations.lock").expect("it was written").to_vec();
    let text = String::from_utf8(bytes).expect("it is UTF-8");
    Lock::parse(&SourceText::new("translations.lock", text)).0
}

fn project() -> project::Project {
    let config = Some(SourceText::new("hexapla.toml", "locales = [\"ar\", \"en\", \"zh\"]\n"));
    let (project, _) = project::parse(ProjectInput { config, ..ProjectInput::default() });
    project.expect("the settings are fine")
}

const CODES: &str = "<g id=\"1\" ctype=\"bold\" equiv-text=\"**…**\">الأمم</g> المتحدة \
                     <x id=\"5\" ctype=\"x-placeable\" equiv-text=\"{ -unoct }\"/> <g id=\"2\" \
                     ctype=\"link\" equiv-text=\"[…][1]\">القرار</g> <x id=\"3\" ctype=\"x-code\" \
                     equiv-text=\"`x`\"/><x id=\"4\" ctype=\"x-note\" equiv-text=\"[^1]\"/>.";

#[test]
fn what_is_not_edited_is_not_touched() {
    let project = Project::synced();
    let text = project.exported();
    assert!(text.contains(CODES), "{text}");
    let (taken, found) = project.take(&text, Approval::MeansNothing);
    assert_eq!(
        (found, taken.delivery.is_empty(), taken.untouched),
        (vec![], true, project.ids().len())
    );
    // White space that a tool has changed is no edit.
    let (taken, _) =
        project.take(&text.replace("المتحدة <x", "المتحدة  <x"), Approval::MeansNothing);
    assert!(taken.delivery.is_empty());
}

#[test]
fn only_what_is_edited_changes() {
    let project = Project::synced();
    let text = project.exported().replace("كلمات ثانية.", "كلمات { أخرى } *هنا*.");
    let text = text
        .replace("<x id=\"3\" ctype=\"x-code\" equiv-text=\"`x`\"/>", "")
        .replace("اعتمدت <g", "<x id=\"3\"/> اعتمدت <g");
    let (taken, found) = project.take(&text, Approval::MeansNothing);
    assert_eq!((found, taken.delivery.patterns.len()), (vec![], 2));
    let files = project.put(&taken);
    let written = files.get("locales/ar/one.ftl").expect("it has changed");
    let expected = project
        .ftl
        .text()
        .replace("  كلمات ثانية.", "كلمات { \"{\" } أخرى { \"}\" } \\*هنا\\*.")
        .replace("اعتمدت **", "`x` اعتمدت **")
        .replace(" `x`[^1].", " [^1].");
    assert_eq!(String::from_utf8_lossy(written), expected.replace("=كلمات", "= كلمات"));
    let id = SegmentId::parse(&project.ids()[3]).expect("it is one");
    let stamp = lock_of(&files).stamp("ar", &id).cloned().expect("it is stamped");
    assert_eq!(stamp.source, project.release.document.leaves()[3].fingerprint);
}

#[test]
fn paragraphs_and_line_ends() {
    let ids = Project::new(BODY, Lock::default(), "").ids();
    let tall = "مقدمة { $title ->\n    [a] نص\n   *[b] نص آخر\n    } نهاية";
    for (pattern, from, to, expected) in [
        ("第一。\n\n    第二。", "第二", "其二", "x = 第一。\n\n    其二。"),
        ("第一\n    二。", "二。", "三。", "x = 第一三。"),
        ("أول", "أول", "أول\n ثان\n\n* ثالث", "x = أول ثان\n\n    { \"*\" } ثالث"),
        (tall, "نهاية", "نهاية\n\nفقرة", &format!("x = {tall}\n\n    فقرة")),
    ] {
        let project = Project::new(BODY, Lock::default(), &format!("{} = {pattern}\n", ids[3]));
        let (taken, found) =
            project.take(&project.exported().replacen(from, to, 1), Approval::MeansNothing);
        assert_eq!((found, taken.delivery.patterns.len()), (vec![], 1), "{to}");
        let files = project.put(&taken);
        let written = String::from_utf8_lossy(files.get("locales/ar/one.ftl").expect("changed"));
        assert_eq!(written.replace(&ids[3], "x").trim_end(), expected);
    }
}

#[test]
fn codes_that_are_lost_doubled_or_invented_are_refused() {
    let project = Project::synced();
    let x = "<x id=\"3\" ctype=\"x-code\" equiv-text=\"`x`\"/>";
    for (from, to) in [
        (x, ""),
        (x, "<x id=\"3\"/><x id=\"3\"/>"),
        (x, "<x id=\"3\"/><x id=\"9\"/>"),
        (x, "<x id=\"3\"/><x id=\"9\" equiv-text=\"{ -un-women }\"/>"),
        (x, "<x id=\"3\"/><g id=\"2\">x</g>"),
        (x, "<x id=\"3\"/><bpt id=\"1\">**</bpt>"),
        (x, "<x id=\"3\"/><x id=\"9\" equiv-text=\"**\"/>"),
        (
            "<x id=\"5\" ctype=\"x-placeable\"",
            "<x id=\"5\" ctype=\"x\" equiv-text=\"[^1]\"/><x id=\"5\" ",
        ),
    ] {
        // In the target, not in the source.
        let text = project.exported();
        let at = text.find("اعتمدت").expect("it is there");
        let text = format!("{}{}", &text[..at], text[at..].replacen(from, to, 1));
        let (taken, found) = project.take(&text, Approval::MeansNothing);
        let codes: Vec<_> = found.iter().map(|problem| problem.code).collect();
        assert_eq!((codes, taken.delivery.patterns.len()), (vec!["xliff-code"], 0), "{to}");
        assert!(found[0].place.is_some() && found[0].help.is_some());
    }
    // A term that the translator had put in may go; the marks that both have may not.
    assert!(
        project
            .edited("<x id=\"5\" ctype=\"x-placeable\" equiv-text=\"{ -unoct }\"/> ", "")
            .is_ok()
    );
    let whole = "<g id=\"1\" ctype=\"bold\" equiv-text=\"**…**\">الأمم</g>";
    assert_eq!(project.edited(whole, "الأمم"), Err("xliff-code"));
}

#[test]
fn a_new_message_comes_with_all_its_codes() {
    let mut project = Project::synced();
    project.ftl = SourceText::new("locales/ar/one.ftl", "");
    project.catalogs.clear();
    let text = project.exported();
    let source = text.split("<source xml:lang=\"en\">The ").nth(1).expect("it is there");
    let (source, rest) = source.split_once("</source>").expect("it ends");
    assert!(rest.trim_start().starts_with("<target xml:lang=\"ar\" state=\"new\"/>"), "{rest}");
    let filled = |words: &str| {
        let empty = "<target xml:lang=\"ar\" state=\"new\"/>";
        let at = text.find(source).expect("it is there");
        format!(
            "{}{}",
            &text[..at],
            text[at..].replacen(empty, &["<target>", words, "</target>"].concat(), 1)
        )
    };
    // A tool that has no translation may put the words of the source in its place, and say so.
    let copied = filled(&format!("The {source}")).replace("<target>", "<target state=\"new\">");
    assert!(project.take(&copied, Approval::MeansNothing).0.delivery.is_empty());
    let (taken, found) = project.take(&filled(source), Approval::MeansNothing);
    assert_eq!((found, taken.delivery.patterns.len()), (vec![], 1));
    let written = taken.delivery.patterns.values().next().map(String::as_str);
    assert_eq!(written, Some("**United** Nations [adopted][1] `x`[^1]."));
    let files = project.put(&taken);
    assert!(files.get("locales/ar/one.ftl").is_some());
    let (_, found) = project.take(&filled("كلمات"), Approval::MeansNothing);
    assert_eq!(found.first().map(|problem| problem.code), Some("xliff-code"));
}

#[test]
fn an_old_source_is_stale() {
    let project = Project::synced();
    let sent = project.exported().replace("كلمات ثانية.", "كلمات أخرى.");
    // A message that nobody has translated yet: only the file knows the words that were sent.
    let empty = "Third words there.</source>\n<target xml:lang=\"ar\" state=\"new\"/>";
    assert!(sent.contains(empty));
    let sent = sent.replace(empty, "Third words there.</source>\n<target>ثالثة</target>");
    let body = BODY
        .replace("Second words here", "Second words here and now")
        .replace("Third words", "Third, old words");
    let after = Project::new(&body, project.release.lock.clone(), project.ftl.text());
    let files = after.sync();
    let after = Project::new(&body, lock_of(&files), project.ftl.text());
    let (taken, found) = after.take(&sent, Approval::MeansNothing);
    assert_eq!((found, taken.delivery.patterns.len(), taken.stale.len()), (vec![], 2, 2));
    // Words that are not those of the digest are not kept as the source of anything.
    let kept = |sent: &str| after.take(sent, Approval::MeansNothing).0.delivery.texts;
    assert!(kept(&sent).values().any(|text| text == "Third words there."));
    let forged = sent.replace("Third words there.</source>", "Other words.</source>");
    assert_eq!(kept(&forged).len() + 1, kept(&sent).len());
    let files = after.put(&taken);
    let lock = lock_of(&files);
    let ftl = String::from_utf8(files.get("locales/ar/one.ftl").expect("changed").to_vec());
    let done = Project::new(&body, lock, &ftl.expect("it is UTF-8"));
    let standings = translate::standings(&done.release, "ar", done.catalogs.get("ar"));
    let stale = |index: usize| (standings[index].state, standings[index].before);
    assert_eq!(stale(3), (crate::document::State::Stale, Some("Second words here.")));
    assert_eq!(stale(4), (crate::document::State::Stale, Some("Third words there.")));
    // And a second `sync` leaves it so.
    let again = done.sync();
    assert_eq!(lock_of(&again), done.release.lock);
    assert!(done.exported().contains("alttranstype=\"previous-version\""));
}

#[test]
fn somebody_elses_work_is_not_overwritten() {
    let project = Project::synced();
    let sent = project.exported();
    let other = project.ftl.text().replace("كلمات ثانية.", "كلمات غيرها.");
    let after = Project::new(BODY, project.release.lock.clone(), &other);
    let (taken, found) = after.take(&sent, Approval::MeansNothing);
    assert_eq!((found, taken.delivery.is_empty()), (vec![], true));
    let edited = sent.replace("كلمات ثانية.", "كلمات أخرى.");
    let (taken, found) = after.take(&edited, Approval::MeansNothing);
    assert_eq!((found[0].code, taken.delivery.is_empty()), ("xliff-conflict", true));
    // The same words are no conflict.
    let (_, found) =
        after.take(&sent.replace("كلمات ثانية.", "كلمات غيرها."), Approval::MeansNothing);
    assert_eq!(found, []);
}

#[test]
fn the_same_file_twice_is_no_conflict() {
    let project = Project::synced();
    // Words that have to be written in another way than the tool has them.
    let sent = project.exported().replace("كلمات ثانية.", "كلمات { أخرى } *هنا* 中文.");
    let (taken, found) = project.take(&sent, Approval::MeansNothing);
    assert_eq!((found, taken.delivery.patterns.len()), (vec![], 1));
    let after = project.after(BODY, &project.put(&taken));
    let (taken, found) = after.take(&sent, Approval::MeansNothing);
    assert_eq!((found, taken.delivery.is_empty(), taken.untouched), (vec![], true, 6));
}

#[test]
fn another_shape_of_a_select_is_no_conflict() {
    let ids = Project::new(BODY, Lock::default(), "").ids();
    let file = |pattern: &str| format!("{} = {pattern}\n", ids[3]);
    let select = "{ $n ->\n        [one] كلمة\n       *[other] كلمات\n    }";
    let project = Project::new(BODY, Lock::default(), &file(&format!("هنا {select} 二。")));
    let sent = project.exported();
    // Pontoon writes the sentence into every variant.
    let other = select.replace("كلمة", "هنا كلمة 二。").replace("كلمات", "هنا كلمات 二。");
    let after = Project::new(BODY, Lock::default(), &file(&other));
    let (taken, found) = after.take(&sent, Approval::MeansNothing);
    assert_eq!((found, taken.delivery.is_empty(), taken.untouched), (vec![], true, 6));
}

/// What was typed as words and looks like a mark is another message.
#[test]
fn a_sign_that_becomes_words_is_an_edit() {
    let project = Project::synced();
    let own = "<g id=\"1\" ctype=\"bold\" equiv-text=\"**…**\">الأمم</g>";
    let (taken, found) =
        project.take(&project.exported().replace(own, "**الأمم**"), Approval::MeansNothing);
    assert_eq!((found[0].code, taken.untouched), ("xliff-code", 5));
}

#[test]
fn approval_signs_only_when_it_is_said() {
    let project = Project::synced();
    let text = project.exported().replace("كلمات ثانية.", "كلمات أخرى.");
    let text = text.replace("approved=\"no\"", "approved=\"yes\"");
    let review = |approval: Approval| {
        let (taken, _) = project.take(&text, approval);
        let lock = lock_of(&project.put(&taken));
        let of = |index: usize| {
            let id = SegmentId::parse(&project.ids()[index]).expect("it is one");
            lock.stamp("ar", &id).map(|stamp: &Stamp| stamp.review)
        };
        (of(2), of(3), taken.approved)
    };
    let (translated, revised) = (Some(Review::Translated), Some(Review::Revised));
    assert_eq!(review(Approval::MeansNothing), (translated, translated, 1));
    assert_eq!(review(Approval::Signs), (revised, revised, 0));
}

#[test]
fn what_is_not_ours_is_refused() {
    let project = Project::synced();
    let text = project.exported();
    for (from, to) in [
        ("content/one/index.md", "/etc/passwd"),
        ("version=\"1.2\"", "version=\"2.0\""),
        (" target-language=\"ar\"", ""),
    ] {
        let other = SourceText::new("x.xlf", text.replacen(from, to, 1));
        let problem = xliff::read(&other).expect_err(to);
        assert_eq!((problem.code, problem.place.is_some()), ("xliff-foreign", true), "{to}");
    }
    let id = &project.ids()[3];
    assert_eq!(project.edited(&format!("resname=\"{id}\""), "resname=\"9\""), Err("xliff-message"));
    assert_eq!(project.edited("extradata=\"", "extradata=\"x"), Err("xliff-message"));
    assert_eq!(
        project.edited(&format!("resname=\"{id}\""), "resname=\"meta-title\""),
        Err("xliff-message")
    );
    // Of another project: the message is not there, and was edited.
    let edited = text
        .replace("كلمات ثانية.", "x")
        .replace(&format!("resname=\"{id}\""), "resname=\"lead-p-zzzz\"");
    let (taken, found) = project.take(&edited, Approval::MeansNothing);
    assert_eq!((found[0].code, taken.delivery.is_empty()), ("xliff-message", true));
    assert_eq!(project.edited("كلمات ثانية.", "كلمات \u{FFFD}."), Err("control-character"));
}

#[test]
fn a_memory_holds_what_is_current() {
    let project = Project::synced();
    let (chinese, arabic) = (locale("zh"), locale("ar"));
    let words = words::built_in(&chinese, Digits::Western).expect("one of the six");
    let (unstamped, _) = catalog::parse(&SourceText::new("zh.ftl", "meta-title = 标题\n"), &words);
    let both: [(&Locale, &Catalog); 2] =
        [(&arabic, &project.catalogs["ar"]), (&chinese, &unstamped)];
    let text = tmx::write(&project.release, &both);
    // Nobody has taken note of the Chinese title, and the third paragraph is not translated.
    assert!(!text.contains("标题") && !text.contains("Third"), "{text}");
    assert_eq!(text.matches("<tu ").count(), 3);
    assert!(
        text.contains("<bpt i=\"1\" x=\"1\" type=\"bold\">**</bpt>الأمم<ept i=\"1\">**</ept>"),
        "{text}"
    );
    assert!(text.contains("<ph x=\"5\" type=\"x-placeable\">{ -unoct }</ph>"), "{text}");
}

#[test]
fn a_table_is_read_by_everybody() {
    let project = Project::synced();
    let page = table::write(&project.release, &locale("ar"), project.catalogs.get("ar"));
    for part in [
        "<caption>6 messages",
        "<th scope=\"col\" lang=\"ar\" dir=\"rtl\">العربية</th>",
        "<td lang=\"ar\" dir=\"rtl\">اعتمدت <strong>الأمم</strong> المتحدة <code dir=\"ltr\">{ -unoct }</code> \
         <span>القرار</span><code dir=\"ltr\">[1]</code>",
        "<th scope=\"row\" id=\"meta-title\">",
        "<td>missing</td>",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(300))]

    /// Whatever a tool or a person makes of a file: it is read or refused, and what is written can be
    /// read again.
    #[test]
    fn no_file_breaks_anything(
        at in 0.0..1.0_f64,
        gone in 0_usize..40,
        new in "(\\PC{0,6}|[<>/&;\"'gx=\\[\\]{}*` \n-]{0,12}|<x id=\"[0-9]\"/>|<g id=\"[0-9]\">)",
    ) {
        let project = Project::synced();
        let text = project.exported();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place in a short text")]
        let start = (at * text.len() as f64) as usize;
        let start = (0..=start).rev().find(|at| text.is_char_boundary(*at)).expect("0 is one");
        let end = (start + gone).min(text.len());
        let end = (0..=end).rev().find(|at| text.is_char_boundary(*at)).expect("0 is one").max(start);
        let edited = format!("{}{new}{}", &text[..start], &text[end..]);
        let source = SourceText::new("one.ar.xlf", edited);
        if let Ok((sent, _)) = xliff::read(&source) {
            let catalog = project.catalogs.get("ar");
            let taken =
                compare((&sent[0], &source), &project.release, catalog, Approval::MeansNothing);
            let files = project.put(&taken);
            // The same file once more changes nothing.
            let after = project.after(BODY, &files);
            let again = compare(
                (&sent[0], &source), &after.release, after.catalogs.get("ar"), Approval::MeansNothing,
            );
            proptest::prop_assert_eq!(again.delivery, translate::Delivery::default());
            let conflicts = again.found.iter().filter(|one| one.code == "xliff-conflict");
            proptest::prop_assert_eq!(conflicts.count(), 0);
            if let Some(ftl) = files.get("locales/ar/one.ftl") {
                let text = String::from_utf8(ftl.to_vec()).expect("it is UTF-8");
                let (_, found) = catalog::parse(&SourceText::new("ar.ftl", text), &arabic());
                proptest::prop_assert_eq!(found, vec![]);
            }
        }
    }
}
