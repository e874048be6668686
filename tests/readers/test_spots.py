"""From words of a PDF file back to their place on the page, and a picture of it."""

from __future__ import annotations

import struct
import zlib

import pytest
from tests.readers.drawn import Word, lines, pdf

from factcheck.readers import read_data
from factcheck.readers.pdf.spots import NOTHING, Shown, Wanted, show, spots
from factcheck.text import Span

LEFT = lines(40, 500, "The board agreed on", "Tuesday to rebuild the", "northern pier at the")
RIGHT = lines(220, 500, "cost of 43 million.", "Nobody objected to it", "in the hall.")


def seen(words: str, mark: str, *pages: list[Word], **entries: str) -> Shown:
    """What is shown of words of a file, with some of them marked."""
    data = pdf(*pages, **entries)
    source = read_data(data, ".pdf", "a.pdf")
    start, at = source.text.index(words), source.text.index(mark)
    (marked,) = spots(source, Span(at, at + len(mark)))
    found = [spot for spot in spots(source, Span(start, start + len(words))) if spot.page == marked.page]
    (shown,) = show(data, [Wanted(found[0], marked)])
    return shown


def size(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def yellow(png: bytes) -> int:
    """How many points of a picture are marked."""
    width, _ = size(png)
    rows = zlib.decompress(png[png.index(b"IDAT") + 4 : -16])
    return sum(rows[at : at + 3] == b"\xff\xff\x6e" for row in range(0, len(rows), 3 * width + 1)
               for at in range(row + 1, row + 3 * width, 3))  # fmt: skip


def test_words_have_a_line_each_and_the_mark_is_yellow() -> None:
    shown = seen("The board agreed on Tuesday to rebuild the northern pier", "Tuesday", LEFT)
    assert [(round(line[0], -1), round(line[1], -1)) for line in shown.lines] == [(40, 500), (40, 490), (40, 470)]
    assert shown.png.startswith(b"\x89PNG")
    assert 300 < yellow(shown.png) < 2000


def dark(png: bytes) -> int:
    """How many points of a picture are black."""
    width, _ = size(png)
    rows = zlib.decompress(png[png.index(b"IDAT") + 4 : -16])
    return sum(max(rows[at : at + 3]) < 60 for row in range(0, len(rows), 3 * width + 1)
               for at in range(row + 1, row + 3 * width, 3))  # fmt: skip


def test_a_page_may_begin_elsewhere_than_its_coordinates() -> None:
    plain, shifted = (seen("The board agreed", "board", LEFT, page=box) for box in ("", "/CropBox [30 20 390 590]"))
    assert plain.lines == shifted.lines
    assert dark(plain.png) == pytest.approx(dark(shifted.png), rel=0.1)


def test_the_picture_keeps_to_the_column_of_the_mark() -> None:
    whole = "The board agreed on Tuesday to rebuild the northern pier at the cost of 43 million."
    width, height = size(seen(whole, "43 million", [*LEFT, *RIGHT]).png)
    assert width < 250
    assert height < 60


def test_of_words_on_two_pages_those_of_the_mark_are_shown() -> None:
    pages = lines(40, 90, "Turnout in the whole", "province was"), lines(40, 500, "43 percent then.", "It fell.")
    assert len(seen("Turnout in the whole province was 43 percent then.", "43 percent", *pages).lines) == 1


def test_a_page_that_lies_on_its_side_has_places_and_no_picture() -> None:
    shown = seen("The board agreed", "board", LEFT, page="/Rotate 90")
    assert shown.lines
    assert shown.png == b""


def test_a_broken_file_gives_nothing() -> None:
    data = pdf(LEFT)
    source = read_data(data, ".pdf", "a.pdf")
    (spot,) = spots(source, Span(0, 9))
    wanted = [Wanted(spot, spot), Wanted(spot._replace(page=9), spot)]
    assert show(data[:40], wanted) == [NOTHING, NOTHING]
    assert show(data, wanted)[1] == NOTHING
