"""Scores how the tables of PDF files are read, figure by figure, against cells marked by hand.

    python benchmarks/tables.py DIR [--only eu-] [--show cells|labels|heads] [--by-file]

DIR holds, in any of its folders, NAME.pdf and NAME-str.xml as the ICDAR 2013 table competition has them: 67 files of
European and American authorities whose cells are marked with their place, rows and columns (M. Göbel, T. Hassan, E. Oro
and G. Orsi, "ICDAR 2013 Table Competition"). A copy stands among the tests of github.com/tabulapdf/tabula-java, in
src/test/resources/technology/tabula/icdar2013-dataset. None of it is in this repository, and no rule may know it:
eu- is what one reads while building, us- what one does not.

A figure is a marked cell that shows a number and little else, below the heads of its table. Of the figures:

  cells   are a cell of their own: neither parted, nor one with a neighbour, nor left in running text
  labels  of these, those whose row has a label, and are given it, word for word
  heads   of these, those whose column has a head, and are given its innermost words and no word of another's;
          `none` are given no head, `wrong` another one
  false   cells read where no table is marked, against all cells read

Heads of a marked table are its rows above the first in which figures stand beside a label; years are no figures there.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pypdfium2 as pdfium

from factcheck.model import Block, Role
from factcheck.readers import read

FIGURE = re.compile(
    r"[^\w]{0,3}(?:[A-Z]{1,3}\$\s?|[A-Z]{3}\s?)?[^\w]{0,3}\d[\d.,\s'’]*(?:\W{0,3}[a-zA-Z%]{0,3}\W{0,3})\Z"
)
YEAR = re.compile(r"(?:1[89]|20)\d\d(?:\s?[-–/]\s?\d{2,4})?\W{0,2}\Z")
# In points: so far the centre of a character may stand outside the marked box.
SLACK = 1.5
# The one turn that pages of the set have, in degrees.
QUARTER = 90


class Marked(NamedTuple):
    """A cell as it was marked: its rows and columns, first and last, its box on its page, its words."""

    rows: tuple[int, int]
    columns: tuple[int, int]
    page: int
    box: tuple[float, float, float, float]
    text: str

    def covers(self, row: int, column: int) -> bool:
        return self.rows[0] <= row <= self.rows[1] and self.columns[0] <= column <= self.columns[1]


class Wanted(NamedTuple):
    """A figure: the words that may label its row, and those above its column, outermost first."""

    cell: Marked
    labels: tuple[str, ...]
    heads: tuple[str, ...]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="files whose names begin so")
    parser.add_argument("--show", default="", help="print what is wrong: cells, labels, heads, false")
    parser.add_argument("--by-file", action="store_true", help="print the counts of each file")
    arguments = parser.parse_args()
    total, began = Counter[str](), time.perf_counter()
    for path in sorted(arguments.folder.rglob("*.pdf")):
        marks = path.with_name(f"{path.stem}-str.xml")
        if marks.exists() and path.name.startswith(arguments.only):
            counts = score(path, marks, arguments.show)
            if arguments.by_file:
                print(f"{path.name:12} {_told(counts)}")
            total += counts
    print(f"{_told(total)}  in {time.perf_counter() - began:.1f} s")
    return 0


def _told(counts: Counter[str]) -> str:
    def share(part: str, whole: str) -> str:
        return f"{part} {counts[part] / counts[whole]:.3f}" if counts[whole] else f"{part} -"

    parts = (("cells", "figures"), ("labels", "labelled"), ("heads", "headed"), ("none", "headed"), ("wrong", "headed"))
    return f"figures {counts['figures']:5}  " + "  ".join(share(*pair) for pair in (*parts, ("false", "read")))


def score(path: Path, marks: Path, show: str) -> Counter[str]:
    """What of one file is read as it is marked."""
    page = Read(path)
    counts, inside = Counter[str](), set[int]()
    for table in tables(marks):
        for wanted in figures(table):
            counts += _judged(path.stem, page, wanted, show)
        for cell in table:
            inside |= {id(block) for block in page.blocks_in(cell)}
    cells = [block for block in page.source.blocks if block.role is Role.CELL]
    outside = [block for block in cells if id(block) not in inside]
    if show == "false":
        for block in outside:
            print(f"{path.stem}: {page.text(block)!r} {block.lead}")
    counts["read"], counts["false"] = len(cells), len(outside)
    return counts


def _judged(name: str, page: Read, wanted: Wanted, show: str) -> Counter[str]:
    cell, counts = wanted.cell, Counter(figures=1)
    blocks = page.blocks_in(cell)
    own = [block for block in blocks if block.role is Role.CELL and page.shows(block, cell)]
    where = f"{name} p{cell.page} {cell.text!r}"
    if len(blocks) != 1 or not own:
        if show == "cells":
            print(f"{where}: read as {[(block.role.value, page.text(block)[:60]) for block in blocks]}")
        return counts
    counts["cells"] = 1
    label, head = (*own[0].lead, "", "")[:2]
    if wanted.labels:
        counts["labelled"] = 1
        counts["labels"] = _is_label(label, wanted.labels)
        if show == "labels" and not counts["labels"]:
            print(f"{where}: label {label!r}, wanted {wanted.labels}")
    if wanted.heads:
        verdict = _head_verdict(head, wanted.heads)
        counts["headed"] = counts[verdict] = 1
        if show == "heads" and verdict != "heads":
            print(f"{where}: head {head!r}, wanted {wanted.heads}")
    return counts


def _is_label(label: str, among: Sequence[str]) -> bool:
    said = _squashed(label)
    return bool(said) and said in {*map(_squashed, among), _squashed("".join(among))}


def _head_verdict(head: str, wanted: Sequence[str]) -> str:
    if not head:
        return "none"
    said, inner = _squashed(head), _squashed(wanted[-1])
    foreign = Counter(_words(head)) - Counter(_words(" ".join(wanted)))
    return "heads" if (inner in said and not foreign) or said == _squashed("".join(wanted)) else "wrong"


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+|\d+", text.lower())


def _squashed(text: str) -> str:
    """Letters and figures, without the figures behind words that mark a note."""
    return re.sub(r"(?<=[a-z)])\d{1,2}\Z", "", "".join(char for char in text.lower() if char.isalnum()))


class Read:
    """A file as the tool reads it, with the place of each of its characters."""

    def __init__(self, path: Path) -> None:
        self.source = read(path, whole=True)
        self._blocks: dict[int, list[tuple[float, float, Block, bool]]] = {}
        document = pdfium.PdfDocument(path)
        centres: dict[int, list[tuple[float, float]]] = {}
        blocks = sorted(self.source.blocks, key=lambda block: block.span.start)
        at = 0
        for anchor in sorted(self.source.anchors):
            if anchor.unit not in centres:
                centres[anchor.unit] = _centres(document[anchor.unit - 1])
            for step in range(anchor.length):
                offset = self.source.view.seen(anchor.at + step)
                while at < len(blocks) and blocks[at].span.end <= offset:
                    at += 1
                if at == len(blocks) or offset < blocks[at].span.start:
                    continue
                x, y = centres[anchor.unit][anchor.first + step]
                self._blocks.setdefault(anchor.unit, []).append(
                    (x, y, blocks[at], not self.source.view.text[offset].isspace())
                )

    def blocks_in(self, cell: Marked) -> list[Block]:
        """The blocks that have characters in the box of a cell."""
        left, bottom, right, top = cell.box
        found = {
            id(block): block
            for x, y, block, solid in self._blocks.get(cell.page, ())
            if solid and left - SLACK <= x <= right + SLACK and bottom - SLACK <= y <= top + SLACK
        }
        return list(found.values())

    def text(self, block: Block) -> str:
        return self.source.view.text[block.span.start : block.span.end]

    def shows(self, block: Block, cell: Marked) -> bool:
        """Whether a block has the figure of a cell; a note mark behind it is left out in reading."""
        said, wanted = (re.sub(r"[\s*†\xad-]", "", text) for text in (self.text(block), cell.text))
        return said == wanted or (
            wanted.startswith(said) and re.fullmatch(r"\W*\w\W*", wanted[len(said) :]) is not None
        )


def _centres(page: pdfium.PdfPage) -> list[tuple[float, float]]:
    """Of each character, as the marks count: on a turned page from what was its upper edge."""
    turned, height = page.get_rotation() == QUARTER, page.get_mediabox()[3]
    # As the reader does, whose characters are counted so.
    page.set_rotation(0)
    text = page.get_textpage()
    boxes = (text.get_charbox(index, loose=True) for index in range(text.count_chars()))
    points = [((left + right) / 2, (bottom + top) / 2) for left, bottom, right, top in boxes]
    return [(y, height - x) for x, y in points] if turned else points


def tables(marks: Path) -> Iterator[list[Marked]]:
    """The marked tables of a file, those over several pages as one for each."""
    for region in ElementTree.parse(marks).iter("region"):
        yield [_marked(cell, int(region.get("page", 1))) for cell in region.iter("cell")]


def _marked(cell: ElementTree.Element, page: int) -> Marked:
    def span(name: str) -> tuple[int, int]:
        first = int(cell.get(f"start-{name}", 0))
        return first, int(cell.get(f"end-{name}", first))

    box = cell.find("bounding-box")
    assert box is not None, "every cell has its place"
    # One file has a letter in a number.
    left, bottom, right, top = (float(re.sub(r"[^\d.-]", "", box.get(side, "0"))) for side in ("x1", "y1", "x2", "y2"))
    return Marked(
        span("row"), span("col"), page, (left, bottom, right, top), " ".join((cell.findtext("content") or "").split())
    )


def figures(table: Sequence[Marked]) -> Iterator[Wanted]:
    """The figures below the heads, each with what governs it."""
    body = first_of_body(table)
    for cell in table:
        if cell.rows[0] < body or not FIGURE.match(cell.text) or YEAR.match(cell.text):
            continue
        left = [c for c in table if c.rows[0] <= cell.rows[0] <= c.rows[1] and c.columns[1] < cell.columns[0]]
        labels = [c.text for c in sorted(left, key=lambda c: c.columns) if c.text and not _is_figure(c.text)]
        above = [c for c in table if c.rows[0] < body and c.columns[0] <= cell.columns[0] <= c.columns[1]]
        heads = [c.text for c in sorted(above) if c.text]
        yield Wanted(cell, tuple(labels), tuple(heads) if cell.columns[0] == cell.columns[1] else ())


def first_of_body(table: Sequence[Marked]) -> int:
    """The first row in which a figure stands beside a label, or figures alone."""
    rows = sorted({cell.rows[0] for cell in table})
    for row in rows:
        cells = sorted((cell for cell in table if cell.rows[0] == row), key=lambda cell: cell.columns)
        beside = [_is_figure(cell.text) for cell in cells[1:] if any(map(str.isalnum, cell.text))]
        if sum(beside) * 2 >= len(beside) > 0:
            return row
    return rows[-1] + 1 if rows else 0


def _is_figure(text: str) -> bool:
    return FIGURE.match(text) is not None and YEAR.match(text) is None


if __name__ == "__main__":
    sys.exit(main())
