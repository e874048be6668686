"""The bounds at which rules of dates turn, text by text: what is read, and what it is worth in its document."""

from __future__ import annotations

from pathlib import Path

from tests.rows import each

from factcheck.dates import recognise
from factcheck.dates.resolve import resolve
from factcheck.text.tokens import tokenise

ROWS = [
    line.split(" | ")
    for line in (Path(__file__).parent / "edges.txt").read_text(encoding="utf-8").splitlines()
    if line[:2] != "# "
]


@each(("text", "published", "dates"), ROWS)
def test_on_an_edge(text: str, published: str, dates: str) -> None:
    tokens = tokenise(text)
    (found,) = resolve([(tokens, recognise(tokens))], published)
    assert "; ".join(f"«{text[slice(*m.span)]}» {m.value.text}" for m in found) == dates.removeprefix("-")
