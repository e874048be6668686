"""Finds what a `factcheck claims` command line names: a claim of the library, a figure at a line, a conflict."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.context import Session
from factcheck.errors import InputError
from factcheck.lean import regex as re

if TYPE_CHECKING:
    from factcheck.claims import Curation
    from factcheck.claims.propose import Passage
    from factcheck.config import Config
    from factcheck.model import Claim

PLACE = re.compile(r"(?P<path>.+?):(?P<line>\d+)(?::(?P<column>\d+))?")

Found = tuple["Claim", "Passage | None"]


def curation_of(project: Config) -> Curation:
    """The curated claims of a project, hidden ones too. Raises ConfigError for a file that is not sound."""
    from factcheck.workspace.claims import all_claims

    return all_claims(project)


def by_id(session: Session, identifier: str) -> Found:
    """A claim of the library with its passage. Raises InputError."""
    from factcheck.services.decisions import claim_of

    return claim_of(session.open(), identifier)


def at_place(session: Session, what: str) -> Found:
    """The one figure at a line, or at its column, of a source or a draft. Raises InputError."""
    place = PLACE.fullmatch(what)
    if not place:
        raise InputError(f"{what!r} is no place; write FILE:LINE or FILE:LINE:COLUMN")
    line, column = int(place["line"]), int(place["column"] or 0)
    claim = _only(_claims(Path(place["path"])), line, column, what)
    stored = session.library().find_claims([claim.id]).get(claim.id)
    if stored is not None and stored.claim.span == claim.span:
        return stored.claim, _passage(session, stored.claim)
    return claim, _support(session, Path(place["path"]), claim)


def _claims(path: Path) -> list[Claim]:
    from factcheck.extract import read_file

    return list(read_file(path, whole=True).claims())


def _only(claims: list[Claim], line: int, column: int, what: str) -> Claim:
    there = [c for c in claims if c.line == line and (not column or c.column <= column < c.column + len(c.text))]
    if len(there) == 1:
        return there[0]
    if not there:
        raise InputError(f"no figure or quotation at {what}")
    columns = ", ".join(f"{claim.column} ({claim.words[:30]})" for claim in there)
    raise InputError(f"several at {what}; add one of the columns {columns}")


def _support(session: Session, path: Path, claim: Claim) -> Passage | None:
    """The passage of the library that supports a figure of a draft, if one does."""
    from factcheck.claims import Curation
    from factcheck.extract import read_file
    from factcheck.model import Verdict
    from factcheck.verify import verify

    findings = verify(read_file(path, whole=True), session.library(), Curation())
    own = next((f for f in findings if f.claim.span == claim.span and f.verdict is Verdict.SUPPORTED), None)
    return _passage(session, own.evidence[0].claim) if own and own.evidence else None


def _passage(session: Session, claim: Claim) -> Passage:
    from factcheck.services.decisions import passage_of

    return passage_of(session.open(), claim)
