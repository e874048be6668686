"""Says who speaks each quotation of a paragraph, from the words around it."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.quotes import credit, sentences
from factcheck.quotes.credit import DASHES, NOBODY, Credit
from factcheck.quotes.function_words import CONJUNCTIONS, OPENERS, SPEAKING
from factcheck.quotes.opening import Phrase, opening
from factcheck.quotes.sentences import Paragraph

# A phrase of fewer words is credited by a verb or not at all.
SHORTEST = 3
UNCLEAR = frozenset(("he", "she", "it", "they"))


def attribute(paragraph: Paragraph, inherited: Credit) -> list[Credit]:
    """One credit a quotation. `inherited`: who was announced or spoke last before the paragraph."""
    leads = [_lead(paragraph, place) for place in range(len(paragraph.pieces))]
    found: list[Credit] = []
    for place, lead in enumerate(leads):
        own = _own(paragraph, place, lead)
        if own is NOBODY and (not lead or (place and _goes_on(paragraph, place, lead))):
            own = _carried(paragraph, found, place)
        found.append(_same_voice(own, found[-1]) if found else own)
    following = [*found[1:], NOBODY][: len(found)]
    return [
        own if own.speaker or lead else after if after.speaker else inherited
        for own, lead, after in zip(found, leads, following, strict=True)
    ]


def _lead(paragraph: Paragraph, place: int) -> list[int]:
    """The words of its sentence before a quotation; none where they only join it to the one before ("And: ...")."""
    lead = sentences.before(paragraph, place)
    words = (paragraph.tokens.lower[at] for at in lead)
    return [] if all(word in CONJUNCTIONS or not word[0].isalnum() for word in words) else lead


def _goes_on(paragraph: Paragraph, place: int, lead: Sequence[int]) -> bool:
    """Whether a phrase belongs to what the speaker before it in its sentence goes on to do: "..., and blamed "fate"."""
    tokens, last = paragraph.tokens, paragraph.pieces[place - 1].after
    one_sentence = lead[0] <= last or tokens.words[last] in ",;"
    joined = any(tokens.lower[at] == "and" and tokens.lower[at + 1].endswith("ed") for at in lead if at >= last)
    return one_sentence and joined


def _rest(paragraph: Paragraph, place: int) -> list[int]:
    """The words of its sentence behind a quotation; none behind a full stop, unless they go on, or sign it."""
    tokens = paragraph.tokens
    rest = sentences.after(paragraph, place)
    closed = rest and tokens.words[paragraph.pieces[place].last] == "."
    goes_on = rest and (tokens.words[rest[0]][0].islower() or tokens.words[rest[0]] in DASHES)
    return rest if goes_on or not closed else []


def _same_voice(own: Credit, last: Credit) -> Credit:
    """A pronoun that could be several people's is taken for the speaker just before it in the paragraph."""
    return own._replace(speaker=last.speaker) if own.speaker in UNCLEAR and last.speaker else own


def _own(paragraph: Paragraph, place: int, lead: Sequence[int]) -> Credit:
    """The credit in a quotation's own sentence: before it, else behind it, else its subject."""
    tokens, names = paragraph.tokens, paragraph.names
    rest = _rest(paragraph, place)
    spoken = _transcript(paragraph, place)
    if spoken:
        return spoken
    if not lead:
        return credit.after_dash(tokens, names, rest) or credit.behind(tokens, names, rest) or NOBODY
    announced = tokens.words[lead[-1]] == ":"
    return (
        credit.by_words_before(tokens, names, lead, paragraph.end)
        or (credit.label(tokens, names, lead[0], lead[-1]) if announced else None)
        or credit.behind(tokens, names, rest)
        or _by_subject(paragraph, place, lead, rest)
    )


def _transcript(paragraph: Paragraph, place: int) -> Credit | None:
    """The speaker named inside the marks, as transcripts do: "LUND: We lost."."""
    tokens, piece = paragraph.tokens, paragraph.pieces[place]
    for at in range(piece.first, min(piece.last, piece.first + 4)):
        if tokens.words[at] == ":" and at > piece.first:
            return credit.named(tokens, paragraph.names, Phrase(piece.first, at - 1), ":")
        if not tokens.words[at].isupper():
            return None
    return None


def _by_subject(paragraph: Paragraph, place: int, lead: Sequence[int], rest: Sequence[int]) -> Credit:
    """Where no verb credits a longer phrase, the subject of its clause does: "X saw damage to "the whole reef"."""
    piece = paragraph.pieces[place]
    tokens, names = paragraph.tokens, paragraph.names
    if piece.last - piece.first + 1 < SHORTEST:
        return NOBODY
    if rest and tokens.lower[rest[0]] == "by":
        return credit.named(tokens, names, opening(tokens, names, rest[0] + 1, rest[-1] + 1), "by") or NOBODY
    first = tokens.lower[lead[0]]
    dangling = first.endswith("ing") or (first in OPENERS and not any(tokens.words[at] == "," for at in lead))
    if dangling and rest:
        return credit.subject(tokens, names, rest) or NOBODY
    return credit.subject(tokens, names, lead) or NOBODY


def _carried(paragraph: Paragraph, found: Sequence[Credit], place: int) -> Credit:
    """The speaker of a quotation that opens a sentence: who spoke just before, else whom the last sentence credits."""
    if found and found[-1].speaker:
        return found[-1]
    tokens, names = paragraph.tokens, paragraph.names
    start = paragraph.pieces[place - 1].after if place else paragraph.first
    last = sentences.last_sentence(tokens, start, paragraph.pieces[place].before + 1)
    if not last:
        return NOBODY
    told = credit.by_words_before(tokens, names, last, last[-1] + 1)
    speaks = not SPEAKING.isdisjoint(tokens.lower[last[0] : last[-1] + 1])
    return told or (credit.subject(tokens, names, last) if speaks else None) or NOBODY


def announced(paragraph: Paragraph) -> Credit | None:
    """Whom a paragraph that ends in a colon announces."""
    tokens, names = paragraph.tokens, paragraph.names
    if paragraph.end == paragraph.first or tokens.words[paragraph.end - 1] != ":":
        return None
    last = sentences.last_sentence(tokens, paragraph.first, paragraph.end)
    if not last:
        return None
    by_verb = credit.by_words_before(tokens, names, last, paragraph.end)
    return by_verb or credit.label(tokens, names, last[0], last[-1] + 1)


def signature(paragraph: Paragraph) -> Credit | None:
    """Who signs a block quotation: "\u2014 Mara Lund, Norland Club"."""
    return credit.after_dash(paragraph.tokens, paragraph.names, range(paragraph.first, paragraph.end))
