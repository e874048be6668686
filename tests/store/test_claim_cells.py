"""What a passage holds of its claims is all there is of them, and what a browser shows of it is what they say."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st
from tests.properties import examples
from tests.rows import each
from tests.store.engines import Sqlite
from tests.store.small_library import HARBOUR, RAILWAY, build

from factcheck.store.claim_cells import CODES, Holder, packed, pressed_stems, unpacked, unpressed_stems
from factcheck.store.numbering import FEW, FILE_BITS, FILES, pressed, unpressed
from factcheck.store.rows import CLAIM, Row

TEXT = "It has 43 cranes, Brenk said."
NUMBER, DOCUMENT, LINE, START = 7 << FILE_BITS | 3, 7 << FILE_BITS | 2, 4, 90
PLAIN = CLAIM.split(", ").index("plain")
# A claim as its passage would have it.
USUAL: dict[str, Any] = {
    "number": 0, "id": "b1", "document": DOCUMENT, "passage": NUMBER, "kind": "count", "text": "43", "value": "43",
    "unit": "", "subject": "", "measure": "", "scope": "", "speaker": "", "line": LINE, '"column"': 8, "start": 97,
    '"end"': 99, "sort": "number", "plain": "43", "low": "43", "high": "43", "step": "1", "near": 0, "mark_start": 7,
    "mark_end": 9, "first_token": 2, "last_token": 2, "frame": "{}", "sentence": None, "place": "", "row_head": "",
    "column_head": "", "speaker_words": "",
}  # fmt: skip
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
numbers = st.integers(0, 200)
bounds = st.none() | words


def row(**known: Any) -> Row:
    return tuple({**USUAL, **known}[name] for name in CLAIM.split(", "))


def comes_back(rows: list[Row], text: str = TEXT) -> None:
    claims, frames = packed(rows, text, LINE, START)
    assert claims
    back = unpacked(Holder(NUMBER, DOCUMENT, LINE, START, text, claims, frames, "brenk", "brenk.txt"))
    # Their own numbers and plain values follow from the others.
    found = [(*one[1:PLAIN], *one[PLAIN + 1 :]) for one in back]
    assert found == [(*one[1:PLAIN], *one[PLAIN + 1 :], "brenk", "brenk.txt", text) for one in rows]


@each(
    "known",
    [
        {},
        {"text": ""},
        {"text": "43 cranes"},
        {"kind": "quote", "sort": "text", "value": "", "low": None, "high": None},
        {"value": ">43", "low": "43", "high": None, "near": 1},
        {"value": "<43", "low": None, "high": "43"},
        {"value": "4.3", "low": "4.3", "high": "4.3", "step": "0.1"},
        {"sort": "date", "value": "2021", "low": "737791", "high": "738155"},
        {"line": 5, '"column"': 2, "start": 120, '"end"': 129},
        {"sentence": "It has 43 cranes."},
        {"column_head": "Cranes"},
        {"frame": '{"part":"from"}'},
    ],
)
def test_a_claim_comes_back_as_it_was(known: dict[str, Any]) -> None:
    comes_back([row(**known)])
    comes_back([row(), row(**known), row(id="b2", frame='{"per":"100"}')])


@examples()
@given(
    st.sampled_from(sorted(CODES)), words, words, st.tuples(bounds, bounds, words.filter(bool)), st.booleans(),
    st.tuples(*[words] * 9), st.tuples(*[numbers] * 8), words.filter(lambda text: "\n" not in text), words,
)  # fmt: skip
@example(("count", "number"), "43", "43", ("0", None, "0"), True, ("",) * 9, (0,) * 8, "", "\0")
def test_any_claim_comes_back(
    kind: tuple[str, str], value: str, written: str, measured: tuple[str | None, str | None, str], near: bool,
    texts: tuple[str, ...], places: tuple[int, ...], frame: str, text: str,
) -> None:  # fmt: skip
    names = "unit subject measure scope speaker speaker_words place row_head column_head".split()
    at = 'line "column" start "end" mark_start mark_end first_token last_token'.split()
    low, high, step = measured
    own = {"low": low, "high": high, "step": step, "near": int(near), "frame": frame or "{}", "text": written}
    known = dict(zip([*names, *at], [*texts, *places], strict=True))
    comes_back([row(kind=kind[0], sort=kind[1], value=value, **own, **known)], text)


def test_only_what_is_wanted_is_read() -> None:
    claims, frames = packed([row(), row(id="b2", kind="role")], TEXT, LINE, START)
    assert claims
    holder = Holder(NUMBER, DOCUMENT, LINE, START, TEXT, claims, frames)
    assert [one[1] for one in unpacked(holder, lambda name, _: name == "b2")] == ["b2"]


@examples()
@given(words, words)
def test_stems_come_back(stems: str, text: str) -> None:
    assert unpressed_stems(pressed_stems(stems, text), text) == stems
    assert pressed_stems(None, text) is None
    assert unpressed_stems(None, text) is None


@examples()
@given(st.lists(st.integers(0, (FILES << FILE_BITS) - 1), min_size=1, max_size=4 * FEW), st.integers(1, 5 * FEW))
@example([0], 1)
@example([5] * FEW, FEW - 1)
def test_numbers_come_back(found: list[int], most: int) -> None:
    cell, found = pressed(sorted(found)), sorted(found)
    assert list(unpressed(cell, len(found))) == found
    assert list(unpressed(cell, len(found), most)) == found[:most]


def test_a_browser_shows_what_claims_say(tmp_path: Path) -> None:
    engine = Sqlite(tmp_path)
    build(engine, ("harbour", HARBOUR), ("railway", RAILWAY))
    with engine.library() as library:
        claims = list(library.all_claims())
    with closing(sqlite3.connect(tmp_path / "index.sqlite")) as db:
        db.row_factory = sqlite3.Row
        shown = db.execute('SELECT * FROM claims ORDER BY passage, "column"').fetchall()
    assert len(shown) == 5
    for stored, cells in zip(claims, shown, strict=True):
        claim = stored.claim
        told = {
            "id": claim.id, "kind": claim.kind, "text": claim.text, "value": claim.value.text, "unit": claim.unit,
            "subject": claim.subject, "measure": claim.measure, "scope": claim.scope, "speaker": claim.speaker,
            "line": claim.line, "column": claim.column, "sort": claim.value.sort, "low": claim.value.low,
            "high": claim.value.high, "document": stored.document, "passage": stored.passage,
        }  # fmt: skip
        assert {name: None if cell is None else str(cell) for name, cell in dict(cells).items()} == {
            name: None if said is None else str(said) for name, said in told.items()
        }
