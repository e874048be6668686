"""Who says it: short texts of many forms, each with a quotation of them that is right or wrong."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.rows import each

from factcheck.extract import read_text
from factcheck.extract.reading import Reading
from factcheck.model import Kind
from factcheck.quotations.verdict import judge
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary

# A verdict, a draft, and a source; "\\n" for the end of a line.
PAIRS = [line.split(" | ") for line in (Path(__file__).parent / "said.txt").read_text(encoding="utf-8").splitlines()]
OTHERS = "\n\n".join(f"The sheep of parish {number} went up the hill before noon." for number in range(60))


@cache
def others() -> Reading:
    return read_text(OTHERS, "others")


@each(("verdict", "draft", "source"), PAIRS)
def test_who_says_it(verdict: str, draft: str, source: str) -> None:
    text, said = (part.replace("\\n", "\n") for part in (source, draft))
    library = MemoryLibrary(contents(read_text(text, "source", ".md"), others()))
    own = MemoryLibrary(contents(read_text(said, "draft", ".md")))
    found = judge([stored.claim for stored in own.all_claims(Kind.QUOTE)], library, own)
    verdicts = {finding.verdict.value for finding in found}
    # Of a quotation that its cue splits, both parts are wrong.
    assert verdicts == {verdict}
