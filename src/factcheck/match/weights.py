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
    kind=2.10,
    noun=1.54,
    noun_clash=-0.65,
    noun_absent=-0.70,
    local=1.66,
    covers_source=1.49,
    shared=1.78,
    wide=1.41,
    left=1.03,
    right=1.11,
    part=1.06,
    part_clash=-0.39,
    names=0.51,
    names_clash=-0.34,
    stranger=-0.65,
    owner_same=0.62,
    owner_doubt=-0.94,
    carry=0.20,
    union=3.39,
    time_same=2.17,
    time_clash=-1.20,
    time_doubt=-2.01,
    year=0.88,
    year_clash=-0.98,
    year_doubt=-0.93,
    verbatim=2.00,
    mates=2.01,
    strangers=-0.07,
    dominated=-0.99,
)
# For a draft against a library: most of what the library holds is about something else.
LIBRARY = Model(
    _of(
        equal=1.82,
        rarity=1.96,
        loose=1.75,
        loose_rarity=2.52,
        implied=1.17,
        finer=-0.79,
        near_miss=2.41,
        distance=-0.76,
        bound=0.88,
        bound_only=-0.28,
        bound_gap=-0.93,
        grain=1.41,
        kind=0.83,
        noun=0.22,
        noun_clash=-2.12,
        noun_absent=-0.01,
        local=2.39,
        covers_draft=0.63,
        covers_source=1.57,
        shared=1.72,
        wide=1.98,
        left=0.24,
        right=0.63,
        part=1.19,
        part_clash=-0.01,
        names=0.36,
        stranger=-1.13,
        owner_same=0.72,
        owner_clash=-0.39,
        owner_doubt=-0.71,
        carry=1.51,
        union=1.33,
        time_same=2.76,
        time_clash=-0.46,
        time_doubt=-0.98,
        date_differs=-0.55,
        year=0.78,
        year_clash=-1.01,
        year_doubt=-0.17,
        headers=1.12,
        place=0.42,
        taken=-0.67,
        coverage=0.08,
        mates=1.76,
        verbatim=2.00,
        strangers=-0.41,
        dominated=-0.61,
        known=0.50,
        echo=-0.70,
        swapped=3.50,
    ),
    none=Null(3.61, 0.60, 3.46, 0.00),
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
