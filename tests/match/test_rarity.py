"""How much a value tells: the rarer it is, the less likely two texts have it by chance."""

from __future__ import annotations

import pytest
from tests.rows import each

from factcheck.match.rarity import information
from factcheck.values import Value, date, number


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
