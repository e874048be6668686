"""A format that is known and not read is refused in one line, never read as text."""

from __future__ import annotations

import pytest
from tests.rows import each

from factcheck.errors import InputError
from factcheck.readers import FILES, FORMATS, read_data
from factcheck.readers.unread import ADVICE


@each("suffix", sorted(ADVICE))
def test_refused_with_the_way_out(suffix: str) -> None:
    with pytest.raises(InputError, match=rf"a\{suffix}: is .* not read; \w+"):
        read_data(b"Text of 43 words.", suffix.upper(), f"a{suffix}")


def test_no_format_is_both_read_and_refused() -> None:
    assert not ADVICE.keys() & (FILES.keys() | FORMATS.keys())


@each("suffix", [".txt", ".text", "", ".log", ".draft"])
def test_an_unknown_suffix_is_plain_text(suffix: str) -> None:
    assert len(read_data(b"It has 43 cranes.", suffix, "a").blocks) == 1
