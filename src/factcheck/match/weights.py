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
        loose_rarity=2.54,
        implied=1.17,
        finer=0.40,
        near_miss=3.50,
        distance=-1.82,
        bound=0.86,
        bound_only=-0.35,
        bound_gap=-1.00,
        grain=1.74,
        kind=1.74,
        noun=0.79,
        noun_clash=-1.58,
        noun_absent=0.26,
        local=2.80,
        covers_draft=0.85,
        covers_source=1.73,
        shared=2.10,
        wide=2.07,
        left=0.40,
        right=1.11,
        crossed=0.00,
        part=1.18,
        part_clash=-0.92,
        rarest=1.83,
        alone=-0.58,
        names=0.57,
        names_clash=0.00,
        stranger=-0.55,
        strange=-0.28,
        year=0.84,
        year_clash=-1.02,
        year_doubt=-0.53,
        year_inferred=-0.30,
        odd_year=0.00,
        headers=1.33,
        place=0.13,
        taken=-2.04,
        rival=0.00,
        known=0.50,
        echo=-0.70,
        derived=-1.00,
    ),
    none=6.65,
    none_by_candidates=0.32,
)
# For a sentence against a text that is said to be about it.
PAIR = Model(
    Features(
        equal=2.20,
        rarity=0.92,
        loose=1.69,
        loose_rarity=1.82,
        implied=3.99,
        finer=-0.47,
        near_miss=0.75,
        distance=-0.12,
        bound=2.58,
        bound_only=-1.45,
        bound_gap=-2.75,
        grain=0.48,
        kind=1.41,
        noun=-0.71,
        noun_clash=-1.32,
        noun_absent=-0.81,
        local=1.55,
        covers_draft=1.93,
        covers_source=-0.64,
        shared=-1.01,
        wide=0.18,
        left=0.38,
        right=0.14,
        crossed=-0.10,
        part=-0.37,
        part_clash=-1.50,
        rarest=3.12,
        alone=1.54,
        names=0.98,
        names_clash=0.81,
        stranger=0.72,
        strange=0.12,
        year=-1.22,
        year_clash=-1.20,
        year_doubt=-0.04,
        year_inferred=-0.29,
        odd_year=-1.25,
        headers=0.19,
        place=-0.69,
        taken=-2.95,
        rival=-0.16,
        known=1.15,
        echo=-0.76,
        derived=-1.01,
    ),
    none=4.25,
    none_by_candidates=0.30,
)
