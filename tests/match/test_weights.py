"""How much each feature speaks for or against a figure, to a power of two: weights.txt says it of each model.

Fitting anew (`tools/fit_weights.py`) may move a feature into the next class; the table then says so.
"""

from __future__ import annotations

import math
from fractions import Fraction
from pathlib import Path

import pytest

from factcheck.match.weights import BLIND, LIBRARY, PAIR, Model

# "= MODEL", then lines "for 1 to 2 | feature feature"; what no line names is worth nothing.
TABLE = (Path(__file__).parent / "weights.txt").read_text(encoding="utf-8").split("= ")[1:]


def worths(model: Model) -> dict[str, float]:
    """The worth of each feature of a model, of what speaks for "no source speaks of it", and its margin."""
    none = {f"none.{name}": worth for name, worth in model.none._asdict().items()}
    return model.weights._asdict() | none | ({"margin": model.margin} if math.isfinite(model.margin) else {})


WORTHS = {"LIBRARY": worths(LIBRARY), "PAIR": worths(PAIR), "BLIND": BLIND._asdict()}


def in_words(worth: float) -> str:
    least = Fraction(2) ** math.floor(math.log2(abs(worth)))
    return f"{'for' if worth > 0 else 'against'} {least} to {2 * least}"


@pytest.mark.parametrize("block", TABLE, ids=lambda block: block.partition("\n")[0])
def test_what_each_feature_is_worth(block: str) -> None:
    name, *lines = block.strip().splitlines()
    said = {feature: line.partition(" | ")[0] for line in lines for feature in line.partition(" | ")[2].split()}
    assert {feature: in_words(worth) for feature, worth in WORTHS[name].items() if worth} == said
