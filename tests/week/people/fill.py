"""A translator fills in a file of `hexapla todo`: fill FILE < WORDS

A line of WORDS is `id = words`, or `[x] id` for what is right as it stands.
"""

import re
import sys
from pathlib import Path


def main() -> None:
    path = Path(sys.argv[1])
    text = path.read_text()
    for line in sys.stdin.read().splitlines():
        if line.startswith("[x] "):
            wanted = rf"(?m)^# \[ \](.*\n(?:#.*\n)*{re.escape(line[4:])} =)"
            text, times = re.subn(wanted, r"# [x]\1", text)
        else:
            name = line.partition(" = ")[0]
            text, times = re.subn(rf"(?m)^{re.escape(name)} =.*$", lambda _: line, text)
        assert times == 1, f"{path} has {line!r} {times} times"
    path.write_text(text)


main()
