"""How much a verdict on a figure has to be proved: what `--strictness` asks of an alarm and of support.

Both are probabilities that the sources' figures are the fact the draft states, added up by whether they agree. A strict
reader wants no wrong figure passed, and bears more false alarms; a lenient one wants no false alarm, and passes more.
Which evidence counts, and the order of the verdicts, are the same for all three.
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.lean.record import NamedTuple
from factcheck.match import weights
from factcheck.match.weights import Model


class Demands(NamedTuple):
    """The model that bound a figure, and how likely figures must be for a verdict.

    contradicted, supported: how likely those that differ, and those that agree, must be together
    strong: how likely those that agree must be for support that is not called weak
    weakly: whether weak support is support
    one_value: how likely the likeliest single other value must be, which is what an alarm names
    one_source: how likely the likeliest single source must be for support that is weak
    clearly: how many times likelier than what agrees the differing figures must be
    most: the part of a sentence that a passage must hold to call its date wrong, if it has no other figure of it
    """

    model: Model
    contradicted: float
    supported: float
    strong: float
    weakly: bool
    one_value: float
    one_source: float
    clearly: float
    most: float


# For a draft against a library.
LIBRARY = Demands(weights.LIBRARY, 0.6, 0.35, 0.8, True, 0.2, 0.2, 3.0, 0.6)
STRICTNESS: Mapping[str, Demands] = {
    "low": LIBRARY._replace(contradicted=0.80, supported=0.20),
    "normal": LIBRARY,
    "high": LIBRARY._replace(contradicted=0.40, supported=0.80, weakly=False),
}
# For a sentence against a text that is said to be about it.
PAIR = Demands(weights.PAIR, 0.5, 0.35, 0.0, True, 0.0, 0.0, 1.0, 0.0)
