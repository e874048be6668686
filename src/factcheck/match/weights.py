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
    kind=2.21,
    noun=1.72,
    noun_clash=-0.55,
    noun_absent=-0.60,
    local=1.58,
    covers_source=1.40,
    shared=1.90,
    wide=1.76,
    left=1.02,
    right=1.10,
    part=1.04,
    part_clash=-0.43,
    names=0.82,
    names_clash=-0.41,
    stranger=-0.44,
    owner_same=0.71,
    owner_doubt=-0.57,
    carry=0.23,
    union=3.27,
    time_same=2.10,
    time_clash=-1.50,
    time_doubt=-2.11,
    year=1.00,
    year_clash=-0.85,
    year_doubt=-1.04,
    mates=1.98,
    strangers=-0.02,
    dominated=-0.95,
)
# For a draft against a library: most of what the library holds is about something else.
LIBRARY = Model(
    _of(
        equal=1.79,
        rarity=1.79,
        loose=1.70,
        loose_rarity=2.46,
        implied=1.13,
        finer=-0.84,
        near_miss=2.41,
        distance=-0.92,
        bound=0.88,
        bound_only=-0.37,
        bound_gap=-0.92,
        grain=1.43,
        kind=0.93,
        noun=0.33,
        noun_clash=-2.18,
        noun_absent=0.08,
        local=2.37,
        covers_draft=0.50,
        covers_source=1.57,
        shared=1.71,
        wide=1.86,
        left=0.39,
        right=0.66,
        part=1.16,
        part_clash=-0.06,
        names=0.49,
        stranger=-1.19,
        owner_same=0.26,
        owner_clash=-0.05,
        owner_doubt=-0.86,
        carry=1.51,
        union=1.27,
        time_same=2.82,
        time_clash=-0.66,
        time_doubt=-1.07,
        date_differs=-0.63,
        year=0.83,
        year_clash=-0.96,
        year_doubt=-0.10,
        headers=0.76,
        place=0.38,
        taken=-0.65,
        coverage=0.14,
        mates=1.87,
        strangers=-0.36,
        dominated=-0.63,
        known=0.50,
        echo=-0.70,
        swapped=3.50,
    ),
    none=Null(3.72, 0.60, 3.15, 0.00),
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
