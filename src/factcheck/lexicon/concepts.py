"""Folds stems that report the same thing into one: "jailed" and "imprisoned" are looked for and counted as one word."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from factcheck.lexicon import forms, table
from factcheck.text.stem import stem


def concept(word: str) -> str:
    """The concept of a stem; the stem itself where it shares none."""
    return _concepts().get(word, word)


def concepts(stems: Iterable[str]) -> list[str]:
    """The concept of each of many stems."""
    known = _concepts()
    return [known.get(stem, stem) for stem in stems]


def stems_of(word: str) -> tuple[str, ...]:
    """All stems that a concept stands for: what to look for in an index of stems."""
    return _members().get(word, (word,))


@cache
def _concepts() -> dict[str, str]:
    """Stem → the first stem of the first row it stands in."""
    found: dict[str, str] = {}
    for row in table("concepts"):
        stems = tuple(stem(form) for form in forms(row["words"]))
        for member in stems:
            found.setdefault(member, "~" + row["concept"])
    return found


@cache
def _members() -> dict[str, tuple[str, ...]]:
    members: dict[str, list[str]] = {}
    for member, name in _concepts().items():
        members.setdefault(name, []).append(member)
    return {name: tuple(stems) for name, stems in members.items()}
