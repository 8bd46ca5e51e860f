"""A machine that is full, locked, shared, or changes files while they are read."""

import fcntl
import os
import resource
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from scene import Scene, Tree, published, rebuilt, resynced, tree
from stops import OPENS, stops

NOBODY = 65534
Wrong = list[str]


def could_not(done: subprocess.CompletedProcess[str], *words: str) -> Wrong:
    """What is wrong with how a command says that it could not run."""
    said = done.stderr.split("error[could-not-run]")
    wrong = [] if done.returncode == 2 else [f"it ended with {done.returncode}: {done.stderr}{done.stdout[-300:]}"]
    wrong += [] if "help: " in said[-1] else [f"no help: {done.stderr}"]
    return wrong + [f"`{word}` is not said: {said[-1]}" for word in words if word not in done.stderr]


@contextmanager
def small_disk(scene: Scene, state: str, free: int) -> Iterator[None]:
    """The scene on a file system of its own that has this many bytes left."""
    scene.back(state)
    shutil.rmtree(scene.place)
    scene.place.mkdir()
    told = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", scene.place], capture_output=True, text=True)
    if told.returncode != 0:
        raise SystemExit(f"a full disk cannot be tried: {told.stderr}help: run this as root")
    try:
        shutil.copytree(scene.kept / state, scene.place, symlinks=True, dirs_exist_ok=True)
        space = os.statvfs(scene.place)
        filler = scene.place / "filler"
        filler.write_bytes(bytes(max(space.f_bavail * space.f_frsize - free, 0)))
        yield
        filler.unlink(missing_ok=True)
    finally:
        subprocess.run(["umount", scene.place], check=True)


def full(scene: Scene, wanted: dict[str, Tree]) -> Iterator[tuple[str, Wrong]]:
    """A disk with some room, but not enough; a file that must not grow."""
    for free in (0, 4096, 12 << 10, 40 << 10, 80 << 10):
        with small_disk(scene, "synced", free):
            done = scene.run("build")
            wrong = could_not(done, "No space left", "make room") + published(scene, wanted)
            (scene.place / "filler").unlink()
            yield f"build with {free} bytes left", wrong + rebuilt(scene, wanted)
    for free in (0, 4096, 8192):
        with small_disk(scene, "written", free):
            wrong = could_not(scene.run("sync"), "No space left", "make room")
            (scene.place / "filler").unlink()
            yield f"sync with {free} bytes left", wrong + resynced(scene, wanted, revert=free > 0)

    def small_files() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))

    scene.back("synced")
    wrong = could_not(scene.run("build", preexec_fn=small_files), "File too large") + published(scene, wanted)
    yield "build where files must not grow", wrong + rebuilt(scene, wanted)


@contextmanager
def locked(scene: Scene, path: Path, mode: int) -> Iterator[dict]:
    """Takes rights away; gives how a command is run by somebody who has no more than those."""
    who = {}
    if os.geteuid() == 0:
        who = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
        subprocess.run(["chown", "-R", f"{NOBODY}:{NOBODY}", scene.place], check=True)
    before = path.stat().st_mode
    path.chmod(mode)
    try:
        yield who
    finally:
        path.chmod(before)
        if who:
            subprocess.run(["chown", "-R", "0:0", scene.place], check=True)


def rights(scene: Scene, wanted: dict[str, Tree]) -> Iterator[tuple[str, Wrong]]:
    """Folders and files that must not be read or written."""
    for path, mode, words in (
        ("output", 0o555, ["Permission denied"]),
        ("output/wells", 0o000, ["Permission denied", "output/wells"]),
        ("output/wells/manifest.json", 0o000, ["Permission denied", "manifest.json"]),
        ("output/ar", 0o555, ["Permission denied", "output/ar"]),
        ("content/wells/index.md", 0o000, ["Permission denied", "content/wells/index.md"]),
        ("content/wells/水井.svg", 0o000, ["Permission denied", "水井.svg"]),
        ("content/wells", 0o000, ["Permission denied", "content/wells"]),
        ("locales/ar/wells.ftl", 0o000, ["Permission denied", "locales/ar/wells.ftl"]),
        ("locales", 0o000, ["Permission denied", "locales"]),
        ("hexapla.toml", 0o000, ["Permission denied", "hexapla.toml"]),
    ):
        scene.back("synced")
        with locked(scene, scene.project / path, mode) as who:
            wrong = could_not(scene.run("build", **who), *words)
        yield f"build, {path} is {mode:o}", wrong + published(scene, wanted) + rebuilt(scene, wanted)
    for path, mode, words in (
        ("locales/en", 0o555, ["locales/en"]),
        ("content/wells", 0o555, ["content/wells"]),
        ("content/wells/translations.lock", 0o444, ["write-protected"]),
        ("content/wells/translations.lock", 0o000, ["Permission denied", "translations.lock"]),
        (".", 0o555, ["Permission denied"]),
    ):
        scene.back("written")
        with locked(scene, scene.project / path, mode) as who:
            wrong = could_not(scene.run("sync", **who), *words)
            wrong += [] if scene.sources() == wanted["unsynced"] else ["something was written"]
        yield f"sync, {path} is {mode:o}", wrong + resynced(scene, wanted, revert=False)


def memory(scene: Scene, wanted: dict[str, Tree]) -> Iterator[tuple[str, Wrong]]:
    """What a build remembers cannot be read or written, or is not what it wrote."""
    cache = scene.place / "cache"
    for mode in (0o000, 0o555):
        scene.back("synced")
        with locked(scene, cache / "hexapla", mode) as who:
            done = scene.run("build", **who)
            wrong = [] if done.returncode == 0 else [f"{done.returncode} {done.stderr}"]
            wrong += [] if tree(scene.output) == wanted["new output"] else ["other bytes"]
        yield f"the memory is {mode:o}", wrong + rebuilt(scene, wanted)

    def a_file() -> None:
        shutil.rmtree(cache)
        cache.write_text("no folder")

    def in_the_way() -> None:
        for path in list(cache.rglob("*.json")):
            path.unlink()
            path.mkdir()

    def foreign() -> None:
        for path in cache.rglob("*.json"):
            path.write_text('{"from":"' + "0" * 64 + '","editions":[],"output":{"files":[],"seconds":0}}')

    def deep() -> None:
        for path in cache.rglob("*.json"):
            path.write_text("[" * 100_000)

    def noise() -> None:
        for path in cache.rglob("*.json"):
            path.write_bytes(bytes(range(256)) * 64)

    for damage in (a_file, in_the_way, foreign, deep, noise):
        scene.back("synced")
        damage()
        done = scene.run("build")
        wrong = [] if done.returncode == 0 else [f"{done.returncode} {done.stderr}"]
        wrong += [] if tree(scene.output) == wanted["new output"] else ["other bytes"]
        yield f"the memory: {damage.__name__}", wrong


def patiently(is_so: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + 60
    while not is_so():
        if time.monotonic() > end:
            raise SystemExit(f"it never came to this: {what}")
        time.sleep(0.002)


def start(scene: Scene, *arguments: str, before: Sequence[str] = ()) -> subprocess.Popen[str]:
    told = [*before, *scene.command(*arguments)]
    return subprocess.Popen(told, env=scene.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@contextmanager
def halted(scene: Scene, name: str, number: int, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A command that has stopped at a system call: strace, and the process."""
    log = scene.place / "stops"
    log.write_text("")
    told = ["strace", "-f", "-qq", "-o", str(log), "-e", f"trace={name}", "-e", f"inject={name}:signal=SIGSTOP:when={number}"]
    run = start(scene, *arguments, before=told)
    patiently(lambda: "stopped by SIGSTOP" in log.read_text() or run.poll() is not None, "it has stopped")
    if run.poll() is not None:
        raise SystemExit(f"it did not stop at {name} {number}: {run.communicate()}")
    # The log names the thread.
    status = Path(f"/proc/{log.read_text().split()[0]}/status").read_text()
    process = int(status.split("Tgid:")[1].split()[0])
    try:
        yield run, process
    finally:
        if run.poll() is None:
            os.kill(process, signal.SIGKILL)
        run.wait()
        log.unlink()


def changing(scene: Scene, wanted: dict[str, Tree], scratch: Path) -> Iterator[tuple[str, Wrong]]:
    """A source changes, or vanishes, while it is read, and is then as it was."""
    scene.back("synced")
    opened = [stop for stop in stops(scene, scratch, "build", everything=True) if stop.name in OPENS and not stop.main]
    reads = [(stop, scene.project / stop.text.split('"')[1]) for stop in opened if '"' in stop.text]
    own = [scene.project / name for name in ("content", "locales")]
    mine = [(stop, path) for stop, path in reads if any(folder in path.parents for folder in own) and path.is_file()]
    if len(mine) < 20:
        raise SystemExit(f"sources are read {len(mine)} times only")
    for way in ("changes", "vanishes"):
        for stop, path in mine[:: scene.every]:
            scene.back("synced")
            before = path.read_bytes()
            with halted(scene, stop.name, stop.number, "build") as (run, process):
                if way == "changes":
                    path.write_bytes(before.replace(b"deep", b"wide").replace("ماء".encode(), "مياه".encode()).replace("水".encode(), "河".encode()))
                else:
                    path.unlink()
                # Another thread may come to its own call of this number.
                while run.poll() is None:
                    with suppress(ProcessLookupError):
                        os.kill(process, signal.SIGCONT)
                    time.sleep(0.002)
                err = run.stderr.read()
            wrong = [] if run.returncode in (0, 1, 2) else [f"it ended with {run.returncode}: {err}"]
            path.write_bytes(before)
            yield f"{path.relative_to(scene.project)} {way} at {stop.name} {stop.number}", wrong + rebuilt(scene, wanted)


def together(scene: Scene, wanted: dict[str, Tree]) -> Iterator[tuple[str, Wrong]]:
    """Two commands at once."""
    for command, state, folder in (("build", "synced", scene.output), ("sync", "written", scene.project)):
        scene.back(state)
        hold = os.open(folder, os.O_RDONLY)
        fcntl.flock(hold, fcntl.LOCK_EX)
        # The first waits until it is let in, the second until it gives up.
        waiting, losing = (start(scene, command) for _ in range(2))
        first = waiting.stderr.readline()
        wrong = [] if f"waiting: process {os.getpid()} (" in first and str(folder) in first else [f"it says: {first}"]
        if command == "build":
            out, err = losing.communicate(timeout=60)
            if losing.returncode != 2 or f"process {os.getpid()} (" not in err.split("error[could-not-run]")[-1] or "help: wait" not in err:
                wrong.append(f"whoever gives up says {losing.returncode}: {err}")
            wrong += published(scene, wanted)
            waiting.kill()
            waiting.wait()
            waiting = start(scene, command)
            waiting.stderr.readline()
        os.close(hold)
        out, err = waiting.communicate(timeout=60)
        wrong += [] if waiting.returncode == 0 else [f"it ended with {waiting.returncode}: {err}"]
        losing.wait()
        yield f"{command} waits", wrong + (rebuilt(scene, wanted) if command == "build" else resynced(scene, wanted, False))

        scene.back(state)
        with halted(scene, "write", 3, command) as (run, process):
            second = start(scene, command)
            first = second.stderr.readline()
            wrong = [] if f"process {process} (`{scene.hexapla.name} {command}`, started " in first else [f"it says: {first}"]
            os.kill(process, signal.SIGKILL)
        out, err = second.communicate(timeout=60)
        wrong += [] if second.returncode == 0 else [f"it ended with {second.returncode}: {err}"]
        yield f"{command} after one that was killed in its turn", wrong + (
            rebuilt(scene, wanted) if command == "build" else resynced(scene, wanted, False)
        )
    for _ in range(5):
        scene.back("synced")
        both = [start(scene, "build") for _ in range(2)]
        said = [(one.communicate(timeout=60)[1], one.returncode) for one in both]
        yield "two builds at once", [f"{code}: {err}" for err, code in said if code != 0] + rebuilt(scene, wanted)
