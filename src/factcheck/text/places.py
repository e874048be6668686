"""Where in a file that is no plain text something stands: a page, a paragraph, a cell, a slide, a time code."""

from __future__ import annotations

from factcheck.lean.record import NamedTuple


class Place(NamedTuple):
    """What a reader of the file looks for; numbers count from 1, and what the format does not have is empty.

    page: as counted; label: as printed, only where the file states labels
    row, column: of a table of records; table, row, cell: of a text or slide; sheet, cell: of a workbook ("B3")
    line: of a plain file whose time codes are its places
    """

    page: int = 0
    label: str = ""
    chapter: str = ""
    part: str = ""
    attachment: str = ""
    slide: int = 0
    shape: int = 0
    notes: bool = False
    paragraph: int = 0
    table: int = 0
    sheet: str = ""
    row: int = 0
    column: int = 0
    cell: int | str = 0
    note: str = ""
    line: int = 0
    time: str = ""

    def record(self) -> dict[str, int | str | bool]:
        """What is known, by name."""
        return {name: value for name, value in zip(self._fields, self, strict=True) if value}

    def words(self) -> str:
        """The place as people write it, "" where nothing is known: "p. iv", "table 2, row 3", "Cases!B3"."""
        if self.sheet:
            return f"{self.attachment}, {self.sheet}!{self.cell}".removeprefix(", ")
        time = self.time.partition(".")[0]
        return ", ".join(part for part in (*self._outer(), *self._inner(), time) if part)

    def _outer(self) -> tuple[str, ...]:
        """The larger part of the file."""
        page = f"p. {self.label or self.page}" if self.page else ""
        slide = f"slide {self.slide}{' (notes)' if self.notes else ''}" if self.slide else ""
        chapter = f"chapter “{self.chapter}”" if self.chapter else ""
        return self.attachment, chapter, page, slide

    def _inner(self) -> tuple[str, ...]:
        if self.note:
            return (self.note,)
        numbered = (("table", self.table), ("row", self.row), ("column", self.column), ("paragraph", self.paragraph))
        return tuple(f"{name} {number}" for name, number in numbered if number)

    @property
    def has_lines(self) -> bool:
        """Whether the file is a text, in which a line number leads to the place."""
        return not any(self) or bool(self.line)


NO_PLACE = Place()


def located(path: str, line: int, column: int, place: Place) -> str:
    """A place of a file in one word for tools, `path:line:column`, or as the format has it: `path, p. iv`."""
    if place.has_lines:
        return f"{path}:{line}:{column}"
    return ", ".join(filter(None, (path, place.words())))


class Placed(NamedTuple):
    """From this offset of a text on, and up to the next one, a place."""

    offset: int
    place: Place


class Anchor(NamedTuple):
    """A run of text and where its characters stand in a file that is no text: the way back, never searched for again.

    at, length: in the text
    unit, run: the page, or the paragraph and the run in it; first: the first character there, as the format counts
    """

    at: int
    length: int
    unit: int
    run: int
    first: int
