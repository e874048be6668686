"""The checker's sheet: a row for each figure, quotation and name of a draft, and what comes back in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

from factcheck.desk.remark import heading
from factcheck.errors import InputError
from factcheck.lean.record import dataclass, replace
from factcheck.model import Finding
from factcheck.report.outcome import Report
from factcheck.report.settled import OPEN, STATUSES, Check, Checks, keys
from factcheck.text.wording import address, counted, imprint, title

# The columns: by the first two a row is known again, whatever was sorted or inserted; the last three are the checker's.
HEAD = (
    "key", "was", "words", "kind", "sentence", "verdict", "finding", "source", "passage", "place", "link", "in draft",
    "status", "owner", "note",
)  # fmt: skip
HIDDEN, OURS = ("key", "was"), HEAD[-3:]
# Of a hundred: sentences that have so much in common are one that was edited.
ALIKE = 70


@dataclass(frozen=True, slots=True)
class Row:
    """Something in the draft to be checked, what was found of it, and what the desk has noted.

    place, link: where the source has it; at, offset: where the draft has it, in words and to put rows in order
    """

    check: Check
    kind: str
    verdict: str
    finding: str
    source: str
    passage: str
    place: str
    link: str
    at: str
    offset: int

    def cells(self) -> tuple[str, ...]:
        """The row under HEAD."""
        check = self.check
        found = (self.verdict, self.finding, self.source, self.passage, self.place, self.link, self.at)
        return (check.key, _mark(check), check.words, self.kind, check.sentence, *found, *_noted(check))


def rows(report: Report, names: Iterable[Row], checks: Checks) -> list[Row]:
    """The rows of one draft in the order of its text; `checks`: what was noted so far.

    A note on a sentence that was edited since goes with it, and the row is open again.
    """
    found = [_row(finding, key) for finding, key in zip(report.findings, keys(report.findings), strict=True)]
    every = sorted([*found, *names], key=lambda row: row.offset)
    fresh = [row for row in every if row.check.key not in checks]
    gone = checks.keys() - {row.check.key for row in every}
    edited = _edited(fresh, [checks[key] for key in checks if key in gone])
    return [_with(row, checks.get(row.check.key) or edited.get(row.check.key)) for row in every]


def returned(sheet: Sequence[Mapping[str, str]], now: Sequence[Row], path: Path) -> tuple[list[Check], int]:
    """What is noted of the rows of a draft after a sheet came back, and how many changed rows it has no place for.

    A row that the checker left as it was changes nothing: somebody else may have noted something meanwhile.
    Raises InputError for a status that is none.
    """
    changed: dict[str, tuple[str, str, str]] = {}
    for number, cells in enumerate(sheet, 2):
        status = cells.get("status", "").strip().lower() or OPEN
        if status not in STATUSES:
            known = ", ".join(STATUSES)
            raise InputError(f"{path}: row {number}: the status {status!r} is none of {known}; nothing was taken")
        came = (status, cells.get("owner", "").strip(), cells.get("note", "").strip())
        if _marked(came) != cells.get("was", ""):
            changed[cells["key"]] = came
    checks = []
    for row in now:
        came_back = changed.pop(row.check.key, None)
        status, owner, note = came_back or _noted(row.check)
        check = row.check._replace(status=status, owner=owner, note=note)
        if not check.is_blank:
            checks.append(check)
    return checks, len(changed)


def written(checks: Iterable[Check]) -> str:
    """The file in which checks are kept."""
    from factcheck.claims.write import table
    from factcheck.report.settled import TABLE

    return "\n".join(table(TABLE, check._asdict()) for check in checks)


def summary(checks: Sequence[Check], rows: Sequence[Row]) -> str:
    """How far the desk is: "12 rows: 9 open, 2 ok, 1 call"."""
    count = {status: sum(check.status == status for check in checks) for status in STATUSES}
    count[OPEN] = len(rows) - sum(number for status, number in count.items() if status != OPEN)
    return f"{counted(len(rows), 'row')}: {', '.join(f'{n} {status}' for status, n in count.items() if n)}"


def _row(finding: Finding, key: str) -> Row:
    claim = finding.claim
    check = Check(key, claim.words, " ".join(claim.sentence.split()))
    found = (claim.kind.value, finding.verdict.value, heading(finding) if finding.rule else finding.message)
    at = f"line {claim.line}" if claim.place.has_lines else claim.place.words()
    for evidence in finding.evidence[:1]:
        document, passage = evidence.document, evidence.claim
        source = ", ".join(filter(None, (title(document), imprint(document))))
        place = passage.place.words() or f"line {passage.line}"
        return Row(check, *found, source, passage.sentence, f"{passage.path}, {place}", address(document.url), at,
                   claim.span.start)  # fmt: skip
    return Row(check, *found, "", "", "", "", at, claim.span.start)


def _with(row: Row, check: Check | None) -> Row:
    if check is None:
        return row
    return replace(row, check=row.check._replace(status=check.status, owner=check.owner, note=check.note))


def _edited(fresh: Iterable[Row], gone: Sequence[Check]) -> dict[str, Check]:
    """What was noted of sentences before they were edited, open again, by the keys that their rows have now."""
    if not gone:
        return {}
    from rapidfuzz.fuzz import ratio

    pairs = [
        (alike + ratio(row.check.words, check.words), row.check.key, check)
        for row in fresh
        for check in gone
        if (alike := ratio(row.check.sentence, check.sentence)) >= ALIKE
    ]
    found: dict[str, Check] = {}
    for _, key, check in sorted(pairs, key=lambda pair: -pair[0]):
        if key not in found and all(check.key != other.key for other in found.values()):
            found[key] = check._replace(status=OPEN)
    return found


def _noted(check: Check) -> tuple[str, str, str]:
    return check.status, check.owner, check.note


def _mark(check: Check) -> str:
    return _marked(_noted(check))


def _marked(noted: Iterable[str]) -> str:
    """A mark of what is noted, by which a sheet that comes back tells what the checker has changed in it."""
    return blake2b("\0".join(noted).encode("utf-8", "replace"), digest_size=4).hexdigest()


def cells_by_name(table: Iterable[Sequence[str]], path: Path) -> Iterator[dict[str, str]]:
    """The rows of a sheet by the names of its columns, which may have been moved. Raises InputError without a key."""
    lines = iter(table)
    head = [cell.strip().lower() for cell in next(lines, ())]
    if missing := [name for name in (*HIDDEN, "status") if name not in head]:
        raise InputError(f"{path}: is no sheet of ours: it has no column {', '.join(missing)}")
    for line in lines:
        row = dict(zip(head, line, strict=False))
        if row.get("key"):
            yield row
