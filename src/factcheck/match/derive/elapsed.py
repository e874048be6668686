"""Lengths of time that no source states but that lie between two dates which the sources do: "nine days later"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.compare import date_parts
from factcheck.dates.calendar import stepped
from factcheck.lean import regex as re
from factcheck.lean.record import replace
from factcheck.match.context import Context
from factcheck.match.derive.working import Ground, Working
from factcheck.match.scene import Scene
from factcheck.match.when import BEGINS, SHIFTED
from factcheck.model import Claim, Frame, Kind, Origin
from factcheck.store.protocol import StoredClaim
from factcheck.values import Value, date

# A length in one unit: "P9D". Of two units ("P1Y6M") nobody does the sum in the head.
LENGTH = re.compile(r"P(?P<number>\d+)(?P<unit>[DWMY])")
# The word after a length that makes it the distance of one event from another.
DISTANCE = re.compile(r"\s+(?:(?P<forward>later|afterwards|on(?=[,.;])|after)|earlier|before)\b")
# The same, where the event it is counted from is named: "after the vote".
NAMED = re.compile(r"\s+(?:after|before)\s+(?!that\b)\w")
# How many passages back the event may stand that "later" counts from.
BACK = 2
# The end of a period that has none, or none that is known.
OPEN = frozenset({"..", ""})
DAYS = {"D": 1, "W": 7}
MONTHS_OF_YEAR = 12
# By what part of its unit a length of months or years may miss the time between two dates, as people round it.
NEAR = {"M": Decimal("0.25"), "Y": Decimal("0.12")}
MEAN_MONTH = Decimal("30.436875")


def elapsed(length: Context, grounds: Sequence[Ground], scene: Scene) -> Working | None:
    """How a length of time follows from the dates that the draft's own sentences name, or None."""
    claim = length.claim.claim
    if claim.kind is not Kind.DURATION or claim.value.bound or not LENGTH.fullmatch(claim.value.plain):
        return None
    distance = DISTANCE.match(claim.sentence, claim.mark.end)
    if distance is None:
        return _within_range(length, grounds)
    named = NAMED.match(claim.sentence, claim.mark.end)
    anchors = _named_alike(length, grounds, scene) if named else _last_named(length, grounds)
    for event, anchor in _pairs(length, anchors, grounds, scene):
        first, last = (anchor, event) if distance["forward"] else (event, anchor)
        if fits(claim.value, first.claim.value, last.claim.value):
            return Working(_between(claim.words, first.claim.value, last.claim.value), (event, anchor))
    return None


def led_to(length: StoredClaim) -> list[StoredClaim]:
    """The day, month or year that a length of time leads to, as a date that stands where the length does: "signed on 23
    November and made public a week later", "on 24 March, three days after the verdict". Empty where there is none."""
    claim = length.claim
    day = _counted(claim)
    if not day:
        return []
    return [length._replace(claim=replace(claim, kind=Kind.DATE, value=date(day), frame=Frame()))]


def _counted(claim: Claim) -> str:
    """The day that a length leads to, in EDTF: from the date told before, or back from that of its sentence to what is
    named ("three days after the verdict")."""
    time, role = claim.frame.time, claim.frame.time_role
    distance = DISTANCE.match(claim.sentence, claim.mark.end)
    if claim.kind is not Kind.DURATION or claim.value.bound or time is None or distance is None:
        return ""
    if role == SHIFTED:
        return time.value
    if time.origin is not Origin.CLAUSE or role in BEGINS or not NAMED.match(claim.sentence, claim.mark.end):
        return ""
    return stepped(time.value, claim.value.plain, -1 if distance["forward"] else 1)


def counted(length: StoredClaim, day: Value) -> str:
    """How a length of time leads to a day, in words."""
    claim = length.claim
    distance, time = DISTANCE.match(claim.sentence, claim.mark.end), claim.frame.time
    on = bool(distance and distance["forward"]) is (claim.frame.time_role == SHIFTED)
    words = claim.words[:1].lower() + claim.words[1:]
    return f"{_written(day)} is {words} {'after' if on else 'before'} {time.words if time else ''}"


def _within_range(length: Context, grounds: Sequence[Ground]) -> Working | None:
    """ "37 years, from 1985 to 2022", where a source names that very period."""
    for ground in _dates(grounds):
        value = ground.source.claim.value
        ends = value.plain.split("/")
        closed = len(ends) == 2 and OPEN.isdisjoint(ends) and not value.bound
        if not closed or ground.draft.claim.passage != length.claim.passage:
            continue
        first, last = map(date, ends)
        if value.plain == ground.draft.value.plain and fits(length.value, first, last):
            return Working(_between(length.claim.claim.words, first, last), (ground.source,))
    return None


def _pairs(
    length: Context, anchors: Sequence[StoredClaim], grounds: Sequence[Ground], scene: Scene
) -> Iterator[tuple[StoredClaim, StoredClaim]]:
    """The sources' dates that may be those of the sentence's event and of the event it is counted from."""
    here = length.claim.passage
    own = [ground.source for ground in _dates(grounds) if ground.draft.claim.passage == here]
    yield from ((event, anchor) for event in own for anchor in (*own, *anchors) if anchor is not event)
    if length.value.plain.endswith(tuple(DAYS)):
        told = _told_beside(here, grounds, scene)
        yield from (
            (event, anchor) for event in told for anchor in (*own, *anchors) if anchor.document == event.document
        )


def _dates(grounds: Sequence[Ground]) -> list[Ground]:
    return [ground for ground in grounds if ground.draft.kind is Kind.DATE]


def _last_named(length: Context, grounds: Sequence[Ground]) -> list[StoredClaim]:
    """The date that was named last before a length's passage, if not long ago."""
    here = length.claim.passage
    earlier = [ground for ground in _dates(grounds) if here - BACK <= ground.draft.claim.passage < here]
    return [ground.source for ground in earlier[-1:]]


def _named_alike(length: Context, grounds: Sequence[Ground], scene: Scene) -> list[StoredClaim]:
    """The days of what a length is counted from: "nine days after the vote", where the draft or its source has dated
    the vote."""
    event = frozenset(length.right[:1])
    return [
        ground.source
        for ground in _dates(grounds)
        if _is_day(ground.source.claim.value)
        and not event.isdisjoint(ground.draft.near.keys() | scene.context(ground.source).near.keys())
    ]


def _told_beside(here: int, grounds: Sequence[Ground], scene: Scene) -> list[StoredClaim]:
    """The one day that a source names where it says what the sentence says, though the sentence does not name it."""
    passages = sorted(
        {g.source.passage for g in grounds if g.draft.claim.passage == here and g.draft.kind is not Kind.DATE}
    )
    days = (
        [one for one in claims if one.claim.kind is Kind.DATE and _is_day(one.claim.value)]
        for claims in scene.claims_of(passages).values()
    )
    return [found[0] for found in days if len(found) == 1]


def _is_day(value: Value) -> bool:
    return value.low is not None and value.low == value.high and not value.bound


def _is_season(value: Value) -> bool:
    """Whether a date names a season or a quarter, which EDTF numbers on from the months."""
    _, month, _ = date_parts(value)
    return month is not None and month > MONTHS_OF_YEAR


def fits(length: Value, first: Value, last: Value) -> bool:
    """Whether a length is what people would call the time from one date to another.

    Days and weeks are counted; months and years go by the calendar, as finely as both dates name it.
    """
    match = LENGTH.fullmatch(length.plain)
    number, unit = (int(match["number"]), match["unit"]) if match else (0, "")
    if not number or first.bound or last.bound or _is_season(first) or _is_season(last):
        return False
    if unit in DAYS:
        if first.low is None or last.low is None or not (_is_day(first) and _is_day(last)):
            return False
        return last.low - first.low == number * DAYS[unit]
    return _fits_calendar(number, unit, first, last)


def _fits_calendar(number: int, unit: str, first: Value, last: Value) -> bool:
    (year, month, day), (other_year, other_month, other_day) = date_parts(first), date_parts(last)
    if year is None or other_year is None:
        return False
    if month is None or other_month is None:
        return unit == "Y" and other_year - year == number
    months = Decimal(MONTHS_OF_YEAR * (other_year - year) + other_month - month)
    if day is not None and other_day is not None:
        months += (other_day - day) / MEAN_MONTH
    in_unit = months / MONTHS_OF_YEAR if unit == "Y" else months
    return abs(in_unit - number) <= NEAR[unit]


def _between(length: str, first: Value, last: Value) -> str:
    words = length[:1].lower() + length[1:]
    if _is_day(first) and _is_day(last):
        return f"{_written(last)} is {words} after {_written(first)}"
    return f"from {_written(first)} to {_written(last)} is {words}"


def _written(value: Value) -> str:
    """A date as people write it."""
    from calendar import month_name

    year, month, day = date_parts(value)
    return " ".join(str(part) for part in (day, month and month_name[month], year) if part)
