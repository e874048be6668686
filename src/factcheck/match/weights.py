"""What each feature is worth, in nats; fitted by `tools/fit_weights.py` on labelled drafts and pairs of sentences."""

from __future__ import annotations

import math

from factcheck.lean.record import NamedTuple
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
    kind=1.74,
    noun=1.40,
    noun_absent=-0.15,
    local=1.88,
    covers_source=0.92,
    shared=1.38,
    wide=1.66,
    left=0.53,
    right=0.78,
    flanks=2.44,
    part=1.15,
    names=0.62,
    names_clash=-0.61,
    stranger=-0.23,
    owner_same=0.55,
    owner_doubt=-0.46,
    carry=0.30,
    union=6.84,
    time_same=2.93,
    time_told=2.29,
    time_clash=-0.70,
    time_doubt=-1.86,
    year=0.06,
    year_clash=-0.88,
    year_doubt=-0.43,
    mates=1.57,
    dominated=-1.60,
    home=1.50,
)
# For a draft against a library: most of what the library holds is about something else.
LIBRARY = Model(
    _of(
        equal=1.74,
        rarity=1.81,
        loose=1.23,
        loose_rarity=1.88,
        implied=1.29,
        finer=-2.00,
        near_miss=2.24,
        distance=-0.65,
        scale=-1.53,
        bound=0.48,
        bound_only=0.27,
        bound_gap=-1.01,
        grain=1.03,
        kind=0.55,
        noun_clash=-1.55,
        noun_absent=-0.83,
        local=2.41,
        covers_draft=1.22,
        covers_source=1.25,
        shared=1.43,
        wide=1.52,
        left=0.39,
        right=0.14,
        flanks=1.25,
        part=1.17,
        stranger=-1.75,
        strange=-0.20,
        owner_same=0.54,
        owner_clash=-0.45,
        owner_doubt=-0.33,
        carry=0.89,
        union=1.52,
        time_same=4.24,
        time_told=3.52,
        time_clash=-0.26,
        time_doubt=-1.06,
        date_differs=-1.36,
        year=0.43,
        year_clash=-0.71,
        year_doubt=-0.19,
        headers=1.09,
        place=0.09,
        taken=-0.07,
        coverage=0.25,
        mates=1.33,
        verbatim=2.00,
        dominated=-1.03,
        known=0.50,
        echo=-0.70,
        swapped=3.50,
        home=1.50,
        lapse=2.0,
    ),
    none=Null(3.58, 0.45, 2.44, 0.00),
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
