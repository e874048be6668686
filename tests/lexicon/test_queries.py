"""Every row of the table of query cues speaks in its own example and is silent in the other."""

import pytest

from factcheck.lexicon import forms, table
from factcheck.lookup.query_cues import cues
from factcheck.model import Kind
from factcheck.tokens import tokenise


@pytest.mark.parametrize("row", table("queries"), ids=lambda row: forms(row["words"])[0])
def test_row_speaks_and_is_silent(row: dict[str, str]) -> None:
    kinds = set(map(Kind, row["kinds"].split()))
    assert kinds <= cues(tokenise(row["yes"]).words).kinds
    assert cues(tokenise(row["no"]).words).kinds.isdisjoint(kinds)
    assert row["told"] in ("yes", "no")
