"""What each feature is worth, in nats; fitted by `tools/fit_weights.py` on labelled drafts and pairs of sentences."""

from __future__ import annotations

import math
from typing import NamedTuple

from factcheck.match.features import Features


class Null(NamedTuple):
    """What is measured of "no source speaks of it", and what each is worth: always; by every e-fold of candidates; by
    how little of the sentence any passage holds; by how few words the sentence has."""

    always: float
    candidates: float
    uncovered: float
    terse: float


class Model(NamedTuple):
    """The worth of each feature and of what speaks for "no source speaks of it".

    blind: what each is worth for telling the fact, values aside; margin: by how many nats of that another figure has
    to answer better than an equal value, so that the value proves nothing
    """

    weights: Features
    none: Null
    blind: Features
    margin: float


def _of(**worth: float) -> Features:
    """The features' worths; what is not named is worth nothing."""
    return Features(**{name: worth.get(name, 0.0) for name in Features._fields})


# How well a figure answers to a draft's whatever the two values are: who, what, when, where it stands.
BLIND = _of(
    kind=2.11,
    noun=1.52,
    noun_clash=-0.64,
    noun_absent=-0.68,
    local=1.59,
    covers_source=1.40,
    shared=1.73,
    wide=1.30,
    left=1.00,
    right=1.07,
    part=1.10,
    part_clash=-0.46,
    names=0.52,
    names_clash=-0.33,
    stranger=-0.67,
    owner_same=0.51,
    owner_doubt=-1.04,
    carry=0.24,
    union=3.49,
    time_same=2.22,
    time_clash=-1.12,
    time_doubt=-1.87,
    year=0.96,
    year_clash=-0.97,
    year_doubt=-0.74,
    mates=2.04,
    dominated=-1.01,
)
# For a draft against a library: most of what the library holds is about something else.
LIBRARY = Model(
    _of(
        equal=1.81,
        rarity=1.74,
        loose=1.70,
        loose_rarity=2.44,
        implied=1.15,
        finer=-0.91,
        near_miss=2.37,
        distance=-0.90,
        bound=0.86,
        bound_only=-0.29,
        bound_gap=-0.94,
        grain=1.44,
        kind=0.85,
        noun=0.32,
        noun_clash=-2.16,
        noun_absent=-0.02,
        local=2.35,
        covers_draft=0.66,
        covers_source=1.44,
        shared=1.72,
        wide=2.03,
        left=0.28,
        right=0.60,
        part=1.11,
        part_clash=-0.03,
        names=0.42,
        stranger=-1.13,
        strange=-0.01,
        owner_same=0.74,
        owner_clash=-0.38,
        owner_doubt=-0.75,
        carry=1.45,
        union=1.25,
        time_same=2.88,
        time_clash=-0.77,
        time_doubt=-0.87,
        date_differs=-0.59,
        year=0.80,
        year_clash=-0.99,
        year_doubt=-0.24,
        headers=1.06,
        place=0.38,
        taken=-0.57,
        coverage=0.12,
        mates=1.61,
        verbatim=2.00,
        strangers=-0.51,
        dominated=-0.69,
        known=0.50,
        echo=-0.70,
        swapped=3.50,
    ),
    none=Null(3.56, 0.58, 3.43, 0.00),
    blind=BLIND,
    margin=2.25,
)
# For a sentence against a text that is said to be about it.
PAIR = Model(
    _of(
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
        headers=0.49,
        place=-0.69,
        taken=-2.98,
        known=1.17,
        echo=-0.71,
        swapped=3.50,
    ),
    none=Null(4.22, 0.0, 0.0, 0.0),
    blind=BLIND,
    margin=math.inf,
)
