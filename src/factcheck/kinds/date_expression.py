"""A date as it is written, before the document says which one it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateExpression:
    """What a date expression states by itself."""
