//! Which brackets and which quotation marks of a leaf belong together.

use super::view::View;
use crate::markdown::Hand;

/// The marks of one family.
#[derive(Default)]
pub(super) struct Pairs {
    /// Those that belong together, by the mark that opens.
    pub closed: Vec<Pair>,
    /// Those without a partner, in the order of the text.
    pub loose: Vec<usize>,
    open: Vec<usize>,
}

/// Two marks; indexes of signs.
#[derive(Clone, Copy)]
pub(super) struct Pair {
    pub open: usize,
    pub close: usize,
    /// How many pairs of the family stand around it.
    pub depth: usize,
}

/// What a mark does where it stands.
enum Role {
    Opens,
    /// Closes one of these.
    Closes(&'static [char]),
}

/// Round and square brackets, wide ones too: `（…)` is a pair, if not a fine one.
pub(super) fn brackets(view: &View<'_>) -> Pairs {
    Pairs::of(view, |_, _, c| match c {
        '(' | '（' | '[' | '［' | '【' => Some(Role::Opens),
        ')' | '）' => Some(Role::Closes(&['(', '（'])),
        ']' | '］' => Some(Role::Closes(&['[', '［'])),
        '】' => Some(Role::Closes(&['【'])),
        _ => None,
    })
}

/// Chinese marks of titles.
pub(super) fn titles(view: &View<'_>) -> Pairs {
    Pairs::of(view, |_, _, c| match c {
        '《' | '〈' => Some(Role::Opens),
        '》' => Some(Role::Closes(&['《'])),
        '〉' => Some(Role::Closes(&['〈'])),
        _ => None,
    })
}

/// Quotation marks, whichever they are. Single ones are none where `’` is an apostrophe.
pub(super) fn quotations(view: &View<'_>) -> Pairs {
    let language = view.language();
    let has_no_apostrophe = ["ar", "ru", "zh"].contains(&language);
    Pairs::of(view, |pairs, index, c| {
        let open = |c: char| pairs.open.iter().any(|index| view.signs[*index].c == c);
        match c {
            '"' if open('"') => Some(Role::Closes(&['"'])),
            // Inches, seconds.
            '"' if view.char_before(index).is_numeric() => None,
            '»' => Some(Role::Closes(&['«'])),
            '」' => Some(Role::Closes(&['「'])),
            '』' => Some(Role::Closes(&['『'])),
            '›' => Some(Role::Closes(&['‹'])),
            '“' if open('„') => Some(Role::Closes(&['„'])),
            // Arabic hands type either of the two first: neither is mirrored.
            '“' if language == "ar" && open('”') => Some(Role::Closes(&['”'])),
            '”' if language == "ar" && !open('“') => Some(Role::Opens),
            '”' => Some(Role::Closes(&['“', '„'])),
            '"' | '«' | '‹' | '„' | '“' | '「' | '『' => Some(Role::Opens),
            '‘' if has_no_apostrophe => Some(Role::Opens),
            '’' if has_no_apostrophe && open('‘') => Some(Role::Closes(&['‘'])),
            _ => None,
        }
    })
}

/// How many marks may be open at once: nobody reads deeper, and every mark looks for its partner
/// among them.
const MOST_OPEN: usize = 64;

impl Pairs {
    fn of(view: &View<'_>, role: impl Fn(&Self, usize, char) -> Option<Role>) -> Self {
        let mut pairs = Self::default();
        for (index, sign) in view.signs.iter().enumerate() {
            if !matches!(sign.hand, Hand::Own | Hand::Fixed) {
                continue;
            }
            match role(&pairs, index, sign.c) {
                Some(Role::Opens) => {
                    if pairs.open.len() == MOST_OPEN {
                        let outermost = pairs.open.remove(0);
                        pairs.loose.push(outermost);
                    }
                    pairs.open.push(index);
                }
                Some(Role::Closes(openers)) => pairs.close(view, index, openers),
                None => {}
            }
        }
        let left = std::mem::take(&mut pairs.open);
        pairs.loose.extend(left);
        pairs.loose.sort_unstable();
        pairs.closed.sort_unstable_by_key(|pair| pair.open);
        pairs
    }

    fn close(&mut self, view: &View<'_>, close: usize, openers: &[char]) {
        let partner = self.open.iter().rposition(|open| openers.contains(&view.signs[*open].c));
        let Some(depth) = partner else { return self.loose.push(close) };
        self.loose.extend(self.open.drain(depth + 1..));
        let open = self.open.pop().expect("the partner is the last that is left");
        self.closed.push(Pair { open, close, depth });
    }
}
