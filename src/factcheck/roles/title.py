"""Finds offices in a phrase: where each begins and ends, and the words that stand before it."""

from __future__ import annotations

from factcheck.lean.record import NamedTuple
from factcheck.names.titles import verbs_of_speech
from factcheck.roles import words
from factcheck.roles.words import CALLING, Office
from factcheck.text.stem import is_function_word
from factcheck.text.tokens import Tokens

HYPHENS = frozenset("-\u2010\u2011")
# So many words may stand before an office.
MOST_BEFORE = 8
# Function words that say something of an office.
TELLING = frozenset({"then"})
NO_MODIFIERS = words.CUES["verb before an office"]


class Title(NamedTuple):
    """An office as it stands: the tokens before it that belong to it, its own first and last token, what it is."""

    before: tuple[int, ...]
    at: int
    last: int
    office: Office

    @property
    def first(self) -> int:
        """Where it begins with what stands before it."""
        return self.before[0] if self.before else self.at


def titles(tokens: Tokens, first: int, end: int) -> list[Title]:
    """The offices that a phrase from `first` lists: "former chairman and chief executive"."""
    found: list[Title] = []
    at: int | None = first
    while at is not None and (title := _title(tokens, at, end)) is not None:
        found.append(title)
        at = coordinated(tokens, title.last + 1, end)
    return found


def _title(tokens: Tokens, first: int, end: int) -> Title | None:
    """The next office, with the words before it; None where none comes."""
    before: list[int] = []
    for at in range(first, end):
        found = title_at(tokens, at, end)
        if found is not None and _is_joined(tokens, found[1]):
            found = None
        if found is not None and (title_at(tokens, found[1], end) is None or _plain(tokens, at, found)):
            return Title(tuple(before), at, found[1] - 1, found[0])
        if len(before) == MOST_BEFORE or not _modifies(tokens, at, end):
            break
        before.append(at)
    return None


def _is_joined(tokens: Tokens, behind: int) -> bool:
    """Whether a title is the first part of another word: "a forward-looking mayor"."""
    return tokens.words[behind : behind + 1] == ("-",) and not NO_MODIFIERS.isdisjoint(
        tokens.lower[behind + 1 : behind + 2]
    )


def _plain(tokens: Tokens, at: int, found: tuple[Office, int]) -> bool:
    """Whether what follows a title directly is another of its own line: "president Mayor Lund" is none."""
    return tokens.lower[found[1]] in ("chief", "head", "boss") and found[0].sort != CALLING and at + 1 != found[1]


def title_at(tokens: Tokens, at: int, end: int) -> tuple[Office, int] | None:
    """The longest title that begins at a token, and the token behind it."""
    if at >= end or tokens.lower[at] not in words.first_of_titles():
        return None
    run: list[str] = []
    best: tuple[Office, int] | None = None
    place = at
    while place < end and len(run) < words.longest_title():
        if tokens.words[place] in HYPHENS and run:
            place += 1
            continue
        word = tokens.lower[place]
        run.append(word)
        place += 1
        singular = words.plurals().get(word, word)
        office = words.offices().get((*run[:-1], singular))
        if office is None and tuple(run) in words.partisans() and _stands_alone(tokens, at, place, end):
            office = words.office(words.PARTISAN)
        if office is not None:
            best = office, place
    return (_officer(tokens, at, end) or best) if tokens.lower[at] == "chief" else best


def _officer(tokens: Tokens, at: int, end: int) -> tuple[Office, int] | None:
    """An office that no table has and that tells what it is for: "chief health officer"."""
    run = tokens.lower[at : min(end, at + 4)]
    last = run.index("officer") if "officer" in run else 0
    told = last > 1 and run[:last] not in words.offices() and all(word.isalpha() for word in run[:last])
    known = run[: last + 1] in words.offices() or run[:2] in words.offices()
    return (words.office(" ".join(run[: last + 1])), at + last + 1) if told and not known else None


def _stands_alone(tokens: Tokens, at: int, behind: int, end: int) -> bool:
    """Whether a word for one of a party's people is one, and no adjective: "a Conservative from Harle"."""
    capital = tokens.words[at][0].isupper() and tokens.lower[at - 1 : at] in (("a",), ("an",), ("the",))
    goes_on = behind < end and tokens.words[behind][0].isalpha() and not is_function_word(tokens.words[behind])
    return capital and not goes_on


def _modifies(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a word can stand before an office."""
    word = tokens.words[at]
    if word in HYPHENS or word in ("&", "'", "\u2019"):
        return True
    if word in ("of", "for") and 0 < at < end - 1:
        return tokens.words[at - 1][0].isupper() and tokens.words[at + 1][0].isupper()
    if word == "and":
        joined = at + 1 < end and not is_function_word(tokens.words[at + 1]) and tokens.words[at + 1][0].isalpha()
        return joined and title_at(tokens, at + 1, end) is None
    if not word[0].isalnum() or tokens.lower[at] in verbs_of_speech():
        return False
    if tokens.lower[at] in NO_MODIFIERS and not (at and tokens.words[at - 1] in HYPHENS):
        return False
    return not is_function_word(word) or tokens.lower[at] in TELLING


def coordinated(tokens: Tokens, at: int, end: int) -> int | None:
    """Where the next office of a list begins: "chairman and chief executive", "director, founder and editor"."""
    if at >= end or tokens.words[at] not in ("and", "&", ",", "/"):
        return None
    at += 1
    while at < end and tokens.lower[at] in ("and", "the", "a", "an", "also"):
        at += 1
    for place in range(at, min(end, at + 4)):
        if title_at(tokens, place, end):
            return at
        verb = tokens.words[place] == "and" or tokens.lower[place] in words.first_of_verbs()
        if verb or not _modifies(tokens, place, end):
            break
    return None
