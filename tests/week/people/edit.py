"""A text editor: edit FILE replace OLD NEW | after START TEXT | delete START | move START BEFORE

`after`, `delete` and `move` know a paragraph or a section by how it starts. `\\n` is a new line. What is
not there exactly once is an error.
"""

import re
import sys
from pathlib import Path


def one(text: str, start: str, pattern: str) -> re.Match:
    found = list(re.finditer(f"(?m)^{re.escape(start)}{pattern}", text))
    assert len(found) == 1, f"{start!r} is there {len(found)} times"
    return found[0]


def main() -> None:
    path, verb = Path(sys.argv[1]), sys.argv[2]
    first, second = [word.replace("\\n", "\n") for word in [*sys.argv[3:], ""][:2]]
    text = path.read_text()
    if verb == "replace":
        assert text.count(first) == 1, f"{first!r} is there {text.count(first)} times"
        text = text.replace(first, second)
    elif verb == "after":
        place = one(text, first, ".*\n").end()
        text = f"{text[:place]}\n{second}\n{text[place:]}"
    elif verb == "delete":
        found = one(text, first, ".*\n\n?")
        text = text[: found.start()] + text[found.end() :]
    elif verb == "move":
        found = one(text, first, r"(?:.*\n)(?:(?!## ).*\n)*")
        text = text[: found.start()] + text[found.end() :]
        place = one(text, second, "").start()
        text = text[:place] + found[0].rstrip("\n") + "\n\n" + text[place:]
    else:
        raise SystemExit(f"edit: {verb}?")
    path.write_text(text.rstrip("\n") + "\n")


main()
