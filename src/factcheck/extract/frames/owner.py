"""Whose a figure is, by the surest of its own phrase, its label, its clause, the sentences before, and the headings."""

from __future__ import annotations

from factcheck.extract.frame import Actor, Figure, is_event
from factcheck.extract.frames.clause import Clause
from factcheck.extract.frames.clause_subject import POSSESSIVES, TAKEN_UP, own_subject, subject_name
from factcheck.extract.frames.frame_cues import CUES
from factcheck.extract.frames.setting import STANDS_IN, Setting
from factcheck.extract.frames.verb import AUXILIARIES, PREPOSITIONS, RELATIVE
from factcheck.model import Kind
from factcheck.names.runs import possessive
from factcheck.quotes.cues import Use, verbs
from factcheck.quotes.function_words import BE
from factcheck.text.stem import FUNCTION_WORDS

# What may stand between a counted noun's phrase and its owner.
LONGEST_GAP = 6
OWNING = frozenset({"of", "from"})
# Between a possessive and its figure, these part the two.
PARTING = PREPOSITIONS - {"of"}
# "Acres north of Brenk" are not Brenk's.
SIDES = CUES["side of a place"]
# Between an article and a name.
ADJECTIVES = 3
# Between a possessive and its figure.
NEAR = 4
# What a court does to somebody else.
PASSING = CUES["passing sentence"]
# Before a name behind "at" and its figure.
OPENING = frozenset({"", ",", ";", "and", "while", "but", "that", "those"})
# Times of the day and ages are nobody's whom the clause is about.
UNOWNED = frozenset({"clock", "age"})


def in_phrase(setting: Setting, figure: Figure) -> Actor | None:
    """The name in the figure's own phrase: "Brenk's 73 boats", "73 Brenk boats", "73 boats of Brenk"."""
    if figure.mention.kind is Kind.DATE:
        return None
    if figure.mention.unit == "age":
        return _aged(setting, figure)
    before = _possessor(setting, figure) or _seated(setting, figure)
    return before or _modifier(setting, figure) or _behind(setting, figure)


def _possessor(setting: Setting, figure: Figure) -> Actor | None:
    clause = setting.clause(figure.first)
    for actor in reversed(setting.between(clause.first, figure.first)):
        gap = range(actor.last + 1, figure.first)
        if len(gap) <= NEAR and possessive(setting.tokens.words[actor.last]):
            if not gap or clause.verb == gap[0]:  # "Odby's was 73"
                return actor
            plain = all(setting.lower(at).isalpha() and setting.lower(at) not in PARTING for at in gap)
            return actor if plain and clause.verb not in gap else None
    return None


def _seated(setting: Setting, figure: Figure) -> Actor | None:
    """ "The yards have 12 boats, at Odby 73", "that at Odby 73": a name behind "at" and right before its figure."""
    name = setting.seated.get(figure.first)
    opens = name is not None and setting.lower(name.first - 2) in OPENING
    return name if name and opens and setting.lower(name.first - 1) in ("at", "for", "in") else None


def _modifier(setting: Setting, figure: Figure) -> Actor | None:
    names = setting.between(figure.last + 1, figure.last + 2)
    if not names:
        return None
    after = setting.lower(names[0].last + 1)
    noun = after.isalpha() and after not in PREPOSITIONS and after not in AUXILIARIES and after not in ("and", "or")
    return names[0] if noun and setting.clause(figure.first).verb != names[0].last + 1 else None


def _aged(setting: Setting, figure: Figure) -> Actor | None:
    """ "The 40-year-old Mara Lund", "Mara Lund, 40,"."""
    after = setting.between(figure.last + 1, figure.last + 2)
    before = [actor for actor in setting.actors if actor.last == figure.first - 2]
    if after:
        follows = setting.lower(after[0].last + 1)
        return None if follows.isalpha() and follows not in PREPOSITIONS | AUXILIARIES and _noun(follows) else after[0]
    return before[0] if before and setting.lower(figure.first - 1) == "," else None


def _noun(word: str) -> bool:
    return not is_event(word) and word not in ("who", "and", "said", "says")


def _behind(setting: Setting, figure: Figure) -> Actor | None:
    clause = setting.clause(figure.last)
    names = setting.between(figure.last + 1, clause.end)
    if not names:
        return None
    gap = setting.tokens.lower[figure.last + 1 : names[0].first]
    if len(gap) > LONGEST_GAP or (clause.verb is not None and figure.last < clause.verb < names[0].first):
        return None
    links = [word for word in gap if word in PREPOSITIONS]
    joined = (
        setting.lower(names[0].last + 1) in ("and", "or") and len(names) > 1 and names[1].first - names[0].last <= 3
    )
    near = not {"of", "from", "the"}.isdisjoint(gap[-1:]) or "the" in gap[-ADJECTIVES - 1 :]
    plain = bool(links) and set(links) <= OWNING and near and SIDES.isdisjoint(gap)
    standing_in = setting.lower(names[0].first) in STANDS_IN
    whence = "from" in links and (len(gap) > NEAR or figure.mention.kind is not Kind.COUNT or standing_in)
    acts = any(word.endswith("ing") or is_event(word) for word in gap)
    return names[0] if plain and not (joined or whence or acts or _kind_of(setting, names[0])) else None


def _kind_of(setting: Setting, name: Actor) -> bool:
    """Whether a name only says of which kind the noun behind it is: "73 million of Norland Bank bonds"."""
    at = name.last + 1
    word = setting.lower(at)
    noun = word.isalpha() and word not in FUNCTION_WORDS and not is_event(word) and not word.endswith(("ly", "ing"))
    return noun and at != setting.clause(name.last).verb and not possessive(setting.tokens.words[name.last])


def in_clause(setting: Setting, figure: Figure) -> Actor | None:
    """The name that the figure's clause is about; None where another name of it may own the figure as well."""
    clause = setting.clause(figure.first)
    if figure.mention.unit in UNOWNED or _of_another(setting, figure):
        return None
    if figure.mention.kind is Kind.SENTENCE:
        return _sentenced(setting, figure)
    name = subject_name(setting, clause)
    if name is None or figure.mention.kind is Kind.DATE:
        return name
    if any(value.last == name.first - 1 for value in setting.values):
        return None
    wrong = name.first > figure.first or _reports(setting, figure, name) or _rival(setting, figure, name)
    return None if wrong else name


def _of_another(setting: Setting, figure: Figure) -> bool:
    """ "Barred 64 of its members": the figure is of somebody's that the clause does not name."""
    near = setting.tokens.lower[figure.last + 1 : figure.last + 4]
    return near[:1] == ("of",) and not POSSESSIVES.isdisjoint(near)


def _reports(setting: Setting, figure: Figure, name: Actor) -> bool:
    """Whether a name is only whom a clause reports from: "the ministry reported over 40 cases"."""
    said = verbs()
    return any(
        word in said and said[word].use is Use.SAY for word in setting.tokens.lower[name.last + 1 : figure.first]
    )


def _sentenced(setting: Setting, figure: Figure) -> Actor | None:
    """Whom a court sentenced: the one name behind an active verb, else the subject of a passive one."""
    clause = setting.clause(figure.first)
    behind = setting.between(figure.first if clause.verb is None else clause.verb, figure.first)
    objects = [name for name in behind if setting.lower(name.first - 1) not in PREPOSITIONS]
    if objects:
        joined = setting.lower(objects[-1].first - 1) in ("and", ",") or len({name.name for name in objects}) > 1
        return None if joined else objects[-1]
    name = subject_name(setting, clause)
    return name if name and name.first < figure.first and _suffers(setting, clause) else None


def _suffers(setting: Setting, clause: Clause) -> bool:
    """Whether the subject of a clause is the convicted: "was sentenced to", "got", "faces", "served"."""
    words = setting.tokens.lower[clause.first : clause.end]
    active = clause.verb is not None and setting.lower(clause.verb) in PASSING
    return not active or not BE.isdisjoint(words)


def _rival(setting: Setting, figure: Figure, name: Actor) -> bool:
    """Whether an object stands between the verb and the figure: "the bank lent Brenk 73 dollars"."""
    clause = setting.clause(figure.first)
    start = max(clause.body, name.last + 1)
    between = [actor for actor in setting.between(start, figure.first) if actor.name != name.name]
    seat = own_subject(setting, clause)
    return any(
        actor.first not in seat
        and setting.lower(actor.first - 1) not in PREPOSITIONS
        and setting.lower(actor.first - 2) not in PREPOSITIONS
        for actor in between
    )


def taken_up(setting: Setting, figure: Figure) -> str | None:
    """The pronoun of the figure's clause that speaks of somebody named before ("it has 73", "its 73 boats"), "" where
    the sentence leaves its subject out ("Bought 73"); None where it does neither."""
    clause = setting.clause(figure.first)
    near = setting.tokens.lower[max(clause.first, figure.first - 3) : figure.first]
    word = None if POSSESSIVES.isdisjoint(near) else next(word for word in near if word in POSSESSIVES)
    if word or setting.lower(clause.body - 1) in RELATIVE:
        return word
    place = setting.clauses.index(clause)
    while place and not own_subject(setting, setting.clauses[place]):
        place -= 1
    seat = own_subject(setting, setting.clauses[place])
    if not seat:
        return "" if place == 0 and setting.clauses[0].verb == setting.clauses[0].body else None
    first = setting.lower(seat.start)
    return first if first in POSSESSIVES or (first in TAKEN_UP and len(seat) == 1) else None
