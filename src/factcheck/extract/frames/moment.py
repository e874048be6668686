"""When a figure holds: the date that its own clause gives, by nearness and coordination, and how it hangs on it."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from factcheck.extract.frame import Figure
from factcheck.extract.frames.clause import Clause
from factcheck.extract.frames.frame_cues import CUES, MEANINGS
from factcheck.extract.frames.portion import date_behind, part
from factcheck.extract.frames.setting import Setting
from factcheck.lean.record import NamedTuple
from factcheck.lexicon import forms, table
from factcheck.model import Kind, Origin, Qualifier

# The words before a date that say how a figure hangs on it.
ROLES = MEANINGS["role of a time"]
# "After 2019", "before May": the figure does not hold then.
OUTSIDE = CUES["outside a time"]
# What a figure may last until, beside the time that it is of.
LIMITS = frozenset({"since", "until", "by"})
# How far behind its figure a date may stand that is its own whatever else the clause says.
NEAR = 3
ARTICLES = CUES["edge of a time"]
# The roles of a time at which what is told holds.
HOLDING = frozenset({"during", "as_of", "by", ""})


class Moment(NamedTuple):
    """A time and how a figure hangs on it ("during", "since", ...; "" where the text does not say)."""

    time: Qualifier
    role: str = ""


def own_time(setting: Setting, figure: Figure) -> Moment | None:
    """The time that the figure's own sentence gives it; None where it gives none, or leaves the choice."""
    dates = setting.dates
    if not dates or _untold(setting, figure):
        return None
    date = _paired(setting, figure) or _near(setting, figure) or _leading(setting, figure) or _label(setting)
    return moment(setting, date, setting.clause(figure.first)) if date else None


def _untold(setting: Setting, figure: Figure) -> bool:
    """Whether the figure's clause has a date that the text does not let us know: it may be the figure's."""
    clause = setting.clause(figure.first)
    inside = [f for f in setting.figures if f.mention.kind is Kind.DATE and clause.first <= f.first < clause.end]
    return any(date not in setting.dates for date in inside)


def main_time(setting: Setting) -> Moment | None:
    """The one time that a sentence speaks of, for the sentences after it."""
    standing = [date for date in setting.dates if not setting.clause(date.first).hanging]
    if len(standing) != 1:
        return None
    told = moment(setting, standing[0], setting.clause(standing[0].first))
    return told if told.role in HOLDING else None


def only_time(setting: Setting) -> Moment | None:
    """The one date of a heading, which may stand in brackets: "Cases (as of 2 January)"."""
    if len(setting.dates) != 1 or len([f for f in setting.figures if f.mention.kind is Kind.DATE]) != 1:
        return None
    (date,) = setting.dates
    told = moment(setting, date, setting.clause(date.first))
    return told if told.role in HOLDING else None


def moment(setting: Setting, date: Figure, clause: Clause) -> Moment:
    """A date as the time of a figure in a clause."""
    word = _word_before(setting, date)
    role = ROLES.get(word, "")
    if role in ("during", "", "by") and not future().isdisjoint(setting.tokens.lower[clause.first : clause.end]):
        role = "planned"
    return Moment(Qualifier(date.mention.value.text, setting.words(date.first, date.last), origin(date)), role)


def origin(date: Figure) -> Origin:
    """Where a date is from: one whose year the text leaves out has it from the story, or from the document's day."""
    expression = date.mention.expression
    if expression is None or expression.year or expression.choices:
        return Origin.CLAUSE
    if expression.until and expression.until.year:
        return Origin.CLAUSE
    day = expression.shift and expression.shift.base == "document" and expression.shift.unit == "day"
    return Origin.CLAUSE if day else Origin.EARLIER


def _paired(setting: Setting, figure: Figure) -> Figure | None:
    """The date of a figure where dates and figures alternate: "514 in 2019 and 73 in 2020"."""
    kind = figure.mention.kind
    if kind not in setting.alternations:
        setting.alternations[kind] = _alternation(setting, kind)
    return setting.alternations[kind].get(figure.first)


def _alternation(setting: Setting, kind: Kind) -> dict[int, Figure]:
    """The date of each figure of a kind, by its first token, if the dates and they take turns."""
    figures = [f for f in setting.values if f.mention.kind is kind]
    dates = [date for date in setting.dates if _word_before(setting, date) != "since"]
    if len(figures) != len(dates) or len(figures) < 2:
        return {}
    turns = sorted([*figures, *dates], key=lambda f: f.first)
    alternate = [f.first for f in turns[::2]] in ([f.first for f in figures], [date.first for date in dates])
    pairs = list(zip(figures, dates, strict=True))
    # "In 2019 Brenk, which had 12 boats in 2018, sold 9": the date behind a figure is that figure's.
    crossed = any(_attached(setting, figure, later) for (figure, _), (_, later) in pairwise(pairs))
    return {figure.first: date for figure, date in pairs} if alternate and not crossed else {}


def _near(setting: Setting, figure: Figure) -> Figure | None:
    """The one date of the figure's own clause that does not part it from another time."""
    clause = setting.clause(figure.first)
    inside = [date for date in setting.dates if clause.first <= date.first < clause.end]
    inside = [date for date in inside if not _outside(setting, date) and not _of_former(setting, figure, date)]
    attached = next((date for date in inside if _attached(setting, figure, date)), None)
    if attached or len(inside) == 1:
        return attached or inside[0]
    plain = [date for date in inside if ROLES.get(_word_before(setting, date)) not in LIMITS]
    return plain[0] if len(plain) == 1 else None


def _of_former(setting: Setting, figure: Figure, date: Figure) -> bool:
    """Whether a date tells when another figure was, behind this one: "73, compared with 51 in March 2003"."""
    others = (other for other in setting.values if figure.last < other.first < date.first)
    return any(part(setting, other) == "compared" and date_behind(setting, other, date) for other in others)


def _attached(setting: Setting, figure: Figure, date: Figure) -> bool:
    """Whether a date follows a figure with no more than a noun between: "7.6 percent in March"."""
    gap = setting.tokens.lower[figure.last + 1 : date.first]
    plain = all(word.isalpha() and word not in ("and", "or", "to", "than") for word in gap)
    return 0 < len(gap) <= NEAR and plain and ROLES.get(gap[-1]) == "during"


def _outside(setting: Setting, date: Figure) -> bool:
    """Whether a date says since when or after what another thing than the figure holds."""
    return _word_before(setting, date) in OUTSIDE


def _leading(setting: Setting, figure: Figure) -> Figure | None:
    """The date that opens the figure's statement, or the only date of its main clauses."""
    clause = setting.clause(figure.first)
    if any(clause.first <= date.first < clause.end for date in setting.dates):
        return None
    open_dates = [
        date
        for date in setting.dates
        if not setting.clause(date.first).hanging
        and setting.clause(date.first).statement == clause.statement
        and not _outside(setting, date)
        and not _of_former(setting, figure, date)
    ]
    opening = [date for date in open_dates if setting.clause(date.first).verb is None and date.first < figure.first]
    if len(opening) == 1:
        return opening[0]
    return open_dates[0] if len(open_dates) == 1 and not clause.hanging and not opening else None


def _label(setting: Setting) -> Figure | None:
    """The date before the first colon: "2019: Brenk lost 12 boats"."""
    first, *others = setting.clauses
    inside = [date for date in setting.dates if date.first < first.end]
    colon = bool(others) and setting.lower(others[0].first) in (":", "\u2014")
    return inside[0] if len(inside) == 1 and colon and first.verb is None else None


def _word_before(setting: Setting, date: Figure) -> str:
    """The preposition that a date hangs on, across an article and "end of"."""
    at = date.first - 1
    if setting.lower(at) == "of" and setting.lower(at - 1) == "as":
        return "of"
    while at > 0 and setting.lower(at) in ARTICLES:
        at -= 1
    return setting.lower(at)


@cache
def future() -> frozenset[str]:
    """Single words that place a clause in the future."""
    rows = table("tenses")
    return frozenset(form for row in rows if row["tense"] == "future" for form in forms(row["form"]) if " " not in form)
