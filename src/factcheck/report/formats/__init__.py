"""Outputs of `verify`, one a file: each turns a report into text, and none of them writes anything."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from factcheck.lean.record import dataclass

if TYPE_CHECKING:
    from factcheck.report.outcome import Report

# Every output format, in `factcheck.report.formats.NAME` as `render`; each is imported only when it is asked for.
REPORTERS = (
    "text", "full", "concise", "json", "jsonl", "github", "gitlab", "junit", "rdjson", "sarif", "markdown", "html"
)  # fmt: skip
# Names of formats that are another's.
ALIASES = {"full": "text"}


@dataclass(frozen=True, slots=True)
class Style:
    """How to write for people: in colour or not, in how many columns, with what decided or without."""

    color: bool = False
    width: int = 100
    why: bool = False


def reporter(name: str) -> Callable[[Report, Style], str]:
    """The `render` of an output format named in `REPORTERS`."""
    render: Callable[[Report, Style], str] = importlib.import_module(
        f"factcheck.report.formats.{ALIASES.get(name, name)}"
    ).render
    return render
