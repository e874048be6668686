"""The terms of a verdict: every feature is told of once, in the words of the source."""

from __future__ import annotations

from collections import Counter

from tests.rows import each
from tests.verify.test_proof import candidate, contexts

from factcheck.compare import Relation
from factcheck.match.explain import GROUPS, terms
from factcheck.match.features import Features
from factcheck.match.weights import LIBRARY
from factcheck.model import Term
from factcheck.verify.pair import compare_pair

NONE = Features._make([0.0] * len(Features._fields))


def test_every_feature_is_in_one_group() -> None:
    assert Counter(name for group in GROUPS.values() for name in group) == Counter(Features._fields)


def test_terms_are_words_of_the_source() -> None:
    _, findings = compare_pair("The mill employed 240 staff in Harl.", "In Harl the mill had 420 workers in 2019.")
    details = {term.name: term.detail for term in findings[0].why}
    assert details["words"] == "mill, workers, Harl"
    assert details["names"] == "Harl"
    assert details["value"] == "different: another value"


@each(
    ("headers", "echo", "told"),
    [
        (0.0, 0.0, []),
        (0.05, -0.05, []),
        (0.06, 0.0, [("headers", "", 0.06)]),
        (0.0, -0.06, [("other figures", "", -0.06)]),
        (0.5, -1.5, [("other figures", "", -1.5), ("headers", "", 0.5)]),
    ],
)
def test_what_turns_no_verdict_is_not_told(headers: float, echo: float, told: list[tuple[str, str, float]]) -> None:
    _, (figure, draft) = contexts("The yard caught 310 fish.", "The yard caught 410 fish.")
    model = LIBRARY._replace(weights=NONE._replace(headers=headers, echo=echo))
    found = terms(candidate(figure, draft, Relation.DIFFERENT, headers=1.0, echo=1.0), model)
    assert found == tuple(Term(*one) for one in told)


@each(
    ("text", "years"),
    [("The yard caught 310 fish.", ""), ("In 2019, as in 2018, the yard caught 310 fish.", "2018, 2019")],
)
def test_a_time_is_told_by_its_years(text: str, years: str) -> None:
    _, figures = contexts(text)
    figure = next(one for one in figures if one.value.plain == "310")
    model = LIBRARY._replace(weights=NONE._replace(year=1.0))
    assert terms(candidate(figure, figure, Relation.EQUAL, year=1.0), model) == (Term("time", years, 1.0),)
