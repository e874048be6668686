"""The ways in which a sentence says who speaks: by a verb, "according to", a possessive, a label, or its subject."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.lean.record import NamedTuple
from factcheck.names.inventory import Names, Sort
from factcheck.names.runs import possessive
from factcheck.quotes import noun_phrases as phrases
from factcheck.quotes import who
from factcheck.quotes.cues import Cue, Use, Voice, cues
from factcheck.quotes.function_words import CONJUNCTIONS, LINKS, RELATIVES, utterances
from factcheck.quotes.opening import Phrase, opening
from factcheck.quotes.sentences import ends_sentence
from factcheck.text.tokens import Tokens, is_capital

DASHES = frozenset("\u2014\u2013-\u2015")
# A judging verb credits the words that follow it this closely; a saying verb, all that follow in its sentence.
NEAR = 7


class Credit(NamedTuple):
    """Who says something, the verb that says so, and how the speaker is named there; "" where the text is silent."""

    speaker: str
    cue: str
    words: str = ""


# "This is what X had to say".
HAD_TO = ("had", "to")
NOBODY = Credit("", "")


def by_words_before(tokens: Tokens, names: Names, lead: Sequence[int], limit: int) -> Credit | None:
    """The credit in the words before a quotation: its nearest crediting verb, else "X's claim", "according to X"."""
    first, end = lead[0], lead[-1] + 1
    outside = set(lead)
    found = [cue for cue in cues(tokens, first, end) if cue.at in outside]
    said = [cue for cue in found if cue.use is Use.SAY]
    for cue in reversed(found):
        if cue.voice is Voice.PASSIVE and end - cue.at <= NEAR:
            return by_agent(tokens, names, cue, limit) or NOBODY
        if _stands_back(tokens, cue, end) and said and said[0].at < cue.at:
            continue
        credit = by_verb(tokens, names, first, cue, limit)
        if credit:
            return credit
    return possessor(tokens, names, lead) or according(tokens, names, lead)


def _stands_back(tokens: Tokens, cue: Cue, end: int) -> bool:
    """Whether a verb at some distance yields to a saying verb before it: a judging one, or one in a relative clause."""
    relative = tokens.lower[cue.at - 1] in RELATIVES and end - cue.at > 3
    return relative or (cue.use is Use.FRAME and end - cue.at > NEAR)


def by_verb(tokens: Tokens, names: Names, first: int, cue: Cue, limit: int) -> Credit | None:
    """The credit of one verb, in the clause that begins at `first`."""
    if cue.voice is Voice.PASSIVE:
        return by_agent(tokens, names, cue, limit)
    doer = names.at(cue.at - 1) if cue.voice is Voice.PARTICIPLE and cue.at > first else None
    if doer and doer.sort is Sort.PERSON:
        return Credit(doer.name, cue.lemma, doer.name)
    if cue.voice is Voice.PARTICIPLE:
        clause = tokens.lower[first : cue.at]
        what = clause.index("what") + 1 if clause[-2:] == HAD_TO and "what" in clause else 0
        return named(tokens, names, opening(tokens, names, first + what, cue.at), cue.lemma)
    phrase = phrases.before(tokens, names, first, cue.at)
    if phrase and tokens.lower[phrase.last] in utterances() and phrase.first > first:
        maker = opening(tokens, names, first, phrase.first)
        return named(tokens, names, maker, cue.lemma) or named(tokens, names, phrase, cue.lemma)
    return named(tokens, names, phrase, cue.lemma)


def by_agent(tokens: Tokens, names: Names, cue: Cue, limit: int) -> Credit | None:
    """Who is named behind a passive verb: "was ruled void by the board"."""
    for at in range(cue.at + 1, min(limit, cue.at + 30)):
        if ends_sentence(tokens, at):
            return None
        if tokens.lower[at] == "by":
            return named(tokens, names, opening(tokens, names, at + 1, limit), cue.lemma)
    return None


def according(tokens: Tokens, names: Names, outside: Sequence[int]) -> Credit | None:
    """Who stands behind "according to" or "per", among tokens outside quotations."""
    for at in outside:
        if tokens.lower[at : at + 2] == ("according", "to"):
            return named(tokens, names, opening(tokens, names, at + 2, outside[-1] + 1), "according to")
    if outside and tokens.lower[outside[0]] == "per":
        return named(tokens, names, opening(tokens, names, outside[0] + 1, outside[-1] + 1), "per")
    return None


def possessor(tokens: Tokens, names: Names, lead: Sequence[int]) -> Credit | None:
    """Who owns the words: "Mara Lund's claim that ..."."""
    for at in reversed(lead):
        if tokens.lower[at] in utterances() and at > lead[0] and possessive(tokens.words[at - 1]):
            return named(tokens, names, phrases.ending(tokens, names, lead[0], at - 1), tokens.lower[at])
    return None


def label(tokens: Tokens, names: Names, first: int, colon: int) -> Credit | None:
    """Who is named before a colon: "Mara Lund, chair of the club: ..."."""
    while first < colon and (not tokens.words[first][0].isalnum() or tokens.lower[first] in CONJUNCTIONS):
        first += 1
    author = next((at + 1 for at in range(first, min(colon - 1, first + NEAR)) if _announces(tokens, first, at)), first)
    return named(tokens, names, opening(tokens, names, author, colon), ":")


def _announces(tokens: Tokens, first: int, at: int) -> bool:
    """Whether token `at` leads to who speaks: "From X:", "Statement by X:", "A message from X:"."""
    if tokens.lower[at] not in ("by", "from"):
        return False
    return at == first or tokens.lower[at - 1] in utterances()


def after_dash(tokens: Tokens, names: Names, rest: Sequence[int]) -> Credit | None:
    """Who signs a quotation: a name behind a dash."""
    if len(rest) > 1 and tokens.words[rest[0]] in DASHES:
        first = rest[0] + 1
        while first < rest[-1] and tokens.words[first] in DASHES:
            first += 1
        if is_capital(tokens.words[first]) or tokens.lower[first] in ("a", "an", "the"):
            return named(tokens, names, opening(tokens, names, first, rest[-1] + 1), "\u2014")
    return None


def behind(tokens: Tokens, names: Names, rest: Sequence[int]) -> Credit | None:
    """The credit in the words behind a quotation."""
    return (by_words_behind(tokens, names, rest) or according(tokens, names, rest)) if rest else None


def by_words_behind(tokens: Tokens, names: Names, rest: Sequence[int]) -> Credit | None:
    """Who stands with a verb at once behind a quotation: "said Mara Lund", "Lund said", "as Lund put it"."""
    first, end = rest[0], rest[-1] + 1
    if tokens.words[first] in DASHES or tokens.words[first] == ",":
        first += 1
    if first >= end:
        return None
    put = tokens.lower[first] == "as"
    first += put
    found = [cue for cue in cues(tokens, first, end) if cue.use is Use.SAY or cue.at == first or put]
    if not found:
        return None
    cue = found[0]
    if _leads(tokens, first, cue.at) and cue.voice is Voice.ACTIVE:
        return named(tokens, names, phrases.after(tokens, names, cue.at, end), cue.lemma)
    if cue.voice is not Voice.ACTIVE:
        return by_agent(tokens, names, cue, end) if cue.voice is Voice.PASSIVE else None
    phrase = phrases.before(tokens, names, first, cue.at)
    return named(tokens, names, phrase, cue.lemma) if phrase and _whole(tokens, first, phrase, cue) else None


def _whole(tokens: Tokens, first: int, phrase: Phrase, cue: Cue) -> bool:
    """Whether a speaker's phrase begins right behind the quotation, or is its subject with something between commas."""
    return phrase.first <= first + 1 or "," in tokens.words[first : cue.at]


def _leads(tokens: Tokens, first: int, at: int) -> bool:
    """Whether nothing but an adverb goes before a verb."""
    return at == first or (at == first + 1 and (tokens.lower[first].endswith("ly") or tokens.lower[first] == "then"))


def subject(tokens: Tokens, names: Names, lead: Sequence[int]) -> Credit | None:
    """The subject of the clause that a quotation is part of: of its last relative clause, else of the sentence."""
    for at in reversed(lead[1:]):
        if tokens.lower[at] in ("which", "who"):
            return named(tokens, names, phrases.before(tokens, names, lead[0], at + 1), "")
        if tokens.words[at] == ",":
            break
    return named(tokens, names, opening(tokens, names, lead[0], lead[-1] + 1), "")


def named(tokens: Tokens, names: Names, phrase: Phrase | None, cue: str) -> Credit | None:
    """The credit of a phrase, if it stands for anybody."""
    if phrase and phrase.first == phrase.last and tokens.lower[phrase.last] in LINKS:
        return None
    speaker = who.speaker(tokens, names, phrase) if phrase else ""
    if not phrase or not speaker or speaker.isdecimal():
        return None
    return Credit(speaker, cue, tokens.text[tokens.starts[phrase.first] : tokens.ends[phrase.last]])
