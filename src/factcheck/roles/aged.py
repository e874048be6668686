"""How old somebody is, or was at death: "Mara Lund, 35,", "the 35-year-old Mara Lund", "Mara Lund died aged 91"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.kinds.cue_words import CUES
from factcheck.names import Names, Naming
from factcheck.names.runs import possessive
from factcheck.names.titles import verbs_of_speech
from factcheck.roles import words
from factcheck.roles.attribution import Attribute, Figure, called
from factcheck.roles.clauses import before_aside
from factcheck.roles.office_phrase import Phrase
from factcheck.text.stem import is_function_word
from factcheck.text.tokens import SENTENCE_ENDS, Tokens

# What stands between a name and its age: ", 35", "(35", ", aged 35", ", a 35-year-old", "is 35", "who is 35".
LINKS = words.CUES["between a name and an age"]
# Between a name and the word for its death.
DEATH = CUES["dying"] - {"retired", "debuted"}
AT_DEATH = words.CUES["between a name and a death"]
# A name stands so close behind the age that is its bearer's; death and age stand within so many words.
MOST_BEHIND, MOST_BETWEEN = 7, 16
LATE = frozenset({"late"})
# What stands behind an age that is its bearer's name: "The 35-year-old was ...", "The 35-year-old, who ...".
STANDING = words.CUES["behind an age that stands for a name"]


def find(tokens: Tokens, names: Names, years: Sequence[Figure], opening: Mapping[int, str]) -> Iterator[Attribute]:
    """The ages of a text that are those of its people; `opening`: for whom the first word of a sentence may stand."""
    for figure in years:
        if "/" in figure.value.text or not figure.value.text.removeprefix("P").removesuffix("Y").isdecimal():
            continue
        dying = _death(tokens, figure.first)
        if dying is not None:
            name, statuses = _dead(tokens, names, dying), LATE
        else:
            name, statuses = _beside(tokens, names, figure), frozenset[str]()
            if not name and figure.last > figure.first and tokens.words[figure.first - 1 : figure.first] == ("The",):
                name = opening.get(figure.first - 1, "") if _verb_follows(tokens, figure.last + 1) else ""
        if name:
            years_old = figure.value.text[1:-1]
            told = Phrase(figure.first, figure.last, words.AGED, statuses, years_old, "", figure.first, figure.last)
            yield Attribute(name, told, figure.first)


def _verb_follows(tokens: Tokens, at: int) -> bool:
    """Whether an age stands for its bearer alone: "The 35-year-old left", and not "The 35-year-old ship"."""
    following = tokens.lower[at : at + 1]
    return bool(following) and (following[0] in STANDING or following[0] in verbs_of_speech())


def _death(tokens: Tokens, at: int) -> int | None:
    """The word for a death of which an age tells: "died in Harle aged 91", "died at 84"."""
    if tokens.lower[at - 1 : at] not in (("aged",), ("of",), ("at",)):
        return None
    for place in range(at - 1, max(-1, at - MOST_BETWEEN), -1):
        if tokens.words[place] in SENTENCE_ENDS:
            return None
        if tokens.lower[place] in DEATH:
            return place
    return None


def _dead(tokens: Tokens, names: Names, at: int) -> str:
    """Who died: the name before the word for it, or the subject of the sentence where an aside stands between."""
    before = at - 1
    while before >= 0 and tokens.lower[before] in AT_DEATH:
        before -= 1
    if before < 0:
        return ""
    gap = tokens.lower[before + 1 : at]
    if tokens.words[before] == ")" or (gap[:1] == (",",) and "who" not in gap):
        return before_aside(tokens, names, before + (gap[:1] == (",",)))
    naming = names.at(before)
    return called(tokens, naming) if naming and naming.last == before else ""


def _beside(tokens: Tokens, names: Names, figure: Figure) -> str:
    """Whose age it is: the name before it, or the first behind a compound, with nothing but a description between."""
    before = figure.first - 1
    while before >= 0 and tokens.lower[before] in LINKS:
        before -= 1
    naming = names.at(before) if 0 <= before < figure.first - 1 else None
    if naming and naming.last == before:
        return called(tokens, naming) if not possessive(tokens.words[before]) else ""
    return _behind(tokens, names, figure) if figure.last > figure.first else ""


def _behind(tokens: Tokens, names: Names, figure: Figure) -> str:
    for at in range(figure.last + 1, min(len(tokens), figure.last + 1 + MOST_BEHIND)):
        naming: Naming | None = names.at(at)
        if naming is not None and naming.first <= at:
            return called(tokens, naming) if naming.first > figure.last else ""
        if not tokens.words[at][0].isalpha() or is_function_word(tokens.words[at]):
            return ""
    return ""
