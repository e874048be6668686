"""A time counted from the one told last: "Eight days later …", "A week after that …", "Two years earlier …"."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.dates.calendar import days_of, index, period
from factcheck.extract.frame import Figure
from factcheck.extract.frames.moment import Moment
from factcheck.extract.frames.setting import Setting
from factcheck.model import Kind, Origin

# The role of such a time: nothing that an earlier sentence says of when comes before it.
ROLE = "shifted"
# What follows the length of time, and the side it lies on.
SIDES = {"later": 1, "afterwards": 1, "afterward": 1, "on": 1, "earlier": -1, "previously": -1}
THAT = {"after": 1, "before": -1}
# The length stands among the first tokens of its sentence: "And just eight days later".
OPENING = 4
LENGTH = re.compile(r"P(\d+)([DWMY])")
# A length in days or weeks leads from a day to a day; one in months or years to a month or a year.
UNITS = {"D": ("day", 1), "W": ("day", 7), "M": ("month", 1), "Y": ("year", 1)}
WIDEST = {"day": 1, "month": 31, "year": 366}


def steps(setting: Setting) -> tuple[str, int] | None:
    """The unit and the number of it that a sentence goes on, or back, from what was told before."""
    for figure in setting.figures[:2]:
        if figure.mention.kind is Kind.DURATION and figure.first < OPENING:
            side, length = _side(setting, figure), LENGTH.fullmatch(figure.mention.value.plain)
            if side and length:
                unit, days = UNITS[length[2]]
                return unit, side * days * int(length[1])
    return None


def _side(setting: Setting, figure: Figure) -> int:
    word, following = setting.lower(figure.last + 1), setting.lower(figure.last + 2)
    return THAT.get(word, 0) if following == "that" else SIDES.get(word, 0)


def shifted(told: Moment, unit: str, count: int) -> Moment | None:
    """The time so many units on from one that is known as finely as they are."""
    days = days_of(told.time.value)
    if days is None or days[1] - days[0] >= WIDEST[unit]:
        return None
    time = replace(told.time, value=period(unit, index(unit, days[0]) + count), origin=Origin.EARLIER)
    return Moment(time, ROLE)
