"""Make the deliberately broken editions that the validators must catch.

Usage: make.py DESTINATION

Copies good/ (the sample in which nothing is wrong) to DESTINATION/good, then, for every
case in cases.toml, copies it to DESTINATION/case-N and makes the one change the case
names. Prints the cases as JSON, each with its folder and the files to check. Folders
named *.epub become zip archives, as they are in a real edition.
"""

import json
import random
import shutil
import sys
import tomllib
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
# A validator of these compares files with each other, so it gets the whole sample.
WHOLE = {"claims", "skeleton", "translations"}
CONTAINER = (
    '<?xml version="1.0"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="EPUB/package.opf" '
    'media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)


def pack(folder: Path, fault: str | None) -> None:
    """Replace a folder by the EPUB made of it; `fault` is what to do wrong."""
    parts = [("mimetype", b"application/epub+zip"), ("META-INF/container.xml", CONTAINER.encode())]
    inside = sorted(path for path in folder.rglob("*") if path.is_file())
    parts += [(path.relative_to(folder).as_posix(), path.read_bytes()) for path in inside]
    if fault == "mimetype second":
        parts[0], parts[1] = parts[1], parts[0]
    shutil.rmtree(folder)
    with zipfile.ZipFile(folder, "w") as book:
        for name, data in parts:
            entry = zipfile.ZipInfo(name)  # its time is 1980-01-01 unless we say otherwise
            stored = name == "mimetype" and fault != "mimetype compressed"
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            if name == "mimetype" and fault == "mimetype with extra field":
                entry.extra = b"\x55\x54\x01\x00\x00"
            if name.endswith(".opf") and fault == "time of the clock":
                entry.date_time = (2026, 11, 24, 7, 2, 0)
            book.writestr(entry, data)


def change(path: Path, case: dict) -> None:
    """Make the one change of a case, which must be possible in exactly one way or more."""
    text = path.read_bytes().decode()
    if case["from"] not in text:
        sys.exit(f"cases.toml: “{case['says']}”: {path} has no {case['from']!r} to change")
    path.write_bytes(text.replace(case["from"], case["to"]).encode())


def main() -> None:
    destination = Path(sys.argv[1])
    cases = tomllib.loads((HERE / "cases.toml").read_text())["case"]
    cases = [{"good": True}] + cases
    for number, case in enumerate(cases):
        root = destination / ("good" if "good" in case else f"case-{number}")
        shutil.copytree(HERE / "good", root)
        if "from" in case:
            change(root / case["file"] / case.get("part", ""), case)
        if "noise" in case:
            with open(root / case["file"], "a") as file:
                # Hexadecimal digits: half of the bytes are left when it is compressed.
                file.write(f"<!-- {random.Random(0).randbytes(case['noise']).hex()} -->")
        for folder in list(root.rglob("*.epub")):
            pack(folder, case.get("container"))
        everything = "good" in case or case["validator"] in WHOLE
        files = [p for p in root.rglob("*") if p.is_file()] if everything else [root / case["file"]]
        case.update(root=str(root), files=sorted(map(str, files)))
    json.dump(cases, sys.stdout, ensure_ascii=False)


main()
