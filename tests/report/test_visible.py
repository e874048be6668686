"""What is hidden is shown; what people write stays as it is."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from tests.properties import examples
from tests.rows import each

from factcheck.report.visible import visible

UNTOUCHED = [
    "",
    "plain",
    "naïve café — “curly” … №",
    "می\u200cخواهم",
    "👩\u200d👩\u200d👧",
    "no\u00a0break",
    "soft\u00adhyphen",
    "日本",
]
SHOWN = [
    ("\x1b[2J", "␛[2J"),
    ("a\x00b", "a␀b"),
    ("\x7f", "␡"),
    ("\x9b31m", "<U+009B>31m"),
    ("\u202egnp.exe", "<U+202E>gnp.exe"),
    ("\u2066x\u2069", "<U+2066>x<U+2069>"),
    ("a\u200bb\ufeff", "a<U+200B>b<U+FEFF>"),
    ("\U000e0041", "<U+E0041>"),
    ("\ud800", "<U+D800>"),
    ("tab\tline\n", "tab␉line␊"),
]


@each("text", UNTOUCHED)
def test_ordinary_text_stays(text: str) -> None:
    assert visible(text) == text


@each(("text", "shown"), SHOWN)
def test_hidden_characters_are_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
@examples(80)
def test_nothing_that_controls_is_left(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in shown)
    assert not any(
        unicodedata.bidirectional(char) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
        for char in shown
    )
    assert visible(shown) == shown
