"""How time and memory grow with what is read: by hand, since it takes minutes.

Usage: python tests/faults/sizes.py HEXAPLA [NAME ...]
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from scene import BODY, FRONT, PICTURE, SETTINGS, Scene

PARAGRAPH = "The well is open, and {} people drink from it, for whom water was far away until this week came.\n\n"


def run(scene: Scene, *arguments: str) -> None:
    """Runs a command, and says what it cost."""
    environment = scene.environment | {"RAYON_NUM_THREADS": "2"}
    began = time.monotonic()
    with (scene.place / "said").open("w") as said:
        process = subprocess.Popen(scene.command(*arguments), env=environment, stdout=said, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
    lines = (scene.place / "said").read_text(errors="replace").strip().splitlines()
    print(
        f"  {' '.join(arguments)}: exit {os.waitstatus_to_exitcode(status)}, {time.monotonic() - began:.1f} s, "
        f"CPU {used.ru_utime + used.ru_stime:.1f} s, peak {used.ru_maxrss // 1024} MiB, says {len(lines)} lines, the first: {(lines or [''])[0][:160]}",
        flush=True,
    )


def large(scene: Scene, mib: int, limits: str) -> None:
    scene.put("hexapla.toml", SETTINGS + limits)
    (scene.project / "content/water").mkdir(parents=True)
    with (scene.project / "content/water/index.md").open("w") as file:
        size = file.write(FRONT.format("Water"))
        for number in range(10**9):
            size += file.write(PARAGRAPH.format(number))
            if size > mib << 20:
                break
    for command in (["check"], ["build", "--incomplete"], ["build", "--incomplete"], ["sync"]):
        run(scene, *command)


def releases(scene: Scene, count: int) -> None:
    scene.put("hexapla.toml", 'organisation = "Water"\n')
    for number in range(count):
        scene.put(f"content/r-{number}/index.md", FRONT.format(f"Water {number}") + "The well is open.\n")
    run(scene, "sync", "--quiet")
    for key in ("ar", "zh", "fr", "ru", "es"):
        shutil.copytree(scene.project / "locales/en", scene.project / f"locales/{key}")
    scene.put("hexapla.toml", 'organisation = "Water"\nlocales = ["ar", "zh", "en", "fr", "ru", "es"]\n')
    for command in (["sync", "--quiet"], ["build", "--incomplete", "--quiet"], ["build", "--incomplete", "--quiet"]):
        run(scene, *command)


def images(scene: Scene, count: int, limits: str) -> None:
    scene.put("hexapla.toml", SETTINGS + limits)
    body = "".join(f"![Well {number}](image-{number}.svg)\n\n" for number in range(min(count, 100)))
    scene.put("content/water/index.md", FRONT.format("Water") + body)
    for number in range(count):
        (scene.project / f"content/water/image-{number}.svg").write_text(PICTURE)
    for command in (["build", "--incomplete"], ["build", "--incomplete"]):
        run(scene, *command)


def strays(scene: Scene, count: int) -> None:
    scene.put("hexapla.toml", SETTINGS)
    scene.write("water", BODY)
    for number in range(count):
        (scene.project / f"content/stray-{number}.txt").write_text("stray")
    run(scene, "build", "--incomplete")
    for number in range(count):
        (scene.project / f"content/Folder-{number}").mkdir()
    run(scene, "build", "--incomplete")


RAISED = "[limits]\ntext-mib = 1024\nfiles = 1000000\n"
ALL = {
    "1 MiB": lambda scene: large(scene, 1, ""),
    "4 MiB": lambda scene: large(scene, 4, ""),
    "8 MiB": lambda scene: large(scene, 8, ""),
    "100 MiB, refused": lambda scene: large(scene, 100, ""),
    "25 MiB, allowed": lambda scene: large(scene, 25, RAISED),
    "50 MiB, allowed": lambda scene: large(scene, 50, RAISED),
    "100 MiB, allowed": lambda scene: large(scene, 100, RAISED),
    "1,600 releases": lambda scene: releases(scene, 1600),
    "16,000 releases": lambda scene: releases(scene, 16000),
    "100,000 images, refused": lambda scene: images(scene, 100_000, ""),
    "100,000 images, allowed": lambda scene: images(scene, 100_000, RAISED),
    "10,000 strays": lambda scene: strays(scene, 10_000),
    "100,000 strays": lambda scene: strays(scene, 100_000),
}


if __name__ == "__main__":
    hexapla = Path(sys.argv[1]).resolve()
    for name in sys.argv[2:] or ALL:
        with tempfile.TemporaryDirectory() as place:
            print(name, flush=True)
            ALL[name](Scene(hexapla, Path(place)))
