"""Each thing that can be wrong with curated claims is found, on its line; what is right stays silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.claims import load
from factcheck.claims.check import check

SOURCES = {
    "report": "The East Bridge opened in 1931 and carried 12,000 vehicles. The West Bridge carries 12,000 vehicles.",
    "annex": "Opened 31 May 1931. Closed last year.",
}


def _claim(name: str = "a", value: str = "1931", kind: str = "date", more: str = "", source: str = "") -> str:
    head = f'[[claim]]\nid = "{name}"\nkind = "{kind}"\nsubject = "East Bridge"\nvalue = "{value}"\n{more}'
    return head + f"[[claim.source]]\n{source or REPORT}\n"


REPORT = 'document = "report"\nexact = "opened in 1931"'
SILENT = [
    ("a sound claim", _claim()),
    ("a proposal without a source", '[[claim]]\nid = "a"\nkind = "count"\nsubject = "S"\nvalue = "5"\n'),
    ("a less precise passage", _claim(value="1931-05-31")),
    ("a more precise passage", _claim(source='document = "annex"\nexact = "Opened 31 May 1931"')),
    ("a date that the passage leaves to its document", _claim(source='document = "annex"\nexact = "Closed last year"')),
    ("a passage without a figure", _claim(source='document = "report"\nexact = "The East Bridge"')),
    ("a correction of its source", _claim(value="1930", more='as-printed = "1931"\nstatus = "corrected"\n')),
    ("a retracted claim without its passage", _claim(more='status = "retracted"\n', source=REPORT.replace("31", "32"))),
    ("a chain that ends", _claim(more='status = "superseded"\nsuperseded-by = "b"\n') + _claim("b")),
    ("two entities", '[[entity]]\nname = "A"\naliases = ["a"]\n[[entity]]\nname = "B"\n'),
]  # fmt: skip
PROBLEMS = [
    ("an id twice", _claim() + "\n" + _claim(), 10, "FC903", "id 'a' is taken"),
    ("an alias twice", '[[entity]]\nname = "A"\naliases = ["C"]\n[[entity]]\nname = "B"\nformer = ["C"]\n', 4,
     "FC903", "'C' already names 'A'"),
    ("a superseded claim without a successor", _claim(more='status = "superseded"\n'), 1, "FC904", "go together"),
    ("a successor of a claim that stands", _claim(more='superseded-by = "a"\n'), 1, "FC904", "go together"),
    ("a circle", _claim(more='status = "superseded"\nsuperseded-by = "a"\n'), 1, "FC904", "in a circle"),
    ("an unknown successor", _claim(more='status = "superseded"\nsuperseded-by = "b"\n'), 1, "FC905", "names no claim"),
    ("an unknown document", _claim(source='document = "letter"\nexact = "1931"'), 6, "FC906", "no document 'letter'"),
    ("a confirmed claim on no source", '[[claim]]\nid = "a"\nkind = "count"\nsubject = "S"\nvalue = "5"\n'
     'status = "confirmed"\n', 1, "FC907", "rests on no source"),
    ("a passage that is gone", _claim(source='document = "report"\nexact = "was closed in 1980 for repairs"'), 6,
     "FC911", "not in report any more"),
    ("a passage that reads otherwise", _claim(source='document = "report"\nexact = "1930"\nprefix = "opened in "\n'
     'suffix = " and carried"'), 6, "FC912", "now reads “1931”, not “1930”"),
    ("other words around the passage", _claim(source=REPORT + '\nprefix = "The viaduct "'), 6, "FC913", "around"),
    ("a passage that stands twice", _claim(value="12000", kind="count", source='document = "report"\n'
     'exact = "12,000 vehicles"'), 6, "FC914", "more than once"),
    ("a passage with another value", _claim(value="1932"), 6, "FC915", "says “1932”, its passage “opened in 1931”"),
    ("a value that is a part of another", _claim(value="2,000", kind="count", source='document = "report"\n'
     'exact = "The West Bridge carries 12,000 vehicles"'), 6, "FC915", "says “2,000”"),
    ("a correction that misreports", _claim(value="1930", more='as-printed = "1932"\nstatus = "corrected"\n'),
     8, "FC915", "its passage"),
    ("a second ruling on one conflict", '[[ruling]]\nconflict = "x"\nkeep = "a"\nreason = "r"\n' * 2, 5, "FC903",
     "already ruled on in line 1"),
]  # fmt: skip


def _check(tmp_path: Path, text: str) -> list[tuple[int, str, str]]:
    path = tmp_path / "claims.toml"
    path.write_text(text)
    return [(problem.line, problem.rule, problem.message) for problem in check(load([path]), SOURCES.get)]


@pytest.mark.parametrize("text", [row[1] for row in SILENT], ids=[row[0] for row in SILENT])
def test_silent(tmp_path: Path, text: str) -> None:
    assert _check(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "line", "rule", "words"), [row[1:] for row in PROBLEMS], ids=[row[0] for row in PROBLEMS]
)
def test_found(tmp_path: Path, text: str, line: int, rule: str, words: str) -> None:
    found = _check(tmp_path, text)
    assert [problem[:2] for problem in found] == [(line, rule)]
    assert words in found[0][2]
