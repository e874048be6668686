"""Cuts a claims file into its tables, each with its line; the TOML reader itself tells no lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factcheck.claims.curation import Problem
from factcheck.claims.keys import TABLES
from factcheck.disk import toml
from factcheck.disk.toml_places import headers, keys
from factcheck.lean.record import NamedTuple
from factcheck.rules import codes


class Table(NamedTuple):
    """A table of a claims file: its keys as TOML values, the line of its header, the tables written below it.

    `body` is the text from its header to the next; line 0 and "" where the table is written inline.
    """

    name: str
    row: dict[str, Any]
    line: int
    body: str
    below: tuple[Table, ...] = ()

    def line_of(self, key: str) -> int:
        """The line of a key; the header's own where it is not to be found."""
        start = next((place.start for place in keys(self.body) if place.name == key), 0)
        return self.line + self.body.count("\n", 0, start)


class ClaimsFile(NamedTuple):
    """The tables of a file in the order of their names, then of the text."""

    path: Path
    tables: tuple[Table, ...]
    problems: tuple[Problem, ...] = ()


def parse(path: Path) -> ClaimsFile:
    """The tables of one claims file, and what keeps it from being read."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        data = toml.parse(text, parse_float=toml.decimal)
    except UnicodeDecodeError:
        return _broken(path, 0, "not a UTF-8 text")
    except toml.TomlError as error:
        return _broken(path, error.line, f"not TOML: {error.problem}")
    return _cut(path, text, data)


def _broken(path: Path, line: int, message: str) -> ClaimsFile:
    return ClaimsFile(path, (), (Problem(path, line, codes.CLAIMS_MALFORMED, message),))


def _cut(path: Path, text: str, data: dict[str, Any]) -> ClaimsFile:
    places = _Places(text)
    tables: list[Table] = []
    problems: list[Problem] = []
    for name, rows in data.items():
        if name not in TABLES:
            message = f"unknown table {name!r}; known are {', '.join(t for t in TABLES if '.' not in t)}"
        elif not _are_tables(rows):
            message = f"{name!r} must be tables, each under its own [[{name}]]"
        else:
            tables += _tables(name, rows, places)
            continue
        problems.append(Problem(path, places.first(name), codes.CLAIMS_MALFORMED, message))
    return ClaimsFile(path, tuple(tables), tuple(problems))


def _tables(name: str, rows: list[dict[str, Any]], places: _Places) -> Iterator[Table]:
    """The tables of one name; those below them are taken in the same order, so that each finds its header."""
    inner = f"{name}.source"
    lower = [row["source"] if inner in TABLES and _are_tables(row.get("source")) else [] for row in rows]
    inner_places = iter(places.of(inner, sum(map(len, lower))))
    for row, (line, body), below in zip(rows, places.of(name, len(rows)), lower, strict=True):
        yield Table(name, row, line, body, tuple(Table(inner, r, *next(inner_places)) for r in below))


def _are_tables(rows: Any) -> bool:
    return isinstance(rows, list) and all(isinstance(row, dict) for row in rows)


class _Places:
    """Where the tables of a text stand."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.headers = headers(text)
        self.ends = [*(header.start for header in self.headers[1:]), len(text)]

    def of(self, name: str, count: int) -> list[tuple[int, str]]:
        """Line and text of all tables of a name; nothing where headers and tables do not pair."""
        found = [
            (header.line, self.text[header.start : end])
            for header, end in zip(self.headers, self.ends, strict=False)
            if header.many and header.name == name
        ]
        return found if len(found) == count else [(0, "")] * count

    def first(self, name: str) -> int:
        """The line of the first header that opens a name or a table below it."""
        return next((header.line for header in self.headers if header.name.split(".")[0] == name), 0)
