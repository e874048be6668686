"""Reads what a page states of its article in JSON-LD, as search engines do."""

from __future__ import annotations

import json

NAMES = ("headline", "datePublished", "author", "publisher", "url")


def statements(text: str) -> list[tuple[str, str]]:
    """Names and values of the articles described; a broken block states nothing and breaks nothing."""
    try:
        return _statements(json.loads(text))
    except (ValueError, RecursionError):
        return []


def _statements(data: object) -> list[tuple[str, str]]:
    if isinstance(data, list):
        return [pair for member in data for pair in _statements(member)]
    if not isinstance(data, dict):
        return []
    found = _statements(data.get("@graph"))
    if "headline" in data or "datePublished" in data:
        found += [(name, _words(data.get(name))) for name in NAMES]
    return found


def _words(value: object) -> str:
    """A value, or the names of what it describes."""
    members = value if isinstance(value, list) else [value]
    names = [member.get("name") if isinstance(member, dict) else member for member in members]
    return ", ".join(name for name in names if isinstance(name, str))
