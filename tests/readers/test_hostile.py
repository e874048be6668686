"""Texts made to cost time: the work on any of them grows with its length, not faster."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from factcheck import readers
from factcheck.extract import articles, segment
from factcheck.readers.heads import is_number
from factcheck.workspace.patience import within

# What is repeated, by suffix; each once cost quadratic time in some reader, here or elsewhere.
REPEATED = {
    ".txt": ["a ", ". ", "[1]", "\u0301", "⁵", "A. ", "(", "“", "a\n", "A\n\n", "A title\n\n", "- a\n"],
    ".md": [
        "*", "**a", "_a", "[", "]", "[a](", "``a`", "<", "<a ", "<!--", "<!-- x\n\n", "<del>", "$x", "> ", "- ",
        "- a\n", "|a|b\n-|-\n", "&amp;", "~~", "<table>\n", "[^1]: a\n", "(((", "```\n", "<a href='",
    ],
    ".html": [
        "<", "<a", "<a href='", "<p>", "<div>a", "<!--", "<!-- >", "<sup>", "<table><tr><td>", "<ul><li>", "<svg><b>",
    ],
    ".rst": ["*", "`a", "|a", "- a\n", "a\n=\n", ".. a::\n", "=== ===\na  b\n"],
    ".adoc": ["`", "+", "<<a,", "[[", "http://a[", "|===\n|a|b\n", "* a\n"],
}  # fmt: skip
SIZE = 1500


def work(text: str, suffix: str) -> int:
    """How many functions run over a text, ours and Python's: time, without a clock."""
    count = 0

    def note(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(note)
    try:
        source = readers.read_text(text, suffix, f"a{suffix}")
        for document in articles.split(source):
            segment.passages(source, document)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    ("suffix", "unit"),
    [pytest.param(suffix, unit, id=suffix + repr(unit)) for suffix in REPEATED for unit in REPEATED[suffix]],
)
def test_work_grows_with_length(suffix: str, unit: str) -> None:
    text = unit * (SIZE // len(unit) + 1)
    work(text, suffix)  # whatever is loaded on demand is loaded now
    assert work(text * 3, suffix) < 4.5 * work(text, suffix) + 2000


@pytest.mark.parametrize("suffix", REPEATED)
def test_a_long_line_is_read_whole(suffix: str) -> None:
    line = "It rained for 40 days. " * 10_000
    source = readers.read_text(line, suffix)
    (document,) = articles.split(source)
    assert len(segment.passages(source, document)) == 10_000


@pytest.mark.parametrize("cell", ["5 " + "a" * 60 + "1", "1," * 5000 + "é", "(" * 5000 + "é", "$" * 5000])
def test_a_long_cell_is_told_from_a_number_at_once(cell: str) -> None:
    # An expression that tries every way to part such a cell never ends.
    with within(5):
        assert not is_number(cell)
