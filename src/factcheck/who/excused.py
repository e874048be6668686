"""Why what a draft says of somebody may be true though sources say otherwise, and where that they leave something to be
understood, or might have left it out, is no excuse."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.lean.record import NamedTuple
from factcheck.roles import words
from factcheck.store.protocol import StoredClaim
from factcheck.who import birthplaces, bodies
from factcheck.who.directory import Directory
from factcheck.who.held import distant
from factcheck.who.said import Clash, Said

# The offices of teams, which have bynames; others may be of a team, which these words tell.
OF_TEAMS, MAYBE_OF_TEAMS = frozenset({"team"}), frozenset({"staff", "vague"})
PLAYED = frozenset("match season league coach squad striker tournament".split())
# Who is a professor so is one elsewhere as well.
BESIDES = frozenset("visiting adjunct honorary part-time emeritus emerita guest".split())
# What players are is often left out where the story is about something else.
PLAYING = frozenset({"player"})
OWNER = "owner"
# Who leads one body is rarely said to lead another.
LEADING = frozenset({"head", "vague"})

# Offices that fill the day of who has one, and those that leave no time for them. Who leads a party may well govern.
ALL_DAY, HEADS, LED = frozenset({"state", "minister"}), frozenset({"head", "state", "minister"}), frozenset({"leader"})
POSTS = frozenset({"head", "deputy"})
# What these are said to be tells of their line of work.
LINED = frozenset({words.CALLING, "expert", "member"})


class Held(NamedTuple):
    """One thing that the library says of somebody."""

    claim: StoredClaim
    said: Said


def excused(
    role: StoredClaim, mine: Said, held: Sequence[Held], differing: Held, how: Clash, directory: Directory
) -> bool:
    """Whether what differs may be true all the same: the library links the body to the person in another way, or the
    body may be but another name for the one that the library has, or the office is one of several held before."""
    if how in (Clash.BODY, Clash.PARTY):
        return _may_be_of(role, mine, held, differing, how, directory)
    if how is Clash.BIRTHPLACE:
        born = [(one.claim, one.said) for one in held if one.said.office == mine.office]
        return birthplaces.may_be_there(mine, born, directory)
    if how is Clash.PLACE:
        return any(one.said.place == mine.place for one in held)
    if how is Clash.FIELD and mine.office.title in words.TAUGHT:
        near = any(
            lines and not words.strange(mine.fields, lines, taught=True)
            for lines in (_lines(one.claim, one.said) for one in held)
        )
        return near or directory.hints(role.claim.subject, _words_of_lines(role))
    return how is Clash.FIELD and (mine.past or _of_several(mine, held) or directory.hold_several(mine.office))


def _may_be_of(
    role: StoredClaim, mine: Said, held: Sequence[Held], differing: Held, how: Clash, directory: Directory
) -> bool:
    """Whether the draft's body may be right beside that of the library, or a name of it."""
    other = differing.said.body
    if any(one.said.body and bodies.same(one.said.body, mine.body) for one in held):
        return True
    if bodies.beside(role.claim, other) or any(bodies.beside(one.claim.claim, mine.body) for one in held):
        return True
    if mine.office.rank != 1 and bodies.share(mine.body, other):
        return True
    if _byname(role, mine, other, directory):
        return True
    once = _once(role, mine, held, other, directory)
    sure = once or _alone(role, mine, held, other, directory)
    if how is Clash.BODY and sure and not directory.touch(mine.body, other):
        return False
    if directory.is_named(mine.body):
        if not _are_two(role, mine, differing, directory):
            return True
    elif how is Clash.BODY and not (of_one_body(role, mine, other, directory) or _alike(mine, other)):
        return True
    return (
        how is Clash.BODY and mine.past and not (directory.holders(mine) or _once(role, mine, held, other, directory))
    )


def _alone(role: StoredClaim, mine: Said, held: Sequence[Held], other: str, directory: Directory) -> bool:
    """Whether an office is one that people have in one body at a time, as a rule, whether or not the library knows the
    draft's; of what has members, only where several documents tell the one body alone."""
    often = _often(mine, held, other)
    if any(" " not in name and bodies.of_members(name) for name in (mine.body, other)):
        return False  # that tells only what kind of body it is: "Committee"
    if mine.office.title in words.TAUGHT:
        return not mine.past and any(map(bodies.of_learning, (mine.body, other))) and not _on_visit(role)
    if mine.office.title == OWNER:
        return often and not mine.past and not directory.together(role.claim.subject, mine.body)
    return of_one_body(role, mine, other, directory) or (
        (often or _alike(mine, other)) and mine.office.sort in LEADING and not mine.past
    )


def _often(mine: Said, held: Sequence[Held], other: str) -> bool:
    """Whether several documents tell the draft's office of another body."""
    told = (one for one in held if one.said.office == mine.office and one.said.body)
    return len({one.claim.document for one in told if bodies.same(one.said.body, other)}) > 1


def _once(role: StoredClaim, mine: Said, held: Sequence[Held], other: str, directory: Directory) -> bool:
    """Whether somebody had an office that fills the day in the one body that several documents tell, and no document on
    them names the draft's."""
    if not (mine.past and mine.office.title in words.full_time() and _often(mine, held, other)):
        return False
    return not (_byname(role, mine, other, directory) or directory.together(role.claim.subject, mine.body))


def _on_visit(role: StoredClaim) -> bool:
    """Whether somebody is a professor of one body besides another."""
    return bool(BESIDES & set(role.claim.words.lower().split()))


def _alike(mine: Said, other: str) -> bool:
    return mine.office.sort == "head" and not mine.past and bodies.of_a_kind(mine.body, other)


def elsewhere(role: StoredClaim, mine: Said, held: Sequence[Held], directory: Directory) -> list[StoredClaim] | None:
    """What sources say of somebody who has the draft's office, in a body that they leave to be understood, if no
    document on them names the draft's."""
    latest = directory.latest()
    same = [one for one in held if _heads(mine, one.said) and not distant(mine.period, one.said.period, latest)]
    bare = all(not one.said.body and one.said.statuses == mine.statuses for one in same)
    if (
        not same
        or not bare
        or not mine.body
        or mine.office.title in PLAYING
        or not of_one_body(role, mine, "", directory)
    ):
        return None
    linked = any(one.said.body and bodies.same(one.said.body, mine.body) for one in held)
    linked = linked or any(one.said.place and bodies.same(one.said.place, mine.body) for one in same)
    if linked or directory.together(role.claim.subject, mine.body):
        return None
    return [one.claim for one in same]


def _heads(mine: Said, theirs: Said) -> bool:
    """Whether two offices are one, or the draft has a vague word for who leads a body."""
    vague = mine.office.sort == "vague" and theirs.office.sort == "head" and theirs.office.title in words.full_time()
    return mine.office == theirs.office or vague


def stateless(role: StoredClaim, mine: Said, held: Sequence[Held], directory: Directory) -> list[StoredClaim]:
    """What sources say of a minister or head of state whose nation they leave to be understood, if the documents on
    them name others than the draft's."""
    same = [one for one in held if one.said.office == mine.office]
    if mine.office.sort not in ALL_DAY or mine.body or not bodies.is_nation(mine.place):
        return []
    told = any(one.said.body or one.said.place or one.said.statuses != mine.statuses for one in same)
    return [one.claim for one in same] if not told and directory.foreign(role.claim.subject, mine.place) else []


def unlikely(role: StoredClaim, mine: Said, held: Sequence[Held], directory: Directory) -> list[StoredClaim]:
    """What sources say of somebody that leaves no room for what a draft says, though it excludes it by no word: another
    post of the same body, one that fills the day elsewhere, another line of work; none where they hint at the
    draft's."""
    latest = directory.latest()
    told = [one for one in held if one.said.past == mine.past and not distant(mine.period, one.said.period, latest)]
    if mine.statuses - {"past"} or any(one.said.office.title == mine.office.title for one in held):
        return []
    strange = _strange(role, mine, held, told)
    if bare := _bare_post(role, mine, held, told, directory) or _former_post(mine, held):
        return [one.claim for one in bare]
    posts = [] if mine.past else _other_posts(mine, told) or _elsewhere_all_day(role, mine, told, directory)
    if strange and not directory.hints(role.claim.subject, _words_of_lines(role)):
        return [one.claim for one in strange]
    if posts and not directory.hints(role.claim.subject, words.title_words(mine.office.title)):
        return [one.claim for one in posts]
    return []


def _other_posts(mine: Said, told: Sequence[Held]) -> list[Held]:
    """The posts that somebody has in the draft's body, of which one rarely has one besides the other."""
    own = [one for one in told if mine.body and one.said.body and bodies.same(one.said.body, mine.body)]
    rare = [one for one in own if (mine.office.title, one.said.office.title) in words.seldom()]
    vague = any(one.said.office.sort == "vague" for one in own)
    return [] if vague else [one for one in rare if not one.said.statuses]


def _bare_post(
    role: StoredClaim, mine: Said, held: Sequence[Held], told: Sequence[Held], directory: Directory
) -> list[Held]:
    """Posts that nobody has besides the draft's, in a body that the sources leave to be understood and their documents
    name; none where they tell another body of anything."""
    heads = [one for one in told if one.said.office.sort in POSTS]
    rare = [one for one in heads if (mine.office.title, one.said.office.title) in words.rivals()]
    rare = [one for one in rare if not one.said.statuses]
    bare = [one for one in rare if not (one.said.body or one.said.place)]
    others = [one for one in held if one.said.body and not bodies.same(one.said.body, mine.body)]
    if mine.past or not mine.body or not bare or len(rare) < len(heads) or others:
        return []
    return bare if directory.together(role.claim.subject, mine.body) else []


def _former_post(mine: Said, held: Sequence[Held]) -> list[Held]:
    """The posts that several documents say somebody had in the draft's body, and no other, where nobody has the draft's
    former post at the same time."""
    if not (mine.past and mine.body):
        return []
    own = [one for one in held if one.said.past and one.said.body and bodies.same(one.said.body, mine.body)]
    rare = [one for one in own if (mine.office.title, one.said.office.title) in words.rivals()]
    several = len({one.claim.document for one in rare}) > 1
    return rare if several and len(rare) == len(own) and mine.office.sort in POSTS else []


def _elsewhere_all_day(role: StoredClaim, mine: Said, told: Sequence[Held], directory: Directory) -> list[Held]:
    """The offices at the head of other bodies that somebody has, where the draft's is one that fills the day."""
    if not (_all_day(mine) and (mine.body or mine.place)):
        return []
    heads = [one for one in told if one.said.office.sort in HEADS and not one.said.statuses]
    others = [one for one in heads if one.said.body and not bodies.same(one.said.body, mine.body or mine.place)]
    linked = mine.body and (len(others) < len(heads) or directory.together(role.claim.subject, mine.body))
    if linked or any(one.said.office.title in LED or directory.is_party(one.said.body) for one in others):
        return []
    sure = any(_all_day(one.said) for one in others) or len({one.claim.document for one in others}) > 1
    return others if sure else []


def _all_day(mine: Said) -> bool:
    return mine.office.sort in ALL_DAY or (mine.office.sort == "head" and mine.office.title in words.full_time() - LED)


def _strange(role: StoredClaim, mine: Said, held: Sequence[Held], now: Sequence[Held]) -> list[Held]:
    """What somebody does, of quite another line of work than the draft's; none where one thing is of no known line."""
    own = _lines(role, mine)
    if not own or not (mine.office.sort in LINED or mine.office.title in PLAYING):
        return []
    told = [(one, _lines(one.claim, one.said)) for one in held]
    known = [one for one, lines in told if lines and one in now]
    vague = any(one.said.office.sort in LINED and not lines for one, lines in told)
    return known if not vague and all(words.strange(own, lines) for _, lines in told if lines) else []


def _lines(role: StoredClaim, one: Said) -> frozenset[str]:
    return words.lines(f"{one.office.title} {role.claim.words}")


def _words_of_lines(role: StoredClaim) -> frozenset[str]:
    own = words.lines(role.claim.words)
    return frozenset[str]().union(*(words.callings()[line] for line in own))


def of_one_body(role: StoredClaim, mine: Said, other: str, directory: Directory) -> bool:
    """Whether an office is one that nobody has in two bodies, and the draft's name of its body no byname, which its
    sentence would have beside the other: "the Rovers lost; Reds coach Mara Lund ..."."""
    named = other and set(bodies.words(other)) <= set(bodies.words(role.claim.sentence))
    named = named and not (mine.office.sort in LEADING and directory.given(role, other))
    byname = _byname(role, mine, other, directory)
    leading = mine.office.sort in LEADING and not (bodies.of_members(mine.body) or bodies.of_members(other))
    return (leading or mine.office.title in words.full_time()) and not mine.past and not byname and not named


def _byname(role: StoredClaim, mine: Said, other: str, directory: Directory) -> bool:
    """Whether one of two bodies may be called by the byname of a team."""
    if not any(map(bodies.byname, (mine.body, other))):
        return False
    if mine.office.sort in MAYBE_OF_TEAMS:
        return bool(PLAYED & directory.story_words(role.claim.subject))
    return mine.office.sort in OF_TEAMS


def _are_two(role: StoredClaim, mine: Said, differing: Held, directory: Directory) -> bool:
    """Whether the library knows the draft's body apart from its own."""
    other = differing.said.body
    if (
        {mine.body, other} <= words.parties()
        or directory.apart(mine.body, other)
        or others(mine, differing.claim, directory)
    ):
        return True
    return of_one_body(role, mine, other, directory) and directory.side_by_side(mine.body, other)


def _of_several(mine: Said, held: Sequence[Held]) -> bool:
    """Whether the library knows several fields of somebody, at whatever times: there may be one more."""
    fields = [one.said.fields for one in held if one.said.office == mine.office and one.said.fields]
    return any(not a & b for a in fields for b in fields)


def others(mine: Said, role: StoredClaim, directory: Directory) -> bool:
    """Whether somebody else has the draft's office: then its body is another's."""
    surname = role.claim.subject.split()[-1]
    return any(one.claim.subject.split()[-1] != surname for one in directory.holders(mine))
