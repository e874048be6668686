"""Reads what an editor states about his sources in `sources.toml`, because no text of theirs does.

    [[document]]
    file = "2019/statements.txt"            # beside this file; may hold * and ?
    begins = "Statement on the new bridge"  # optional: the line with which one of its documents begins
    title, publisher, author, published, url, id

The format is described in docs/documents.md.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from factcheck.config import read_toml, suggestion
from factcheck.disk.toml_places import headers, line_in
from factcheck.errors import ConfigError
from factcheck.lean.record import dataclass
from factcheck.text.wording import address, is_remote
from factcheck.values.date import date

NAME = "sources.toml"
TABLE = "document"
PLACES = ("file", "article", "begins", "whole", "labeller")
FACTS = ("id", "title", "publisher", "author", "published", "url")
KEYS = (*PLACES, *FACTS)
# What tells the article of a saved page besides our own rule, and the extra that brings it.
LABELLERS = {"trafilatura": "web"}


@dataclass(frozen=True, slots=True)
class Note:
    """What is stated of one document of a file, or of all documents of the files that its pattern matches.

    file: an absolute pattern, or one of addresses
    article: which document of the file, from 1, or 0 for all; begins: its first line
    facts: the fields of `model.Document` that the note states, in the order of FACTS
    whole: nothing of the file is set aside; labeller: what tells the article of a page besides our own rule
    """

    file: str
    line: int
    article: int = 0
    begins: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    whole: bool = False
    labeller: str = ""


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of one `sources.toml`, in order; later ones say more."""

    path: Path
    notes: tuple[Note, ...]

    def of(self, path: str) -> tuple[Note, ...]:
        """What is stated of a file."""
        place = known_as(path)
        return tuple(note for note in self.notes if note.file == place or fnmatchcase(place, note.file))

    def whole(self, path: str) -> bool:
        """Whether a file is to be read whole, though parts of it may not be what it says."""
        return any(note.whole for note in self.of(path))

    def labelled(self, path: str) -> bool:
        """Whether the article of a page is to be told by a labeller too."""
        return any(note.labeller for note in self.of(path))

    def error(self, note: Note, problem: str) -> ConfigError:
        """A note that does not fit its file."""
        return ConfigError(self.path, problem, note.line)


def find(path: Path, root: Path) -> Path | None:
    """The `sources.toml` that speaks for a file: the one beside it, or in the nearest folder above it up to `root`.

    What lies above a project is not its own; for a file outside, only one that lies beside it speaks.
    """
    beside, top = Path(os.path.normpath(path.absolute())).parent, Path(os.path.normpath(root.absolute()))
    inside = beside.is_relative_to(top)
    folders = (folder for folder in (beside, *beside.parents) if folder.is_relative_to(top)) if inside else [beside]
    return next((folder / NAME for folder in folders if (folder / NAME).is_file()), None)


def speaking(path: str, root: Path) -> Path | None:
    """The `sources.toml` that speaks for a source of a project, by its path from there or its address: for what lies in
    no folder, the one of the project."""
    if not is_remote(path):
        return find(root / path, root)
    return root / NAME if (root / NAME).is_file() else None


def known_as(path: str, folder: Path | None = None) -> str:
    """A file or pattern as notes name it: in full, from a folder or else the current one; an address as it is."""
    return path if is_remote(path) else os.path.normpath((folder or Path()).absolute() / path)


def load(path: Path) -> Notes:
    """Read a `sources.toml`. Raises ConfigError with the line of what is wrong in it."""
    text, tables = read_toml(path)
    for name in tables:
        if name != TABLE:
            raise ConfigError(path, f"unknown table [{name}]{suggestion(name, [TABLE])}", _line(text, name))
    entries = tables.get(TABLE, [])
    if not isinstance(entries, list):
        raise ConfigError(path, f"write [[{TABLE}]] for each document", _line(text, TABLE))
    lines = [header.line for header in headers(text) if header.name == TABLE]
    lines = lines if len(lines) == len(entries) else [_line(text, TABLE) or 1] * len(entries)  # written inline
    return Notes(path, tuple(_note(path, text, at, *note) for at, note in enumerate(zip(lines, entries, strict=True))))


def _line(text: str, name: str) -> int | None:
    """The line of the first table of a name, or of the key of that name where it is written inline."""
    return line_in(text, name) or line_in(text, "", name)


def _note(path: Path, text: str, number: int, line: int, entry: Mapping[str, Any]) -> Note:
    for key, problem in _problems(entry):
        raise ConfigError(path, problem, line_in(text, TABLE, key, number) or line)
    facts = tuple((key, str(entry[key]).strip()) for key in FACTS if key in entry)
    file = known_as(entry["file"], path.parent)
    begins, whole = entry.get("begins", "").strip(), entry.get("whole", False)
    return Note(file, line, entry.get("article", 0), begins, facts, whole, entry.get("labeller", ""))


def _problems(entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each key of a note that cannot be used, with what is wrong with it."""
    for key, value in entry.items():
        if key not in KEYS:
            yield key, f"unknown key {key!r} in [[{TABLE}]]{suggestion(key, KEYS)}"
        elif key == "article":
            if type(value) is not int or value < 1:
                yield key, "'article' must be a number from 1: which document of the file is meant"
        elif key == "whole":
            if not isinstance(value, bool):
                yield key, "'whole' must be true or false: whether nothing of the page is set aside"
        elif key == "labeller":
            if problem := _no_labeller(value):
                yield key, problem
        elif key == "published":
            if not _is_date(str(value)):
                yield key, f"'published' must be a date, such as 2022-06-14, 2022-06 or 2022-06/2022-08, not {value}"
        elif not isinstance(value, str) or not value.strip():
            yield key, f"{key!r} must be a text in quotation marks"
        elif key == "url" and not address(value.strip()):
            yield key, f"'url' must be an address of the web, https://…, not {value!r}"
    if "file" not in entry:
        yield "", f'a [[{TABLE}]] must name its file: file = "…"'
    elif "article" in entry and "begins" in entry:
        yield "begins", "'article' and 'begins' both say which document is meant; keep one"


def _no_labeller(value: object) -> str:
    """Why a page cannot be labelled so, "" where it can: without the labeller, the library would be another."""
    if not isinstance(value, str) or value not in LABELLERS:
        return f"'labeller' must be one of {', '.join(LABELLERS)}, not {value!r}"
    return "" if find_spec(value) else f"{value} is not installed: pip install 'factcheck-cli[{LABELLERS[value]}]'"


def _is_date(text: str) -> bool:
    try:
        return date(text).low is not None or text.startswith("../")
    except ValueError:
        return False
