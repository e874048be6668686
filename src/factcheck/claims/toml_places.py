"""Finds the headers and keys of a TOML text with their places, which the TOML reader does not tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# What a line begins with: a table header, or a key before its equals sign (bare or quoted). Then a comment or a string
# of any of TOML's four forms, unclosed ones to the end of their line or text, so that nothing inside them is taken for
# a header or key. Possessive: linear on hostile text.
PART = re.compile(
    r"^\ufeff?[ \t]*+(?:"
    r"(?P<open>\[\[?)[ \t]*+(?P<name>[\w\-]++(?:[ \t]*+\.[ \t]*+[\w\-]++)*+)[ \t]*+\]\]?[ \t]*+(?=#|\r|\n|\Z)"
    r"|(?P<key>[\w\-]++|\"[^\"\\\r\n]*+\"|'[^'\r\n]*+')[ \t]*+=[ \t]*+)"
    r"|#[^\r\n]*+"
    r'|"""(?:[^"\\]|\\.|"(?!""))*+(?:"{3,5}+)?'
    r"|'''(?:[^']|'(?!''))*+(?:'{3,5}+)?"
    r'|"(?:[^"\\\r\n]|\\.)*+"?'
    r"|'[^'\r\n]*+'?",
    re.MULTILINE | re.DOTALL,
)
# The headers of a text without strings of several lines: there, a line that looks like a header is one.
PLAIN_HEADER = re.compile(
    r"^\ufeff?[ \t]*+(?P<open>\[\[?)[ \t]*+(?P<name>[\w\-]++(?:[ \t]*+\.[ \t]*+[\w\-]++)*+)[ \t]*+\]\]?", re.MULTILINE
)
LONG_STRINGS = ('"""', "'''")
# A value that fits on its own: a string of any form, a number, date or flag. Lists and inline tables are none.
SCALAR = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*+"{3,5}+'
    r"|'''(?:[^']|'(?!''))*+'{3,5}+"
    r'|"(?:[^"\\\r\n]|\\.)*+"'
    r"|'[^'\r\n]*+'"
    r"|[\w+\-:.]++(?: \d[\w:.]*+)?",
    re.DOTALL,
)


class Header(NamedTuple):
    """`[name]` or, if many, `[[name]]`, with the offset of its line, and the line's number from 1."""

    name: str
    start: int
    line: int
    many: bool


class KeyPlace(NamedTuple):
    """A key with the offset of its line and of what stands behind the equals sign."""

    name: str
    start: int
    value: int


def headers(text: str) -> tuple[Header, ...]:
    """All table headers of a TOML text, in order."""
    found, line, counted = [], 1, 0
    pattern = PART if any(quote in text for quote in LONG_STRINGS) else PLAIN_HEADER
    for part in pattern.finditer(text):
        if part["name"]:
            line += text.count("\n", counted, part.start())
            counted = part.start()
            found.append(Header(re.sub(r"\s", "", part["name"]), part.start(), line, part["open"] == "[["))
    return tuple(found)


def keys(body: str) -> Iterator[KeyPlace]:
    """The keys of one table, in order, from the text below its header."""
    for part in PART.finditer(body):
        if part["key"]:
            yield KeyPlace(part["key"].strip("\"'"), part.start(), part.end())
