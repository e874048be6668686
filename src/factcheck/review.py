"""Everything that is said about a draft: its figures and quotations held against the library, then against what the
library's checkers have decided and where its sources disagree; its citations and its names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck import citations, conflicts
from factcheck.curated import Knowledge, revise
from factcheck.disputes import dispute
from factcheck.match.akin import akin
from factcheck.model import Claim, Finding, Kind, Verdict
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.text import Lines
from factcheck.values import NO_VALUE
from factcheck.variants import misspellings
from factcheck.verify import judged

if TYPE_CHECKING:
    from factcheck.claims import Curation
    from factcheck.reading import Reading
    from factcheck.store.protocol import Library

NAME_MISSPELT = "FC301"


def review(reading: Reading, library: Library, curation: Curation) -> list[Finding]:
    """All findings on a draft, by place: on each figure and quotation, each misspelt name, each unknown citation."""
    draft = MemoryLibrary(contents(reading))
    near = akin(draft, library)
    knowledge = Knowledge(curation)
    found = revise(judged(draft, near, library), knowledge)
    found = dispute(found, conflicts.find(near), near.documents(), knowledge)
    found = citations.check(reading.source, found, library)
    return sorted([*found, *_names(reading, library, curation)], key=lambda finding: finding.claim.span)


def _names(reading: Reading, library: Library, curation: Curation) -> Iterator[Finding]:
    source, lines = reading.source, Lines(reading.source.text)
    declared = {name for entity in curation.entities for name in entity.names}
    for slip in misspellings(reading, library, declared):
        span = source.view.origin(slip.span)
        claim = Claim("", Kind.NAME, "", source.path, span, *lines.position(span.start), slip.written, NO_VALUE)
        message = f"the draft writes {slip.written}; the sources write {slip.right}"
        yield Finding(claim, Verdict.UNVERIFIED, NAME_MISSPELT, message, slip.right)
