"""The terms of a verdict: every feature is told of once, in the words of the source."""

from __future__ import annotations

from collections import Counter

from factcheck.match.explain import GROUPS
from factcheck.match.features import Features
from factcheck.verify.pair import compare_pair


def test_every_feature_is_in_one_group() -> None:
    assert Counter(name for group in GROUPS.values() for name in group) == Counter(Features._fields)


def test_terms_are_words_of_the_source() -> None:
    _, findings = compare_pair("The mill employed 240 staff in Harl.", "In Harl the mill had 420 workers in 2019.")
    details = {term.name: term.detail for term in findings[0].why}
    assert details["words"] == "mill, workers, Harl"
    assert details["names"] == "Harl"
    assert details["value"] == "different: another value"
