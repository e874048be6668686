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
    kind=2.72,
    noun=1.91,
    local=1.91,
    covers_source=0.90,
    shared=1.47,
    wide=1.19,
    left=0.49,
    right=0.81,
    flanks=2.40,
    part=1.28,
    names=0.55,
    names_clash=-0.68,
    stranger=-0.44,
    owner_same=0.30,
    owner_doubt=-0.77,
    carry=0.44,
    union=5.83,
    time_same=2.77,
    time_told=2.14,
    time_clash=-0.77,
    time_doubt=-2.21,
    year_clash=-0.89,
    year_doubt=-0.35,
    mates=1.63,
    dominated=-1.44,
)
# For a draft against a library: most of what the library holds is about something else.
LIBRARY = Model(
    _of(
        equal=1.52,
        rarity=2.12,
        loose=1.24,
        loose_rarity=2.12,
        implied=1.35,
        finer=-1.79,
        near_miss=2.07,
        distance=-0.79,
        scale=-1.28,
        bound=0.87,
        bound_only=-0.63,
        bound_gap=-1.12,
        grain=1.14,
        kind=0.98,
        noun=0.07,
        noun_clash=-1.90,
        noun_absent=-0.92,
        local=2.49,
        covers_draft=1.19,
        covers_source=1.38,
        shared=1.66,
        wide=1.46,
        left=0.31,
        right=0.09,
        flanks=1.36,
        part=1.57,
        names=0.34,
        stranger=-1.66,
        strange=-0.10,
        owner_same=0.65,
        owner_clash=-0.40,
        owner_doubt=-0.45,
        carry=0.79,
        union=1.44,
        time_same=4.01,
        time_told=3.12,
        time_clash=-0.22,
        time_doubt=-1.51,
        date_differs=-1.05,
        year=0.35,
        year_clash=-0.69,
        year_doubt=-0.35,
        headers=1.03,
        place=0.08,
        taken=-0.16,
        mates=1.46,
        verbatim=2.00,
        dominated=-0.54,
        known=0.50,
        echo=-0.70,
        swapped=3.50,
    ),
    none=Null(3.40, 0.43, 3.12, 0.00),
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
