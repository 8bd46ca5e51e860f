"""Faults of a tool, of `sync` and of `build`, one at a time: what this test must find."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scenarios import DIALOGUE, SPECIMEN


@dataclass(frozen=True)
class Fault:
    says: str
    # After the tool has written (`files`), after `sync` (`lock`), after `build` (`editions`).
    when: str
    harm: Callable[[Any], None]
    finds: str
    # The scenario, by its place in SCENARIOS.
    scenario: int = 0


def replace(file: str, pattern: str, by: str) -> Callable[[Path], None]:
    """A fault in one file: every match is replaced, and there must be one."""

    def harm(root: Path) -> None:
        path = root / file
        text, times = re.subn(pattern, by, path.read_text(), flags=re.MULTILINE)
        assert times, f"{file} has no {pattern}"
        path.write_text(text, newline="\n")

    return harm


def other_edition(editions: dict[str, list[str]]) -> None:
    name = f"{SPECIMEN}/ru/index.html"
    editions[name] = [line.replace("Шесть", "Семь").replace("шесть", "семь") for line in editions[name]]


def forget(root: Path) -> None:
    """The lock is what it was before the translator came."""
    known = (Path(__file__).parents[3] / LOCK).read_text()
    locale = re.search(r"\[locale ru\]\n(?:.+\n)*", known).group()
    path = root / LOCK
    path.write_text(re.sub(r"\[locale ru\]\n(?:.+\n)*", lambda _: locale, path.read_text()))


def renew(root: Path) -> None:
    """Every translation of a paragraph is stamped with its source as it is."""
    path = root / "content/tricky/translations.lock"
    digest = re.search(r"^lead-p-drhg \S+ (\w+)", path.read_text(), re.MULTILINE).group(1)
    replace("content/tricky/translations.lock", r"^(lead-p-drhg) \w+ (\w+ translated)", rf"\1 {digest} \2")(
        root
    )


LOCK = f"content/{SPECIMEN}/translations.lock"

FAULTS = [
    Fault(
        "a message that is dropped",
        "files",
        replace(f"locales/ru/{DIALOGUE}.ftl", r"^lead-p-wist =.*\n(?: .*\n)*", ""),
        r"lost: ru \S+ lead-p-wist",
    ),
    Fault(
        "paragraphs that run together",
        "files",
        replace("locales/ar/tricky.ftl", r"\.\n *\n +", ". "),
        "changed: ar tricky lead-p-dlc6",
    ),
    Fault(
        "a no-break space that becomes a space",
        "files",
        replace("locales/fr/tricky.ftl", "\u00a0", " "),
        "changed: fr tricky",
    ),
    Fault(
        "a bracket at the start of a line that is lost",
        "files",
        replace("locales/ar/tricky.ftl", r"""\{ "\[" \}الميثاق\]\[1\]""", "الميثاق"),
        "changed: ar tricky lead-p-dlc6",
    ),
    Fault(
        "an attribute that is lost",
        "files",
        replace(f"locales/zh/{SPECIMEN}.ftl", r"^ +\.caption =.*\n(?:  .*\n)*", ""),
        "lost: zh .* caption",
    ),
    Fault(
        "words of the source in the place of a translation",
        "files",
        replace(f"locales/es/{SPECIMEN}.ftl", r"^meta-kind = .*", "meta-kind = Specimen"),
        "changed: es .* meta-kind",
    ),
    Fault(
        "a variant of the furniture that is lost",
        "files",
        replace("locales/ru/hexapla.ftl", r"^ +\[few\].*\n", ""),
        "changed: ru hexapla",
    ),
    Fault(
        "a case of a term that is lost",
        "files",
        replace("locales/ru/terms.ftl", r"^ +\[genitive\].*\n", ""),
        "changed: ru terms",
    ),
    Fault(
        "a translation without a stamp",
        "lock",
        replace(LOCK, r"^meta-title \w+ \w+ translated\n", ""),
        "unverified: .* meta-title",
    ),
    Fault(
        "a translation that is marked stale",
        "lock",
        replace(LOCK, r"^(meta-kind) \w+ (\w+ translated)", r"\1 aaaaaaaaaaaaaaaa \2"),
        "stale: .* meta-kind",
    ),
    Fault(
        "an edition with other words",
        "editions",
        other_edition,
        f"an edition differs: {SPECIMEN}/ru/index.html",
    ),
    Fault("a change that gets no new stamp", "lock", forget, "no new stamp: ru", 1),
    Fault(
        "a stale translation that passes for a current one", "lock", renew, "a new stamp: .* lead-p-drhg", 3
    ),
    Fault(
        "a file that no tool is told of",
        "lock",
        replace("l10n.toml", r"\[\[paths\]\]\n.*\n.*specimen.*\n", ""),
        "l10n.toml does not list locales/zh/.*specimen",
    ),
    Fault(
        "a translation that the attic loses",
        "lock",
        replace(LOCK, r"^lead-p-uixu \w+ (?!.*translated).*\n", ""),
        "the attic",
        2,
    ),
]
