"""Expressions that are compiled when they are first asked answer as if they had been compiled at once."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest
from tests.rows import each

import factcheck
from factcheck.lean import regex

# What a module of the package may lack: an extra that is not installed.
EXTRAS = ("pypdfium2", "trafilatura", "lxml")


def test_an_expression_that_is_none_is_told_when_it_is_asked() -> None:
    wrong = regex.compile("(boat")
    with pytest.raises(re.error):
        wrong.search("boat")


def test_an_expression_has_no_attributes_of_its_own() -> None:
    with pytest.raises(AttributeError):
        regex.compile("boat").crew  # type: ignore[attr-defined] # noqa: B018 # as a compiled one


@each(
    "ask",
    [
        lambda boats: [found[0] for found in boats.finditer("12 boats, 3 Boats")],
        lambda boats: boats.findall("12 boats"),
        lambda boats: boats.match("12 boats", 1)["many"],
        lambda boats: boats.fullmatch("no boats"),
        lambda boats: boats.sub("ships", "12 boats and 3 BOATS", count=1),
        lambda boats: boats.split("a 12 boats b"),
        lambda boats: (boats.pattern, boats.flags, boats.groups, boats.groupindex["many"]),
    ],
)
def test_it_answers_as_a_compiled_one(ask: object) -> None:
    assert callable(ask)
    late, at_once = (made(r"(?P<many>\d+) boats", re.IGNORECASE) for made in (regex.compile, re.compile))
    assert ask(late) == ask(at_once)
    assert ask(late) == ask(at_once)


def test_every_expression_of_the_package_can_be_compiled() -> None:
    kept = []
    for module in pkgutil.walk_packages(factcheck.__path__, "factcheck."):
        if module.name.endswith("__main__"):
            continue
        try:
            loaded = importlib.import_module(module.name)
        except ImportError as missing:
            if missing.name in EXTRAS:
                continue
            raise
        kept += [one for one in vars(loaded).values() if type(one).__name__ == "_Expression"]
    assert len(kept) > 100
    for one in kept:
        assert one.groups >= len(one.groupindex)  # which compiles it, for all that are tested after this
