"""Outputs of `verify`, one a file: each turns a report into text, and none of them writes anything."""

from __future__ import annotations

import importlib
from collections.abc import Callable

from factcheck.reporters.report import Report, Style

Reporter = Callable[[Report, Style], str]

# Every output format, in `factcheck.reporters.NAME` as `render`; each is imported only when it is asked for.
REPORTERS = ("text", "json", "github", "sarif", "html")


def reporter(name: str) -> Reporter:
    """The `render` of an output format named in `REPORTERS`."""
    render: Reporter = importlib.import_module(f"factcheck.reporters.{name}").render
    return render
