"""Where a text says what somebody is, by what stands before, behind and around a name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.lean.record import replace
from factcheck.names import Names, Naming, Sort
from factcheck.names.runs import opens_sentence, possessive
from factcheck.names.titles import honorifics
from factcheck.roles import aged, office_phrase, origins, words
from factcheck.roles.attribution import Attribute, Figure, called
from factcheck.roles.behind import object_of
from factcheck.roles.body_names import body_name, nation_at
from factcheck.roles.clauses import CLOSING, behind_aside, gapped, is_subject, tagged
from factcheck.roles.in_front import hangs_together, in_front, of_body, turned
from factcheck.roles.office_phrase import Phrase, names_another
from factcheck.roles.title import HYPHENS
from factcheck.roles.verbs import BEHIND, and_who, appointed, of_sayer, succeeded, time_behind, verb
from factcheck.roles.words import Office
from factcheck.text.tokens import SENTENCE_ENDS, Tokens

# What opens a sentence for somebody named in the one before: "She is ...", "Her brother ...", "The 35-year-old ...".
SEXES = {"He": "m", "She": "f", "His": "m", "Her": "f", "The": ""}


HERS = frozenset({"His", "Her"})
# "Mara Lund met Ida Odby and her husband": the one named last is meant.
MARRIED = frozenset({"wife", "husband"})
# Offices that are of a body, whether or not it is named.
OF_BODIES = frozenset({"head", "deputy", "staff", "founder", "vague"})
# Offices whose body may stand behind a comma in brackets.
IN_BRACKETS = OF_BODIES | {"state", "minister", "expert", "team"}
ITS = "its"
OWNERS = {"his": "m", "her": "f", "whose": ""}


def find(tokens: Tokens, names: Names, dates: Sequence[Figure] = (), years: Sequence[Figure] = ()) -> list[Attribute]:
    """Everything that a document's text says its people are, in reading order.

    dates, years: the dates and ages of the text, by their places
    """
    found: dict[tuple[str, int, Office], Attribute] = {}
    at_token = {date.first: date for date in dates}
    opening = dict(_opening(tokens, names))
    for name, naming in _people(tokens, names):
        for told in _said_of(tokens, names, naming):
            one = _related(tokens, names, told, opening)
            time = time_behind(tokens, at_token, one.last + 1, one.bound) if at_token else None
            found.setdefault((name, one.first, one.office), Attribute(name, one, naming.first, time))
            if (born := origins.within(tokens, one)) is not None:
                found.setdefault((name, born.first, born.office), Attribute(name, born, naming.first))
    for at, name in opening.items():
        for one in verb(tokens, names, at + 1) if tokens.words[at] in ("He", "She") else ():
            time = time_behind(tokens, at_token, one.last + 1, one.bound) if at_token else None
            found.setdefault((name, one.first, one.office), Attribute(name, one, at, time))
    for other in (*origins.find(tokens, names), *aged.find(tokens, names, years, opening)):
        found.setdefault((other.bearer, other.phrase.first, other.phrase.office), other)
    own = list(gapped(tokens, names, list(found.values())))
    starts = {one.name_at for one in own}
    found = {key: one for key, one in found.items() if one.phrase.first not in starts}
    found |= {(one.bearer, one.phrase.first, one.phrase.office): one for one in own}
    return _completed(tokens, names, sorted(found.values(), key=lambda one: (one.phrase.first, one.name_at)))


def _opening(tokens: Tokens, names: Names) -> Iterator[tuple[int, str]]:
    """Where a sentence opens with what may stand for somebody, and for whom: one whom the sentence before is about and
    who is the only one named there."""
    about, start = "", 0
    for at in [at for at, word in enumerate(tokens.words[:-1], 1) if word in SENTENCE_ENDS]:
        if not opens_sentence(tokens, at):
            continue
        about = _about(tokens, names, start, at, about)
        sex = SEXES.get(tokens.words[at])
        if about and sex is not None and names.sex.get(about, sex) in (sex, sex or names.sex.get(about)):
            yield at, about
        start = at


def _about(tokens: Tokens, names: Names, start: int, end: int, before: str) -> str:
    """Whom a sentence is about, if it names nobody else: who opens it, or whom the one before is about."""
    people = {called(tokens, one) or one.name for one in names.between(start, end) if one.sort is not Sort.BODY}
    people = {name for name in people if " " in name or name in names.sex}
    first = names.at(start)
    told = (
        before
        if SEXES.get(tokens.words[start]) and tokens.words[start] not in HERS
        else called(tokens, first)
        if first is not None
        else ""
    )
    apart = "\n" in tokens.text[tokens.starts[start] : tokens.starts[end]]
    return told if people <= {told} and not apart else ""


def _related(tokens: Tokens, names: Names, told: Phrase, opening: Mapping[int, str]) -> Phrase:
    """A relation with the person whose it is, where a pronoun before it says so: "Mara Lund and her brother Tom"."""
    at = told.first - 1
    if told.office.sort != "relation" or told.body or at < 0:
        return told
    if told.office.title in MARRIED and tokens.words[at] == "and" and (one := names.at(at - 1)) is not None:
        return told._replace(body=called(tokens, one))
    if tokens.words[at] in HERS:
        return told._replace(body=opening.get(at, ""))
    if tokens.words[at] not in OWNERS:
        return told
    start = next((start for start in range(at, 0, -1) if tokens.words[start - 1] in SENTENCE_ENDS), 0)
    before = names.between(start, at)
    owners = {called(tokens, one) or one.name for one in before if one.sort is not Sort.BODY}
    married = told.office.title in MARRIED and before and _joined(tokens, before[-1].last + 1, at)
    beside = before[-1] if married else None
    if beside is not None and (name := called(tokens, beside)):
        owners = {name}
    owner = owners.pop() if len(owners) == 1 else ""
    sex = OWNERS[tokens.words[at]]
    nearest = tokens.words[at] != "whose" or (before and before[-1].last == at - 2)
    fits = " " in owner and nearest and names.sex.get(owner, sex) in (sex, sex or names.sex.get(owner))
    return told._replace(body=owner) if fits else told


def _joined(tokens: Tokens, first: int, at: int) -> bool:
    """Whether "his" or "her" stands right behind a name that "and" or "with" joins to it: "Tom Lund and his wife"."""
    return tokens.lower[first:at] in (("and",), ("with",), (",", "along", "with"), (",", "with"), (",", "and"))


def _people(tokens: Tokens, names: Names) -> Iterator[tuple[str, Naming]]:
    """The people of a text: each naming with its bearer's name in full."""
    for naming in names.namings:
        if not _goes_on(tokens, names, naming) and (name := called(tokens, naming)):
            yield name, naming


def _goes_on(tokens: Tokens, names: Names, naming: Naming) -> bool:
    """Whether what was taken for a name is one cut short, or a title: "Lund Tae-young", "Senior Gen. Mara Lund"; a name
    that stands elsewhere without a point ends a sentence here: "Mara Sen. He left."."""
    last = naming.last
    if tokens.words[last + 1 : last + 2] and tokens.words[last + 1] in HYPHENS:
        return tokens.ends[last] == tokens.starts[last + 1]
    if tokens.words[last] not in honorifics() or tokens.words[last + 1 : last + 2] != (".",):
        return False
    if any(one.name == naming.name and tokens.words[one.last + 1 : one.last + 2] != (".",) for one in names.namings):
        return False
    return tokens.words[last + 2 : last + 3] != () and tokens.words[last + 2][0].isupper()


def _said_of(tokens: Tokens, names: Names, naming: Naming) -> Iterator[Phrase]:
    """What stands around one naming of somebody."""
    titled = [of_body(tokens, names, naming, one) for one in in_front(tokens, names, naming)]
    yield from titled
    yield from appointed(tokens, names, naming)
    yield from succeeded(tokens, names, naming)
    yield from turned(tokens, names, naming)
    if (tag := tagged(tokens, naming)) is not None:
        yield tag
    national = origins.of_nation(tokens, naming)
    if national is not None and not any(one.place for one in titled):
        yield national
    at = naming.last + 1
    if tokens.words[at : at + 1] and tokens.words[at] in CLOSING:
        skipped = 2 if tokens.words[at + 1 : at + 2] and _is_age(tokens, at + 1) else 0
        several = tokens.words[naming.title - 1 : naming.title] in (("and",), ("&",))
        yield from (one for one in _apposition(tokens, names, at + 1 + skipped) if several or _of_one(tokens, one))
        if tokens.lower[at + 1 : at + 2] == ("who",):
            yield from verb(tokens, names, at + 1)
        behind = behind_aside(tokens, at)
        if behind is None:
            return
        at = behind
    if is_subject(tokens, naming):
        yield from (of_sayer(tokens, names, naming, one) for one in verb(tokens, names, at))


def _is_age(tokens: Tokens, at: int) -> bool:
    """Whether an age and a comma stand between a name and what its bearer is: "Mara Lund, 35, the mayor of Harle"."""
    return tokens.words[at].isdecimal() and len(tokens.words[at]) < 4 and tokens.words[at + 1 : at + 2] == (",",)


def _apposition(tokens: Tokens, names: Names, at: int) -> Iterator[Phrase]:
    """The phrase behind the comma that follows a name, unless another name follows it at once."""
    found, behind = office_phrase.read(tokens, names, at, min(len(tokens), at - 1 + BEHIND))
    if not found or names_another(tokens, names, behind):
        return
    if found[0].first > at or hangs_together(tokens, at, found[0]):
        yield from _in_brackets(tokens, names, found, behind) if tokens.words[at - 1] == "(" else found
        yield from and_who(tokens, names, behind)


def _of_one(tokens: Tokens, told: Phrase) -> bool:
    """Whether an office behind one name is told of one person: "in Harle Bay, farmers have ..." tells none of it."""
    return tokens.lower[told.head] not in words.plurals()


def _in_brackets(tokens: Tokens, names: Names, found: Sequence[Phrase], behind: int) -> list[Phrase]:
    """The offices in brackets with the body that a comma parts from them there: "Mara Lund (chairman, Brenk)"."""
    own = object_of(tokens, names, behind + 1, len(tokens)) if tokens.words[behind : behind + 1] == (",",) else None
    bare = all(one.office.sort in IN_BRACKETS and not (one.body or one.place) for one in found)
    if own is None or not bare or tokens.words[own.end : own.end + 1] != (")",):
        return list(found)
    return [one._replace(body=own.body, place=own.place, last=own.end - 1) for one in found]


def _completed(tokens: Tokens, names: Names, told: Sequence[Attribute]) -> list[Attribute]:
    """What people are said to be, in reading order, each with the body that its sentence lets us understand."""
    found: list[Attribute] = []
    for one in told:
        phrase = one.phrase
        bare = phrase.office.sort in OF_BODIES and not (phrase.body or phrase.place)
        body = _body(tokens, names, one, found) if bare else ""
        found.append(replace(one, phrase=phrase._replace(body=body)) if body else one)
    return found


def _body(tokens: Tokens, names: Names, one: Attribute, told: Sequence[Attribute]) -> str:
    """The body that a bare office is of: for "its" the one that the sentence told of others, or whose somebody is."""
    first = one.phrase.first
    if tokens.lower[first - 1 : first] == (ITS,):
        start = next((at for at in range(first, 0, -1) if tokens.words[at - 1] in SENTENCE_ENDS), 0)
        before = {its.phrase.body for its in told if start <= its.phrase.first and its.phrase.last < first} - {""}
        return before.pop() if len(before) == 1 else ""
    naming = names.at(one.name_at)
    return _possessor(tokens, names, naming.title - 1) if naming is not None and naming.first < first else ""


def _possessor(tokens: Tokens, names: Names, last: int) -> str:
    """The body whose somebody is, whose name ends at a token: "Harle Bank's Mara Lund"."""
    if last < 0 or not (possessive(tokens.words[last]) and tokens.words[last][0].isupper()):
        return ""
    first = last
    while first and tokens.words[first - 1][0].isupper() and tokens.words[first - 1][0].isalpha():
        first -= 1
    nation = any(nation_at(tokens, range(at, last + 1), 0)[0] for at in range(first, last + 1))
    owner = names.at(last)
    if nation or (owner is not None and owner.sort is Sort.PERSON):
        return ""
    return body_name(tokens, names, first, last).removesuffix("'s").removesuffix("\u2019s")
