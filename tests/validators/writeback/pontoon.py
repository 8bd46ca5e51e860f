"""Pontoon's way with Fluent files, with the library that it uses (moz.l10n).

Pontoon keeps each translation in its database as the FTL of one entry without comments. It writes a
locale's file from the reference: its comments, its order, its groups. What has no translation is
left out, and so is every message that the reference does not have; a message keeps the attributes
only that the reference has, a term those of the translation.
"""

from pathlib import Path

from fluent.syntax import FluentSerializer
from moz.l10n.formats import Format
from moz.l10n.formats.fluent import fluent_astify_entry
from moz.l10n.model import Entry
from moz.l10n.resource import parse_resource, serialize_resource


def entries(resource) -> dict[str, Entry]:
    every = (entry for section in resource.sections for entry in section.entries)
    return {entry.id[0]: entry for entry in every if isinstance(entry, Entry)}


def stored(entry: Entry) -> str:
    return FluentSerializer().serialize_entry(fluent_astify_entry(entry, comment_str=lambda _: ""))


def write_back(reference: Path, target: Path, edits: dict[str, tuple[str, str]]) -> None:
    """Read a locale's file and write it; `edits` are the words that a translator replaced, by id.
    A message that is not there yet is translated from the reference's."""
    resource = parse_resource(str(reference))
    known = entries(resource)
    here = entries(parse_resource(str(target))) if target.exists() else {}
    database = {name: stored(entry) for name, entry in here.items() if name in known}
    for name, (old, new) in edits.items():
        text = database.get(name) or stored(known[name])
        assert old in text, f"{target}: {name} has no {old!r}"
        database[name] = text.replace(old, new)
    translated = entries(parse_resource(Format.fluent, "".join(database.values())))
    for section in resource.sections:
        kept = []
        for entry in section.entries:
            if isinstance(entry, Entry):
                found = translated.get(entry.id[0])
                if found is None:
                    continue
                entry.value = found.value
                is_term = entry.id[0].startswith("-")
                entry.properties = {
                    name: value
                    for name, value in found.properties.items()
                    if is_term or name in entry.properties
                }
            kept.append(entry)
        section.entries = kept
    resource.sections = [
        section for section in resource.sections if any(isinstance(entry, Entry) for entry in section.entries)
    ]
    if database:
        target.write_text("".join(serialize_resource(resource)), newline="\n")
