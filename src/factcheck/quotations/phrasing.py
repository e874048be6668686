"""Puts the difference between a quotation and its source into words for an editor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.quotations.fidelity import Fault, Fidelity
from factcheck.quotations.normal import Word
from factcheck.text.wording import one_line


def difference(text: str, quotation: Sequence[Word], reading: Fidelity) -> str:
    """The first fault, each side with its neighbours for a hold: "may not go" against "must not go"."""
    fault = reading.faults[0]
    if fault.omission:
        return f'the omission leaves out "{excerpt(reading, fault.source[0], fault.source[-1])}"'
    draft, source = _draft(text, quotation, reading, fault), _source(reading, fault)
    more = len(reading.faults) - 1
    rest = f" (and {more} more)" if more else ""
    return f'the draft has "{draft}"; the source has "{source}"' + rest


def excerpt(reading: Fidelity, first: int, last: int) -> str:
    """The source's own text from one word to another, on one line; passages are joined with a space."""
    start, end = reading.place.laid[first], reading.place.laid[last]
    if start.passage is end.passage:
        return one_line(start.passage.text[start.start : end.end])
    between = {word.passage.id: word.passage.text for word in reading.place.laid[first:last]}
    del between[start.passage.id]
    between.pop(end.passage.id, None)
    return one_line(" ".join((start.passage.text[start.start :], *between.values(), end.passage.text[: end.end])))


def _draft(text: str, quotation: Sequence[Word], reading: Fidelity, fault: Fault) -> str:
    """The draft's words at a fault, with one word on either side."""
    if fault.draft:
        first, last = max(0, fault.draft[0] - 1), min(len(quotation) - 1, fault.draft[-1] + 1)
    else:
        first = _before((m.source, m.draft) for m in reading.place.alignment.moves if m.source < fault.source[0])
        last = min(len(quotation) - 1, first + 1)
    return one_line(text[quotation[first].start : quotation[last].end])


def _source(reading: Fidelity, fault: Fault) -> str:
    """The source's words at a fault, with one word on either side."""
    end = len(reading.place.laid) - 1
    if fault.source:
        first, last = fault.source[0], fault.source[-1]
        return excerpt(reading, _with(reading, first, first - 1), _with(reading, last, min(end, last + 1)))
    first = _before((m.draft, m.source) for m in reading.place.alignment.moves if m.draft < fault.draft[0])
    first = max(first, reading.first)
    return excerpt(reading, first, min(end, first + 1))


def _with(reading: Fidelity, at: int, neighbour: int) -> int:
    """The neighbour of a source word if both stand in the same quotation, else the word itself."""
    laid = reading.place.laid
    return neighbour if neighbour >= 0 and laid[neighbour].quotation is laid[at].quotation else at


def _before(pairs: Iterable[tuple[int, int]]) -> int:
    """The last place on the other side among moves that have one on both sides, or 0."""
    return max((other for one, other in pairs if one >= 0 and other >= 0), default=0)
