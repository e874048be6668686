"""Writes tables of a claims file as TOML text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.lean import regex as re

# What TOML forbids raw in a basic string: control characters, the quotation mark and the backslash.
UNSAFE = re.compile(r'[\x00-\x1f\x7f"\\]')
ESCAPES = {"\n": r"\n", "\r": r"\r", "\t": r"\t", '"': r"\"", "\\": r"\\"}
# What a key can be set to: a text, a list of texts, a flag, a number.
Plain = str | bool | int | tuple[str, ...]


def scalar(value: Plain) -> str:
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return f"[{', '.join(map(scalar, value))}]"
    if isinstance(value, int):
        return str(value)
    return f'"{UNSAFE.sub(_escape, value)}"'


def _escape(match: re.Match[str]) -> str:
    return ESCAPES.get(match[0], f"\\u{ord(match[0]):04x}")


def table(header: str, row: Mapping[str, Plain]) -> str:
    """A table under its header, without the keys that are empty."""
    lines = [f"{key} = {scalar(value)}" for key, value in row.items() if value not in ("", False, ())]
    return "\n".join([f"[[{header}]]", *lines]) + "\n"


def claim(row: Mapping[str, Plain], sources: Iterable[Mapping[str, Plain]]) -> str:
    """A claim with its sources below it."""
    return "\n".join([table("claim", row), *(table("claim.source", source) for source in sources)])
