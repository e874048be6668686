"""The rules by code and by name, and what a list of rules on a command line stands for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.errors import InputError
from factcheck.rules import codes
from factcheck.rules.catalogue import CATALOGUE
from factcheck.rules.rule import Level, Rule
from factcheck.text.wording import nearest

__all__ = ["OFF", "RULES", "Level", "Rule", "find", "select"]

RULES = {rule.code: rule for rule in CATALOGUE}
# Reported only where they are selected.
OFF = frozenset({codes.PERSON_UNKNOWN})


def find(name: str) -> Rule | None:
    """The rule with this code or name, however it is capitalised."""
    wanted = name.strip().lower()
    return next((rule for rule in CATALOGUE if wanted in (rule.code.lower(), rule.name)), None)


def select(names: Iterable[str]) -> frozenset[str]:
    """The codes that the given codes, names, beginnings of a code (`FC2`) or levels (`error`) stand for.

    Raises InputError for a name that stands for none.
    """
    return frozenset(code for name in names for code in _codes(name))


def _codes(name: str) -> Sequence[str]:
    wanted = name.strip().lower()
    codes = [
        rule.code
        for rule in CATALOGUE
        if wanted in (rule.name, rule.level) or (len(wanted) > 2 and rule.code.lower().startswith(wanted))
    ]
    if not codes:
        raise InputError(f"no rule is called {name.strip()!r}{_suggestion(wanted)}")
    return codes


def _suggestion(wanted: str) -> str:
    named = {name: f"{rule.code} {rule.name}" for rule in CATALOGUE for name in (rule.code.lower(), rule.name)}
    named |= {level.value: level.value for level in Level}
    near = nearest(wanted, named)
    return f"; did you mean {named[near]}?" if near else "; `factcheck explain` lists them"
