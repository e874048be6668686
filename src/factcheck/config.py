"""Reads `factcheck.toml`, the file that makes a folder a project, and finds it from anywhere inside."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.disk import toml
from factcheck.disk.toml_places import line_in
from factcheck.errors import ConfigError
from factcheck.wording import nearest

NAME = "factcheck.toml"

# What each table may hold: a list of texts or one text; the value is what a project without the key gets.
KEYS: Mapping[str, Mapping[str, tuple[str, ...] | str]] = {
    "library": {"sources": (), "claims": ("claims/*.toml",), "exclude": ()},
    "verify": {"drafts": (), "select": (), "ignore": (), "fail-on": "error"},
}


@dataclass(frozen=True, slots=True)
class Config:
    """A project: `root` is the folder of its file, and what the patterns are relative to.

    sources, claims, exclude: patterns of the library's files; drafts: patterns of the texts to verify
    select, ignore, fail_on: rules, as on the command line of `verify`
    """

    path: Path
    root: Path
    sources: tuple[str, ...]
    claims: tuple[str, ...]
    exclude: tuple[str, ...]
    drafts: tuple[str, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: str


def load(path: Path | None = None, start: Path | None = None) -> Config:
    """The project of a file, or the one that `start` (the current folder) lies in. Raises ConfigError."""
    path = path or find(start or Path.cwd())
    text, tables = read_toml(path)
    _check(path, text, tables)
    row = {
        key: tables.get(table, {}).get(key, default) for table, keys in KEYS.items() for key, default in keys.items()
    }
    if not row["sources"]:
        raise ConfigError(path, 'names no sources; write: [library] sources = ["sources/*.txt"]')
    values: dict[str, Any] = {
        key.replace("-", "_"): tuple(value) if isinstance(value, list) else value for key, value in row.items()
    }
    return Config(path, path.absolute().parent, **values)


def find(start: Path) -> Path:
    """The project file of a folder or the nearest one above it. Raises ConfigError where there is none."""
    folder = start.absolute()
    for place in (folder, *folder.parents):
        if (place / NAME).is_file():
            return place / NAME
    raise ConfigError(folder / NAME, "no project here or in any folder above; `factcheck init` makes one")


def line_of(path: Path, table: str, key: str) -> int | None:
    """The line of a project file that a key stands on."""
    return line_in(_text(path), table, key)


def read_toml(path: Path) -> tuple[str, dict[str, Any]]:
    """The text of a TOML file and what it holds. Raises ConfigError with the line of what cannot be read."""
    text = _text(path)
    return text, _tables(path, text)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(path, f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(path, f"is not UTF-8 text (byte {error.start})") from error


def _tables(path: Path, text: str) -> dict[str, Any]:
    try:
        return toml.parse(text)
    except toml.TomlError as error:
        raise ConfigError(path, error.problem, error.line) from None


def _check(path: Path, text: str, tables: Mapping[str, Any]) -> None:
    """Refuse what is not in KEYS, in the order of the text."""
    for name, table in tables.items():
        if name not in KEYS:
            raise ConfigError(path, f"unknown table [{name}]{suggestion(name, KEYS)}", line_in(text, name))
        if not isinstance(table, dict):
            raise ConfigError(path, f"{name!r} must be a table: [{name}]", line_in(text, "", name))
        for key, value in table.items():
            problem = _problem(name, key, value)
            if problem:
                raise ConfigError(path, problem, line_in(text, name, key))


def _problem(table: str, key: str, value: object) -> str:
    """What is wrong with a key, "" for nothing."""
    if key not in KEYS[table]:
        return f"unknown key {key!r} in [{table}]{suggestion(key, KEYS[table])}"
    if isinstance(KEYS[table][key], str):
        return "" if isinstance(value, str) else f"{key!r} must be a text in quotation marks"
    sound = isinstance(value, list) and all(isinstance(item, str) and item for item in value)
    return "" if sound else f'{key!r} must be a list of texts: ["…", "…"]'


def suggestion(word: str, known: Collection[str]) -> str:
    """How a message about an unknown word goes on: the known word it comes near, or all of them."""
    near = nearest(word, known)
    return f"; did you mean {near!r}?" if near else f"; known are {', '.join(known)}"
