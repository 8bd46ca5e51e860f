"""Faults of the machine, one after another, and what must be true after each.

Usage: python tests/faults HEXAPLA [--every N] [PART ...]

With --every only one of N calls to the system is tried, which is quick. at_random.py and sizes.py have
what is tried by hand. Needs strace, and root or a file system of its own for what is told apart by users. Exit code 1 if
anything failed, 2 if it could not be tried.
"""

import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from machine import changing, full, memory, rights, together
from names import names
from scene import Scene, prepare, published, rebuilt, resynced
from stops import OPENS, play, stops

SHOWN = 20


class Tally:
    def __init__(self) -> None:
        self.wrong = 0

    def add(self, what: str, wrong: list[str]) -> None:
        self.wrong += bool(wrong)
        if wrong and self.wrong <= SHOWN:
            print(f"WRONG: {what}\n  " + "\n  ".join(wrong), flush=True)


def kills(scene: Scene, wanted, scratch: Path, tally: Tally) -> None:
    """Killed at every call that changes the disk."""
    for command, state in (("build", "synced"), ("sync", "written")):
        scene.back(state)
        points = stops(scene, scratch, command)[:: scene.every]
        for index, stop in enumerate(points):
            scene.back(state)
            done = play(scene, stop, "signal=SIGKILL", command)
            wrong = [] if done.returncode == -signal.SIGKILL else [f"it was not killed: {done.returncode}"]
            if command == "build":
                wrong += published(scene, wanted) + rebuilt(scene, wanted)
            else:
                wrong += resynced(scene, wanted, revert=index % 2 == 1)
            tally.add(f"{command} killed at {stop}", wrong)
        print(f"{command}: killed {len(points)} times", flush=True)


def errors(scene: Scene, wanted, scratch: Path, tally: Tally) -> None:
    """Every call fails that changes the disk."""
    for command, state in (("build", "synced"), ("sync", "written")):
        scene.back(state)
        points = stops(scene, scratch, command)[:: scene.every]
        for index, stop in enumerate(points):
            full = stop.name in ("write", "openat", "mkdir", "link", "linkat", "copy_file_range")
            scene.back(state)
            done = play(scene, stop, "error=ENOSPC" if full else "error=EIO", command)
            wrong = []
            if done.returncode not in (0, 2):
                wrong.append(f"it ended with {done.returncode}: {done.stderr[-500:]}")
            # strace counts by thread: in another, the same number may be the message itself.
            is_lost = stop.name == "write" and not done.stderr
            if done.returncode == 2 and not is_lost and "help: " not in done.stderr.split("error[could-not-run]")[-1]:
                wrong.append(f"no help: {done.stderr}")
            if command == "build":
                wrong += published(scene, wanted) + rebuilt(scene, wanted)
            else:
                wrong += resynced(scene, wanted, revert=index % 2 == 1)
            tally.add(f"{command} failed at {stop}", wrong)
        print(f"{command}: failed {len(points)} times", flush=True)


def reads(scene: Scene, wanted, scratch: Path, tally: Tally) -> None:
    """Every file and folder that is opened cannot be read, or is gone."""
    for error in ("EIO", "ENOENT"):
        for command, state in (("build", "synced"), ("sync", "written")):
            scene.back(state)
            points = [stop for stop in stops(scene, scratch, command, everything=True) if stop.name in OPENS][:: scene.every]
            for index, stop in enumerate(points):
                scene.back(state)
                done = play(scene, stop, f"error={error}", command)
                wrong = [] if done.returncode in (0, 1, 2) else [f"it ended with {done.returncode}: {done.stderr[-500:]}"]
                if done.returncode == 2 and "help: " not in done.stderr.split("error[could-not-run]")[-1]:
                    wrong.append(f"no help: {done.stderr}")
                if command == "build":
                    wrong += (published(scene, wanted) if error == "EIO" else []) + rebuilt(scene, wanted)
                else:
                    wrong += resynced(scene, wanted, revert=False) if done.returncode == 2 else []
                tally.add(f"{command}, {error} at {stop}", wrong)
            print(f"{command}: {error} {len(points)} times", flush=True)


def cases(part):
    """A part that gives its cases one by one."""

    def run(scene: Scene, wanted, scratch: Path, tally: Tally) -> None:
        count = 0
        for what, wrong in part(scene, wanted, scratch) if part is changing else part(scene, wanted):
            count += 1
            tally.add(what, wrong)
        print(f"{part.__name__}: {count} cases", flush=True)

    return run


PARTS = {"kills": kills, "errors": errors, "reads": reads}
PARTS |= {part.__name__: cases(part) for part in (full, rights, memory, changing, together, names)}


def main() -> int:
    if len(sys.argv) < 2 or not shutil.which("strace"):
        print(__doc__, file=sys.stderr)
        return 2
    parts, every = sys.argv[2:], 1
    if parts[:1] == ["--every"]:
        every, parts = int(parts[1]), parts[2:]
    tally = Tally()
    with tempfile.TemporaryDirectory() as place:
        # Others must be able to run it.
        Path(place).chmod(0o755)
        hexapla = Path(shutil.copy(sys.argv[1], Path(place) / "hexapla"))
        scene = Scene(hexapla, Path(place))
        scene.every = every
        wanted = prepare(scene)
        for name in parts or PARTS:
            began = time.monotonic()
            PARTS[name](scene, wanted, Path(place), tally)
            print(f"{name}: {time.monotonic() - began:.0f} seconds", flush=True)
    print(f"{tally.wrong} wrong")
    return int(tally.wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
