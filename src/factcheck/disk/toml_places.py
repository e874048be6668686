"""Finds the headers and keys of a TOML text with their places, which the TOML reader does not tell."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple

# A name, bare or quoted, and a table's header.
NAME = r"(?:[\w\-]++|\"[^\"\\\r\n]*+\"|'[^'\r\n]*+')"
HEADER = rf"(?P<open>\[\[?)[ \t]*+(?P<name>{NAME}(?:[ \t]*+\.[ \t]*+{NAME})*+)[ \t]*+\]\]?"
# What a line begins with: a table header, or a key before its equals sign. Then a comment or a string
# of any of TOML's four forms, unclosed ones to the end of their line or text, so that nothing inside them is taken for
# a header or key. Possessive: linear on hostile text.
PART = re.compile(
    r"^\ufeff?[ \t]*+(?:"
    rf"{HEADER}[ \t]*+(?=#|\r|\n|\Z)"
    rf"|(?P<key>{NAME})[ \t]*+(?:\.[ \t]*+{NAME}[ \t]*+)*+=[ \t]*+)"
    r"|#[^\r\n]*+"
    r'|"""(?:[^"\\]|\\.|"(?!""))*+(?:"{3,5}+)?'
    r"|'''(?:[^']|'(?!''))*+(?:'{3,5}+)?"
    r'|"(?:[^"\\\r\n]|\\.)*+"?'
    r"|'[^'\r\n]*+'?",
    re.MULTILINE | re.DOTALL,
)
# The headers of a text without strings of several lines: there, a line that looks like a header is one.
PLAIN_HEADER = re.compile(rf"^\ufeff?[ \t]*+{HEADER}", re.MULTILINE)
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
            found.append(Header(re.sub(r"[\s\"']", "", part["name"]), part.start(), line, part["open"] == "[["))
    return tuple(found)


def keys(body: str) -> Iterator[KeyPlace]:
    """The keys of one table, in order, from the text below its header."""
    for part in PART.finditer(body):
        if part["key"]:
            yield KeyPlace(part["key"].strip("\"'"), part.start(), part.end())


def line_in(text: str, table: str, key: str = "", number: int = 0) -> int | None:
    """The line of a table's header ("" is the file itself), counted from 0 among its namesakes, or of a key in it."""
    every = headers(text)
    places = [at for at, header in enumerate(every) if header.name == table]
    if table and number >= len(places):
        return None
    start = every[places[number]].start if table else 0
    if key:
        following = places[number] + 1 if table else 0
        end = every[following].start if following < len(every) else len(text)
        found = next((place.start for place in keys(text[start:end]) if place.name == key), None)
        if found is None:
            return None
        start += found
    return text.count("\n", 0, start) + 1
