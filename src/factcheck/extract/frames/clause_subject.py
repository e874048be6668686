"""Finds whom a clause is about: the name in its subject, or in that of the clause whose subject it leaves out."""

from __future__ import annotations

from itertools import pairwise

from factcheck.extract.frame import Actor
from factcheck.extract.frames.clause import Clause
from factcheck.extract.frames.frame_cues import CUES
from factcheck.extract.frames.setting import Setting
from factcheck.extract.frames.verb import PREPOSITIONS, RELATIVE
from factcheck.model import Kind
from factcheck.names.runs import possessive
from factcheck.names.titles import references
from factcheck.quotes.function_words import ADVERBS
from factcheck.text.stem import FUNCTION_WORDS

# How far behind its preposition a date or name may stand.
LONGEST_GAP = 3
# Behind the place of a dateline.
DASHES = frozenset({"\u2013", "\u2014", "-"})
TAKEN_UP = frozenset({"it", "they", "he", "she"})
POSSESSIVES = frozenset({"its", "their", "his", "her"})
# "The Norland government" is Norland.
TAKING_UP = CUES["taking up a name"]
# Before a name these make it part of the noun before: "the port of Brenk", "the mayor of Brenk".
OF = frozenset({"of"})


def subject_name(setting: Setting, clause: Clause) -> Actor | None:
    """The one name that the subject of a clause is, or has; None where there is none, or where two share it."""
    seat = own_subject(setting, clause)
    if seat:
        return head_name(setting, seat)
    before = _shared(setting, clause)
    return subject_name(setting, before) if before else _relative(setting, clause)


def own_subject(setting: Setting, clause: Clause) -> range:
    """The tokens of a clause's own subject, behind phrases that say when and where."""
    known = setting.subjects
    if clause.first not in known:
        known[clause.first] = _own_subject(setting, clause.subject)
    return known[clause.first]


def _own_subject(setting: Setting, seat: range) -> range:
    at = seat.start
    while at < seat.stop:
        word = setting.lower(at)
        if word in PREPOSITIONS:
            at = _behind_phrase(setting, at, seat.stop)
        elif word in ADVERBS or word in ("only", "last", "this") or not word[0].isalnum():
            at += 1
        else:
            break
    return range(at, seat.stop)


def _behind_phrase(setting: Setting, at: int, end: int) -> int:
    """The token behind the phrase of a preposition: a date, a name, or all there is where no comma shows its end."""
    dates = (figure for figure in setting.figures if figure.mention.kind is Kind.DATE)
    phrases = [(date.first, date.last) for date in dates] + [(name.first, name.last) for name in setting.actors]
    return next((last + 1 for first, last in phrases if at < first <= at + LONGEST_GAP and last < end), end)


def head_name(setting: Setting, seat: range) -> Actor | None:
    """The name that a phrase is, or else the only name that it has behind "of" or with a possessive."""
    names = setting.between(seat.start, seat.stop)
    heads = [name for name in names if not _in_phrase(setting, name, seat.start)]
    if len(heads) > 1:
        return heads[-1] if _apposed(setting, heads) or _owned(setting, heads, seat) else None
    if heads:
        return None if _joined(setting, heads[0], seat) or _modifies(setting, heads[0], seat) else heads[0]
    owners = [name for name in names if setting.lower(_before(setting, name)) in OF]
    return owners[0] if len(owners) == 1 and not _joined(setting, owners[0], seat) else None


def _modifies(setting: Setting, name: Actor, seat: range) -> bool:
    """Whether a name only says of which kind the noun behind it is: "the Harbour Court ruling", "Brenk police"."""
    at = name.last + 1
    if at >= seat.stop or possessive(setting.tokens.words[name.last]):
        return False
    word = setting.lower(at)
    free = at not in setting.figure_tokens and word not in FUNCTION_WORDS and word not in ADVERBS
    noun = free and word.isalpha() and not word.endswith("ly")
    return noun and word not in references() and word not in TAKING_UP


def _before(setting: Setting, name: Actor) -> int:
    """The token before a name and its article."""
    at = name.first - 1
    return at - 1 if setting.lower(at) in ("the", "a", "an") else at


def _in_phrase(setting: Setting, name: Actor, start: int) -> bool:
    """Whether a name stands behind a preposition."""
    at = _before(setting, name)
    if at < name.first - 1:
        return at >= start and setting.lower(at) in PREPOSITIONS
    while at > start and setting.lower(at).islower() and setting.lower(at) not in PREPOSITIONS and name.first - at < 4:
        at -= 1
    return at >= start and setting.lower(at) in PREPOSITIONS


def _apposed(setting: Setting, names: list[Actor]) -> bool:
    """Whether the names before the last one are its title: "Dockers Union leader Mara Lund"."""
    gaps = [setting.tokens.lower[a.last + 1 : b.first] for a, b in pairwise(names)]
    plain = all(all(word.isalpha() and word not in ("and", "or") for word in gap) for gap in gaps)
    return plain and not any(possessive(setting.tokens.words[name.last]) for name in names[:-1])


def _owned(setting: Setting, names: list[Actor], seat: range) -> bool:
    """Whether the names before the last one are whose it is: "Brenk's Mara Lund", "Norland's largest port, Odby,"."""
    last = names[-1]
    whose = all(possessive(setting.tokens.words[name.last]) for name in names[:-1])
    gap = setting.tokens.lower[names[-2].last + 1 : last.first]
    return whose and (
        gap == () or (setting.lower(_before(setting, last)) == "," and setting.lower(last.last + 1) == ",")
    )


def _joined(setting: Setting, name: Actor, seat: range) -> bool:
    """Whether "and" joins the name to another noun, so that both own what follows."""
    before = _before(setting, name)
    follows = setting.lower(name.last + 1) in ("and", "or") and name.last + 1 < seat.stop
    return follows or (setting.lower(before) in ("and", "or", ",") and before > seat.start)


def _shared(setting: Setting, clause: Clause) -> Clause | None:
    """The clause before whose subject this one leaves out: "Brenk lost 3 boats and bought 4"."""
    place = setting.clauses.index(clause)
    if clause.verb is None or setting.lower(clause.body - 1) in RELATIVE:
        return None
    goes_on = setting.lower(clause.first) == "and" and setting.lower(clause.first - 1) != ","
    if place and goes_on and setting.lower(setting.clauses[place - 1].body - 1) in RELATIVE:
        return setting.clauses[place - 1]
    for before in reversed(setting.clauses[:place]):
        dateline = before.verb is None and setting.lower(before.end) in DASHES
        if (
            not before.hanging
            and not dateline
            and before.statement == clause.statement
            and own_subject(setting, before)
        ):
            return before
    following = setting.clauses[place + 1 : place + 2]
    return following[0] if clause.hanging and following and own_subject(setting, following[0]) else None


def _relative(setting: Setting, clause: Clause) -> Actor | None:
    """The name right before "who" or "which"."""
    if setting.lower(clause.body - 1) not in RELATIVE:
        return None
    near = [actor for actor in setting.actors if clause.first - 2 <= actor.last < clause.first]
    return near[-1] if near else None
