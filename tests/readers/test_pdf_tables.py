"""Which lines of a page are a table, what is one cell of it, and what heads its rows and columns."""

from __future__ import annotations

from collections.abc import Sequence

from tests.readers.drawn import Word, lines, pdf
from tests.readers.zipped import told
from tests.rows import each

from factcheck.readers import read_data


def across(y: float, left: float, right: float) -> str:
    return f"{left} {y} m {right} {y} l S\n"


def down(x: float, bottom: float, top: float) -> str:
    return f"{x} {bottom} m {x} {top} l S\n"


def grid(xs: Sequence[float], ys: Sequence[float]) -> str:
    """All rules of a table: at so many places across and down."""
    return "".join([*(across(y, xs[0], xs[-1]) for y in ys), *(down(x, ys[0], ys[-1]) for x in xs)])


def row(top: float, *cells: tuple[float, str]) -> list[Word]:
    return [(x, top, 10, text) for x, text in cells]


FRAMED_PROSE = lines(50, 500, "The harbour board agreed", "to rebuild the pier at a", "cost of 43 million.")
THOUSANDS = lines(50, 500, "Of 1 204 boats, 17 000 in", "all were counted.")
BODY = [*row(450, (50, "Quay"), (180, "14"), (260, "7")), *row(435, (50, "Mill"), (180, "1,204"), (260, "88"))]
# What is drawn, the words of a page, what is read as prose or as a cell with its row and column.
TABLES = [
    ("a frame around prose is no table", grid((40, 200, 360), (460, 490, 520)), FRAMED_PROSE,
     ["prose The harbour board agreed to rebuild the pier at a cost of 43 million."]),
    ("a blank between thousands parts no figure", "", THOUSANDS,
     ["prose Of 1 204 boats, 17 000 in all were counted."]),
    ("rows too few for a table without rules", "", BODY, ["prose Quay 14 7 Mill 1,204 88"]),
    ("a ruled grid of two rows, with a head in two lines", grid((40, 170, 250, 340), (430, 445, 462, 500)),
     [*row(485, (180, "Boats in"), (260, "Piers")), *row(470, (180, "harbour")), *BODY],
     ["cell Quay", "cell 14 <Quay|Boats in harbour>", "cell 7 <Quay|Piers>",
      "cell Mill", "cell 1,204 <Mill|Boats in harbour>", "cell 88 <Mill|Piers>"]),
    ("a label in two lines, its figures between them", grid((40, 170, 250, 340), (410, 445, 462, 480)),
     [*row(467, (180, "Boats"), (260, "Piers")), *row(450, (50, "Quay"), (180, "14"), (260, "7")),
      *row(435, (50, "Mill and")), *row(428, (180, "1,204"), (260, "88")), *row(421, (50, "lock"))],
     ["cell Quay", "cell 14 <Quay|Boats>", "cell 7 <Quay|Piers>",
      "cell Mill and lock", "cell 1,204 <Mill and lock|Boats>", "cell 88 <Mill and lock|Piers>"]),
    ("the outer sides of a grid may be open",
     across(480, 40, 340) + across(462, 40, 340) + across(430, 40, 340)
     + down(170, 430, 480) + down(210, 430, 480) + down(250, 430, 480),
     [*row(467, (180, "Boats"), (260, "Piers")), *BODY],
     ["cell Quay", "cell 14 <Quay|Boats>", "cell 7 <Quay|Piers>",
      "cell Mill", "cell 1,204 <Mill|Boats>", "cell 88 <Mill|Piers>"]),
    ("figures that stand close, and a head over some columns with a rule below it", across(488, 150, 230),
     [*row(492, (170, "North")), *row(476, (50, "Place"), (150, "Men"), (200, "Women"), (290, "All")),
      *row(462, (50, "Quay"), (150, "15.7"), (176, "15.4"), (290, "31.1")),
      *row(448, (50, "Mill"), (150, "10.1"), (176, "20.4"), (290, "30.5")),
      *row(434, (50, "Lake"), (150, "11.3"), (176, "12.2"), (290, "23.5"))],
     ["cell Quay <|Place>", "cell 15.7 <Quay|North Men>", "cell 15.4 <Quay|North Women>", "cell 31.1 <Quay|All>",
      "cell Mill <|Place>", "cell 10.1 <Mill|North Men>", "cell 20.4 <Mill|North Women>", "cell 30.5 <Mill|All>",
      "cell Lake <|Place>", "cell 11.3 <Lake|North Men>", "cell 12.2 <Lake|North Women>", "cell 23.5 <Lake|All>"]),
    ("a title above is no head", across(484, 40, 340),
     [*row(490, (50, "Counted at the piers of the northern harbour")), *row(472, (50, "Place"), (180, "Boats")),
      *row(458, (50, "Quay"), (180, "14")), *row(444, (50, "Mill"), (180, "1,204")),
      *row(430, (50, "Lake"), (180, "3"))],
     ["prose Counted at the piers of the northern harbour",
      "cell Quay <|Place>", "cell 14 <Quay|Boats>", "cell Mill <|Place>", "cell 1,204 <Mill|Boats>",
      "cell Lake <|Place>", "cell 3 <Lake|Boats>"]),
    ("a label beside two rows", grid((40, 170, 250, 340), (400, 430, 460, 490))
     + across(475, 170, 340) + across(445, 170, 340) + across(415, 170, 340),
     [(x, y, 10, text) for y, place, kind, count in
      ((479, "Quay", "Boats", "14"), (464, "", "Share", "2.1%"), (449, "Mill and", "Boats", "88"),
       (434, "lock", "Share", "7.5%"), (419, "Lake", "Boats", "3"), (404, "", "Share", "0.4%"))
      for x, text in ((50, place), (180, kind), (260, count)) if text],
     ["cell Quay", "cell Boats <Quay|>", "cell 14 <Quay|>", "cell Share <Quay|>", "cell 2.1% <Quay|>",
      "cell Mill and",
      "cell Boats <Mill and lock|>", "cell 88 <Mill and lock|>", "cell lock", "cell Share <Mill and lock|>",
      "cell 7.5% <Mill and lock|>", "cell Lake", "cell Boats <Lake|>", "cell 3 <Lake|>", "cell Share <Lake|>",
      "cell 0.4% <Lake|>"]),
]  # fmt: skip


@each(("drawing", "words", "read"), [case[1:] for case in TABLES])
def test_tables(drawing: str, words: list[Word], read: list[str]) -> None:
    source = read_data(pdf(words, drawing=drawing), ".pdf", "a.pdf")
    shown = []
    for block in source.blocks:
        text = " ".join(source.view.text[block.span.start : block.span.end].split())
        lead = f" <{block.lead[0]}|{block.lead[1]}>" if block.lead else ""
        shown.append(f"{block.role.value} {text}{lead}")
    assert shown == read, told(source)
