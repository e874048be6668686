"""What the desk has settled of a draft: who looked at a finding, and what came of it, kept in git beside the texts.

# checks/drafts/first.md.toml
[[check]]
key = "5f1d0c2e9a7b4d31"          # the finding's fingerprint: another as soon as its sentence changes
words = "43 percent"
sentence = "Turnout was 43 percent in the north."
status = "ok"                     # open, ok, change or call
owner = "Ann Weaver"
note = "the commission's own count"
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePath

from factcheck.errors import ConfigError
from factcheck.lean.record import NamedTuple
from factcheck.model import Finding
from factcheck.report.fingerprint import fingerprint

FOLDER, TABLE = "checks", "check"
# What came of a finding: nothing yet; it may stand; the draft is to be changed; somebody is to be asked.
STATUSES = OPEN, OK, CHANGE, CALL = ("open", "ok", "change", "call")


class Check(NamedTuple):
    """What is noted of one finding; words and sentence are the draft's, by which people know it."""

    key: str
    words: str = ""
    sentence: str = ""
    status: str = OPEN
    owner: str = ""
    note: str = ""

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to be done: only a finding that may stand is."""
        return self.status == OK

    @property
    def is_blank(self) -> bool:
        """Whether nobody has noted anything."""
        return (self.status, self.owner, self.note) == (OPEN, "", "")

    def told(self) -> str:
        """The status with who and why, on one line: "ok, Ann Weaver: the commission's own count"."""
        who = f", {self.owner}" if self.owner else ""
        return f"{self.status}{who}{f': {self.note}' if self.note else ''}"


Checks = Mapping[str, Check]


def place_of(root: Path, draft: str | Path) -> Path | None:
    """The file that keeps what is settled of a draft; None for a draft outside of the project, or in no file."""
    inside = Path(draft).absolute()
    if not inside.is_relative_to(root) or not PurePath(draft).suffix:
        return None
    name = inside.relative_to(root)
    return root / FOLDER / name.with_name(f"{name.name}.toml")


def load(path: Path | None) -> Checks:
    """What a file says, by key; nothing where there is none. Raises ConfigError for what cannot be used."""
    if path is None or not path.is_file():
        return {}
    from factcheck.config import read_toml

    text, tables = read_toml(path)
    return {check.key: check for check in _read(path, text, tables)}


def _read(path: Path, text: str, tables: Mapping[str, object]) -> Iterator[Check]:
    from factcheck.config import suggestion
    from factcheck.disk.toml_places import line_in

    for name in tables:
        if name != TABLE:
            raise ConfigError(path, f"unknown table [{name}]{suggestion(name, [TABLE])}", line_in(text, name))
    rows = tables.get(TABLE, [])
    for number, row in enumerate(rows if isinstance(rows, list) else [rows]):
        line = line_in(text, TABLE, "", number)
        if not isinstance(row, dict) or not all(isinstance(value, str) for value in row.values()):
            raise ConfigError(path, f"write [[{TABLE}]] with texts in quotation marks", line)
        for key in row:
            if key not in Check._fields:
                raise ConfigError(path, f"unknown key {key!r}{suggestion(key, Check._fields)}", line)
        if not row.get("key"):
            raise ConfigError(path, "a check must have the key of its finding", line)
        if row.get("status", OPEN) not in STATUSES:
            raise ConfigError(path, f"'status' must be one of {', '.join(STATUSES)}, not {row['status']!r}", line)
        yield Check(**row)


def keys(findings: Iterable[Finding]) -> list[str]:
    """The key of each finding of one draft; where it has the same finding twice, the later ones are numbered."""
    seen: dict[str, int] = {}
    found = []
    for finding in findings:
        print_ = fingerprint(finding)
        seen[print_] = seen.get(print_, 0) + 1
        found.append(print_ if seen[print_] == 1 else f"{print_}-{seen[print_]}")
    return found


def settled(findings: Sequence[Finding], checks: Checks) -> Iterator[tuple[Finding, Check]]:
    """The findings of one draft that something is noted of, each with that."""
    if checks:
        yield from (
            (finding, checks[key]) for finding, key in zip(findings, keys(findings), strict=True) if key in checks
        )
