"""Reads claims files into frozen values; what is wrong with a file is collected, not raised."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from factcheck.claims import discretion
from factcheck.claims.curation import (
    Citation,
    CuratedClaim,
    Curation,
    Entity,
    Origin,
    Problem,
    Ruling,
    Selector,
    Status,
)
from factcheck.claims.discretion import discreet, is_secret
from factcheck.claims.fields import read_table
from factcheck.claims.keys import REQUIRED, TABLES
from factcheck.claims.notation import read_value
from factcheck.claims.parse import Table, parse
from factcheck.errors import ConfigError
from factcheck.model import Kind
from factcheck.rules import codes


def load(paths: Iterable[Path]) -> Curation:
    """The claims, entities and rulings of files, in the order of the paths and of the text."""
    built: dict[str, list[Any]] = {"claim": [], "entity": [], "ruling": []}
    problems: list[Problem] = []
    for path in paths:
        file = parse(path)
        problems += file.problems
        for table in file.tables:
            read = BUILDERS[table.name](table, path, problems)
            built[table.name] += [read] if read else []
    claims, entities, rulings = map(tuple, built.values())
    return Curation(claims, entities, rulings, tuple(sorted(problems)))


def load_sound(paths: Iterable[Path]) -> Curation:
    """As `load`, for those who cannot work with a broken file. Raises ConfigError for the first problem."""
    curation = load(paths)
    for problem in curation.problems:
        raise ConfigError(problem.path, problem.message, problem.line or None)
    return curation


def _read(
    table: Table, path: Path, problems: list[Problem], below: str = "", secret: bool = False
) -> dict[str, Any] | None:
    """The table's values by the names of the model; None where one that it cannot do without is missing or wrong."""

    def complain(key: str, message: str) -> None:
        told = discreet(codes.CLAIMS_MALFORMED) if secret and key not in discretion.KEYS else message
        problems.append(Problem(path, table.line_of(key), codes.CLAIMS_MALFORMED, told))

    row = {name: value for name, value in table.row.items() if name != below} if below else table.row
    read = read_table(row, TABLES[table.name], complain)
    lacking = [name for name in REQUIRED[table.name] if name not in read]
    for name in lacking:
        if name not in row:
            complain("", f"{name!r} is missing")
    return None if lacking else {name.replace("-", "_"): value for name, value in read.items()}


def _claim(table: Table, path: Path, problems: list[Problem]) -> CuratedClaim | None:
    secret = is_secret(table.row)
    citations = [_citation(below, path, problems, secret) for below in table.below]
    read = _read(table, path, problems, below="source" if table.below else "", secret=secret)
    if read is None:
        return None
    kind, notation = Kind(read.pop("kind")), read.pop("value")
    value = read_value(notation, kind)
    if value is None:
        rule = codes.CLAIM_VALUE_UNREADABLE
        message = discreet(rule) if secret else f"no {kind} can be read in value {notation!r}"
        problems.append(Problem(path, table.line_of("value"), rule, message))
        return None
    status = Status(read.pop("status", Status.PROPOSED))
    sources = tuple(citation for citation in citations if citation)
    # A flag that cannot be read hides for as long as it stands there.
    unread = secret and "embargo_until" not in read
    rest: dict[str, Any] = {"unit": value.unit, "confidential": unread} | read
    return CuratedClaim(
        kind=kind, notation=notation, value=value.value, status=status, citations=sources,
        origin=Origin(path, table.line), **rest,
    )  # fmt: skip


def _citation(table: Table, path: Path, problems: list[Problem], secret: bool) -> Citation | None:
    read = _read(table, path, problems, secret=secret)
    if read is None:
        return None
    # As written, not trimmed: white space at the edges of a passage is part of it.
    selector = Selector(*(str(table.row.get(part, "")) for part in Selector._fields))
    for part in Selector._fields:
        read.pop(part, None)
    return Citation(selector=selector, origin=Origin(path, table.line), **read)


def _entity(table: Table, path: Path, problems: list[Problem]) -> Entity | None:
    read = _read(table, path, problems)
    return None if read is None else Entity(origin=Origin(path, table.line), **read)


def _ruling(table: Table, path: Path, problems: list[Problem]) -> Ruling | None:
    read = _read(table, path, problems)
    return None if read is None else Ruling(origin=Origin(path, table.line), **read)


BUILDERS: dict[str, Callable[[Table, Path, list[Problem]], Any]] = {
    "claim": _claim,
    "entity": _entity,
    "ruling": _ruling,
}
