"""A small project, before and after an edit, and what must be true of it after a fault."""

import re
import shutil
import subprocess
from pathlib import Path

KEYS = ("ar", "zh")
# One for each message, so that none can pass for another.
WORDS = {"ar": "ماء بئر نهر بحر عين مطر غيم ثلج شكر أرض".split(), "zh": "水 井 河 海 泉 雨 云 雪 谢 地".split()}
STOPS = {"ar": ".", "zh": "。"}
SETTINGS = 'organisation = "Water"\nlocales = ["ar", "zh", "en"]\n'
FRONT = '+++\ntitle = "{}"\ndescription = "Clean water."\ndate = 2026-01-15\n+++\n\n'
BODY = "The well is open.\n\n![A well](水井.svg)\n\nIt is deep.\n\n## Thanks {#thanks}\n\nWe thank all.\n"
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>\n'

Tree = dict[str, bytes]


def tree(folder: Path) -> Tree:
    """All files below a folder, by path."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def strays(folder: Path) -> list[str]:
    """What only a command that was cut off leaves."""
    return [str(path.relative_to(folder)) for path in folder.rglob("*") if ".hexapla-" in path.name]


class Scene:
    """A place of its own: `project` with `output`, and the `cache`."""

    def __init__(self, hexapla: Path, place: Path) -> None:
        self.hexapla = hexapla
        # One of so many calls to the system is tried.
        self.every = 1
        self.place = place / "now"
        self.kept = place / "kept"
        self.project = self.place / "project"
        self.output = self.project / "output"
        self.environment = {
            "PATH": "/usr/bin:/bin",
            "XDG_CACHE_HOME": str(self.place / "cache"),
            # One thread makes the releases, so the calls come in the same order each time.
            "RAYON_NUM_THREADS": "1",
        }

    def command(self, *arguments: str) -> list[str]:
        return [str(self.hexapla), *arguments, "--project", str(self.project)]

    def run(self, *arguments: str, **options) -> subprocess.CompletedProcess[str]:
        options = {"env": self.environment, "capture_output": True, "text": True, "timeout": 60} | options
        return subprocess.run(self.command(*arguments), **options)

    def must(self, *arguments: str) -> str:
        done = self.run(*arguments)
        if done.returncode != 0:
            raise SystemExit(f"`hexapla {' '.join(arguments)}` failed: {done.stderr}{done.stdout}")
        return done.stdout

    def keep(self, name: str) -> None:
        """Keeps all as it is now, under a name."""
        shutil.rmtree(self.kept / name, ignore_errors=True)
        shutil.copytree(self.place, self.kept / name, symlinks=True)

    def back(self, name: str) -> None:
        """Makes all as it was kept."""
        shutil.rmtree(self.place, ignore_errors=True)
        shutil.copytree(self.kept / name, self.place, symlinks=True)

    def sources(self) -> Tree:
        """All but the output, and what hides."""
        own = (self.project / "content", self.project / "locales")
        files = {f"{folder.name}/{path}": bytes for folder in own for path, bytes in tree(folder).items()}
        lists = (self.project / name for name in ("hexapla.toml", "l10n.toml"))
        files |= {path.name: path.read_bytes() for path in lists if path.exists()}
        return {path: bytes for path, bytes in files.items() if ".hexapla-" not in path}

    def put(self, path: str, text: str) -> None:
        place = self.project / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")

    def write(self, slug: str, body: str) -> None:
        self.put(f"content/{slug}/index.md", FRONT.format(slug.title()) + body)
        self.put(f"content/{slug}/水井.svg", PICTURE)

    def translate(self, slug: str) -> None:
        """Gives every message that has none a translation, and takes out what is no message any more."""
        reference = (self.project / f"locales/en/{slug}.ftl").read_text(encoding="utf-8")
        messages = re.findall(r"(?m)^([a-z][\w-]*) = ?(.*)\n(    \.alt = )?", reference)
        for key in KEYS:
            path = f"locales/{key}/{slug}.ftl"
            place = self.project / path
            text = place.read_text(encoding="utf-8") if place.exists() else ""
            gone = "|".join(set(re.findall(r"(?m)^([a-z][\w-]*) =", text)) - {name for name, _, _ in messages})
            text = re.sub(rf"(?m)^({gone}) =.*\n", "", text) if gone else text
            for name, words, attribute in messages:
                if not re.search(rf"(?m)^{name} =", text):
                    free = next(word for word in WORDS[key] if word not in text)
                    stop = STOPS[key] if words.endswith(".") else ""
                    begin = f"\n{attribute}" if attribute else " "
                    text += f"{name} ={begin}{free}{stop}\n"
            self.put(path, text)


def prepare(scene: Scene) -> dict[str, Tree]:
    """Plays the story up to where the faults come, and keeps its states:

    `written`: built, then the sources edited; a `sync` is due. `synced`: that done, and the new
    words translated; a `build` is due. Gives what the files are to be.
    """
    shutil.rmtree(scene.place, ignore_errors=True)
    scene.put("hexapla.toml", SETTINGS)
    for slug in ("water", "wells"):
        scene.write(slug, BODY)
    scene.must("sync", "--quiet")
    for slug in ("water", "wells"):
        scene.translate(slug)
    scene.must("sync", "--quiet")
    scene.must("build", "--strict")
    wanted = {"old output": tree(scene.output), "unedited": scene.sources()}
    # One paragraph changes, one goes (its translation must be kept), a release is new.
    scene.write("wells", BODY.replace("It is deep.\n\n", "").replace("We thank", "Today we thank"))
    scene.write("springs", BODY)
    scene.keep("written")
    wanted["unsynced"] = scene.sources()
    scene.must("sync", "--quiet")
    wanted["just synced"] = scene.sources()
    for slug in ("springs", "wells"):
        scene.translate(slug)
    scene.put("content/water/index.md", FRONT.format("Water") + BODY.replace("deep", "very deep"))
    scene.must("sync", "--quiet")
    for key in KEYS:
        scene.must("accept", key, "--all")
    wanted["synced"] = scene.sources()
    scene.keep("synced")
    # Of what there is something to say, nothing is remembered.
    scene.must("build", "--strict")
    wanted["new output"] = tree(scene.output)
    shutil.rmtree(scene.output)
    shutil.rmtree(scene.place / "cache")
    scene.must("build")
    if tree(scene.output) != wanted["new output"]:
        raise SystemExit("a fresh build gives other bytes")
    kept_by_lock = wanted["just synced"]["content/wells/translations.lock"].decode()
    for key in KEYS:
        for line in wanted["unedited"][f"locales/{key}/wells.ftl"].decode().splitlines():
            words = line.split(" = ", 1)[-1]
            if words not in kept_by_lock + wanted["just synced"][f"locales/{key}/wells.ftl"].decode():
                raise SystemExit(f"`sync` lost a translation: {line}")
    return wanted


def releases(files: Tree) -> dict[str, Tree]:
    """The files of the output by release; what stands beside them is under the empty name."""
    found: dict[str, Tree] = {}
    for path, bytes in files.items():
        slug = path.split("/")[0]
        is_beside = "/" not in path or slug in ("ar", "zh", "en")
        found.setdefault("" if is_beside else slug, {})[path] = bytes
    return found


def published(scene: Scene, wanted: dict[str, Tree]) -> list[str]:
    """What is wrong with the output as readers find it now: every release is to be the old or the
    new, every page beside them too, and every page that they lead to is to be there."""
    old, new = releases(wanted["old output"]), releases(wanted["new output"])
    now = tree(scene.output)
    wrong = []
    for slug, files in releases(now).items():
        if slug.startswith(".") and slug.endswith((".hexapla-new", ".hexapla-old")):
            continue
        if slug == "":
            before, after = old.get("", {}), new[""]
            files = {path: bytes for path, bytes in files.items() if ".hexapla-" not in path}
            wrong += [f"{path} is neither old nor new" for path, bytes in files.items() if bytes not in (before.get(path), after.get(path))]
            wrong += [f"{path} is gone" for path in before if path in after and path not in files]
            for path, bytes in files.items():
                wrong += [f"{path} leads to {link}, which is not there" for link in dead(scene.output / path, bytes)]
        elif files not in (old.get(slug), new.get(slug)):
            wrong.append(f"{slug} is a mixture")
    wrong += [f"{slug} is gone" for slug in old if slug not in releases(now)]
    return wrong


def dead(page: Path, bytes: bytes) -> list[str]:
    """The links of a page of lists to files that are not there."""
    links = re.findall(r'(?:href|src)="([^"#:]+)(?:#[^"]*)?"', bytes.decode()) if page.suffix == ".html" else []
    return [link for link in links if not (page.parent / link / ("index.html" if link.endswith("/") else "")).exists()]


def rebuilt(scene: Scene, wanted: dict[str, Tree]) -> list[str]:
    """What is wrong after the next two builds."""
    wrong = []
    for time in ("next", "second"):
        done = scene.run("build", "--plain")
        if done.returncode != 0:
            wrong.append(f"the {time} build: {done.returncode} {done.stderr}")
        if tree(scene.output) != wanted["new output"]:
            wrong.append(f"the {time} build gives other bytes than a fresh one: {different(tree(scene.output), wanted['new output'])}")
    if any(f"{slug}: written" in done.stdout for slug in ("water", "wells", "springs")):
        wrong.append("the second build wrote again")
    if scene.sources() != wanted["synced"]:
        wrong.append("the build changed a source")
    wrong += [f"left behind: {path}" for path in strays(scene.place)]
    return wrong


def different(one: Tree, other: Tree) -> list[str]:
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def resynced(scene: Scene, wanted: dict[str, Tree], revert: bool) -> list[str]:
    """What is wrong with the sources after a `sync` that had a fault, for the next command and the
    next `sync`, which finds the edit as it was, or taken back (`revert`)."""
    wrong = []
    was = {name: wanted[name] for name in ("unsynced", "just synced")}
    for path, bytes in scene.sources().items():
        if bytes not in [files.get(path) for files in was.values()]:
            wrong.append(f"{path} is neither old nor new")
    scene.run("status")
    now = scene.sources()
    if now not in was.values():
        wrong.append(f"old and new files: {different(now, wanted['unsynced'])} are new")
    after = "just synced"
    if revert:
        shutil.copytree(scene.kept / "written", scene.place / "w", symlinks=True)
        for path in ("content/wells/index.md",):
            scene.put(path, wanted["unedited"][path].decode())
        shutil.rmtree(scene.place / "w")
    done = scene.run("sync")
    if done.returncode != 0:
        wrong.append(f"the next sync: {done.returncode} {done.stderr}")
    if not revert and scene.sources() != wanted[after]:
        wrong.append(f"the next sync gives other bytes: {different(scene.sources(), wanted[after])}")
    if revert:
        for key in KEYS:
            path = f"locales/{key}/wells.ftl"
            if scene.sources()[path] != wanted["unedited"][path]:
                wrong.append(f"{path} is not as it was")
    wrong += [f"left behind: {path}" for path in strays(scene.place)]
    return wrong
