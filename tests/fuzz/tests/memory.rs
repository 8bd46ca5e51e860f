//! What is taken at most, for the least input and for the densest: the figures of README.md.

use hexapla_fuzz::{heap, target};

/// Bytes of the densest inputs.
const SIZE: usize = 4 << 10;

const FRONT: &str = "+++\ntitle = \"T\"\ndescription = \"D\"\ndate = 2026-01-15\n+++\n\n";

fn taken(name: &str, input: &str) -> usize {
    heap::most();
    target(name).expect("a target")(input.as_bytes());
    heap::most()
}

#[test]
fn memory_stays_within_its_bounds() {
    let base = taken("translation", "");
    println!("the project of home/: {} KiB", base >> 10);
    assert!(base < heap::BASE / 4, "{base}");
    let least = taken("markdown", FRONT);
    for unit in ["- a\n", "a\n\n", "## ع\n\n", "> a\n\n", "*a* ", "[a](b) ", "`a` ", "<br>", "中"]
    {
        let input = format!("{FRONT}{}", unit.repeat(SIZE / unit.len()));
        let more = taken("markdown", &input).saturating_sub(least);
        println!("{unit:?}: {} times the input", more / SIZE);
    }
    for unit in ["a = b\n", "=\n", "#\n", "-a = b\n"] {
        let more = taken("translation", &unit.repeat(SIZE / unit.len()));
        println!("{unit:?}: {} times the input", more.saturating_sub(base) / SIZE);
    }
}
