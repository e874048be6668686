"""What each feature is worth, in nats; fitted by `tools/fit_weights.py` on labelled drafts and pairs of sentences."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.match.features import Features


class Model(NamedTuple):
    """The worth of each feature and the score of "no source speaks of it": a constant, and what every e-fold of
    candidates adds to it."""

    weights: Features
    none: float
    none_by_candidates: float


# For a draft against a library: most of what the library holds is about something else.
LIBRARY = Model(
    Features(
        equal=1.50,
        rarity=2.90,
        loose=1.75,
        loose_rarity=2.53,
        implied=1.17,
        finer=0.40,
        near_miss=3.50,
        distance=-1.81,
        bound=0.86,
        bound_only=-0.35,
        bound_gap=-1.00,
        grain=1.74,
        kind=1.74,
        noun=0.79,
        noun_clash=-1.58,
        noun_absent=0.26,
        local=2.81,
        covers_draft=0.84,
        covers_source=1.74,
        shared=2.09,
        wide=2.06,
        left=0.41,
        right=1.12,
        crossed=0.00,
        part=1.18,
        part_clash=-0.92,
        rarest=1.84,
        alone=-0.59,
        names=0.59,
        names_clash=0.00,
        stranger=-0.55,
        strange=-0.26,
        year=0.85,
        year_clash=-1.02,
        year_doubt=-0.53,
        year_inferred=-0.30,
        odd_year=0.00,
        headers=1.33,
        place=0.14,
        taken=-2.05,
        rival=0.00,
        known=0.50,
        echo=-0.70,
        swapped=3.50,
    ),
    none=6.68,
    none_by_candidates=0.31,
)
# For a sentence against a text that is said to be about it.
PAIR = Model(
    Features(
        equal=2.26,
        rarity=0.95,
        loose=1.80,
        loose_rarity=1.80,
        implied=4.12,
        finer=-0.36,
        near_miss=0.63,
        distance=-0.10,
        bound=2.67,
        bound_only=-1.26,
        bound_gap=-2.78,
        grain=0.55,
        kind=1.25,
        noun=-0.75,
        noun_clash=-1.34,
        noun_absent=-0.83,
        local=1.53,
        covers_draft=2.11,
        covers_source=-0.70,
        shared=-1.10,
        wide=0.56,
        left=0.42,
        right=0.12,
        crossed=-0.08,
        part=-0.25,
        part_clash=-1.56,
        rarest=3.21,
        alone=1.53,
        names=1.05,
        names_clash=0.85,
        stranger=0.81,
        strange=0.10,
        year=-1.27,
        year_clash=-1.27,
        year_doubt=0.47,
        year_inferred=-0.29,
        odd_year=-0.90,
        headers=0.49,
        place=-0.69,
        taken=-2.98,
        rival=-0.09,
        known=1.17,
        echo=-0.71,
        swapped=3.50,
    ),
    none=4.22,
    none_by_candidates=0.0,
)
