"""A translator works on an XLIFF file with Translate Toolkit: cat_tool FILE < WORDS

A line of WORDS is `id = words`. An inline code of the source is written `[N: words]` where it has words,
`[N]` where it has none. The file is saved in the tool's own way.
"""

import re
import sys

from lxml import etree
from translate.storage.xliff import xlifffile

NAME = "{urn:oasis:names:tc:xliff:document:1.2}"


def put(target: etree._Element, codes: dict[str, etree._Element], words: str) -> None:
    """The words, with the codes of the source, into the target."""
    parts = re.split(r"\[(\d+)(?:: ([^\]]*))?\]", words)
    target[:], target.text = [], parts[0]
    for number, inside, after in zip(parts[1::3], parts[2::3], parts[3::3]):
        code = etree.fromstring(etree.tostring(codes[number], with_tail=False))
        code.text, code.tail = inside or None, after
        target.append(code)


def main() -> None:
    store = xlifffile.parsefile(sys.argv[1])
    units = {unit.xmlelement.get("id"): unit for unit in store.units}
    for line in sys.stdin.read().splitlines():
        name, _, words = line.partition(" = ")
        unit = units[name]
        codes = {code.get("id"): code for code in unit.xmlelement.find(f"{NAME}source").iter(f"{NAME}g", f"{NAME}x")}
        unit.target = words
        put(unit.xmlelement.find(f"{NAME}target"), codes, words)
        unit.xmlelement.find(f"{NAME}target").set("state", "translated")
    store.savefile(sys.argv[1])


main()
