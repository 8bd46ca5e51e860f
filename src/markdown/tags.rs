//! The inline HTML that words may hold: a closed list, checked tag by tag.

use unic_langid::LanguageIdentifier;

use crate::document::Mark;
use crate::locale::Direction;

/// One tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// `<br>`
    Break,
    /// `<strong>` …
    Open(&'static str, Mark),
    /// `</strong>` …
    Close(&'static str),
    /// `<!-- … -->` with what stands in it.
    Comment(String),
}

/// The elements that words may hold, and the attributes of each.
const ALLOWED: [(&str, &[&str]); 11] = [
    ("abbr", &["title"]),
    ("bdi", &[]),
    ("br", &[]),
    ("cite", &["lang"]),
    ("em", &[]),
    ("q", &["lang"]),
    ("span", &["lang", "dir"]),
    ("strong", &[]),
    ("sub", &[]),
    ("sup", &[]),
    ("time", &["datetime"]),
];

/// What a person is told when a tag is refused.
pub(super) const HELP: &str = "only br, em, strong, bdi, sub, sup, span[lang][dir], abbr[title], \
     cite[lang], q[lang] and time[datetime] are let through; write the rest in Markdown, and a \
     literal `<` as `\\<`";

/// Reads one tag or comment; `Err` says what is wrong with it, and names the tag as it is written.
pub(super) fn parse(html: &str) -> Result<Tag, String> {
    read(html).map_err(|reason| format!("`{html}` {reason}"))
}

/// The name in a tag, for tags that are refused: `b` of `<b>` and of `</b>`.
pub(super) fn name(html: &str) -> &str {
    let inner = html.trim_start_matches('<').trim_start_matches('/');
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inner.len());
    &inner[..end]
}

fn read(html: &str) -> Result<Tag, String> {
    if let Some(comment) = html.strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->")) {
        return Ok(Tag::Comment(comment.trim().to_owned()));
    }
    let inner = html.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
    let inner = inner.ok_or("is not a tag")?;
    if let Some(name) = inner.strip_prefix('/') {
        return match element(name.trim())? {
            ("br", _) => Err("is not a tag; write `<br>`".to_owned()),
            (name, _) => Ok(Tag::Close(name)),
        };
    }
    let inner = inner.strip_suffix('/').unwrap_or(inner).trim_end();
    let end = inner.find(char::is_whitespace).unwrap_or(inner.len());
    let (name, allowed) = element(&inner[..end])?;
    let attributes = attributes(&inner[end..], allowed)?;
    if name == "br" { Ok(Tag::Break) } else { Ok(Tag::Open(name, mark(name, attributes)?)) }
}

/// The allowed element with this name, and its attributes.
fn element(name: &str) -> Result<(&'static str, &'static [&'static str]), String> {
    let found = ALLOWED.iter().find(|(allowed, _)| *allowed == name);
    found.copied().ok_or_else(|| "is not let through".to_owned())
}

type Attributes = Vec<(&'static str, String)>;

fn attributes(mut rest: &str, allowed: &'static [&'static str]) -> Result<Attributes, String> {
    let mut found = Attributes::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return Ok(found);
        }
        let malformed = || "has an attribute that is not written `name=\"value\"`".to_owned();
        let (key, after) = rest.split_once('=').ok_or_else(malformed)?;
        let key = key.trim();
        let known = allowed.iter().find(|allowed| **allowed == key);
        let known = known.ok_or_else(|| format!("may not have the attribute `{key}`"))?;
        let after = after.trim_start();
        let quote =
            after.chars().next().filter(|c| matches!(c, '"' | '\'')).ok_or_else(malformed)?;
        let (value, after) = after[1..].split_once(quote).ok_or_else(malformed)?;
        if found.iter().any(|(key, _)| key == known) {
            return Err(format!("has the attribute `{key}` twice"));
        }
        found.push((known, unescape(value)));
        rest = after;
    }
}

/// The five entities of XML, resolved.
fn unescape(value: &str) -> String {
    let entities =
        [("&quot;", "\""), ("&apos;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")];
    entities.iter().fold(value.to_owned(), |text, (entity, c)| text.replace(entity, c))
}

/// What the element means.
fn mark(name: &'static str, attributes: Attributes) -> Result<Mark, String> {
    let mut attributes = attributes.into_iter();
    let mut lang = None;
    let mut dir = None;
    let mut other = None;
    for (key, value) in &mut attributes {
        match key {
            "lang" => lang = Some(language(&value)?),
            "dir" => dir = Some(direction(&value)?),
            _ => other = Some(value),
        }
    }
    let needs = |what: &str| format!("needs the attribute `{what}`");
    match name {
        "em" => Ok(Mark::Emphasis),
        "strong" => Ok(Mark::Strong),
        "sub" => Ok(Mark::Subscript),
        "sup" => Ok(Mark::Superscript),
        "bdi" => Ok(Mark::Isolate),
        "cite" => Ok(Mark::Cite { lang }),
        "q" => Ok(Mark::Quote { lang }),
        "abbr" => other.map(|expansion| Mark::Abbreviation { expansion }).ok_or(needs("title")),
        "time" => other
            .filter(|value| is_date(value))
            .map(|datetime| Mark::Time { datetime })
            .ok_or_else(|| "needs `datetime` as `2021-05-26` or `2021-05`".to_owned()),
        _ if lang.is_none() && dir.is_none() => Err(needs("lang")),
        _ => Ok(Mark::Language { lang, dir }),
    }
}

fn language(value: &str) -> Result<String, String> {
    let tag = value.parse().ok().filter(|tag: &LanguageIdentifier| !tag.language.is_empty());
    // In the canonical form: `grc-latn` is `grc-Latn`.
    tag.map(|tag| tag.to_string())
        .ok_or_else(|| format!("names `{value}`, which is no BCP 47 language tag"))
}

fn direction(value: &str) -> Result<Direction, String> {
    match value {
        "ltr" => Ok(Direction::Ltr),
        "rtl" => Ok(Direction::Rtl),
        _ => Err(format!("has `dir` as `{value}`, which is neither `ltr` nor `rtl`")),
    }
}

/// Whether this is a date, a month or a year as HTML has them (HTML §2.3.5): `2021-05-26`,
/// `2021-05`, `2021`.
fn is_date(value: &str) -> bool {
    let parts: Vec<&str> = value.split('-').collect();
    let number = |part: &str, digits: usize| -> Option<u16> {
        let fits = part.len() == digits && part.bytes().all(|b| b.is_ascii_digit());
        fits.then(|| part.parse().ok())?
    };
    let fits = |part: &str, max: u16| number(part, 2).is_some_and(|n| (1..=max).contains(&n));
    match parts.as_slice() {
        [year] => number(year, 4).is_some(),
        [year, month] => number(year, 4).is_some() && fits(month, 12),
        [year, month, day] => number(year, 4).is_some() && fits(month, 12) && fits(day, 31),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lets_through_and_refuses() {
        let lang = |lang: &str| Mark::Language { lang: Some(lang.to_owned()), dir: None };
        assert_eq!(parse("<span lang=\"la\">"), Ok(Tag::Open("span", lang("la"))));
        assert_eq!(parse("<br />"), Ok(Tag::Break));
        assert_eq!(parse("</strong>"), Ok(Tag::Close("strong")));
        assert_eq!(parse("<!-- note: x -->"), Ok(Tag::Comment("note: x".to_owned())));
        let abbr = Mark::Abbreviation { expansion: "قائمة \"أ\"".to_owned() };
        assert_eq!(parse("<abbr title='قائمة &quot;أ&quot;'>"), Ok(Tag::Open("abbr", abbr)));
        for bad in [
            "<script>",
            "<em onclick=\"x\">",
            "<span>",
            "<span lang=\"12\">",
            "<span dir=\"up\">",
            "<time datetime=\"26 May\">",
            "<abbr>",
            "</br>",
            "<EM>",
            "<em a>",
            "<q lang=fr>",
            "<cite lang=\"fr\" lang=\"es\">",
            "<?php ?>",
            "<!DOCTYPE html>",
            "<![CDATA[x]]>",
            "</b>",
        ] {
            let problem = parse(bad).expect_err(bad);
            assert!(problem.starts_with(&format!("`{bad}` ")), "{problem}");
        }
    }
}
