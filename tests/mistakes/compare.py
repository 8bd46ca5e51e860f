"""The peers on the same mistakes: compare-locales, moz-fluent-linter, pofilter.

Whatever a tool says of the file that it did not say before the change counts as caught, whatever
its code and wherever it stands: no mistake is counted as missed that the tool gave a hint of.
Each tool is run as its own command runs it, in this process, on the files of locales/.

pofilter reads PO: every value and attribute of the reference is a msgid, the translation's its
msgstr, as the FTL has it (placeables and Markdown with it); one that cannot be read is empty.
"""

import re
import sys
import tempfile
from collections import Counter, defaultdict
from contextlib import redirect_stdout
from importlib.metadata import version
from io import StringIO
from pathlib import Path
from types import SimpleNamespace

from compare_locales.compare.content import ContentComparer
from compare_locales.compare.observer import Observer
from compare_locales.paths import File
from fluent.syntax import ast, parse, serializer
from fluent_linter import linter
from translate.filters import checks, pofilter
from translate.storage import pypo

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LOCALES = ["ar", "zh", "en", "fr", "ru", "es"]
RELEASES = {"dialogue": "2021-05-26-virtual-dialogue", "specimen": "2026-11-24-specimen"}
TOOLS = {
    "compare-locales": "compare-locales",
    "moz-fluent-linter": "moz-fluent-linter",
    "pofilter": "translate-toolkit",
}


def unescaped(text: str) -> str:
    code = re.compile(r"\\u([0-9A-F]{4})")
    return code.sub(lambda found: chr(int(found[1], 16)), text).replace("\\n", "\n")


def cases(folder: str):
    """The cases of a folder; README.md describes the format."""
    for locale in LOCALES:
        kind, found = None, []
        lines = (HERE / folder / f"{locale}.txt").read_text().splitlines()
        first = next(number for number, line in enumerate(lines) if line.startswith("["))
        for line in lines[first:]:
            mark, rest = line[:1], unescaped(line[2:])
            if mark == "[":
                kind = line.strip("[]")
            elif mark and mark in "-+<>":
                setattr(found[-1], {"-": "words", "+": "becomes", "<": "old", ">": "new"}[mark], rest)
            elif mark:
                file, message = line.split(" ")
                found.append(SimpleNamespace(
                    kind=kind, locale=locale, file=RELEASES.get(file, file), message=message,
                    words=None, becomes="", old=None, new=""))
        yield from found


def read(locale: str, file: str) -> str:
    return (ROOT / "locales" / locale / f"{file}.ftl").read_text()


def entry(text: str, message: str) -> tuple[int, int]:
    """Where a message stands, with its attributes."""
    start = text.index(f"\n{message} =") + 1
    end = re.compile(r"\n(?=[^ }\n]|\n+[^ \n])|\n*\Z").search(text, start).start()
    return start, end


def replaced(text: str, words: str, becomes: str, within=None) -> str | None:
    """The text with the words changed; None: they do not stand there once."""
    start, end = within or (0, len(text))
    part = text[start:end]
    if words == "(all)":
        words = part
    elif words == "(value)":
        words = part.split("=", 1)[1].strip()
    if part.count(words) != 1:
        return None
    return text[:start] + part.replace(words, becomes) + text[end:]


def changed(case) -> tuple[str, str] | None:
    """Reference and translation with the mistake. None: it does not stand in FTL."""
    reference = read("en", case.file)
    translation = read(case.locale, case.file)
    if case.old is not None:
        heading = re.compile(r"^#+ | \{#[a-z-]+\}$")
        old, new = (heading.sub("", side) for side in (case.old, case.new))
        reference = replaced(reference, old, new, entry(reference, case.message)) or reference
    if case.words is not None:
        becomes = case.becomes
        if becomes == "(source)":
            start, end = entry(reference, case.message)
            becomes = reference[start:end].split("=", 1)[1].strip()
        translation = replaced(translation, case.words, becomes, entry(translation, case.message))
    return None if translation is None else (reference, translation)


def compare_locales(reference: str, translation: str, locale: str):
    with tempfile.TemporaryDirectory() as scratch:
        files = []
        for name, text, key in [("en", reference, "en"), ("l10n", translation, locale)]:
            path = Path(scratch, name, "file.ftl")
            path.parent.mkdir()
            path.write_text(text)
            files.append(File(str(path), "file.ftl", locale=key))
        comparer = ContentComparer()
        comparer.observers.append(Observer())
        comparer.compare(*files, None)
        for _, details in comparer.observers.toJSON()["details"].items():
            yield from (re.sub(r"line \d+|column \d+|at \d+", "", str(detail)) for detail in details)


def moz_fluent_linter(reference: str, translation: str, locale: str):
    with tempfile.TemporaryDirectory() as scratch, redirect_stdout(StringIO()):
        Path(scratch, "file.ftl").write_text(translation)
        results = linter.lint([scratch], None)
    for result in results:
        lines = [line.strip() for line in result.strip().split("\n")]
        yield "; ".join(line for line in lines if not line.startswith(("File path:", "Position:")))


def parts(text: str):
    """Values and attributes: what a translation tool shows of an FTL file."""
    for message in parse(text).body:
        if isinstance(message, ast.Message):
            if message.value:
                yield message.id.name, serializer.serialize_pattern(message.value).strip()
            for attribute in message.attributes:
                value = serializer.serialize_pattern(attribute.value).strip()
                yield f"{message.id.name}.{attribute.id.name}", value


CHECKERS = {}
SEEN = {}


def checker(locale: str):
    if locale not in CHECKERS:
        options = SimpleNamespace(excludefilters={}, limitfilters=None, includefuzzy=True,
                                  includereview=True, autocorrect=False, addnotes=True)
        code = {"zh": "zh_CN"}.get(locale, locale)
        CHECKERS[locale] = pofilter.pocheckfilter(options, None, checks.CheckerConfig(targetlanguage=code))
    return CHECKERS[locale]


def pofilter_(reference: str, translation: str, locale: str):
    targets = dict(parts(translation))
    for name, source in parts(reference):
        key = (locale, source, targets.get(name, ""))
        if key not in SEEN:
            unit = pypo.pounit(source)
            unit.target = key[2]
            failures = checker(locale).filterunit(unit)
            SEEN[key] = [f"{code}: {failure['message']}" for code, failure in failures.items()]
        yield from (f"{name}: {failure}" for failure in SEEN[key])


RUN = {"compare-locales": compare_locales, "moz-fluent-linter": moz_fluent_linter, "pofilter": pofilter_}
BEFORE = {}


def new(tool: str, case, texts) -> Counter:
    """What a tool says that it did not say of the files as they are."""
    key = (tool, case.locale, case.file)
    if key not in BEFORE:
        BEFORE[key] = Counter(RUN[tool](read("en", case.file), read(case.locale, case.file), case.locale))
    return Counter(RUN[tool](*texts, case.locale)) - BEFORE[key]


def main():
    caught, of, alarmed = defaultdict(Counter), Counter(), Counter()
    outside, alarms = 0, []
    for case in cases("known"):
        of[case.kind] += 1
        texts = changed(case)
        outside += texts is None
        for tool in RUN:
            caught[tool][case.kind] += bool(texts and new(tool, case, texts))
    good = list(cases("good"))
    for case in good:
        texts = changed(case)
        if case.locale == "en" and texts:
            texts = (texts[1], texts[1])  # a source has nothing to differ from
        for tool in RUN:
            found = new(tool, case, texts) if texts else None
            alarmed[tool] += bool(found)
            alarms += [f"{tool}: {case.locale} {case.message}: {said}" for said in found or ()]
    row = "{:26}{:>18}{:>20}{:>12}".format
    print(*(f"{tool}: {package} {version(package)}" for tool, package in TOOLS.items()), sep="\n", end="\n\n")
    print(row("kind", *RUN))
    for kind in sorted(of):
        print(row(kind, *(f"{caught[tool][kind]}/{of[kind]}" for tool in RUN)))
    print(row("all", *(f"{caught[tool].total()}/{of.total()}" for tool in RUN)))
    print(f"\nof these, mistakes that are not in FTL files, but in the Markdown only: {outside}\n")
    print(row("good variations", *(f"{alarmed[tool]}/{len(good)}" for tool in RUN)))
    files = [(locale, file) for locale in LOCALES[:2] + LOCALES[3:] for file in [*RELEASES.values(), "hexapla"]]
    as_is = {tool: sum(len(list(RUN[tool](read("en", file), read(locale, file), locale))) for locale, file in files) for tool in RUN}
    print(row("findings on good files", *(as_is[tool] for tool in RUN)))
    print("\nSaid of good variations:\n" + "\n".join(sorted(alarms)))


if __name__ == "__main__":
    sys.exit(main())
