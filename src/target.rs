//! The targets of links: what a reader is sent to.

/// The target of a link: http, https, mailto, tel or relative; checked when it was read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Target(String);

/// The schemes that a link may have; a relative target has none.
pub const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

impl Target {
    /// A target, or `None` when it is empty or `#`, its scheme is not in [`SCHEMES`], or it holds a
    /// character that no URL may hold (white space, controls, `<`, `>`, `"`, `\`).
    pub fn new(url: &str) -> Option<Self> {
        let bad = |c: char| c.is_whitespace() || c.is_control() || "<>\"\\".contains(c);
        if url.is_empty() || url == "#" || url.chars().any(bad) {
            return None;
        }
        let scheme = scheme(url);
        let fine = match &scheme {
            None => !url.starts_with("//"),
            Some(scheme) => SCHEMES.contains(&scheme.as_str()) && url.len() > scheme.len() + 1,
        };
        fine.then(|| Self(url.to_owned()))
    }

    /// The URL as it stands in the source.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The fragment, when the target is a place in the same release: `#opening-session`.
    pub fn fragment(&self) -> Option<&str> {
        self.0.strip_prefix('#')
    }

    /// The host of an http or https target, in lower case, without port and user.
    pub fn host(&self) -> Option<String> {
        let scheme = scheme(&self.0)?;
        let rest = self.0[scheme.len() + 1..].strip_prefix("//")?;
        let authority = rest.split(['/', '?', '#']).next()?;
        let host = authority.rsplit('@').next()?.split(':').next()?;
        Some(host.to_ascii_lowercase())
    }
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
        for fine in ["https://un.org/ar", "mailto:a@un.org", "tel:+1", "#a", "img/a:b", "../x"] {
            assert!(Target::new(fine).is_some(), "{fine}");
        }
        for bad in ["", "#", "javascript:x", "JavaScript:x", "data:,", "//evil", "a b", "https:"] {
            assert!(Target::new(bad).is_none(), "{bad}");
        }
        let host = |url: &str| Target::new(url).and_then(|target| target.host());
        assert_eq!(host("HTTPS://me@WWW.un.org:443/x"), Some("www.un.org".to_owned()));
        assert_eq!(host("mailto:a@un.org"), None);
    }
}
