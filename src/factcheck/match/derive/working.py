"""What a derivation stands on and what it gives: the figures that are known, and the step taken from them."""

from __future__ import annotations

from factcheck.lean.record import NamedTuple
from factcheck.match.context import Context
from factcheck.store.protocol import StoredClaim


class Ground(NamedTuple):
    """A figure of a draft that the sources support, and the source's figure that says it."""

    draft: Context
    source: StoredClaim


class Working(NamedTuple):
    """The step by which a figure follows, as words, and the source's figures that it follows from."""

    text: str
    terms: tuple[StoredClaim, ...]
