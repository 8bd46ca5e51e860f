"""The plain text edition: WCAG techniques T1 (paragraphs), T2 (lists), T3 (headings), and
what makes a text file good to hear, to feel in braille and to see magnified."""

import re
import unicodedata
from pathlib import Path

from editions import HEADINGS, article

BOM = "\ufeff"
BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
INVISIBLE = set("\u00ad\u200b\u2028\u2029\u2060\ufeff\ufffd")
# What must not be on a line, and what it would be.
LEFT_OVER = {
    r"\*\*|__|``|~~": "a Markdown emphasis or code mark",
    r"\]\(|!\[|\]\[": "a Markdown link or image",
    r"^\s*(#{1,6} |>|```)": "a Markdown block mark",
    r"</?[A-Za-z!]": "an HTML tag",
    r"&(#\d+|#x[0-9a-fA-F]+|[A-Za-z]+);": "an HTML character reference",
    r'\{ ?(-[a-z]|\$\w|")': "an unresolved Fluent placeable",
    r"^[-=_*~#.–—·\s]{3,}$": "a line of dashes or other signs",
    r"\|.*\||\+-{2,}": "a table drawn with signs",
    r"^[ \t\u00a0\u3000]": "an indent",
    r"[ \t\u00a0\u202f\u3000]$": "white space at its end",
    r"\t": "a tab",
    r"  ": "two spaces in a row",
    r"[↩↑⤴]": "a sign that speech and braille garble",
}
HAN = r"[\u3400-\u9fff\u3001-\u3011\uff00-\uffef]"
MARKER = re.compile(r"\[([0-9\u0660-\u0669]+)\]")
TARGET = re.compile(r"[a-z]+://\S+|mailto:\S+|tel:\S+|\S+@\S+|@\w+|\S+\.\S+")


def check(path: Path):
    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        yield f"byte {error.start} is not UTF-8"
        return
    if not text.startswith(BOM):
        yield "there is no byte order mark at the start"
    text = text.removeprefix(BOM)
    if not unicodedata.is_normalized("NFC", text):
        yield "the text is not in normal form C"
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        for message in characters(line) + left_over(line):
            yield f"line {number}: {message}"
    yield from gaps(lines)
    yield from links(lines)
    page = path.parent / "index.html"
    if page.exists():
        yield from compare(lines, article(page.read_text()))
    else:
        yield "there is no HTML edition beside it to compare the words with"


def characters(line: str) -> list[str]:
    found = []
    for sign in sorted(set(line)):
        name = f"U+{ord(sign):04X} {unicodedata.name(sign, 'without a name')}"
        if unicodedata.category(sign) == "Cc" and sign != "\t":
            found.append(f"the control character {name}")
        if sign in BIDI:
            found.append(f"the direction control {name}")
        if sign in INVISIBLE:
            found.append(f"the invisible or broken character {name}")
    return found


def left_over(line: str) -> list[str]:
    found = [what for sign, what in LEFT_OVER.items() if re.search(sign, line)]
    # Three abbreviations make no shouting of a line in a script that has no capitals.
    if len(re.findall(r"[^\W\d_]{3,}", line)) > 2 and all(map(str.isupper, filter(str.isalpha, line))):
        found.append("a line in capitals only")
    if re.search(f"{HAN} {HAN}", line):
        found.append("a space between two Chinese characters")
    if "://" in line and not re.fullmatch(r"(\[\w+\] )?\S+", line):
        found.append("a web address that does not stand alone on its line")
    return found


def gaps(lines: list[str]):
    """T1 and T3: one blank line between paragraphs, two before a heading, never three."""
    if lines[-1] or (len(lines) > 1 and not lines[-2]):
        yield "the last line must end with exactly one line feed"
    if not lines[0]:
        yield "line 1: the file begins with a blank line"
    for number in range(3, len(lines)):
        if not any(lines[number - 3 : number]):
            yield f"line {number}: three blank lines in a row"


def links(lines: list[str]):
    """Links are numbered 1, 2, 3 … in the order of the text, each with its target at the end."""
    markers = [(n, int(m[1])) for n, line in enumerate(lines) for m in MARKER.finditer(line)]
    last = max((marker for _, marker in markers), default=0)
    expected = 1
    for number, marker in markers:
        if marker > expected:
            yield f"line {number + 1}: link [{marker}] comes before link [{expected}]"
            return
        expected = max(expected, marker + 1)
    for link in range(1, last + 1):
        places = [number for number, marker in markers if marker == link]
        if len(places) < 2 or not targets(lines, places[-1]):
            yield f"line {places[0] + 1}: link [{link}] has no target in the list of links"


def targets(lines: list[str], number: int) -> bool:
    """Is there a target on this line after its number, or on the next one?"""
    here = MARKER.sub("", lines[number], count=1).strip()
    following = next((line for line in lines[number + 1 :] if line), "")
    return bool(TARGET.fullmatch(here) or TARGET.fullmatch(following))


def compare(lines: list[str], html):
    """Nothing of the HTML edition's article is missing; a paragraph is one line; a heading is
    set off by two blank lines before it and one after it."""
    bare = [squeeze(MARKER.sub("", line)) for line in lines]
    heading_lines = {number for number, line in enumerate(lines) if line and is_set_off(lines, number)}
    line_words = [words(line) for line in bare]
    have = {word for line in line_words for word in line}
    for block in html.blocks:
        if "nav" in block.inside:
            continue
        for part in filter(None, map(squeeze, block.text.split("\n"))):
            gone = sorted(set(words(part)) - have)
            if gone:
                yield f"words of the HTML edition's <{block.tag}> are missing: {' '.join(gone)}"
            elif not any(in_order(words(part), line) for line in line_words) and block.tag != "pre":
                yield f"this is not in one line, as in the HTML edition's <{block.tag}>: {part}"
            elif block.tag in HEADINGS and "header" not in block.inside:
                if not any(bare[number] == part for number in heading_lines):
                    yield f"this heading has not two blank lines before it and one after: {part}"


def in_order(some: list[str], line: list[str]) -> bool:
    """Are these words in the line in this order, whatever stands between them (a note's number)?"""
    rest = iter(line)
    return all(word in rest for word in some)


def is_set_off(lines: list[str], number: int) -> bool:
    before, after = lines[max(0, number - 2) : number], lines[number + 1 : number + 2]
    return not any(before) and not any(after)


def squeeze(text: str) -> str:
    """White space as one space, and none before the punctuation that a taken-out [n] left alone."""
    return re.sub(r" ([,.;:،؛。，；：!?؟)\]»”])", r"\1", " ".join(text.split()))


def words(text: str) -> list[str]:
    """Words; a Chinese character is a word, and a raised or lowered sign is the sign itself."""
    text = "".join(map(on_the_line, unicodedata.normalize("NFC", text)))
    return re.findall(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+", text)


def on_the_line(sign: str) -> str:
    """`2` for `²` and `₂`: HTML says `<sup>2</sup>` what plain text says with a character of its own."""
    kind, _, plain = unicodedata.decomposition(sign).partition(" ")
    return chr(int(plain, 16)) if kind in ("<super>", "<sub>") and " " not in plain else sign
