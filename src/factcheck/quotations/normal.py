"""Cuts quoted text into the words that must agree, leaving out what an editor may change: typography, case, stops."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple
from factcheck.model import Claim
from factcheck.quotations.house_style import house_style, quoted_words

# What a quotation is compared by: an omission mark, an editor's bracket, an abbreviation with points, a figure with
# its grouping, a word with inner apostrophes, or a sign that is read as a word. Everything else is typography.
PIECE = re.compile(
    r"(?P<gap>\[\s*(?:\u2026|\.\s?\.\s?\.)\s*\]|\u2026|\.\s?\.\s?\.(?:\s?\.)?)"
    r"|\[(?P<bracket>[^\[\]]{0,120})\](?P<rest>[^\W\d_]*)"
    r"|(?P<word>[^\W\d_](?:\.[^\W\d_])+|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['\u2018\u2019\u02bc`][^\W\d_]+)*|[%&])"
)
# Markup inside a quotation that runs over several sentences.
TAG = re.compile(r"<[^<>]{1,200}>")
APOSTROPHES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'", "`": "'", ".": None, ",": None})
SIGNS = {"%": "percent", "&": "and"}
# Sounds of hesitation, which a quotation may leave out.
FILLERS = frozenset(quoted_words("filler"))


class Sort(Enum):
    """word: must agree. gap: words were left out here. insert: an editor's own words in brackets."""

    WORD = "word"
    GAP = "gap"
    INSERT = "insert"


class Word(NamedTuple):
    """A word in the form it is compared in, and its place in the text."""

    form: str
    start: int
    end: int
    sort: Sort = Sort.WORD


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[Word, ...]:
    """The words of a quotation or source, in order. Omission marks at either end mean nothing and are left out."""
    found = [word for piece in PIECE.finditer(text) for word in _read(piece)]
    while found and found[0].sort is Sort.GAP:
        del found[0]
    while found and found[-1].sort is Sort.GAP:
        del found[-1]
    return tuple(found)


def form(word: str) -> str:
    """A word as it is compared: lower case, no points or grouping; "people's" as "peoples'" is."""
    folded = word.lower().translate(APOSTROPHES) if not word[0].isdigit() else word.replace(",", "")
    if folded.endswith("'s"):
        folded = folded[:-2] + "s"
    return house_style(SIGNS.get(folded, folded))


def _read(piece: re.Match[str]) -> list[Word]:
    start, end = piece.span()
    if piece["gap"]:
        return [Word("", start, end, Sort.GAP)]
    if piece["word"]:
        folded = form(piece["word"])
        return [] if folded in FILLERS else [Word(folded, start, end)]
    inside, rest = piece["bracket"].strip(), piece["rest"]
    if rest and inside.isalpha():
        return [Word(form(inside + rest), start, end)]
    after = [Word(form(rest), piece.start("rest"), end)] if rest else []
    return [Word("_".join(inside.lower().split()) or "_", start, piece.start("rest"), Sort.INSERT), *after]


def visible(claim: Claim) -> str:
    """The words of a quotation: from its sentence where it ends there, else from the file, without its markup."""
    if claim.mark.end < len(claim.sentence.rstrip()) and claim.mark.start < claim.mark.end:
        return claim.sentence[claim.mark.start : claim.mark.end]
    from html import unescape

    return unescape(TAG.sub(" ", claim.text))
