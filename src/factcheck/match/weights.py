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
    scale=-3.00,
    kind=2.69,
    noun=1.91,
    noun_absent=0.09,
    local=1.94,
    covers_source=0.90,
    shared=1.36,
    wide=0.99,
    left=0.48,
    right=0.78,
    flanks=2.46,
    part=1.30,
    names=0.53,
    names_clash=-0.59,
    stranger=-0.51,
    owner_same=0.29,
    owner_doubt=-0.79,
    carry=0.50,
    union=5.95,
    time_same=2.46,
    time_told=1.88,
    time_clash=-0.73,
    time_doubt=-2.22,
    year_clash=-1.00,
    year_doubt=-0.40,
    mates=1.65,
    dominated=-1.39,
)
# For a draft against a library: most of what the library holds is about something else.
LIBRARY = Model(
    _of(
        equal=1.46,
        rarity=1.81,
        loose=1.14,
        loose_rarity=2.06,
        implied=1.17,
        finer=-1.91,
        near_miss=1.99,
        distance=-0.84,
        scale=-1.32,
        bound=0.93,
        bound_only=-0.67,
        bound_gap=-1.14,
        grain=1.15,
        kind=0.85,
        noun=0.09,
        noun_clash=-1.90,
        noun_absent=-1.00,
        local=2.24,
        covers_draft=1.09,
        covers_source=1.16,
        shared=1.57,
        wide=1.61,
        left=0.36,
        right=0.13,
        flanks=1.39,
        part=1.58,
        names=0.32,
        stranger=-1.61,
        strange=-0.02,
        owner_same=0.42,
        owner_clash=-1.14,
        owner_doubt=-0.52,
        carry=0.80,
        union=1.52,
        time_same=3.84,
        time_told=3.05,
        time_clash=-0.06,
        time_doubt=-1.47,
        date_differs=-1.11,
        year=0.37,
        year_clash=-0.66,
        year_doubt=-0.31,
        headers=0.90,
        place=0.49,
        mates=1.32,
        verbatim=2.00,
        dominated=-0.78,
        known=0.50,
        echo=-0.70,
        swapped=3.50,
    ),
    none=Null(3.11, 0.41, 3.18, 0.00),
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
