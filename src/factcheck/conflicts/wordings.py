"""Finds utterances that two documents quote in different words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from factcheck.conflicts.conflict import Disagreement, Fact, Reason
from factcheck.conflicts.form import form_of
from factcheck.model import Kind
from factcheck.quotations.rivals import rivals
from factcheck.store.protocol import Library

# Words that are alike but for their figures in more versions than this are a form that is filled in, as with `copies`.
VERSIONS = 2


def wordings(library: Library) -> Iterator[Disagreement]:
    """The disagreements about what a speaker said, word for word."""
    pairs = list(rivals(library))
    versions: dict[str, set[str]] = defaultdict(set)
    for text in {stored.claim.text for pair in pairs for stored in (pair.one, pair.other)}:
        versions[form_of(text)].add(text)
    for pair in pairs:
        if max(len(versions[form_of(stored.claim.text)]) for stored in (pair.one, pair.other)) <= VERSIONS:
            one, other = (f'"{words}"' if words else "nothing" for words in pair.differs)
            fact = Fact(Kind.QUOTE, pair.one.claim.speaker, "said")
            yield Disagreement(pair.one, pair.other, fact, Reason.WORDING, f"{one} in one, {other} in the other")
