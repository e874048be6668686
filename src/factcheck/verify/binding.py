"""Holds the figures and quotations of a draft against a library: bind, compete, derive, judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.lean.record import NamedTuple
from factcheck.match.bind import Binding, bind
from factcheck.match.rarity import Rarity
from factcheck.match.scene import Scene
from factcheck.model import Finding, Kind
from factcheck.verify.judge import verdicts
from factcheck.verify.strictness import LIBRARY, Demands

if TYPE_CHECKING:
    from factcheck.store.protocol import Library


class Bound(NamedTuple):
    """The figures of a draft, each with the library's figures that may be the same fact."""

    bindings: list[Binding]
    scene: Scene
    rarity: Rarity


def bound(draft: Library, library: Library) -> Bound:
    """A draft's figures, bound in a whole library."""
    rarity = Rarity(library)
    sources, drafts = Scene(library, rarity), Scene(draft, rarity)
    stored = [claim for claim in draft.all_claims() if claim.claim.kind.is_figure]
    drafts.foresee(stored)
    figures = [drafts.context(claim) for claim in stored]
    return Bound(bind(figures, library, sources, rarity, LIBRARY.model), sources, rarity)


def judged(figures: Bound, demands: Demands = LIBRARY) -> list[Finding]:
    """The findings on a draft's figures."""
    return verdicts(figures.bindings, demands, figures.scene)


def quotations(draft: Library, library: Library) -> list[Finding]:
    """The findings on a draft's quotations."""
    quoted = [stored.claim for stored in draft.all_claims(Kind.QUOTE)]
    if not quoted:
        return []
    from factcheck.quotations.verdict import judge as judge_quotations

    return judge_quotations(quoted, library, draft)
