"""Whether every translation ever committed is still there: nothing_lost LOCALE…

In the history of all branches, whatever a message ever said in a language must stand today in the
language's file or in the attic of the lock, under any id; or somebody gave the message other words, for
which the same holds. Says what was replaced, by whom, and what is lost.
"""

import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from fluent.syntax import FluentSerializer, ast, parse


def git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], capture_output=True, text=True, check=True).stdout


def messages(text: str) -> dict[str, str]:
    """What each message says. A file with the marks of a conflict in it says what can be read."""
    body = parse(text).body
    serializer = FluentSerializer()
    found = {}
    for entry in body:
        if isinstance(entry, ast.Message):
            entry.comment = None
            found[entry.id.name] = serializer.serialize_entry(entry).partition(" = ")[2].strip()
    return found


def at(commit: str, locale: str) -> dict[str, str]:
    paths = git("ls-tree", "--name-only", commit, f"locales/{locale}/").split()
    return {
        name: words
        for path in paths
        if not path.endswith("/terms.ftl")
        for name, words in messages(git("show", f"{commit}:{path}")).items()
    }


def attic(locale: str) -> set[str]:
    found, inside = set(), False
    for path in Path("content").glob("*/translations.lock"):
        for line in path.read_text().splitlines():
            if line.startswith("["):
                inside = line == f"[attic {locale}]"
            elif inside and line:
                found.add(line.split(" ", 2)[2])
    return found


def look(locale: str) -> bool:
    history = [line.split() for line in git("log", "--all", "--reverse", "--topo-order", "--format=%H %P").splitlines()]
    states = {commit: at(commit, locale) for commit, *_ in history}
    ever = {(name, words) for state in states.values() for name, words in state.items()}
    # Who gave which message which words in the place of which.
    after, who = defaultdict(set), {}
    for commit, *parents in history:
        for parent in parents:
            for name, old in states[parent].items():
                new = states[commit].get(name, old)
                if new != old:
                    after[name, old].add(new)
                    who[name, old] = git("show", "-s", "--format=%an: %s", commit).strip()
    files = {words for path in Path(f"locales/{locale}").glob("2*.ftl") for words in messages(path.read_text()).values()}
    kept = attic(locale) - files
    replaced, lost = [], []
    for name, words in sorted(ever):
        seen, ends = {words}, [words]
        while ends and not seen & (files | kept):
            ends = [new for old in ends for new in after[name, old] if new not in seen]
            seen.update(ends)
        if words in files | kept:
            continue
        (replaced if seen & (files | kept) else lost).append((name, words))
    said = len({words for _, words in ever})
    present = len({words for _, words in ever if words in files})
    resting = len({words for _, words in ever if words in kept})
    print(f"{locale}: {said} wordings ever written: {present} in the files, {resting} in the attic, "
          f"{len(replaced)} replaced, {len(lost)} lost")
    for name, words in replaced:
        print(f"  replaced: {name}, by {who[name, words]}")
    for name, words in lost:
        print(f"  LOST: {locale}, {name}: {words}")
    return not lost


sys.exit(0 if all([look(locale) for locale in sys.argv[1:]]) else 1)
