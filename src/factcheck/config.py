"""Reads `factcheck.toml`, the file that makes a folder a project, and finds it from anywhere inside.

`pyproject.toml` does as well, with the same tables below `[tool.factcheck]`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from factcheck.disk import toml
from factcheck.disk.toml_places import line_in
from factcheck.errors import ConfigError
from factcheck.lean.record import NamedTuple, dataclass
from factcheck.text.wording import nearest

NAME = "factcheck.toml"
# Where a Python project may keep the same tables, under a name of their own.
SHARED_NAME, SHARED = "pyproject.toml", "tool.factcheck"


class Key(NamedTuple):
    """A key of a table.

    default: what a project without it gets, which also tells its form: a list of texts or one text
    about: what it says, in a line; field: the name of its value in `Config`
    choices: the texts that it may be, where it is not free
    """

    default: tuple[str, ...] | str
    about: str
    field: str
    choices: tuple[str, ...] = ()


# How much a verdict on a figure has to be proved; `verify/strictness.py` says what each asks.
STRICTNESS = ("low", "normal", "high")


# What each table may hold.
KEYS: Mapping[str, Mapping[str, Key]] = {
    "library": {
        "sources": Key((), "patterns of the source documents", "sources"),
        "claims": Key(("claims/*.toml",), "patterns of the curated claims", "claims"),
        "exclude": Key((), "patterns of files that are no sources although `sources` matches them", "exclude"),
        "index": Key("", "the database that keeps the index (postgresql://…); none for the project's folder", "index"),
    },
    "verify": {
        "drafts": Key((), "patterns of the texts that `verify` checks when none is named", "drafts"),
        "exclude": Key((), "patterns of texts that `verify` passes by in folders", "passed_by"),
        "select": Key((), "report only these rules", "select"),
        "ignore": Key((), "do not report these rules", "ignore"),
        "fail-on": Key("error", "the rules or level that fail a run; none for never", "fail_on"),
        "strictness": Key(
            "normal", "how readily a figure is called wrong, and how hardly supported", "strictness", STRICTNESS
        ),
    },
}


@dataclass(frozen=True, slots=True)
class Config:
    """A project: `root` is the folder of its file, and what the patterns are relative to.

    sources, claims, exclude: patterns of the library's files
    index: the URL of the database that keeps the index, which may hold a password; "" for the project's own folder
    drafts, passed_by: patterns of the texts to verify, and of those that are not found in folders
    select, ignore, fail_on, strictness: as on the command line of `verify`
    stated: the keys that the file states, as table and key; the others are as they are by default
    """

    path: Path
    root: Path
    sources: tuple[str, ...]
    claims: tuple[str, ...]
    exclude: tuple[str, ...]
    index: str
    drafts: tuple[str, ...]
    passed_by: tuple[str, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: str
    strictness: str
    stated: frozenset[tuple[str, str]] = frozenset()


def load(path: Path | None = None, start: Path | None = None) -> Config:
    """The project of a file, or the one that `start` (the current folder) lies in. Raises ConfigError."""
    path = path or find(start or Path.cwd())
    text, tables = read_toml(path)
    tables, prefix = _own(path, tables)
    _check(path, text, tables, prefix)
    values: dict[str, Any] = {}
    for table, keys in KEYS.items():
        for name, key in keys.items():
            value = tables.get(table, {}).get(name, key.default)
            values[key.field] = tuple(value) if isinstance(value, list) else value
    if not values["sources"]:
        raise ConfigError(path, f'names no sources; write: [{prefix}library] sources = ["sources/*.txt"]')
    stated = frozenset((table, name) for table, keys in tables.items() for name in keys)
    return Config(path, path.absolute().parent, stated=stated, **values)


def find(start: Path) -> Path:
    """The project file of a folder or the nearest one above it. Raises ConfigError where there is none."""
    folder = start.absolute()
    for place in (folder, *folder.parents):
        if (place / NAME).is_file():
            return place / NAME
        if (place / SHARED_NAME).is_file() and f"[{SHARED}." in _text(place / SHARED_NAME):
            return place / SHARED_NAME
    raise ConfigError(folder / NAME, "no project here or in any folder above; `factcheck init` makes one")


def _own(path: Path, tables: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """Our tables of a file, and what their names begin with in it. Raises ConfigError."""
    if path.name != SHARED_NAME:
        return tables, ""
    tool = tables.get("tool")
    own = tool.get("factcheck") if isinstance(tool, dict) else None
    if not isinstance(own, dict):
        raise ConfigError(path, f"has no table [{SHARED}.library]")
    return own, f"{SHARED}."


def line_of(path: Path, table: str, key: str) -> int | None:
    """The line of a project file that a key stands on."""
    prefix = f"{SHARED}." if path.name == SHARED_NAME else ""
    return line_in(_text(path), f"{prefix}{table}", key)


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


def _check(path: Path, text: str, tables: Mapping[str, Any], prefix: str) -> None:
    """Refuse what is not in KEYS, in the order of the text."""
    for name, table in tables.items():
        if name not in KEYS:
            line = line_in(text, f"{prefix}{name}")
            raise ConfigError(path, f"unknown table [{prefix}{name}]{suggestion(name, KEYS)}", line)
        if not isinstance(table, dict):
            line = line_in(text, prefix.rstrip("."), name)
            raise ConfigError(path, f"{name!r} must be a table: [{prefix}{name}]", line)
        for key, value in table.items():
            problem = _problem(name, key, value)
            if problem:
                raise ConfigError(path, problem, line_in(text, f"{prefix}{name}", key))


def _problem(table: str, key: str, value: object) -> str:
    """What is wrong with a key, "" for nothing."""
    if key not in KEYS[table]:
        return f"unknown key {key!r} in [{table}]{suggestion(key, KEYS[table])}"
    if choices := KEYS[table][key].choices:
        return "" if value in choices else f"{key!r} must be one of {', '.join(choices)}"
    if isinstance(KEYS[table][key].default, str):
        return "" if isinstance(value, str) else f"{key!r} must be a text in quotation marks"
    sound = isinstance(value, list) and all(isinstance(item, str) and item for item in value)
    return "" if sound else f'{key!r} must be a list of texts: ["…", "…"]'


def suggestion(word: str, known: Collection[str]) -> str:
    """How a message about an unknown word goes on: the known word it comes near, or all of them."""
    near = nearest(word, known)
    return f"; did you mean {near!r}?" if near else f"; known are {', '.join(known)}"
