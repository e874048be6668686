"""Every row of the table of query cues speaks in its own example and is silent in the other."""

from tests.rows import each

from factcheck.lexicon import table
from factcheck.lookup.query_cues import cues
from factcheck.model import Kind
from factcheck.text.tokens import tokenise


@each("row", table("queries"))
def test_row_speaks_and_is_silent(row: dict[str, str]) -> None:
    kinds = set(map(Kind, row["kinds"].split()))
    assert kinds <= _told(row["yes"], row["asks"])
    assert _told(row["no"], row["asks"]).isdisjoint(kinds)
    assert {row["told"], row["asks"]} <= {"yes", "no"}


def _told(query: str, asks: str) -> frozenset[Kind]:
    found = cues(tokenise(query).words)
    return found.asked if asks == "yes" else found.hinted
