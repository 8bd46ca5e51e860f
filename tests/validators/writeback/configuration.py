"""l10n.toml as the tools read it: which file translates which."""

from collections.abc import Iterator
from pathlib import Path

from compare_locales.paths import ProjectFiles, TOMLParser
from moz.l10n.paths import L10nConfigPaths


def pairs(root: Path) -> Iterator[tuple[str, str, tuple[str, str]]]:
    """Reference, target, and the target's locale and name, of all that moz.l10n lists; what
    compare-locales lists must be the same."""
    paths = L10nConfigPaths(str(root / "l10n.toml"))
    listed = set()
    for (reference, target), locales in paths.all().items():
        reference = Path(reference).relative_to(root).as_posix()
        for locale in sorted(locales or paths.locales):
            listed.add((reference, Path(target.format(locale=locale)).relative_to(root).as_posix(), locale))
    config = TOMLParser().parse(str(root / "l10n.toml"), env={"l10n_base": str(root)})
    theirs = set()
    for locale in config.all_locales:
        for target, reference, _, _ in ProjectFiles(locale, [config]):
            theirs.add(
                (
                    Path(reference).relative_to(root).as_posix(),
                    Path(target).relative_to(root).as_posix(),
                    locale,
                )
            )
    if listed != theirs:
        raise RuntimeError(
            f"moz.l10n and compare-locales read l10n.toml differently: {sorted(listed ^ theirs)}"
        )
    for reference, target, locale in sorted(listed):
        yield reference, target, (locale, Path(target).stem)


def unlisted(root: Path) -> Iterator[str]:
    """What l10n.toml does not say, or says of files that are not there."""
    listed = [(reference, target) for reference, target, _ in pairs(root)]
    references, targets = {reference for reference, _ in listed}, {target for _, target in listed}
    there = {path.relative_to(root).as_posix() for path in (root / "locales").glob("*/*.ftl")}
    yield from (f"l10n.toml does not list {name}" for name in sorted(there - references - targets))
    yield from (
        f"l10n.toml lists {name}, which is not there" for name in sorted((references | targets) - there)
    )
