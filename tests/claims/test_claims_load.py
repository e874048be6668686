"""Claims files are read with the line of every table; what is wrong with them is told with its line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.rows import each

from factcheck import claims
from factcheck.claims.curation import Origin, Selector
from factcheck.claims.json_schema import json_schema
from factcheck.claims.notation import read_value
from factcheck.disk.toml_places import headers
from factcheck.errors import ConfigError
from factcheck.model import Kind

ROOT = Path(__file__).parents[2]

WHOLE = """\
# Two bridges
[[claim]]
id = "opened"
kind = "date"
subject = "East Bridge"
value = 1931-05-31
note = '''
[[claim]]
id = "not a claim"
'''
confidential = true

[[claim.source]]
document = "report"
exact = " opened on 31 May "
page = 12

  [[claim.source]]  # the annex
  document = "annex"
  exact = "31.5.1931"

[[entity]]
name = "East Bridge"
aliases = ["the old bridge", "EB"]
former = ["King's Bridge"]

[[claim]]
id = "traffic"
kind = "count"
subject = "West Bridge"
value = 43.5
status = "confirmed"
embargo-until = "2030-01-01"

[[ruling]]
conflict = "date-1931"
keep = "opened"
reason = "The annex is the original."
"""


def test_every_table_is_read_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "bridges.toml"
    path.write_text(WHOLE)
    read = claims.load([path])
    opened, traffic = read.claims
    assert read.problems == ()
    assert [claim.origin.line for claim in read.claims] == [2, 27]
    assert [citation.origin.line for citation in opened.citations] == [13, 18]
    assert (read.entities[0].origin, read.rulings[0].origin) == (Origin(path, 22), Origin(path, 35))
    assert (opened.kind, opened.value.text, opened.notation) == (Kind.DATE, "1931-05-31", "1931-05-31")
    assert opened.citations[0].selector == Selector(" opened on 31 May ")
    assert opened.citations[0].page == "12"
    assert read.entities[0].names == ("East Bridge", "the old bridge", "EB", "King's Bridge")
    assert traffic.value.text == "43.5"
    assert [opened.hidden("2026-01-01"), traffic.hidden("2026-01-01"), traffic.hidden("2030-01-01")] == [
        True,
        True,
        False,
    ]


NOTATIONS = [
    ("count", "about 2 million", "~2000000"),
    ("count", "twelve", "12"),
    ("percentage", "almost a quarter", "<25"),
    ("date", "May", "XXXX-05"),
    ("date", "3 May 1931", "1931-05-03"),
    ("duration", "a year", "P1Y"),
    ("sentence", "five and 10 years", "P5Y/P10Y"),
    ("sentence", "18 months", "P18M"),
]


@each(("kind", "notation", "value"), NOTATIONS)
def test_a_value_is_written_as_prose_writes_it(kind: str, notation: str, value: str) -> None:
    read = read_value(notation, Kind(kind))
    assert read is not None
    assert read.value.text == value


GOOD = '[[claim]]\nid = "a"\nkind = "count"\nsubject = "S"\nvalue = "5"\n'
BROKEN = [
    ("not TOML", "[[claim]]\nid = \n", 2, "not TOML"),
    ("an unknown key", GOOD + "\nstats = 'confirmed'\n", 7, "unknown key 'stats'; did you mean 'status'?"),
    ("an unknown status", GOOD + "status = 'true'\n", 6, "it must be one of proposed, confirmed"),
    ("an unknown table", "\n[[claims]]\nid = 'a'\n", 2, "unknown table 'claims'; known are claim, entity, ruling"),
    ("one table for many", "[claim]\nid = 'a'\n", 1, "each under its own [[claim]]"),
    ("a missing key", '\n[[claim]]\nid = "a"\nkind = "count"\nvalue = "5"\n', 2, "'subject' is missing"),
    ("a day that is none", GOOD + "checked-on = '2024-02-30'\n", 6, "must be a day such as"),
    ("a flag that is none", GOOD + "confidential = 'yes'\n", 6, "must be true or false"),
    ("an inverted period", GOOD + "valid = '2024/2020'\n", 6, "must be an EDTF date"),
    ("names that are no list", "[[entity]]\nname = 'A'\naliases = 'B'\n", 3, "must be a list of names"),
    ("an empty text", GOOD + "speaker = ' '\n", 6, "must be a text"),
    ("a source without words", GOOD + "[[claim.source]]\ndocument = 'd'\n", 6, "'exact' is missing"),
    ("a key in a source", GOOD + "[[claim.source]]\ndocument='d'\nexact='e'\nurl='x'\n", 9, "unknown key 'url'"),
    ("sources that are no tables", GOOD + "source = 'd'\n", 6, "unknown key 'source'"),
    ("a date that nothing resolves", GOOD.replace('"count"', '"date"').replace('"5"', '"last year"'), 5, "no date"),
    ("two values", GOOD.replace('"5"', '"5 boats or 6 boats"'), 5, "no count can be read"),
    ("a value of another kind", GOOD.replace('"count"', '"date"').replace('"5"', '"P5Y"'), 5, "no date can be read"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "message"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN])
def test_a_problem_has_its_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    path = tmp_path / "claims.toml"
    path.write_text(text)
    problems = claims.load([path]).problems
    assert [problem.line for problem in problems] == [line]
    assert message in problems[0].message
    with pytest.raises(ConfigError, match=f"claims.toml:{line}: "):
        claims.load_sound([path])


def test_what_is_sound_in_a_file_is_read_beside_what_is_not(tmp_path: Path) -> None:
    path = tmp_path / "claims.toml"
    path.write_text(GOOD + "note = 5.5\n" + GOOD.replace('"a"', '"b"') + "[[claim]]\n")
    read = claims.load([path])
    assert [claim.id for claim in read.claims] == ["a", "b"]
    assert {problem.line for problem in read.problems} == {6, 12}


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "claims.toml"
    path.write_bytes(b"\xff\xfe")
    assert [problem.message for problem in claims.load([path]).problems] == ["not a UTF-8 text"]


def test_headers_on_hostile_text_take_linear_time() -> None:
    for piece in ("[[a ", '"\\', "'''", '"""', "a.", "\t", "=", "#\n", "[" * 3):
        assert headers(piece * 20_000) is not None


def test_the_published_schema_is_the_one_that_is_checked() -> None:
    published = ROOT / "docs" / "claims.schema.json"
    assert json.loads(published.read_text(encoding="utf-8")) == json_schema()
