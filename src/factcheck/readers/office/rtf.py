"""Reads Rich Text Format: its paragraphs, headings, lists, cells, notes and text boxes, in what encoding it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from factcheck.errors import InputError
from factcheck.lean import regex as re
from factcheck.lean.record import replace
from factcheck.model import Role, Source
from factcheck.readers.office.rtf_signs import (
    CHARSETS,
    DEEPEST,
    ITEM_MARKS,
    PLATFORMS,
    SIGNS,
    SKIPPED,
    TOKEN,
    WRITTEN,
    State,
    code_page,
)
from factcheck.readers.pen import Style
from factcheck.readers.scroll import Cell, Run, Scroll
from factcheck.text.places import Place

# How styles of headings are called, whatever else they are.
HEADING = re.compile(r"\s*heading (?P<level>\d)\b", re.IGNORECASE)
LOWEST = 9
BREAK = Run("\n")


def read(data: bytes, path: str) -> Source:
    """A text in Rich Text Format as a source. Raises InputError where it is none."""
    text = data.decode("latin-1")
    start = len(text) - len(text.lstrip("\ufeffï»¿ \r\n"))
    if not text.startswith("{\\rtf", start):
        raise InputError(f"{path}: is no Rich Text Format")
    pages = _Pages()
    while not pages.ended and (token := TOKEN.match(text, start)):
        start = token.end() + pages.token(token)
    pages.end()
    if not pages.scroll.blocks and not pages.ended:
        raise InputError(f"{path}: is damaged or cut off")
    return pages.scroll.source(path)


class _Pages:
    """Takes the signs of the file in their order."""

    def __init__(self) -> None:
        self.scroll = Scroll()
        self.states = [State()]
        self.ended = self.opened = False
        self.encoding, self.fonts = "cp1252", dict[str, str]()
        self.font, self.heads = "", dict[str, int]()
        self.apart: list[list[Run]] = [[]]
        self.row: list[Cell] = []
        self.rows: list[list[Cell]] = []
        self.notes: list[list[Run]] = []
        self.boxes: list[list[Run]] = []
        self.paragraphs = self.tables = self.still = 0
        self.high = ""
        self.pending = bytearray()

    def token(self, token: re.Match[str]) -> int:
        """Take a sign, and tell how many characters behind it are none."""
        first, self.opened = self.opened, token["brace"] == "{"
        if token["byte"]:
            self._byte(int(token["byte"], 16))
            return 0
        if token["text"]:
            self._text(token["text"])
            return 0
        self._flush()
        if token["brace"]:
            self._brace(token["brace"])
        elif token["word"] == "bin":
            return max(0, int(token["number"] or 0))
        elif token["word"]:
            self._word(token["word"], token["number"])
        elif token["sign"] == "*":
            # What is not known may be passed by; within a group it says nothing.
            self._set(skipped=self.state.skipped or first)
        elif token["sign"] and token["sign"] in "\r\n":
            self._paragraph()
        elif token["sign"]:
            self._take(SIGNS.get(token["sign"], ""))
        return 0

    def end(self) -> None:
        """Write what is still open, and the notes."""
        self._flush()
        self.states = [State()]
        self._paragraph()
        self._table()
        for number, runs in enumerate(self.notes, 1):
            self.scroll.paragraph(runs, Style(), Place(note=f"footnote {number}"))

    @property
    def state(self) -> State:
        return self.states[-1]

    def _brace(self, brace: str) -> None:
        self.still = 0
        if brace == "{" and len(self.states) < DEEPEST:
            self.states.append(self.state)
        elif brace == "}" and len(self.states) > 1:
            self.states.pop()
            self.ended = len(self.states) == 1

    def _set(self, **changes: bool | int | str) -> None:
        self.states[-1] = replace(self.state, **changes)  # type: ignore[arg-type] # each of its own field

    def _word(self, word: str, number: str | None) -> None:
        if self.state.sheet:
            self._listed(word, number or "")
            return
        on = number != "0"
        match word:
            case "par" | "sect" | "page":
                self._paragraph()
            case "cell" | "nestcell":
                self._cell()
            case "row" | "nestrow":
                self.rows.append(self.row)
                self.row = []
            case "intbl" | "pard":
                self._set(cell=word == "intbl", **({"level": 0, "item": 0} if word == "pard" else {}))
            case "super" | "nosupersub":
                self._set(raised=on and word == "super")
            case "plain":
                self._set(raised=False, hidden=False, struck=False, font=self.font)
            case "strike" | "striked":
                self._set(struck=on)
            case "v" | "deleted":
                self._set(hidden=on)
            case "footnote" | "shptxt":
                self._apart(word)
            case "shpinst":
                self._set(shape=len(self.states) > 1 and not self.states[-2].skipped)
            case "ansicpg" | "mac" | "pc" | "pca" | "deff" | "f" | "s" | "outlinelevel" | "uc" | "ls" | "ilvl":
                self._property(word, number or "")
            case "u":
                self._unicode(int(number or 0) % 0x10000)
            case _ if word in SKIPPED:
                self._set(skipped=True, sheet=word if word in ("fonttbl", "stylesheet") else "")
                if word in ITEM_MARKS and len(self.states) > 1:
                    self.states[-2] = replace(self.states[-2], item=self.states[-2].item or 1)
            case _:
                self._take(WRITTEN.get(word, ""))

    def _property(self, word: str, number: str) -> None:
        """What says how the text behind it is meant."""
        match word:
            case "ansicpg":
                self.encoding = code_page(number) or self.encoding
            case "deff":
                self.font = number
            case "f":
                self._set(font=number)
            case "s":
                self._set(level=self.heads.get(number, 0))
            case "outlinelevel":
                self._set(level=_level(number))
            case "uc":
                self._set(after=int(number or 1))
            case "ls":
                self._set(item=0 if number == "0" else self.state.item or 1)
            case "ilvl":
                self._set(item=min(int(number or 0), LOWEST) + 1)
            case _:
                self.encoding = PLATFORMS[word]

    def _listed(self, word: str, number: str) -> None:
        """Note what the lists of fonts and styles say of them."""
        if self.state.sheet == "fonttbl":
            if word == "f":
                self._set(font=number)
            elif page := CHARSETS.get(number, "") if word == "fcharset" else code_page(number) if word == "cpg" else "":
                self.fonts[self.state.font] = page
        elif word == "s":
            self._set(style=number)
        elif word == "outlinelevel" and self.state.style:
            self.heads[self.state.style] = _level(number)

    def _apart(self, word: str) -> None:
        """Begin a note or a text box, which stands in the midst of the text that it belongs to."""
        if word == "footnote" and not self.state.skipped:
            self.notes.append([])
            self.apart.append(self.notes[-1])
        elif word == "shptxt" and self.state.shape:
            self.boxes.append([])
            self.apart.append(self.boxes[-1])
            self._set(skipped=False, cell=False)
        else:
            return
        self._set(into=len(self.apart) - 1)

    def _unicode(self, code: int) -> None:
        """A character by its number; half of one waits for its other half."""
        if 0xD800 <= code < 0xDC00:
            self.high = chr(code)
        else:
            text = (self.high + chr(code)).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
            self.high = ""
            self._take(text)
        self.still = self.state.after

    def _byte(self, code: int) -> None:
        if self.still:
            self.still -= 1
        else:
            self.pending.append(code)

    def _text(self, text: str) -> None:
        """Text as it stands, without what only stands for a sign that was given by its number."""
        text, self.still = text[self.still :], max(0, self.still - len(text))
        if text.isascii():
            self._flush()
            self._take(text)
            if self.state.sheet == "stylesheet" and (found := HEADING.match(text)):
                self.heads.setdefault(self.state.style, _level(str(int(found["level"]) - 1)))
        else:
            self.pending += text.encode("latin-1")
            self._flush()

    def _flush(self) -> None:
        """Bytes of the encoding of the font, of which several may make a letter."""
        if self.pending:
            encoding = self.fonts.get(self.state.font or self.font, self.encoding)
            text = self.pending.decode(encoding, "replace")
            self.pending.clear()
            self._take(text)

    def _take(self, text: str) -> None:
        if text and not (self.state.skipped or self.state.hidden or self.state.struck):
            self.apart[self.state.into].append(Run(text, raised=self.state.raised))

    def _taken(self) -> list[Run]:
        """What was written of the text itself since it was last taken."""
        runs, self.apart[0] = self.apart[0], []
        return runs

    def _cell(self) -> None:
        if not self.row and not self.rows:
            self.tables += 1
        where = Place(table=self.tables, row=len(self.rows) + 1, cell=len(self.row) + 1)
        self.row.append(Cell(self._taken(), where, len(self.row) + 1))

    def _table(self) -> None:
        rows = [*self.rows, *([self.row] if self.row else [])]
        if rows:
            self.scroll.table(rows)
        self.rows, self.row = [], []

    def _paragraph(self) -> None:
        if self.state.skipped or self.state.into:
            if self.state.into and not self.state.skipped:
                self.apart[self.state.into].append(BREAK)
            return
        self.paragraphs += 1
        if self.state.cell:
            self.apart[0].append(BREAK)
            return
        self._table()
        where = Place(paragraph=self.paragraphs)
        self.scroll.paragraph(self._taken(), self._style(), where)
        for box in self.boxes:
            for runs in _parted(box):
                self.scroll.paragraph(runs, Style(), where)
        self.boxes = []

    def _style(self) -> Style:
        if self.state.level:
            return Style(Role.HEADING, min(self.state.level, 6))
        if self.state.item:
            last = self.scroll.blocks[-1] if self.scroll.blocks else None
            lead = last.lead if last is not None and last.role is Role.ITEM else self.scroll.lead()
            return Style(Role.ITEM, self.state.item, lead)
        return Style()


def _level(number: str) -> int:
    """The level of a heading, by the number of its outline level; 0 for what is none."""
    return int(number) + 1 if number.isdecimal() and int(number) < LOWEST else 0


def _parted(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """The paragraphs of a text box."""
    for is_break, part in groupby(runs, lambda run: run is BREAK):
        if not is_break:
            yield list(part)
