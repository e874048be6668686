"""Where the telling of a text stands, for dates that leave out the year: "On 3 May 2019 … In August …"."""

from __future__ import annotations

from factcheck.dates.calendar import Days, iso_day
from factcheck.lean.record import dataclass, replace
from factcheck.values.date import civil
from factcheck.values.date_expression import DateExpression

A_WEEK, A_MONTH, A_YEAR = 7, 31, 366
# For how many sentences a story goes on in its year, where the document's own day is not known to break it off.
LONGEST = 6
# A story goes on: so many months on, or so many back, it is still the same story; else the year stays open.
ONWARD, BACK = 6, 1


@dataclass(frozen=True, slots=True)
class Story:
    """The month or day told last with its year, how many sentences ago, and the year that this sentence names."""

    told: Days | None = None
    age: int = 0
    year: int | None = None

    def later(self, sentences: int) -> Story:
        """The story in another sentence, so many on; a cell of a table is an aside, which does not count as one."""
        return replace(self, age=self.age + sentences, year=None)

    def tell(self, e: DateExpression, span: Days, *, ahead: bool, reported: bool) -> Story:
        """The story after a date was told; a date that another one dates ("last July") leaves it where it was.

        ahead: the date is one that something lasts to, and not when it happened
        reported: the document is a report of a known day, in which only a date that names its year moves the story
        """
        forward = e.turn == "following" or (e.shift is not None and e.shift.base == "text" and e.shift.count >= 0)
        year = civil(span[0])[0]
        carried = not reported and bool(e.month) and not e.turn and self.told is not None
        if e.until and span[1] - span[0] > A_MONTH:
            # What went on from May to July is told when July is; "the 2010-11 season" tells no day.
            if not e.until.month:
                return self
            return Story((span[1] - A_MONTH + 1, span[1]), 0, civil(span[1])[0]) if e.until.year else self
        if not (e.year or forward or carried):
            return self
        if span[1] - span[0] > A_MONTH:
            return replace(self, year=year) if span[1] - span[0] < A_YEAR else self
        if ahead and not reported:
            return replace(self, year=year)
        return Story(span, 0, year)


START = Story()


def year_told(e: DateExpression, story: Story, base: Days | None, reported: bool, past: bool = False) -> int | None:
    """The year in which the story goes on to a month or day; None where it does not.

    base: the first and last day on which the document may have been written, as far as known
    reported: the document is a report of a known day, in which a bare month is rather that of the day than of the story
    past: the date is told as one that is past, so that a report's story is none that begins after its day
    """
    if e.turn or not e.month:
        return None
    later = base is not None and story.told is not None and story.told[0] > base[1]
    if later and reported and past:
        return None
    if story.told and (later or story.age <= (0 if reported else LONGEST)):
        year, month, _ = civil(story.told[0])
        if reported:
            return year if e.month >= month else None
        onward = (e.month - month) % 12
        if onward <= ONWARD:
            return year + (e.month < month)
        return year - (e.month > month) if later or 12 - onward <= BACK else None
    return story.year


def weekday_told(weekday: int, story: Story) -> str:
    """The first such weekday (Monday is 1) from the day told last on; `?` where no day was told of late."""
    if story.told is None or story.told[0] != story.told[1] or story.age > LONGEST:
        return "?"
    day = story.told[0]
    return iso_day(day + (weekday - 1 - (day - 1)) % A_WEEK)
