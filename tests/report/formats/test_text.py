"""The report for people: its wording, its marks, and what a terminal must never see."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.rows import each

from factcheck.model import Verdict
from factcheck.report.formats import Style, concise
from factcheck.report.formats.excerpt import cells, excerpt
from factcheck.report.formats.text import render
from factcheck.report.outcome import Report
from factcheck.rules import RULES
from factcheck.rules.online import page
from factcheck.text import Span

WHOLE = """\
draft.md:3:13: FC101 figure-differs
  The draft says 61 percent; the source says 67 percent.
    3 | Turnout was 61 percent in the north, and 12 boats were lost. The mill opened in 1911.
      |             ^^^^^^^^^^
  Differs: “The <Harbour> Report” (Port Press, 2020-05)
  sources/report.txt:1:13
    1 | Turnout was 67 percent in the north.
      |             ^^^^^^^^^^

draft.md:4:2: FC201 misquotation
  The draft says We will <b>never</b> leave.
    4 | "We will <b>never</b> leave," she said about the 40 huts.
      |  ^^^^^^^^^^^^^^^^^^^^^^^^^^

draft.md:3:81: FC102 sources-disagree
  The draft says 1911.
    3 | Turnout was 61 percent in the north, and 12 boats were lost. The mill opened in 1911.
      |                                                                                 ^^^^
  Agrees: “The <Harbour> Report” (Port Press, 2020-05)
  sources/report.txt:2:47
    2 | Twelve boats were lost. The mill was built in 1911, or perhaps in 1913.
      |                                               ^^^^
  Differs: “The <Harbour> Report” (Port Press, 2020-05)
  sources/report.txt:2:67
    2 | Twelve boats were lost. The mill was built in 1911, or perhaps in 1913.
      |                                                                   ^^^^

draft.md:4:50: FC103 figure-unsourced
  The draft says 40.
    4 | "We will <b>never</b> leave," she said about the 40 huts.
      |                                                  ^^

draft.md:3:42: supported
  The draft says 12.
    3 | Turnout was 61 percent in the north, and 12 boats were lost. The mill opened in 1911.
      |                                          ^^
  Agrees: “The <Harbour> Report” (Port Press, 2020-05)
  sources/report.txt:2:1
    2 | Twelve boats were lost. The mill was built in 1911, or perhaps in 1913.
      | ^^^^^^

1 draft, 5 figures and quotations: 1 supported, 2 contradicted, 1 disputed, 1 in no source.
1 ignored on request. 2 other numbers not read as figures (names, list marks, links, code).
"""


def test_the_whole_report(report: Report) -> None:
    assert render(report, Style()) == WHOLE


def test_colour_adds_nothing_but_colour_and_the_way_to_the_rule(report: Report) -> None:
    colored = render(report, Style(color=True))
    assert "\x1b[1;31m" in colored
    assert f"\x1b]8;;{page(RULES['FC101'])}\x1b\\" in colored
    assert re.sub(r"\x1b\[[\d;]*m|\x1b\]8;;[^\x1b]*\x1b\\", "", colored) == WHOLE


def test_why_shows_the_terms_and_the_nearest_passage(report: Report) -> None:
    text = render(report, Style(why=True))
    assert "+3.25  shared words: turnout, north" in text
    assert re.search(r"Nearest, [a-z ]+ to be this \(0\.\d\d\): “The <Harbour> Report”", text)


@each("width", [20, 40, 60, 200])
def test_rows_fit_the_terminal(report: Report, width: int) -> None:
    excerpts = [line for line in render(report, Style(width=width)).splitlines() if re.match(r"[ \d]{5} \| ", line)]
    assert excerpts
    assert max(map(len, excerpts)) <= max(width, 18)


def test_hidden_characters_are_shown_and_not_sent(hostile_report: Report) -> None:
    text = render(hostile_report, Style(why=True))
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", text)
    assert "␛[2J<U+202E>" in text


EXCERPTS = [
    # text, words marked, width, rows: rows as written
    ("a short line", "short", 40, 3, ["a short line", "  ^^^^^"]),
    ("at the end", "end", 40, 3, ["at the end", "       ^^^"]),
    ("one two three four five six", "five", 16, 1, ["…five six", " ^^^^"]),
    ("one two three four five six", "one", 16, 1, ["one two three…", "^^^"]),
    (
        "one two three four five six",
        "three four five",
        16,
        1,
        ["one two three", "        ^^^^^", "four five six", "^^^^^^^^^"],
    ),
    ("選挙の得票率 43 でした", "43", 40, 3, ["選挙の得票率 43 でした", "             ^^"]),
    ("tab\there 7", "7", 40, 3, ["tab␉here 7", "         ^"]),
    ("", "", 40, 3, []),
]


@each(("text", "words", "width", "rows", "expected"), EXCERPTS)
def test_excerpts(text: str, words: str, width: int, rows: int, expected: list[str]) -> None:
    start = text.index(words)
    shown = excerpt(text, Span(start, start + len(words)), width, rows)
    lines = [line for row in shown for line in (row.before + row.marked + row.after, row.marker) if line]
    assert lines == expected


def test_a_line_of_megabytes_is_cut_around_the_mark() -> None:
    text = "word " * 400_000 + "43 " + "word " * 400_000
    shown = excerpt(text, Span(2_000_000, 2_000_002), 80)
    assert len(shown) == 3
    assert max(cells(row.before + row.marked + row.after) for row in shown) <= 80


def test_a_verdict_without_a_rule_is_called_by_its_name(report: Report) -> None:
    told = replace(report, shown=(replace(report.findings[1], verdict=Verdict.CONTRADICTED),))
    assert render(told, Style()).startswith("draft.md:3:42: contradicted\n")
    assert concise.render(told, Style()).startswith("draft.md:3:42: contradicted The draft says 12.\n")
    assert "\x1b[1;32m" not in render(told, Style(color=True))
