"""A frame is written as JSON, whatever its words are."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st
from tests.properties import examples

from factcheck.model import Frame, Origin, Qualifier
from factcheck.store.frame_cell import packed_frame, unpacked_frame

WORDS = st.text('ab "\\\n\x00\x7f\u2028\u00e9\U0001f6a2', max_size=4)


@examples()
@given(WORDS, WORDS, WORDS)
def test_a_frame_is_the_json_that_the_standard_library_writes(value: str, words: str, part: str) -> None:
    frame = Frame(owner=Qualifier(value, words, Origin.CLAUSE), place=Qualifier(words, value, Origin.LIST), part=part)
    cell = packed_frame(frame)
    assert cell == json.dumps(json.loads(cell), ensure_ascii=False, separators=(",", ":"))
    assert unpacked_frame(cell) == frame
