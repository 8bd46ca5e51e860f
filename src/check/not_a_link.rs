//! `not-a-link`: a link or picture that Markdown did not take for one.

use super::context::{Context, Leaf};
use super::prose::all;
use super::{Looks, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Inline;

pub(super) const RULE: Rule =
    Rule { code: "not-a-link", severity: Severity::Warning, looks: Looks::Whole(run) };

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    context.written().filter_map(check).collect()
}

fn check(leaf: &Leaf<'_>) -> Option<Diagnostic> {
    if !all(leaf).contains(['!', ']']) {
        return None;
    }
    let mut words = String::new();
    for paragraph in &leaf.text.paragraphs {
        push_words(paragraph, &mut words);
        words.push('\n');
    }
    let raw = leaf.raw();
    let sign = signs(&words).into_iter().find(|sign| !is_meant(sign, raw))?;
    let help = "write `[words][1]` or `[words](address)`: nothing stands between `]` and `(`, and \
                an address or the name of a file holds no spaces; signs that are meant as signs \
                have a backslash, `\\[`";
    let problem = RULE.finding("this looks like a link or a picture and is published as signs");
    Some(problem.at(leaf.place_of(sign)).help(help))
}

/// What a reader sees, except code; code parts the words around it.
fn push_words(inlines: &[Inline], words: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => words.push_str(text),
            Inline::Code(_) | Inline::Break | Inline::NoteRef(_) => words.push('\u{FFFC}'),
            Inline::Span(_, content) => push_words(content, words),
        }
    }
}

/// The signs of links and pictures in words: `](`, `![`, and an address in brackets, also those of
/// Chinese, that stands apart from its words.
fn signs(words: &str) -> Vec<&str> {
    let pictures = words.match_indices("![");
    let links = words.match_indices(']').filter_map(|(at, _)| {
        let rest = &words[at + 1..];
        let bracket = rest.trim_start_matches(' ');
        let inside = bracket.strip_prefix(['(', '（'])?;
        let end = words.len() - inside.len();
        let address = ["http:", "https:", "mailto:", "www."];
        let touches = rest.starts_with('(');
        let leads = address.iter().any(|start| inside.starts_with(start));
        (touches || leads).then_some((at, &words[at..end]))
    });
    let mut all: Vec<_> = pictures.chain(links).collect();
    all.sort_unstable();
    all.into_iter().map(|(_, sign)| sign).collect()
}

/// Whether the signs are written with a backslash: on purpose.
fn is_meant(sign: &str, raw: &str) -> bool {
    let (first, rest) = sign.split_at(1);
    raw.contains(&format!("\\{sign}")) || raw.contains(&format!("{first}\\{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_links() {
        for (words, found) in [
            ("انظر [البرنامج](ملف واحد.pdf).", "]("),
            ("见[日程]（https://un.org/）。", "]（"),
            ("![a](b c.png)", "!["),
            ("[a] (https://un.org/)", "] ("),
            ("[a]  (www.un.org)", "]  ("),
        ] {
            assert_eq!(signs(words).first(), Some(&found), "{words}");
        }
        for words in ["قال [السيد] (2021)", "[注]（见下）", "a[1] (b)", "! [x]", "(a)[b]"]
        {
            assert!(signs(words).is_empty(), "{words}");
        }
        assert!(is_meant("](", "\\[a\\](b c)") && is_meant("![", "!\\[a]"));
        assert!(!is_meant("](", "\\[a] and [a](b c)"));
    }
}
