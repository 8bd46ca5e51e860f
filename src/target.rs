//! The targets of links: what a reader is sent to.

use crate::locale::is_direction_control;

/// The target of a link: http, https, mailto, tel or relative; checked when it was read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Target(String);

/// The schemes that a link may have; a relative target has none.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

impl Target {
    /// A target, or `None` when it is empty or `#`, its scheme is none of the four, it has no host
    /// where its scheme needs one, or it holds what no URL may hold (RFC 3986 §2): white space,
    /// controls, `<>"\^|` and braces, brackets outside a host, `%` without two hexadecimal digits;
    /// what no IRI may (RFC 3987 §2.2): private use, noncharacters, specials such as U+FFFD, tags;
    /// what turns its direction (RFC 3987 §4.1), which could show another address than it is; a user
    /// before the host, which could be taken for the host.
    pub fn new(url: &str) -> Option<Self> {
        let marks = ['\u{61C}', '\u{200E}', '\u{200F}'];
        let turns = |c: char| is_direction_control(c) || marks.contains(&c);
        let bad = |c: char| {
            c.is_whitespace() || "<>\"\\^`{|}".contains(c) || turns(c) || !may_be_in_iri(c)
        };
        if url.is_empty() || url == "#" || url.chars().any(bad) || !escapes_are_whole(url) {
            return None;
        }
        let target = Self(url.to_owned());
        let scheme = scheme(url);
        let (fine, rest) = match scheme.as_deref() {
            // RFC 3986 §4.2: in a relative target, no colon stands before the first slash.
            None => (!url.starts_with("//") && !first_part(url).contains(':'), url),
            Some("http" | "https") => {
                let rest = target.behind_authority();
                let named = target.host().is_some_and(|host| !host.is_empty());
                (named && !url[..url.len() - rest.len()].contains('@'), rest)
            }
            Some(scheme) => {
                (SCHEMES.contains(&scheme) && url.len() > scheme.len() + 1, &url[scheme.len()..])
            }
        };
        (fine && !rest.contains(['[', ']'])).then_some(target)
    }

    /// What follows the host of an http or https URL: path, query, fragment.
    fn behind_authority(&self) -> &str {
        let rest = self.0.split_once("//").map_or("", |(_, rest)| rest);
        rest.find(['/', '?', '#']).map_or("", |at| &rest[at..])
    }

    /// The URL as it stands in the source.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The fragment, when the target is a place in the same release: `#opening-session`.
    pub fn fragment(&self) -> Option<&str> {
        self.0.strip_prefix('#')
    }

    /// The host of an http or https target, in lower case, without port.
    pub fn host(&self) -> Option<String> {
        let scheme = scheme(&self.0)?;
        let rest = self.0[scheme.len() + 1..].strip_prefix("//")?;
        let host = rest.split(['/', '?', '#']).next()?;
        let host = match host.find(']') {
            Some(end) if host.starts_with('[') => &host[..=end],
            Some(_) | None => host.split(':').next()?,
        };
        Some(host.to_ascii_lowercase())
    }
}

/// Whether RFC 3987 §2.2 knows a character as one of an IRI (`ucschar`), or it is ASCII and no
/// control; nor is it one of the controls that Unicode deprecates.
fn may_be_in_iri(c: char) -> bool {
    match c {
        '\u{206A}'..='\u{206F}' => false,
        '\0'..='\x7F' => !c.is_control(),
        '\u{A0}'..='\u{D7FF}' | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFEF}' => true,
        '\u{10000}'..='\u{DFFFD}' | '\u{E1000}'..='\u{EFFFD}' => u32::from(c) & 0xFFFE != 0xFFFE,
        _ => false,
    }
}

/// What stands before the first slash, query or fragment.
fn first_part(url: &str) -> &str {
    url.find(['/', '?', '#']).map_or(url, |at| &url[..at])
}

/// Whether every `%` begins an escape of two hexadecimal digits.
fn escapes_are_whole(url: &str) -> bool {
    url.split('%')
        .skip(1)
        .all(|rest| rest.len() >= 2 && rest.bytes().take(2).all(|byte| byte.is_ascii_hexdigit()))
}

/// The scheme of a URL in lower case (RFC 3986 §3.1), if it has one.
fn scheme(url: &str) -> Option<String> {
    let (scheme, _) = url.split_once(':')?;
    let fits = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
    let starts = scheme.starts_with(|c: char| c.is_ascii_alphabetic());
    // `a/b:c` and `#a:b` are relative; `ja vascript:` has been refused before.
    (starts && scheme.chars().all(fits)).then(|| scheme.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets() {
        for fine in [
            "https://un.org/ar",
            "mailto:a@un.org",
            "tel:+1",
            "#a",
            "img/a:b",
            "../x",
            "a%20b",
            "https://ar.wikipedia.org/wiki/سلام",
            "https://un.org/和平/𠀀",
            "http://[::1]/",
            "HTTP://un.org?a",
            "https://un.org/@a",
            "mailto:a@un.org?subject=x",
        ] {
            assert!(Target::new(fine).is_some(), "{fine}");
        }
        for bad in [
            "",
            "#",
            "javascript:x",
            "JavaScript:x",
            "data:,",
            "//evil",
            "a b",
            "https:",
            "https://",
            "http:x",
            "https://x.org/%zz",
            "https://x.org/%4",
            "https://x.org/[]",
            "a|b",
            "x^y",
            "ht**s://un.org/",
            "ص:x",
            "1:2",
            "https://x.org/\u{202E}gro",
            "https://x.org/\u{200F}",
            "https://un.org@evil.example/",
            "https://me:secret@un.org",
            "https://www.u\u{FFFD}n.org/",
            "https://un.org/\u{FDD0}",
            "https://un.org/\u{1FFFE}",
            "https://un.org/\u{E0041}",
            "https://un.org/\u{E000}",
            "https://un.org/\u{206A}",
        ] {
            assert!(Target::new(bad).is_none(), "{bad}");
        }
        let host = |url: &str| Target::new(url).and_then(|target| target.host());
        assert_eq!(host("HTTPS://WWW.un.org:443/x"), Some("www.un.org".to_owned()));
        assert_eq!(host("http://[::1]:80/"), Some("[::1]".to_owned()));
        assert_eq!(host("mailto:a@un.org"), None);
    }
}
