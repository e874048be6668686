"""Reads Rich Text Format: its paragraphs, cells and notes, in what encoding it says."""

from __future__ import annotations

import codecs

from factcheck.errors import InputError
from factcheck.lean import regex as re
from factcheck.lean.record import dataclass, replace
from factcheck.model import Source
from factcheck.readers.pen import Style
from factcheck.readers.scroll import Cell, Run, Scroll
from factcheck.text.places import Place

TOKEN = re.compile(
    r"\\(?P<word>[a-z]{1,32})(?P<number>-?\d{1,10})?[ ]?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-z])"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+",
    re.DOTALL,
)
# Groups that hold no text of the document.
SKIPPED = frozenset(
    "fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf "
    "listtable listoverridetable rsidtbl generator themedata colorschememapping latentstyles datastore fldinst "
    "xmlnstbl filetbl revtbl annotation atnid atnauthor bkmkstart bkmkend nonshppict ftnsep aftnsep".split()
)
WRITTEN = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ",
}  # fmt: skip
SIGNS = {"~": "\u00a0", "_": "-", "-": "", "\\": "\\", "{": "{", "}": "}"}
DEEPEST = 1000


@dataclass(frozen=True, slots=True)
class _State:
    """How text is taken at a place of the file."""

    skipped: bool = False
    hidden: bool = False
    struck: bool = False
    raised: bool = False
    cell: bool = False
    after: int = 1
    note: bool = False


def read(data: bytes, path: str) -> Source:
    """A text in Rich Text Format as a source. Raises InputError where it is none."""
    text = data.decode("latin-1")
    if not text.lstrip("\ufeff \r\n").startswith("{\\rtf"):
        raise InputError(f"{path}: is no Rich Text Format")
    pages = _Pages()
    for token in TOKEN.finditer(text):
        pages.token(token)
    pages.end()
    if not pages.scroll.blocks and len(pages.states) > 1:
        raise InputError(f"{path}: is damaged or cut off")
    return pages.scroll.source(path)


class _Pages:
    """Takes the signs of the file in their order."""

    def __init__(self) -> None:
        self.scroll = Scroll()
        self.states = [_State()]
        self.encoding = "cp1252"
        self.runs: list[Run] = []
        self.row: list[Cell] = []
        self.rows: list[list[Cell]] = []
        self.notes: list[list[Run]] = []
        self.paragraphs = self.tables = self.still = 0
        self.high = ""
        self.pending = bytearray()

    def token(self, token: re.Match[str]) -> None:
        if token["byte"]:
            self._byte(int(token["byte"], 16))
            return
        self._flush()
        if token["brace"]:
            self._brace(token["brace"])
        elif token["word"]:
            self._word(token["word"], token["number"])
        elif token["sign"]:
            self._sign(token["sign"])
        elif token["text"]:
            self._take(token["text"])

    def end(self) -> None:
        """Write what is still open, and the notes."""
        self._flush()
        self._paragraph()
        self._table()
        for number, runs in enumerate(self.notes, 1):
            self.scroll.paragraph(runs, Style(), Place(note=f"footnote {number}"))

    @property
    def state(self) -> _State:
        return self.states[-1]

    def _brace(self, brace: str) -> None:
        if brace == "{" and len(self.states) < DEEPEST:
            self.states.append(self.state)
        elif brace == "}" and len(self.states) > 1:
            self.states.pop()

    def _set(self, **changes: bool | int) -> None:
        self.states[-1] = replace(self.state, **changes)  # type: ignore[arg-type] # each of its own field

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._set(skipped=True)
        else:
            self._take(SIGNS.get(sign, ""))

    def _word(self, word: str, number: str | None) -> None:
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
                self._set(cell=word == "intbl")
            case "super":
                self._set(raised=on)
            case "nosupersub":
                self._set(raised=False)
            case "plain":
                self._set(raised=False, hidden=False, struck=False)
            case "strike" | "striked":
                self._set(struck=on)
            case "v" | "deleted":
                self._set(hidden=on)
            case "footnote":
                self.notes.append([])
                self._set(note=True)
            case "uc":
                self._set(after=int(number or 1))
            case "u":
                self._unicode(int(number or 0) % 0x10000)
            case "ansicpg":
                self._page(number or "")
            case _ if word in SKIPPED:
                self._set(skipped=True)
            case _:
                self._take(WRITTEN.get(word, ""))

    def _page(self, number: str) -> None:
        try:
            self.encoding = codecs.lookup(f"cp{number}").name
        except LookupError:
            return

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

    def _flush(self) -> None:
        """Bytes of the file's encoding, of which several may make a letter."""
        if self.pending:
            text = self.pending.decode(self.encoding, "replace")
            self.pending.clear()
            self._take(text)

    def _take(self, text: str) -> None:
        skip = min(self.still, len(text)) if text and self.still and not self.pending else 0
        self.still = 0 if text else self.still
        text = text[skip:] if skip and not text[:skip].strip("?") else text
        if text and not (self.state.skipped or self.state.hidden or self.state.struck):
            into = self.notes[-1] if self.state.note and self.notes else self.runs
            into.append(Run(text, raised=self.state.raised))

    def _cell(self) -> None:
        if not self.row and not self.rows:
            self.tables += 1
        where = Place(table=self.tables, row=len(self.rows) + 1, cell=len(self.row) + 1)
        self.row.append(Cell(self.runs, where, len(self.row) + 1))
        self.runs = []

    def _table(self) -> None:
        rows = [*self.rows, *([self.row] if self.row else [])]
        if rows:
            self.scroll.table(rows)
        self.rows, self.row = [], []

    def _paragraph(self) -> None:
        if self.state.note or self.state.skipped:
            if self.notes and self.state.note:
                self.notes[-1].append(Run("\n"))
            return
        self.paragraphs += 1
        if self.state.cell:
            self.runs.append(Run("\n"))
            return
        self._table()
        self.scroll.paragraph(self.runs, Style(), Place(paragraph=self.paragraphs))
        self.runs = []
