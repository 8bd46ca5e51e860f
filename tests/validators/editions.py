"""What a program can read out of an edition: the blocks of an HTML page, an EPUB's facts."""

import re
import zipfile
from collections import defaultdict
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from xml.etree import ElementTree

VOID = {"br", "hr", "img", "meta", "link", "wbr", "col", "input", "source"}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LEAVES = {*HEADINGS, "p", "li", "dt", "dd", "th", "td", "caption", "figcaption", "pre", "address", "div"}
STRUCTURE = LEAVES - {"p", "div"} | {"blockquote", "figure", "ul", "ol", "dl", "table", "img", "aside"}
# Labels for the eye or the tongue that stand for something else in the text edition.
MARKS = ("doc-noteref", "doc-backlink")


@dataclass
class Block:
    """A heading, paragraph, list item, cell …: its words, without those of the blocks in it."""

    tag: str
    id: str | None
    inside: tuple[str, ...]
    text: str = ""


@dataclass
class Article:
    blocks: list[Block] = field(default_factory=list)
    structure: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)


class Reader(HTMLParser):
    """Reads the `article` of a page, or the body of a document that has none."""

    def __init__(self, root: str):
        super().__init__(convert_charrefs=True)
        self.root, self.article = root, Article()
        self.open: list[tuple[str, dict, Block | None]] = []
        self.links: list[str] = []

    def inside(self) -> tuple[str, ...]:
        return tuple(tag for tag, _, _ in self.open)

    def apart(self) -> bool:
        """In the article's own header, notices and navigation, which differ by locale."""
        tags = self.inside()
        return self.root not in tags or bool({"header", "nav", "footer"} & set(tags))

    def handle_starttag(self, tag, attributes):
        values, block = dict(attributes), None
        if tag in LEAVES or tag == self.root:
            block = Block(tag, values.get("id"), self.inside())
        if tag == "br" or tag in LEAVES:
            self.words("\n")
        if self.root in self.inside():
            if block:
                self.article.blocks.append(block)
            self.note(tag, values)
        if tag not in VOID:
            self.open.append((tag, values, block))

    def note(self, tag: str, values: dict) -> None:
        marked = values.get("role", "") in MARKS
        if tag == "img" and values.get("alt"):
            self.article.blocks.append(Block("alt", None, self.inside(), values["alt"]))
        if tag == "h1" or not self.apart():
            if tag in STRUCTURE or tag == "section":
                self.flush()
                name = f"{tag}#{values['id']}" if values.get("id") else tag
                self.article.structure.append(name)
                if values.get("id"):
                    self.article.ids.append(values["id"])
            elif tag == "a" and not marked:
                self.links.append("link to " + where(values.get("href", "")))

    def flush(self) -> None:
        """Languages order the links of one block as their grammar asks: compare them sorted."""
        self.article.structure += sorted(self.links)
        self.links = []

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag in VOID or tag not in self.inside():
            return
        while self.open.pop()[0] != tag:
            pass
        if tag in LEAVES:
            self.flush()

    def handle_data(self, data):
        if not any(v.get("role") in MARKS or "hidden" in v or self.elsewhere(v) for _, v, _ in self.open):
            self.words(data)

    def elsewhere(self, values: dict) -> bool:
        """A link of the article's header to another edition is navigation, no word of the document."""
        return "hreflang" in values and "header" in self.inside()

    def words(self, data: str) -> None:
        for _, _, block in reversed(self.open):
            if block:
                block.text += re.sub(r"[ \t\r\n]+", " ", data) if data != "\n" else "\n"
                return


class Voices(HTMLParser):
    """What an article says in each language, and its ids. In a parallel edition a language is that
    of the outermost element that names one; elsewhere there is only one."""

    def __init__(self, language: str | None = None):
        super().__init__(convert_charrefs=True)
        self.language, self.ids, self.said = language, [], defaultdict(str)
        self.open: list[tuple[str, dict]] = []

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if (name := values.get("id")) and not name.startswith("_") and self.inside():
            self.ids.append(name)
        if tag not in VOID:
            self.open.append((tag, values))

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag not in VOID and any(name == tag for name, _ in self.open):
            while self.open.pop()[0] != tag:
                pass

    def inside(self) -> list[tuple[str, dict]]:
        tags = [tag for tag, _ in self.open]
        return self.open[tags.index("article") :] if "article" in tags else []

    def apart(self) -> bool:
        """Navigation, notices and alternatives of images, and what is the same in all languages."""
        classes = [set(values.get("class", "").split()) for _, values in self.inside()]
        tags = {tag for tag, _ in self.inside()}
        notes = any(values.get("id") == "_notes" for _, values in self.inside())
        return bool({"nav", "details", "pre"} & tags) or notes or any(c & {"notices", "heard", "source"} for c in classes)

    def handle_data(self, data):
        if self.inside() and not self.apart():
            languages = [values["lang"] for _, values in self.inside() if "lang" in values]
            language = self.language or (languages[0] if languages else None)
            self.said[language] += re.sub(r"\s+", "", data)


def voices(markup: str, language: str | None = None) -> Voices:
    reader = Voices(language)
    reader.feed(markup)
    return reader


def where(target: str) -> str:
    """A link's target as far as it must be the same in every language: the host, or the id."""
    if match := re.match(r"([a-z]+):(//[^/]+)?", target):
        return match[0]
    return "#" + target.partition("#")[2] if "#" in target else "a file of ours"


def article(markup: str) -> Article:
    reader = Reader("article" if "<article" in markup else "body")
    reader.feed(markup)
    reader.flush()
    return reader.article


@dataclass
class Book:
    """An EPUB as its own package and nav documents describe it."""

    title: str
    language: str
    direction: str
    toc: list[dict]
    articles: Article


def local(element) -> str:
    return element.tag.rpartition("}")[2]


def book(path: Path) -> Book:
    with zipfile.ZipFile(path) as epub:
        read = lambda name: epub.read(name).decode("utf-8")
        container = ElementTree.fromstring(read("META-INF/container.xml"))
        opf = next(e.get("full-path") for e in container.iter() if local(e) == "rootfile")
        package = ElementTree.fromstring(read(opf))
        elements = {}
        for element in package.iter():
            elements.setdefault(local(element), []).append(element)
        items = {e.get("id"): e for e in elements["item"]}
        find = lambda item: normpath(join(dirname(opf), item.get("href")))
        nav = next(e for e in items.values() if "nav" in (e.get("properties") or "").split())
        whole = Article()
        for ref in elements["itemref"]:
            if items[ref.get("idref")] is not nav:
                part = article(read(find(items[ref.get("idref")])))
                whole.blocks += part.blocks
                whole.structure += part.structure
                whole.ids += part.ids
        language = elements["language"][0].text
        return Book(
            title=" ".join(elements["title"][0].text.split()),
            language=language,
            direction="rtl" if language.split("-")[0] in ("ar", "fa", "he", "ur") else "ltr",
            toc=contents(ElementTree.fromstring(read(find(nav)))),
            articles=whole,
        )


def documents(path: Path) -> str:
    """The documents of a book, one after the other, without the nav document."""
    with zipfile.ZipFile(path) as epub:
        names = [name for name in epub.namelist() if name.endswith(".xhtml") and "nav" not in name]
        return "".join(epub.read(name).decode("utf-8") for name in names)


def contents(nav) -> list[dict]:
    """The table of contents of a nav document: label, target and depth of every entry."""
    kind = "{http://www.idpf.org/2007/ops}type"
    toc = next((e for e in nav.iter() if local(e) == "nav" and e.get(kind) == "toc"), None)
    found = []

    def walk(element, depth):
        for child in element:
            if local(child) == "a":
                label = " ".join("".join(child.itertext()).split())
                found.append({"label": label, "href": child.get("href"), "depth": depth})
            walk(child, depth + (local(child) == "ol"))

    if toc is not None:
        walk(toc, 0)
    return found
