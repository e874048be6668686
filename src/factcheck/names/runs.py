"""Finds the runs of capitalised words that can be names: "Mara Lund", "Ministry of Trade and Transport"."""

from __future__ import annotations

from factcheck.lean.record import NamedTuple
from factcheck.names.titles import (
    CALENDAR,
    INNER_POSSESSIVES,
    JOINERS,
    PARTICLES,
    PARTS,
    bodies,
    countries,
    honorifics,
    roles,
    small,
)
from factcheck.text.tokens import Tokens, is_capital

# After these a capital is that of a sentence's first word.
OPENERS = frozenset(".!?:;\u2026\u201c\u201d\"\u2018\u2019'([\u2013\u2014*#>|\u2022\u00ab")
# A line at least this long was broken to fit the page; after a shorter one a name does not go on.
WRAPPED = 45
# A name has no more titles than this.
MOST_TITLES = 8
# The longest names of countries that are looked for have so many words.
LONGEST_COUNTRY = 3
RETIRED = PARTS["before a title"]


class Run(NamedTuple):
    """Tokens `first` to `last`, both inside. initial: it opens a sentence, so that its capital proves nothing."""

    first: int
    last: int
    initial: bool


def runs(tokens: Tokens) -> list[Run]:
    """All capitalised runs in order, without leading and trailing function words, days and months."""
    words, found, at = tokens.words, [], 0
    capitals = [i for i, word in enumerate(words) if word[0].isupper() and (not small(word) or _named_so(tokens, i))]
    for first in capitals:
        if first < at:
            continue
        last = _extend(tokens, first)
        found.append(Run(first, last, opens_sentence(tokens, first)))
        at = last + 1
    return found


def _named_so(tokens: Tokens, at: int) -> bool:
    """Whether a month or weekday is part of a name: "the August Fire"."""
    behind = tokens.words[at + 1 : at + 2]
    article = at > 0 and tokens.lower[at - 1] == "the"
    return article and tokens.lower[at] in CALENDAR and bool(behind) and is_capital(behind[0]) and not small(behind[0])


def opens_sentence(tokens: Tokens, at: int) -> bool:
    """Whether a token stands first in a sentence, quotation, bracket or line."""
    if at == 0 or tokens.words[at - 1] in OPENERS:
        return not (at > 1 and tokens.words[at - 1] == "." and tokens.words[at - 2] in honorifics())
    return "\n" in tokens.text[tokens.ends[at - 1] : tokens.starts[at]]


def possessive(word: str) -> bool:
    """Whether a word ends in an apostrophe and s."""
    return word[-2:] in ("'s", "\u2019s")


def _extend(tokens: Tokens, first: int) -> int:
    """The last token of the name that begins at `first`."""
    words, last, body = tokens.words, first, is_body(tokens, first)
    country = _opening_country(tokens, first)
    if country is not None:
        return country
    while last + 1 < len(words):
        if possessive(words[last]) and tokens.lower[last] not in INNER_POSSESSIVES:
            break
        following = _next(tokens, first, last, body)
        if following is None:
            break
        last = following
        body = body or is_body(tokens, last)
    return last


def _opening_country(tokens: Tokens, first: int) -> int | None:
    """The last token of a country behind the "In" that opens a sentence, where another name follows without a comma:
    "In Norway Mara Lund won"."""
    if first == 0 or tokens.words[first - 1] != "In" or not opens_sentence(tokens, first - 1):
        return None
    for last in range(first + LONGEST_COUNTRY - 1, first - 1, -1):
        if last + 1 < len(tokens.words) and " ".join(tokens.words[first : last + 1]) in countries():
            follows = is_capital(tokens.words[last + 1]) and not is_body(tokens, last + 1)
            return last if follows else None
    return None


def is_address(tokens: Tokens, first: int, at: int) -> bool:
    """Whether a word of the run from `first` is a form of address: nothing but titles goes before it."""
    if tokens.words[at] not in honorifics():
        return False
    before = tokens.words[max(first, at - MOST_TITLES) : at]
    return all(word == "." or word in honorifics() or word.lower() in roles() or _goes_before(word) for word in before)


def _goes_before(word: str) -> bool:
    """Whether a word with a capital goes before a title: "Retired Lt. Gen. Mara Lund"."""
    return word.istitle() and word.lower() in RETIRED


def is_body(tokens: Tokens, at: int) -> bool:
    """Whether a word makes the name that it stands in a body's."""
    return tokens.words[at] in bodies()


def _next(tokens: Tokens, first: int, last: int, body: bool) -> int | None:
    """The next token of the name after `last`, across joining words, or None where it ends."""
    words, at = tokens.words, last + 1
    if not _close(tokens, last, at):
        return None
    if (
        (words[at] == "'" and words[last].lower() + "'" in INNER_POSSESSIVES)
        or (words[at] == "." and (len(words[last]) == 1 or is_address(tokens, first, last)))
        or (words[at] == "-" and tokens.ends[last] == tokens.starts[at])
    ):
        at += 1
    elif words[at] in JOINERS:
        if not _joins(tokens, last, body):
            return None
        at += 2 if words[at] != "and" and tokens.lower[at + 1 : at + 2] == ("the",) else 1
    elif words[at] in PARTICLES:
        at += 2 if words[at + 1 : at + 2] and (words[at + 1] in PARTICLES or words[at + 1] == "-") else 1
    if at < len(words) and is_capital(words[at]) and _close(tokens, at - 1, at) and not small(words[at]):
        return at
    return None


def _joins(tokens: Tokens, last: int, body: bool) -> bool:
    """Whether a joining word after `last` can stand inside a name: after a body, or an office ("Minister of")."""
    word = tokens.words[last + 1]
    if word == "&" or (word in PARTICLES and word != "the"):
        return True
    if word == "of":
        return body or (tokens.lower[last] in roles() and is_capital(tokens.words[last]))
    return body


def _close(tokens: Tokens, left: int, right: int) -> bool:
    """Whether nothing but a space, or the end of a full line, parts two tokens."""
    gap = tokens.text[tokens.ends[left] : tokens.starts[right]]
    if "\n" not in gap:
        return len(gap) <= 2
    line = tokens.text.rfind("\n", 0, tokens.ends[left]) + 1
    return gap.count("\n") == 1 and tokens.ends[left] - line >= WRAPPED
