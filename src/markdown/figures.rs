//! Figures: a paragraph that is one image; the image's title is its caption.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::leaf::{self, Leaf, Problem};
use super::reader::{Reader, end_of_container, leaves_folder};
use super::splice::Ranged;
use crate::diagnostic::Diagnostic;
use crate::document::Figure;
use crate::files::{is_portable, media_type};
use crate::segment::{Kind, Source};
use crate::target::Target;

/// Whether the inline events of a paragraph are one image and nothing else.
pub(super) fn is_figure(events: &[Ranged<'_>]) -> bool {
    matches!(events.first(), Some((Event::Start(Tag::Image { .. }), _)))
        && end_of_first(events) == events.len()
}

/// The index behind the end of the container that the first event opens.
fn end_of_first(events: &[Ranged<'_>]) -> usize {
    1 + end_of_container(&events[1..]) + 1
}

impl<'t> Reader<'t> {
    pub(super) fn figure(
        &mut self,
        events: &[Ranged<'t>],
        range: Range<usize>,
    ) -> Option<Figure<Source>> {
        let Some((Event::Start(Tag::Image { dest_url, title, .. }), _)) = events.first() else {
            return None;
        };
        // Converters from other formats write `./media/one.png`.
        let path = dest_url.strip_prefix("./").unwrap_or(dest_url).to_owned();
        let title = title.to_string();
        let help = "describe in the brackets what the picture says: `![description](file.png)`";
        let inner = &events[1..events.len() - 1];
        let comment = self.comment.clone();
        let (alt, _) = self.leaf(Kind::Alt, inner, range.clone());
        if alt.pieces.is_empty() {
            let problem = Diagnostic::error("image-alt", "an image without a text alternative");
            self.problem(problem.help(help), range.clone());
        }
        if path.contains(char::is_whitespace) {
            let message = format!("the name of the file `{path}` has a space in it");
            let help = "give the file a name without spaces, such as `photo-one.png`";
            self.problem(Diagnostic::error("image-path", message).help(help), range);
            return None;
        }
        if Target::new(&path).is_none() || path.contains(':') || leaves_folder(&path) {
            let message = format!("`{path}` is not a file in the folder of the release");
            let help = "put the image beside index.md";
            self.problem(Diagnostic::error("image-path", message).help(help), range);
            return None;
        }
        if !path.split('/').all(is_portable) {
            let message = format!("`{path}` is a name that not every disk and every EPUB takes");
            let help = "give it a name of letters, digits, `-` and `_`, such as `photo-one.png`, \
                        that is not that of a device of Windows, such as `con`";
            self.problem(Diagnostic::error("image-path", message).help(help), range);
            return None;
        }
        if !self.assets.contains_key(&path) {
            let message = format!("there is no file `{path}` beside index.md");
            let help = "put the image there, or mend the name";
            self.problem(Diagnostic::error("image-path", message).help(help), range);
            return None;
        }
        if !media_type(&path).starts_with("image/") {
            let message = format!("`{path}` is not an image that every edition can hold");
            let help = "save it as SVG, PNG, JPEG, GIF or WebP, with the ending that says so";
            self.problem(Diagnostic::error("image-path", message).help(help), range);
            return None;
        }
        let caption = (!title.trim().is_empty()).then(|| {
            let Leaf { spliced, problems, .. } = leaf::read_line(&title);
            let at_image = |(problem, _): Problem| (problem, range.clone());
            self.problems.extend(problems.into_iter().map(at_image));
            Source {
                kind: Kind::ImageCaption,
                pieces: spliced.pieces,
                targets: spliced.targets,
                notes: spliced.notes,
                comment,
                ..alt.clone()
            }
        });
        Some(Figure { path, alt, caption })
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::SourceText;
    use crate::files::Assets;
    use crate::markdown::parse;

    #[test]
    fn images_are_files_that_every_edition_can_hold() {
        let files = ["图.svg", "a.JPG", "a.bmp", "b/c.webp", "plan"];
        let assets: Assets = files.map(|path| (path.to_owned(), Vec::new())).into();
        let codes = |image: &str| -> Vec<&'static str> {
            let front = "+++\ntitle = \"T\"\ndescription = \"D\"\ndate = 2021-05-26\n+++\n\n";
            let source = SourceText::new("index.md", format!("{front}{image}\n"));
            parse(&source, &assets).1.iter().map(|problem| problem.code).collect()
        };
        for fine in
            ["![شجرة](图.svg)", "![a](a.JPG \"caption\")", "![a](b/c.webp)", "![a](./b/c.webp)"]
        {
            assert_eq!(codes(fine), [""; 0], "{fine}");
        }
        for bad in [
            "![a](a.bmp)",
            "![a](plan)",
            "![a](no.png)",
            "![a](../a.JPG)",
            "![a](x:y.png)",
            "![a](con.svg)",
        ] {
            assert_eq!(codes(bad), ["image-path"], "{bad}");
        }
        assert_eq!(codes("![](a.JPG)"), ["image-alt"]);
        let source = SourceText::new(
            "index.md",
            "+++\ntitle = \"T\"\ndescription = \"D\"\ndate = 2021-05-26\n+++\n\n![图](<图 一.svg>)\n",
        );
        let problem = parse(&source, &assets).1.remove(0);
        assert_eq!(problem.message, "the name of the file `图 一.svg` has a space in it");
    }
}
