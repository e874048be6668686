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
        rarity=2.91,
        loose=1.75,
        loose_rarity=2.54,
        implied=1.18,
        finer=0.40,
        near_miss=3.52,
        distance=-1.80,
        bound=0.86,
        bound_only=-0.34,
        bound_gap=-1.00,
        grain=1.73,
        kind=1.72,
        noun=0.79,
        noun_clash=-1.57,
        noun_absent=0.27,
        local=2.82,
        covers_draft=0.86,
        covers_source=1.75,
        shared=2.09,
        wide=2.08,
        left=0.40,
        right=1.11,
        crossed=0.00,
        part=1.17,
        part_clash=-0.92,
        rarest=1.82,
        alone=-0.58,
        names=0.60,
        names_clash=0.00,
        stranger=-0.44,
        strange=-0.28,
        year=0.84,
        year_clash=-0.99,
        year_doubt=-0.54,
        year_inferred=-0.30,
        odd_year=0.00,
        headers=1.35,
        place=0.14,
        taken=-2.05,
        rival=0.00,
        known=0.50,
        echo=-0.70,
    ),
    none=6.69,
    none_by_candidates=0.31,
)
# For a sentence against a text that is said to be about it.
PAIR = Model(
    Features(
        equal=2.22,
        rarity=0.94,
        loose=1.76,
        loose_rarity=1.78,
        implied=4.08,
        finer=-0.42,
        near_miss=0.62,
        distance=-0.10,
        bound=2.66,
        bound_only=-1.25,
        bound_gap=-2.78,
        grain=0.56,
        kind=1.31,
        noun=-0.75,
        noun_clash=-1.33,
        noun_absent=-0.83,
        local=1.49,
        covers_draft=2.05,
        covers_source=-0.66,
        shared=-1.14,
        wide=0.50,
        left=0.40,
        right=0.12,
        crossed=-0.09,
        part=-0.25,
        part_clash=-1.55,
        rarest=3.18,
        alone=1.54,
        names=1.07,
        names_clash=0.83,
        stranger=0.82,
        strange=0.09,
        year=-1.28,
        year_clash=-1.26,
        year_doubt=0.47,
        year_inferred=-0.29,
        odd_year=-0.92,
        headers=0.47,
        place=-0.68,
        taken=-2.96,
        rival=-0.11,
        known=1.19,
        echo=-0.74,
    ),
    none=4.37,
    none_by_candidates=0.30,
)
