//! `alt-file-name`: a text alternative describes the image, and is not the name of its file.

use super::Rule;
use super::context::Context;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Block;
use crate::segment::Segment;

pub(super) const RULE: Rule = Rule {
    code: "alt-file-name",
    severity: Severity::Error,
    summary: "A text alternative says what the image shows; the name of a file says nothing to \
              somebody who cannot see it (WCAG 2.2, 1.1.1, failure F30).",
    run,
};

/// The suffixes of images that an edition can hold, and of those that authors have at hand.
const SUFFIXES: [&str; 12] =
    ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp", "tif", "tiff", "heic", "ico"];

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut paths = Vec::new();
    context.release.document.notes.iter().for_each(|note| figures(&note.blocks, &mut paths));
    figures(&context.release.document.blocks, &mut paths);
    let mut found = Vec::new();
    for leaf in context.written() {
        let figure = paths.iter().find(|(alt, _)| alt.id == leaf.segment.id);
        let Some((_, path)) = figure else { continue };
        let alt = leaf.text.plain();
        let words = alt.trim();
        if is_file_name(words, path) {
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

/// The figures of blocks: text alternative and path.
fn figures<'a>(blocks: &'a [Block<Segment>], all: &mut Vec<(&'a Segment, &'a str)>) {
    for block in blocks {
        match block {
            Block::Figure(figure) => all.push((&figure.alt, &figure.path)),
            Block::Section(section) => figures(&section.blocks, all),
            Block::Quotation(quotation) => figures(&quotation.blocks, all),
            Block::List(list) => list.items.iter().for_each(|item| figures(item, all)),
            Block::Definitions(definitions) => {
                let meanings = definitions.iter().flat_map(|one| &one.definitions);
                meanings.for_each(|blocks| figures(blocks, all));
            }
            Block::Alert(alert) => figures(&alert.blocks, all),
            Block::Paragraph(_) | Block::Table(_) | Block::Code(_) | Block::Break => {}
        }
    }
}
