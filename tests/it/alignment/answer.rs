//! A case: a document before and after an edit, and which block of the one is which of the other.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use hexapla::diagnostic::SourceText;
use hexapla::document::Document;
use hexapla::files::Assets;
use hexapla::identity::{self, Lock};
use hexapla::markdown;
use hexapla::segment::{Kind, Segment, Source};

use super::edit::{Draft, Edit};

const FRONT: &str = "+++\ntitle = \"T\"\ndescription = \"D\"\ndate = 2026-11-24\n+++\n\n";

pub struct Case {
    pub name: String,
    pub kind: String,
    pub title: String,
    pub old_text: String,
    pub new_text: String,
    pub old: Vec<Block>,
    pub new: Vec<Block>,
}

/// A block as a translator meets it.
pub struct Block {
    pub kind: Kind,
    pub range: Range<usize>,
    pub words: String,
    /// The old blocks that are right for a new one; the first is the one it has most from.
    pub right: Vec<usize>,
    /// Whether the author changed its words, its place or its kind, or made it.
    pub touched: bool,
}

impl Case {
    pub fn new(name: &str, base: &Draft, edit: Edit) -> Self {
        let mut draft = base.clone();
        let (old_text, _) = draft.file();
        let old: Vec<Block> = blocks(&old_text);
        mark(&mut draft, &old);
        draft.apply(&edit);
        let (new_text, bytes) = draft.file();
        let mut new = blocks(&new_text);
        let shares: Vec<BTreeMap<usize, usize>> = new
            .iter()
            .map(|block| {
                let mut shares = BTreeMap::new();
                for (i, c) in new_text[block.range.clone()].char_indices() {
                    let from = bytes[block.range.start + i].0;
                    if let Some(from) = from.filter(|_| c.is_alphanumeric()) {
                        *shares.entry(from).or_insert(0) += 1;
                    }
                }
                shares
            })
            .collect();
        let main = |shares: &BTreeMap<usize, usize>| {
            shares.iter().max_by_key(|(from, n)| (**n, usize::MAX - **from)).map(|(from, _)| *from)
        };
        let mains: BTreeSet<usize> = shares.iter().filter_map(main).collect();
        for (block, shares) in new.iter_mut().zip(&shares) {
            let main = main(shares);
            let merged = shares.keys().copied().filter(|from| !mains.contains(from));
            block.right = main.into_iter().chain(merged).collect();
            let moved = bytes[block.range.clone()].iter().any(|(_, moved)| moved.0);
            let same = |old: &Block| old.words == block.words && old.kind == block.kind;
            block.touched = moved || block.right.len() != 1 || !same(&old[block.right[0]]);
        }
        let Edit { kind, title, .. } = edit;
        Self { name: name.to_owned(), kind, title, old_text, new_text, old, new }
    }

    /// For each new block the old one whose id it has.
    pub fn found(&self) -> Vec<Option<usize>> {
        self.found_in(&self.new_text)
    }

    pub fn found_in(&self, text: &str) -> Vec<Option<usize>> {
        let before = identity::assign(&parse(&self.old_text), &Lock::default());
        let mut lock = Lock::default();
        lock.set_segments(before.leaves().into_iter());
        let after = identity::assign(&parse(text), &lock);
        let ids = |document: &Document<Segment>| -> Vec<String> {
            let leaves = document.leaves();
            leaves.iter().filter(|s| s.kind != Kind::Meta).map(|s| s.id.to_string()).collect()
        };
        let old: BTreeMap<String, usize> = ids(&before).into_iter().zip(0..).collect();
        ids(&after).iter().map(|id| old.get(id).copied()).collect()
    }
}

pub fn parse(text: &str) -> Document<Source> {
    let source = SourceText::new("index.md", format!("{FRONT}{text}"));
    assert_eq!(source.text().len(), FRONT.len() + text.len(), "the corpus is NFC");
    let (parsed, problems) = markdown::parse(&source, &Assets::new());
    assert_eq!(problems, [], "{text}");
    parsed.unwrap().document
}

/// The blocks that are translated.
fn blocks(text: &str) -> Vec<Block> {
    let document = parse(text);
    let leaves = document.leaves();
    let body = leaves.iter().filter(|leaf| leaf.kind != Kind::Meta);
    let block = |leaf: &&&Source| {
        let range = leaf.range.start - FRONT.len()..leaf.range.end - FRONT.len();
        let words = text[range.clone()].trim().to_owned();
        Block { kind: leaf.kind, range, words, right: Vec::new(), touched: false }
    };
    body.map(|leaf| block(&leaf)).collect()
}

/// Writes into the draft which block each byte belongs to.
fn mark(draft: &mut Draft, blocks: &[Block]) {
    let (text, _) = draft.file();
    let mut start = 0;
    for line in &mut draft.lines {
        start += text[start..].find(&line.text).unwrap();
        for (index, block) in blocks.iter().enumerate() {
            for byte in block.range.clone() {
                if (start..start + line.text.len()).contains(&byte) {
                    line.from[byte - start] = Some(index);
                }
            }
        }
        start += line.text.len();
    }
}
