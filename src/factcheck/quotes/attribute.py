"""Says who speaks each quotation of a paragraph, from the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.names.model import Names
from factcheck.quotes import phrases, who
from factcheck.quotes.cues import Cue, Use, Voice, cues
from factcheck.quotes.phrases import Phrase
from factcheck.tokens import Tokens

# Signs that end a sentence outside quotations.
ENDS = frozenset(".!?")
DASHES = frozenset("\u2014\u2013-\u2015")
ABBREVIATIONS = frozenset(
    "mr mrs ms dr sen rep gov gen lt col maj capt sgt st prof rev jr sr inc corp ltd co vs no".split()
)


class Piece(NamedTuple):
    """A quotation in tokens: the first and last inside its marks; `before` and `after` bound it outside the marks."""

    first: int
    last: int
    before: int
    after: int


class Credit(NamedTuple):
    """Who says a quotation, and the words that say so; "" where the text is silent."""

    speaker: str
    cue: str


NOBODY = Credit("", "")


class Paragraph(NamedTuple):
    """The tokens of a paragraph from `first` to `end`, and its quotations in order."""

    tokens: Tokens
    names: Names
    first: int
    end: int
    pieces: Sequence[Piece]


def attribute(paragraph: Paragraph, inherited: Credit) -> list[Credit]:
    """One credit a quotation. `inherited`: who spoke last before the paragraph, if that carries over."""
    found: list[Credit] = []
    for place in range(len(paragraph.pieces)):
        credit = _own(paragraph, place)
        if not credit.speaker and _opens_sentence(paragraph, place):
            credit = found[-1] if found and found[-1].speaker else NOBODY
        found.append(credit)
    return [
        credit if credit.speaker else _carried(paragraph, found, place, inherited) for place, credit in enumerate(found)
    ]


def _own(paragraph: Paragraph, place: int) -> Credit:
    """The credit in a quotation's own sentence: after it where it opens the sentence, else before it."""
    lead = outside_before(paragraph, place)
    if lead:
        return before(paragraph, lead) or behind(paragraph, place) or _subject(paragraph, place, lead)
    return behind(paragraph, place) or NOBODY


def _opens_sentence(paragraph: Paragraph, place: int) -> bool:
    return not outside_before(paragraph, place)


def _carried(paragraph: Paragraph, found: Sequence[Credit], place: int, inherited: Credit) -> Credit:
    """The speaker of the next quotation in the paragraph, or of the last one before it, where nothing else is said."""
    if not _opens_sentence(paragraph, place):
        return NOBODY
    following = next((c for c in found[place + 1 :] if c.speaker), NOBODY)
    return following if following.speaker and place + 1 < len(found) else inherited


def outside_before(paragraph: Paragraph, place: int) -> list[int]:
    """The tokens outside quotations between a quotation and the start of its sentence, in order."""
    tokens = paragraph.tokens
    at, inside = paragraph.pieces[place].before, place - 1
    found: list[int] = []
    while at >= paragraph.first:
        if inside >= 0 and at < paragraph.pieces[inside].after:
            if ends_sentence(tokens, paragraph.pieces[inside].last) and _capital(
                tokens, paragraph.pieces[inside].after
            ):
                break
            at, inside = paragraph.pieces[inside].before, inside - 1
            continue
        if ends_sentence(tokens, at) and found:
            break
        if ends_sentence(tokens, at):
            break
        found.append(at)
        at -= 1
    return found[::-1]


def _capital(tokens: Tokens, at: int) -> bool:
    return (
        at < len(tokens)
        and (tokens.words[at][0].isupper() or not tokens.words[at][0].isalnum())
        and tokens.words[at] != ","
    )


def outside_after(paragraph: Paragraph, place: int) -> list[int]:
    """The tokens outside quotations between a quotation and the end of its sentence, in order."""
    tokens = paragraph.tokens
    at, inside = paragraph.pieces[place].after, place + 1
    found: list[int] = []
    while at < paragraph.end:
        if inside < len(paragraph.pieces) and at > paragraph.pieces[inside].before:
            if found and not _runs_on(tokens, found[-1]):
                break
            at, inside = paragraph.pieces[inside].after, inside + 1
            continue
        if ends_sentence(tokens, at):
            break
        found.append(at)
        at += 1
    return found


def _runs_on(tokens: Tokens, at: int) -> bool:
    return tokens.words[at] not in ENDS


def ends_sentence(tokens: Tokens, at: int) -> bool:
    """Whether a token is a full stop that ends a sentence, or another end mark."""
    word = tokens.words[at]
    if word not in ENDS:
        return False
    if word != ".":
        return True
    before = tokens.words[at - 1] if at else ""
    glued = at + 1 < len(tokens) and tokens.starts[at + 1] == tokens.ends[at] and tokens.words[at + 1].isalnum()
    return not (glued or before.lower() in ABBREVIATIONS or (len(before) == 1 and before.isupper()))


def before(paragraph: Paragraph, lead: Sequence[int]) -> Credit | None:
    """The credit in the words before a quotation: its last crediting verb, "According to X", or "X: "."""
    tokens, names = paragraph.tokens, paragraph.names
    first, end = lead[0], lead[-1] + 1
    found = [cue for cue in cues(tokens, first, end) if cue.at in set(lead)]
    for cue in reversed(found):
        credit = _by_verb(tokens, names, first, cue, end, paragraph.end)
        if credit:
            return credit
    return according(tokens, names, lead) or (
        _label(tokens, names, first, end) if tokens.words[end - 1] == ":" else None
    )


def _by_verb(tokens: Tokens, names: Names, first: int, cue: Cue, end: int, limit: int) -> Credit | None:
    if cue.voice is Voice.PASSIVE:
        return _by_agent(tokens, names, cue, limit)
    phrase = None
    if cue.voice is Voice.PARTICIPLE:
        phrase = phrases.opening(tokens, names, first, cue.at)
    else:
        phrase = phrases.before(tokens, names, first, cue.at)
    return _credit(tokens, names, phrase, cue.lemma)


def _by_agent(tokens: Tokens, names: Names, cue: Cue, limit: int) -> Credit | None:
    """ "was ruled "arbitrary" by the board"."""
    for at in range(cue.at + 1, min(limit, cue.at + 30)):
        if ends_sentence(tokens, at):
            return None
        if tokens.lower[at] == "by":
            return _credit(tokens, names, phrases.opening(tokens, names, at + 1, limit), cue.lemma)
    return None


def according(tokens: Tokens, names: Names, outside: Sequence[int]) -> Credit | None:
    """ "According to X", among tokens outside quotations."""
    for at in outside:
        if tokens.lower[at] == "according" and tokens.lower[at + 1 : at + 2] == ("to",):
            return _credit(tokens, names, phrases.opening(tokens, names, at + 2, outside[-1] + 1), "according to")
    return None


def _label(tokens: Tokens, names: Names, first: int, end: int) -> Credit | None:
    """ "Mara Lund, chair of the club:"."""
    while first < end and not tokens.words[first][0].isalnum():
        first += 1
    return _credit(tokens, names, phrases.opening(tokens, names, first, end - 1), ":")


def _subject(paragraph: Paragraph, place: int, lead: Sequence[int]) -> Credit:
    """Where no verb credits a longer phrase, the subject of its clause does: "X saw damage to "the whole reef"."""
    piece = paragraph.pieces[place]
    if piece.last - piece.first < 2:
        return NOBODY
    phrase = phrases.opening(paragraph.tokens, paragraph.names, lead[0], lead[-1] + 1)
    return _credit(paragraph.tokens, paragraph.names, phrase, "") or NOBODY


def behind(paragraph: Paragraph, place: int) -> Credit | None:
    """The credit in the words after a quotation: "said X", "X said", "according to X", "\u2014 X"."""
    tokens, names = paragraph.tokens, paragraph.names
    rest = outside_after(paragraph, place)
    if not rest:
        return None
    by_name = according(tokens, names, rest)
    if by_name:
        return by_name
    start = 1 if tokens.words[rest[0]] in DASHES or tokens.words[rest[0]] == "," else 0
    if start >= len(rest) or tokens.words[paragraph.pieces[place].last] == ".":
        return None
    first, end = rest[start], rest[-1] + 1
    found = [cue for cue in cues(tokens, first, end) if cue.use is Use.SAY or cue.at == first]
    if not found:
        return (
            _credit(tokens, names, phrases.opening(tokens, names, first, end), "\u2014")
            if tokens.words[rest[0]] in DASHES
            else None
        )
    cue = found[0]
    if cue.at == first:
        return _credit(tokens, names, phrases.after(tokens, names, cue.at, end), cue.lemma)
    if cue.voice is not Voice.ACTIVE:
        return None
    return _credit(tokens, names, phrases.before(tokens, names, first, cue.at), cue.lemma)


def _credit(tokens: Tokens, names: Names, phrase: Phrase | None, cue: str) -> Credit | None:
    speaker = who.speaker(tokens, names, phrase) if phrase else ""
    return Credit(speaker, cue) if speaker else None
