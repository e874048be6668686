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
    kind=2.13,
    noun=1.58,
    noun_clash=-0.54,
    noun_absent=-0.34,
    local=1.58,
    covers_source=1.37,
    shared=1.73,
    wide=1.29,
    left=0.99,
    right=1.14,
    part=1.06,
    part_clash=-0.42,
    names=0.51,
    names_clash=-0.33,
    stranger=-0.66,
    owner_same=0.60,
    owner_doubt=-0.78,
    carry=0.27,
    union=3.49,
    time_same=2.20,
    time_clash=-1.09,
    time_doubt=-1.93,
    year=0.96,
    year_clash=-0.98,
    year_doubt=-0.73,
    mates=2.07,
    strangers=-0.03,
    dominated=-0.96,
)
# For a draft against a library: most of what the library holds is about something else.
LIBRARY = Model(
    _of(
        equal=1.80,
        rarity=1.74,
        loose=1.75,
        loose_rarity=2.45,
        implied=1.29,
        finer=-0.98,
        near_miss=2.38,
        distance=-1.01,
        bound=0.84,
        bound_only=-0.31,
        bound_gap=-0.92,
        grain=1.42,
        kind=0.83,
        noun=0.30,
        noun_clash=-2.18,
        noun_absent=-0.13,
        local=2.39,
        covers_draft=0.59,
        covers_source=1.47,
        shared=1.74,
        wide=2.10,
        left=0.30,
        right=0.65,
        part=1.13,
        part_clash=-0.05,
        names=0.45,
        stranger=-1.17,
        owner_same=0.67,
        owner_clash=-0.39,
        owner_doubt=-0.42,
        carry=1.43,
        union=1.29,
        time_same=2.85,
        time_clash=-0.67,
        time_doubt=-1.00,
        date_differs=-0.54,
        year=0.84,
        year_clash=-0.98,
        year_doubt=-0.28,
        headers=1.11,
        place=0.42,
        taken=-0.47,
        coverage=0.09,
        mates=1.63,
        verbatim=2.00,
        strangers=-0.51,
        dominated=-0.69,
        known=0.50,
        echo=-0.70,
        swapped=3.50,
    ),
    none=Null(3.55, 0.57, 3.37, 0.00),
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
