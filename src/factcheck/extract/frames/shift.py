"""A time counted from the one told last: "Eight days later …", "A week after that …", "40 boats two years earlier"."""

from __future__ import annotations

from factcheck.dates.calendar import days_of, index, period
from factcheck.extract.frame import Figure
from factcheck.extract.frames.frame_cues import CUES
from factcheck.extract.frames.moment import Moment
from factcheck.extract.frames.setting import Setting
from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple, replace
from factcheck.model import Kind, Origin, Qualifier

_BLANK = Qualifier("", "", Origin.EARLIER)
# The role of such a time: nothing else that is said of when comes before it.
ROLE = "shifted"
# What follows the length of time, and the side it lies on.
SIDES = dict.fromkeys(CUES["counted on"], 1) | dict.fromkeys(CUES["counted back"], -1)
THAT = {"after": 1, "before": -1}
# So many tokens a figure may stand before the length that dates it: "2,485 a fortnight later", "40 boats a week on".
BESIDE = 3
LENGTH = re.compile(r"P(\d+)([DWMY])")
# A length in days or weeks leads from a day to a day; one in months or years to a month or a year.
UNITS = {"D": ("day", 1), "W": ("day", 7), "M": ("month", 1), "Y": ("year", 1)}
WIDEST = {"day": 1, "month": 31, "year": 366}


class Step(NamedTuple):
    """The length of time that is counted, in so many units on (or back), and the tokens it is written with."""

    length: Figure
    unit: str
    number: int


def step_of(setting: Setting, figure: Figure) -> Step | None:
    """The step that leads to a figure's time: right behind the figure, else before it with no date between."""
    found = steps(setting)
    behind = [s for s in found if 0 < s.length.first - figure.last <= BESIDE and not _parted(setting, figure, s)]
    if behind:
        return behind[0]
    ahead = [s for s in found if s.length.last < figure.first]
    if not ahead or any(ahead[-1].length.last < date.first < figure.first for date in setting.dates):
        return None
    return None if _dates_another(setting, ahead[-1]) else ahead[-1]


def steps(setting: Setting) -> list[Step]:
    """The steps that a sentence counts."""
    found = []
    for figure in setting.figures:
        side = _side(setting, figure) if figure.mention.kind is Kind.DURATION else 0
        length = LENGTH.fullmatch(figure.mention.value.plain) if side else None
        if length:
            unit, days = UNITS[length[2]]
            found.append(Step(figure, unit, side * days * int(length[1])))
    return found


def base(setting: Setting, step: Step) -> Figure | None:
    """The date of the same sentence that is counted from: the last one before."""
    return next((date for date in reversed(setting.dates) if date.last < step.length.first), None)


def shifted(told: str, words: str, step: Step) -> Moment | None:
    """The time so many units on from one that is known as finely as they are; `told` in EDTF, as `words` say it."""
    days = days_of(told)
    if days is None or days[1] - days[0] >= WIDEST[step.unit]:
        return None
    value = period(step.unit, index(step.unit, days[0]) + step.number)
    return Moment(replace(_BLANK, value=value, words=words), ROLE)


def _side(setting: Setting, figure: Figure) -> int:
    word, following = setting.lower(figure.last + 1), setting.lower(figure.last + 2)
    return THAT.get(word, 0) if following == "that" else SIDES.get(word, 0)


def _parted(setting: Setting, figure: Figure, step: Step) -> bool:
    """Whether a comma or an "and" stands between a figure and a step: the step opens what follows."""
    between = setting.tokens.lower[figure.last + 1 : step.length.first]
    return not all(word.isalpha() and word != "and" for word in between)


def _dates_another(setting: Setting, step: Step) -> bool:
    """Whether a figure stands right before a step, which then is that figure's and no other's."""
    return any(
        0 < step.length.first - other.last <= BESIDE and not _parted(setting, other, step)
        for other in setting.values
        if other.last < step.length.first
    )
