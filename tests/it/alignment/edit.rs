//! What an author does to a draft, with the memory of where every byte came from.

/// A line of Markdown. In the corpus every block, item and row is one line.
#[derive(Clone, Default)]
pub struct Line {
    pub text: String,
    /// For each byte the block of the base that it belongs to.
    pub from: Vec<Option<usize>>,
    /// Whether the author moved it.
    pub moved: bool,
}

/// A document in the hands of an author.
#[derive(Clone)]
pub struct Draft {
    pub lines: Vec<Line>,
}

/// One case of the corpus.
pub struct Edit {
    pub kind: String,
    pub title: String,
    steps: Vec<Step>,
}

/// One thing done. Lines are named by words that stand in them.
enum Step {
    /// `-` and `+`: words of a block are changed. `-` and `*`: the words that are added are new.
    Change(String, String, Option<New>),
    /// `rewrite:`: other words for the same block.
    Rewrite(String, String),
    /// `insert after:` or `insert before:`.
    Insert(Place, Vec<String>),
    /// `cut:`, `cut section:`.
    Cut(Extent),
    /// `move:`, `move section:`.
    Move(Extent, Place),
    /// `split after:`: the rest of the block becomes another.
    Split(String),
    /// `join:`: the next block becomes a part of this one.
    Join(String),
}

struct New;

enum Place {
    Before(String),
    After(String),
    End,
}

enum Extent {
    Line(String),
    Section(String),
}

/// Reads a file of edits.
pub fn read(text: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    for part in text.split("\n== ") {
        let part = part.strip_prefix("== ").unwrap_or(part);
        let (head, body) = part.split_once('\n').unwrap();
        let (kind, title) = head.split_once(": ").unwrap();
        let steps = Reader { lines: body.lines().filter(|l| !l.is_empty()).collect() }.steps();
        edits.push(Edit { kind: kind.to_owned(), title: title.to_owned(), steps });
    }
    edits
}

struct Reader<'a> {
    lines: Vec<&'a str>,
}

impl Reader<'_> {
    fn steps(mut self) -> Vec<Step> {
        let mut steps = Vec::new();
        while !self.lines.is_empty() {
            let line = self.lines.remove(0);
            let step = if let Some(old) = line.strip_prefix("- ") {
                match self.signed("* ") {
                    Some(new) => Step::Change(old.to_owned(), new, Some(New)),
                    None => Step::Change(old.to_owned(), self.signed("+ ").unwrap(), None),
                }
            } else {
                self.named(line)
            };
            steps.push(step);
        }
        steps
    }

    fn named(&mut self, line: &str) -> Step {
        let (name, words) = line.split_once(": ").unwrap_or((line, ""));
        let words = words.to_owned();
        match name {
            "rewrite" => Step::Rewrite(words, self.signed("+ ").unwrap()),
            "insert after" => Step::Insert(Place::After(words), self.all_signed()),
            "insert before" => Step::Insert(Place::Before(words), self.all_signed()),
            "cut" => Step::Cut(Extent::Line(words)),
            "cut section" => Step::Cut(Extent::Section(words)),
            "move" => Step::Move(Extent::Line(words), self.place()),
            "move section" => Step::Move(Extent::Section(words), self.place()),
            "split after" => Step::Split(words),
            "join" => Step::Join(words),
            _ => panic!("no such step: {line}"),
        }
    }

    fn signed(&mut self, sign: &str) -> Option<String> {
        let words = self.lines.first()?.strip_prefix(sign)?.to_owned();
        self.lines.remove(0);
        Some(words)
    }

    fn all_signed(&mut self) -> Vec<String> {
        std::iter::from_fn(|| self.signed("+ ")).collect()
    }

    fn place(&mut self) -> Place {
        let line = self.lines.remove(0);
        match line.split_once(": ") {
            Some(("before", words)) => Place::Before(words.to_owned()),
            Some(("after", words)) => Place::After(words.to_owned()),
            _ if line == "end" => Place::End,
            _ => panic!("no such place: {line}"),
        }
    }
}

impl Draft {
    pub fn new(text: &str) -> Self {
        let lines = text.lines().filter(|line| !line.is_empty() && *line != ">");
        Self { lines: lines.map(fresh).collect() }
    }

    pub fn apply(&mut self, edit: &Edit) {
        for step in &edit.steps {
            match step {
                Step::Change(old, new, fresh) => self.change(old, new, fresh.as_ref()),
                Step::Rewrite(words, new) => {
                    let at = find(&self.lines, words);
                    let line = &mut self.lines[at];
                    let from = line.from.iter().copied().flatten().next();
                    line.from = vec![from; new.len()];
                    line.text.clone_from(new);
                }
                Step::Insert(place, new) => {
                    let at = self.at(place);
                    self.lines.splice(at..at, new.iter().map(|line| fresh(line)));
                }
                Step::Cut(extent) => {
                    self.take(extent);
                }
                Step::Move(extent, place) => {
                    let mut lines = self.take(extent);
                    for line in &mut lines {
                        line.moved = true;
                    }
                    let at = self.at(place);
                    self.lines.splice(at..at, lines);
                }
                Step::Split(words) => self.split(words),
                Step::Join(words) => self.join(words),
            }
        }
    }

    fn at(&self, place: &Place) -> usize {
        match place {
            Place::Before(words) => find(&self.lines, words),
            Place::After(words) => find(&self.lines, words) + 1,
            Place::End => self.lines.len(),
        }
    }

    fn take(&mut self, extent: &Extent) -> Vec<Line> {
        let range = match extent {
            Extent::Line(words) => {
                let at = find(&self.lines, words);
                at..at + 1
            }
            Extent::Section(words) => {
                let at = find(&self.lines, words);
                let level = level(&self.lines[at]).expect("a section begins with its heading");
                let ends = |line: &Line| self::level(line).is_some_and(|other| other <= level);
                let end = self.lines[at + 1..].iter().position(ends);
                at..end.map_or(self.lines.len(), |end| at + 1 + end)
            }
        };
        self.lines.drain(range).collect()
    }

    fn change(&mut self, old: &str, new: &str, fresh: Option<&New>) {
        let at = find(&self.lines, old);
        let line = &mut self.lines[at];
        let start = line.text.find(old).unwrap();
        assert_eq!(line.text.matches(old).count(), 1, "`{old}` stands twice in a line");
        let (olds, news): (Vec<_>, Vec<_>) = (old.split('|').collect(), new.split('|').collect());
        if olds.len() != news.len() {
            return line.replace(start, (old, new), fresh);
        }
        // Cell by cell, from the end.
        let mut end = start + old.len();
        for (old, new) in olds.iter().zip(news).rev() {
            line.replace(end - old.len(), (old, new), fresh);
            end = (end - old.len()).saturating_sub(1);
        }
    }

    fn split(&mut self, words: &str) {
        let at = find(&self.lines, words);
        let line = self.lines[at].clone();
        let end = line.text.find(words).unwrap() + words.len();
        let rest = end + (line.text.len() - end - line.text[end..].trim_start().len());
        let prefix = prefix(&line.text);
        let mut second = fresh(prefix);
        second.push(&line, rest);
        second.moved = line.moved;
        self.lines[at].text.truncate(end);
        self.lines[at].from.truncate(end);
        self.lines.insert(at + 1, second);
    }

    fn join(&mut self, words: &str) {
        let at = find(&self.lines, words);
        let next = self.lines.remove(at + 1);
        let line = &mut self.lines[at];
        if line.text.chars().next_back().is_some_and(|c| u32::from(c) < 0x3000) {
            line.text.push(' ');
            line.from.push(None);
        }
        line.push(&next, prefix(&next.text).len());
    }

    /// The file, the origin of each of its bytes, and whether the byte stands in a moved line.
    pub fn file(&self) -> (String, Vec<(Option<usize>, Moved)>) {
        let (mut text, mut bytes) = (String::new(), Vec::new());
        let mut before = "";
        for line in &self.lines {
            text.push_str(between(before, &line.text));
            bytes.resize(text.len(), (None, Moved(false)));
            text.push_str(&line.text);
            bytes.extend(line.from.iter().map(|from| (*from, Moved(line.moved))));
            before = &line.text;
        }
        text.push('\n');
        (text, bytes)
    }
}

#[derive(Clone, Copy)]
pub struct Moved(pub bool);

impl Line {
    /// Puts `new` in the place of `old`; only what differs is touched.
    fn replace(&mut self, start: usize, (old, new): (&str, &str), fresh: Option<&New>) {
        let same = |a: &str, b: &str| {
            a.chars().zip(b.chars()).take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum()
        };
        let (a, b): (String, String) = (old.chars().rev().collect(), new.chars().rev().collect());
        let tail: usize = same(&a, &b);
        let (old, new) = (&old[..old.len() - tail], &new[..new.len() - tail]);
        let head: usize = same(old, new);
        let range = start + head..start + old.len();
        let known = |from: &&Option<usize>| from.is_some();
        let near = self.from[range.start..].iter().find(known);
        let near = near.or_else(|| self.from[..range.start].iter().rfind(known));
        let from = match fresh {
            Some(New) => None,
            None => near.copied().flatten(),
        };
        self.from.splice(range.clone(), vec![from; new.len() - head]);
        self.text.replace_range(range, &new[head..]);
    }

    fn push(&mut self, other: &Line, start: usize) {
        self.text.push_str(&other.text[start..]);
        self.from.extend_from_slice(&other.from[start..]);
    }
}

fn fresh(text: &str) -> Line {
    Line { text: text.to_owned(), from: vec![None; text.len()], moved: false }
}

/// The one line that holds the words; `words#2` is the second of several.
fn find(lines: &[Line], words: &str) -> usize {
    let (words, nth) = match words.rsplit_once('#') {
        Some((words, nth)) if nth.parse::<usize>().is_ok() => (words, nth.parse::<usize>().ok()),
        _ => (words, None),
    };
    let found: Vec<usize> = (0..lines.len()).filter(|i| lines[*i].text.contains(words)).collect();
    match nth {
        Some(nth) => found[nth - 1],
        None if found.len() == 1 => found[0],
        None => panic!("`{words}` stands in {} lines", found.len()),
    }
}

fn level(line: &Line) -> Option<usize> {
    let rest = line.text.trim_start_matches('#');
    let level = line.text.len() - rest.len();
    (level > 0 && rest.starts_with(' ')).then_some(level)
}

/// The sign of a quotation or an item.
fn prefix(line: &str) -> &str {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let number = digits > 0 && line[digits..].starts_with(". ");
    match line {
        _ if number => &line[..digits + 2],
        _ if line.starts_with("> ") || line.starts_with("- ") => &line[..2],
        _ => "",
    }
}

/// What stands between two lines in the file.
fn between(before: &str, line: &str) -> &'static str {
    let item = |line: &str| !matches!(prefix(line), "" | "> ");
    let row = |line: &str| line.starts_with('|');
    let quote = |line: &str| line.starts_with("> ");
    match () {
        () if before.is_empty() => "",
        () if item(before) && item(line) || row(before) && row(line) => "\n",
        () if before.starts_with("> [!") => "\n",
        () if quote(before) && quote(line) => "\n>\n",
        () => "\n\n",
    }
}
