"""How one value can stand to another, and the reason in a phrase."""

from __future__ import annotations

from enum import StrEnum

from factcheck.lean.record import NamedTuple


class Relation(StrEnum):
    """How a draft's value stands to a source's."""

    EQUAL = "equal"
    IMPLIED = "implied"
    ROUNDED = "rounded"
    CONVERTED = "converted"
    VAGUER = "less precise"
    FINER = "more precise"
    DIFFERENT = "different"
    INCOMPARABLE = "not comparable"


AGREEING = frozenset({Relation.EQUAL, Relation.IMPLIED, Relation.ROUNDED, Relation.CONVERTED, Relation.VAGUER})


class Comparison(NamedTuple):
    """A relation and the reason for it in one phrase."""

    relation: Relation
    reason: str

    @property
    def agrees(self) -> bool:
        return self.relation in AGREEING
