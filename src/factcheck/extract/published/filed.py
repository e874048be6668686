"""The day that a file's name gives, as desks name their files: "2017-03-11-minutes.txt", "report_20170311.md"."""

from __future__ import annotations

from pathlib import PurePath

from factcheck.dates.calendar import days_of
from factcheck.lean import regex as re

DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_. ]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")


def filed(path: str) -> str:
    """The one day in a file's name, in EDTF; "" where it names none, or several."""
    days = {f"{year}-{month}-{day}" for year, _, month, day in DAY.findall(PurePath(path).stem)}
    return days.pop() if len(days) == 1 and days_of(min(days)) else ""
