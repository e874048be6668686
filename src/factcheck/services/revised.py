"""A draft under edit: what an editor's last keystrokes leave untouched is not judged again.

A figure that says what it said before, in the sentence it stood in, keeps its finding, wherever it has moved to, and so
does a name in a passage that reads as it did. What hangs on the draft as a whole (two values for one fact, parts of a
sum) is found when the draft is judged as a whole, which is when it is opened and when it is saved.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from factcheck.lean.record import dataclass, field, replace
from factcheck.model import NOWHERE, Claim, Finding, Kind, Source
from factcheck.text import Span, lines_of
from factcheck.text.places import NO_PLACE

if TYPE_CHECKING:
    from factcheck.extract.reading import ReadClaim, ReadDocument, Reading, ReadPassage
    from factcheck.services.library import Library

Wanted = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Known:
    """What was found in a draft: on each claim, by what it says; on names, by the passages they stand in."""

    claims: Mapping[Claim, Sequence[Finding]] = field(default_factory=dict)
    names: Mapping[str, Sequence[Finding]] = field(default_factory=dict)


class Revised:
    """One draft and what was found in it last."""

    def __init__(self) -> None:
        self._known = Known()

    def whole(self, library: Library, draft: Source) -> list[Finding]:
        """The findings on a draft, judged as a whole."""
        from factcheck.extract import read_source

        reading = read_source(draft)
        findings = library.judge(reading)
        self._known = _known(reading, findings)
        return findings

    def changed(self, library: Library, draft: Source, wanted: Wanted = lambda: True) -> list[Finding]:
        """The findings on a draft of which only what is new is judged; none as soon as they are no longer wanted."""
        from factcheck.extract import read_source

        reading = read_source(draft)
        if not wanted():
            return []
        known = self._known
        fresh = library.judge(_documents(reading, lambda read: replace(read, claims=tuple(_new(read, known)))),
                              named=_documents(reading, lambda read: _unread(read, draft, known)))  # fmt: skip
        judged = {one.claim.span for read in reading.documents for one in _new(read, known)}
        old = [*_kept(reading, known, judged), *_kept_names(reading, known)]
        places = {(finding.claim.span, finding.rule) for finding in old}
        found = [*old, *(finding for finding in fresh if (finding.claim.span, finding.rule) not in places)]
        self._known = _known(reading, found)
        return sorted(found, key=lambda finding: finding.claim.span)


def _known(reading: Reading, findings: Sequence[Finding]) -> Known:
    by_place: dict[Span, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_place[finding.claim.span].append(finding)
    claims = {_said(one): tuple(by_place[one.span]) for one in reading.claims() if one.span in by_place}
    named = [finding for finding in findings if finding.claim.kind is Kind.NAME]
    names = {
        words: tuple(_moved(finding, -span.start) for finding in named if span.covers(finding.claim.span))
        for words, span in _passages(reading)
    }
    return Known(claims, names)


def _said(claim: Claim) -> Claim:
    """A claim without its place: the same wherever it says the same."""
    return replace(claim, id="", document="", path="", span=NOWHERE, line=0, column=0, place=NO_PLACE)


def _passages(reading: Reading) -> Iterator[tuple[str, Span]]:
    """Each passage as it stands in the file, and where."""
    source = reading.source
    for document in reading.documents:
        for read in document.passages:
            span = source.view.origin(read.passage.span)
            yield source.text[span.start : span.end], span


def _documents(reading: Reading, change: Callable[[ReadDocument], ReadDocument]) -> Reading:
    return replace(reading, documents=tuple(map(change, reading.documents)))


def _new(read: ReadDocument, known: Known) -> Iterator[ReadClaim]:
    """The claims of a document that stand in a sentence with one that is not known."""
    touched = {one.passage for one in read.claims if _said(one.claim) not in known.claims}
    return (one for one in read.claims if one.passage in touched)


def _unread(read: ReadDocument, draft: Source, known: Known) -> ReadDocument:
    """A document with the passages alone that were not read for names before."""

    def is_new(passage: ReadPassage) -> bool:
        span = draft.view.origin(passage.passage.span)
        return draft.text[span.start : span.end] not in known.names

    return replace(read, passages=tuple(filter(is_new, read.passages)), claims=())


def _kept(reading: Reading, known: Known, judged: set[Span]) -> Iterator[Finding]:
    """The findings on claims that say what they said, where they stand now."""
    for claim in reading.claims():
        if claim.span not in judged:
            yield from (replace(finding, claim=claim) for finding in known.claims.get(_said(claim), ()))


def _kept_names(reading: Reading, known: Known) -> Iterator[Finding]:
    lines = lines_of(reading.source.text)
    for words, span in _passages(reading):
        for finding in known.names.get(words, ()):
            moved = _moved(finding, span.start)
            line, column = lines.position(moved.claim.span.start)
            yield replace(moved, claim=replace(moved.claim, line=line, column=column))


def _moved(finding: Finding, by: int) -> Finding:
    return replace(finding, claim=replace(finding.claim, span=finding.claim.span.shift(by)))
