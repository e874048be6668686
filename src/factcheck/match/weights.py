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
        equal=1.56,
        rarity=2.92,
        loose=1.59,
        loose_rarity=2.55,
        implied=1.21,
        finer=0.56,
        near_miss=3.56,
        distance=-2.32,
        bound=0.87,
        bound_only=-0.37,
        grain=1.57,
        kind=1.45,
        noun=0.97,
        noun_clash=-1.84,
        noun_absent=-0.03,
        local=2.97,
        covers_draft=0.90,
        covers_source=1.77,
        shared=2.44,
        wide=2.30,
        left=0.18,
        right=0.86,
        crossed=-0.56,
        part=1.36,
        part_clash=-0.47,
        rarest=1.76,
        names=0.94,
        names_clash=0.37,
        year=0.94,
        year_clash=-0.82,
        year_doubt=-0.38,
        year_inferred=-0.25,
        kin=3.28,
        headers=0.93,
        place=1.05,
        taken=-2.26,
        rival=0.68,
    ),
    none=10.41,
    none_by_candidates=0.05,
)
# For a sentence against a text that is said to be about it.
PAIR = Model(
    Features(
        equal=1.53,
        rarity=1.64,
        loose=1.62,
        loose_rarity=2.32,
        implied=2.88,
        finer=-0.56,
        near_miss=0.39,
        distance=-1.09,
        bound=1.45,
        bound_only=-0.35,
        grain=0.52,
        kind=1.23,
        noun=-0.88,
        noun_clash=-1.61,
        noun_absent=-1.01,
        local=1.71,
        covers_draft=1.57,
        covers_source=-0.63,
        shared=-1.35,
        wide=0.56,
        left=0.31,
        right=0.22,
        crossed=-0.29,
        part=-0.17,
        part_clash=-1.50,
        rarest=0.97,
        names=0.93,
        names_clash=1.13,
        year=-0.60,
        year_clash=-1.49,
        year_doubt=-0.28,
        year_inferred=0.05,
        kin=4.25,
        headers=1.31,
        place=0.27,
        taken=-2.21,
        rival=-0.12,
    ),
    none=6.75,
    none_by_candidates=0.00,
)
