"""A command is stopped at, or fails at, one system call after another, by strace."""

import re
import subprocess
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from scene import Scene

# What changes the disk; of `openat`, only where it makes or empties a file.
CHANGES = "mkdir write openat openat2 rename renameat renameat2 link linkat symlink unlink unlinkat rmdir chmod fchmod fchmodat ftruncate copy_file_range fsync fdatasync syncfs".split()
# What opens a file or a folder; sources by `openat2`.
OPENS = ("openat", "openat2")
CALL = re.compile(r"(\d+) +(\w+)\((.*)")


class Stop(NamedTuple):
    """The n-th call of a name, in whichever thread comes first, or in the main thread only."""

    name: str
    number: int
    main: bool
    # For people.
    text: str


def trace(scene: Scene, scratch: Path, *arguments: str) -> list[tuple[str, str, str]]:
    """The calls of a command: thread, name, the rest."""
    log = scratch / "trace"
    told = ["strace", "-f", "-qq", "-s", "16", "-o", str(log), "-e", "trace=?" + ",?".join(CHANGES)]
    done = subprocess.run(told + scene.command(*arguments), env=scene.environment, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"strace: {done.stderr}")
    # Signs that are not ASCII are written as their bytes, in octal.
    text = re.sub(rb"\\(\d{3})", lambda sign: bytes([int(sign[1], 8)]), log.read_bytes()).decode(errors="replace")
    matches = (CALL.match(line) for line in text.splitlines())
    return [match.groups() for match in matches if match]


def changes(name: str, rest: str) -> bool:
    if name in OPENS:
        return "O_CREAT" in rest or "O_TRUNC" in rest
    if name == "write":
        return not rest.startswith(("1,", "2,"))
    return True


def stops(scene: Scene, scratch: Path, *arguments: str, everything: bool = False) -> list[Stop]:
    """All places where a command changes the disk; with `everything` also where it reads."""
    calls = trace(scene, scratch, *arguments)
    main = calls[0][0]
    begun = next(i for i, (_, _, rest) in enumerate(calls) if "hexapla.toml" in rest)
    own: Counter[tuple[str, str]] = Counter()
    seen: set[tuple[str, int]] = set()
    found, lost = [], 0
    for index, (thread, name, rest) in enumerate(calls):
        own[thread, name] += 1
        key = (name, own[thread, name])
        is_first = key not in seen
        seen.add(key)
        if index < begun or not (everything or changes(name, rest)):
            continue
        if is_first or thread == main:
            found.append(Stop(*key, not is_first, f"{name}({rest[:200]}"))
        else:
            lost += 1
    # strace counts the calls of each thread by itself: the stop before says the same of the disk.
    if lost * 10 > len(found):
        raise SystemExit(f"{lost} calls of {lost + len(found)} cannot be reached")
    return found


def play(scene: Scene, stop: Stop, inject: str, *arguments: str, often: str = "") -> subprocess.CompletedProcess[str]:
    """Runs a command to a stop, and injects a signal or an error there."""
    told = ["strace", *([] if stop.main else ["-f"]), "-qq", "-o", "/dev/null", "-e", f"trace={stop.name}"]
    told += ["-e", f"inject={stop.name}:{inject}:when={stop.number}{often}"]
    return subprocess.run(told + scene.command(*arguments), env=scene.environment, capture_output=True, text=True)
