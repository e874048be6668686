"""No output lets a runner, a terminal or a page obey what a source says; the machine's forms give it back unharmed."""

from __future__ import annotations

import json

from tests.rows import each

from factcheck.export.tables import csv_lines
from factcheck.report.formats.page import disarmed
from factcheck.report.json_text import dumps
from factcheck.report.notations import markdown
from factcheck.report.visible import unheard, visible, visible_line
from factcheck.text.wording import address

SILENT = ["a::b", "std::string", "see a ::note", "# #[x]", "#[x]", "## [x]", "##vso", "C::", "12:30", "", "a\nb::c"]
HEARD = [
    ("::error file=a::b", "<U+003A>:error file=a::b"),
    ("a\n  ::stop-commands::x", "a\n  <U+003A>:stop-commands::x"),
    ("a\r\n\t::set-env::x", "a\r\n\t<U+003A>:set-env::x"),
    ("a ##[add-mask]b", "a <U+0023>#[add-mask]b"),
    ("x##vso[task.complete]", "x<U+0023>#vso[task.complete]"),
    ("##teamcity[build]", "<U+0023>#teamcity[build]"),
    ("###[x]", "#<U+0023>#[x]"),
]


@each("text", SILENT)
def test_what_no_runner_obeys_stays(text: str) -> None:
    assert unheard(text) == disarmed(text) == text
    assert json.loads(dumps(text)) == text


@each(("text", "broken"), HEARD)
def test_what_a_runner_obeys_is_broken(text: str, broken: str) -> None:
    assert unheard(text) == broken
    assert unheard(broken) == broken
    assert unheard(disarmed(text)) == disarmed(text)
    written = dumps({"title": text}, indent=1)
    assert unheard(written) == written
    assert json.loads(written) == {"title": text}


def test_a_piece_of_text_is_broken_where_a_line_may_be_made_of_it() -> None:
    assert visible("a ##[x]") == "a <U+0023>#[x]"


@each("char", ["\x1b", "\x07", "\x7f", "\x9b", "\u202e", "\u2066", "\u2028", "\u200b", "\U000e0041"])
def test_json_holds_no_hidden_character_and_loses_none(char: str) -> None:
    written = dumps([f"a{char}b"], indent=2)
    assert char not in written
    assert json.loads(written) == [f"a{char}b"]


@each(
    ("cell", "written"),
    [
        ("43.8", "43.8"),
        ("two\nlines", '"two\nlines"'),
        ("\x1b[31m\x07", "␛[31m␇"),
        ("\u202e", "<U+202E>"),
        (" =SUM(1)", "'=SUM(1)"),
        ("＝1", "'＝1"),
        ("\t@x", "'@x"),
        ("::error::x", "<U+003A>:error::x"),
        ("two\n::error::x", '"two\n<U+003A>:error::x"'),
    ],
)
def test_cells(cell: str, written: str) -> None:
    assert list(csv_lines(["h"], [[cell]])) == ["h\n", f"{written}\n"]


@each(
    ("words", "written"),
    [
        ("The harbour report: 2020", "The harbour report: 2020"),
        ("sources/a.txt", "sources/a.txt"),
        ("A *bold* [x](y)", r"A \*bold\* \[x\]\(y)"),
        ("<img src=x>", "&lt;img src=x&gt;"),
        ("javascript:alert", "javascript&#58;alert"),
        ("https://evil.example", "https&#58;//evil.example"),
        ("www.evil.example", r"www\.evil.example"),
        ("- a list", r"\- a list"),
        ("1. a list", r"1\. a list"),
        ("\x1b[2J\u202e", r"␛\[2J&lt;U+202E&gt;"),
        ("two\nlines", "two lines"),
    ],
)
def test_words_of_a_source_are_no_markup_in_a_draft(words: str, written: str) -> None:
    assert markdown(words) == written


def test_a_plain_draft_gets_no_control_characters() -> None:
    assert visible_line("The\n\x1b[2J *report*") == "The ␛[2J *report*"


@each(
    ("url", "given"),
    [
        ("https://example.org/a_b?c=d&e#f", "https://example.org/a_b?c=d&e#f"),
        ("HTTP://example.org/größe", "HTTP://example.org/größe"),
        ("https://example.org/a b](x)<y>", "https://example.org/a%20b%5D%28x%29%3Cy%3E"),
        ("javascript:alert(1)", ""),
        (" javascript:alert(1)//https://x", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("https:///x", ""),
        ("example.org", ""),
    ],
)
def test_only_addresses_of_the_web_are_given(url: str, given: str) -> None:
    assert address(url) == given
