//! How long large documents take: `cargo test --release --test it alignment::large -- --ignored --nocapture`.

use std::time::{Duration, Instant};

use hexapla::identity::{self, Lock};

use super::answer::parse;

/// Paragraphs of 8 to 47 words that have much in common, as paragraphs of one text have.
fn paragraphs(count: usize, seed: usize) -> Vec<String> {
    let mut state = seed;
    let mut next = |below: usize| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let mut paragraph = |index: usize| {
        let words: Vec<String> = (0..8 + next(40)).map(|_| format!("w{}", next(600))).collect();
        let heading =
            if index.is_multiple_of(12) { format!("## Part {index}\n\n") } else { String::new() };
        format!("{heading}{}", words.join(" "))
    };
    (0..count).map(&mut paragraph).collect()
}

fn time(old: &[String], new: &[String]) -> Duration {
    let before = identity::assign(&parse(&old.join("\n\n")), &Lock::default());
    let mut lock = Lock::default();
    lock.set_segments(before.leaves().into_iter());
    let after = parse(&new.join("\n\n"));
    let start = Instant::now();
    identity::assign(&after, &lock);
    start.elapsed()
}

#[test]
#[ignore = "a measurement"]
#[expect(clippy::print_stdout, reason = "the report of a measurement")]
fn large_documents() {
    let equal = vec!["The same words again and again".to_owned(); 20_000];
    println!("20,000 equal, one less: {:?}", time(&equal, &equal[1..]));
    let old = paragraphs(10_000, 1);
    println!("10,000, nothing changed: {:?}", time(&old, &old));
    let some = |step: usize| -> Vec<String> {
        let edit = |(i, text): (usize, &String)| {
            if i.is_multiple_of(step) { format!("{text} and more") } else { text.clone() }
        };
        old.iter().enumerate().map(edit).collect()
    };
    println!("10,000, one in ten edited: {:?}", time(&old, &some(10)));
    println!("10,000, each edited: {:?}", time(&old, &some(1)));
    println!("190, each edited: {:?}", time(&old[..190], &some(1)[..190]));
    let back: Vec<String> = old.iter().rev().cloned().collect();
    println!("10,000, in reverse: {:?}", time(&old, &back));
    println!("10,000 against 10,000 others: {:?}", time(&old, &paragraphs(10_000, 2)));
}
