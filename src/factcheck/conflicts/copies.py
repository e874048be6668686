"""Finds the one figure that differs between two copies of a sentence; where several differ, it is another occasion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from factcheck.conflicts.conflict import Disagreement, Fact, Reason
from factcheck.conflicts.documents import incompatible
from factcheck.conflicts.form import LONG, form_of
from factcheck.model import Kind
from factcheck.store.protocol import StoredClaim

# What names an instance or a moment and not a quantity: another one is another occasion.
NAMING = frozenset({Kind.OTHER, Kind.ORDINAL, Kind.REFERENCE})
# A date so near the start of its sentence says when the rest of it holds.
OPENING = 12


def copies(figures: Iterable[StoredClaim]) -> Iterator[Disagreement]:
    """The disagreements between two sentences that are alike but for one figure, and share another figure at least."""
    sentences: dict[str, dict[int, list[StoredClaim]]] = defaultdict(lambda: defaultdict(list))
    for figure in figures:
        form = form_of(figure.claim.sentence)
        if len(form) >= LONG:
            sentences[form][figure.passage].append(figure)
    for passages in sentences.values():
        kept = list({tuple(f.claim.value.text for f in claims): claims for claims in passages.values()}.values())
        if len(kept) == 2 and kept[0][0].document != kept[1][0].document:
            yield from _odd_one(*kept)


def _odd_one(mine: list[StoredClaim], other: list[StoredClaim]) -> Iterator[Disagreement]:
    if len(mine) != len(other) or len(mine) < 2:
        return
    changed = [(a, b) for a, b in zip(mine, other, strict=True) if a.claim.value.text != b.claim.value.text]
    if len(changed) == 1 and incompatible(*changed[0]) and not _is_scope(changed[0][0]):
        a, b = changed[0]
        yield Disagreement(a, b, Fact(a.claim.kind, a.claim.subject, a.claim.measure, a.claim.scope), Reason.VALUE)


def _is_scope(figure: StoredClaim) -> bool:
    """Whether a figure says which occasion its sentence is about."""
    before = figure.claim.sentence[: figure.claim.mark.start]
    opens = len(before) <= OPENING or before.rstrip().lower().endswith(("as of", "as at", "as on"))
    return figure.claim.kind in NAMING or (figure.claim.kind is Kind.DATE and opens)
