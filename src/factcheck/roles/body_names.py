"""Reads the names of bodies and nations in a phrase."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.names import Names, Naming, Sort, written
from factcheck.names.runs import possessive
from factcheck.names.titles import JOINERS, bodies, references, verbs_of_speech
from factcheck.roles import words
from factcheck.roles.title import HYPHENS
from factcheck.text.stem import is_function_word
from factcheck.text.tokens import SENTENCE_ENDS, Tokens

# Behind these a nation or body is where somebody or something comes from, and no part of the office.
FROM = frozenset("based born educated trained backed led listed owned nominated appointed".split())


# What closes an aside behind a name, and opens it; an aside that parts a name from what it belongs to is so short.
ASIDES = {")": "(", ">": "<"}
SHORT_ASIDE = 6
# What ends a body that has no name but what it is for; words before it that tell nothing of that.
ENDS_OF_BODIES = words.CUES["ends a body in small letters"]
HOUSES = words.CUES["where parties sit"]
VAGUE = words.CUES["before a body that is only taken up"]
MOST_SMALL = 5
# So far before a phrase the body that it takes up is sought.
TAKEN_UP = 60


def body_name(tokens: Tokens, names: Names, first: int, last: int, *, person: bool = False) -> str:
    """The name of a body as it is written; of an abbreviation or a person what it stands for."""
    name = written(tokens, first, last)
    return names.canonical(name) if person or name.isupper() else name


def is_name(word: str) -> bool:
    """Whether a word is written as names are: with a capital, or one inside ("myBrenk")."""
    return word[0].isupper() or (word[0].islower() and word[1:] != word[1:].lower() and word.isalnum())


def nation_at(tokens: Tokens, places: Sequence[int], at: int) -> tuple[str, int]:
    """The nation that some words name, and how many they are."""
    for length in (3, 2, 1):
        part = places[at : at + length]
        if len(part) == length and tokens.words[part[0]][0].isupper():
            folded = tuple(_bare(tokens.lower[place]) for place in part)
            if folded in words.nations():
                return words.nations()[folded], length
    return "", 0


def small_body(tokens: Tokens, at: int, end: int) -> int:
    """The last token of a body named in small letters from a token on: "the health select committee", "the Commons
    public accounts committee", "the 1922 Committee"; -1 for none, and for what only takes up a body."""
    for place in range(at, min(end, at + MOST_SMALL)):
        word = tokens.words[place]
        if tokens.lower[place] in ENDS_OF_BODIES and (word[0].islower() or not tokens.words[place - 1][0].isalpha()):
            return place if place > at or tokens.words[at - 1][0].isupper() else -1
        if not (word[0].islower() or word.isdecimal()) or is_function_word(word) or tokens.lower[place] in VAGUE:
            break
    return -1


def in_house(body: str) -> bool:
    """Whether a name is that of where parties sit: "Lords", "Scottish Parliament"; "White House" is none."""
    before, _, last = body.rpartition(" ")
    return last.lower() in HOUSES and (not before or last != "House")


def _bare(word: str) -> str:
    return word.removesuffix("'s").rstrip(".")


def capitals(tokens: Tokens, first: int, end: int) -> int:
    """The last token of a capitalised run, small joining words inside it."""
    last = first
    while last + 1 < end:
        step = 2 if tokens.words[last + 1] in JOINERS or tokens.words[last + 1] in HYPHENS else 1
        after = last + step
        joined = step == 1 or tokens.words[last] in bodies() or tokens.words[last + 1] == "&"
        if after >= end or not is_name(tokens.words[after]) or not joined:
            break
        last = after
    return last


def before_aside(tokens: Tokens, names: Names, at: int) -> Naming | None:
    """The name that a short aside parts from what stands at a token: "Brenk (BRK.N) chairman", "Lund's (left) son"."""
    opens = ASIDES.get(tokens.words[at - 1], "") if at else ""
    if not opens:
        return None
    for place in range(at - 2, max(0, at - 2 - SHORT_ASIDE), -1):
        if tokens.words[place] == opens:
            last = place - 1 - (tokens.words[place - 1] in ASIDES)
            naming = names.at(last)
            return naming if naming is not None and naming.last == last else None
    return None


def understood(tokens: Tokens, names: Names, first: int, at: int) -> str:
    """The body that a phrase from `first` with an office at `at` takes up: "its chairman", "the company's chairman",
    "Brenk said Mara Lund has been elected chairman"; "" where it takes up none."""
    if tokens.lower[first - 1 : first] == ("its",):
        return _subject(tokens, names, first - 1, any_sort=True)
    for place in range(first, at):
        noun = tokens.lower[place].removesuffix("'s").removesuffix("\u2019s")
        if noun in references() and (possessive(tokens.words[place]) or place + 1 == at):
            return _taken_up(names, first, noun)
    return ""


def sayer(tokens: Tokens, names: Names, at: int) -> str:
    """The body that says what stands at a token: "Brenk Corp said Mara Lund ...", "... said on Monday that it ..."."""
    return _subject(tokens, names, at, any_sort=False)


def _subject(tokens: Tokens, names: Names, before: int, *, any_sort: bool) -> str:
    """The name that opens the sentence of a token, if it is a body's: one that says something, or, with `any_sort` (for
    "its"), the only one there."""
    start = before
    while start and not _begins(tokens, start):
        start -= 1
    naming = names.at(start) or names.at(start + 1)
    if naming is None or naming.last >= before or naming.title > start + (tokens.lower[start] == "the"):
        return ""
    behind = naming.last + 1
    if tokens.words[behind] in ASIDES.values():
        behind = next(
            (at + 1 for at in range(behind, min(before, behind + SHORT_ASIDE)) if tokens.words[at] in ASIDES), 0
        )
    if possessive(tokens.words[naming.last]):
        return ""
    if any_sort:
        others = [one for one in names.between(behind, before) if one.sort is not Sort.PERSON]
        return naming.name if not others and naming.sort is not Sort.PERSON else ""
    fits = naming.sort is Sort.BODY or bool(names.roles.get(naming.name, frozenset()) & references())
    return naming.name if fits and tokens.lower[behind] in verbs_of_speech() else ""


def _begins(tokens: Tokens, at: int) -> bool:
    """Whether a sentence begins at a token; a point inside a word ("BRK.N") ends none."""
    if tokens.words[at - 1] in SENTENCE_ENDS:
        return tokens.ends[at - 1] < tokens.starts[at]
    return "\n" in tokens.text[tokens.ends[at - 1] : tokens.starts[at]]


def _taken_up(names: Names, before: int, noun: str) -> str:
    """The one body named before a token that goes by a noun; "" for none or several."""
    found = {one.name for one in names.before(before) if one.sort is not Sort.PERSON}
    found = {name for name in found if noun in names.roles.get(name, ())}
    return found.pop() if len(found) == 1 else ""
