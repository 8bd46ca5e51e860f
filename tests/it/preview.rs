//! `hexapla preview`: the program is started on a port that is free, and asked as a browser, or
//! somebody else, would ask it.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long anything may take: far longer than it does.
const PATIENCE: Duration = Duration::from_mins(1);

/// A project of which the preview is running.
struct Preview {
    folder: PathBuf,
    program: Child,
    port: u16,
}

/// What was answered.
struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Preview {
    /// The preview of a copy of a project.
    fn new(name: &str, project: &str, arguments: &[&str]) -> Self {
        let folder = std::env::temp_dir().join(format!("hexapla-{}-{name}", std::process::id()));
        drop(fs::remove_dir_all(&folder));
        for part in ["content", "locales", "hexapla.toml"] {
            copy(&Path::new(project).join(part), &folder.join(part));
        }
        let mut command = Command::new(env!("CARGO_BIN_EXE_hexapla"));
        let command = command.args(["preview", "--plain", "--port", "0", "--project"]).arg(&folder);
        let mut program =
            command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut said = String::new();
        BufReader::new(program.stdout.take().unwrap()).read_line(&mut said).unwrap();
        let address = said.trim().strip_prefix("address: http://127.0.0.1:").expect(&said);
        let port = address.trim_end_matches('/').parse().unwrap();
        Self { folder, program, port }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    fn send(&self, request: &[u8]) -> Option<Answer> {
        let mut stream = self.connect();
        // A server that has heard enough may close before all is said.
        drop(stream.write_all(request));
        let mut bytes = Vec::new();
        drop(stream.read_to_end(&mut bytes));
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n")?;
        let status = head.strip_prefix("HTTP/1.1 ")?.get(..3)?.parse().ok()?;
        Some(Answer { status, head: head.to_owned(), body: body.to_owned() })
    }

    fn get(&self, path: &str) -> Answer {
        let request = format!("GET {path} HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", self.port);
        self.send(request.as_bytes()).expect(path)
    }

    /// Asks until the answer is as it is to be.
    fn until(&self, path: &str, holds: impl Fn(&Answer) -> bool) -> Answer {
        let begun = Instant::now();
        loop {
            let answer = self.get(path);
            if holds(&answer) {
                return answer;
            }
            assert!(begun.elapsed() < PATIENCE, "{path} stays: {}\n{}", answer.head, answer.body);
            sleep(Duration::from_millis(20));
        }
    }

    fn file(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    fn edit(&self, path: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.file(path)).unwrap();
        assert!(text.contains(from), "{path} has `{from}`");
        fs::write(self.file(path), text.replacen(from, to, 1)).unwrap();
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        drop(self.program.kill());
        drop(self.program.wait());
        drop(fs::remove_dir_all(&self.folder));
    }
}

fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap() {
            let entry = entry.unwrap();
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    } else {
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(from, to).unwrap();
    }
}

const MINIMAL: &str = "tests/editions/minimal";
const RELEASE: &str = "/2026-01-15-water";

#[test]
fn the_editions_are_those_that_are_published() {
    let preview = Preview::new("editions", MINIMAL, &[]);
    let output = preview.folder.join("built");
    let mut build = Command::new(env!("CARGO_BIN_EXE_hexapla"));
    let build = build.args(["build", "--quiet", "--incomplete", "--output"]).arg(&output);
    assert!(build.arg("--project").arg(&preview.folder).output().unwrap().status.success());
    let mut compared = 0;
    let mut folders = vec![output.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let below = path.strip_prefix(&output).unwrap().to_str().unwrap();
            let answer = preview.get(&format!("/{below}"));
            assert_eq!(answer.status, 200, "{below}");
            let published = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
            if path.extension().is_some_and(|ending| ending == "html") {
                assert!(!published.contains("_preview"), "{below}");
                let main = |text: &str| {
                    let start = text.find("<main").expect(below);
                    let end = text.find("<section id=\"_preview\"").or(text.find("</body>"));
                    text[start..end.expect(below)].trim_end().to_owned()
                };
                assert_eq!(main(&answer.body), main(&published), "{below}");
                let policy = "Content-Security-Policy: default-src 'none'; ";
                assert!(answer.head.contains(policy), "{below}: {}", answer.head);
            } else {
                assert_eq!(answer.body, published, "{below}");
                assert!(answer.head.contains("; sandbox"), "{below}: {}", answer.head);
            }
            compared += 1;
        }
    }
    assert!(compared >= 10, "{compared} files");
    // Nothing was written.
    assert!(!preview.file("output").exists());
    // A folder without its last `/` leads to itself with it, so that links in its page are right.
    let folder = preview.get(&format!("{RELEASE}/ar"));
    assert_eq!(folder.status, 307);
    assert!(folder.head.contains(&format!("\r\nLocation: {RELEASE}/ar/\r\n")), "{}", folder.head);
    let page = preview.get(&format!("{RELEASE}/ar/?a=b"));
    assert_eq!(page.status, 200);
    assert!(page.body.contains("<section id=\"_preview\" lang=\"ar\" dir=\"rtl\""));
    let head = format!("HEAD {RELEASE}/ar/ HTTP/1.1\r\nHost: [::1]:{}\r\n\r\n", preview.port);
    let head = preview.send(head.as_bytes()).unwrap();
    let length =
        |answer: &Answer| answer.head.split("Content-Length: ").nth(1).unwrap()[..4].to_owned();
    assert_eq!((head.status, &*head.body, length(&head)), (200, "", length(&page)));
}

#[test]
fn the_bar_says_what_is_open() {
    let preview = Preview::new("bar", MINIMAL, &[]);
    let ftl = "locales/ar/2026-01-15-water.ftl";
    let text = fs::read_to_string(preview.file(ftl)).unwrap();
    let place = text.lines().position(|line| line.starts_with("lead-p-")).unwrap();
    let id = text.lines().nth(place).unwrap().split(' ').next().unwrap();
    let page = preview.get(&format!("{RELEASE}/ar/"));
    let at = format!(">{ftl}:{}</code>", place + 1);
    assert!(page.body.contains(&at) && page.body.contains(&format!("data-copy=\"{id}\"")), "{at}");
    // A translation that is gone is open; an error is said at its message, with its place.
    let gone: Vec<_> = text.lines().filter(|line| !line.starts_with(id)).collect();
    let gone = gone.join("\n") + "\n";
    fs::write(preview.file(ftl), gone).unwrap();
    let page =
        preview.until(&format!("{RELEASE}/ar/"), |answer| answer.body.contains("غير مترجَم: 1"));
    assert!(page.body.contains(&format!("<li data-for=\"{id}\">")), "{}", page.body);
    fs::write(
        preview.file(ftl),
        text.replacen(&format!("{id} = "), &format!("{id} = <b>a</b>"), 1),
    )
    .unwrap();
    let page =
        preview.until(&format!("{RELEASE}/ar/"), |answer| answer.body.contains("(raw-html)"));
    assert!(page.body.contains(&format!("{ftl}:{}:", place + 1)), "{}", page.body);
    assert!(page.body.contains("هناك أخطاء"), "it would not be published");
    assert!(!page.body.contains("<b>a</b>"), "{}", page.body);
}

#[test]
fn a_save_is_told_and_shown() {
    let preview = Preview::new("save", MINIMAL, &[]);
    let mut events = BufReader::new(preview.connect());
    let request =
        format!("GET /_preview/events HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", preview.port);
    events.get_mut().write_all(request.as_bytes()).unwrap();
    let mut revision = || loop {
        let mut line = String::new();
        assert!(events.read_line(&mut line).unwrap() > 0, "the stream has ended");
        if let Some(revision) = line.trim_end().strip_prefix("data: ") {
            return revision.to_owned();
        }
    };
    let first = revision();
    let index = "content/2026-01-15-water/index.md";
    preview.edit(index, "title = \"", "title = \"Now: ");
    let second = revision();
    assert_ne!(first, second);
    let shown = |answer: &Answer| answer.body.contains("<h1>Now: ");
    let page = preview.until(&format!("{RELEASE}/en/"), shown);
    let told: u64 = page
        .body
        .split("data-revision=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .parse()
        .unwrap();
    assert!(told >= second.parse().unwrap());
    // The lists and the other formats know of it, too.
    assert!(preview.get("/en/").body.contains("Now: "));
    let text = format!("{RELEASE}/en/2026-01-15-water.en.txt");
    assert!(preview.get(&text).body.contains("Now: "));
    // A release that is new, and one that goes.
    copy(&preview.file("content/2026-01-15-water"), &preview.file("content/another"));
    preview.until("/another/en/", |answer| answer.status == 200);
    fs::remove_dir_all(preview.file("content/another")).unwrap();
    preview.until("/another/en/", |answer| answer.status == 404);
}

#[test]
fn broken_files_are_said_and_survived() {
    let preview = Preview::new("broken", MINIMAL, &[]);
    let page = format!("{RELEASE}/zh/");
    let stays = |words: &'static str| {
        move |answer: &Answer| {
            answer.status == 200 && answer.body.contains("<h1") && answer.body.contains(words)
        }
    };
    let settings = fs::read(preview.file("hexapla.toml")).unwrap();
    let ftl = fs::read(preview.file("locales/zh/2026-01-15-water.ftl")).unwrap();
    let index = fs::read(preview.file("content/2026-01-15-water/index.md")).unwrap();
    fs::write(preview.file("hexapla.toml"), "locales = [").unwrap();
    preview.until(&page, stays("hexapla.toml:1:"));
    preview.until("/zh/", stays("目前无法读取文件"));
    fs::remove_file(preview.file("hexapla.toml")).unwrap();
    preview.until(&page, stays("(no-project)"));
    fs::write(preview.file("hexapla.toml"), &settings).unwrap();
    preview.until(&page, |answer| !answer.body.contains("(no-project)"));
    fs::write(preview.file("locales/zh/2026-01-15-water.ftl"), b"a = \xff").unwrap();
    preview.until(&page, stays("(not-utf-8)"));
    fs::write(preview.file("locales/zh/2026-01-15-water.ftl"), &ftl[..ftl.len() / 2]).unwrap();
    preview.until(&page, stays("未翻译：1"));
    fs::write(preview.file("locales/zh/2026-01-15-water.ftl"), &ftl).unwrap();
    fs::write(preview.file("content/2026-01-15-water/index.md"), "+++\ntitle = \n").unwrap();
    preview.until(&page, stays("index.md:1:1"));
    fs::remove_dir_all(preview.file("content")).unwrap();
    preview.until(&page, |answer| answer.status == 404);
    fs::create_dir_all(preview.file("content/2026-01-15-water")).unwrap();
    fs::write(preview.file("content/2026-01-15-water/index.md"), "+++\ntitle = \n").unwrap();
    let broken = preview.until(&page, |answer| answer.status == 503);
    assert!(
        broken.body.contains("无法生成本页面") && broken.body.contains("index.md:1:1"),
        "{}",
        broken.body
    );
    fs::write(preview.file("content/2026-01-15-water/index.md"), index).unwrap();
    preview.until(&page, |answer| answer.status == 200 && answer.body.contains("<article>"));
    fs::rename(&preview.folder, preview.folder.with_extension("moved")).unwrap();
    preview.until(&page, stays("目前无法读取文件"));
    fs::rename(preview.folder.with_extension("moved"), &preview.folder).unwrap();
    preview
        .until(&page, |answer| answer.status == 200 && !answer.body.contains("目前无法读取文件"));
    preview.edit("locales/zh/2026-01-15-water.ftl", "meta-title = ", "meta-title = 新");
    preview.until(&page, |answer| answer.body.contains("<h1>新"));
}

#[test]
fn settings_that_were_never_right_have_a_page_that_says_so() {
    let folder = std::env::temp_dir().join(format!("hexapla-{}-wrong", std::process::id()));
    copy(Path::new(MINIMAL), &folder);
    fs::write(folder.join("hexapla.toml"), "locales = [").unwrap();
    let preview = Preview::new("never", folder.to_str().unwrap(), &[]);
    fs::remove_dir_all(folder).unwrap();
    let page = preview.get("/");
    assert_eq!(page.status, 503);
    assert!(
        page.body.contains("hexapla.toml:1:") && page.body.contains("This page cannot be made"),
        "{}",
        page.body
    );
    fs::copy(Path::new(MINIMAL).join("hexapla.toml"), preview.file("hexapla.toml")).unwrap();
    preview.until("/", |answer| answer.status == 200);
}

#[test]
fn pseudo_locales_and_single_releases_are_shown() {
    let preview = Preview::new("pseudo", MINIMAL, &["--locale", "en-XA,ar-XB", "2026-01-15-water"]);
    assert!(preview.get(&format!("{RELEASE}/ar-XB/")).body.contains("dir=\"rtl\""));
    assert_eq!(preview.get(&format!("{RELEASE}/en/")).status, 404);
}

/// A line of `requests.txt` as bytes.
fn bytes(line: &str, port: u16) -> Vec<u8> {
    let mut line = line.replace("PORT", &port.to_string());
    while let Some((before, after)) = line.split_once("20000x") {
        line = format!("{before}{}{}", after[..1].repeat(20_000), &after[1..]);
    }
    let mut bytes = Vec::new();
    let mut parts = line.split("\\x");
    bytes.extend_from_slice(parts.next().unwrap().as_bytes());
    for part in parts {
        bytes.push(u8::from_str_radix(&part[..2], 16).unwrap());
        bytes.extend_from_slice(&part.as_bytes()[2..]);
    }
    bytes
}

#[test]
fn hostile_requests_are_refused() {
    let preview = Preview::new("hostile", MINIMAL, &[]);
    let text = fs::read_to_string("tests/attacks/requests.txt").unwrap();
    let mut tried = 0;
    for row in text.split("\n? ").skip(1) {
        let mut lines = row.lines();
        let name = lines.next().unwrap();
        let mut request = Vec::new();
        let mut status = 0;
        for line in lines.take_while(|line| !line.is_empty()) {
            if let Some(line) = line.strip_prefix("= ") {
                status = line.parse().unwrap();
            } else {
                let line = line.strip_prefix('>').expect(line);
                request.extend(bytes(line.strip_prefix(' ').unwrap_or(line), preview.port));
                request.extend_from_slice(b"\r\n");
            }
        }
        request.extend_from_slice(b"\r\n");
        let answer = preview.send(&request).expect(name);
        assert_eq!(answer.status, status, "{name}: {}", answer.head);
        for secret in ["root:", "organisation", "Set-Cookie"] {
            assert!(!answer.head.contains(secret), "{name}: {}", answer.head);
            assert!(status == 200 || !answer.body.contains(secret), "{name}: {}", answer.body);
        }
        tried += 1;
    }
    assert!(tried > 25, "{tried} requests");
}

#[test]
fn clients_that_say_nothing_do_not_keep_others_out() {
    let preview = Preview::new("slow", MINIMAL, &[]);
    let mut idle: Vec<_> = (0..200).map(|_| preview.connect()).collect();
    for stream in &mut idle {
        drop(stream.write_all(b"GET / HTTP/1.1\r\nX: "));
    }
    // While they hold their places, others are told so at once; then their time is over.
    preview.until("/", |answer| answer.status == 200);
    drop(idle);
    preview.until("/", |answer| answer.status == 200);
}

#[test]
fn an_image_that_is_opened_alone_runs_nothing() {
    let preview = Preview::new("image", MINIMAL, &[]);
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    fs::write(preview.file("content/2026-01-15-water/a.svg"), svg).unwrap();
    let index = fs::read_to_string(preview.file("content/2026-01-15-water/index.md")).unwrap();
    fs::write(preview.file("content/2026-01-15-water/index.md"), index + "\n![A tree](a.svg)\n")
        .unwrap();
    preview.until(&format!("{RELEASE}/en/"), |answer| answer.body.contains("a.svg"));
    let image = preview.get(&format!("{RELEASE}/a.svg"));
    assert!(
        image.head.contains(
            "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; sandbox\r\n"
        ),
        "{}",
        image.head
    );
    assert!(image.head.contains("X-Content-Type-Options: nosniff"));
}

#[test]
fn a_port_that_is_taken_is_said() {
    let preview = Preview::new("taken", MINIMAL, &[]);
    let mut command = Command::new(env!("CARGO_BIN_EXE_hexapla"));
    let command = command.args(["preview", "--port", &preview.port.to_string(), "--project"]);
    let output = command.arg(&preview.folder).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains("another program listens on the port") && said.contains("--port 0"),
        "{said}"
    );
}
