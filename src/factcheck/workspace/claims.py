"""The claims files of a project, and the texts that their passages stand in."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from factcheck.claims import CuratedClaim, Curation, load_sound
from factcheck.claims.curation import Origin
from factcheck.claims.discretion import day, disclosed
from factcheck.config import Config
from factcheck.errors import InputError
from factcheck.lean.record import replace
from factcheck.store.protocol import Library
from factcheck.workspace.files import find


def claim_files(project: Config) -> list[Path]:
    """The files that the project file names as claims, in order; from the current folder where they lie below it."""
    return [from_here(project.root / found.path) for found in find(project.root, project.claims)]


def all_claims(project: Config) -> Curation:
    """The curated claims, hidden ones too. Raises ConfigError for an unsound file."""
    return load_sound(claim_files(project))


def disclosed_claims(project: Config) -> Curation:
    """The curated claims as far as their words may leave the house today. Raises ConfigError for an unsound file."""
    return disclosed(all_claims(project), today())


def today() -> str:
    """The date by which embargoes are judged."""
    import datetime

    return day(datetime.datetime.now(datetime.UTC))


def placed(claims: Iterable[CuratedClaim], project: Config) -> Iterator[CuratedClaim]:
    """Claims as they are exported: their files named from the project's folder, as sources are, wherever one stands."""
    for claim in claims:
        path = os.path.relpath(claim.origin.path, project.root)
        yield replace(claim, origin=Origin(Path(path), claim.origin.line))


def from_here(path: Path) -> Path:
    """A path as people write it: relative where it lies below the current folder."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def texts(project: Config, library: Library) -> Callable[[str], str | None]:
    """Tells the visible text of a document by its id, None where the library has none of that id."""

    @cache
    def visible_text(path: str) -> str | None:
        from factcheck import readers

        try:
            return readers.read(project.root / path).view.text
        except InputError:
            return None

    def text_of(identifier: str) -> str | None:
        number = library.find_documents([identifier]).get(identifier)
        if number is None:
            return None
        document = library.documents([number])[number]
        text = visible_text(document.path)
        return None if text is None else text[slice(*document.span)]

    return text_of
