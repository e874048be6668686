"""Findings that an editor lets stand, kept in `factcheck-accepted.toml` beside the project file, each with its reason.

A finding is known by its own words and those around it, not by its line: text above it may come and go. Once its
passage is edited, or the day is past until which it may stand, it is reported again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from factcheck.config import read_toml, suggestion
from factcheck.disk.toml_places import headers, line_in
from factcheck.errors import ConfigError, InputError
from factcheck.lean.record import dataclass
from factcheck.model import Finding
from factcheck.report.fingerprint import fingerprint
from factcheck.rules import RULES, codes
from factcheck.text.wording import one_line

NAME = "factcheck-accepted.toml"
TABLE = "accepted"
# The keys of a table; the first five say which finding, for the machine and for people.
REQUIRED = ("finding", "rule", "draft", "reason")
KEYS = ("finding", "rule", "draft", "text", "passage", "reason", "until", "by", "on")


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One finding that may stand. until: an ISO day, the last one, "" for ever; draft: from the project's folder."""

    finding: str
    rule: str
    draft: str
    reason: str
    line: int
    text: str = ""
    passage: str = ""
    until: str = ""
    by: str = ""
    on: str = ""


@dataclass(frozen=True, slots=True)
class Accepted:
    """What may stand in a project on a day.

    root: the project's folder, from which drafts are named; today: an ISO day
    """

    root: Path
    today: str
    all: tuple[Acceptance, ...] = ()

    def lets(self, finding: Finding) -> bool:
        """Whether a finding may stand."""
        known = [one for one in self.all if one.rule == finding.rule and not self._past(one)]
        if not known:
            return False
        mark, draft = fingerprint(finding), self._inside(finding.claim.path)
        return any(one.finding == mark and (one.draft == draft or self._is_gone(one)) for one in known)

    def problems(self, drafts: Iterable[str], findings: Sequence[Finding]) -> Iterator[str]:
        """A line for each acceptance of a draft that was checked which lets nothing stand, and why."""
        checked = {self._inside(path) for path in drafts}
        found = {(self._inside(finding.claim.path), finding.rule, fingerprint(finding)) for finding in findings}
        for one in self.all:
            if one.draft not in checked:
                continue
            if self._past(one):
                yield f"{NAME}:{one.line}: {codes.ACCEPTANCE_VOID} accepted until {one.until}, which is past"
            elif (one.draft, one.rule, one.finding) not in found:
                yield f"{NAME}:{one.line}: {codes.ACCEPTANCE_VOID} nothing is found there any more; take it away"

    def _past(self, one: Acceptance) -> bool:
        return bool(one.until) and one.until < self.today

    def _is_gone(self, one: Acceptance) -> bool:
        """Whether the draft that an acceptance names is there no more: it may have got another name."""
        return not (self.root / one.draft).exists()

    def _inside(self, path: str) -> str:
        return inside(self.root, path)


def inside(root: Path, path: str) -> str:
    """A draft as it is named from the project's folder."""
    import os

    return os.path.relpath(path, root).replace(os.sep, "/")


def load(root: Path, today: str) -> Accepted:
    """What may stand in a project. Raises ConfigError for a file that cannot be used."""
    path = root / NAME
    if not path.is_file():
        return Accepted(root, today)
    text, tables = read_toml(path)
    rows = tables.pop(TABLE, [])
    if tables or not isinstance(rows, list):
        raise ConfigError(path, f"holds tables [[{TABLE}]] and nothing else", 1)
    lines = [header.line for header in headers(text) if header.name == TABLE]
    if len(lines) != len(rows):
        raise ConfigError(path, f"each table begins with [[{TABLE}]] on a line of its own", 1)
    return Accepted(root, today, tuple(_read(path, text, number, row, lines) for number, row in enumerate(rows)))


def accept(root: Path, finding: Finding, today: str, *, reason: str, until: str = "", by: str = "") -> Path:
    """Let a finding stand from now on; the file it is written to.

    Raises InputError where it is accepted already, ConfigError where the file cannot be changed safely.
    """
    from factcheck.claims import edit, write

    path, mark, draft = root / NAME, fingerprint(finding), inside(root, finding.claim.path)
    row = {
        "finding": mark,
        "rule": finding.rule,
        "draft": draft,
        "text": one_line(finding.claim.text),
        "passage": one_line(finding.claim.sentence),
        "reason": reason,
        "until": until,
        "by": by,
        "on": today,
    }

    def table() -> str:
        for one in load(root, today).all:
            if (one.finding, one.draft) == (mark, draft):
                raise InputError(f"{NAME}:{one.line}: this finding is accepted already; change its reason or day there")
        return write.table(TABLE, row)

    edit.append(path, table)
    return path


def _read(path: Path, text: str, number: int, row: dict[str, Any], lines: Sequence[int]) -> Acceptance:
    for key, value in row.items():
        line = line_in(text, TABLE, key, number) or lines[number]
        if key not in KEYS:
            raise ConfigError(path, f"unknown key {key!r}{suggestion(key, KEYS)}", line)
        if not isinstance(value, str):
            raise ConfigError(path, f"{key!r} must be a text in quotation marks", line)
    for key in REQUIRED:
        if not row.get(key):
            raise ConfigError(path, f"{key!r} is missing", lines[number])
    if row["rule"] not in RULES:
        raise ConfigError(path, f"no rule is called {row['rule']!r}", line_in(text, TABLE, "rule", number))
    if row.get("until") and not is_day(row["until"]):
        raise ConfigError(path, "'until' must be a day: 2027-01-31", line_in(text, TABLE, "until", number))
    return Acceptance(line=lines[number], **row)


def is_day(text: str) -> bool:
    """Whether a text is an ISO day."""
    import datetime

    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
