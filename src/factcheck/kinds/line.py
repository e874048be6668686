"""A paragraph's tokens as recognisers read them: any index a few steps outside reads as an empty word."""

from __future__ import annotations

from factcheck.kinds.cue_words import CUES
from factcheck.kinds.inches import inch_marks
from factcheck.text import Span
from factcheck.text.tokens import Tokens, is_capital

# Recognisers look at most this many tokens beyond an index they know to be inside.
MARGIN = 16
# A headline has at most so many tokens, and capitals on nearly all words but the little ones.
LONGEST_TITLE, MOSTLY = 40, 0.9
LITTLE_WORDS = CUES["little in a headline"]


class Line:
    """The tokens of one paragraph. Margins hold empty words, so that no look-ahead needs a bounds check; negative
    indices reach the same margin from the left."""

    __slots__ = ("_inches", "_titled", "closed", "ends", "lower", "size", "starts", "text", "words")

    def __init__(self, tokens: Tokens, closed: frozenset[int] = frozenset()) -> None:
        """`closed` are the tokens of dates and addresses, which no figure may take."""
        self.closed = closed
        self.text = tokens.text
        self._inches: frozenset[int] | None = None
        self._titled: bool | None = None
        self.size = len(tokens)
        self.words = tokens.words + ("",) * MARGIN
        self.lower = tokens.lower + ("",) * MARGIN
        self.starts = tokens.starts + (-1,) * MARGIN
        self.ends = tokens.ends + (-2,) * MARGIN

    def glued(self, i: int) -> bool:
        """Whether token i begins where token i - 1 ends, without a space."""
        return self.starts[i] == self.ends[i - 1]

    def spaced(self, i: int) -> bool:
        """Whether one space stands between token i and the token before it."""
        return self.starts[i] == self.ends[i - 1] + 1

    def span(self, first: int, last: int) -> Span:
        """The text of the tokens from `first` up to but not including `last`."""
        return Span(self.starts[first], self.ends[last - 1])

    def hyphen(self, i: int) -> bool:
        """Whether token i joins its neighbours into one word."""
        return self.lower[i] in HYPHENS and self.glued(i) and self.glued(i + 1)

    @property
    def inches(self) -> frozenset[int]:
        """Where marks that look like quotation marks stand for inches."""
        if self._inches is None:
            self._inches = inch_marks(self.text, Span(0, len(self.text)))
        return self._inches

    @property
    def titled(self) -> bool:
        """Whether the line is a headline in which all but the little words have capitals."""
        if self._titled is None:
            self._titled = self.size <= LONGEST_TITLE and not self.words[0][:1].islower() and self._is_titled()
        return self._titled

    def _is_titled(self) -> bool:
        words = [word for word in self.words[: self.size] if len(word) > 2 and word.isalpha()]
        large = [word for word in words if word.lower() not in LITTLE_WORDS]
        capitals = sum(map(is_capital, large))
        return len(large) > 2 and capitals >= len(large) * MOSTLY

    def opens(self, i: int) -> bool:
        """Whether token i is the first of the paragraph or of a line of it."""
        return i == 0 or "\n" in self.text[self.ends[i - 1] : self.starts[i]]

    def capital(self, i: int) -> bool:
        return is_capital(self.words[i])


HYPHENS = frozenset({"-", "\u2010", "\u2011", "\u2013"})
"""Hyphen, non-breaking hyphen and the en dash that typesetting puts in their place."""
