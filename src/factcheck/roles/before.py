"""Reads what stands before an office: "former", "deputy", the nation, the body."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.lean.record import NamedTuple
from factcheck.names import Names
from factcheck.names.runs import opens_sentence, possessive
from factcheck.names.titles import bodies, references
from factcheck.roles import words
from factcheck.roles.body_names import ENDS_OF_BODIES, FROM, body_name, is_name, nation_at
from factcheck.roles.title import HYPHENS, Title
from factcheck.roles.words import CALLING, Office
from factcheck.text.tokens import Tokens

# What a body's name has inside.
INNER = frozenset({"&", "and", "-", "of", "for"})
# Others who have a field; and what its name may have beside it.
SUBORDINATE = frozenset({"staff", "deputy", "vague"})
AFFAIRS = frozenset({"affairs", "and", "&"})
# Statuses that say nothing, and of which names of bodies are made.
WIDE = "wide"


class Before(NamedTuple):
    """When and how an office is held, of which nation, of which body, as far as the words before it say."""

    statuses: frozenset[str]
    body: str
    nation: str


NOTHING = Before(frozenset(), "", "")


def read_before(tokens: Tokens, names: Names, title: Title) -> Before:
    """What the words before an office say."""
    places, statuses = title.before, set[str]()
    nation, body = "", ""
    at = 0
    while at < len(places):
        here = places[at]
        found, length = nation_at(tokens, places, at)
        if found and not _begins_name(tokens, places, at + length, title.office):
            at += length
            behind = _hyphened(tokens, places, at)
            nation = nation or (found if behind == at else "")
            at = behind
        elif _is_status(tokens, here, places[at + 1 : at + 2] or (title.at,)) and not _names_wide(tokens, places, at):
            statuses.add(words.statuses()[tokens.lower[here]])
            at += 1
        elif (
            nation_at(tokens, places, at + 1)[0] and opens_sentence(tokens, here) and not possessive(tokens.words[here])
        ):
            at += 1
        elif is_name(tokens.words[here]):
            length = _run(tokens, places, at)
            body = body or _body(tokens, names, here, places[at + length - 1], title.office)
            at += length
        else:
            at += 1
    return Before(frozenset(statuses - {"none", WIDE}), _small(tokens, names, places) or body, nation)


def _small(tokens: Tokens, names: Names, places: Sequence[int]) -> str:
    """The body in small letters that stands right before an office: "health committee chairman"."""
    if not places or tokens.lower[places[-1]] not in ENDS_OF_BODIES:
        return ""
    first = len(places) - 1
    while first and not _ends_before(tokens, places[first - 1]):
        first -= 1
    return body_name(tokens, names, places[first], places[-1]) if first < len(places) - 1 else ""


def _ends_before(tokens: Tokens, at: int) -> bool:
    """Whether a word before an office is no part of the name of its body."""
    return tokens.lower[at] in words.statuses() or tokens.words[at] in HYPHENS or possessive(tokens.words[at])


def _names_wide(tokens: Tokens, places: Sequence[int], at: int) -> bool:
    """Whether a word that says nothing of an office begins or joins the name of a body: "National Harbour Board"."""
    if words.statuses().get(tokens.lower[places[at]]) != WIDE or at + 1 >= len(places):
        return False
    following = tokens.words[places[at + 1]]
    return (
        tokens.words[places[at]][0].isupper() and following[0].isupper() and following.lower() not in words.statuses()
    )


def _hyphened(tokens: Tokens, places: Sequence[int], at: int) -> int:
    """The place behind what a hyphen joins to a nation, which is then not the office's: "Norwegian-born", "Norwegian-
    Swedish"; the same place where nothing is joined."""
    if at + 1 >= len(places) or tokens.words[places[at]] not in HYPHENS:
        return at
    _, length = nation_at(tokens, places, at + 1)
    return at + 2 if tokens.lower[places[at + 1]] in FROM else at + 1 + length


def _begins_name(tokens: Tokens, places: Sequence[int], behind: int, office: Office) -> bool:
    """Whether a nation is the beginning of a body's name: "Norwegian Harbour Board chairman"."""
    if (
        behind >= len(places)
        or not tokens.words[places[behind]][0].isupper()
        or possessive(tokens.words[places[behind - 1]])
    ):
        return False
    status = words.statuses().get(tokens.lower[places[behind]], "none")
    return status in ("none", WIDE) and not _is_field(tokens, places[behind], places[behind], office)


def _body(tokens: Tokens, names: Names, first: int, last: int, office: Office) -> str:
    """The body that some capitalised words name; "" where they name the field of a minister, or open a sentence."""
    if _is_field(tokens, first, last, office) or _opens(tokens, first, last, office):
        return ""
    if first == last and tokens.words[first] in bodies():
        return ""
    return body_name(tokens, names, first, last, person=office.sort == "relation")


def _run(tokens: Tokens, places: Sequence[int], at: int) -> int:
    """How many words of a body's name stand together."""
    length = 1
    while at + length < len(places):
        word = tokens.words[places[at + length]]
        inner = word in INNER and at + length + 1 < len(places) and tokens.words[places[at + length + 1]][0].isupper()
        goes_on = word[0].isupper() or inner
        status = tokens.lower[places[at + length]] in words.statuses()
        if not goes_on or (status and not _names_wide(tokens, places, at + length)):
            break
        if possessive(tokens.words[places[at + length - 1]]):
            break
        length += 1
    return length


def _is_status(tokens: Tokens, at: int, following: Sequence[int]) -> bool:
    """Whether a word tells a status; with a capital "New" and "Next" are likelier names, but where they open a sentence
    and no name goes on behind them."""
    status = words.statuses().get(tokens.lower[at], "")
    named = status in ("present", "future") and tokens.words[at][0].isupper()
    return bool(status) and not (named and not (opens_sentence(tokens, at) and tokens.words[following[0]][0].islower()))


def _opens(tokens: Tokens, first: int, last: int, office: Office) -> bool:
    """Whether a word has its capital from the beginning of the sentence, for all we know: it stands with a capital
    nowhere else, and what it is before may have any word before it ("Political analyst"), the text has it in small
    letters as well ("Film director"), or the word is one for bodies ("Party chairman")."""
    word = tokens.words[first]
    if first != last or possessive(word) or word.isupper() or not opens_sentence(tokens, first):
        return False
    if tokens.words.count(word.lower()) or words.statuses().get(tokens.lower[first + 1]) == "past":
        return True
    if office.sort in (CALLING, "expert"):
        return tokens.words.count(word) == 1
    return word.lower() in references() or (word.lower(),) in words.offices()


def _is_field(tokens: Tokens, first: int, last: int, office: Office) -> bool:
    """Whether capitalised words name the field of a minister or spokesman: "Foreign Affairs Minister"; no party."""
    if first == last and tokens.words[first] in words.parties() and tokens.words[last + 1][0].islower():
        return False
    fields = [word in words.fields() for word in tokens.lower[first : last + 1] if word not in AFFAIRS]
    return any(fields) if office.sort == "minister" else all(fields) and office.sort in SUBORDINATE
