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
        equal=1.40,
        rarity=2.70,
        loose=1.52,
        loose_rarity=2.36,
        implied=1.22,
        finer=0.57,
        near_miss=3.45,
        distance=-2.16,
        bound=0.87,
        bound_only=-0.37,
        grain=1.80,
        kind=1.65,
        noun=0.96,
        noun_clash=-1.57,
        noun_absent=0.01,
        local=2.70,
        covers_draft=0.79,
        covers_source=1.63,
        shared=2.31,
        wide=2.00,
        left=0.46,
        right=1.09,
        crossed=0.00,
        part=1.13,
        part_clash=-0.58,
        rarest=1.76,
        alone=-0.46,
        names=0.68,
        names_clash=0.00,
        stranger=-0.55,
        strange=-0.29,
        year=0.58,
        year_clash=-0.84,
        year_doubt=-0.46,
        year_inferred=-0.27,
        odd_year=-0.03,
        headers=0.95,
        place=0.37,
        taken=-1.97,
        rival=0.00,
        known=0.50,
        echo=-0.70,
        derived=-1.00,
    ),
    none=6.46,
    none_by_candidates=0.36,
)
# For a sentence against a text that is said to be about it.
PAIR = Model(
    Features(
        equal=1.70,
        rarity=0.82,
        loose=1.82,
        loose_rarity=1.26,
        implied=2.83,
        finer=-1.15,
        near_miss=0.71,
        distance=-1.17,
        bound=1.37,
        bound_only=-0.34,
        grain=0.48,
        kind=1.34,
        noun=-0.90,
        noun_clash=-1.61,
        noun_absent=-0.99,
        local=2.06,
        covers_draft=1.77,
        covers_source=-0.80,
        shared=-1.57,
        wide=0.43,
        left=0.41,
        right=0.36,
        crossed=-0.30,
        part=-0.28,
        part_clash=-1.42,
        rarest=3.33,
        alone=1.60,
        names=1.18,
        names_clash=0.77,
        stranger=0.79,
        strange=0.08,
        year=-1.11,
        year_clash=-1.27,
        year_doubt=-0.04,
        year_inferred=-0.28,
        odd_year=-1.30,
        headers=0.48,
        place=-0.30,
        taken=-2.73,
        rival=-0.16,
        known=1.18,
        echo=-0.77,
        derived=-1.02,
    ),
    none=3.61,
    none_by_candidates=0.30,
)
