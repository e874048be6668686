"""A date as it is written, before the document says which one it is."""

from __future__ import annotations

from functools import lru_cache

from factcheck.lean.record import dataclass, replace


@dataclass(frozen=True, slots=True)
class Shift:
    """A period counted from another: `count` units on from the base ("last year" is -1 year from the document).

    base: "document" counts from the day of publication, "text" from the date named last, "period" too, but from a month
          or quarter to the same one of another year
    """

    unit: str
    count: int
    base: str = "document"


@dataclass(frozen=True, slots=True)
class DateExpression:
    """What a date expression states by itself; an empty field is one it does not state.

    year:    an EDTF year: `2017`, `199X`, `19XX`, `-0043`
    season:  the EDTF code of a season (21–24), quarter (33–36) or half-year (40, 41)
    day_to:  the last of several days of one month ("3–5 June")
    weekday: 1 is Monday
    nth:     which one of its kind, -1 the last ("the first week of June", "the last Monday of May")
    many:    how many there are from that end on ("the first nine months of 2017")
    unit:    what `nth` counts; a week without `nth` is the one that holds the date ("the week of 10 April")
    part:    "early", "mid" or "late" within the period stated
    turn:    "last", "this", "coming" or "next" said of a weekday, month, season or holiday; "previous", "that" or
             "following" where it is counted from the date named last
    holiday: a key of the holidays table
    shift:   the period that the other fields fall in ("February last year")
    until:   the end of a period that begins with this expression
    choices: the date read day first and read month first ("03/04/2021"), where both are days of the calendar
    bound:   the comparison prefix of "more than six years ago"
    """

    year: str = ""
    month: int = 0
    season: int = 0
    day: int = 0
    day_to: int = 0
    weekday: int = 0
    nth: int = 0
    many: int = 0
    unit: str = ""
    part: str = ""
    turn: str = ""
    holiday: str = ""
    shift: Shift | None = None
    until: DateExpression | None = None
    choices: tuple[DateExpression, ...] = ()
    bound: str = ""

    @lru_cache(maxsize=4096)  # noqa: B019 - the values are frozen and few: months, days and years recur in every text
    def stated(self) -> dict[str, object]:
        """The fields that are stated, by name."""
        pairs = ((name, getattr(self, name)) for name in NAMES)
        return {name: value for name, value in pairs if value}

    @lru_cache(maxsize=4096)  # noqa: B019 - as above
    def joined(self, other: DateExpression) -> DateExpression | None:
        """Both expressions as one, or None where they state the same thing twice."""
        mine, theirs = self.stated(), other.stated()
        return None if mine.keys() & theirs.keys() else replace(self, **theirs)  # type: ignore[arg-type]


NAMES = DateExpression.__match_args__
