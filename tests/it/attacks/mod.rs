//! The table of attacks: `tests/attacks/*.toml`. Each row changes the project beside it; then the
//! program is run, and the judge looks at all that is published and all that is said.
//! See `tests/attacks/README.md`.

mod judge;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Mutex;

use judge::{Judge, said};
use serde::Deserialize;
use serde_json::Value;

const PROJECT: &str = "tests/attacks/project";

/// What nobody may read or publish.
const SECRET: &str = "S3CRET";

/// The words that a row changes where it does not say which: they stand once in each file.
const WORDS: [(&str, &str); 6] = [
    ("hexapla.toml", "The office"),
    ("content/one/index.md", "wells"),
    ("content/one/tree.svg", "<path d=\"M0 0h9v9z\"/>"),
    ("locales/en/terms.ftl", "office"),
    ("locales/ar/terms.ftl", "المكتب"),
    ("locales/ar/one.ftl", "منابع"),
];

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    attack: Vec<Row>,
}

/// An attack.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    name: String,
    #[expect(dead_code, reason = "for people: who could do it")]
    who: Who,
    file: Option<String>,
    replace: Option<String>,
    text: Option<String>,
    whole: Option<String>,
    hex: Option<String>,
    copy: Option<String>,
    link: Option<String>,
    /// What `text` replaces in the file that `export` makes.
    xliff: Option<String>,
    #[serde(default)]
    also: Vec<Change>,
    #[serde(default = "build")]
    run: Vec<String>,
    /// The codes of all errors that are found. Without any, the editions are made, and judged.
    #[serde(default)]
    errors: BTreeSet<String>,
    /// Codes of warnings that are among those found.
    #[serde(default)]
    warnings: BTreeSet<String>,
    /// Words that all editions in a language say.
    says: Option<String>,
    /// That language.
    #[serde(default = "arabic", rename = "in")]
    language: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Who {
    Translator,
    Contributor,
    Tool,
}

/// A change of one file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    file: String,
    replace: Option<String>,
    text: Option<String>,
    whole: Option<String>,
    hex: Option<String>,
    copy: Option<String>,
    link: Option<String>,
}

fn build() -> Vec<String> {
    vec!["build".to_owned()]
}

fn arabic() -> String {
    "ar".to_owned()
}

impl Change {
    fn of(row: &Row) -> Option<Self> {
        Some(Self {
            file: row.file.clone()?,
            replace: row.replace.clone(),
            text: row.text.clone(),
            whole: row.whole.clone(),
            hex: row.hex.clone(),
            copy: row.copy.clone(),
            link: row.link.clone(),
        })
    }

    fn make(&self, project: &Path) {
        let path = project.join(&self.file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let bytes = match self {
            Self { link: Some(to), .. } => {
                drop(fs::remove_file(&path));
                return std::os::unix::fs::symlink(to, path).unwrap();
            }
            Self { whole: Some(text), .. } => text.clone().into_bytes(),
            Self { hex: Some(hex), .. } => {
                let pair = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).unwrap();
                (0..hex.len()).step_by(2).map(pair).collect()
            }
            Self { copy: Some(from), .. } => fs::read(project.join(from)).unwrap(),
            Self { text: Some(text), .. } => match fs::read_to_string(&path) {
                Ok(before) => {
                    let usual = WORDS.iter().find(|(file, _)| *file == self.file);
                    let old = self.replace.as_deref().or(usual.map(|(_, words)| *words));
                    replaced(&before, old.expect("words to replace"), text).into_bytes()
                }
                Err(_) => text.clone().into_bytes(),
            },
            _ => panic!("{}: a change that changes nothing", self.file),
        };
        fs::write(path, bytes).unwrap();
    }
}

fn replaced(before: &str, old: &str, new: &str) -> String {
    assert!(before.contains(old), "`{old}` is not in:\n{before}");
    before.replacen(old, new, 1)
}

/// A copy of the project, between what is not its own.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let place =
            Self(std::env::temp_dir().join(format!("hexapla-{}-{name}", std::process::id())));
        drop(fs::remove_dir_all(&place.0));
        let mut files = BTreeMap::new();
        snapshot(Path::new(PROJECT), "", &mut files);
        let secret = |file: &str| (file.to_owned(), format!("[core]\n\ttoken = {SECRET}\n"));
        let files = files.into_iter().map(|(file, text)| (format!("project/{file}"), text));
        let secrets = ["project/.git/config", "outside/secret.ftl", "outside/secret.svg"];
        for (file, text) in files.chain(secrets.map(secret)) {
            let path = place.0.join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        fs::create_dir_all(place.0.join("project/.git/hooks")).unwrap();
        place
    }

    fn project(&self) -> PathBuf {
        self.0.join("project")
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_hexapla"))
            .args(arguments)
            .current_dir(self.project())
            .env("XDG_CACHE_HOME", self.0.join("cache"))
            .output()
            .unwrap()
    }

    /// All that stands here but what is published and remembered. Links are not followed.
    fn files(&self) -> BTreeMap<String, String> {
        let mut files = BTreeMap::new();
        snapshot(&self.0, "", &mut files);
        files.retain(|path, _| !path.starts_with("project/output/") && !path.starts_with("cache/"));
        files
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

fn snapshot(folder: &Path, prefix: &str, files: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        let kind = entry.file_type().unwrap();
        if kind.is_symlink() {
            files.insert(path, format!("to {}", fs::read_link(entry.path()).unwrap().display()));
        } else if kind.is_dir() {
            snapshot(&entry.path(), &format!("{path}/"), files);
        } else {
            let bytes = fs::read(entry.path()).unwrap();
            files.insert(path, String::from_utf8_lossy(&bytes).into_owned());
        }
    }
}

/// The codes of what was found, by severity.
fn codes(output: &Output, severity: &str) -> BTreeSet<String> {
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let finding = |line: &str| serde_json::from_str::<Value>(line).ok();
    let of = |finding: &Value| finding["severity"] == severity;
    let code = |finding: Value| finding["code"].as_str().map(str::to_owned);
    told.lines().filter_map(finding).filter(of).filter_map(code).collect()
}

fn project_files(place: &Path) -> Vec<String> {
    let names = ["hexapla.toml", "content/one/index.md"];
    names.map(|name| fs::read_to_string(place.join(name)).unwrap()).into()
}

/// What went otherwise than the row says.
fn attack(row: &Row, number: usize, judge: &Judge) -> Vec<String> {
    let place = Place::new(&format!("attack-{number}"));
    if let (Some(old), Some(text)) = (&row.xliff, &row.text) {
        let exported = place.run(&["export", "--format", "xliff", "ar"]).stdout;
        let exported = replaced(&String::from_utf8(exported).unwrap(), old, text);
        fs::write(place.project().join("back.xlf"), exported).unwrap();
    }
    for change in Change::of(row).iter().chain(&row.also) {
        change.make(&place.project());
    }
    let before = place.files();
    let mut wrong = Vec::new();
    let mut outputs = Vec::new();
    let run: Vec<&str> = row.run.iter().map(String::as_str).collect();
    if run == ["build"] {
        for format in ["human", "github", "sarif"] {
            outputs.push((format, place.run(&["check", "--message-format", format])));
        }
        outputs.push(("plain", place.run(&["check", "--plain"])));
        outputs.push(("status", place.run(&["status", "--locale", "ar"])));
    }
    let in_json = |command: &[&str]| place.run(&[command, &["--message-format", "json"]].concat());
    if run == ["build"] {
        let check = in_json(&["check"]);
        let warnings = codes(&check, "warning");
        if !row.warnings.is_subset(&warnings) {
            wrong.push(format!("warnings: {warnings:?}, without {:?}", row.warnings));
        }
        outputs.push(("check", check));
    }
    let ran = in_json(&run);
    let errors = codes(&ran, "error");
    if errors != row.errors || ran.status.success() != row.errors.is_empty() {
        wrong.push(format!("errors: {errors:?}, not {:?}; {:?}", row.errors, ran.status));
    }
    outputs.push(("json", ran));
    let changed = |path: &String| {
        let own = ["project/locales/ar/one.ftl", "project/content/one/translations.lock"];
        !(run[0] == "import" && row.errors.is_empty() && own.contains(&path.as_str()))
    };
    let after = place.files();
    for path in before.keys().chain(after.keys()).filter(|path| changed(path)) {
        if before.get(path) != after.get(path) {
            wrong.push(format!("`{path}` was changed"));
        }
    }
    if run != ["build"] {
        outputs.push(("again", place.run(&["build"])));
    }
    wrong.extend(outputs.iter().flat_map(|(how, output)| spoken(how, output)));
    wrong.extend(published(row, &place, judge));
    wrong
}

/// What was said that should not be.
fn spoken(how: &str, output: &Output) -> Vec<String> {
    let mut wrong = Vec::new();
    for said_there in [&output.stdout, &output.stderr] {
        let text = String::from_utf8_lossy(said_there);
        wrong.extend(judge_said(how, &text).map(|what| format!("{how}: {what}")));
        if text.contains(SECRET) {
            wrong.push(format!("{how}: a secret was said"));
        }
        if text.contains("panicked") {
            wrong.push(format!("{how}: {text}"));
        }
    }
    wrong
}

/// What GitHub reads begins with a command, each of them ours.
fn judge_said(how: &str, text: &str) -> Option<String> {
    if how != "github" {
        return said(text);
    }
    let ours = |line: &&str| line.starts_with("::error ") || line.starts_with("::warning ");
    let (commands, rest): (Vec<_>, Vec<_>) = text.lines().partition(ours);
    let words = commands.iter().map(|line| line.trim_start_matches(':').replace("##[", ""));
    said(&rest.join("\n")).or_else(|| words.into_iter().find_map(|line| said(&line)))
}

fn published(row: &Row, place: &Place, judge: &Judge) -> Vec<String> {
    let output = place.project().join("output");
    if fs::symlink_metadata(&output).is_ok_and(|found| found.is_symlink()) {
        return Vec::new();
    }
    let mut wrong = judge.folder(&output).wrong;
    // What the row itself put there is not what was published.
    let planted = row.file.as_ref().and_then(|file| file.strip_prefix("output/"));
    wrong.retain(|what| planted.is_none_or(|file| !what.starts_with(&format!("{file}: "))));
    let Some(words) = &row.says else { return wrong };
    let key = &row.language;
    for file in ["index.html".to_owned(), format!("one.{key}.txt"), format!("one.{key}.epub")] {
        let said = fs::read(output.join("one").join(key).join(&file)).unwrap_or_default();
        if !judge.file(&file, &said).words.contains(words) {
            wrong.push(format!("{file} does not say `{words}`"));
        }
    }
    wrong
}

#[test]
fn attacks_fail() {
    let mut rows = Vec::new();
    for entry in fs::read_dir("tests/attacks").unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            let table: Table = toml::from_str(&fs::read_to_string(&path).unwrap())
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            rows.extend(table.attack);
        }
    }
    let names: BTreeSet<_> = rows.iter().map(|row| &row.name).collect();
    assert_eq!(names.len(), rows.len(), "a name twice");
    assert!(rows.len() > 100, "attacks: {}", rows.len());
    let own = project_files(Path::new(PROJECT));
    let judge = Judge::new(own.iter().map(String::as_str));
    let queue = Mutex::new(rows.iter().enumerate());
    let wrong = Mutex::new(Vec::new());
    let work = || {
        loop {
            let next = queue.lock().unwrap().next();
            let Some((number, row)) = next else { return };
            let found = attack(row, number, &judge);
            let told = found.iter().map(|what| format!("{}: {what}", row.name));
            wrong.lock().unwrap().extend(told);
        }
    };
    std::thread::scope(|scope| (0..4).for_each(|_| drop(scope.spawn(work))));
    let wrong = wrong.into_inner().unwrap();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// Builds a project, and gives the folder of its output.
fn built(project: &Path, name: &str) -> Place {
    let place = Place::new(name);
    let output = place.0.join("built");
    let mut command = Command::new(env!("CARGO_BIN_EXE_hexapla"));
    command.args(["build", "--quiet", "--project"]).args([project, Path::new("--output"), &output]);
    let run = command.env("XDG_CACHE_HOME", place.0.join("cache")).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    place
}

/// The judge has nothing against what is published in earnest.
#[test]
fn real_editions_are_innocent() {
    let mut projects = vec![PathBuf::from("."), PathBuf::from(PROJECT)];
    projects.extend(fs::read_dir("tests/editions").unwrap().map(|entry| entry.unwrap().path()));
    for (number, project) in projects.iter().enumerate() {
        let mut sources = BTreeMap::new();
        snapshot(&project.join("content"), "", &mut sources);
        sources.retain(|path, _| path.ends_with("index.md"));
        sources.insert(String::new(), fs::read_to_string(project.join("hexapla.toml")).unwrap());
        let judge = Judge::new(sources.values().map(String::as_str));
        let place = built(project, &format!("innocent-{number}"));
        let verdict = judge.folder(&place.0.join("built"));
        assert!(verdict.words.len() > 1_000, "{}: nothing was read", project.display());
        let wrong = verdict.wrong.join("\n");
        assert!(wrong.is_empty(), "{}:\n{wrong}", project.display());
    }
}

/// What the judge must refuse: `tests/attacks/broken.txt`.
#[test]
fn the_judge_can_find_guilty() {
    let own = project_files(Path::new(PROJECT));
    let judge = Judge::new(own.iter().map(String::as_str));
    let place = built(Path::new(PROJECT), "guilty");
    let folder = place.0.join("built/one/ar");
    let page = fs::read_to_string(folder.join("index.html")).unwrap();
    let mut book =
        zip::ZipArchive::new(fs::File::open(folder.join("one.ar.epub")).unwrap()).unwrap();
    let mut inside = |name: &str| {
        let mut text = String::new();
        std::io::Read::read_to_string(&mut book.by_name(name).unwrap(), &mut text).unwrap();
        text
    };
    let (text, package, picture) =
        (inside("EPUB/text.xhtml"), inside("EPUB/package.opf"), inside("EPUB/tree.svg"));
    let output = place.0.join("built");
    let feed = fs::read_to_string(output.join("ar/feed.atom")).unwrap();
    let map = fs::read_to_string(output.join("sitemap.xml")).unwrap();
    let mut tried = 0;
    for line in fs::read_to_string("tests/attacks/broken.txt").unwrap().lines() {
        if line.starts_with('#') {
            continue;
        }
        let [kind, put, wrong] = line.splitn(3, " | ").collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        let put = &characters(put);
        let (before, end) = match kind {
            "html" => (page.as_str(), "</article>"),
            "xhtml" => (text.as_str(), "</body>"),
            "opf" => (package.as_str(), "</package>"),
            "svg" => (picture.as_str(), "</svg>"),
            "atom" => (feed.as_str(), "</feed>"),
            "map" => (map.as_str(), "</urlset>"),
            _ => ("", ""),
        };
        let path = match kind {
            "map" => "sitemap.xml".to_owned(),
            _ => format!("one/ar/x.{kind}"),
        };
        assert!(
            before.is_empty() || judge.file(&path, before.as_bytes()).wrong.is_empty(),
            "{kind}"
        );
        let after = replaced(before, end, &format!("{put}{end}"));
        let found = match kind {
            "said" => said(put).into_iter().collect(),
            _ => judge.file(&path, after.as_bytes()).wrong,
        };
        assert!(found.iter().any(|what| what.contains(wrong)), "{line}\nfound: {found:?}");
        tried += 1;
    }
    assert!(tried > 40, "broken files: {tried}");
}

/// A text in which `\u{…}` is a character.
fn characters(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (number, rest) = part.split_once('}').unwrap();
        out.push(char::from_u32(u32::from_str_radix(number, 16).unwrap()).unwrap());
        out.push_str(rest);
    }
    out
}
