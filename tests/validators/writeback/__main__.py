"""What Pontoon and Weblate write back loses nothing and marks nothing stale.

Usage: python tests/validators/writeback HEXAPLA

Every step works on copies of this project, to which the release in tricky/ is added. A tool writes
all files of all languages that l10n.toml lists, then come `hexapla sync`, `check` and `build`. Prints
one line for each finding, and one with the counts for each tool. Then the same with one fault at a
time, which must be found (FAULTS). Exit code 1 if anything failed.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pontoon
import weblate
from configuration import pairs, unlisted
from faults import FAULTS, Fault
from scenarios import SCENARIOS, Scenario
from words import Key, lock, words

HERE = Path(__file__).parent
PROJECT = HERE.parents[2]
TOOLS = {"Pontoon": pontoon.write_back, "Weblate": weblate.write_back}


@dataclass
class Project:
    """A copy of the project."""

    root: Path
    hexapla: Path

    def run(self, *arguments: str) -> dict:
        command = [self.hexapla, *arguments, "--project", self.root, "--message-format", "json"]
        answer = subprocess.run(command, capture_output=True, text=True)
        if answer.returncode == 2 or not answer.stdout:
            raise RuntimeError(f"{' '.join(arguments)}: {answer.stderr or answer.stdout}")
        return json.loads(answer.stdout.splitlines()[-1]) | {
            "code": answer.returncode,
            "found": answer.stderr,
        }

    def build(self, name: str) -> dict[str, list[str]]:
        """The lines of every file of every edition, those in books too."""
        output = self.root.parent / name
        answer = self.run("build", "--output", str(output))
        found = {"errors": answer["found"].split("\n")} if answer["code"] else {}
        for path in sorted(file for file in output.rglob("*") if file.is_file()):
            place = path.relative_to(output).as_posix()
            if path.suffix == ".epub":
                with zipfile.ZipFile(path) as book:
                    for part in book.namelist():
                        found[f"{place}/{part}"] = book.read(part).decode("utf-8", "replace").split("\n")
            elif path.name != "manifest.json":
                found[place] = path.read_text(errors="replace").split("\n")
        return found

    def locks(self) -> dict[str, dict[str, dict[str, str]]]:
        return {
            path.parent.name: lock(path)
            for path in sorted((self.root / "content").glob("*/translations.lock"))
        }

    def references(self) -> dict[str, bytes]:
        names = sorted({reference for reference, _, _ in pairs(self.root)})
        return {name: (self.root / name).read_bytes() for name in names}


def copy(hexapla: Path, scratch: Path) -> Project:
    root = scratch / "project"
    for name in ("content", "locales"):
        shutil.copytree(PROJECT / name, root / name)
    for name in ("hexapla.toml", "l10n.toml"):
        shutil.copy(PROJECT / name, root)
    tricky = root / "content/tricky"
    tricky.mkdir()
    for file in (HERE / "tricky").iterdir():
        target = root / f"locales/{file.stem}/tricky.ftl" if file.suffix == ".ftl" else tricky / file.name
        shutil.copy(file, target)
    return Project(root, hexapla)


def differences(
    before: dict[str, list[str]], after: dict[str, list[str]], scenario: Scenario
) -> Iterator[str]:
    """What differs between two builds, but for the words that a translator replaced."""
    allowed = [(edit.locale, (edit.old, edit.new)) for edit in scenario.edits]
    # How large a file is may change with it.
    size = re.compile(r"\d+(?=[\s\u00a0\u202f]?(?:kB|kilo|ko|Ko|кБ|КБ|千字节|كيلوبايت|KB))")
    for name in sorted(before.keys() | after.keys()):
        one, other = before.get(name), after.get(name)
        if scenario.apart and name.startswith(scenario.apart):
            continue
        if one is None or other is None:
            yield f"{name} is {'new' if one is None else 'gone'}"
            continue
        if one == other:
            continue
        mine = [words for locale, words in allowed if f"/{locale}/" in f"/{name}"]
        restored = [undone(line, mine) for line in other]
        original = [undone(line, mine) for line in one]
        if [size.sub("", line) for line in restored] != [size.sub("", line) for line in original]:
            number = next(
                (n for n, (a, b) in enumerate(zip(original, restored), 1) if a != b),
                min(len(one), len(other)),
            )
            yield f"an edition differs: {name}:{number}"


def undone(line: str, edits: list[tuple[str, str]]) -> str:
    for old, new in edits:
        line = line.replace(new, old)
    return line


def changed_words(before: dict[Key, str], after: dict[Key, str], scenario: Scenario) -> Iterator[str]:
    wanted = dict(before)
    for edit in scenario.edits:
        source = before.get(edit.key) or before[("en", *edit.key[1:])]
        wanted[edit.key] = source.replace(edit.old, edit.new)
    for key in scenario.gone(before):
        wanted.pop(key)
    for key in sorted(wanted.keys() | after.keys()):
        if key not in after:
            yield f"a translation is lost: {' '.join(key)}"
        elif key not in wanted:
            yield f"a message is new: {' '.join(key)}"
        elif wanted[key] != after[key]:
            yield f"a translation changed: {' '.join(key)}: {wanted[key]!r} is now {after[key]!r}"


def states(before: dict, after: dict, scenario: Scenario) -> Iterator[str]:
    """Every translation has the stamp of the source as it is; only what changed has a new one."""
    edited = {(edit.locale, edit.file, edit.id) for edit in scenario.edits}
    for slug, now in after.items():
        current = {name: line.split()[1] for name, line in now["segments"].items()}
        for section in sorted(before[slug].keys() | now.keys()):
            kind, _, locale = section.partition(" ")
            old, new = before[slug].get(section, {}), now.get(section, {})
            if kind == "attic":
                yield from (
                    f"the attic lost {locale} {slug} {name}" for name in old if new.get(name) != old[name]
                )
            if kind != "locale":
                continue
            for name in sorted(current.keys() & (old.keys() | new.keys())):
                where = f"{locale} {slug} {name}"
                if name not in new:
                    yield f"unverified: {where} has no stamp any more"
                elif old.get(name) != new[name] and new[name].split()[0] != current[name]:
                    yield f"stale: {where} is stamped with another source"
                elif (locale, slug, name) in edited and old.get(name) == new[name]:
                    yield f"no new stamp: {where}, whose words have changed"
                elif (locale, slug, name) not in edited and old.get(name) != new[name]:
                    yield f"a new stamp: {where}, whose words are the same"


def play(scenario: Scenario, tool: str, hexapla: Path, fault: Fault | None = None) -> list[str]:
    """What is wrong after a tool has written everything back."""
    with tempfile.TemporaryDirectory() as scratch:
        project = copy(hexapla, Path(scratch).resolve())
        project.run("sync")
        if project.run("sync")["written"]:
            return ["`sync` is not at rest after itself"]
        scenario.prepare(project.root)
        project.run("sync")
        before_words, before_locks = words(project.root), project.locks()
        before, references = project.build("before"), project.references()
        checked = project.run("check")
        for reference, target, (locale, file) in pairs(project.root):
            edits = {
                edit.message: (edit.old, edit.new)
                for edit in scenario.edits
                if (edit.locale, edit.file) == (locale, file)
            }
            TOOLS[tool](project.root / reference, project.root / target, edits)
        harm(fault, "files", project.root)
        project.run("sync")
        harm(fault, "lock", project.root)
        after = project.build("after")
        harm(fault, "editions", after)
        found = [
            *changed_words(before_words, words(project.root), scenario),
            *states(before_locks, project.locks(), scenario),
            *differences(before, after, scenario),
            *(
                f"the reference changed: {name}"
                for name, text in project.references().items()
                if references.get(name) != text
            ),
            *scenario.proof(project.root),
            *unlisted(project.root),
        ]
        more = codes(project.run("check")) - codes(checked)
        found += [f"`check` finds more: {code}" for code in more]
        if not fault and project.run("sync")["written"]:
            found.append("`sync` is not at rest afterwards")
        return found


def codes(answer: dict) -> Counter:
    """How often `check` says what."""
    return Counter(json.loads(line)["code"] for line in answer["found"].splitlines() if line)


def harm(fault: Fault | None, when: str, what) -> None:
    if fault and fault.when == when:
        fault.harm(what)


def proven(tool: str, number: int, fault: int | None) -> list[str]:
    """What is wrong with a round of a tool; with a fault, that it was not found."""
    hexapla = Path(sys.argv[1]).resolve()
    found = play(SCENARIOS[number], tool, hexapla, None if fault is None else FAULTS[fault])
    if fault is None:
        return [f"{SCENARIOS[number].says}: {line}" for line in found]
    if any(re.search(FAULTS[fault].finds, line) for line in found):
        return []
    return [f"this test did not catch {FAULTS[fault].says}; it said: {found or 'nothing'}"]


def main() -> None:
    rounds = [(number, None) for number in range(len(SCENARIOS))]
    rounds += [(fault.scenario, number) for number, fault in enumerate(FAULTS)]
    wrong = 0
    with ProcessPoolExecutor() as pool:
        for tool in TOOLS:
            results = list(pool.map(proven, [tool] * len(rounds), *zip(*rounds)))
            for line in (line for lines in results for line in lines):
                print(f"{tool}: {line}")
            failed = sum(map(bool, results))
            print(f"{tool}: {len(results) - failed} passed, {failed} failed")
            wrong += failed
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
