"""Holds one sentence against one passage that is said to be about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.lean.record import NamedTuple
from factcheck.match.acquaint import acquaint
from factcheck.match.bind import answering, candidates_of, weigh
from factcheck.match.candidates import search
from factcheck.match.rarity import Rarity
from factcheck.match.scene import Scene
from factcheck.model import Finding, Verdict
from factcheck.store.memory import MemoryLibrary
from factcheck.verify.binding import quotations
from factcheck.verify.judge import verdicts
from factcheck.verify.strictness import PAIR

if TYPE_CHECKING:
    from factcheck.store.protocol import Library


class Comparison(NamedTuple):
    """A sentence held against a passage: whether it is supported, and the findings on its figures and quotations."""

    verdict: Verdict
    findings: list[Finding]


def compare_pair(claim: str, evidence: str) -> Comparison:
    """Whether a text supports a sentence, and the findings on each of the sentence's figures and quotations.

    Contradicted if one of them is, supported if all are; unverified otherwise, and where there are none.
    """
    from factcheck.extract import read_text
    from factcheck.store.contents import contents

    draft = MemoryLibrary(contents(read_text(claim)))
    library = MemoryLibrary(contents(read_text(evidence)))
    findings = check(draft, library)
    return Comparison(_overall([finding.verdict for finding in findings]), findings)


def check(draft: Library, library: Library) -> list[Finding]:
    """The findings on every figure and quotation of a draft against one or a few short texts."""
    rarity = Rarity(library)
    sources, drafts = Scene(library, rarity), Scene(draft, rarity)
    stored = [claim for claim in draft.all_claims() if claim.claim.kind.is_figure]
    contexts = [drafts.context(claim) for claim in stored]
    found = candidates_of(search(contexts, library, rarity, sources.almanac), library, sources, rarity)
    found = acquaint(contexts, answering(contexts, found, PAIR.model), library)
    bindings = [weigh(context, candidates, PAIR.model) for context, candidates in zip(contexts, found, strict=True)]
    return sorted(
        [*verdicts(bindings, PAIR, sources), *quotations(draft, library)], key=lambda finding: finding.claim.span
    )


def _overall(verdicts: Sequence[Verdict]) -> Verdict:
    if Verdict.CONTRADICTED in verdicts:
        return Verdict.CONTRADICTED
    return Verdict.SUPPORTED if verdicts and set(verdicts) == {Verdict.SUPPORTED} else Verdict.UNVERIFIED
