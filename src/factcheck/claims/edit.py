"""Changes claims files without touching a line that need not change, behind a guard.

A file is changed as text: a value is replaced where it stands, a key is put below the last of its table, a table is
put at the end. The guard then reads the new text and refuses it unless it says what the old one said but for the
change asked for. A library that edits TOML would keep comments too, but reflows what it does not expect; text that
never passes through one keeps its order, quoting, alignment and line ends by construction.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from factcheck.claims.curation import CuratedClaim, Origin
from factcheck.claims.load import load_sound
from factcheck.claims.write import Plain, scalar
from factcheck.disk import toml
from factcheck.disk.rewrite import rewrite
from factcheck.disk.toml_places import SCALAR, Header, headers, keys
from factcheck.errors import ConfigError, InputError
from factcheck.text.wording import counted

BOM = "\ufeff"
Changes = Mapping[str, Plain]


def revise(path: Path, identifier: str, decide: Callable[[CuratedClaim], Changes]) -> Origin:
    """Set keys of the claim of an id to what `decide` makes of the claim as it stands now; where it stands.

    Raises ConfigError where that cannot be done safely, InputError where the claim is gone or has a namesake.
    """
    places: list[Origin] = []

    def change(old: bytes | None) -> bytes:
        named = [claim for claim in load_sound([path]).claims if claim.id == identifier] if old is not None else []
        if len(named) != 1:
            raise InputError(
                f"{path}: {counted(len(named), 'claim')} called {identifier!r}, not one; nothing was changed"
            )
        places.append(named[0].origin)
        return with_keys(old or b"", named[0].origin, decide(named[0]))

    rewrite(path, change)
    return places[0]


def append(path: Path, make: Callable[[], str]) -> None:
    """Put the tables that `make` writes, while nobody else can, at the end of a file, which is made if need be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rewrite(path, lambda old: _with_tables(old or b"", path, make()))


def with_keys(data: bytes, origin: Origin, changes: Changes) -> bytes:
    """The bytes of a file with keys set of the table that begins on a line of it. Raises ConfigError."""
    path, line = origin
    old = _text(data, path)
    spot = next(((i, header) for i, header in enumerate(headers(old)) if header.line == line), None)
    if spot is None:
        raise ConfigError(
            path, "this table is written inline and cannot be edited; give it its own header", line or None
        )
    new = old
    for key, value in changes.items():
        new = _set_key(new, headers(new)[spot[0]], spot[0], key, value)
    expected = _parsed(old, path)
    _row(expected, spot[1], headers(old)).update(changes)
    return _sound(path, new, expected, line)


def _with_tables(data: bytes, path: Path, tables: str) -> bytes:
    old = _text(data, path)
    end = _line_end(old)
    gap = "" if not old else end if old.endswith("\n") else 2 * end
    new = old + gap + tables.replace("\n", end)
    expected = _parsed(old, path)
    for name, rows in _parsed(tables, path).items():
        expected.setdefault(name, []).extend(rows)
    return _sound(path, new, expected, None)


def _set_key(text: str, header: Header, index: int, key: str, value: Plain) -> str:
    """The text with one key of a table set."""
    after = [other.start for other in headers(text)[index + 1 :]]
    start, end = header.start, after[0] if after else len(text)
    places = list(keys(text[start:end]))
    present = next((place for place in places if place.name == key), None)
    if present is None:
        at = _below_last_line(text, start, end)
        first = start + places[0].start if places else header.start
        indent = text[first : first + len(text[first:end]) - len(text[first:end].lstrip(" \t"))]
        line_end = _line_end(text[:at])
        missing = "" if text[:at].endswith("\n") else line_end
        return f"{text[:at]}{missing}{indent}{key} = {scalar(value)}{line_end}{text[at:]}"
    begin = start + present.value
    standing = SCALAR.match(text, begin)
    return text[:begin] + scalar(value) + text[standing.end() if standing else begin :]


def _below_last_line(text: str, start: int, end: int) -> int:
    """Where a table's own lines end: before the blank and comment lines that lead to the next header."""
    lines = text[start:end].splitlines(keepends=True)
    while lines and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
        lines.pop()
    return start + sum(map(len, lines))


def _row(data: dict[str, Any], header: Header, all_headers: tuple[Header, ...]) -> dict[str, Any]:
    """The table of the parsed file that a header opens."""
    ordinal = [other.line for other in all_headers if other.name == header.name].index(header.line)
    row: dict[str, Any] = data[header.name][ordinal]
    return row


def _line_end(text: str) -> str:
    """The line end of the last whole line."""
    return "\r\n" if text[: text.rfind("\n") + 1].endswith("\r\n") else "\n"


def _text(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise ConfigError(path, "not a UTF-8 text") from None


def _parsed(text: str, path: Path) -> dict[str, Any]:
    try:
        return toml.parse(text.removeprefix(BOM), parse_float=toml.decimal)
    except toml.TomlError as error:
        raise ConfigError(path, f"not TOML: {error.problem}", error.line) from None


def _sound(path: Path, text: str, expected: dict[str, Any], line: int | None) -> bytes:
    """The guard: a text as bytes, if it says what is expected."""
    try:
        sound = _parsed(text, path) == expected
    except ConfigError:
        sound = False
    if not sound:
        raise ConfigError(path, "cannot be edited without changing something else; edit it by hand", line)
    return text.encode("utf-8")
