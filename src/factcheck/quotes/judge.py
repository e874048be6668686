"""Judges a draft's quotation: word for word as a source has it, changed, given to another speaker, or in no source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.model import Claim, Document, Evidence, Finding, Kind, Verdict
from factcheck.quotes.align import align
from factcheck.quotes.locate import Place, file_span, locate
from factcheck.quotes.reading import Reading, read
from factcheck.quotes.speakers import same_speaker
from factcheck.quotes.words import Sort, Word, words
from factcheck.store.protocol import Library
from factcheck.text import Span
from factcheck.values import NO_VALUE

# Markup inside a quotation that runs over several sentences.
TAG = re.compile(r"<[^<>]{1,200}>")
# Below this share of words in common two texts are not the same quotation.
ALIKE = 0.6
# With another speaker, or none, the words must agree further to be taken for a misquotation.
ALIKE_IN_ANOTHER_MOUTH = 0.75
# A misquotation shares at least this many words in a row with its source.
SHORTEST_RUN = 3
# Shorter phrases are common property: who said them proves nothing.
SHORTEST_OWN = 5
SHOWN = 4


class Heard(NamedTuple):
    """A reading with the document and the source's claim, and whether its speaker is the draft's."""

    reading: Reading
    evidence: Evidence
    same: bool | None


def judge(claim: Claim, library: Library) -> Finding:
    """The finding on one quotation of a draft."""
    text = visible(claim)
    quotation = words(text)
    said = sum(word.sort is Sort.WORD for word in quotation)
    if not said:
        return Finding(claim, Verdict.UNVERIFIED, "FC203", "the quotation holds no words to look for")
    heard = [_hear(claim, quotation, place, library) for place in locate(text, quotation, library)]
    return _decide(claim, quotation, said, [one for one in heard if one is not None])


def visible(claim: Claim) -> str:
    """A quotation as its reader sees it: from its sentence where it ends there, else without the markup of its file."""
    if claim.mark.end < len(claim.sentence.rstrip()) and claim.mark.start < claim.mark.end:
        return claim.sentence[claim.mark.start : claim.mark.end]
    from html import unescape

    return unescape(TAG.sub(" ", claim.text))


def _decide(claim: Claim, quotation: Sequence[Word], said: int, heard: Sequence[Heard]) -> Finding:
    faithful = [one for one in heard if one.reading.faithful]
    altered = [one for one in heard if _misquotes(one, said)]
    if faithful:
        return _faithful(claim, quotation, said, faithful, altered)
    if altered:
        return _misquote(claim, quotation, altered)
    return _run_together(claim, quotation, heard) or _nowhere(claim, heard)


def _hear(claim: Claim, quotation: Sequence[Word], place: Place, library: Library) -> Heard | None:
    reading = read(quotation, place)
    if reading is None:
        return None
    document = library.documents((place.document,))[place.document]
    source = _source_claim(reading, document)
    agrees = reading.faithful
    return Heard(
        reading,
        Evidence(source, document, agrees, round(reading.likeness, 3)),
        same_speaker(claim.speaker, source.speaker),
    )


def _source_claim(reading: Reading, document: Document) -> Claim:
    """The source's quotation that holds the matched words, or else the matched words themselves."""
    laid = reading.place.laid
    first, last = laid[reading.first], laid[reading.last]
    middle = laid[(reading.first + reading.last) // 2]
    quoted = next((word.quotation for word in (middle, first, last) if word.quotation), None)
    if quoted:
        return quoted
    return Claim(
        id="", kind=Kind.QUOTE, document=document.id, path=document.path,
        span=file_span(reading.place, reading.first, reading.last), line=first.passage.line, column=1,
        text=_text(reading, reading.first, reading.last), value=NO_VALUE, sentence=first.passage.text,
        mark=Span(first.start, max(first.end, last.end if last.passage is first.passage else len(first.passage.text))),
    )  # fmt: skip


def _misquotes(one: Heard, said: int) -> bool:
    """Whether a differing text is so close that the draft must mean it."""
    reading = one.reading
    if reading.faithful or reading.longest_run < min(SHORTEST_RUN, said - 1) or said < SHORTEST_RUN:
        return False
    return reading.likeness >= (ALIKE if one.same else ALIKE_IN_ANOTHER_MOUTH)


def _faithful(
    claim: Claim, quotation: Sequence[Word], said: int, faithful: Sequence[Heard], altered: Sequence[Heard]
) -> Finding:
    own = [one for one in faithful if one.same is not False]
    if not own:
        return _misattributed(claim, faithful) if said >= SHORTEST_OWN else _another_mouth(claim, faithful)
    rivals = [
        one
        for one in altered
        if one.same and one.reading.place.document != own[0].reading.place.document and _spoken(one)
    ]
    if said >= SHORTEST_OWN and rivals and _spoken(own[0]):
        differs = difference(claim, quotation, rivals[0].reading)
        message = f"the sources give this quotation differently: {differs}"
        return Finding(claim, Verdict.DISPUTED, "FC102", message, "", _evidence([*own, *rivals]))
    return Finding(claim, Verdict.SUPPORTED, "", "a source has these words", "", _evidence(own))


def _spoken(one: Heard) -> bool:
    """Whether the source itself marks the words as somebody's."""
    return bool(one.evidence.claim.id)


def _misattributed(claim: Claim, faithful: Sequence[Heard]) -> Finding:
    true = faithful[0].evidence.claim.speaker
    message = f"the draft gives these words to {claim.speaker}; in the source {true} says them"
    evidence = _evidence([Heard(one.reading, _disagreeing(one.evidence), one.same) for one in faithful])
    return Finding(claim, Verdict.CONTRADICTED, "FC202", message, true, evidence)


def _another_mouth(claim: Claim, faithful: Sequence[Heard]) -> Finding:
    other = faithful[0].evidence.claim.speaker
    message = f"no source has these words from {claim.speaker}; {other} uses them"
    return Finding(claim, Verdict.UNVERIFIED, "FC203", message, "", _evidence(faithful))


def _disagreeing(evidence: Evidence) -> Evidence:
    return Evidence(evidence.claim, evidence.document, False, evidence.score)


def _misquote(claim: Claim, quotation: Sequence[Word], altered: Sequence[Heard]) -> Finding:
    best = max(altered, key=lambda one: (one.same is True, one.reading.likeness))
    message = f"not what the source has: {difference(claim, quotation, best.reading)}"
    shown = _text(best.reading, *_whole(best.reading))
    return Finding(
        claim, Verdict.CONTRADICTED, "FC201", message, shown, _evidence([best, *(o for o in altered if o is not best)])
    )


def _run_together(claim: Claim, quotation: Sequence[Word], heard: Sequence[Heard]) -> Finding | None:
    """Two stretches of one document made into one quotation: what is missing at one place stands whole at another."""
    for one in heard[:SHOWN]:
        rest = [word for at, word in enumerate(quotation) if at not in one.reading.covered]
        if len(rest) < SHORTEST_RUN or one.reading.longest_run < SHORTEST_RUN:
            continue
        for place in (other.reading.place for other in heard):
            second = read(rest, place._replace(alignment=align(rest, place.source)))
            if place.document == one.reading.place.document and second and second.faithful:
                shown = [_text(r, r.first, r.last) for r in (one.reading, second)]
                message = f'the draft runs together what the source has apart: "{shown[0]}" and "{shown[1]}"'
                return Finding(claim, Verdict.CONTRADICTED, "FC201", message, "", _evidence([one]))
    return None


def _nowhere(claim: Claim, heard: Sequence[Heard]) -> Finding:
    near = [one for one in heard if one.reading.likeness >= 0.4][:1]
    message = "no source has these words"
    if near:
        message += f'; the nearest are "{_text(near[0].reading, near[0].reading.first, near[0].reading.last)}"'
    return Finding(claim, Verdict.UNVERIFIED, "FC203", message, "", _evidence(near))


def difference(claim: Claim, quotation: Sequence[Word], reading: Reading) -> str:
    """The first fault in words, each with its neighbours for a hold: "may not go" against "must not go"."""
    fault = reading.faults[0]
    if fault.omission:
        return f'the omission leaves out "{_text(reading, fault.source[0], fault.source[-1])}"'
    draft = _around_draft(visible(claim), quotation, reading, fault.draft, fault.source)
    source = _around_source(reading, fault.draft, fault.source)
    return f'the draft has "{draft}", the source "{source}"'


def _around_draft(
    text: str, quotation: Sequence[Word], reading: Reading, draft: Sequence[int], source: Sequence[int]
) -> str:
    if draft:
        first, last = max(0, draft[0] - 1), min(len(quotation) - 1, draft[-1] + 1)
    else:
        before = next(
            (m.draft for m in reversed(reading.place.alignment.moves) if m.draft >= 0 and 0 <= m.source < source[0]), 0
        )
        first, last = before, min(len(quotation) - 1, before + 1)
    return _one_line(text[quotation[first].start : quotation[last].end])


def _around_source(reading: Reading, draft: Sequence[int], source: Sequence[int]) -> str:
    if source:
        return _text(reading, max(0, source[0] - 1), min(len(reading.place.laid) - 1, source[-1] + 1))
    moves = reading.place.alignment.moves
    before = next((m.source for m in reversed(moves) if m.source >= 0 and 0 <= m.draft < draft[0]), reading.first)
    return _text(reading, before, min(len(reading.place.laid) - 1, before + 1))


def _whole(reading: Reading) -> tuple[int, int]:
    """The source words from the first to the last that the quotation touches."""
    touched = [move.source for move in reading.place.alignment.moves if move.source >= 0]
    return touched[0], touched[-1]


def _text(reading: Reading, first: int, last: int) -> str:
    """The source's own text from one word to another, on one line; passages are joined with a space."""
    start, end = reading.place.laid[first], reading.place.laid[last]
    if start.passage is end.passage:
        return _one_line(start.passage.text[start.start : end.end])
    between = {word.passage.id: word.passage.text for word in reading.place.laid[first:last]}
    between.pop(start.passage.id)
    between.pop(end.passage.id, None)
    return _one_line(" ".join((start.passage.text[start.start :], *between.values(), end.passage.text[: end.end])))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _evidence(heard: Sequence[Heard]) -> tuple[Evidence, ...]:
    return tuple(one.evidence for one in heard[:SHOWN])
