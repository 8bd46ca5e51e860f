"""A translator's CAT tool: what was not edited stays, what was edited comes back, no code is lost.

Usage: python tests/validators/exchange HEXAPLA

All releases are exported in all languages, from copies of this project. XLIFF and TMX must be what
xliff.rng and tmx.rng allow, which were written after the specifications. Translate Toolkit edits each
XLIFF file, other words in two messages and in a third a code that stands elsewhere, and saves it in
its own way. After `hexapla import` these messages differ and no others, their codes are the same, and
nothing is stale. Then faults, one at a time, which must be found, and change nothing. Prints one line
for each finding, and the counts. Exit code 1 if anything failed.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from fluent.syntax import FluentParser, ast
from lxml import etree
from translate.storage.xliff import xlifffile

HERE = Path(__file__).parent
PROJECT = HERE.parents[2]
HEXAPLA = Path(sys.argv[1]).resolve()
NAME = "{urn:oasis:names:tc:xliff:document:1.2}"
# Terms and variables, links, notes, tags, code and strong words.
CODE = re.compile(r"\{ ?[-$][^}]*\}|\]\[[^\]]*\]|\[\^[^\]]*\]|<[^>]*>|`[^`]*`|\*\*")


def hexapla(root: Path, *arguments: str | Path) -> int:
    command = [HEXAPLA, *arguments, "--project", root]
    answer = subprocess.run(command, capture_output=True, text=True)
    if answer.returncode == 2:
        raise RuntimeError(f"{' '.join(map(str, arguments))}: {answer.stderr}")
    return answer.returncode


def exported(folder: Path) -> tuple[Path, Path]:
    """A copy of the project, and what is exported from it."""
    root, sent = folder / "project", folder / "sent"
    for part in ("content", "locales"):
        shutil.copytree(PROJECT / part, root / part)
    shutil.copy(PROJECT / "hexapla.toml", root)
    for kind in ("xliff", "tmx", "html"):
        hexapla(root, "export", "--format", kind, "all", "--output", sent)
    return root, sent


def messages(root: Path) -> dict[str, str]:
    """Every message of every translation as its file has it, by `locale/release:id`."""
    found = {}
    for path in sorted(root.glob("locales/*/*.ftl")):
        text = path.read_bytes().decode()
        for entry in FluentParser().parse(text).body:
            if isinstance(entry, ast.Message):
                key = f"{path.parent.name}/{path.stem}:{entry.id.name}"
                start = entry.comment.span.end if entry.comment else entry.span.start
                found[key] = text[start : entry.span.end]
    return found


def elsewhere(root: Path) -> dict[str, bytes]:
    """All bytes of the project that an import may not change."""
    files = [path for path in root.rglob("*") if path.is_file() and path.suffix != ".lock"]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def invalid(sent: Path) -> Iterator[str]:
    for kind, ending in (("xliff", "xlf"), ("tmx", "tmx")):
        grammar = etree.RelaxNG(etree.parse(str(HERE / f"{kind}.rng")))
        files = sorted(sent.glob(f"*.{ending}"))
        if not files:
            yield f"there is no .{ending} file"
        for path in files:
            tree = etree.parse(str(path))
            if not grammar.validate(tree):
                yield f"{path.name}: {grammar.error_log.last_error}"
            for words in tree.iter(f"{NAME}source", f"{NAME}target"):
                ids = [code.get("id") for code in words.iter(f"{NAME}g", f"{NAME}x")]
                if len(ids) != len(set(ids)):
                    yield f"{path.name}:{words.sourceline}: two codes have one id"


def edit(path: Path) -> set[str]:
    """Edits a file as a translator does; what was edited, by `locale/release:id`."""
    release, locale = path.name.removesuffix(".xlf").rsplit(".", 1)
    store = xlifffile.parsefile(str(path))
    spoken: set[str] = set()
    moved: set[str] = set()
    for unit in store.units:
        name = unit.xmlelement.get("id").split(".")[0]
        if not unit.target:
            continue
        if len(unit.xmlelement.find(f"{NAME}target")) == 0:
            if len(spoken) < 2:
                unit.target = f"{unit.target} — {{ * }}"
                spoken.add(name)
        elif not moved:
            words = unit.rich_target[0]
            while len(words.sub) == 1:
                words = words.sub[0]
            code = next(part for part in words.sub if type(part).__name__ in ("G", "X"))
            words.sub.remove(code)
            words.sub.append(code)
            unit.rich_target = [words]
            moved.add(name)
    store.savefile(str(path))
    if len(spoken) < 2 or not moved:
        raise RuntimeError(f"{path.name}: there is too little to edit")
    return {f"{locale}/{release}:{name}" for name in spoken | moved}


def differences(before: dict[str, str], after: dict[str, str], edited: set[str]) -> Iterator[str]:
    changed = {key for key in before | after if before.get(key) != after.get(key)}
    yield from (f"{key} was not edited, and differs" for key in sorted(changed - edited))
    yield from (f"{key} was edited, and does not differ" for key in sorted(edited - changed))
    for key in sorted(changed & edited):
        was, now = (sorted(CODE.findall(text)) for text in (before[key], after[key]))
        if was != now:
            yield f"{key} had the codes {was}, and has {now}"


def stale(root: Path, folder: Path) -> Iterator[str]:
    hexapla(root, "export", "--format", "xliff", "all", "--output", folder)
    for path in sorted(folder.glob("*.xlf")):
        for unit in etree.parse(str(path)).iter(f"{NAME}trans-unit"):
            state = unit.find(f"{NAME}target").get("state")
            if state not in ("translated", "final"):
                yield f"{path.name}: {unit.get('id')} is {state}"


def round_trip(folder: Path) -> Iterator[str]:
    root, sent = exported(folder)
    yield from invalid(sent)
    before, rest = messages(root), elsewhere(root)
    files = sorted(sent.glob("*.xlf"))
    if hexapla(root, "import", *files) or elsewhere(root) != rest:
        yield "what nobody edited changed something"
    edited = set[str]().union(*(edit(path) for path in files))
    if hexapla(root, "import", *files):
        yield "what Translate Toolkit saved is refused"
    yield from differences(before, messages(root), edited)
    yield from stale(root, folder / "again")
    if hexapla(root, "sync") or list(stale(root, folder / "third")):
        yield "`hexapla sync` marks what came back as stale"
    print(f"exchange: {len(files)} files, {len(before)} messages, {len(edited)} of them edited")


def lose(path: Path) -> None:
    """Takes a code out of a target that the source has, too."""
    tree = etree.parse(str(path))
    for unit in tree.iter(f"{NAME}trans-unit"):
        source = {code.get("equiv-text") for code in unit.find(f"{NAME}source")}
        target = unit.find(f"{NAME}target")
        for code in [code for code in target if code.get("equiv-text") in source]:
            target.remove(code)
            tree.write(str(path), encoding="utf-8", xml_declaration=True)
            return
    raise RuntimeError(f"{path.name} has no code that could be lost")


def replace(old: str, new: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        text = path.read_text("utf-8")
        if old not in text:
            raise RuntimeError(f"{path.name} does not hold {old}")
        path.write_text(text.replace(old, new, 1), "utf-8")

    return change


BOMB = '<!DOCTYPE xliff [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n<xliff'
# What is done to a file, and why it has to be refused.
REFUSED: dict[str, Callable[[Path], None]] = {
    "a code is lost": lose,
    "it has a document type": replace("<xliff", BOMB),
    "it is of another release": replace('original="content/', 'original="content/no-'),
    "it is in another language": replace('target-language="ar"', 'target-language="de"'),
    "it is XLIFF 2": replace('version="1.2"', 'version="2.0"'),
    "it is no XLIFF": lambda path: path.write_text("<html/>"),
    "it ends too early": lambda path: path.write_bytes(path.read_bytes()[:9000]),
    "it is not UTF-8": lambda path: path.write_bytes(path.read_text("utf-8").encode("utf-16")),
    "it is larger than anything": lambda path: path.write_bytes(path.read_bytes() + b" " * 100_000_000),
}


def refusals(folder: Path) -> Iterator[str]:
    root, sent = exported(folder)
    good = sent / "2026-11-24-specimen.ar.xlf"
    whole = elsewhere(root), (root / "content/2026-11-24-specimen/translations.lock").read_bytes()
    for why, change in REFUSED.items():
        bad = folder / "bad.xlf"
        shutil.copy(good, bad)
        replace("</target>", " — x</target>")(bad)
        change(bad)
        code = hexapla(root, "import", bad)
        now = elsewhere(root), (root / "content/2026-11-24-specimen/translations.lock").read_bytes()
        if code != 1 or now != whole:
            yield f"not refused, though {why}"


def unseen(folder: Path) -> Iterator[str]:
    """Faults that the checks above must find."""
    root, sent = exported(folder)
    replace('extradata="', 'extra="')(sent / "2026-11-24-specimen.ar.xlf")
    replace("<seg>", "<seg><x/>")(sent / "2026-11-24-specimen.tmx")
    if len(list(invalid(sent))) != 2:
        yield "the schemas let faults through"
    before = messages(root)
    key = next(key for key, text in before.items() if CODE.search(text))
    for after, edited in (
        (before | {key: CODE.sub("", before[key])}, {key}),
        (before | {key: before[key] + "x"}, set()),
        (before, {key}),
    ):
        if not list(differences(before, after, edited)):
            yield f"a difference in {key} is not seen"
    lock = root / "content/2026-11-24-specimen/translations.lock"
    stamps = re.compile(r"(\[locale ar\]\n\S+) \S+")
    lock.write_text(stamps.sub(r"\1 4oymiquy7qobjgx3", lock.read_text("utf-8")), "utf-8")
    if not list(stale(root, folder / "again")):
        yield "a stale message is not seen"


def main() -> int:
    failed = 0
    for check in (round_trip, refusals, unseen):
        with tempfile.TemporaryDirectory() as folder:
            found = list(check(Path(folder)))
        for line in found:
            print(f"exchange: {line}")
        failed += bool(found)
    print(f"exchange: {3 - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
