"""Weblate's way with monolingual Fluent files, with the library that it uses (Translate Toolkit).

Weblate keeps the locale's file as it is parsed, sets what a translator changed, and serialises all of
it. What is translated for the first time is a copy of the reference's unit, at the end. Its add-on
“Cleanup translation files” takes out what the reference does not have; it is on here, for that is
the harder case.
"""

from copy import deepcopy
from pathlib import Path

from translate.storage.fluent import FluentFile


def load(path: Path) -> FluentFile:
    with path.open("rb") as file:
        return FluentFile(file)


def write_back(reference: Path, target: Path, edits: dict[str, tuple[str, str]]) -> None:
    """Read a locale's file and write it; `edits` are the words that a translator replaced, by id.
    A message that is not there yet is translated from the reference's."""
    template = {unit.getid(): unit for unit in load(reference).units if unit.getid()}
    store = load(target) if target.exists() else FluentFile()
    units = {unit.getid(): unit for unit in store.units if unit.getid()}
    for name in units.keys() - template.keys():
        store.removeunit(units[name])
    for name, (old, new) in edits.items():
        unit = units.get(name)
        if unit is None:
            unit = deepcopy(template[name])
            store.addunit(unit)
        assert old in unit.source, f"{target}: {name} has no {old!r}"
        unit.source = unit.target = unit.source.replace(old, new)
    if store.units:
        with target.open("wb") as file:
            store.serialize(file)
