"""Where the telling of a text stands, for dates that leave out the year: "On 3 May 2019 … In August …"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.dates.calendar import Days
from factcheck.values.date import civil
from factcheck.values.date_expression import DateExpression

A_MONTH, A_YEAR = 31, 366
# For how many sentences a story goes on in its year, where the document's own day is not known to break it off.
LONGEST = 3


@dataclass(frozen=True, slots=True)
class Story:
    """The month or day told last with its year, how many sentences ago, and the year that this sentence names."""

    told: Days | None = None
    age: int = 0
    year: int | None = None

    def next_sentence(self) -> Story:
        """The story one sentence on."""
        return replace(self, age=self.age + 1, year=None)

    def tell(self, e: DateExpression, span: Days) -> Story:
        """The story after a date was told; a date that another one dates ("last July") leaves it where it was."""
        forward = e.turn == "following" or (e.shift is not None and e.shift.base == "text" and e.shift.count >= 0)
        year = civil(span[0])[0]
        if not (e.year or forward) or e.until:
            return self
        if span[1] - span[0] > A_MONTH:
            return replace(self, year=year) if span[1] - span[0] < A_YEAR else self
        return Story(span, 0, year)


START = Story()


def year_told(e: DateExpression, story: Story, reported: bool) -> int | None:
    """The year in which the story goes on to a month or day; None where it does not.

    reported: the document is a report of a known day, in which a bare month is rather that of the day than of the story
    """
    if e.turn or not e.month:
        return None
    if story.told and story.age <= (0 if reported else LONGEST):
        year, month, _ = civil(story.told[0])
        return year if e.month >= month else None
    return story.year
