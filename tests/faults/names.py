"""Files and releases whose names are unusual."""

import os
import unicodedata
from collections.abc import Iterator

from scene import BODY, FRONT, PICTURE, Scene, Tree, strays

# Name of an image, and whether the release may use it.
LONG = "水" * 83 + "ab.svg"
NAMES = {
    "بئر.svg": True,
    "水井.svg": True,
    "with space.svg": False,
    unicodedata.normalize("NFD", "Café.svg"): True,
    "Café.svg": True,
    LONG: True,
    "x" * 251 + ".svg": True,
}
HOSTILE = [b"new\nline.svg", b"\xff\xfe.svg", b"esc\x1b[2Jape.svg", b"quote\".svg", b"back\\slash.svg", b"rtl\xe2\x80\xae.svg", b"con.svg", b"a:b.svg", b"-dash.svg"]


def names(scene: Scene, wanted: dict[str, Tree]) -> Iterator[tuple[str, list[str]]]:
    for name, may in NAMES.items():
        scene.back("synced")
        written = f"<{name}>" if " " in name else name
        scene.put("content/water/index.md", FRONT.format("Water") + BODY.replace("水井.svg", written))
        (scene.project / "content/water" / name).write_text(PICTURE)
        done = scene.run("build", "--incomplete")
        made = [path.name for path in (scene.output / "water").iterdir()]
        wrong = [] if done.returncode == int(not may) and (may or "help: " in done.stderr) else [f"{done.returncode} {done.stderr}"]
        if may and unicodedata.normalize("NFC", name) not in [unicodedata.normalize("NFC", one) for one in made]:
            wrong.append(f"the image is not there: {made} {done.stderr}")
        yield f"an image called {name[:20]!r}, {len(name.encode())} bytes", wrong + [f"left behind: {path}" for path in strays(scene.place)]
    for name in HOSTILE:
        scene.back("synced")
        with open(os.path.join(os.fsencode(scene.project / "content/water"), name), "w") as file:
            file.write(PICTURE)
        done = scene.run("build", "--plain")
        said = done.stdout + done.stderr
        wrong = [] if done.returncode in (0, 1) else [f"{done.returncode} {said}"]
        wrong += [f"a sign that steers a terminal is shown: {said!r}" for sign in "\x1b\u202e" if sign in said]
        if done.returncode == 1 and "help: " not in said:
            wrong.append(f"no help: {said}")
        yield f"a file called {name!r}", wrong
    for length in (100, 200, 230, 240, 250, 255):
        scene.back("synced")
        slug = "a" * length
        (scene.project / f"content/{slug}").mkdir()
        scene.put(f"content/{slug}/index.md", FRONT.format("Long") + "Text.\n")
        wrong = []
        for command in (["sync"], ["build", "--incomplete"], ["todo", "ar", "--output", str(scene.place / "todo.ftl")], ["check"]):
            done = scene.run(*command)
            if done.returncode not in (0, 1) or done.returncode == 1 and "release-name" not in done.stderr or length <= 200 and done.returncode:
                wrong.append(f"{command[0]}: {done.returncode} {done.stderr[-600:]}")
        yield f"a release with a name of {length} letters", wrong + [f"left behind: {path}" for path in strays(scene.place)]
