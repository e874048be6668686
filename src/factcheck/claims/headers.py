"""Finds the line of every table header in a TOML text, which the TOML reader does not tell."""

from __future__ import annotations

import re
from typing import NamedTuple

# A comment, a string of any of TOML's four forms (unclosed ones run to the end of their line or text), or a header of
# a table or array of tables on a line of its own. What stands in comments and strings is so never taken for a header.
PART = re.compile(
    r"#[^\r\n]*"
    r'|"""(?:[^"\\]|\\.|"(?!""))*+(?:"{3,5})?'
    r"|'''(?:[^']|'(?!''))*+(?:'{3,5})?"
    r'|"(?:[^"\\\r\n]|\\.)*+"?'
    r"|'[^'\r\n]*'?"
    r"|^[ \t]*(?P<open>\[\[?)[ \t]*(?P<name>[\w.\- \t]+?)[ \t]*\]\]?[ \t]*(?=#|\r|\n|\Z)",
    re.MULTILINE | re.DOTALL,
)


class Header(NamedTuple):
    """`[name]` or `[[name]]`, with the offset of its line and its number from 1."""

    name: str
    offset: int
    line: int
    many: bool


def headers(text: str) -> tuple[Header, ...]:
    """All table headers of a TOML text, in order."""
    found, line, counted = [], 1, 0
    for part in PART.finditer(text):
        if not part["name"]:
            continue
        line += text.count("\n", counted, part.start())
        counted = part.start()
        name = part["name"].replace(" ", "").replace("\t", "")
        found.append(Header(name, part.start(), line, part["open"] == "[["))
    return tuple(found)
