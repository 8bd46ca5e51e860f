//! Which script a letter is of, as far as the signs beside it depend on it.

/// A letter of the Arabic script, or a digit or vowel sign of it; no punctuation, no tatweel.
pub(super) fn is_arabic(c: char) -> bool {
    let block = matches!(c, '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{8A0}'..='\u{8FF}'
        | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}');
    block && (c.is_alphanumeric() || is_harakah(c)) && c != '\u{640}'
}

/// A vowel sign or another mark on an Arabic letter.
pub(super) fn is_harakah(c: char) -> bool {
    matches!(c, '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6ED}')
}

/// [`char::is_alphabetic`], with the letters of most texts first: the table of all is slow.
pub(super) fn is_alphabetic(c: char) -> bool {
    match c {
        '\u{C0}'..='\u{D6}'
        | '\u{D8}'..='\u{F6}'
        | '\u{F8}'..='\u{2C1}'
        | '\u{400}'..='\u{481}'
        | '\u{620}'..='\u{64A}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}' => true,
        '\u{80}'..='\u{A9}'
        | '\u{AB}'..='\u{B4}'
        | '\u{60C}'
        | '\u{2000}'..='\u{206F}'
        | '\u{3000}'..='\u{3004}'
        | '\u{FF01}'..='\u{FF20}' => false,
        c => c.is_alphabetic(),
    }
}

/// [`char::is_alphanumeric`], as fast.
pub(super) fn is_alphanumeric(c: char) -> bool {
    is_alphabetic(c) || c.is_numeric()
}

/// A Chinese character.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_those_of_unicode() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_alphabetic(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_alphanumeric(c), c.is_alphanumeric(), "{c:?}");
        }
    }

    #[test]
    fn scripts() {
        assert!("كلمةًپ٣".chars().all(is_arabic) && "文〇".chars().all(is_han));
        assert!(!"،؟«\u{640}a1 ".chars().any(is_arabic) && !"。，a".chars().any(is_han));
    }
}
