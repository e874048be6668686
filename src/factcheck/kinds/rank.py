"""Ordinals: a rank where they order things by size or success ("157th of 180", "third lowest"), else an instance."""

from __future__ import annotations

from factcheck.kinds.cue_words import CUES
from factcheck.kinds.line import Line
from factcheck.kinds.nameless import STREETS
from factcheck.kinds.noun import counted, is_plural
from factcheck.kinds.number_words import NUMBERS
from factcheck.kinds.numeral import Form
from factcheck.kinds.phrase import Phrase
from factcheck.model import Kind, Mention
from factcheck.text import Span
from factcheck.text.tokens import is_figure, is_word

RANKING = CUES["ranking"]
PLACES = CUES["place in an order"]
NUMBER = frozenset({"no", "number"})
SUPERLATIVES = CUES["superlative"]
OWNERS = CUES["owner of an ordinal"]
SINGULAR_END = frozenset({".", ",", ";", "!", "?", ")", ""})
REACH = 4


def rank(line: Line, phrase: Phrase) -> Mention | None:
    """An ordinal, alone or before a superlative. Adverbs ("first appeared") and "a second one" are no figures."""
    if phrase.form is not Form.ORDINAL:
        return _numbered(line, phrase)
    at = phrase.unit_at
    top = _superlative(line, at)
    if top:
        return Mention(Kind.RANK, phrase.span(line, top), phrase.value(), *_unit(line, top))
    if line.lower[at] in PLACES:
        return Mention(Kind.RANK, phrase.span(line, phrase.last), phrase.value())
    if _ranked(line, phrase):
        return Mention(Kind.RANK, phrase.span(line, phrase.last), phrase.value(), *_unit(line, at))
    street = line.lower[at] in STREETS and line.capital(at)
    if street or line.lower[at] in NUMBERS or is_figure(line.words[at]) or not _instance(line, phrase):
        return None
    return Mention(Kind.ORDINAL, phrase.span(line, phrase.last), phrase.value(), *_unit(line, at))


def _unit(line: Line, at: int) -> tuple[str, Span | None]:
    noun = counted(line, at + line.hyphen(at), plural=False) if line.lower[at] != "of" else None
    return (noun.lemma.lower(), noun.head(line)) if noun else ("", None)


def _superlative(line: Line, at: int) -> int | None:
    """The token after a superlative at token `at`: "lowest", "most populous"."""
    word = line.lower[at]
    if word.endswith("est") and len(word) > 4 and word not in NOT_SUPERLATIVE:
        return at + 1
    if word in SUPERLATIVES:
        return at + (2 if word in ("most", "least") and _describes(line, at + 1) else 1)
    return None


def _describes(line: Line, at: int) -> bool:
    """Whether an adjective stands at token `at`, as in "most populous", and no noun, as in "most Nobel prizes"."""
    return is_word(line.lower[at]) and not line.capital(at) and not is_plural(line.lower[at])


NOT_SUPERLATIVE = CUES["not superlative"]


def _ranked(line: Line, phrase: Phrase) -> bool:
    follows = line.lower[phrase.unit_at]
    alone = follows in STANDING_ALONE and phrase.low.value > 1
    if line.lower[phrase.first - 1] in BEING and (follows in STANDING or alone):
        return True
    field = is_figure(line.words[phrase.unit_at + (2 if follows == "out" else 1)]) and follows in ("of", "out")
    if field or line.lower[phrase.unit_at : phrase.unit_at + 4] == ("in", "a", "field", "of"):
        return True
    before = line.lower[max(0, phrase.first - REACH) : phrase.first]
    return not RANKING.isdisjoint(before) and (follows in RANK_FOLLOWERS or not is_word(follows))


# "They are third in the table"; "she was first to arrive" ranks nobody.
BEING = frozenset({"is", "are", "was", "were", "now"})
STANDING = frozenset({"in", "behind"})
# "She was third, 25 seconds behind"; "she was first, and then he came" ranks nobody.
STANDING_ALONE = frozenset({",", ".", ";", ")", ""})
RANK_FOLLOWERS = CUES["after a rank"]


def _instance(line: Line, phrase: Phrase) -> bool:
    """Whether an ordinal names one of a series: "the 6th forum", "his third term", "Sixth Avenue" excepted."""
    before, follows = line.lower[phrase.first - 1], line.lower[phrase.unit_at]
    written = is_figure(line.words[phrase.low.first])
    if line.size == phrase.last - phrase.first or (phrase.first == 0 and line.capital(phrase.unit_at)):
        return True
    if not is_word(follows):
        return written or (before in OWNERS and follows not in SINGULAR_END)
    if before in OWNERS or before.endswith(("'s", "s'")):
        return True
    return written or (before in ("a", "an", "for") and (phrase.low.value > 3 or follows in REPEATED))


# "A third title", "a second term" count; "a second issue" goes on.
REPEATED = CUES["won or served again"]


def _numbered(line: Line, phrase: Phrase) -> Mention | None:
    """ "ranked No. 3", "the world number one"."""
    i = phrase.first - 1
    if line.lower[i] == ".":
        i -= 1
    if line.lower[i] not in NUMBER or phrase.low.step != 1 or phrase.high or phrase.low.value > 500:
        return None
    before = line.lower[max(0, i - REACH) : i]
    if RANKING.isdisjoint(before) and "world" not in before and line.lower[phrase.last] != "ranked":
        return None
    return Mention(Kind.RANK, phrase.span(line, phrase.last), phrase.value())
