//! `alt-file-name`: a text alternative describes the image, and is not the name of its file.

use super::context::Context;
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};

pub(super) const RULE: Rule =
    Rule { code: "alt-file-name", severity: Severity::Error, looks: Looks::Whole(run) };

/// The suffixes of images that an edition can hold, and of those that authors have at hand.
const SUFFIXES: [&str; 12] =
    ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp", "tif", "tiff", "heic", "ico"];

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let figures = context.release.document.figures();
    let mut found = Vec::new();
    for leaf in context.written() {
        let figure = figures.iter().find(|figure| figure.alt.id == leaf.segment.id);
        let Some(figure) = figure else { continue };
        let alt = leaf.text.plain();
        let words = alt.trim();
        if is_file_name(words, &figure.path) {
            let message = format!("the text alternative `{words}` is the name of a file");
            let help = "say in a sentence what the image shows";
            found.push(RULE.finding(message).at(leaf.place_of(words)).help(help));
        }
    }
    found
}

fn is_file_name(words: &str, path: &str) -> bool {
    let words = words.to_lowercase();
    let file = path.rsplit('/').next().unwrap_or(path).to_lowercase();
    // A sentence may end with the name of a file that a screenshot shows: one word may not.
    let suffix = words.rsplit_once('.').filter(|_| !words.contains(char::is_whitespace));
    words == file || suffix.is_some_and(|(_, suffix)| SUFFIXES.contains(&suffix))
}
