"""The words by which a text says what somebody is: offices, callings, statuses, fields of ministers, nations."""

from __future__ import annotations

from functools import cache

from factcheck.lean.record import NamedTuple
from factcheck.lexicon import forms, table
from factcheck.names.titles import bodies

CALLING = "calling"
# Small words by what they do beside a name or an office.
CUES = {row["cue"]: frozenset(row["words"].split()) for row in table("role_cues")}
# Who has one of these has it for a subject, in a department of a body.
TAUGHT = frozenset({"professor", "lecturer"})
# Where the secretary of state is the foreign minister; elsewhere that may be any.
STATE_IS_FOREIGN, STATE = frozenset({"United States"}), frozenset({"foreign"})


class Office(NamedTuple):
    """What somebody is: the first title of its row, the row's sort, and its rank, 0 for none."""

    title: str
    sort: str
    rank: int = 0


# Who is somebody of a nation, and not said to be anything else; where somebody was born; how old somebody is.
NATIONAL = Office("national", "nation")
BORN = Office("born", "origin")
AGED = Office("aged", "age")
NO_OFFICES = {one.title: one for one in (NATIONAL, BORN, AGED)}


class Verb(NamedTuple):
    """A verb that says who holds an office: which one, if the words behind it do not name it, its status, and whether
    the office begins ("since") or ends ("until") when it happens; `over`: whether it has somebody else's name behind it
    and then "as"; `through`: whether it has the body there ("joined Brenk as")."""

    title: str
    status: str
    bound: str
    over: bool = False
    through: bool = False


@cache
def offices() -> dict[tuple[str, ...], Office]:
    """The words of a title → what it is. Nouns of people that are no office are callings."""
    found: dict[tuple[str, ...], Office] = {(row["noun"],): Office(row["noun"], CALLING) for row in table("roles")}
    for row in table("offices"):
        titles = forms(row["titles"])
        office = Office(titles[0], row["sort"], int(row["rank"] or 0))
        found |= {tuple(title.split()): office for title in titles}
    return found


PARTISAN = "politician"
# A verb of office that is cut in two by a person's name, and by a body's.
OVER, THROUGH = " ...", " ... as"


@cache
def office(title: str) -> Office:
    """The office of a title, or the calling that it is."""
    return NO_OFFICES.get(title) or offices().get(tuple(title.split()), Office(title, CALLING))


@cache
def partisans() -> dict[tuple[str, ...], str]:
    """Folded words for one of a party's people → the party."""
    rows = table("parties")
    return {tuple(form.lower().split()): row["party"] for row in rows for form in forms(row["members"])}


@cache
def party_names() -> dict[str, str]:
    """A word for one of a party's people → the party: "Tory" is the same as "Conservative"."""
    return {form: row["party"] for row in table("parties") for form in forms(row["members"]) if " " not in form}


@cache
def parties() -> frozenset[str]:
    """The words that stand for a party before the title of one of its people."""
    rows = table("parties")
    return frozenset(form for row in rows for form in (row["party"], *forms(row["members"])))


@cache
def tags() -> dict[str, str]:
    """What stands in brackets behind a name for a party → the party: "(Con, Odby)", "D-Ohio"."""
    return {tag: row["party"] for row in table("parties") for tag in forms(row["tags"])}


@cache
def full_time() -> frozenset[str]:
    """The titles of offices that nobody has in two bodies at a time."""
    return frozenset(forms(row["titles"])[0] for row in table("offices") if row["full"])


@cache
def rivals() -> frozenset[tuple[str, str]]:
    """The pairs of offices that nobody has in one body at a time, by their titles, both ways."""
    pairs = {(forms(row["titles"])[0], other) for row in table("offices") for other in forms(row["never"])}
    return frozenset(pairs | {(other, title) for title, other in pairs})


@cache
def seldom() -> frozenset[tuple[str, str]]:
    """The pairs of offices that one may have in one body, but not where sources on somebody name the one alone."""
    pairs = {(forms(row["titles"])[0], other) for row in table("offices") for other in forms(row["seldom"])}
    return frozenset(pairs | {(other, title) for title, other in pairs})


@cache
def callings() -> dict[str, frozenset[str]]:
    """Line of work → the words for it."""
    return {row["line"]: frozenset(forms(row["words"])) for row in table("callings")}


@cache
def _near(taught: bool) -> frozenset[tuple[str, str]]:
    """The pairs of lines of work that one person may be in, or, besides, may be a professor of."""
    pairs = set[tuple[str, str]]()
    for row in table("callings"):
        more = forms(row["taught"]) if taught else ()
        pairs |= {(row["line"], other) for other in (row["line"], *forms(row["near"]), *more)}
    return frozenset(pairs | {(other, line) for line, other in pairs})


def lines(phrase: str) -> frozenset[str]:
    """The lines of work that the words of a phrase tell."""
    told = set(phrase.lower().replace("-", " ").replace(",", " ").split())
    return frozenset(line for line, some in callings().items() if some & told)


def strange(mine: frozenset[str], theirs: frozenset[str], *, taught: bool = False) -> bool:
    """Whether nobody is in two lines of work at a time, or teaches them, whichever are taken of two sets."""
    return bool(mine and theirs) and not any((a, b) in _near(taught) for a in mine for b in theirs)


@cache
def plurals() -> dict[str, str]:
    """Noun for several people → the noun for one."""
    return {row["plural"]: row["noun"] for row in table("roles")}


@cache
def first_of_titles() -> frozenset[str]:
    """The words with which a title can begin, or a word for one of a party's people."""
    heads = {title[0] for title in (*offices(), *partisans())}
    return frozenset({*heads, *plurals(), "chief"})


@cache
def last_words() -> frozenset[str]:
    """The words in which a title can end."""
    return frozenset(words[-1] for words in offices()) | frozenset(plurals())


@cache
def ends_of_offices() -> frozenset[tuple[str, ...]]:
    """The words in which the title of an office can end, and no calling."""
    return frozenset(words[-1:] for words, one in offices().items() if one.sort != CALLING)


@cache
def longest_title() -> int:
    return max(map(len, offices()))


@cache
def statuses() -> dict[str, str]:
    """Word → the part it plays before an office; "none" for one that says nothing of time and degree."""
    return {word: row["part"] for row in table("statuses") for word in forms(row["words"])}


@cache
def fields() -> dict[str, frozenset[str]]:
    """Word → the fields of ministers that it may stand for."""
    found: dict[str, frozenset[str]] = {}
    for row in table("portfolios"):
        for word in forms(row["words"]):
            found[word] = found.get(word, frozenset()) | {row["field"]}
    return found


def fields_in(phrase: str, nation: str) -> frozenset[str]:
    """The fields that the words of a minister's title name."""
    told = [word.strip(",.'\u2019") for word in phrase.split()]
    title = told[-1][:1].islower()  # then a capital is a name's: "a Labour minister"
    told = [word for word in told if not (title and word in parties())]
    found = [fields().get(word.lower(), frozenset[str]()) for word in told]
    own = frozenset[str]().union(*found)
    return own or (STATE if nation in STATE_IS_FOREIGN and phrase.lower().endswith("of state") else own)


def field_of(name: str) -> bool:
    """Whether a name is that of a minister's field ("Foreign Affairs"), and not of a ministry."""
    parts = name.split()
    return any(part.lower() in fields() for part in parts) and not any(part in bodies() for part in parts)


@cache
def nations() -> dict[tuple[str, ...], str]:
    """Folded words of a nation's name or adjective → the nation."""
    found = {}
    for row in table("nations"):
        for form in (row["name"], *forms(row["words"])):
            found[tuple(form.lower().split())] = row["name"]
    return found


@cache
def nation_words(nation: str) -> frozenset[str]:
    """The single words that name a nation or say that something is of it, folded."""
    return frozenset(form[-1] for form, name in nations().items() if name == nation)


@cache
def title_words(title: str) -> frozenset[str]:
    """The last words of all titles of an office."""
    return frozenset(form[-1] for form, one in offices().items() if one.title == title) or frozenset(
        {title.split()[-1]}
    )


@cache
def within() -> dict[str, str]:
    """Nation → the state that it is a part of."""
    return {row["name"]: row["within"] for row in table("nations") if row["within"]}


@cache
def office_verbs() -> dict[tuple[str, ...], Verb]:
    """The words of a verb → what it says of an office."""
    rows = table("office_verbs")
    told = [(form, Verb(row["title"], row["part"], row["bound"])) for row in rows for form in forms(row["forms"])]
    return {
        tuple(form.removesuffix(THROUGH).removesuffix(OVER).split()): verb._replace(
            over=form.endswith(OVER), through=form.endswith(THROUGH)
        )
        for form, verb in told
    }


@cache
def verbs_of_appointment() -> frozenset[str]:
    """The verbs by which a body gives somebody an office."""
    return frozenset(form for row in table("appointments") for form in forms(row["forms"]))


@cache
def first_of_verbs() -> frozenset[str]:
    """The words with which a verb of office begins."""
    return frozenset(form[0] for form in office_verbs())


@cache
def kinds_of_place() -> frozenset[str]:
    """The words that may stand between the names of a place: "a suburb of", "in the north of"."""
    return frozenset(word for row in table("kinds_of_place") for word in forms(row["words"]))


@cache
def longest_verb() -> int:
    return max(map(len, office_verbs()))


@cache
def last_of_verbs() -> frozenset[str]:
    """The words in which a verb ends that has the name of an office behind it."""
    return frozenset(form[-1] for form, verb in office_verbs().items() if not (verb.title or verb.over or verb.through))


@cache
def passives() -> dict[str, str]:
    """The word before "by" by which a body is said to be led, or owned → the office of who does it."""
    return {form: row["title"] for row in table("passives") for form in forms(row["forms"])}
