"""A file's rows travel as bytes, and are what its contents would have been; a store takes either."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.properties import examples
from tests.rows import each
from tests.store.engines import Engine
from tests.store.small_library import HARBOUR, RAILWAY, build, contents, state
from tests.store.test_builders import told

from factcheck.errors import StoreError
from factcheck.store.file_rows import file_rows, packed
from factcheck.store.numbering import file_number
from factcheck.store.parcel import Parcel, unpacked
from factcheck.store.protocol import Contents

# Whatever stands in a text, line breaks of every kind among it.
SENTENCES = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@examples()
@given(SENTENCES, st.integers(0, 1000))
def test_a_parcel_holds_what_its_contents_hold(words: str, aside: int) -> None:
    whole = contents("harbour", [*HARBOUR, (words, []), *RAILWAY])._replace(aside=aside)
    parcel = packed(whole, "harbour")
    assert b"\n" not in parcel.rows
    assert unpacked(parcel, aside) == whole


@each("number", [0, 7, file_number("harbour")])
def test_a_parcel_has_the_rows_of_whatever_number_its_file_gets(number: int) -> None:
    whole = contents("harbour", HARBOUR)
    made = file_rows(packed(whole, "harbour"), number)
    assert {columns: [tuple(row) for row in rows] for columns, rows in made.items()} == file_rows(whole, number)


def test_what_no_library_can_hold_is_not_packed() -> None:
    with pytest.raises(StoreError, match="characters that are none"):
        packed(contents("harbour", [("It has \ud800 43 cranes.", [])]), "harbour")


def test_a_library_of_parcels_is_as_one_of_contents(engine: Engine, tmp_path: Path) -> None:
    build(engine, ("harbour", HARBOUR), ("railway", RAILWAY))
    with engine.library() as library:
        found, digests = told(library), library.digests()
    other = type(engine)(tmp_path / "other")
    files: dict[str, Contents | Parcel] = {
        "railway": packed(contents("railway", RAILWAY), "railway"),
        "harbour": packed(contents("harbour", HARBOUR), "harbour"),
    }
    with other.building() as builder:
        for path, parcel in files.items():
            builder.add(state(path), parcel)
        builder.finish({"version": "test"})
    with other.library() as library:
        assert (told(library), library.digests()) == (found, digests)
