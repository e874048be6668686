"""What each feature is worth, in nats; fitted by `tools/fit_weights.py` on labelled drafts and pairs of sentences."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.match.features import Features


class Null(NamedTuple):
    """The score of "no source speaks of it": a constant, and what every e-fold of candidates adds."""

    constant: float
    candidates: float


WEIGHTS = Features(
    equal=1.9,
    rarity=3.9,
    loose=1.2,
    loose_rarity=2.0,
    finer=0.8,
    near_miss=2.8,
    distance=-1.7,
    bound=0.5,
    grain=1.5,
    kind=2.0,
    noun=1.0,
    noun_clash=-1.0,
    noun_absent=0.0,
    local=3.5,
    covers_draft=2.4,
    covers_source=1.5,
    shared=2.3,
    wide=2.0,
    left=0.8,
    right=1.5,
    crossed=0.5,
    part=1.0,
    part_clash=-0.8,
    rarest=2.0,
    names=1.0,
    names_clash=-1.0,
    year=1.2,
    year_clash=-1.5,
    year_doubt=-0.5,
    year_inferred=0.0,
    kin=3.0,
    headers=1.0,
    place=0.2,
    taken=-2.0,
    rival=-1.5,
)
LIBRARY = Null(10.5, 0.5)
PAIR = Null(8.0, 0.0)
