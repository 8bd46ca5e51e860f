//! Which known name a mistyped one may stand for.

use strsim::normalized_damerau_levenshtein;

/// How much of two names has to be the same for one to be the other, mistyped.
const LIKE: f64 = 0.6;

/// Longer names are not compared: nobody mistypes those, and the comparison takes time and memory as
/// the product of the lengths.
const LONGEST: usize = 200;

/// The nearest of the known names by the letters that are wrong, missing, too many or swapped
/// (Damerau and Levenshtein); of several that are as near, the first. `None`: none is near.
pub fn nearest<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    if name.len() > LONGEST {
        return None;
    }
    let near = known.iter().filter(|known| known.len() <= LONGEST).map(|known| {
        let likeness = normalized_damerau_levenshtein(name, known);
        (likeness, *known)
    });
    let near = near.filter(|(likeness, _)| *likeness >= LIKE);
    near.reduce(|best, one| if one.0 > best.0 { one } else { best }).map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_every_kind() {
        let known = ["organisation", "formats", "wrap", "منظمة", "机构名称"];
        for (slip, meant) in [
            ("منطمة", "منظمة"),
            ("机构各称", "机构名称"),
            ("organization", "organisation"),
            ("format", "formats"),
            ("warp", "wrap"),
            ("fromats", "formats"),
        ] {
            assert_eq!(nearest(slip, &known), Some(meant), "{slip}");
        }
        for other in ["", "x", "colour", &"organisation".repeat(100)] {
            assert_eq!(nearest(other, &known), None, "{other}");
        }
        assert_eq!(nearest("lone", &["long", "line"]), Some("long"));
    }
}
