//! The words of a text.

use crate::markdown::is_cjk;

/// The words of a text; each Chinese character is a word of its own.
pub(super) fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = None;
    for (index, c) in text.char_indices() {
        let inside = c.is_alphanumeric() && !is_cjk(c);
        if inside {
            start.get_or_insert(index);
            continue;
        }
        if let Some(start) = start.take() {
            words.push(&text[start..index]);
        }
        if c.is_alphanumeric() {
            words.push(&text[index..index + c.len_utf8()]);
        }
    }
    words.extend(start.map(|start| &text[start..]));
    words
}

/// How many words a text has; each Chinese character is one.
pub fn count_words(text: &str) -> usize {
    words(text).len()
}
