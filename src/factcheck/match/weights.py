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
        equal=2.54,
        rarity=2.18,
        loose=1.96,
        loose_rarity=2.75,
        implied=1.16,
        finer=1.32,
        near_miss=4.11,
        distance=-3.22,
        bound=1.18,
        bound_only=-1.42,
        grain=1.59,
        kind=1.65,
        noun=0.72,
        noun_clash=-2.93,
        noun_absent=-0.00,
        local=2.63,
        covers_draft=-0.10,
        covers_source=2.69,
        shared=3.47,
        wide=2.08,
        left=0.18,
        right=1.02,
        crossed=-1.60,
        part=1.86,
        part_clash=-0.11,
        rarest=2.97,
        alone=0.48,
        names=1.18,
        names_clash=1.89,
        stranger=-1.37,
        strange=-0.72,
        year=0.85,
        year_clash=-1.38,
        year_doubt=-1.07,
        year_inferred=-0.89,
        odd_year=0.65,
        headers=0.58,
        place=0.18,
        taken=-2.73,
        rival=2.06,
        known=0.50,
        echo=-0.50,
        derived=-0.50,
    ),
    none=8.31,
    none_by_candidates=-0.15,
)
# For a sentence against a text that is said to be about it.
PAIR = Model(
    Features(
        equal=1.88,
        rarity=0.71,
        loose=1.67,
        loose_rarity=1.92,
        implied=2.94,
        finer=-1.86,
        near_miss=0.48,
        distance=-1.34,
        bound=1.49,
        bound_only=-0.29,
        grain=0.51,
        kind=1.01,
        noun=-1.09,
        noun_clash=-1.78,
        noun_absent=-1.18,
        local=2.30,
        covers_draft=2.04,
        covers_source=-0.91,
        shared=-2.22,
        wide=0.00,
        left=0.42,
        right=0.40,
        crossed=-0.38,
        part=-0.37,
        part_clash=-1.61,
        rarest=1.38,
        alone=0.68,
        names=1.35,
        names_clash=0.76,
        stranger=0.83,
        strange=0.06,
        year=-1.46,
        year_clash=-1.44,
        year_doubt=0.19,
        year_inferred=0.05,
        odd_year=-1.42,
        headers=0.92,
        place=-0.36,
        taken=-3.06,
        rival=-0.04,
        known=1.27,
        echo=-0.79,
        derived=-1.01,
    ),
    none=1.92,
    none_by_candidates=0.00,
)
