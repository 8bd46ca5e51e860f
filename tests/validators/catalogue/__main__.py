"""Feeds and the map of the site: they are what their schemas allow, and true.

Usage: python tests/validators/catalogue HEXAPLA

This project is built with a base URL, and tests/editions/settings as it is. Every feed must be what
feed.rng allows, every map what sitemap.rng allows; both were written after the text of RFC 4287 and of
sitemaps.org. Then all that they say is compared with the folder: every address is a file there, of that
size, type and language; no id is there twice, and all are the same after another build; the alternates
of pages are reciprocal; what the pages say of the feed leads to it. Then faults, one at a time, which
must be found. Prints one line for each finding, and the counts. Exit code 1 if anything failed.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from lxml import etree

HERE = Path(__file__).parent
PROJECT = HERE.parents[2]
HEXAPLA = Path(sys.argv[1]).resolve()
BASE = "https://example.org/press/"
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
TYPES = {".html": "text/html", ".epub": "application/epub+zip", ".txt": "text/plain", ".atom": "application/atom+xml"}


def build(root: Path, output: Path) -> None:
    command = [HEXAPLA, "build", "--quiet", "--force", "--project", root, "--output", output]
    answer = subprocess.run(command, capture_output=True, text=True)
    if answer.returncode:
        raise RuntimeError(answer.stderr)


def built(folder: Path) -> Path:
    """The output of a copy of this project that has a base URL."""
    root, output = folder / "project", folder / "output"
    for part in ("content", "locales"):
        shutil.copytree(PROJECT / part, root / part)
    settings = (PROJECT / "hexapla.toml").read_text("utf-8")
    (root / "hexapla.toml").write_text(f'base-url = "{BASE}"\n{settings}', "utf-8")
    build(root, output)
    return output


def tree(path: Path) -> etree._ElementTree:
    return etree.parse(str(path), etree.XMLParser(resolve_entities=False, no_network=True))


def invalid(output: Path) -> Iterator[str]:
    for name, pattern in (("feed", "*/feed.atom"), ("sitemap", "sitemap*.xml")):
        grammar = etree.RelaxNG(etree.parse(str(HERE / f"{name}.rng")))
        files = sorted(output.glob(pattern))
        if not files:
            yield f"there is no {pattern}"
        for path in files:
            if not grammar.validate(tree(path)):
                yield f"{path.relative_to(output)}: {grammar.error_log.last_error}"


def target(output: Path, address: str) -> Path | None:
    """The file that an address leads to."""
    file = output / address.removeprefix(BASE)
    return file if address.startswith(BASE) and file.is_file() else None


def page_language(page: Path) -> str:
    found = re.search(r'<html lang="([^"]+)"', page.read_text("utf-8"))
    return found[1] if found else ""


def untrue_links(output: Path, path: Path, links: list) -> Iterator[str]:
    for link in links:
        address, language = link.get("href"), link.get("hreflang")
        file = target(output, address)
        if not file:
            yield f"{path}: `{address}` is no file"
        elif link.get("type", "text/html") != TYPES.get(file.suffix):
            yield f"{path}: `{address}` is not {link.get('type')}"
        elif link.get("length") and int(link.get("length")) != file.stat().st_size:
            yield f"{path}: `{address}` has another size"
        elif file.suffix == ".html" and language not in (page_language(file), "x-default"):
            yield f"{path}: `{address}` is not in {language}"
        elif file.suffix == ".atom" and tree(file).getroot().get(LANG) != language:
            yield f"{path}: `{address}` is not in {language}"


def ids(output: Path) -> dict[str, str]:
    """Every id, by what has it."""
    found = {}
    for path in sorted(output.glob("*/feed.atom")):
        root = tree(path).getroot()
        found[path.parent.name] = root.findtext(f"{ATOM}id")
        for entry in root.iter(f"{ATOM}entry"):
            page = entry.find(f"{ATOM}link[@hreflang='{root.get(LANG)}']").get("href")
            found[page] = entry.findtext(f"{ATOM}id")
    return found


def untrue_feeds(output: Path) -> Iterator[str]:
    all_ids = ids(output)
    if len(set(all_ids.values())) != len(all_ids):
        yield "an id is there twice"
    for path in sorted(output.glob("*/feed.atom")):
        name, root = path.relative_to(output), tree(path).getroot()
        entries = root.findall(f"{ATOM}entry")
        yield from untrue_links(output, name, list(root.iter(f"{ATOM}link")))
        own = [link.get("href") for link in root.findall(f"{ATOM}link[@rel='self']")]
        if own != [f"{BASE}{name}"]:
            yield f"{name}: it says that it stands at {own}"
        days = [entry.findtext(f"{ATOM}updated") for entry in entries]
        if days != sorted(days, reverse=True) or root.findtext(f"{ATOM}updated") != max(days):
            yield f"{name}: the last change is not the first"
        for part in [root, *entries]:
            kinds = [(e.get("rel"), e.get("type"), e.get("hreflang")) for e in part.findall(f"{ATOM}link")]
            if len(kinds) != len(set(kinds)):
                yield f"{name}: two links of one kind (RFC 4287 §4.1.1)"
        index = (path.parent / "index.html").read_text("utf-8")
        listed = set(re.findall(r'<h2><a href="\.\./([^"]+)"', index))
        told = {e.find(f"{ATOM}link[@hreflang='{root.get(LANG)}']").get("href").removeprefix(BASE) for e in entries}
        if listed != told:
            yield f"{name}: the list of releases has others: {sorted(listed ^ told)}"


class Feeds(HTMLParser):
    """What a page says of feeds in its head."""

    def __init__(self, page: str):
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "link" and values.get("rel") == "alternate" and values.get("type") == TYPES[".atom"]:
            self.found.append(values["href"])


def unlinked(output: Path) -> Iterator[str]:
    pages = [*output.glob("*/index.html"), *output.glob("*/*/index.html")]
    for page in sorted(pages):
        name = page.relative_to(output)
        if (page.parent / "manifest.json").exists():
            continue  # the page on which a language is chosen
        feeds = Feeds(page.read_text("utf-8")).found
        led = [(page.parent / feed).resolve() for feed in feeds]
        if led != [(output / page.parent.name / "feed.atom").resolve()] or not led[0].is_file():
            yield f"{name}: the feed of its language is not linked: {feeds}"


def untrue_map(output: Path) -> Iterator[str]:
    pages: dict[str, list[tuple[str, str]]] = {}
    for path in sorted(output.glob("sitemap*.xml")):
        for url in tree(path).getroot().iter(f"{MAP}url"):
            links = url.findall(f"{XHTML}link")
            yield from untrue_links(output, path.relative_to(output), links)
            loc = url.findtext(f"{MAP}loc")
            pages[loc] = [(link.get("hreflang"), link.get("href")) for link in links]
    for loc, links in pages.items():
        file = target(output, loc)
        if not file:
            yield f"the map: `{loc}` is no file"
        elif loc not in [address for _, address in links]:
            yield f"the map: `{loc}` does not name itself"
        for _, address in links:
            if pages.get(address) != links:
                yield f"the map: `{loc}` names `{address}`, which does not name it"
    for page in output.rglob("index.html"):
        if f"{BASE}{page.relative_to(output).as_posix()}" not in pages:
            yield f"the map: {page.relative_to(output)} is missing"


def untrue(output: Path) -> Iterator[str]:
    yield from untrue_feeds(output)
    yield from unlinked(output)
    yield from untrue_map(output)


def true_catalogue(folder: Path) -> Iterator[str]:
    output = built(folder)
    yield from invalid(output)
    yield from untrue(output)
    before = ids(output)
    index = folder / "project/content/2026-11-24-specimen/index.md"
    source = index.read_text("utf-8")
    index.write_text(re.sub(r"\nupdated = \S+", "\nupdated = 2027-01-02", source, count=1), "utf-8")
    build(folder / "project", output)
    if ids(output) != before:
        yield "an id is another after a change"
    if "2027-01-02" not in (output / "ar/feed.atom").read_text("utf-8"):
        yield "the feed does not tell of a change"
    yield from untrue(output)
    print(f"catalogue: {len(list(output.glob('*/feed.atom')))} feeds, {len(before)} ids")


def settings_project(folder: Path) -> Iterator[str]:
    output = folder / "output"
    build(PROJECT / "tests/editions/settings", output)
    yield from invalid(output)
    yield from untrue(output)


# A fault: in which file, what becomes of what, and who has to find it.
FAULTS = [
    ("ar/feed.atom", "<updated>", "<updated>yesterday ", invalid),
    ("ar/feed.atom", "T00:00:00Z", "T00:00:00", invalid),
    ("ar/feed.atom", "<id>urn:uuid:", "<id>", invalid),
    ("ar/feed.atom", "<author>\n<name>", "<author>\n<email/><name>", invalid),
    ("ar/feed.atom", ' href="https://example.org/press/', ' href="', invalid),
    ("ar/feed.atom", "<title>", '<title type="html">', invalid),
    ("ar/feed.atom", ' xml:lang="ar"', "", invalid),
    ("zh/feed.atom", 'hreflang="zh-Hans" href', 'hreflang="zh-Hant" href', untrue),
    ("zh/feed.atom", 'length="', 'length="1', untrue),
    ("zh/feed.atom", "index.html", "index.htm", untrue),
    ("zh/feed.atom", 'rel="self"', 'rel="alternate"', untrue),
    ("zh/index.html", '"feed.atom"', '"../ar/feed.atom"', untrue),
    ("2026-11-24-specimen/zh/index.html", "zh/feed.atom", "feed.atom", untrue),
    ("sitemap.xml", "<lastmod>", "<lastmod>on ", invalid),
    ("sitemap.xml", "<loc>https://", "<loc>", invalid),
    ("sitemap.xml", 'rel="alternate" hreflang', 'rel="canonical" hreflang', invalid),
    ("sitemap.xml", 'hreflang="x-default"', 'hreflang="default language"', invalid),
    ("sitemap.xml", "urlset xmlns=", "urlset a=", invalid),
    ("sitemap.xml", 'hreflang="ar"', 'hreflang="fr"', untrue),
    ("sitemap.xml", "/ru/index.html</loc>", "/en/index.html</loc>", untrue),
]


def unseen(folder: Path) -> Iterator[str]:
    output = built(folder)
    for file, old, new, check in FAULTS:
        path = output / file
        good = path.read_text("utf-8")
        if old not in good:
            raise RuntimeError(f"{file} does not hold {old}")
        path.write_text(good.replace(old, new, 1), "utf-8")
        try:
            found = list(check(output))
        except etree.XMLSyntaxError:
            found = ["no XML"]
        if not found:
            yield f"{file}: `{new}` is not found by {check.__name__}"
        path.write_text(good, "utf-8")


def main() -> int:
    failed = 0
    for check in (true_catalogue, settings_project, unseen):
        with tempfile.TemporaryDirectory() as folder:
            found = list(check(Path(folder)))
        for line in found:
            print(f"catalogue: {line}")
        failed += bool(found)
    print(f"catalogue: {3 - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
