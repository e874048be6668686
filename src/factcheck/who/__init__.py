"""Holds what people are said to be against each other: in a draft, and in a library."""

from __future__ import annotations

from factcheck.who.ages import merged
from factcheck.who.profile import Person, people
from factcheck.who.verdicts import findings

__all__ = ["Person", "findings", "merged", "people"]
