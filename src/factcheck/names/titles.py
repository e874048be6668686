"""The word lists that tell a person's title from a name, and a body's name from a person's."""

from __future__ import annotations

from functools import cache, lru_cache

from factcheck.lexicon import forms, months, table, weekdays
from factcheck.text.stem import FUNCTION_WORDS, NAMES

PARTS = {row["use"]: frozenset(row["words"].split()) for row in table("name_parts")}
JOINERS, PARTICLES, INNER_POSSESSIVES = (PARTS[use] for use in ("joiner", "particle", "owner"))
SURNAMES, NAME_WORDS = (PARTS[use] for use in ("surname", "function word"))
# The full names of months and weekdays are capitalised whatever they stand in, and no part of a name that a source or
# subject bears.
CALENDAR = frozenset(name.lower() for name in (*months(), *weekdays()))


@cache
def roles() -> frozenset[str]:
    """Folded nouns that say what a person is, singular and plural."""
    rows = table("roles")
    return frozenset(row["noun"] for row in rows) | frozenset(row["plural"] for row in rows)


@cache
def plural_roles() -> frozenset[str]:
    """Folded nouns for several people."""
    return frozenset(row["plural"] for row in table("roles"))


@cache
def honorifics() -> dict[str, str]:
    """Form of address as written → m, f or ""."""
    return {row["form"]: row["sex"] for row in table("honorifics")}


@cache
def bodies() -> dict[str, tuple[str, ...]]:
    """The capitalised word that makes a name a body's → the nouns that take it up again."""
    return {row["word"]: forms(row["refer"]) for row in table("organisations")}


@cache
def countries() -> frozenset[str]:
    """The names of states and countries, as they are written."""
    return frozenset(row["name"] for row in table("nations"))


@cache
def references() -> frozenset[str]:
    """The nouns by which later text takes up a body: "the party", "the group"."""
    return frozenset(noun for nouns in bodies().values() for noun in nouns)


@cache
def short_names() -> dict[str, str]:
    """Abbreviation → full name, for those no text defines."""
    return {form: row["name"] for row in table("short_names") for form in forms(row["forms"])}


@cache
def verbs_of_speech() -> frozenset[str]:
    """Every folded form of a verb that credits words to somebody."""
    return frozenset(form for row in table("reporting") for form in forms(row["forms"]))


@lru_cache(maxsize=1 << 16)
def small(word: str) -> bool:
    """Whether a capitalised word is a function word or a day or month, not part of a name."""
    lower, _, _ = word.lower().replace("\u2019", "'").partition("'")
    return (lower in FUNCTION_WORDS and lower not in NAME_WORDS and word not in NAMES) or lower in CALENDAR
