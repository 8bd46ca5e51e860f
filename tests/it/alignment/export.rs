//! The corpus and what Hexapla finds in it, for `tests/alignment/compare`.

use std::fs;

use serde_json::{Value, json};

use super::answer::{Block, Case};
use super::{cases, folder};

#[test]
#[ignore = "writes a file for tests/alignment/compare"]
fn export() {
    let mut all = Vec::new();
    for set in ["seen", "held-back"] {
        all.extend(cases(set).iter().map(|case| value(set, case)));
    }
    let file = folder().join("../../target/alignment.json");
    fs::write(file, serde_json::to_string(&all).unwrap()).unwrap();
}

fn value(set: &str, case: &Case) -> Value {
    let block = |block: &Block| json!({ "words": block.words, "right": block.right, "touched": block.touched });
    json!({
        "set": set,
        "name": case.name,
        "kind": case.kind,
        "title": case.title,
        "old_text": case.old_text,
        "new_text": case.new_text,
        "old": case.old.iter().map(block).collect::<Vec<_>>(),
        "new": case.new.iter().map(block).collect::<Vec<_>>(),
        "found": case.found(),
    })
}
