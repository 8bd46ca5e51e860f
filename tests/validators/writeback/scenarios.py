"""What a translator and an author do before and in a tool."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from words import Key, lock, words

SPECIMEN = "2026-11-24-specimen"
DIALOGUE = "2021-05-26-virtual-dialogue"


@dataclass(frozen=True)
class Edit:
    """Words that a translator replaces in a message: in its value, or in one attribute."""

    locale: str
    file: str
    message: str
    old: str
    new: str
    attribute: str = ""

    @property
    def id(self) -> str:
        """The id of the segment, as a lock has it."""
        return f"{self.message}.{self.attribute}" if self.attribute else self.message

    @property
    def key(self) -> Key:
        return (self.locale, self.file, self.message, self.attribute)


def nothing(_: Path) -> None:
    pass


def no_proof(_: Path) -> Iterator[str]:
    yield from ()


@dataclass(frozen=True)
class Scenario:
    """One round of the tool. `prepare` is what happens in the project before it, `sync` follows;
    `drops` is the message that the tool takes out of every locale's file."""

    says: str
    edits: tuple[Edit, ...] = ()
    prepare: Callable[[Path], None] = nothing
    drops: tuple[str, str] | None = None
    # Where editions differ in more than the words: beginnings of their paths.
    apart: tuple[str, ...] = ()
    proof: Callable[[Path], Iterator[str]] = no_proof

    def gone(self, before: dict[Key, str]) -> list[Key]:
        return [key for key in before if key[1:3] == self.drops and key[0] != "en"]


GOES = (SPECIMEN, "lead-p-uixu")
SOURCE = "Structure is written **once**;\\\nwords are written **six times**.\n"


def cut(root: Path) -> None:
    """The author takes a paragraph out."""
    path = root / f"content/{SPECIMEN}/index.md"
    text = path.read_text()
    assert SOURCE in text, f"{path} has no longer the paragraph {GOES[1]}"
    path.write_text(text.replace(SOURCE, ""))


def comes_back(root: Path) -> Iterator[str]:
    """The attic holds the translations that the tool dropped, word for word."""
    attic = {
        name.split()[1]: kept
        for name, kept in lock(root / f"content/{SPECIMEN}/translations.lock").items()
        if name.startswith("attic")
    }
    for locale in ("ar", "es", "fr", "ru", "zh"):
        kept = attic.get(locale, {}).get(GOES[1], "")
        original = words(Path(__file__).parents[3])[locale, SPECIMEN, GOES[1], ""]
        if kept.partition(" ")[2] != original:
            yield f"the attic has not the translation of {GOES[1]} in {locale}: {kept!r}"


def outdate(root: Path) -> None:
    """The author changes a paragraph; its translations are stale then."""
    path = root / "content/tricky/index.md"
    text = path.read_text()
    assert " met.\n" in text
    path.write_text(text.replace(" met.\n", " met again.\n"))


def untranslate(root: Path) -> None:
    """One message has never been translated, so that there is no edition."""
    path = root / "locales/fr/tricky.ftl"
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith("lead-p-nbgw")))


SCENARIOS = [
    Scenario("no word changes"),
    Scenario(
        "words change",
        edits=(
            # A paragraph; one of several paragraphs; an attribute; a value that begins with a bracket.
            Edit("ru", SPECIMEN, "the-way-of-a-text-p-dsyl", "переводчика", "переводчицы"),
            Edit("zh", SPECIMEN, "the-way-of-a-text-p-c2af", "假设", "设想"),
            Edit("zh", SPECIMEN, "the-way-of-a-text-img-4zoi", "从一份原文到", "由一份原文至", "caption"),
            Edit("ar", "tricky", "lead-p-goxb", "التقرير", "التقرير السنوي"),
            Edit("ar", "tricky", "lead-p-dlc6", "أول الثالثة", "بداية الثالثة"),
            # A variant of a select in the furniture, one in the terms.
            Edit("es", "hexapla", "date-long", "noviembre", "NOVIEMBRE"),
            Edit("fr", "hexapla", "contents", "Table des matières", "Sommaire"),
        ),
    ),
    Scenario("an author takes a paragraph out", prepare=cut, drops=GOES, proof=comes_back),
    # Pontoon gives a select another shape: that is no new translation.
    Scenario("stale translations stay stale", prepare=outdate),
    Scenario(
        "a message is translated for the first time",
        prepare=untranslate,
        edits=(Edit("fr", "tricky", "lead-p-nbgw", "First line,<br>second line.", "Première,<br>deuxième."),),
        # There is an edition now, and every page of the release leads to it.
        apart=("tricky/", "fr/index.html"),
    ),
]
