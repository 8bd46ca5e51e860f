//! Putting the bar and the script into a page that was made to be published.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::bar::{Bar, ID};
use crate::catalog::Remark;
use crate::write::html::hash;
use crate::write::node::{self, Raw, element};

/// The script and the style sheet of the bar, with the hashes by which a policy allows them.
struct Own {
    script: Raw<'static>,
    style: Raw<'static>,
    hashes: [String; 2],
}

/// They are made from nothing but what the program is compiled from.
static OWN: LazyLock<Own> = LazyLock::new(|| {
    let (script, style) = (include_str!("bar.js"), include_str!("bar.css"));
    Own {
        hashes: [script, style].map(hash),
        script: Raw::new(script).expect("our own script"),
        style: Raw::new(style).expect("our own style sheet"),
    }
});

/// What marks the place of the page's own policy.
const POLICY: &str = "http-equiv=\"Content-Security-Policy\" content=\"";

/// A page with its bar, and the policy under which it runs. `None`: it is no page of ours.
pub(super) fn dress(page: &str, bar: &Bar<'_>) -> Option<(String, String)> {
    let (before, rest) = page.split_once(POLICY)?;
    let (own, rest) = rest.split_once('"')?;
    let (head, rest) = rest.split_once("</head>")?;
    let (body, end) = rest.rsplit_once("</body>")?;
    let policy = widened(own);
    let style = node::part(&element("style").child(OWN.style.clone()).into());
    let script = node::part(&element("script").child(OWN.script.clone()).into());
    let skip = element("a").attribute("class", "skip").attribute("href", format!("#{ID}-name"));
    let skip = skip.attributes(super::bar::language(&bar.tool.locale));
    let skip = node::part(&skip.text(bar.tool.say(Remark::SkipToBar)).into());
    let skip = if bar.is_empty() { String::new() } else { skip };
    // It comes after the page's own skip link, which is the first in the body.
    let at = body
        .find("class=\"skip\"")
        .and_then(|at| Some(at + body[at..].find("</a>")? + "</a>".len()));
    let at =
        at.or_else(|| Some(body.find("<body")? + body[body.find("<body")?..].find('>')? + 1))?;
    let (start, body) = body.split_at(at);
    let bar: String = bar.nodes().iter().map(node::part).collect();
    let dressed = [
        before, POLICY, &policy, "\"", head, &style, &script, "</head>", start, &skip, body, &bar,
        "</body>", end,
    ];
    Some((dressed.concat(), policy))
}

/// A page's policy that lets the script of the preview run, too, and lets it ask for the page again.
fn widened(policy: &str) -> String {
    let [script, style] = &OWN.hashes;
    let mut parts: Vec<String> = Vec::new();
    let mut wanted = vec![("script-src", script.as_str()), ("style-src", style.as_str())];
    for part in policy.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let name = part.split(' ').next().unwrap_or_default();
        let more =
            wanted.iter().position(|(known, _)| *known == name).map(|at| wanted.remove(at).1);
        parts.push(more.map_or_else(|| part.to_owned(), |more| format!("{part} {more}")));
    }
    parts.extend(wanted.into_iter().map(|(name, hash)| format!("{name} {hash}")));
    parts.push("connect-src 'self'".to_owned());
    parts.join("; ")
}

/// The ids of a page.
pub(super) fn ids(page: &str) -> BTreeSet<&str> {
    page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Tool;

    #[test]
    fn the_bar_comes_last_and_its_script_alone_may_run() {
        let page = "<!DOCTYPE html>\n<html lang=\"zh\">\n<head>\n<meta http-equiv=\"Content-Security-Policy\" \
            content=\"default-src 'none'; style-src 'sha256-a'; img-src 'self'\">\n</head>\n<body>\
            <a class=\"skip\" href=\"#_main\">跳到</a><main id=\"_main\">正文 &lt;/body></main>\n</body>\n</html>\n";
        let bar = Bar {
            tool: Tool::new("zh"),
            galley: None,
            found: Vec::new(),
            ids: ids(page),
            notices: vec![Remark::Older],
            revision: 7,
        };
        assert!(bar.ids.contains("_main"));
        let (dressed, policy) = dress(page, &bar).unwrap();
        let order = [
            "'sha256-a' 'sha256-",
            "<script>",
            "跳到</a>",
            "跳到译者工具栏</a>",
            "正文",
            "目前无法读取",
            "</body>",
        ];
        let places: Vec<_> = order.iter().map(|words| dressed.find(words).expect(words)).collect();
        assert!(places.is_sorted(), "{places:?}");
        assert!(dressed.contains("data-revision=\"7\""));
        assert_eq!(dressed.matches("<script>").count(), 1);
        assert!(policy.starts_with("default-src 'none'; style-src 'sha256-a' 'sha256-"));
        assert!(
            policy.contains("; script-src 'sha256-") && policy.ends_with("; connect-src 'self'")
        );
        assert!(!policy.contains("unsafe"));
        assert!(dress("<p>", &bar).is_none());
    }
}
