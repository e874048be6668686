"""The date of a document as the time of what it tells: "the Board met today" says the day only on its date line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.match.context import Context
from factcheck.match.scene import Scene
from factcheck.model import Claim, Kind
from factcheck.store.protocol import StoredClaim
from factcheck.text import Span
from factcheck.values import date


def imprints(draft: Context, passages: Sequence[int], scene: Scene) -> Iterator[StoredClaim]:
    """For a day or a month that a draft names: the dates of documents of it, each where a passage names no date."""
    claim = draft.claim.claim
    if claim.kind is not Kind.DATE or claim.value.bound or draft.moment is None or draft.moment.month is None:
        return
    dated = scene.almanac.on(draft.moment)
    for first, *others in filter(None, scene.claims_of(passages).values()):
        if first.document in dated and all(one.claim.kind is not Kind.DATE for one in (first, *others)):
            yield _imprint(first, scene.document(first).published)


def _imprint(first: StoredClaim, published: str) -> StoredClaim:
    """The date of a document as a figure of one of its passages, which is its evidence."""
    own = first.claim
    claim = Claim(
        "", Kind.DATE, own.document, own.path, own.span, own.line, own.column, own.sentence, date(published),
        subject=own.subject, sentence=own.sentence, mark=Span(0, len(own.sentence)),
    )  # fmt: skip
    return StoredClaim(claim, first.passage, first.document, first.first_token, first.first_token)
