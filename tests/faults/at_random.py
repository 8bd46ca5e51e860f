"""Kills at random moments, on a copy of a real project: by hand, since it takes minutes.

Usage: python tests/faults/at_random.py HEXAPLA PROJECT COUNT [SEED]

The project is edited: in every release some paragraphs change, and one goes. Then `build`, and `sync`,
are each killed COUNT times, somewhere between start and end. What must be true after each: every
release in the output is the old or the new, and so are the sources; the next command gives the bytes of
one that was never cut off, and leaves nothing behind. Exit code 1 if anything was wrong.
"""

import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from scene import Scene, Tree, dead, different, strays, tree


def edit(scene: Scene) -> None:
    for path in sorted(scene.project.glob("content/*/index.md")):
        front, rest = path.read_text(encoding="utf-8").split("\n+++\n", 1)
        blocks = rest.split("\n\n")
        # A paragraph may have a note for translators above it.
        notes = [re.match(r"\s*(<!--.*?-->\n)?", block, re.DOTALL).end() for block in blocks]
        is_plain = [re.match(r"[A-Z{][^|^]{80}", block[end:]) and not re.search(r"[|^]", block) for block, end in zip(blocks, notes)]
        plain = [index for index, it_is in enumerate(is_plain) if it_is]
        for index in plain[1::2]:
            blocks[index] = blocks[index][: notes[index]] + "At last: " + blocks[index][notes[index] :]
        if len(plain) > 2:
            del blocks[plain[1]]
        path.write_text(front + "\n+++\n" + "\n\n".join(blocks), encoding="utf-8")


def by_release(files: Tree) -> dict[str, Tree]:
    found: dict[str, Tree] = {}
    for path, content in files.items():
        found.setdefault(path.split("/")[0], {})[path] = content
    return found


def looked_at(scene: Scene, old: Tree, new: Tree, slugs: list[str]) -> list[str]:
    now, before, after = tree(scene.output), by_release(old), by_release(new)
    wrong = [f"{slug} is a mixture" for slug in slugs if by_release(now).get(slug) not in (before[slug], after[slug])]
    for path, content in now.items():
        if path.split("/")[0] in slugs or ".hexapla-" in path:
            continue
        if content not in (old.get(path), new.get(path)):
            wrong.append(f"{path} is neither old nor new")
        wrong += [f"{path} leads to {link}, which is not there" for link in dead(scene.output / path, content)]
    return wrong


def main(hexapla: Path, project: Path, count: int, seed: int) -> int:
    chance = random.Random(seed)
    failed = 0
    with tempfile.TemporaryDirectory() as place:
        scene = Scene(hexapla, Path(place))
        scene.environment["RAYON_NUM_THREADS"] = "2"
        scene.project.mkdir(parents=True)
        for name in ("content", "locales", "hexapla.toml", "l10n.toml"):
            take = shutil.copytree if (project / name).is_dir() else shutil.copy
            take(project / name, scene.project / name)
        scene.must("sync", "--quiet")
        scene.must("build", "--incomplete")
        old = tree(scene.output)
        edit(scene)
        scene.keep("sync")
        unsynced = scene.sources()
        scene.must("sync", "--quiet")
        synced = scene.sources()
        scene.keep("build")
        began = time.monotonic()
        scene.must("build", "--incomplete")
        lasts = {"build": time.monotonic() - began}
        new = tree(scene.output)
        slugs = [path.name for path in (scene.project / "content").iterdir()]
        changed = [slug for slug in slugs if by_release(old)[slug] != by_release(new)[slug]]
        if unsynced == synced or changed != slugs:
            raise SystemExit(f"the edit changes only {changed} of {slugs}")
        scene.back("sync")
        began = time.monotonic()
        scene.must("sync", "--quiet")
        lasts["sync"] = time.monotonic() - began
        for command, more in (("build", ["--incomplete"]), ("sync", [])):
            killed = {"before it ended": 0, "too late": 0, "old": 0, "new": 0, "some of both": 0, "with strays": 0}
            while killed["before it ended"] < count:
                scene.back(command)
                process = subprocess.Popen(scene.command(command, *more), env=scene.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                time.sleep(chance.uniform(0, lasts[command] * 1.1))
                process.send_signal(signal.SIGKILL)
                killed["before it ended" if process.wait() == -signal.SIGKILL else "too late"] += 1
                killed["with strays"] += bool(strays(scene.project) or (scene.project / ".hexapla-unfinished").exists())
                wrong = []
                if command == "build":
                    now = tree(scene.output)
                    wrong += looked_at(scene, old, new, slugs)
                    state = "old" if now == old else "new" if now == new else "some of both"
                else:
                    scene.run("status")
                    now = scene.sources()
                    state = "old" if now == unsynced else "new" if now == synced else "some of both"
                    wrong += [f"a mixture: {different(now, unsynced)}"] if state == "some of both" else []
                killed[state] += 1
                done = scene.run(command, *more)
                wrong += [] if done.returncode == 0 else [f"the next: {done.returncode} {done.stderr[-500:]}"]
                wrong += [f"left behind: {path}" for path in strays(scene.place)]
                wrong += [] if scene.sources() == synced else ["the sources are not as they should be"]
                if command == "build":
                    wrong += [] if tree(scene.output) == new else [f"other bytes: {different(tree(scene.output), new)}"]
                failed += bool(wrong)
                if wrong:
                    print("WRONG:", command, *wrong[:9], sep="\n  ", flush=True)
            print(f"{command}, {lasts[command]:.2f} s: killed {killed}", flush=True)
    print(f"{failed} wrong")
    return int(failed > 0)


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]) if len(sys.argv) > 4 else 1))
