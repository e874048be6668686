"""Every figure and quotation points at itself in the file as decoded, whatever the file is made of."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.properties import examples
from tests.rows import each

from factcheck.extract import Reading, read_file, read_text
from factcheck.model import Kind

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))

# What a file may be made of, each piece with the figures and quotations that it shows a reader.
PIECES = {
    "The board cut 1,652 jobs in June 2021.": ("1,652", "June 2021"),
    "\ufeffSales rose 4.5 percent.": ("4.5 percent",),
    "🚀 Profit of $3 million 🎉": ("$3 million",),
    "“We will not close the mine,” said Ana Ruiz.": ("We will not close the mine,",),
    "Cafe\u0301 owners paid €20 each.": ("€20",),
    "שלום 12 people مرحبا": ("12",),
    "a\tb\r\n": (),
    "\r\n\r\n": (),
    "\n\n": (),
    "    ": (),
    "…": (),
}


def bare(text: str) -> str:
    """What stands in a text whether its markup is shown or not."""
    return "".join(filter(str.isalnum, text))


def check(reading: Reading, text: str) -> None:
    """The promises that every reading of a text keeps."""
    previous = (-1, -1)
    for claim in reading.claims():
        assert claim.text == text[claim.span.start : claim.span.end]
        assert claim.text.strip()
        assert previous <= claim.span
        previous = claim.span
        before = text[: claim.span.start].replace("\r\n", "\n").replace("\r", "\n")
        assert claim.line == before.count("\n") + 1
        if claim.kind is not Kind.QUOTE:
            assert bare(claim.sentence[claim.mark.start : claim.mark.end]) == bare(claim.text)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_seeds_hold_every_span(path: Path, line_end: str, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace("\n", line_end)
    copy = tmp_path / path.name
    copy.write_bytes(text.encode())
    reading = read_file(copy)
    check(reading, text)
    assert len(list(reading.claims())) > 20


@examples()
@given(st.lists(st.sampled_from(sorted(PIECES)), min_size=1, max_size=8), st.sampled_from([".txt", ".md"]))
def test_mixed_text_holds_every_span(pieces: list[str], suffix: str) -> None:
    text = "\n\n".join(pieces)
    check(read_text(text, suffix=suffix), text)


@examples()
@given(st.text(alphabet="ab1290.,“”\"'‘’%$ \n\r-–()[]*_#<>&;|§é", max_size=80), st.sampled_from([".txt", ".md"]))
def test_arbitrary_text_holds_every_span(text: str, suffix: str) -> None:
    check(read_text(text, suffix=suffix), text)


@each(("piece", "shown"), [(p, s) for p, s in PIECES.items() if s])
def test_pieces_are_found(piece: str, shown: tuple[str, ...]) -> None:
    assert {claim.text for claim in read_text(piece).claims()} >= set(shown)


def test_same_text_same_ids() -> None:
    text = "Five firms closed. Five firms opened.\n\nThe rate was 5 percent."
    first, again = (list(read_text(text).claims()) for _ in range(2))
    assert first == again
    assert len({claim.id for claim in first}) == len(first)


def test_an_edit_elsewhere_changes_no_id() -> None:
    before = {claim.text: claim.id for claim in read_text("The mine closed in 2004. It had 310 workers.").claims()}
    after = {c.text: c.id for c in read_text("A new line.\n\nThe mine closed in 2004. It had 310 workers.").claims()}
    assert before == after
