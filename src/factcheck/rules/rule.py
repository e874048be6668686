"""What a rule is: one kind of finding, with how grave it is."""

from __future__ import annotations

from enum import StrEnum

from factcheck.lean.record import dataclass


class Level(StrEnum):
    """How grave a finding is: by default an error fails a run, and a warning is only shown."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of finding. `example` is a draft's words that call for it; `advice` is what to do about it."""

    code: str
    name: str
    level: Level
    message: str
    why: str
    example: str
    advice: str
