"""Holds the figures and quotations of a draft against a library: bind, compete, derive, judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.lean.record import NamedTuple
from factcheck.match.bind import Binding, bind
from factcheck.match.derive.elapsed import led_to
from factcheck.match.rarity import Rarity
from factcheck.match.scene import Scene
from factcheck.model import Finding, Kind
from factcheck.verify.judge import verdicts
from factcheck.verify.strictness import LIBRARY, Demands

if TYPE_CHECKING:
    from factcheck.match.kinship import Kin
    from factcheck.store.protocol import Library


# A library of fewer passages is read as one: what is rare in it is rare among the texts about one thing.
LARGE = 40_000


class Bound(NamedTuple):
    """The figures of a draft, each with the library's figures that may be the same fact.

    days: the days that lengths of time lead to ("made public a week later"), bound as the dates that they are
    """

    bindings: list[Binding]
    days: list[Binding]
    scene: Scene
    rarity: Rarity


def bound(draft: Library, library: Library) -> Bound:
    """A draft's figures, bound in a whole library."""
    rarity = Rarity(library, _kin(draft, library))
    sources, drafts = Scene(library, rarity), Scene(draft, rarity)
    stored = [claim for claim in draft.all_claims() if claim.claim.kind.is_figure]
    drafts.foresee(stored)
    asked = [(one, one is claim) for claim in stored for one in (claim, *led_to(claim))]
    figures = [drafts.context(one) for one, _ in asked]
    found = list(zip(bind(figures, library, sources, rarity, LIBRARY.model), asked, strict=True))
    bindings = [binding for binding, (_, written) in found if written]
    return Bound(bindings, [binding for binding, (_, written) in found if not written], sources, rarity)


def _kin(draft: Library, library: Library) -> Kin | None:
    """The documents of a large library that are kin to a draft, if some are not."""
    if library.passage_count() < LARGE:
        return None
    from factcheck.match.kinship import kin

    return kin(draft, library)


def judged(figures: Bound, demands: Demands = LIBRARY) -> list[Finding]:
    """The findings on a draft's figures."""
    return verdicts(figures.bindings, demands, figures.scene, figures.days)


def quotations(draft: Library, library: Library, kin: Kin | None = None) -> list[Finding]:
    """The findings on a draft's quotations. kin: the documents that are kin to it, if some are not"""
    quoted = [stored.claim for stored in draft.all_claims(Kind.QUOTE)]
    if not quoted:
        return []
    from factcheck.quotations.verdict import judge as judge_quotations

    return judge_quotations(quoted, library, draft, kin)
