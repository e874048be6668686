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
        equal=1.65,
        rarity=2.70,
        loose=1.73,
        loose_rarity=2.38,
        implied=1.11,
        finer=0.23,
        near_miss=3.69,
        distance=-1.90,
        bound=0.84,
        bound_only=-0.46,
        grain=1.76,
        kind=1.86,
        noun=0.81,
        noun_clash=-1.89,
        noun_absent=0.31,
        local=2.78,
        covers_draft=0.70,
        covers_source=1.82,
        shared=2.18,
        wide=2.15,
        left=0.45,
        right=1.16,
        crossed=0.00,
        part=1.41,
        part_clash=-0.82,
        rarest=2.01,
        alone=-0.66,
        names=0.59,
        names_clash=0.00,
        stranger=-0.45,
        strange=-0.36,
        year=0.74,
        year_clash=-1.14,
        year_doubt=-0.58,
        year_inferred=-0.30,
        odd_year=0.00,
        headers=1.41,
        place=0.00,
        taken=-2.11,
        rival=0.00,
        known=0.50,
        echo=-0.70,
        derived=-1.00,
    ),
    none=7.15,
    none_by_candidates=0.26,
)
# For a sentence against a text that is said to be about it.
PAIR = Model(
    Features(
        equal=1.78,
        rarity=0.65,
        loose=1.68,
        loose_rarity=1.35,
        implied=2.89,
        finer=-0.77,
        near_miss=0.50,
        distance=-1.20,
        bound=1.44,
        bound_only=-0.14,
        grain=0.63,
        kind=1.26,
        noun=-0.95,
        noun_clash=-1.58,
        noun_absent=-1.03,
        local=2.01,
        covers_draft=1.80,
        covers_source=-0.75,
        shared=-1.49,
        wide=0.18,
        left=0.42,
        right=0.35,
        crossed=-0.30,
        part=-0.28,
        part_clash=-1.32,
        rarest=3.31,
        alone=1.64,
        names=1.19,
        names_clash=0.86,
        stranger=0.80,
        strange=0.13,
        year=-1.12,
        year_clash=-1.31,
        year_doubt=-0.01,
        year_inferred=-0.28,
        odd_year=-1.31,
        headers=0.48,
        place=-0.33,
        taken=-2.84,
        rival=-0.04,
        known=1.15,
        echo=-0.75,
        derived=-1.05,
    ),
    none=3.58,
    none_by_candidates=0.30,
)
