//! `image-unsafe`: an image is what its name says, and holds nothing that acts.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::Rule;
use super::context::Context;
use crate::diagnostic::{Diagnostic, Severity};

pub(super) const RULE: Rule = Rule { code: "image-unsafe", severity: Severity::Error, run };

fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let release = context.release;
    let mut found = Vec::new();
    for figure in release.document.figures() {
        let Some(bytes) = release.assets.get(&figure.path) else { continue };
        if let Err((what, help)) = examine(&figure.path, bytes) {
            let place = release.source.place(figure.alt.range.clone());
            found.push(RULE.finding(format!("`{}` {what}", figure.path)).at(place).help(help));
        }
    }
    found
}

/// What is wrong, and what to do.
type Wrong = (String, &'static str);

fn examine(path: &str, bytes: &[u8]) -> Result<(), Wrong> {
    let ending = path.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
    let fits = match ending.as_str() {
        "png" => bytes.starts_with(b"\x89PNG\r\n\x1a\n"),
        "jpg" | "jpeg" => bytes.starts_with(b"\xff\xd8\xff"),
        "gif" => bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a"),
        "webp" => bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP"),
        "svg" => return svg(bytes),
        _ => true,
    };
    if fits {
        return Ok(());
    }
    let what = format!("is no {} image", ending.to_uppercase());
    Err((what, "save the image anew in the format that its name says"))
}

/// Whether a picture is well-formed, and neither acts nor loads anything.
fn svg(bytes: &[u8]) -> Result<(), Wrong> {
    let broken = || ("is not well-formed XML".to_owned(), "save the picture anew as SVG");
    let mut reader = Reader::from_reader(bytes);
    let mut buffer = Vec::new();
    let mut depth = 0_usize;
    let mut roots = 0_usize;
    loop {
        match reader.read_event_into(&mut buffer).map_err(|_| broken())? {
            Event::Start(start) => {
                roots += usize::from(depth == 0);
                depth += 1;
                element(&start)?;
            }
            Event::Empty(start) => {
                roots += usize::from(depth == 0);
                element(&start)?;
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::DocType(_) | Event::PI(_) => {
                let what = "holds a document type or a processing instruction".to_owned();
                return Err((what, "take it out: it can load or change what is shown"));
            }
            Event::Eof if depth == 0 && roots == 1 => return Ok(()),
            Event::Eof => return Err(broken()),
            Event::Text(_)
            | Event::CData(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::GeneralRef(_) => {}
        }
        buffer.clear();
    }
}

fn element(start: &BytesStart<'_>) -> Result<(), Wrong> {
    const HELP: &str = "take it out: a picture in an edition neither acts nor loads anything";
    let name = start.local_name().as_ref().to_lowercase();
    if ["script", "foreignobject", "iframe", "set", "animate", "animatetransform", "animatemotion"]
        .contains(&name.as_str())
    {
        return Err((format!("holds the element `{name}`"), HELP));
    }
    for attribute in start.attributes() {
        let attribute = attribute
            .map_err(|_| ("is not well-formed XML".to_owned(), "save the picture anew as SVG"))?;
        let name = attribute.key.local_name().as_ref().to_lowercase();
        let value = attribute.value.trim().to_lowercase();
        let loads = name == "href" && !value.starts_with('#') && !value.starts_with("data:image/");
        if name.starts_with("on") || loads {
            return Err((format!("holds the attribute `{name}`"), HELP));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::examine;

    #[test]
    fn pictures() {
        let svg = |inner: &str| format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inner}</svg>");
        let fine = svg("<title>شجرة</title><path d=\"M0 0\"/><a href=\"#x\">中</a>");
        assert_eq!(examine("a.svg", fine.as_bytes()), Ok(()));
        for bad in [
            svg("<script>x</script>"),
            svg("<path onload=\"x\"/>"),
            svg("<foreignObject/>"),
            svg("<image href=\"https://x.org/a.png\"/>"),
            svg("<a xlink:href=\"javascript:x\">x</a>"),
            svg("<g>"),
            "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg/>".to_owned(),
            "<svg/><svg/>".to_owned(),
            String::new(),
        ] {
            assert!(examine("a.svg", bad.as_bytes()).is_err(), "{bad}");
        }
        assert_eq!(examine("a.png", b"\x89PNG\r\n\x1a\n..."), Ok(()));
        assert!(examine("a.png", b"GIF89a").is_err());
        assert!(examine("a.JPG", b"no").is_err());
    }
}
