"""What a confidential claim says is told by no command that was not asked for it; that it counts is."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.rows import each

from factcheck.claims import load
from factcheck.claims.check import check
from factcheck.claims.discretion import day, disclosed, is_secret
from factcheck.cli.main import main

SOURCE = "The mine of Norland employed 640 people in 2011.\n"
# Words in capitals are what must not be told.
CLAIM = """\
[[claim]]
id = "SECRET-mine"
kind = "count"
subject = "SECRET-SUBJECT"
measure = "SECRET-MEASURE"
value = "777"
as-printed = "640"
unit = "SECRET-UNIT"
speaker = "SECRET-SPEAKER"
status = "corrected"
note = "SECRET-NOTE"
checked-by = "SECRET-CHECKER"
confidential = true

[[claim.source]]
document = "report"
exact = "The mine of Norland employed 640 people"
"""
EMBARGO = "embargo-until = 2199-01-01"
BROKEN = [
    ("a value that cannot be read", "FC902", lambda text: text.replace('"777"', '"SECRET-VALUE"')),
    ("a status that is none", "FC901", lambda text: text.replace('"corrected"', '"SECRET-STATUS"')),
    ("a key that is none", "FC901", lambda text: text.replace("speaker", "SECRET-KEY")),
    ("a key of its source that is none", "FC901", lambda text: text + 'SECRET-KEY = "SECRET"\n'),
    ("an id twice", "FC903", lambda text: text + text.replace("confidential = true\n", "")),
    ("no successor", "FC904", lambda text: text.replace("corrected", "superseded")),
    ("an unknown document", "FC906", lambda text: text.replace('"report"', '"SECRET-DOCUMENT"')),
    ("a passage that is gone", "FC911", lambda text: text.replace("The mine of Norland", "Words SECRET words SECRET")),
    ("a passage with another value", "FC915", lambda text: text.replace('as-printed = "640"\n', "")),
    ("a flag misspelt", "FC901", lambda text: text.replace("confidential", "confidental").replace('"640"', "[1]")),
    ("an embargo", "FC906", lambda text: text.replace("confidential = true", EMBARGO).replace('"report"', '"SECRET"')),
]  # fmt: skip


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for folder in ("sources", "claims"):
        (tmp_path / folder).mkdir()
    (tmp_path / "factcheck.toml").write_text('[library]\nsources = ["sources/*.txt"]\n')
    (tmp_path / "sources" / "report.txt").write_text(SOURCE)
    (tmp_path / "draft.md").write_text(SOURCE)
    (tmp_path / "claims" / "claims.toml").write_text(CLAIM)
    monkeypatch.chdir(tmp_path)
    return tmp_path


COMMANDS = (
    ["verify", "--all", "--why", "draft.md"],
    ["verify", "--format", "json", "draft.md"],
    ["verify", "--format", "github", "draft.md"],
    ["lookup", "mine people", "--why"],
    ["lookup", "mine people", "--format", "json"],
    ["lookup", "SECRET"],
    ["conflicts"],
    ["conflicts", "--format", "json"],
    ["cite", "draft.md"],
    ["export"],
    ["export", "--format", "csv"],
    ["export", "--format", "web-annotation", "--only", "curated"],
    ["claims", "check"],
    ["claims", "check", "--format", "json"],
)


def told(capsys: pytest.CaptureFixture[str], *args: str) -> str:
    main(args)
    out, err = capsys.readouterr()
    return out + err


@pytest.mark.parametrize("args", COMMANDS, ids=" ".join)
def test_no_command_tells_what_it_says(args: list[str], project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = told(capsys, *args)
    assert "SECRET" not in said
    assert "777" not in said


@pytest.mark.parametrize(("rule", "broken"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN])
def test_no_complaint_tells_what_it_says(
    rule: str, broken: Callable[[str], str], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "claims" / "claims.toml").write_text(broken(CLAIM))
    said = told(capsys, "claims", "check")
    assert rule in said
    assert "claims/claims.toml:" in said
    for command in (["claims", "check", "--format", "json"], ["verify", "draft.md"], ["lookup", "mine"]):
        said += told(capsys, *command)
    assert "SECRET" not in said
    assert "777" not in said


def test_it_counts_all_the_same(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = told(capsys, "verify", "draft.md")
    assert "FC101" in said
    assert "corrected as (confidential 1)" in " ".join(said.split())


def test_it_is_told_to_who_asks(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "SECRET-SUBJECT" in told(capsys, "claims", "list")
    assert "SECRET-SUBJECT" in told(capsys, "export", "--confidential")


def test_an_open_claim_is_told_in_full(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "claims" / "claims.toml").write_text(CLAIM.replace("true", "false").replace('"report"', '"gone"'))
    assert "'gone'" in told(capsys, "claims", "check")
    assert "SECRET-SUBJECT" in told(capsys, "export")


def test_other_tables_call_it_by_the_same_name(tmp_path: Path) -> None:
    path = tmp_path / "claims.toml"
    older = '[[claim]]\nid = "old"\nkind = "count"\nsubject = "S"\nvalue = "5"\nstatus = "superseded"\n'
    ruling = '[[ruling]]\nconflict = "x"\nkeep = "SECRET-mine"\nreason = "SECRET"\nby = "SECRET"\n'
    path.write_text(CLAIM + older + 'superseded-by = "SECRET-mine"\n' + ruling)
    shown = disclosed(load([path]), "2026-01-01")
    assert [claim.id for claim in shown.claims] == ["(confidential 1)", "old"]
    assert shown.claims[1].superseded_by == shown.rulings[0].keep == "(confidential 1)"
    assert "SECRET" not in repr(shown.rulings)


@each(
    ("row", "secret"),
    [
        ({}, False),
        ({"confidential": False}, False),
        ({"note": "confidential"}, False),
        ({"confidential": True}, True),
        ({"confidential": "no"}, True),
        ({"Confidential": True}, True),
        ({"cofidential": True}, True),
        ({"embargo-until": "2030-01-01"}, True),
        ({"embargo_until": "tomorrow"}, True),
    ],
)
def test_a_table_is_secret_in_doubt(row: dict[str, object], secret: bool) -> None:
    assert is_secret(row) is secret


@each(
    ("now", "date"),
    [
        ("2030-01-01T11:59:59+00:00", "2029-12-31"),
        ("2030-01-01T12:00:00+00:00", "2030-01-01"),
        ("2030-01-01T14:00:00+14:00", "2029-12-31"),
        ("2030-01-01T00:00:00-12:00", "2030-01-01"),
    ],
)
def test_an_embargo_ends_when_its_day_has_begun_everywhere(now: str, date: str) -> None:
    assert day(datetime.datetime.fromisoformat(now)) == date


@pytest.mark.parametrize(("embargo", "hidden"), [("2030-01-01", True), ("2029-12-31", False)])
def test_an_embargo_is_judged_by_the_day(embargo: str, hidden: bool, tmp_path: Path) -> None:
    path = tmp_path / "claims.toml"
    path.write_text(CLAIM.replace("confidential = true", f"embargo-until = {embargo}"))
    assert ("SECRET" not in str(disclosed(load([path]), "2029-12-31").claims)) is hidden
    problems = check(load([path]), lambda _: None, "2029-12-31")
    assert ("confidential" in problems[0].message) is hidden


@pytest.mark.parametrize("value", ["2030-01-01T18:00:00", "2030-01-01T18:00:00Z", "'2030-01-01T18:00'", "'soon'"])
def test_an_embargo_has_no_hour(value: str, tmp_path: Path) -> None:
    path = tmp_path / "claims.toml"
    path.write_text(CLAIM.replace("confidential = true", f"embargo-until = {value}"))
    assert "must be a day such as" in load([path]).problems[0].message
