"""Where somebody was born: "was born in Odby, Norland", "born in Harle, Mara Lund ...", "the Norland-born poet"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.lean.record import NamedTuple
from factcheck.lexicon import months
from factcheck.names import Names, Naming, written
from factcheck.names.runs import opens_sentence, possessive
from factcheck.roles import words
from factcheck.roles.attribution import Attribute, bearer, is_person, is_personal, nation_before
from factcheck.roles.body_names import capitals, nation_at
from factcheck.roles.clauses import before_aside
from factcheck.roles.office_phrase import Phrase
from factcheck.roles.title import HYPHENS
from factcheck.text.tokens import SENTENCE_ENDS, Tokens

# What leads from "born" to the place, and joins the parts of its name.
LEADS, JOINTS = words.CUES["before a birthplace"], words.CUES["inside a birthplace"]
# A date or "and raised" may stand between "born" and its place: so many words. So far behind a nation a name may stand.
MOST_BETWEEN, MOST_BEHIND = 8, 5
BETWEEN = words.CUES["between born and a birthplace"]
# What stands between a name and "born" or "native".
LINKS = words.CUES["between a name and born"]
# What leads from a name to the nation of its bearer.
BEHIND = (("(",), (",", "of"), (",", "from"), ("of",))
DESCRIBES = ((",",), ("was",), ("is",))
# What stands behind a place that follows a date at once: "Born 5 May 1950, Odby (now Tarn)."
CLOSING = SENTENCE_ENDS | frozenset("();")
# A text is about the person who opens a sentence of its first so many words with one of these behind the name.
OPENING, TELLS = 60, frozenset({"was", "is", "("})


class _Place(NamedTuple):
    """The names of a place, narrow before wide, the nation among them, and its tokens; `at`: where each name begins."""

    names: tuple[str, ...]
    nation: str
    first: int
    last: int
    at: tuple[int, ...] = ()


def find(tokens: Tokens, names: Names) -> Iterator[Attribute]:
    """Where people were born, as far as a text says it."""
    if "born" not in tokens.lower and "native" not in tokens.lower:
        return
    for at, word in enumerate(tokens.lower):
        if word == "born" and at and tokens.words[at - 1] in HYPHENS:
            yield from _compound(tokens, names, at)
        elif word == "born" or (word == "native" and tokens.lower[at + 1 : at + 2] == ("of",)):
            place = _place(tokens, at + 2) if word == "native" else _behind(tokens, at + 1)
            if place is not None:
                name, place = _told(tokens, names, at, place)
                if is_personal(name):
                    yield _attribute(name, place, at)


def of_nation(tokens: Tokens, naming: Naming) -> Phrase | None:
    """The nation whose somebody is: "Norwegian Mara Lund", "Mara Lund of Norway", "Mara Lund (Norway)"."""
    nation, adjective = nation_before(naming.name)
    last = naming.first + len(adjective) - 1
    if nation and tokens.words[naming.first : last + 1] == adjective:
        return Phrase(naming.first, last, words.NATIONAL, frozenset(), "", nation, naming.first, last)
    at = naming.last + 1
    lead = next((lead for lead in BEHIND if tokens.lower[at : at + len(lead)] == lead), None)
    if lead is None:
        return None
    first = at + len(lead)
    nation, length = nation_at(tokens, range(first, min(len(tokens), first + 3)), 0)
    behind = first + length
    closed = (lead == ("(",)) == (tokens.words[behind : behind + 1] == (")",))
    named = nation == " ".join(tokens.words[first:behind]) or tokens.words[first:behind] == ("Britain",)
    goes_on = behind < len(tokens) and (tokens.words[behind][0].isupper() or tokens.words[behind] in HYPHENS)
    if not (nation and named and closed) or goes_on:
        return None
    return Phrase(first, behind - 1, words.NATIONAL, frozenset(), "", nation, first, behind - 1)


def _told(tokens: Tokens, names: Names, at: int, place: _Place) -> tuple[str, _Place]:
    """Who was born in a place, and the place without the name behind it where that opens the sentence."""
    start = at - (tokens.lower[at] == "native")
    if not (tokens.words[start] in ("Born", "A") and opens_sentence(tokens, start)):
        return _bearer(tokens, names, at), place
    naming, ends = names.at(place.last), _closes(tokens, place.last + 1)
    behind = naming and len(place.at) > 1 and naming.first == place.at[-1] and tokens.words[naming.first - 1] == ","
    if naming and behind and not ends:
        return naming.name, place._replace(names=place.names[:-1], last=naming.first - 2)
    return (_about(tokens, names) if ends else ""), place


def _about(tokens: Tokens, names: Names) -> str:
    """Whom a text is about: the first that it names, and then tells of, as biographies do; "" for nobody."""
    opening = (one for one in names.between(0, OPENING) if is_person(one) and opens_sentence(tokens, one.title))
    people = list(opening)
    for naming in people:
        told = tokens.lower[naming.last + 1 : naming.last + 2]
        if naming.name == people[0].name and told and told[0] in TELLS:
            return naming.name
    return ""


def _attribute(name: str, place: _Place, at: int) -> Attribute:
    told = Phrase(
        min(at, place.first), max(at, place.last), words.BORN, frozenset(), ", ".join(place.names), place.nation, at, at
    )
    return Attribute(bearer(name), told, at)


def _behind(tokens: Tokens, at: int) -> _Place | None:
    """The place behind "born", a date between them aside; a place that follows the date at once ends its sentence."""
    for place in range(at, min(len(tokens), at + MOST_BETWEEN)):
        if tokens.lower[place] in LEADS and not _is_date(tokens, place + 1):
            return _place(tokens, place + 1)
        if tokens.words[place - 1] == "," and _is_date(tokens, place - 2) and not _is_date(tokens, place):
            found = _place(tokens, place)
            return found if found is not None and found.first == place and _closes(tokens, found.last + 1) else None
        if not (tokens.lower[place] in BETWEEN or _is_date(tokens, place) or tokens.lower[place] in LEADS):
            return None
    return None


def _closes(tokens: Tokens, at: int) -> bool:
    return (
        at >= len(tokens) or tokens.words[at] in CLOSING or "\n" in tokens.text[tokens.ends[at - 1] : tokens.starts[at]]
    )


def _is_date(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at : at + 1]
    return bool(word) and (word[0][0].isdigit() or word[0] in months())


def _place(tokens: Tokens, at: int) -> _Place | None:
    """The names that begin at a token, joined by small words and kinds of places."""
    found: list[str] = []
    starts: list[int] = []
    nation, first, last = "", at, at - 1
    while at < len(tokens):
        if tokens.words[at][0].isupper() and not _is_date(tokens, at):
            one, length = nation_at(tokens, range(at, min(len(tokens), at + 3)), 0)
            end = at + length - 1 if one else capitals(tokens, at, len(tokens))
            found.append(one or written(tokens, at, end))
            starts.append(at)
            nation = one or nation
            last, at = end, end + 1
        elif tokens.lower[at] in JOINTS or tokens.lower[at] in words.kinds_of_place():
            at += 1
        else:
            break
    return _Place(tuple(found), nation, first, last, tuple(starts)) if found else None


def _bearer(tokens: Tokens, names: Names, at: int) -> str:
    """Who was born: the name before "born", or the subject of the sentence where an aside stands between."""
    before = at - 1
    while before >= 0 and tokens.lower[before] in LINKS:
        before -= 1
    gap = tokens.lower[before + 1 : at]
    if not gap or before < 0:
        return ""
    if tokens.words[before] == ")" or gap[:2] == (",", "was"):
        return before_aside(tokens, names, before + (gap[0] == ","))
    naming = names.at(before)
    return naming.name if naming and naming.last == before and not possessive(tokens.words[before]) else ""


def _nation_of(tokens: Tokens, first: int, last: int) -> str:
    """The nation that just these tokens name; "" for none."""
    nation, length = nation_at(tokens, range(max(0, first), last + 1), 0)
    return nation if first + length - 1 == last else ""


def within(tokens: Tokens, told: Phrase) -> Phrase | None:
    """The nation that a phrase says somebody is born in, besides what it says: "a Norland-born poet"."""
    for at in range(told.first + 2, told.at):
        if tokens.lower[at] == "born" and tokens.words[at - 1] in HYPHENS:
            nation = _nation_of(tokens, at - 3, at - 2) or _nation_of(tokens, at - 2, at - 2)
            return Phrase(at - 2, at, words.BORN, frozenset(), nation, nation, at, at) if nation else None
    return None


def _described(tokens: Tokens, names: Names, at: int) -> str:
    """Whom a nation before "born" describes behind the name: "Mara Lund was a Norland-born ..."; "" for nobody."""
    if tokens.lower[at - 1 : at] not in (("a",), ("an",), ("the",)) or tokens.lower[at - 2 : at - 1] not in DESCRIBES:
        return ""
    name = _bearer(tokens, names, at - 1)
    return name if is_personal(name) else ""


def _compound(tokens: Tokens, names: Names, at: int) -> Iterator[Attribute]:
    """ "The Norland-born poet Mara Lund"."""
    last = at - 2
    if last < 0 or not tokens.words[last][0].isupper():
        return
    one = next((nation for n in (2, 1) if (nation := _nation_of(tokens, last + 1 - n, last))), "")
    if (name := _described(tokens, names, last)) and one:
        yield _attribute(name, _Place((one,), one, last, at), at)
        return
    for behind in range(at + 1, min(len(tokens), at + 1 + MOST_BEHIND)):
        naming = names.at(behind)
        if naming is not None:
            if is_personal(naming.name) and naming.title <= behind and naming.last > naming.first:
                name = one or written(tokens, last, last)
                yield _attribute(naming.name, _Place((name,), one, last, at), at)
            return
        if not tokens.words[behind][0].isalpha():
            return
