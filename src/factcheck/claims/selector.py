"""Finds a curated claim's passage again in a text that may have been edited since it was cited.

The search follows the Web Annotation Data Model (W3C Recommendation 2017, section 4.2.4): `exact` picks the words,
`prefix` and `suffix` tell apart the places where they stand. White space of any length, and the shapes of quotation
marks, apostrophes and dashes, make no difference; nor do ligatures, and words divided at the end of a line.
"""

from __future__ import annotations

from array import array
from enum import StrEnum
from functools import cached_property
from itertools import takewhile

from factcheck.claims.curation import Selector
from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple
from factcheck.text import Span

# One character for each that typesetting varies, so that offsets stay.
FOLD = str.maketrans("‘’‛“”„‟«»‐‑‒–—―−", '\'\'\'""""""-------')
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
# A word divided at the end of its line: the hyphen and the break between two letters.
DIVIDED = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad]\r?\n[ \t]*(?=[^\W\d_])")
RUN = re.compile(r"[ﬀ-ﬆ]|[^\sﬀ-ﬆ]+|\s+")
WHOLE = re.compile(rf"{DIVIDED.pattern}|[ﬀ-ﬆ]|(?:(?!{DIVIDED.pattern})[^\sﬀ-ﬆ])+|\s+")
# How much of the context is compared, and how much of the words an altered passage must still have in common.
CONTEXT = 64
LIKE = 75
# The longest passage between an unchanged prefix and suffix, as a multiple of the words cited.
STRETCH = 3


class Standing(StrEnum):
    """How a passage stands in its source."""

    EXACT = "exact"
    SHIFTED = "shifted"
    ALTERED = "altered"
    MISSING = "missing"
    AMBIGUOUS = "ambiguous"


class Place(NamedTuple):
    """Where a passage stands in the text; the span is empty for a missing or ambiguous one."""

    standing: Standing
    span: Span = Span(0, 0)


MISSING, AMBIGUOUS = Place(Standing.MISSING), Place(Standing.AMBIGUOUS)


class SourceText:
    """A text prepared for any number of searches: folded, each run of white space one space, offsets kept."""

    def __init__(self, text: str, *, whole: bool = False) -> None:
        """`whole` joins the words that a hyphen divides at a line end."""
        pieces, starts = [], array("L")
        for run in (WHOLE if whole else RUN).finditer(_fold(text)):
            piece = run[0]
            if piece.isspace():
                pieces.append(" ")
                starts.append(run.start())
            elif piece in LIGATURES:
                pieces.append(LIGATURES[piece])
                starts.extend([run.start()] * len(LIGATURES[piece]))
            elif "\n" not in piece:
                pieces.append(piece)
                starts.extend(range(*run.span()))
        starts.append(len(text))
        self.text, self.folded, self.starts = text, "".join(pieces), starts

    @cached_property
    def whole(self) -> SourceText | None:
        """The text with its divided words joined; None where no word is divided."""
        return SourceText(self.text, whole=True) if DIVIDED.search(self.text) else None

    def origin(self, span: Span) -> Span:
        return Span(self.starts[span.start], self.starts[span.end - 1] + 1)


def place(selector: Selector, source: SourceText) -> Place:
    """Where a passage stands in a source.

    exact:     the words stand between the words cited around them, once
    shifted:   the words stand, and what stood around them has changed
    ambiguous: they stand in several places that their context does not tell apart
    altered:   not these words, but others like them, or others between the same prefix and suffix
    """
    folded = Selector(*(" ".join(_unligatured(_fold(part)).split()) for part in selector))
    spans = occurrences(folded.exact, source.folded)
    if not spans and source.whole and occurrences(folded.exact, source.whole.folded):
        return place(selector, source.whole)
    found = _choose(spans, folded, source.folded) if spans else _altered(folded, source.folded)
    return Place(found.standing, source.origin(found.span)) if found.span.end else found


def _fold(text: str) -> str:
    return text if text.isascii() else text.translate(FOLD)


def _unligatured(text: str) -> str:
    return text if text.isascii() else "".join(LIGATURES.get(letter, letter) for letter in text)


def occurrences(words: str, text: str) -> list[Span]:
    """Every place of some words that cuts through no word and no figure."""
    found, at = [], -1
    while words and (at := text.find(words, at + 1)) >= 0:
        end = at + len(words)
        if not (_joined(text[max(0, at - 2) : at], words[:2]) or _joined(words[-2:], text[end : end + 2])):
            found.append(Span(at, end))
    return found


def _joined(left: str, right: str) -> bool:
    """Whether one word or figure runs on from the left to the right: "2|5", "43|.8", "43.|8"."""
    if left[-1:].isalnum() and right[:1].isalnum():
        return True
    if left[-1:].isdigit() and right[:1] in (".", ","):
        return right[1:2].isdigit()
    return left[-1:] in (".", ",") and left[:-1].isdigit() and right[:1].isdigit()


def _choose(spans: list[Span], selector: Selector, text: str) -> Place:
    """The occurrence whose surroundings fit best, if one does."""
    prefix, suffix = selector.prefix[-CONTEXT:], selector.suffix[:CONTEXT]
    fits = [_fit(span, prefix, suffix, text) for span in spans]
    best = max(fits)
    if fits.count(best) > 1:
        return AMBIGUOUS
    standing = Standing.EXACT if best == len(prefix) + len(suffix) else Standing.SHIFTED
    return Place(standing, spans[fits.index(best)])


def _fit(span: Span, prefix: str, suffix: str, text: str) -> int:
    """How many characters next to an occurrence are those of the context."""
    before = text[max(0, span.start - CONTEXT - 1) : span.start].rstrip()
    after = text[span.end : span.end + CONTEXT + 1].lstrip()
    return _shared(before[::-1], prefix[::-1]) + _shared(after, suffix)


def _shared(a: str, b: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))


def _altered(selector: Selector, text: str) -> Place:
    return _between(selector, text) or _similar(selector.exact, text)


def _between(selector: Selector, text: str) -> Place | None:
    """What now stands between the prefix and the suffix, if both still stand and nothing long came between."""
    befores, afters = occurrences(selector.prefix, text), occurrences(selector.suffix, text)
    if len(befores) != 1 or len(afters) != 1:
        return None
    span = _trim(Span(befores[0].end, afters[0].start), text)
    return Place(Standing.ALTERED, span) if 0 < span.end - span.start <= STRETCH * len(selector.exact) else None


def _similar(words: str, text: str) -> Place:
    """The words of the text that are most like the passage, if they are like enough."""
    from rapidfuzz import fuzz

    alignment = fuzz.partial_ratio_alignment(words, text, score_cutoff=LIKE)
    if alignment is None or len(words.split()) < 3:
        return MISSING
    return Place(Standing.ALTERED, _whole_words(Span(alignment.dest_start, alignment.dest_end), text))


def _whole_words(span: Span, text: str) -> Span:
    """With the rest of a word that it begins or ends in, and without white space at its edges."""
    start = max(text.rfind(" ", 0, span.start + 1) + 1, 0)
    end = text.find(" ", span.end - 1)
    return _trim(Span(start, len(text) if end < 0 else end), text)


def _trim(span: Span, text: str) -> Span:
    """Without white space at its edges."""
    piece = text[span.start : max(span.start, span.end)]
    return Span(span.start + len(piece) - len(piece.lstrip()), span.start + len(piece.rstrip()))
