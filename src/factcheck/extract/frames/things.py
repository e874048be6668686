"""Finds the named things of a document that are no persons and no bodies, and what takes them up: "the Harle Fire …
the blaze", "the Brenk line … the line"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.extract.frame import Actor, is_event
from factcheck.extract.frames.frame_cues import CUES
from factcheck.extract.frames.verb import AUXILIARIES
from factcheck.kinds.noun import is_plural
from factcheck.lean import Memo
from factcheck.lean.record import NamedTuple
from factcheck.lexicon import forms, table
from factcheck.lexicon.concepts import concept
from factcheck.names import Names, Naming
from factcheck.names.runs import possessive
from factcheck.names.title_and_name import bare
from factcheck.names.titles import references, roles
from factcheck.text.stem import FUNCTION_WORDS, stem
from factcheck.text.tokens import Tokens

DEFINITE, INDEFINITE = frozenset({"the", "this", "that"}), frozenset({"a", "an", "another", "one"})
# So many adjectives stand between an article and its noun: "the fast-moving blaze".
ADJECTIVES, HYPHEN = 2, "-"
# A noun takes up what was named at most so many sentences before.
REACH = 30
# What may follow a noun; behind these it is told which one is meant.
ENDS, TELLING = FUNCTION_WORDS | AUXILIARIES, (("of",), ("that",))
# "The second fire", "the largest fire" is not the one just named.
OTHERS = CUES["another of its kind"]


class Article(NamedTuple):
    """Where an article stands; new: whether its noun is none that was spoken of: "a fire", "the second fire"."""

    at: int
    new: bool


class Known(NamedTuple):
    """The thing of a class named last, and in which sentence; "" where that names two."""

    name: str
    passage: int


def things(text: Tokens, names: Names, firsts: Sequence[int]) -> dict[int, Actor]:
    """The first tokens of what names a thing by more than its name ("the Harle fire") or takes it up ("the blaze"),
    with the actor that it is, in tokens of the text. firsts: the first token of each passage"""
    named = dict(_named(text, names))
    if not named:
        return {}
    classes = {_CLASS[text.lower[head]] for head, _ in named.values()}
    heads = {head for head, _ in named.values()}
    found: dict[int, Actor] = {}
    known: dict[str, Known] = {}
    kinds = list(map(_CLASS.__getitem__, text.lower))
    for at in range(firsts[0], len(text)):
        kind = kinds[at]
        if at in named:
            head, name = named[at]
            _note(known, kinds[head], name, bisect_right(firsts, at) - 1)
            found[at] = Actor(at, head, name)
        elif kind in classes and at not in heads:
            number = bisect_right(firsts, at) - 1
            article = _article(text, at, firsts[number])
            last = known.get(kind)
            if article and article.new:
                known.pop(kind, None)
            elif article and _is_told(text, at) and last and last.name and number - last.passage <= REACH:
                found[article.at] = Actor(article.at, at, last.name)
    return found


def _note(known: dict[str, Known], kind: str, name: str, passage: int) -> None:
    """Note which thing of a class was named last, if its sentence names one."""
    before = known.get(kind)
    two = before is not None and before.passage == passage and before.name != name
    known[kind] = Known("" if two else name, passage)


def _is_told(text: Tokens, at: int) -> bool:
    """Whether a word is the last noun of its phrase, and nothing behind it says which one is meant."""
    return _is_noun(text, at) and text.lower[at + 1 : at + 2] not in TELLING


def _named(text: Tokens, names: Names) -> Iterator[tuple[int, tuple[int, str]]]:
    """The first tokens of names that end in a noun of their own, with the token of that and the whole name.

    A name is a thing's if it stands behind an article somewhere: "the Harle Fire", "the Harle fire".
    """
    found = [
        (naming.first, head, _whole(text, naming, head)) for naming in names.namings for head in _heads(text, naming)
    ]
    ends = [(first, head, name) for first, head, name in found if text.words[head][0].isupper() or _is_noun(text, head)]
    things = {_known_by(text, head, name) for first, head, name in ends if _is_definite(text, first)}
    for first, head, name in found:
        if _known_by(text, head, name) in things:
            yield first, (head, name)


def _heads(text: Tokens, naming: Naming) -> Iterator[int]:
    """The tokens of the nouns that may tell what a name is the name of: its last word, or the one behind it."""
    last = naming.last
    if possessive(text.words[last]) or (last == naming.first and text.words[last] in _peoples()):
        return
    if naming.last > naming.first and text.lower[last].isalpha():
        yield last
    word = text.words[last + 1] if last + 1 < len(text) else ""
    if word.isalpha() and word.islower() and not word.endswith("ing") and word not in _others():
        yield last + 1


@cache
def _others() -> frozenset[str]:
    """The words behind a name that make it no thing's: small ones, and nouns that say what a person or a body is."""
    return references() | roles() | CUES["taking up a name"] | FUNCTION_WORDS


@cache
def _peoples() -> frozenset[str]:
    """The words that say of which state something is: "the Norwegian line" is no line's name."""
    return frozenset(form for row in table("nations") for form in forms(row["words"]))


def _is_definite(text: Tokens, first: int) -> bool:
    article = _article(text, first, 0)
    return article is not None and text.lower[article.at] in DEFINITE


def _whole(text: Tokens, naming: Naming, head: int) -> str:
    return naming.name if head == naming.last else f"{naming.name} {text.words[head]}"


def _known_by(text: Tokens, head: int, name: str) -> tuple[str, str]:
    """A name and what it is the name of: "the Harle Fire" and "the Harle blaze" are one."""
    return name.rpartition(" ")[0], _CLASS[text.lower[head]]


def _is_noun(text: Tokens, at: int) -> bool:
    """Whether a word in small letters is the last noun of its phrase."""
    word, after = text.words[at], text.lower[at + 1] if at + 1 < len(text) else ""
    if not word.islower() or word in FUNCTION_WORDS or word.endswith("ly") or is_event(word) or is_plural(word):
        return False
    return not after.isalpha() or after in ENDS or is_event(after) or after.endswith(("ing", "ly"))


def _article(text: Tokens, at: int, first: int) -> Article | None:
    """The article of a noun's phrase, behind which are few words before the noun."""
    other, words = False, 0
    for place in range(at - 1, first - 1, -1):
        word = text.lower[place]
        if word in DEFINITE or word in INDEFINITE:
            return Article(place, other or word in INDEFINITE)
        if word == HYPHEN:
            words -= 1
            continue
        words += 1
        if not word[0].isalpha() or (word in FUNCTION_WORDS and word not in OTHERS) or words > ADJECTIVES:
            return None
        other = other or word in OTHERS or word.endswith("est")
    return None


def _class(word: str) -> str:
    """What a noun says a thing to be: the concept that words for the same thing share."""
    return concept(stem(bare(word)))


# It is asked of every word of every document that names a thing.
_CLASS = Memo(_class, 1 << 15)
