"""The claims of a passage as two cells of its row in a file: what a person may look for, and their frames, pressed.

What follows from the passage is left out, and so is what a claim does not have at the end of its cells. The view
`claims` shows a row for each claim.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from factcheck.model import Kind
from factcheck.store.frame_cell import NOTHING_KNOWN
from factcheck.store.rows import CLAIM, Row
from factcheck.values import Sort

# A kind and a sort as one number: that of the kind and, so many times, that of the sort.
KINDS, SORTS = [kind.value for kind in Kind], [sort.value for sort in Sort]
STEP = 100
CODES = {(kind, sort): at + STEP * rank for at, kind in enumerate(KINDS) for rank, sort in enumerate(SORTS)}
ROLES = frozenset(code for (kind, _), code in CODES.items() if kind == Kind.ROLE)
DATES = frozenset(code for (_, sort), code in CODES.items() if sort == Sort.DATE)
# Which claims are wanted, by their ids, and by their kinds and sorts; the others are not worth the time to read them.
Wanted = Callable[[str, int], bool]
# What a passage's text is followed by when frames are pressed: what frames have in common, the most frequent last.
COMMON = (
    b'"title"],"heading"],"caption"],"column"],"row"],"list"],"pairing"],"per":"part":"to"during"by"since"as_of"'
    b'"place":["direction":["change:up"change:down"earlier"],"time_role":"time":["document"],"measure":["owner":["'
    b'","clause"],"'
)
# Deflate without a header, as well as it can.
RAW, BEST = -15, 9


def is_any(identifier: str, code: int) -> bool:
    return True


def is_said(identifier: str, code: int) -> bool:
    """Figures and quotations, which most questions are about."""
    return code not in ROLES


def is_role(identifier: str, code: int) -> bool:
    return code in ROLES


def is_date(identifier: str, code: int) -> bool:
    return code in DATES


class Holder(NamedTuple):
    """What a row of claims follows from: the passage that they stand in, and its document."""

    number: int
    document: int
    line: int
    start: int
    text: str
    claims: str
    frames: bytes | None
    document_id: str = ""
    path: str = ""


# The cells that every claim has, and those that may be left out at the end, as they are when they are.
ALWAYS = 10
SILENT: Sequence[Any] = ("", "", "", "", "", "", 0, None, "", "", "")
FRAME = CLAIM.split(", ").index("frame")
HOLDER = "p.number, p.document, p.line, p.start, p.text, p.claims, p.frames"


def packed(rows: Sequence[Row], text: str, line: int, start: int) -> tuple[str | None, bytes | None]:
    """The rows of a passage's claims as its two cells."""
    if not rows:
        return None, None
    import json

    cells = [_cells(row, text, line, start) for row in rows]
    written = ["" if row[FRAME] == NOTHING_KNOWN else row[FRAME] for row in rows]
    pressed = None
    if any(written):
        pressed = _deflated("\n".join(written), text.encode() + COMMON)
    return json.dumps(cells, ensure_ascii=False, separators=(",", ":")), pressed


def _cells(row: Row, text: str, line: int, start: int) -> list[object]:
    (
        _, identifier, _, _, kind, written, value, unit, subject, measure, scope, speaker, its_line, column, first, end,
        sort, _, low, high, step, near, mark_start, mark_end, first_token, last_token, _, sentence,
        place, row_head, column_head, said,
    ) = row  # fmt: skip
    long = mark_end - mark_start
    away = [first - start - mark_start, end - first - long, its_line - line]
    cells: list[object] = [
        identifier, CODES[kind, sort], value, _measured(value, sort, low, high, step, near), mark_start, long,
        first_token, last_token - first_token, column - mark_start, away if any(away) else 0,
        unit, subject, measure, scope, speaker, said, 0 if written == text[mark_start:mark_end] else written, sentence,
        place, row_head, column_head,
    ]  # fmt: skip
    silent = list(SILENT)
    while silent and cells[-1] == silent[-1]:
        cells.pop()
        silent.pop()
    return cells


def _measured(value: str, sort: str, low: str | None, high: str | None, step: str, near: int) -> object:
    """The bounds of a value, its step and whether they are near: 0 where they are what one takes them for."""
    usual = value if sort == Sort.NUMBER else None
    if (low, high, step, near) == (usual, usual, "1", 0):
        return 0
    cells = [low, 0 if high == low else high, 0 if step == "1" else step, near]
    while len(cells) > 1 and cells[-1] == 0:
        cells.pop()
    return cells


def _bounds(measured: Any, value: str, sort: str) -> Sequence[Any]:
    """The bounds, the step and whether they are near, of what `_measured` made of them."""
    if measured == 0:
        usual = value if sort == "number" else None
        return usual, usual, "1", 0
    bounds: list[Any] = measured
    low, high, step, near = bounds + [0, 0, 0][len(bounds) - 1 :]
    return low, low if high == 0 else high, step or "1", near


def unpacked(holder: Holder, wanted: Wanted = is_any) -> Iterator[Row]:
    """The rows of a passage's claims as `rows.claim` reads them, those that are wanted."""
    import json

    cells: Sequence[Sequence[Any]] = json.loads(holder.claims)
    if holder.frames is None or not any(wanted(cell[0], cell[1]) for cell in cells):
        own = [""] * len(cells)
    else:
        own = _inflated(holder.frames, holder.text.encode() + COMMON).split("\n")
    number, document, line, start, text = holder[:5]
    about = (holder.document_id, holder.path, text)
    for cell, frame in zip(cells, own, strict=True):
        if not wanted(cell[0], cell[1]):
            continue
        every: Sequence[Any] = [*cell, *SILENT[len(cell) - ALWAYS :]]
        (
            identifier, code, value, measured, mark, long, token, tokens, column, away,
            unit, subject, measure, scope, speaker, said, written, sentence, place, row_head, column_head,
        ) = every  # fmt: skip
        rank, at = divmod(code, STEP)
        sort, end = SORTS[rank], mark + long
        written = text[mark:end] if written == 0 else written
        further, longer, lines = away or (0, 0, 0)
        first = start + mark + further
        low, high, step, near = _bounds(measured, value, sort)
        yield (
            number, identifier, document, number, KINDS[at], written, value, unit, subject, measure, scope,
            speaker, line + lines, column + mark, first, first + long + longer, sort, None, low, high, step,
            near, mark, end, token, token + tokens, frame or NOTHING_KNOWN, sentence, place, row_head, column_head,
            said, *about,
        )  # fmt: skip


def pressed_stems(stems: str | None, text: str) -> bytes | None:
    """The stems of a passage as one cell: most are the beginnings of its words."""
    return None if stems is None else _deflated(stems, _small(text))


def unpressed_stems(cell: bytes | None, text: str) -> str | None:
    return None if cell is None else _inflated(cell, _small(text))


def _small(text: str) -> bytes:
    return f" {text.lower()}".encode()


def _deflated(text: str, known: bytes) -> bytes:
    """A text as bytes, as few as can be for one who knows others."""
    press = zlib.compressobj(BEST, zlib.DEFLATED, RAW, BEST, zlib.Z_DEFAULT_STRATEGY, known)
    return press.compress(text.encode()) + press.flush()


def _inflated(cell: bytes, known: bytes) -> str:
    return zlib.decompressobj(RAW, known).decompress(cell).decode()


def _named(names: Sequence[str], code: str) -> str:
    """The SQL expression for one of some names, by its number."""
    cases = " ".join(f"WHEN {at} THEN '{name}'" for at, name in enumerate(names))
    return f"CASE {code} {cases} END"


def view() -> str:
    """The statement that makes the view `claims`, for people: this tool reads the cells themselves."""
    texts = "unit subject measure scope speaker".split()
    cell = "json_extract(c.value, '$[{}]')".format
    low, high = (f"json_extract(c.value, '$[3][{at}]')" for at in (0, 1))
    usual = f"WHEN {cell(3)} IS 0 THEN CASE {cell(1)} / {STEP} WHEN {SORTS.index(Sort.NUMBER)} THEN {cell(2)} END"
    mark = f"substr(p.text, {cell(4)} + 1, {cell(5)})"
    columns = {
        "id": cell(0),
        "document": "p.document",
        "passage": "p.number",
        "kind": _named(KINDS, f"{cell(1)} % {STEP}"),
        "text": f"IFNULL(NULLIF({cell(16)}, 0), {mark})",
        "value": cell(2),
        **{name: f"IFNULL({cell(at)}, '')" for at, name in enumerate(texts, 10)},
        "line": "p.line + IFNULL(json_extract(c.value, '$[9][2]'), 0)",
        "column": f"{cell(4)} + {cell(8)}",
        "sort": _named(SORTS, f"{cell(1)} / {STEP}"),
        "low": f"CASE {usual} ELSE {low} END",
        "high": f"CASE {usual} WHEN {high} IS 0 OR json_array_length(c.value, '$[3]') = 1 THEN {low} ELSE {high} END",
    }  # fmt: skip
    shown = ", ".join(f'{expression} AS "{name}"' for name, expression in columns.items())
    return f"CREATE VIEW claims AS SELECT {shown} FROM passages p, json_each(p.claims) c"
