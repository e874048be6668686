"""Every row of verb forms shows a verb in its own example and none in the other."""

from __future__ import annotations

from tests.rows import each

from factcheck.extract.frames.clause import clauses
from factcheck.lexicon import forms, table
from factcheck.text.tokens import tokenise

ROWS = table("finite")


def verbs(text: str) -> set[str]:
    tokens = tokenise(text)
    return {
        tokens.lower[clause.verb] for clause in clauses(tokens, frozenset(), frozenset()) if clause.verb is not None
    }


@each("row", ROWS)
def test_finite(row: dict[str, str]) -> None:
    assert verbs(row["yes"]) & set(forms(row["forms"]))
    assert not verbs(row["no"]) & set(forms(row["forms"]))


def test_no_form_stands_twice() -> None:
    listed = [form for row in ROWS for form in forms(row["forms"])]
    assert len(listed) == len(set(listed))
