"""When somebody held an office, as the date right behind it says: "from 2014 to 2018", "since 2014", "(2014-18)"."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.roles.attribution import Figure, Time
from factcheck.text.tokens import Tokens

# What leads from an office to its time, and how the office is bounded by it.
LEADS = {"from": "during", "between": "during", "in": "during", "during": "during", "(": "during", "the": "", "of": ""}
LEADS |= {"since": "since", "until": "until", "till": "until", "serving": ""}
MOST = 3


def time_behind(tokens: Tokens, dates: Mapping[int, Figure], at: int, bound: str) -> Time | None:
    """The time that begins at a token, small words before it aside; `bound`: how the verb of the office ends or begins
    it ("was elected in 2014"), "" for neither."""
    told = ""
    for place in range(at, min(len(tokens), at + MOST)):
        date = dates.get(place)
        if date is not None:
            return _time(tokens, date, told, bound) if told or place == at else None
        if tokens.lower[place] not in LEADS:
            return None
        told = told or LEADS[tokens.lower[place]]
    return None


def _time(tokens: Tokens, date: Figure, told: str, bound: str) -> Time | None:
    """A date as the time of an office; none where the text does not let us know it."""
    if date.value.low is None or date.value.high is None:
        return None
    point = "/" not in date.value.text
    words = tokens.text[tokens.starts[date.first] : tokens.ends[date.last]]
    return Time(date.value.text, " ".join(words.split()), bound if bound and point and told == "during" else told)
