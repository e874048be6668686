"""How much a value tells: the rarer it is, the less likely two texts have it by chance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import log

import pytest
from tests.rows import each

from factcheck.match.rarity import Rarity, information
from factcheck.store.protocol import Notation
from factcheck.values import Sort, Value, date, number


@each(
    ("value", "digits"),
    [
        (number(0), 0.3),
        (number(5), 0.5),
        (number(20), 0.5),
        (number(500), 0.5),
        (number(23), 1.5),
        (number(310), 1.5),
        (number(314), 2.5),
        # from three noughts on, that it is thousands tells something
        (number(5000), 1.5),
        (number(50000), 1.5),
        (number(5100), 1.5),
        (date("2019"), 1.5),
        (date("2019-05"), 2.2),
        (date("2019-05-03"), 3.0),
        (date("2019-05-03/2019-06-04"), 3.0),
    ],
)
def test_how_many_digits_a_value_carries(value: Value, digits: float) -> None:
    assert information(value) == pytest.approx(digits)


@each(
    ("passages", "with_it", "nats"),
    [
        # of two hundred passages more than there are, one more than there are with the word
        (0, 0, log(200)),
        (1, 1, log(201 / 2)),
        (100, 60, log(300 / 61)),
        (100, 0, log(300)),
        (3000, 0, 8.0),
        (3000, 1, log(1600)),
    ],
)
def test_how_much_a_word_tells(passages: int, with_it: int, nats: float) -> None:
    rarity = Rarity(Counted(passages, with_it))
    assert rarity.of_word("gull") == pytest.approx(nats)
    assert rarity.of_words(["gull"])["gull"] == rarity.of_word("gull")


@each(
    ("value", "figures", "with_it", "nats"),
    [
        # of sixty figures more than there are, as many as its digits suggest, and those besides the one that is held
        # against it
        (number(314), 0, 0, log(60 / (60 * 10**-2.5))),
        (number(314), 100, 1, log(160 / (60 * 10**-2.5))),
        (number(314), 100, 3, log(160 / (2 + 60 * 10**-2.5))),
        (number(5), 100, 9, log(160 / (8 + 60 * 10**-0.5))),
        (date("2019-05-03"), 900, 1, 8.0),
    ],
)
def test_how_much_a_value_tells(value: Value, figures: int, with_it: int, nats: float) -> None:
    rarity = Rarity(Counted(figures, with_it))
    assert rarity.of_value(value) == pytest.approx(nats)


class Counted:
    """As much of a library as says how many passages, or figures, it has, and how many of them a word or value."""

    def __init__(self, every: int, some: int) -> None:
        self.every, self.some = every, some

    def passage_count(self) -> int:
        return self.every

    def value_count(self, sort: Sort) -> int:
        return self.every

    def frequencies(self, stems: Iterable[str]) -> Mapping[str, int]:
        return dict.fromkeys(stems, self.some) if self.some else {}

    def value_frequencies(self, values: Iterable[Notation]) -> Mapping[Notation, int]:
        return dict.fromkeys(values, self.some) if self.some else {}
