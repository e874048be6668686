"""What verbs say of somebody, and when: "is", "was appointed", "heads", "who served as"; "from 2014 to 2018"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.names import Names, Naming, Sort
from factcheck.names.titles import verbs_of_speech
from factcheck.roles import office_phrase, words
from factcheck.roles.attribution import Figure, Time
from factcheck.roles.behind import object_of
from factcheck.roles.body_names import sayer
from factcheck.roles.clauses import before_gap
from factcheck.roles.office_phrase import Phrase, names_another
from factcheck.text.tokens import Tokens

# A phrase behind a verb ends within so many tokens.
BEHIND = 24
# So many words of a title may stand before a name.
TITLED = 6
# Behind one of these somebody is named who had the office before.
FOLLOWED = frozenset({"succeeded", "replaced", "succeeding", "replacing", "succeeds", "replaces"})
# Offices of bodies that say who has them.
OF_BODIES = frozenset({"head", "deputy", "staff"})
# What follows "and" before another office, and no verb.
ARTICLES = (("the",), ("a",), ("an",))
ENTRANCES = words.CUES["before a verb of office"]
# What leads from an office to its time, and how the office is bounded by it.
LEADS = {"from": "during", "between": "during", "in": "during", "during": "during", "(": "during", "the": "", "of": ""}
LEADS |= {"since": "since", "until": "until", "till": "until", "serving": ""}
MOST_LEADING = 3


def verb(tokens: Tokens, names: Names, at: int) -> Iterator[Phrase]:
    """The offices that the verb at a token says somebody has."""
    end = min(len(tokens), at + BEHIND)
    while at < end and tokens.lower[at] in ENTRANCES:
        at += 1
    run = tokens.lower[at : min(end, at + words.longest_verb())]
    for length in range(len(run), 0, -1):
        found = words.office_verbs().get(run[:length])
        if found is None:
            continue
        start, body = _behind_body(tokens, names, at + length, end) if found.through else (at + length, "")
        start = _behind_other(tokens, names, at + length) if found.over else start
        if start is None:
            return
        end = before_gap(tokens, names, start, end)
        if found.title:
            yield from _headed(tokens, names, at, start, end, found)
            return
        told, behind = office_phrase.read(tokens, names, start, end)
        if told and not names_another(tokens, names, behind):
            yield from (_held(one._replace(body=one.body or body), found) for one in told)
            yield from and_who(tokens, names, behind)
            return


def _behind_body(tokens: Tokens, names: Names, at: int, end: int) -> tuple[int | None, str]:
    """The token behind "as" that follows a body, and the body: "joined Brenk as"; None where nothing of that stands."""
    found = object_of(tokens, names, at, end)
    if found is None or not found.body or tokens.lower[found.end : found.end + 1] != ("as",):
        return None, ""
    start = found.end + 1
    return (None, "") if tokens.lower[start : start + 1] == ("the",) else (start, found.body)  # "as the chairman left"


def succeeded(tokens: Tokens, names: Names, naming: Naming) -> Iterator[Phrase]:
    """The office that somebody had before whoever has it now: "Tom Lund succeeded Ida Odby as mayor of Harle"."""
    at = naming.title - 1
    if at < 1 or tokens.lower[at] not in FOLLOWED or tokens.lower[naming.last + 1 : naming.last + 2] != ("as",):
        return
    start = naming.last + 2
    told, behind = office_phrase.read(tokens, names, start, min(len(tokens), start + BEHIND))
    if told and told[0].at - start <= TITLED and not names_another(tokens, names, behind):
        yield from (one._replace(statuses=one.statuses | {"past"}) for one in told)


def _behind_other(tokens: Tokens, names: Names, at: int) -> int | None:
    """The token behind "as" that follows a name: "succeeded Ida Odby as"; None where nothing of that stands."""
    for place in range(at, min(len(tokens), at + TITLED)):
        naming = names.at(place)
        if naming is not None and naming.sort is not Sort.BODY:
            behind = naming.last + 1
            return behind + 1 if tokens.lower[behind : behind + 1] == ("as",) else None
    return None


def appointed(tokens: Tokens, names: Names, naming: Naming) -> Iterator[Phrase]:
    """The office that a body gives to somebody: "Brenk named Mara Lund chief executive"."""
    at = naming.title - 1
    if at < 1 or tokens.lower[at] not in words.verbs_of_appointment():
        return
    start = naming.last + 1
    if tokens.words[start : start + 1] == (",",) and tokens.words[start + 1].isdecimal():
        start += 3  # an age
    start += tokens.lower[start : start + 1] in (("as",), ("to",))
    told, behind = office_phrase.read(tokens, names, start, min(len(tokens), start + BEHIND))
    if not told or told[0].at - start > TITLED or names_another(tokens, names, behind):
        return
    given = _giver(names, at - 1)
    if tokens.lower[at - 1] in ("has", "had", "it"):
        it = at - 1 - (tokens.lower[at - 1] != "it")
        given = sayer(tokens, names, it) if tokens.lower[it] == "it" else _giver(names, it)
    yield from (one._replace(bound="since", body=one.body or given) for one in told)


def of_sayer(tokens: Tokens, names: Names, naming: Naming, told: Phrase) -> Phrase:
    """An office with the body that says so: "Brenk Corp said Mara Lund has been elected chairman"."""
    at = naming.title - 1
    at -= tokens.lower[at : at + 1] == ("that",)
    if told.body or told.place or told.office.sort not in OF_BODIES or at < 1:
        return told
    return told._replace(body=sayer(tokens, names, at + 1)) if tokens.lower[at] in verbs_of_speech() else told


def _giver(names: Names, last: int) -> str:
    naming = names.at(last)
    return naming.name if naming is not None and naming.last == last and naming.sort is not Sort.PERSON else ""


def and_who(tokens: Tokens, names: Names, at: int) -> Iterator[Phrase]:
    """What a clause with "who" or "and" behind an office adds: "a lawyer who served as mayor of Harle"."""
    at += tokens.words[at : at + 1] == (",",)
    if tokens.lower[at : at + 1] == ("who",):
        yield from verb(tokens, names, at)
    elif tokens.lower[at : at + 1] == ("and",) and tokens.lower[at + 1 : at + 2] not in ARTICLES:
        yield from verb(tokens, names, at + 1)


def _held(one: Phrase, by: words.Verb) -> Phrase:
    return one._replace(statuses=one.statuses | frozenset({by.status} - {""}), bound=by.bound)


def _headed(tokens: Tokens, names: Names, at: int, start: int, end: int, by: words.Verb) -> list[Phrase]:
    """The office that a verb stands for, of the body or team behind it."""
    found = object_of(tokens, names, start, end)
    if found is None:
        return []
    office = words.office(by.title)
    return [_held(Phrase(at, found.end - 1, office, frozenset(), found.body, found.place, at, start - 1), by)]


def time_behind(tokens: Tokens, dates: Mapping[int, Figure], at: int, bound: str) -> Time | None:
    """The time that begins at a token, small words before it aside; `bound`: how the verb of the office ends or begins
    it ("was elected in 2014"), "" for neither."""
    told = ""
    for place in range(at, min(len(tokens), at + MOST_LEADING)):
        date = dates.get(place)
        if date is not None:
            return _time(tokens, date, told, bound) if told or place == at else None
        if tokens.lower[place] not in LEADS:
            return None
        told = told or LEADS[tokens.lower[place]]
    return None


def _time(tokens: Tokens, date: Figure, told: str, bound: str) -> Time | None:
    """A date as the time of an office; none where the text does not let us know it."""
    if date.value.low is None or date.value.high is None:
        return None
    point = "/" not in date.value.text
    words = tokens.text[tokens.starts[date.first] : tokens.ends[date.last]]
    return Time(date.value.text, " ".join(words.split()), bound if bound and point and told == "during" else told)
