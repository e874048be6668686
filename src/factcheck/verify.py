"""Holds every figure and quotation of a draft against a library: bind, compete, derive, judge, check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck import checks
from factcheck.judge import LIBRARY as DEMANDS
from factcheck.judge import verdicts
from factcheck.match.akin import akin
from factcheck.match.bind import bind
from factcheck.match.rarity import Rarity
from factcheck.match.scene import Scene
from factcheck.model import Finding, Kind
from factcheck.quoted import settle
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary

if TYPE_CHECKING:
    from factcheck.extract import Reading
    from factcheck.store.protocol import Library

NOT_FIGURES = frozenset({Kind.QUOTE, Kind.NAME})


def verify(reading: Reading, library: Library) -> list[Finding]:
    """One finding for each figure and quotation of a draft, by place."""
    draft = MemoryLibrary(contents(reading))
    return judged(draft, akin(draft, library), library)


def judged(draft: Library, near: Library, library: Library) -> list[Finding]:
    """The findings on a draft whose figures are bound in `near`, the part of the library that is akin to it."""
    published = {document.id: document.published for document in draft.documents().values()}
    quoted = quotations(draft, library)
    found = checks.applied([*settle(_figures(draft, near), quoted, library), *quoted], published)
    return sorted(found, key=lambda finding: finding.claim.span)


def quotations(draft: Library, library: Library) -> list[Finding]:
    """The findings on a draft's quotations."""
    from factcheck.quotes.judge import judge as judge_quotation

    return [judge_quotation(c.claim, library) for c in draft.all_claims(Kind.QUOTE)]


def _figures(draft: Library, near: Library) -> list[Finding]:
    rarity = Rarity(near)
    sources, drafts = Scene(near, rarity), Scene(draft, rarity)
    figures = [drafts.context(c) for c in draft.all_claims() if c.claim.kind not in NOT_FIGURES]
    return verdicts(bind(figures, near, sources, rarity, DEMANDS.model), DEMANDS, sources)
