"""A translator's round in Pontoon: pontoon LOCALE < WORDS

A line of WORDS is `id = words`. Pontoon writes the locale's file anew from the reference, as
tests/validators/writeback/pontoon.py does.
"""

import os
import sys
from pathlib import Path

HERE = Path(os.environ["WEEK"])
sys.path.append(str(HERE.parent / "validators/writeback"))

from fluent.syntax import FluentSerializer, ast, parse  # noqa: E402
from pontoon import write_back  # noqa: E402


def values(path: Path) -> dict[str, str]:
    """What stands after the “=” of every message, as Pontoon stores it."""
    body = parse(path.read_text()).body if path.exists() else []
    serializer = FluentSerializer()
    found = {}
    for entry in body:
        if isinstance(entry, ast.Message):
            entry.comment = None
            found[entry.id.name] = serializer.serialize_entry(entry).partition(" = ")[2].rstrip("\n")
    return found


def main() -> None:
    locale = sys.argv[1]
    (source,) = Path("locales/en").glob("2*.ftl")
    target = Path("locales") / locale / source.name
    reference, here = values(source), values(target)
    edits = {}
    for line in sys.stdin.read().splitlines():
        name, _, words = line.partition(" = ")
        edits[name] = (here.get(name, reference[name]), words)
    write_back(source, target, edits)


main()
