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
        equal=1.82,
        rarity=2.56,
        loose=1.75,
        loose_rarity=2.68,
        implied=1.01,
        finer=0.73,
        near_miss=3.78,
        distance=-2.85,
        bound=1.04,
        bound_only=-0.94,
        grain=1.61,
        kind=1.49,
        noun=0.98,
        noun_clash=-2.30,
        noun_absent=-0.09,
        local=2.81,
        covers_draft=0.26,
        covers_source=2.18,
        shared=2.76,
        wide=2.26,
        left=0.06,
        right=0.73,
        crossed=-1.10,
        part=1.62,
        part_clash=-0.44,
        rarest=1.85,
        alone=-0.31,
        names=0.82,
        names_clash=0.88,
        stranger=-0.78,
        strange=-0.44,
        year=0.85,
        year_clash=-0.73,
        year_doubt=-0.52,
        year_inferred=-0.56,
        odd_year=-0.28,
        headers=0.80,
        place=0.50,
        taken=-2.52,
        rival=1.72,
        known=0.50,
    ),
    none=6.51,
    none_by_candidates=-0.11,
)
# For a sentence against a text that is said to be about it.
PAIR = Model(
    Features(
        equal=1.80,
        rarity=1.08,
        loose=1.71,
        loose_rarity=2.29,
        implied=3.11,
        finer=-1.17,
        near_miss=0.36,
        distance=-1.18,
        bound=1.62,
        bound_only=-0.41,
        grain=0.56,
        kind=0.99,
        noun=-1.02,
        noun_clash=-1.81,
        noun_absent=-1.20,
        local=1.97,
        covers_draft=1.92,
        covers_source=-0.71,
        shared=-2.03,
        wide=0.15,
        left=0.43,
        right=0.35,
        crossed=-0.35,
        part=-0.28,
        part_clash=-1.63,
        rarest=0.69,
        alone=0.03,
        names=1.25,
        names_clash=0.91,
        stranger=0.65,
        strange=0.06,
        year=-1.17,
        year_clash=-1.44,
        year_doubt=-0.09,
        year_inferred=0.05,
        odd_year=-1.08,
        headers=1.30,
        place=-0.13,
        taken=-2.57,
        rival=-0.08,
        known=0.91,
    ),
    none=2.16,
    none_by_candidates=0.00,
)
