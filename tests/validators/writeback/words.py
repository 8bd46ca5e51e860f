"""What FTL files say, whatever they look like, and what a lock remembers."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from fluent.syntax import FluentSerializer, ast, parse

# locale, file, message, attribute
Key = tuple[str, str, str, str]


def inline(expression) -> str:
    """An expression that is no select, as a text: arguments have no order."""
    match expression:
        case ast.StringLiteral():
            return expression.parse()["value"].replace("{", "{{").replace("}", "}}")
        case ast.Placeable():
            return inline(expression.expression)
        case _:
            expression = expression.clone()
            if getattr(expression, "arguments", None):
                expression.arguments.named.sort(key=lambda one: one.name.name)
            return FluentSerializer().serialize_entry(
                ast.Message(ast.Identifier("m"), ast.Pattern([ast.Placeable(expression)]))
            )[4:-1]


def innermost(expression):
    return innermost(expression.expression) if isinstance(expression, ast.Placeable) else expression


def selects(pattern: ast.Pattern) -> Iterator[ast.SelectExpression]:
    for element in pattern.elements:
        if isinstance(select := innermost(element), ast.SelectExpression):
            yield select
            for variant in select.variants:
                yield from selects(variant.value)


def key(variant: ast.Variant) -> str:
    return variant.key.name if isinstance(variant.key, ast.Identifier) else variant.key.value


def say(pattern: ast.Pattern, choices: dict[str, str | None]) -> str:
    said = ""
    for element in pattern.elements:
        select = innermost(element)
        if isinstance(select, ast.TextElement):
            said += select.value
        elif isinstance(select, ast.SelectExpression):
            chosen = choices[inline(select.selector)]
            fitting = [one for one in select.variants if key(one) == chosen]
            default = [one for one in select.variants if one.default]
            said += say((fitting or default)[0].value, choices)
        else:
            said += inline(select)
    # Where lines end is a matter of the file.
    return "\n\n".join(" ".join(re.split("[ \n]+", part.strip(" \n"))) for part in said.split("\n\n"))


def meaning(pattern: ast.Pattern) -> str:
    """What a pattern says for every choice of variants, wherever its selects stand. Two patterns
    that say the same in another shape are equal."""
    keys: dict[str, set[str]] = {}
    for select in selects(pattern):
        keys.setdefault(inline(select.selector), set()).update(map(key, select.variants))
    if not keys:
        return say(pattern, {})
    names = sorted(keys)
    every = product(*([*sorted(keys[name]), None] for name in names))
    return " | ".join(
        f"{' '.join(f'{name}={value}' for name, value in zip(names, chosen))}: {say(pattern, dict(zip(names, chosen)))}"
        for chosen in every
    )


def words(root: Path) -> dict[Key, str]:
    """All that the locales' files say, by locale, file, message and attribute."""
    found = {}
    for path in sorted((root / "locales").glob("*/*.ftl")):
        for entry in parse(path.read_text(), with_spans=False).body:
            if isinstance(entry, ast.Junk):
                found[path.parent.name, path.stem, "junk", entry.content[:60]] = entry.content
            if not isinstance(entry, ast.Message | ast.Term):
                continue
            name = ("-" if isinstance(entry, ast.Term) else "") + entry.id.name
            parts = [("", entry.value)] + [(one.id.name, one.value) for one in entry.attributes]
            for part, pattern in parts:
                if pattern:
                    text = unicodedata.normalize("NFC", meaning(pattern))
                    found[path.parent.name, path.stem, name, part] = text
    return found


def lock(path: Path) -> dict[str, dict[str, str]]:
    """The sections of a lock, each line by its first word."""
    sections: dict[str, dict[str, str]] = {}
    for line in path.read_text().splitlines():
        if line.startswith("["):
            here = sections.setdefault(line.strip("[]"), {})
        elif line and not line.startswith("#"):
            name, _, rest = line.partition(" ")
            here[name] = rest
    return sections
