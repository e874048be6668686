"""What a figure counts or measures: its noun, the verb of its clause, and the plain noun that is its subject."""

from __future__ import annotations

from factcheck.extract.frame import Figure, is_event
from factcheck.extract.frames.clause_subject import own_subject
from factcheck.extract.frames.setting import Setting
from factcheck.extract.frames.verb import AUXILIARIES
from factcheck.model import Kind, Origin, Qualifier
from factcheck.quotes.function_words import ADVERBS, MODALS

LINKS = frozenset({"of", "in"})


def measure(setting: Setting, figure: Figure) -> Qualifier | None:
    """The head nouns and the verb of a figure as stems, the surest first."""
    found = [at for at in dict.fromkeys(_places(setting, figure)) if setting.stems[at] and _word(setting, at)]
    if not found:
        return None
    words = " ".join(setting.tokens.words[at] for at in found)
    return Qualifier(" ".join(setting.stems[at] for at in found), words, Origin.CLAUSE)


def _places(setting: Setting, figure: Figure) -> list[int]:
    clause = setting.clause(figure.first)
    found = [] if figure.mention.kind is Kind.DATE else _nouns(setting, figure)
    verb = clause.verb
    if verb is not None:
        found.append(_content_verb(setting, verb, clause.end))
    seat = own_subject(setting, clause)
    heads = [
        at for at in seat if at not in setting.name_tokens and setting.stems[at] and setting.tokens.words[at].isalpha()
    ]
    if heads and verb is not None:
        before_of = next((at for at in heads if setting.lower(at + 1) in LINKS), None)
        found.append(before_of if before_of is not None else heads[-1])
    return found


def _word(setting: Setting, at: int) -> bool:
    word = setting.tokens.words[at]
    return word.isalpha() and setting.lower(at) not in AUXILIARIES and at not in setting.figure_tokens


def _nouns(setting: Setting, figure: Figure) -> list[int]:
    """The counted noun, or what a share is of: "43 percent of voters"."""
    head = figure.mention.head
    if head:
        return [
            at
            for at in range(figure.first, min(figure.last + 9, len(setting.tokens)))
            if setting.tokens.starts[at] == head.start
        ]
    at = figure.last + 1
    if setting.lower(at) != "of":
        return []
    noun = range(at + 1, min(at + 6, len(setting.tokens)))
    first = next((place for place in noun if setting.stems[place]), None)
    if first is None:
        return []
    last = first
    while last + 1 in noun and setting.stems[last + 1] and setting.tokens.words[last + 1].isalpha():
        last += 1
    return [last]


def _content_verb(setting: Setting, at: int, end: int) -> int:
    """The verb itself behind its auxiliaries and adverbs: "has recently been sold", "will increase"."""
    if setting.lower(at) not in AUXILIARIES:
        return at
    for place in range(at + 1, min(end, at + 5)):
        word = setting.lower(place)
        if word in AUXILIARIES or word in ADVERBS or word.endswith("ly") or word == "not":
            continue
        led = setting.lower(place - 1) in MODALS or setting.lower(at) in MODALS
        return place if _word(setting, place) and (is_event(word) or word.endswith("ing") or led) else at
    return at
