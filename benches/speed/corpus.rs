//! A project of any size: press releases in six languages, the same for the same number and seed.

use std::fmt::Write as _;
use std::path::Path;
use std::{fs, iter};

use hexapla::diagnostic::SourceText;
use hexapla::files::Assets;
use hexapla::identity::{self, Lock};
use hexapla::markdown;

use crate::words::{ALL, Words};

const CONFIG: &str = "organisation = \"Benchmark\"\nsource-locale = \"en\"\nlocales = [\"ar\", \"zh\", \
                      \"en\", \"fr\", \"ru\", \"es\"]\n";

/// The name of the release with a number.
pub fn slug(index: usize) -> String {
    format!("{}-release-{index:04}", date(index))
}

fn date(index: usize) -> String {
    let (year, month, day) = (2021 + index / 336 % 79, index / 28 % 12 + 1, index % 28 + 1);
    format!("{year:04}-{month:02}-{day:02}")
}

/// Writes a project of `releases` releases; locks and references are `hexapla sync`'s to write.
pub fn write(folder: &Path, releases: usize, seed: u64) {
    put(folder, "hexapla.toml", CONFIG);
    for index in 0..releases {
        let slug = slug(index);
        let shape = seed.wrapping_mul(0x1000_0001).wrapping_add(index as u64);
        let source = release(&ALL[0], index, shape);
        put(folder, &format!("content/{slug}/index.md"), &source.text);
        let ids = ids(&source.text);
        for words in &ALL[1..] {
            let edition = release(words, index, shape);
            assert_eq!(ids.len(), edition.leaves.len(), "every leaf of {slug} has its words");
            let messages = ids.iter().zip(&edition.leaves);
            let lines: Vec<String> = messages.map(|(id, leaf)| format!("{id} = {leaf}")).collect();
            let text = lines.join("\n") + "\n";
            put(folder, &format!("locales/{}/{slug}.ftl", words.key), &text);
        }
    }
}

fn put(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().expect("it is below the folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

/// The ids of a source's messages, in the order of the text.
fn ids(text: &str) -> Vec<String> {
    let source = SourceText::new("index.md", text);
    let (parsed, found) = markdown::parse(&source, &Assets::new());
    assert!(found.is_empty(), "filler is sound: {found:?}");
    let document = identity::assign(&parsed.expect("it is sound").document, &Lock::default());
    document.leaves().into_iter().map(|segment| segment.id.to_string()).collect()
}

/// One release in one language: as Markdown, and its leaves in order as messages.
struct Release {
    text: String,
    leaves: Vec<String>,
}

/// Chance that is the same everywhere: `SplitMix64` (Steele, Lea and Flood, 2014).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let z = usize::try_from((z ^ (z >> 31)) >> 1).expect("usize has 64 bits");
        z % limit
    }
}

/// Writes a release in a language: the shape comes from one chance, the words from another.
struct Writer<'a> {
    words: &'a Words,
    common: Vec<&'a str>,
    shape: Chance,
    chance: Chance,
    links: usize,
    out: Release,
}

fn release(words: &Words, index: usize, shape: u64) -> Release {
    let language = ALL.iter().position(|one| one.key == words.key).expect("it is one of them");
    let mut writer = Writer {
        words,
        common: words.common.split_whitespace().collect(),
        shape: Chance(shape),
        chance: Chance(shape ^ ((language as u64 + 1) << 40)),
        links: 0,
        out: Release { text: String::new(), leaves: Vec::new() },
    };
    writer.front(index);
    writer.lead();
    writer.outcomes();
    writer.speeches("opening", 7);
    writer.speeches("closing", 5);
    writer.contact();
    writer.out
}

impl Writer<'_> {
    fn leaf(&mut self, words: String) {
        self.links = 0;
        self.out.leaves.push(words);
    }

    fn front(&mut self, index: usize) {
        let [title, description] = [self.phrase(9), self.sentence(18)];
        let [kind, place, _] = self.words.fixed.map(str::to_owned);
        self.out.text = format!(
            "+++\ntitle = \"{title}\"\ndescription = \"{description}\"\nkind = \"{kind}\"\ndate = \
             {}\nplace = \"{place}\"\n+++\n\n",
            date(index)
        );
        for words in [title, description, kind, place] {
            self.leaf(words);
        }
    }

    fn lead(&mut self) {
        for words in [62, 60, 48, 66, 72, 40, 84] {
            let words = words + self.shape.below(12) - 6;
            let linked = self.shape.below(5) < 3;
            let text = if linked { self.linked(words) } else { self.paragraph(words) };
            self.block("", &text);
        }
    }

    fn outcomes(&mut self) {
        self.heading(2, "outcomes");
        for number in 1..=4 {
            let item = self.paragraph(14);
            self.item(&format!("{number}. "), &item);
        }
        self.out.text.push('\n');
        for _ in 0..3 {
            let strong = format!("**{}**{}", self.phrase(3), self.words.signs[0]);
            let item = strong + &self.paragraph(8);
            self.item("- ", &item);
        }
        self.out.text.push('\n');
    }

    fn speeches(&mut self, session: &str, speakers: usize) {
        self.heading(2, session);
        for speaker in 1..=speakers {
            self.heading(3, &format!("{session}-{speaker}"));
            let paragraphs = [1, 1, 1, 2][self.shape.below(4)];
            for number in 1..=paragraphs {
                let words = 40 + self.shape.below(24);
                let [open, close] = self.words.quotes;
                let quoted = format!("{open}{}{close}", self.paragraph(words));
                self.block("> ", &quoted);
                if number < paragraphs {
                    // The next paragraph belongs to the same quotation.
                    self.out.text.truncate(self.out.text.len() - 1);
                    self.out.text.push_str(">\n");
                }
            }
            if self.shape.below(10) < 7 {
                let words = format!("{} {session} {speaker}", self.words.fixed[2]);
                let link = self.link(&words, &format!("{session}/{speaker}"));
                self.block("", &link);
            }
        }
    }

    fn contact(&mut self) {
        self.heading(2, "contact");
        let paragraph = self.linked(60);
        self.block("", &paragraph);
        for _ in 0..3 {
            let item = self.phrase(6);
            self.item("- ", &item);
        }
    }

    fn heading(&mut self, level: usize, anchor: &str) {
        let words = self.phrase(7);
        let _ = write!(self.out.text, "{} {words} {{#{anchor}}}\n\n", "#".repeat(level));
        self.leaf(words);
    }

    /// A block of one leaf; where the words hold a link, its number stands for the address.
    fn block(&mut self, mark: &str, words: &str) {
        let _ = write!(self.out.text, "{mark}{words}\n\n");
        self.leaf(numbered(words));
    }

    fn item(&mut self, mark: &str, words: &str) {
        let _ = writeln!(self.out.text, "{mark}{words}");
        self.leaf(numbered(words));
    }

    fn link(&mut self, words: &str, path: &str) -> String {
        self.links += 1;
        format!("[{words}](https://press.example.org/{path})")
    }

    /// A paragraph with a link behind its first sentence.
    fn linked(&mut self, words: usize) -> String {
        let label = self.phrase(4);
        let path = self.out.leaves.len();
        let link = self.link(&label, &format!("page-{path}"));
        let [gap, comma, stop] = self.words.signs;
        let first = self.clauses(12);
        let rest = self.paragraph(words - 16);
        let gap = if gap.is_empty() { "" } else { " " };
        format!("{first}{}{gap}{link}{}{gap}{rest}", comma.trim(), stop.trim())
    }

    fn paragraph(&mut self, words: usize) -> String {
        let mut left = words;
        let mut sentences = Vec::new();
        while left > 0 {
            let length = left.min(16 + self.chance.below(18));
            let length = if left - length < 5 { left } else { length };
            left -= length;
            sentences.push(self.sentence(length));
        }
        sentences.join(if self.words.signs[0].is_empty() { "" } else { " " })
    }

    fn sentence(&mut self, words: usize) -> String {
        self.clauses(words) + self.words.signs[2].trim()
    }

    fn clauses(&mut self, words: usize) -> String {
        let words = self.some(words);
        let [gap, comma, _] = self.words.signs;
        let parts: Vec<String> = words.chunks(9).map(|part| part.join(gap)).collect();
        capitalised(&parts.join(comma))
    }

    fn phrase(&mut self, words: usize) -> String {
        capitalised(&self.some(words).join(self.words.signs[0]))
    }

    /// As many words as say what this many English ones say; none twice in a row.
    fn some(&mut self, words: usize) -> Vec<String> {
        let count = (words * self.words.per_hundred).div_ceil(100);
        let mut last = usize::MAX;
        let next = || {
            let mut word = self.chance.below(self.common.len());
            if word == last {
                word = (word + 1) % self.common.len();
            }
            last = word;
            Some(self.common[word].to_owned())
        };
        iter::from_fn(next).take(count).collect()
    }
}

/// The words of a message: addresses are numbers there.
fn numbered(words: &str) -> String {
    let Some((before, rest)) = words.split_once("](") else { return words.to_owned() };
    let (_, after) = rest.split_once(')').expect("a link ends");
    format!("{before}][1]{after}")
}

fn capitalised(words: &str) -> String {
    let mut rest = words.chars();
    let first = rest.next().map(|c| c.to_uppercase().collect::<String>());
    first.unwrap_or_default() + rest.as_str()
}
