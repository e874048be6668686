"""What people decide about claims, conflicts and findings, written into the project's files by one guarded writer."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from factcheck.errors import InputError
from factcheck.lean import regex as re

if TYPE_CHECKING:
    from factcheck.claims import Curation
    from factcheck.claims.propose import Passage
    from factcheck.config import Config
    from factcheck.desk.sheet import Row
    from factcheck.model import Claim
    from factcheck.report.settled import Checks
    from factcheck.services.library import Library

# What a file name is not made of, and what stands for it in a pattern.
NOT_IN_ID = re.compile(r"[^\w]+")
STARS = re.compile(r"[*?]+|\[[^\]]*\]")


def today() -> str:
    """The date of a decision, where it is made."""
    return datetime.datetime.now().astimezone().date().isoformat()


def claim_of(library: Library, identifier: str) -> tuple[Claim, Passage]:
    """A claim of the library with its passage. Raises InputError."""
    claim = library.claim(identifier)
    if claim is None:
        raise InputError(f"the library has no claim {identifier!r}; `factcheck lookup` shows ids")
    return claim, passage_of(library, claim)


def passage_of(library: Library, claim: Claim) -> Passage:
    """The words that a claim stands in, with the text of their document."""
    from factcheck.claims.propose import Passage
    from factcheck.workspace.claims import texts

    text = texts(library.project, library.store)(claim.document) or claim.sentence
    return Passage(claim.document, claim.sentence or claim.text, text, claim.place)


def claims_file(project: Config, document: str) -> Path:
    """Where claims of a document are kept: where the first pattern of the project's claims finds them."""
    folder, _, name = project.claims[0].rpartition("/") if project.claims else ("claims", "", "*.toml")
    stem = NOT_IN_ID.sub("-", PurePath(document).stem.lower()).strip("-") or "claims"
    known = any(sign in folder for sign in "*?[")
    return project.root / ("claims" if known else folder) / STARS.sub(stem, name)


def propose(
    project: Config, claim: Claim, passage: Passage | None, given: Mapping[str, str], target: Path | None = None
) -> tuple[str, Path]:
    """Put a claim, as proposed, into a claims file; its id, and the file. `given`: what is stated otherwise.

    Raises InputError where the id is taken.
    """
    from factcheck.claims import edit
    from factcheck.claims import propose as proposing
    from factcheck.workspace.claims import all_claims

    path = target or claims_file(project, passage.document if passage else claim.document)
    names: list[str] = []

    def proposed() -> str:
        taken = {claim.id for claim in all_claims(project).claims}
        if given.get("id") in taken:
            raise InputError(f"{given['id']!r} is taken")
        name, tables = proposing.propose(claim, passage, taken, dict(given))
        names.append(name)
        return tables

    edit.append(path, proposed)
    return names[0], path


def rule(library: Library, conflict: str, keep: str, reason: str, by: str, target: Path | None = None) -> Path:
    """Rule on a conflict: which of its claims stands, why, and who says so; the file that holds the ruling.

    Raises InputError for a conflict or claim that is none, or a conflict that is ruled on.
    """
    from factcheck.claims import edit, write
    from factcheck.workspace.claims import all_claims

    project = library.project
    _check(library, all_claims(project), conflict, keep)
    path = target or project.root / "claims" / "rulings.toml"

    def ruling() -> str:
        _unruled(all_claims(project), conflict)
        return write.table("ruling", {"conflict": conflict, "keep": keep, "reason": reason, "by": by, "on": today()})

    edit.append(path, ruling)
    return path


def note(library: Library, draft: Path, key: str, noted: tuple[str, str, str]) -> Path:
    """Note status, owner and note of a finding of a draft, by its key; the file that keeps them.

    Raises InputError for a status that is none, or a finding that the draft has no more.
    """
    from factcheck.desk.sheet import written
    from factcheck.disk.rewrite import rewrite
    from factcheck.report.settled import STATUSES, load, place_of

    if noted[0] not in STATUSES:
        raise InputError(f"{noted[0]!r} is none of {', '.join(STATUSES)}")
    place = place_of(library.project.root, draft)
    if place is None:
        raise InputError(f"{draft}: is outside of the project; what is settled of it could not be kept")

    def with_note(_: bytes | None) -> bytes:
        checks = [row.check for row in rows_of(library, draft, load(place))]
        if all(check.key != key for check in checks):
            raise InputError(f"{draft}: the sentence was changed meanwhile; look at it again")
        status, owner, words = noted
        own = (c._replace(status=status, owner=owner, note=words) if c.key == key else c for c in checks)
        return written(check for check in own if not check.is_blank).encode("utf-8")

    place.parent.mkdir(parents=True, exist_ok=True)
    rewrite(place, with_note)
    return place


def rows_of(library: Library, draft: Path, checks: Checks) -> list[Row]:
    """The rows of a draft's sheet with what is noted of them. Raises InputError for a draft that cannot be read."""
    from factcheck.desk.name_rows import named
    from factcheck.desk.sheet import rows
    from factcheck.report.choice import Choice
    from factcheck.services.library import source_of

    source = source_of(draft)
    choice = Choice.of_project(library.project, show_all=True)
    report = library.report([(source, library.judge_source(source))], choice)
    return rows(report, named(source, library.store), checks)


def _check(library: Library, curation: Curation, conflict: str, keep: str) -> None:
    from factcheck import conflicts

    _unruled(curation, conflict)
    found = conflicts.named(library.store, [conflict]).get(conflict)
    if found is None:
        raise InputError(f"no conflict is called {conflict!r}; `factcheck conflicts` lists them")
    for pair in found.pairs:
        _unruled(curation, pair)
    known = {claim.claim.id for side in found.sides for claim in side.claims} | {claim.id for claim in curation.claims}
    if keep not in known:
        raise InputError(f"{keep!r} is no claim of this conflict, and no curated claim")


def _unruled(curation: Curation, conflict: str) -> None:
    if any(ruling.conflict == conflict for ruling in curation.rulings):
        raise InputError(f"{conflict!r} is already ruled on; edit the ruling")
