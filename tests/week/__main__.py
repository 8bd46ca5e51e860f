"""A week of a translation team, played in a scratch project.

Usage: python tests/week HEXAPLA

Needs git, and what tests/validators/requirements.txt names. week.sh is the story: every comment and
every command of it, and what the commands print, must be what stands in week.txt. Then the same with
one fault at a time, which must be found (FAULTS). SNAPSHOTS=overwrite writes week.txt anew: read the
difference before you commit it. Exit code 1 if anything failed.
"""

import difflib
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
EXPECTED = HERE / "week.txt"
# What differs from run to run, what says nothing to a person, and sizes, which are the business of
# other tests.
MASKED = re.compile(r"\d+\.\d\d(?= s\b)|\d+(?= kB)|(?<=# Digests: ).+")
# In the story, what the fault puts in the place of what; and what the transcript says then.
FAULTS = {
    "a corrected slip is no longer minor": ("sync --minor ndiaye-quote-44yb", "sync", "ndiaye-quote-44yb, stale"),
    "the attic is emptied": (
        "# Friday.",
        "sed -i '/^.attic zh.$/,/^$/d' $lock; commit Nobody 'the attic is emptied'\n\n# Friday.",
        "LOST: zh",
    ),
    "a translation is dropped on the way": (
        "# The week is over",
        "sed -i '/^network-heading /d' $ar; commit Nobody 'dropped'\n\n# The week is over",
        "LOST: ar, network-heading",
    ),
}


def commands(story: str) -> Iterator[list[str]]:
    """The story's commands and comments, each with all of its lines."""
    lines = iter(story.splitlines())
    for line in lines:
        one = [line]
        if not line.startswith("#"):
            here = re.search(r"<<'(\w+)'", line)
            while one[-1].endswith("\\") or here and one[-1] != here[1]:
                one.append(next(lines))
        yield one


def script(story: str) -> str:
    """The story as a shell script that says each command before it runs it, and how it ended."""
    parts = [f"source {shlex.quote(str(HERE / 'people.sh'))}"]
    for one in commands(story):
        text = "\n".join(one)
        if not text or text.startswith("#"):
            parts.append(f"printf '%s\\n' {shlex.quote(text)}")
            continue
        parts.append(f"printf '%s\\n' {shlex.quote('$ ' + text)}")
        parts += [text, 'code=$?; [ $code = 0 ] || echo "? $code"']
    return "\n".join(parts) + "\n"


def play(story: str, hexapla: Path) -> str:
    """What a person at the terminal sees all through the week."""
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / "project"
        shutil.copytree(HERE / "start", root)
        (Path(scratch) / "desk").mkdir()
        own = ("PATH", "HOME", "TMPDIR")
        environment = {name: os.environ[name] for name in own if name in os.environ} | {
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
            "NO_COLOR": "1",
            "PYTHONUTF8": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": "/dev/null",
            "HEXAPLA": str(hexapla),
            "PYTHON": sys.executable,
            "WEEK": str(HERE.resolve()),
        }
        answer = subprocess.run(
            ["bash", "-c", script(story)],
            cwd=root,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        seen = answer.stdout.decode().replace(scratch, "SCRATCH")
    return MASKED.sub("[..]", seen)


def differences(seen: str) -> list[str]:
    expected = EXPECTED.read_text() if EXPECTED.exists() else ""
    lines = expected.splitlines(), seen.splitlines()
    return list(difflib.unified_diff(*lines, "week.txt", "as it went", lineterm="", n=2))


def unseen(story: str, hexapla: Path) -> Iterator[str]:
    """Faults that the transcript does not show."""
    for what, (old, new, finds) in FAULTS.items():
        if story.count(old) != 1:
            yield f"{what}: the story does not hold {old!r} once"
            continue
        seen = play(story.replace(old, new), hexapla)
        if not any(line.startswith("+") and finds in line for line in differences(seen)):
            yield f"{what}: the transcript does not say {finds!r}"


def main() -> int:
    hexapla = Path(sys.argv[1]).resolve()
    story = (HERE / "week.sh").read_text()
    seen = play(story, hexapla)
    if os.environ.get("SNAPSHOTS") == "overwrite":
        EXPECTED.write_text(seen)
    found = differences(seen)
    if found:
        print("\n".join(found))
        print("week: it went otherwise. If it is better so: SNAPSHOTS=overwrite python tests/week HEXAPLA")
    missed = [] if found else list(unseen(story, hexapla))
    for line in missed:
        print(f"week: a fault is not found: {line}")
    print(f"week: {seen.count(chr(10) + '$ hexapla ')} calls of hexapla, {len(found)} lines differ, "
          f"{len(FAULTS) - len(missed) if not found else 0} of {len(FAULTS)} faults found")
    return 1 if found or missed else 0


if __name__ == "__main__":
    sys.exit(main())
