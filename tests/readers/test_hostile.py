"""Texts made to cost time: the work on any of them grows with its length, not faster."""

from __future__ import annotations

from collections.abc import Callable
from cProfile import Profile
from functools import partial

import pytest
from tests.readers.zipped import docx, xlsx
from tests.rows import each

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
    ".csv": ["a,", "5,", "a;5\n", '"', '"a', '"",', "a\n"],
    ".srt": ["00:00:01,000 --> 00:00:02,000\nIt has 5\n\n", "00:00:01,000 --> 00:00:02,000\n", "- <v A>", "a\n\n"],
}  # fmt: skip
# What is repeated behind a beginning: rows without end, among other things.
BEGUN = [
    (".md", "|a|b|\n|-|-|\n|", "a|"),
    (".html", "<table><tr><th>a<th>b</tr><tr>", "<td>a"),
    (".html", "<table><tr>", "<th>a"),
    (".rst", "=== ===\n", "a  "),
    (".adoc", "|===\n|a|b\n\n", "|a "),
    (".csv", "a,b\n", "5,"),
    (".vtt", "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n", "<v A>a "),
]
SIZE = 500


def word_row(cells: int) -> bytes:
    """A Word file of one row with so many cells."""
    return docx(f"<w:tbl><w:tr>{'<w:tc><w:p><w:r><w:t>5</w:t></w:r></w:p></w:tc>' * cells}</w:tr></w:tbl>")


def merged(reference: str, count: int) -> bytes:
    """A workbook of so many rows, and with a merged range at each."""
    rows = "".join(f'<row r="{at}"><c r="A{at}"><v>{at}</v></c></row>' for at in range(1, count))
    ranges = "".join(f'<mergeCell ref="{reference.format(at, at + 1)}"/>' for at in range(1, count))
    return xlsx(rows, cells=f"<mergeCells>{ranges}</mergeCells>")


def hidden(count: int) -> bytes:
    """A workbook whose columns are hidden so many times."""
    columns = '<col min="1" max="99999" hidden="1"/>' * count
    return xlsx('<row r="1"><c r="A1"><v>43</v></c></row>', cells=f"<cols>{columns}</cols>")


def work(data: bytes, suffix: str) -> int:
    """How many functions run over a file, ours and Python's: time, without a clock."""
    with Profile() as profile:
        source = readers.read_data(data, suffix, f"a{suffix}")
        for document in articles.split(source):
            segment.passages(source, document)
    return sum(entry.callcount for entry in profile.getstats())


@each(
    ("suffix", "unit"),
    [pytest.param(suffix, unit, id=suffix + repr(unit)) for suffix in REPEATED for unit in REPEATED[suffix]],
)
def test_work_grows_with_length(suffix: str, unit: str) -> None:
    _grows_with_length(suffix, lambda times: (unit * (times // len(unit) + 1)).encode())


@each(("suffix", "start", "unit"), BEGUN)
def test_work_grows_with_the_length_of_what_has_begun(suffix: str, start: str, unit: str) -> None:
    _grows_with_length(suffix, lambda times: (start + unit * (times // len(unit) + 1)).encode())


def test_work_grows_with_the_cells_of_a_row() -> None:
    _grows_with_length(".docx", lambda times: word_row(times // 5))


def _grows_with_length(suffix: str, made: Callable[[int], bytes]) -> None:
    small, large = made(SIZE), made(3 * SIZE)
    work(made(SIZE // 10), suffix)  # whatever is loaded on demand is loaded now
    assert work(large, suffix) < 4.5 * work(small, suffix) + 162


@pytest.mark.parametrize("suffix", sorted(REPEATED.keys() - {".srt"}))  # captions are what has a time
def test_a_long_line_is_read_whole(suffix: str) -> None:
    line = "It rained for 40 days. " * 5_000
    source = readers.read_text(line, suffix)
    (document,) = articles.split(source)
    assert len(segment.passages(source, document)) == 5_000


@each("cell", ["5 " + "a" * 60 + "1", "1," * 5000 + "é", "(" * 5000 + "é", "$" * 5000])
def test_a_long_cell_is_told_from_a_number_at_once(cell: str) -> None:
    # An expression that tries every way to part such a cell never ends.
    with within(5):
        assert not is_number(cell)


@each("made", [partial(merged, "B{0}:C{1}"), partial(merged, "B{0}:C99999"), hidden])
def test_ranges_of_a_workbook_are_looked_up_at_once(made: Callable[[int], bytes]) -> None:
    # Each of so many ranges against each row or column is half a minute's work.
    data = made(8_000)
    with within(10):
        assert readers.read_data(data, ".xlsx", "a.xlsx").blocks
