"""Joins lines: tells a hyphen that a line end made from one that belongs to its word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple
from factcheck.readers.pdf.pages import HYPHEN, Page

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# A word broken at the end of a line, and how the next one goes on.
BROKEN = re.compile(r"(?P<word>(?:[^\W\d_]+-)*[^\W\d_]+)(?P<sign>[-‐\u00ad])\Z")
GOES_ON = re.compile(r"[^\W\d_]+")
# "2018–" before "23": a range.
RANGE = re.compile(r"\d[-–\u00ad]\Z")
TWICE = 2


class Joint(NamedTuple):
    """How two lines are joined: so many characters less of the first, and what stands between."""

    dropped: int
    text: str


BLANK, GLUED, UNBROKEN = Joint(0, " "), Joint(0, ""), Joint(1, "")


class Breaks:
    """The words of a file, by which its hyphens are known."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.words = Counter[str]()
        for page in pages:
            for segment in page.segments:
                self.words.update(word.lower() for word in WORD.findall(segment.text))

    def joint(self, line: str, following: str) -> Joint:
        """How a line is joined to the one that follows."""
        line, following = line.rstrip(), following.lstrip()
        if RANGE.search(line) and following[:1].isdigit():
            return Joint(1, "-") if line.endswith(HYPHEN) else GLUED
        broken, rest = BROKEN.search(line), GOES_ON.match(following)
        if broken is None or rest is None:
            return BLANK
        if not self._belongs(broken["word"].lower(), rest[0], soft=broken["sign"] == HYPHEN):
            return UNBROKEN
        return Joint(1, "-") if broken["sign"] == HYPHEN else GLUED

    def _belongs(self, word: str, rest: str, *, soft: bool) -> bool:
        """Whether a hyphen is part of its word: it stands so elsewhere, or the halves are words and the whole none."""
        after = rest.lower()
        whole = self.words[word + after]
        if self.words[f"{word}-{after}"] > whole:
            return True
        if soft:
            return False
        halves = self.words[word] >= TWICE and self.words[after] >= TWICE
        return not rest[0].islower() or (halves and not whole)
