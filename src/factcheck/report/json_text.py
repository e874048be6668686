"""JSON in which nothing that the texts hold acts: neither on a terminal, nor on the eye, nor on a runner's log."""

from __future__ import annotations

import json
from typing import Any

from factcheck.lean import regex as re
from factcheck.report.visible import COMMAND, UNSEEN

# What JSON may hold raw and no output shall: the hidden characters above C0, which `json` escapes itself.
RAW = re.compile(f"{UNSEEN}|{COMMAND}")


def dumps(value: Any, indent: int | None = None) -> str:
    """A value as JSON in UTF-8, hidden characters and the beginnings of commands escaped: any reader gets them back."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return RAW.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{high << 8 | low:04x}" for high, low in zip(units[::2], units[1::2], strict=True))
