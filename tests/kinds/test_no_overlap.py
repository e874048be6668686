"""What a date has taken no other figure takes, and what a time of day has taken no date."""

from __future__ import annotations

from itertools import pairwise

from tests.rows import each

from factcheck.kinds import recognise
from factcheck.text.tokens import tokenise


@each(
    ("text", "found"),
    [
        ("The ferry sailed at 14:10 March 9, 2017.", ["14:10", "March 9, 2017"]),
        ("The page was changed at 16:40 July 8.", ["16:40", "July 8"]),
        ("They wrote 09:20 BC on it.", ["09:20"]),
        ("The 20th last century went.", ["last century"]),
        ("It was third last Monday.", ["last Monday"]),
        ("They met at 30 May 2020.", ["30 May 2020"]),
    ],
)
def test_no_figure_overlaps_another(text: str, found: list[str]) -> None:
    spans = [mention.span for mention in recognise(tokenise(text))]
    assert [text[slice(*span)] for span in spans] == found
    assert all(a.end <= b.start for a, b in pairwise(spans))
