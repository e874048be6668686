"""Compares dates as they are written: those that name no year, or lean on another date, say less than they seem to.

"March" and "that year" have a value that was inferred from the text around them. The inference may be wrong, so that a
difference in what was inferred is no difference in what was said.
"""

from __future__ import annotations

from factcheck.compare import Comparison, Relation, compare, date_parts
from factcheck.dates.calendar import weekday
from factcheck.lean import regex as re
from factcheck.lexicon import months, weekdays
from factcheck.model import Claim
from factcheck.values import UNKNOWN, Value, date

# A year as written: four digits, or two after an apostrophe.
YEAR = re.compile(r"\d{4}|['\u2019]\d\d")
# A month by its name, or by the three letters that begin each of its short forms.
MONTH = re.compile(rf"\b(?:{'|'.join(month[:3] for month in months())})", re.IGNORECASE)
# A day of the week by its name, Monday first.
WEEK = tuple(weekdays())
WEEKDAY = re.compile("|".join(WEEK))
# "20 years ago".
AGO = re.compile(r"(?P<number>\S+) (?P<unit>day|week|month|year|decade)s? (?:ago|earlier|before|later)")
# "The year before" is "a year earlier".
ONCE = frozenset({"the", "a", "an", "one", "1"})
# A year that the text around a date leaves open is at most so far from the one that was inferred.
INFERRED = 5
YEAR_INFERRED = "the same day; the year is inferred"
OTHER_DATE = Comparison(Relation.DIFFERENT, "another date")
SAME_WORDS = Comparison(Relation.EQUAL, "the same words")
LEANING = Comparison(Relation.INCOMPARABLE, "a date told by another one")
# What stands between the two ends of a period; and how many days it must be long, to be no single occasion.
TO = re.compile(r"\b(?:to|and|until|till|through)\b|(?<=\d)-|[\u2013\u2014]")
LONG = 31
ONE_DAY_OF_IT = Comparison(Relation.INCOMPARABLE, "a date in the course of the period")
VERY_DATE = Comparison(Relation.ROUNDED, "the source names that very date")


def compare_dates(draft: Claim, source: Claim, said: Value) -> Comparison:
    """The relation of two dates; `said` is the draft's with the bound that its preposition puts on it."""
    found = compare(said, source.value)
    if said.bound == ">" != draft.value.bound and said.plain == source.value.plain:
        return VERY_DATE
    if found.relation is Relation.INCOMPARABLE:
        return _ago(draft.text, source.text) or _of_the_week(draft, source) or found
    if found.relation is Relation.VAGUER and _is_in_course(draft, source.value):
        return ONE_DAY_OF_IT
    if found.relation is not Relation.DIFFERENT or (_names_year(draft) and _names_year(source)):
        return found
    if not (_names_date(draft) and _names_date(source)):
        return found if _names_year(draft) and _is_slip(said, source.value) else LEANING
    return _without_year(said, source.value) or found


def _is_in_course(draft: Claim, told: Value) -> bool:
    """Whether a date is neither the first nor the last of a long period that the draft tells from end to end: "from
    2011 to 2014" is not borne out by "in 2012"."""
    low, high = draft.value.low, draft.value.high
    begins, _, ends = draft.value.plain.partition("/")
    if low is None or high is None or high - low < LONG or "/" in told.plain or not TO.search(draft.text) or not ends:
        return False
    if (begins + ends).isdigit() and int(ends) - int(begins) == 1:  # "the 2019-20 season"
        return False
    return not any(compare(date(end), told).agrees for end in (begins, ends))


def _is_slip(said: Value, told: Value) -> bool:
    """Whether two days differ in the year alone, and by one: a slip that a writer makes in January."""
    (year, *mine), (its_year, *other) = date_parts(said), date_parts(told)
    return None not in mine and mine == other and _years_between(year, its_year) == 1


def _years_between(one: int | None, other: int | None) -> int:
    """How many years lie between two; 0 where one is not known."""
    return abs(one - other) if one is not None and other is not None else 0


def _ago(mine: str, other: str) -> Comparison | None:
    """The relation of "20 years ago" and "35 years ago", where nobody knows from when."""
    first, second = AGO.fullmatch(mine.lower()), AGO.fullmatch(other.lower())
    if not first or not second or first["unit"] != second["unit"]:
        return None
    mine, other = ("1" if match["number"] in ONCE else match["number"] for match in (first, second))
    if mine != other and mine.isdigit() != other.isdigit():
        return LEANING
    return SAME_WORDS if mine == other else OTHER_DATE


def _of_the_week(draft: Claim, source: Claim) -> Comparison | None:
    """What a source's day makes of "on Wednesday", where nobody knows of which week: nothing, if it is another one."""
    said = WEEKDAY.search(draft.text)
    if said is None or draft.value.plain != UNKNOWN.plain:
        return None
    told = WEEKDAY.search(source.text)
    low, high = source.value.low, source.value.high
    day = WEEK[weekday(int(low)) - 1] if low is not None and low == high else told[0] if told else ""
    return Comparison(Relation.VAGUER, f"that was a {day}") if day == said[0] else None


def names_a_day(claim: Claim) -> bool:
    """Whether the words name a day and its year, and nobody has to infer them."""
    return claim.value.low is not None and claim.value.low == claim.value.high and _names_year(claim)


def _names_year(claim: Claim) -> bool:
    return YEAR.search(claim.text) is not None


def _names_date(claim: Claim) -> bool:
    """Whether the words name a date of themselves; "that year" and "the next day" do not."""
    return any(c.isdigit() for c in claim.text) or MONTH.search(claim.text) is not None


def _without_year(said: Value, told: Value) -> Comparison | None:
    """The relation of the months and days alone, if both name a month."""
    mine, other = date_parts(said), date_parts(told)
    if mine[1] is None or other[1] is None:
        return None
    if said.bound and None not in mine[1:] and mine[1:] == other[1:]:
        return VERY_DATE
    if _years_between(mine[0], other[0]) > INFERRED:
        return LEANING
    found = compare(date(said.bound + _yearless(mine)), date(_yearless(other)))
    return Comparison(Relation.ROUNDED, YEAR_INFERRED) if found.agrees and not said.bound else found


def _yearless(parts: tuple[int | None, int | None, int | None]) -> str:
    return "-".join(["XXXX", *(f"{part:02}" for part in parts[1:] if part is not None)])
