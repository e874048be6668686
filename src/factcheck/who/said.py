"""What a text says that somebody is, in the form in which two such things are compared."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from factcheck.lean.record import NamedTuple
from factcheck.model import Claim
from factcheck.roles import words
from factcheck.roles.body_names import in_house
from factcheck.roles.words import Office
from factcheck.who import birthplaces, bodies
from factcheck.who.held import Period, apart, distant, period_of


class Said(NamedTuple):
    """An office of somebody: its statuses, the minister's fields, its body, its nation or seat.

    adjective: whether the nation stands as an adjective ("French"), which may be where the person is from
    period: when, as its sentence or else its document tells
    """

    office: Office
    statuses: frozenset[str]
    fields: frozenset[str]
    body: str
    place: str
    adjective: bool
    period: Period | None = None

    @property
    def past(self) -> bool:
        return "past" in self.statuses


class Clash(StrEnum):
    """In what two things that are said of one person cannot both be true."""

    BODY = "body"
    PLACE = "nation"
    FIELD = "field"
    PARTY = "party"
    SEAT = "seat"
    OFFICE = "office"
    RELATION = "relation"
    BIRTHPLACE = "birthplace"


# Who has one of these sits for one place.
SEATED = frozenset({"mp", "senator", "congressman", "msp"})
# In these nobody differs from what he was at another time.
LASTING = frozenset({Clash.RELATION, Clash.BIRTHPLACE})


# These are of a nation where one is named; of others an adjective may say where the person is from.
NATIONAL = frozenset({"state", "minister"})
# There is one of these in a state.
HIGHEST = frozenset({"state", "head"})
# Nobody holds two of these at a time, for all that a text lets us know.
SINGLE = frozenset({"head", "deputy", "team", "staff", "expert", "founder", "vague"})
# A vague word for somebody high may stand for any of these.
HIGH = frozenset({"head", "vague", "team", "staff"})
# Who plays for a nation is of it, by its name as by an adjective.
PLAYERS = frozenset({"player", "captain"})
# An adjective before one of these says where somebody is from, if no body is named.
OF_NO_NATION = frozenset({words.CALLING, "staff", "expert", "honour"})
# These are other offices than what they are joined to.
DEGREES = frozenset({"deputy", "shadow"})
# A minister whose title does not name the field.
TREASURY = "chancellor of the exchequer"
FIELD_OF = {TREASURY: frozenset({"finance"})}
# Of a house of parliament one of these is where its party sits there.
PARTISAN = frozenset({"leader", "deputy leader", "spokesman", "minister"})
# A nation that stands where the body of one of these does is the nation's team or state.
OF_A_NATION = frozenset({"team", "staff", "state"})
# Nobody has one of these, no office, in two bodies that a library tells apart.
ALONE = frozenset({"professor", "owner"})
# Relations by what they are for both sexes, and what the other person then is.
KIN = {
    "parent": ("father", "mother"),
    "child": ("son", "daughter"),
    "sibling": ("brother", "sister"),
    "spouse": ("husband", "wife"),
    "elder": ("uncle", "aunt"),
    "younger": ("nephew", "niece"),
    "cousin": ("cousin",),
}
REVERSE = {"parent": "child", "child": "parent", "elder": "younger", "younger": "elder"}
REVERSE |= {kind: kind for kind in ("sibling", "spouse", "cousin")}
# These have a field besides ministers; nobody speaks for two, or is in charge of two.
FIELDED = frozenset({"spokesman", "commissioner"})


def said(claim: Claim) -> Said:
    """What a claim of the kind `role` says."""
    frame = claim.frame
    phrase = frame.measure.words if frame.measure else ""
    place = frame.place.value if frame.place else ""
    office = words.office(claim.measure)
    fielded = office.sort == "minister" or office.title in FIELDED
    fields = words.fields_in(phrase, place) if fielded else frozenset[str]()
    statuses, body = frozenset(frame.part.split()), claim.scope
    if office.title in words.TAUGHT:  # an associate professor is one as well
        fields, statuses = words.lines(claim.words), statuses - {"deputy"}
    if office.title in FIELD_OF or (office.title == "chancellor" and "shadow" in statuses):
        office, fields = words.office("minister"), FIELD_OF[TREASURY]
    if not place and office.sort in OF_A_NATION and bodies.is_nation(body):
        body, place = "", words.nations()[tuple(body.lower().split())]
    if office.title in PARTISAN and in_house(body):
        body = ""
    adjective = bool(place) and not _names(phrase, place)
    return Said(office, statuses, fields, body, place, adjective, period_of(claim))


def _names(phrase: str, place: str) -> bool:
    """Whether a nation stands in a phrase by its name, and not as an adjective."""
    return set(place.split()) <= {word.removesuffix("'s").removesuffix("\u2019s").strip(",") for word in phrase.split()}


def agree(a: Said, b: Said) -> bool:
    """Whether two offices of one person are one, as far as both are told: what one leaves out the other may add."""
    if not _one_office(a, b) or clash(a, b) is not None or _foreign(a, b):
        return False
    if a.office == words.BORN:
        # A nation alone may hold any town, and says of none that it is the right one.
        return birthplaces.shared(a.body, b.body) and bodies.is_nation(a.body) == bodies.is_nation(b.body)
    told = [(a.body, b.body), (a.place, b.place), (a.fields, b.fields)]
    return any(x and y for x, y in told) or not any(x or y for x, y in told)


def clash(a: Said, b: Said) -> Clash | None:
    """In what two offices of one person differ that nobody can hold together at one time; None in doubt."""
    if a.office == b.office == words.BORN:
        return Clash.BIRTHPLACE if birthplaces.other(a.body, b.body, a.place, b.place) else None
    if a.office.sort == b.office.sort == "relation":
        related = a.body and b.body and bodies.one_person(a.body, b.body) and a.office != b.office
        return Clash.RELATION if related else None
    if a.office.sort == b.office.sort == "member" and _differ(a.body, b.body):
        return Clash.PARTY
    if a.office == b.office and a.office.title in SEATED and _differ(a.place, b.place) and not _in_nation(a, b):
        return Clash.SEAT
    if _from(a) and _from(b) and _foreign(a, b):
        return Clash.PLACE
    if not _one_office(a, b):
        return Clash.OFFICE if _rivals(a, b) else None
    taught = a.office.title in words.TAUGHT
    if words.strange(a.fields, b.fields, taught=True) if taught else a.fields and b.fields and not a.fields & b.fields:
        return Clash.FIELD
    if (a.office.sort in SINGLE or a.office.title in ALONE or _employed(a)) and _differ(a.body, b.body):
        return Clash.BODY
    return Clash.PLACE if _of_nation(a) and _of_nation(b) and _foreign(a, b) else None


def _employed(one: Said) -> bool:
    """Whether somebody has work of a line somewhere: "a historian at Harle University"."""
    return one.office.sort == words.CALLING and bool(words.lines(one.office.title))


def kin(office: Office) -> str:
    """What the relation of somebody is, whatever their sex: "child"; "" for no relation of which there is a reverse."""
    return next((kind for kind, titles in KIN.items() if office.title in titles), "")


def unrelated(mine: Said, reverse: Said) -> bool:
    """Whether somebody cannot be what a draft says, for what the other person is said to be of them."""
    kinds = kin(mine.office), kin(reverse.office)
    return all(kinds) and kinds[1] != REVERSE[kinds[0]]


def of_one_time(a: Said, b: Said, how: Clash, latest: Decimal | None = None) -> bool:
    """Whether what two offices differ in was to be the same when they were held: they are dated and have a day in
    common, or they are not, and both former or both present, in texts of about one time.

    latest: the last day that is known of
    """
    if "future" in a.statuses or "future" in b.statuses:
        return False
    if how in LASTING or (how is Clash.PLACE and _from(a) and _from(b)):
        return True
    if how is Clash.PARTY and a.office.sort == b.office.sort == "member":
        return True  # few change it
    ended = [one for one in (a, b) if one.period is not None and one.period.told and one.period.last is not None]
    when = held_at(a), held_at(b)
    if (ended or how is Clash.OFFICE) and None not in when:
        return not apart(*when)
    return a.past == b.past and (a.past or not (ended or distant(a.period, b.period, latest)))


def held_at(one: Said) -> Period | None:
    """When an office is held: as its sentence says, or, of one that is held now, when its document is of."""
    if one.period is None or one.period.told:
        return one.period
    known = one.period.first is not None and one.period.last is not None
    return one.period if known and not one.past and "future" not in one.statuses else None


def _from(one: Said) -> bool:
    """Whether a nation is where somebody is from: they are its own, or the adjective stands before a calling."""
    if one.office == words.NATIONAL or (one.office.sort == words.CALLING and one.adjective):
        return True
    if one.place and not one.body and one.office.title in PLAYERS:
        return True
    return one.office.sort in OF_NO_NATION and one.adjective and not one.body


def _rivals(a: Said, b: Said) -> bool:
    """Whether nobody has both offices in one body: two of its posts, or a post and that of its deputy."""
    if a.past or b.past or not _one_body(a, b):
        return False
    deputies = {"deputy" in one.statuses for one in (a, b)}
    if a.office == b.office:
        return len(deputies) == 2 and a.office.sort != "minister" and "shadow" not in a.statuses | b.statuses
    return (a.office.title, b.office.title) in words.rivals() and deputies == {False}


def _one_body(a: Said, b: Said) -> bool:
    """Whether both offices are of one body, or of one state, or of a state alone."""
    if a.body or b.body:
        return bool(a.body and b.body) and bodies.same(a.body, b.body)
    return a.office.sort in HIGHEST and b.office.sort in HIGHEST and (a.place == b.place or not (a.place and b.place))


def _one_office(a: Said, b: Said) -> bool:
    """Whether two titles are of one office, or one is a vague word for the other."""
    if a.statuses & DEGREES != b.statuses & DEGREES:
        return False
    if a.office.title == b.office.title:
        return True
    vague = "vague" in (a.office.sort, b.office.sort)
    return vague and a.office.sort in HIGH and b.office.sort in HIGH


def _differ(x: str, y: str) -> bool:
    return bool(x and y) and not bodies.same(x, y)


def _of_nation(one: Said) -> bool:
    """Whether the nation is that of the office, and not where its holder comes from."""
    if one.office.sort in NATIONAL or one.office.sort == "member":
        return True
    return not one.body and (one.office.title == "president" or not one.adjective)


def _in_nation(a: Said, b: Said) -> bool:
    """Whether one is said to be of a nation as a whole."""
    return bodies.is_nation(a.place) or bodies.is_nation(b.place)


def _foreign(a: Said, b: Said) -> bool:
    """Whether two nations are named, and neither is a part of the other."""
    return bodies.is_nation(a.place) and bodies.is_nation(b.place) and not bodies.one_state(a.place, b.place)
