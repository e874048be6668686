"""Which documents are dated where a moment is told of: on its day, within it, a day or two behind it."""

from __future__ import annotations

from typing import cast

from tests.rows import each

from factcheck.match.almanac import Almanac
from factcheck.match.stretch import Moment, Rank, of_published
from factcheck.store.protocol import Library

# Documents by number, with the days that they are dated.
DATED = {1: "2019-04-10", 2: "2019-05", 3: "2017", 4: "", 5: "2018-04-12"}


class Dated:
    """As much of a library as says when its documents are dated."""

    def published(self) -> dict[int, str]:
        return DATED


ALMANAC = Almanac(cast(Library, Dated()))


def moment(told: str) -> Moment | None:
    """ "2019-04-10", "2019-04", "any-04-10", "any-04", or from one day to another."""
    if told.startswith("any"):
        _, month, *day = told.split("-")
        return Moment(None, None, int(month), int(day[0]) if day else None, Rank.SENTENCE)
    first, _, last = told.partition(" to ")
    begins, ends = of_published(first), of_published(last or first)
    return begins._replace(high=ends.high) if begins and ends else None


@each(
    ("told", "around", "on"),
    [
        ("2019-04-11", set(), set()),
        ("2019-04-07", set(), set()),
        ("2019-04-08", {1}, set()),
        ("2019-04-09", {1}, set()),
        ("2019-04-10", {1}, {1}),
        ("2019-04", {1, 2}, {1}),  # a document of May may have been written on its first day
        ("2019-05-31", {2}, {2}),
        ("2019-06-01", set(), set()),
        ("2019-03-11 to 2019-04-10", {1}, {1}),
        ("2019-03-10 to 2019-04-10", set(), set()),  # longer than any month
        ("2019-04-10 to 2019-05-11", set(), {1}),
        ("2017-06-01", set(), set()),
        ("any-04-10", {1, 5}, {1}),
        ("any-04-12", {5}, {5}),
        ("any-04-11", {5}, set()),
        ("any-04-09", {1}, set()),
        ("any-04-08", {1}, set()),
        ("any-04-07", set(), set()),
        ("any-05-10", {2}, {2}),
        ("any-03-10", set(), set()),
        ("any-04", {1, 5}, set()),
    ],
)
def test_what_is_dated_where(told: str, around: set[int], on: set[int]) -> None:
    asked = moment(told)
    assert asked
    assert (set(ALMANAC.around(asked)), set(ALMANAC.on(asked))) == (around, on)


def test_no_moment_has_no_documents() -> None:
    assert ALMANAC.around(None) == frozenset()
