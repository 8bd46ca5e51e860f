//! What must hold over any history of a release: no edit, sync, tool or merge loses a translation,
//! and no id is given to other words.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

use hexapla::catalog::patch::patch;
use hexapla::diagnostic::{Diagnostic, Severity, SourceText};
use hexapla::disk::{ProjectInput, ReleaseInput};
use hexapla::exchange::{Approval, compare, xliff};
use hexapla::files::{Assets, Files};
use hexapla::identity::{Known, Lock, Obsolete, Origin, Passage, Review, Stamp};
use hexapla::project::{self, Project};
use hexapla::publish::{self, Loaded, Request};
use hexapla::segment::{Fingerprint, Kind, SegmentId, Slug};
use hexapla::target::Target;
use hexapla::translate::{self, Delivery, Filled, Selection, Subject, Synced};
use proptest::prelude::*;
use proptest::sample::Index;

const FRONT: &str = "+++\ntitle = \"T\"\ndescription = \"D\"\ndate = 2021-05-26\n+++\n\n";
const LOCK: &str = "content/one/translations.lock";
const ARABIC: &str = "locales/ar/one.ftl";

fn project() -> Project {
    let config = "organisation = \"O\"\nlocales = [\"en\", \"ar\"]\n";
    let config = Some(SourceText::new("hexapla.toml", config));
    let (project, found) = project::parse(ProjectInput { config, ..ProjectInput::default() });
    assert_eq!(found, []);
    project.expect("the settings are right")
}

/// The files of a release between two commands.
#[derive(Clone, Default)]
struct Desk {
    blocks: Vec<String>,
    lock: Option<String>,
    arabic: Option<String>,
    /// Whether its bytes are none that can be read, for now.
    garbled: bool,
    reference: BTreeMap<SegmentId, Fingerprint>,
}

impl Desk {
    fn body(&self) -> String {
        self.blocks.join("\n\n")
    }

    fn input(&self) -> ReleaseInput {
        let text = |path: &str, text: &Option<String>| {
            text.as_ref().map(|text| SourceText::new(path, text.as_str()))
        };
        let catalogs = text(ARABIC, &self.arabic).map(|text| ("ar".to_owned(), text));
        let catalogs = catalogs.filter(|_| !self.garbled);
        let why = Diagnostic::error("not-utf-8", "the byte 0xc7 is not UTF-8");
        let unread = self.garbled.then(|| ("ar".to_owned(), why));
        ReleaseInput {
            slug: Slug::new("one").expect("it is one"),
            source: SourceText::new("content/one/index.md", format!("{FRONT}{}", self.body())),
            lock: text(LOCK, &self.lock),
            catalogs: catalogs.into_iter().collect(),
            unread: unread.into_iter().collect(),
            assets: Assets::new(),
            diagnostics: Vec::new(),
        }
    }

    fn load(&self, project: &Project) -> Loaded {
        let (loaded, found) = publish::load(self.input(), project, &Request::ALL);
        let errors: Vec<_> = found.iter().filter(|one| one.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{errors:?}");
        loaded.expect("it can be read")
    }

    /// What `sync` makes of it; `None`: it refuses, for a file that cannot be read.
    fn synced(&self, project: &Project) -> Option<Synced> {
        let loaded = self.load(project);
        let input = self.input();
        let (release, catalogs) = (&loaded.release, &loaded.catalogs);
        let (texts, unread) = (&input.catalogs, &input.unread);
        let subject = Subject { release, catalogs, texts, unread, project };
        let synced = translate::sync(&subject, &BTreeSet::new());
        let unread = synced.problems.iter().all(|one| one.code == "not-utf-8");
        assert!(synced.problems.is_empty() || self.garbled && unread, "{:?}", synced.problems);
        Some(synced).filter(|synced| synced.problems.is_empty())
    }

    /// `hexapla sync`; a second one must find nothing to do.
    fn sync(&mut self, project: &Project) {
        let Some(synced) = self.synced(project) else { return };
        self.take(&synced.files);
        let again = self.synced(project).unwrap();
        for (path, bytes) in again.files.iter() {
            let before = synced.files.get(path).or(self.arabic.as_ref().map(String::as_bytes));
            assert_eq!(before, Some(bytes), "{path}: sync twice is not sync once");
        }
        let nothing = translate::Changes { kept: again.changes.kept, ..Default::default() };
        assert_eq!(again.changes, nothing);
    }

    fn take(&mut self, files: &Files) {
        assert!(!self.garbled || files.get(ARABIC).is_none(), "somebody's work is overwritten");
        let text = |path| files.get(path).map(|b| String::from_utf8(b.to_vec()).unwrap());
        self.lock = text(LOCK);
        self.arabic = text(ARABIC).or(self.arabic.take());
        let lock = self.known();
        self.reference =
            lock.segments.into_iter().map(|known| (known.id, known.fingerprint)).collect();
    }

    fn known(&self) -> Lock {
        let text = self.lock.clone().unwrap_or_default();
        let (lock, problems) = Lock::parse(&SourceText::new(LOCK, text.as_str()));
        assert_eq!(problems, []);
        assert_eq!(lock.to_text(), text);
        lock
    }

    /// The patterns of the locale's file, by id.
    fn patterns(&self, project: &Project) -> BTreeMap<SegmentId, String> {
        let Some(text) = &self.arabic else { return BTreeMap::new() };
        let source = SourceText::new(ARABIC, text.as_str());
        let (catalog, _) = hexapla::catalog::parse(&source, &project.words["ar"]);
        let one = |id: SegmentId| Some((id.clone(), catalog.entry(&id)?.pattern.to_owned()));
        catalog.ids().into_iter().filter_map(one).collect()
    }

    /// A translator writes a message, as the reference shows it.
    fn translate(&mut self, id: &SegmentId, words: &str) {
        let before = SourceText::new(ARABIC, self.arabic.clone().unwrap_or_default());
        let change = [(id.clone(), words.to_owned())].into();
        self.arabic = Some(patch(&before, &change, self.reference.keys()).unwrap());
    }

    /// `hexapla accept ar --all`; the messages that were accepted.
    fn accept(&mut self, review: Review, project: &Project) -> Vec<SegmentId> {
        let loaded = self.load(project);
        let asked = ("ar", &loaded.catalogs);
        let selection = (&Selection::All, review);
        let done = translate::accept(&loaded.release, asked, selection, &project.settings).unwrap();
        if done.accepted.is_empty() {
            return Vec::new();
        }
        self.take(&done.files);
        done.accepted.into_iter().map(|one| one.id).collect()
    }

    /// What is open, filled in by a translator: `hexapla todo ar`.
    fn todo(&self, project: &Project, word: &mut dyn FnMut() -> String) -> Option<Sent> {
        let loaded = self.load(project);
        let asked = ("ar", loaded.catalogs.get("ar"));
        let todo = translate::todo(&loaded.release, asked, &project.settings).unwrap()?;
        let (mut text, mut words) = (String::new(), BTreeMap::new());
        let mut source = None;
        for line in todo.text.lines() {
            if let Some(digests) = line.strip_prefix("# Digests: ") {
                source = Fingerprint::parse(digests.split(' ').next().unwrap());
            }
            let message = line.split_once(" = ").filter(|_| !line.starts_with('#'));
            if let Some((id, _)) = message {
                let new = word();
                text.extend([id, " = ", &new, "\n"]);
                words.insert(SegmentId::parse(id).unwrap(), (new, source.take().unwrap()));
            } else {
                text.extend([line, "\n"]);
            }
        }
        Some(Sent { tool: Tool::Todo, text, words })
    }

    /// All messages, filled in by a translator: `hexapla export ar`.
    fn exported(&self, project: &Project, word: &mut dyn FnMut() -> String) -> Sent {
        let loaded = self.load(project);
        let arabic = loaded.release.locales.iter().find(|locale| locale.key() == "ar").unwrap();
        let whole = xliff::write(&loaded.release, arabic, loaded.catalogs.get("ar"));
        let (mut text, mut words) = (String::new(), BTreeMap::new());
        let value = |line: &str, name: &str| {
            let (_, rest) = line.split_once(&format!(" {name}=\"")).unwrap();
            rest.split_once('"').unwrap().0.to_owned()
        };
        let mut unit = None;
        for line in whole.lines() {
            if line.starts_with("<trans-unit ") {
                let digests = value(line, "extradata");
                let source = Fingerprint::parse(digests.split(' ').next().unwrap()).unwrap();
                unit = Some((SegmentId::parse(&value(line, "resname")).unwrap(), source));
            }
            // The first is the one to translate; others are of before.
            if line.starts_with("<target ")
                && let Some((id, source)) = unit.take()
            {
                let new = word();
                text.extend(["<target>", &new, "</target>\n"]);
                words.insert(id, (new, source));
            } else {
                text.extend([line, "\n"]);
            }
        }
        Sent { tool: Tool::Xliff, text, words }
    }

    /// `hexapla merge` or `hexapla import`; the messages that were taken.
    fn bring(&mut self, sent: &Sent, project: &Project) -> Vec<SegmentId> {
        let loaded = self.load(project);
        let catalog = loaded.catalogs.get("ar");
        let file = SourceText::new("sent", sent.text.as_str());
        let delivery = match sent.tool {
            Tool::Todo => {
                let filled = Filled::new(file).unwrap();
                let merged =
                    translate::merge(&loaded.release, (&filled, &project.words["ar"]), catalog);
                merged.map_or(Delivery::default(), |merged| merged.delivery)
            }
            Tool::Xliff => {
                let (of, found) = xliff::read(&file).unwrap();
                assert_eq!(found, []);
                let means = Approval::MeansNothing;
                compare((&of[0], &file), &loaded.release, catalog, means).delivery
            }
        };
        if delivery.is_empty() {
            return Vec::new();
        }
        let ids = delivery.sources.keys().cloned().collect();
        let deliveries = [("ar".to_owned(), delivery)].into();
        match publish::deliver(&self.input(), &loaded, &deliveries, project) {
            Ok(delivered) => {
                assert!(!self.garbled);
                self.take(&delivered.put.files);
                ids
            }
            Err(problems) => {
                assert!(self.garbled && problems[0].code == "not-utf-8", "{problems:?}");
                Vec::new()
            }
        }
    }

    /// What Pontoon does: the file has the messages of the reference, and no others.
    fn write_back(&mut self, project: &Project) {
        let kept = self.patterns(project).into_iter();
        let kept: BTreeMap<_, _> = kept.filter(|(id, _)| self.reference.contains_key(id)).collect();
        let empty = SourceText::new(ARABIC, "");
        self.arabic = Some(patch(&empty, &kept, self.reference.keys()).unwrap());
    }
}

/// How a translator gets their work.
#[derive(Clone, Copy)]
enum Tool {
    Todo,
    Xliff,
}

/// What a translator has filled in and not sent back yet.
struct Sent {
    tool: Tool,
    text: String,
    /// Their words, and the fingerprint of the source that they saw.
    words: BTreeMap<SegmentId, (String, Fingerprint)>,
}

#[derive(Clone, Debug)]
enum Step {
    Insert(Index, Vec<&'static str>, bool),
    Delete(Index),
    Rewrite(Index, Vec<&'static str>),
    Edit(Index, &'static str),
    Move(Index, Index),
    Duplicate(Index),
    Split(Index),
    Merge(Index),
    Revert(Index),
    Translate(Index),
    WriteBack,
    Sync,
    Accept(bool),
    /// A translator fills in what is open.
    Todo,
    /// A translator fills in all messages in a tool.
    Export,
    /// What was filled in comes back: `merge` or `import`.
    Bring,
    /// The Arabic file is saved in another encoding, or in the right one again.
    Garble,
}

fn word() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "alpha",
        "beta",
        "gamma",
        "delta",
        "epsilon",
        "zeta",
        "eta",
        "theta",
        "iota",
        "kappa",
        "نص",
        "كلمة",
        "中",
        "文",
        "字",
        "слово",
        "mot",
        "palabra",
    ])
}

fn step() -> impl Strategy<Value = Step> {
    let at = any::<Index>;
    let words = || prop::collection::vec(word(), 1..12);
    prop_oneof![
        2 => (at(), words(), any::<bool>()).prop_map(|(i, w, heading)| Step::Insert(i, w, heading)),
        2 => at().prop_map(Step::Delete),
        1 => (at(), words()).prop_map(|(i, w)| Step::Rewrite(i, w)),
        2 => (at(), word()).prop_map(|(i, w)| Step::Edit(i, w)),
        1 => (at(), at()).prop_map(|(i, j)| Step::Move(i, j)),
        1 => at().prop_map(Step::Duplicate),
        1 => at().prop_map(Step::Split),
        1 => at().prop_map(Step::Merge),
        2 => at().prop_map(Step::Revert),
        5 => at().prop_map(Step::Translate),
        3 => Just(Step::WriteBack),
        6 => Just(Step::Sync),
        1 => any::<bool>().prop_map(Step::Accept),
        2 => Just(Step::Todo),
        1 => Just(Step::Export),
        3 => Just(Step::Bring),
        1 => Just(Step::Garble),
    ]
}

/// A history as it is played, and what must not be forgotten.
struct Play {
    project: Project,
    desk: Desk,
    /// The sources of all times.
    sources: Vec<Vec<String>>,
    /// The translations that were given and not replaced by their translator, and of what.
    given: BTreeMap<String, (SegmentId, Fingerprint)>,
    /// All words that each id ever had.
    had: BTreeMap<SegmentId, BTreeSet<String>>,
    count: usize,
    /// What a translator has at home.
    sent: Option<Sent>,
}

impl Play {
    fn step(&mut self, step: &Step) {
        let len = self.desk.blocks.len();
        let blocks = &mut self.desk.blocks;
        match step {
            Step::Insert(at, words, heading) => {
                let mark = if *heading { "## " } else { "" };
                blocks.insert(at.index(len + 1), format!("{mark}{}", words.join(" ")));
            }
            Step::Translate(at) if !self.desk.reference.is_empty() && !self.desk.garbled => {
                self.translate(*at);
            }
            Step::WriteBack if !self.desk.garbled => self.desk.write_back(&self.project),
            Step::Sync => self.sync(),
            Step::Accept(signs) => {
                self.accept(if *signs { Review::Revised } else { Review::Translated });
            }
            Step::Todo | Step::Export => self.send(step),
            Step::Bring => self.bring(),
            Step::Garble => self.desk.garbled ^= self.desk.arabic.is_some(),
            Step::Revert(at) if !self.sources.is_empty() => {
                self.desk.blocks.clone_from(&self.sources[at.index(self.sources.len())]);
            }
            _ if len == 0 => {}
            Step::Delete(at) => drop(blocks.remove(at.index(len))),
            Step::Rewrite(at, words) => blocks[at.index(len)] = words.join(" "),
            Step::Edit(at, word) => blocks[at.index(len)].extend([" ", word]),
            Step::Move(from, to) => {
                let block = blocks.remove(from.index(len));
                blocks.insert(to.index(len), block);
            }
            Step::Duplicate(at) => blocks.push(blocks[at.index(len)].clone()),
            Step::Split(at) => {
                let at = at.index(len);
                let middle = blocks[at].match_indices(' ').map(|(at, _)| at).nth(3);
                if let Some(middle) = middle {
                    let rest = blocks[at].split_off(middle);
                    blocks.insert(at + 1, rest.trim().to_owned());
                }
            }
            Step::Merge(at) if len > 1 => {
                let at = at.index(len - 1);
                let next = blocks.remove(at + 1);
                blocks[at].extend([" ", next.trim_start_matches("## ")]);
            }
            Step::Merge(_) | Step::Translate(_) | Step::Revert(_) | Step::WriteBack => {}
        }
    }

    fn translate(&mut self, at: Index) {
        let (id, source) = {
            let all = &self.desk.reference;
            let (id, source) = all.iter().nth(at.index(all.len())).unwrap();
            (id.clone(), source.clone())
        };
        self.count += 1;
        let words = format!("ترجمة {}", self.count);
        // The translator writes over what stands there, and over what was made of the same words.
        let replaced = self.desk.patterns(&self.project).remove(&id);
        self.given.retain(|words, of| {
            Some(words) != replaced.as_ref() && (&of.0, &of.1) != (&id, &source)
        });
        self.desk.translate(&id, &words);
        self.given.insert(words, (id, source));
    }

    fn accept(&mut self, review: Review) {
        let before = self.shown();
        let accepted = self.desk.accept(review, &self.project);
        if accepted.is_empty() {
            return;
        }
        let (patterns, lock) = (self.desk.patterns(&self.project), self.desk.known());
        // They count as made from what the source says today.
        for (words, of) in &mut self.given {
            if accepted.contains(&of.0) && patterns.get(&of.0) == Some(words) {
                of.1 = lock.stamp("ar", &of.0).unwrap().source.clone();
            }
        }
        self.noted(&before);
    }

    fn send(&mut self, step: &Step) {
        let count = &mut self.count;
        let mut word = || {
            *count += 1;
            format!("ترجمة {count}")
        };
        self.sent = match step {
            Step::Todo => self.desk.todo(&self.project, &mut word),
            _ => Some(self.desk.exported(&self.project, &mut word)),
        };
    }

    fn bring(&mut self) {
        let Some(sent) = self.sent.take() else { return };
        let (before, replaced) = (self.shown(), self.desk.patterns(&self.project));
        let taken = self.desk.bring(&sent, &self.project);
        if taken.is_empty() {
            return;
        }
        for id in taken {
            let (words, source) = sent.words[&id].clone();
            self.given.retain(|words, of| {
                Some(words) != replaced.get(&id) && (&of.0, &of.1) != (&id, &source)
            });
            assert_eq!(self.desk.known().stamp("ar", &id).unwrap().source, source);
            self.given.insert(words, (id, source));
        }
        self.noted(&before);
    }

    fn shown(&self) -> BTreeSet<SegmentId> {
        self.desk.reference.keys().cloned().collect()
    }

    fn sync(&mut self) {
        let before = self.shown();
        self.desk.sync(&self.project);
        self.noted(&before);
        self.nothing_waits(&self.desk.known());
    }

    /// After a command that takes note of the source.
    fn noted(&mut self, before: &BTreeSet<SegmentId>) {
        self.sources.push(self.desk.blocks.clone());
        let lock = self.desk.known();
        for known in &lock.segments {
            let words = lock.text(&known.fingerprint).unwrap().to_owned();
            let had = self.had.entry(known.id.clone()).or_default();
            let again = !had.is_empty() && !before.contains(&known.id);
            assert!(!again || had.contains(&words), "{} is given to “{words}”", known.id);
            had.insert(words);
        }
        self.nothing_is_lost(&lock);
    }

    fn nothing_is_lost(&self, lock: &Lock) {
        let standing: BTreeSet<String> = self.desk.patterns(&self.project).into_values().collect();
        let kept = lock.kept("ar").into_iter().map(|(_, one)| one.pattern.clone());
        let kept: BTreeSet<String> = kept.collect();
        for (words, (id, _)) in &self.given {
            assert!(standing.contains(words) || kept.contains(words), "{words} of {id} is lost");
        }
    }

    /// Of what is in the source, it stands in the file: nothing waits in the attic.
    fn nothing_waits(&self, lock: &Lock) {
        if self.desk.garbled {
            return;
        }
        let standing: BTreeSet<String> = self.desk.patterns(&self.project).into_values().collect();
        let current = lock.shown();
        for (words, (id, source)) in &self.given {
            let has = current.get(id).is_some_and(|now| **now == *source);
            assert!(!has || standing.contains(words), "{words} of {id} did not come back");
        }
    }
}

fn known_ids() -> impl Strategy<Value = (Kind, SegmentId)> {
    ("[a-z][a-z0-9]{0,3}(-[a-z0-9]{1,4}){0,2}", prop::sample::select(Kind::ALL.to_vec()))
        .prop_map(|(message, kind)| (kind, SegmentId { message, attribute: kind.attribute() }))
}

fn fingerprints() -> impl Strategy<Value = Fingerprint> {
    "[a-z]{1,3}".prop_map(|text| Fingerprint::of(&text))
}

fn links() -> impl Strategy<Value = Vec<(u32, Target)>> {
    let target = prop::sample::select(vec!["https://a.org/x?y=1", "#a", "mailto:a@b.org"]);
    let target = target.prop_map(|url| Target::new(url).expect("it is one"));
    prop::collection::vec((1_u32..9, target), 0..3)
}

fn locks() -> impl Strategy<Value = Lock> {
    let segments = prop::collection::vec((known_ids(), fingerprints(), links(), links()), 0..6);
    let review = prop::sample::select(vec![Review::Translated, Review::Revised]);
    let stamp = (fingerprints(), fingerprints(), review)
        .prop_map(|(source, translation, review)| Stamp { source, translation, review });
    let id = || known_ids().prop_map(|(_, id)| id);
    let stamps = prop::collection::btree_map(id(), stamp, 1..4);
    let obsolete = || (fingerprints(), "[ -~ا-ي中\\n\\\\]{0,12}");
    let attic = prop::collection::vec((id(), obsolete()), 0..5);
    let passage = prop::sample::select(vec![Passage::Split, Passage::Merged]);
    let origin = (passage, id(), fingerprints()).prop_map(|(passage, id, source)| Origin {
        passage,
        id,
        source,
    });
    let origins =
        prop::collection::btree_map(id(), prop::collection::btree_set(origin, 1..3), 0..3);
    let key = || "[a-z]{2}";
    let of_locales = prop::collection::btree_map(key(), stamps, 0..3);
    let attics = prop::collection::btree_map(key(), attic, 0..3);
    let texts = prop::collection::vec("[ -~ا-ي中]{0,12}", 0..6);
    (segments, of_locales, attics, origins, texts).prop_map(
        |(segments, stamps, attics, origins, texts)| {
            let mut lock = Lock { stamps, origins, ..Lock::default() };
            let mut seen = BTreeSet::new();
            for ((kind, id), fingerprint, links, retired) in segments {
                if seen.insert(id.clone()) {
                    lock.segments.push(Known { id, kind, fingerprint, links, retired });
                }
            }
            for (key, attic) in attics {
                for (id, (source, pattern)) in attic {
                    lock.keep(&key, &id, Obsolete { source, pattern });
                }
            }
            // Every text is referred to: others are left out of the file.
            for text in texts {
                let (id, source) = (SegmentId::value("x"), Fingerprint::of(&text));
                lock.texts.insert(source.clone(), text);
                lock.keep("aa", &id, Obsolete { source, pattern: String::new() });
            }
            lock.older.retain(|_, older| !older.is_empty());
            lock
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn no_history_loses_a_translation(
        first in prop::collection::vec(prop::collection::vec(word(), 3..10), 1..5),
        steps in prop::collection::vec(step(), 1..40),
    ) {
        let blocks = first.iter().map(|words| words.join(" ")).collect();
        let desk = Desk { blocks, ..Desk::default() };
        let (given, had) = (BTreeMap::new(), BTreeMap::new());
        let (sources, sent) = (Vec::new(), None);
        let mut play = Play { project: project(), desk, sources, given, had, count: 0, sent };
        play.sync();
        for step in &steps {
            play.step(step);
        }
        play.desk.garbled = false;
        play.sync();
    }

    #[test]
    fn any_lock_is_read_as_it_was_written(lock in locks()) {
        let text = lock.to_text();
        let (again, problems) = Lock::parse(&SourceText::new(LOCK, text.as_str()));
        prop_assert_eq!(problems, []);
        prop_assert_eq!(again.to_text(), text);
        prop_assert_eq!(again, lock);
    }
}

/// What version control makes of three versions of a file.
fn merged(name: &str, versions: [&str; 3], how: &[&str]) -> String {
    let folder = std::env::temp_dir().join(format!("hexapla-{}-{name}", std::process::id()));
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).unwrap();
    for (name, text) in ["ours", "base", "theirs"].iter().zip(versions) {
        fs::write(folder.join(name), text).unwrap();
    }
    let mut git = Command::new("git");
    git.args(["merge-file", "-p"]).args(how).args(["ours", "base", "theirs"]);
    let output = git.current_dir(&folder).output().expect("git is there");
    drop(fs::remove_dir_all(&folder));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(!text.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    text
}

/// Two branches add a paragraph and its translation; one edits, one deletes. Whatever
/// way the conflicts in the lock are drawn, `sync` afterwards has both.
#[test]
fn a_merge_keeps_what_both_branches_added() {
    let project = project();
    let paragraphs = ["First words of all.", "Second words of the text.", "Third words, the last."];
    for (style, first, second) in
        [("", 1, 1), ("--diff3", 1, 1), ("--zdiff3", 2, 2), ("", 0, 3), ("--diff3", 3, 0)]
    {
        let blocks = paragraphs.iter().map(|words| (*words).to_owned()).collect();
        let mut base = Desk { blocks, ..Desk::default() };
        base.sync(&project);
        let branch = |at: usize, words: &str, translation: &str| {
            let mut desk = base.clone();
            desk.blocks.insert(at, words.to_owned());
            desk.sync(&project);
            let lock = desk.known();
            let is = |known: &&Known| lock.text(&known.fingerprint) == Some(words);
            let id = lock.segments.iter().find(is).unwrap().id.clone();
            desk.translate(&id, translation);
            desk.sync(&project);
            (desk, id)
        };
        let (ours, one) = branch(first, "Quite new words of our own branch.", "كلماتنا");
        let (theirs, two) = branch(second, "Others wrote this in their branch.", "كلماتهم");
        let three = |file: fn(&Desk) -> String| [file(&ours), file(&base), file(&theirs)];
        let merge = |name: &str, file: fn(&Desk) -> String, how: &[&str]| {
            let [ours, base, theirs] = three(file);
            merged(&format!("{name}{style}{first}{second}"), [&ours, &base, &theirs], how)
        };
        let how: &[&str] = if style.is_empty() { &[] } else { &[style] };
        let lock = merge("lock", |desk| desk.lock.clone().unwrap(), how);
        let conflicts = lock.contains("<<<<<<<");
        assert!(conflicts || first != second, "{style}: this merge was to have a conflict\n{lock}");
        let body = merge("body", |desk| desk.body() + "\n", &["--union"]);
        let arabic = merge("ar", |desk| desk.arabic.clone().unwrap_or_default(), &["--union"]);
        let mut desk = Desk {
            blocks: body.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect(),
            lock: Some(lock),
            arabic: Some(arabic),
            ..Desk::default()
        };
        desk.sync(&project);
        let lock = desk.known();
        let patterns = desk.patterns(&project);
        for (id, words) in [(&one, "كلماتنا"), (&two, "كلماتهم")] {
            assert_eq!(patterns[id], words);
            let known = lock.segments.iter().find(|known| known.id == *id).unwrap();
            assert_eq!(lock.stamp("ar", id).unwrap().source, known.fingerprint);
        }
        assert_eq!(lock.segments.len(), 2 + 5, "{}", lock.to_text());
    }
}

/// One branch edits a paragraph and its translation, the other only its translation. The translation
/// that the merge took is judged by its own stamp, whichever side of the conflict that stands on.
#[test]
fn a_merged_translation_has_the_stamp_of_its_branch() {
    let project = project();
    let mut base =
        Desk { blocks: vec!["We have a role to play in this.".to_owned()], ..Desk::default() };
    base.sync(&project);
    let id = base.reference.keys().find(|id| id.message.starts_with("lead")).unwrap().clone();
    base.translate(&id, "قديم");
    base.sync(&project);
    let mut new = base.clone();
    new.blocks = vec!["We have no role to play in this.".to_owned()];
    new.sync(&project);
    new.translate(&id, "جديد");
    new.sync(&project);
    let mut old = base.clone();
    old.translate(&id, "قديم منقح");
    old.sync(&project);
    let lock_of = |desk: &Desk| desk.lock.clone().unwrap();
    for (ours, theirs) in [(&new, &old), (&old, &new)] {
        let versions = [ours, &base, theirs].map(lock_of);
        let lock = merged("stamp", versions.each_ref().map(String::as_str), &[]);
        for taken in [&new, &old] {
            let arabic = taken.arabic.clone();
            let mut desk = Desk { lock: Some(lock.clone()), arabic, ..new.clone() };
            desk.sync(&project);
            let stamp = desk.known().stamp("ar", &id).unwrap().clone();
            assert_eq!(stamp, *taken.known().stamp("ar", &id).unwrap());
        }
    }
}
