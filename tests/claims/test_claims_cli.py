"""The curated claims from the command line, in a project of their own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.cli.main import main

REPORT = """\
The East Bridge

Mara Lund opened the East Bridge on 31 May 1931. It cost 12 million crowns, and 43 workers were hurt.
"""
LETTER = "Letter\n\nThe singer Mara Lund was born on 3 May 1901. Jon Berg was there.\n"
CLAIMS = """\
# Ours.
[[claim]]
id = "born"   # keep
kind = "date"
subject = "Mara Lund"
value = "3 May 1901"

[[claim.source]]
document = "letter"
exact = "born on 3 May 1901"
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "sources").mkdir()
    (tmp_path / "claims").mkdir()
    (tmp_path / "factcheck.toml").write_text('[library]\nsources = ["sources/*.txt"]\n')
    (tmp_path / "sources" / "report.txt").write_text(REPORT)
    (tmp_path / "sources" / "letter.txt").write_text(LETTER)
    (tmp_path / "sources" / "note.txt").write_text("Note\n\nMara Lund was born on 8 May 1901 in Norland.\n")
    (tmp_path / "claims" / "people.toml").write_text(CLAIMS)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _json(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, list[dict[str, object]]]:
    assert main([*arguments, "--format", "json"]) in (0, 1)
    found: dict[str, list[dict[str, object]]] = json.loads(capsys.readouterr().out)
    return found


def test_a_claim_of_the_library_is_proposed_accepted_and_retracted(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    [hit, *_] = _json(capsys, "lookup", "East", "Bridge", "opened", "--kind", "date")["results"]
    assert main(["claims", "add", str(hit["id"]), "--id", "bridge-opened", "--measure", "opened"]) == 0
    assert main(["claims", "accept", "bridge-opened", "--by", "Ann"]) == 0
    [claim] = _json(capsys, "claims", "list", "--status", "confirmed")["claims"]
    assert (claim["id"], claim["value"], claim["checked_by"]) == ("bridge-opened", "1931-05-31", "Ann")
    assert main(["claims", "check"]) == 0
    capsys.readouterr()
    assert main(["claims", "retract", "bridge-opened", "--reason", "Misread."]) == 0
    assert [c["note"] for c in _json(capsys, "claims", "list", "--status", "retracted")["claims"]] == ["Misread."]
    assert main(["claims", "retract", "bridge-opened", "--reason", "Misread."]) == 2
    assert "is retracted already" in capsys.readouterr().err


def test_a_claim_that_rests_on_nothing_is_not_accepted(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "draft.txt").write_text("The tower cost 7 million crowns.\n")
    assert main(["claims", "add", "draft.txt:1", "--id", "cost"]) == 0
    assert main(["claims", "accept", "cost"]) == 2
    assert "'cost' rests on no source" in capsys.readouterr().err
    assert main(["claims", "check"]) == 0


def test_a_figure_is_proposed_by_its_place(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["claims", "add", "sources/report.txt:3"]) == 2
    assert "several at sources/report.txt:3" in capsys.readouterr().err
    column = REPORT.splitlines()[2].index("43") + 1
    assert main(["claims", "add", f"sources/report.txt:3:{column}"]) == 0
    claims = _json(capsys, "claims", "list", "--status", "proposed", "--kind", "count")["claims"]
    assert [(claim["value"], claim["unit"]) for claim in claims] == [("43", "worker")]


def test_a_conflict_is_ruled_on_once(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [conflict] = _json(capsys, "conflicts")["conflicts"]
    rule = ["claims", "resolve", str(conflict["id"]), "--keep", "born", "--reason", "The letter is hers."]
    assert main([*rule[:4], "nobody", *rule[5:]]) == 2
    assert main(rule) == 0
    assert main(rule) == 2
    capsys.readouterr()
    [ruled] = _json(capsys, "conflicts")["conflicts"]
    assert isinstance(ruled["ruling"], dict)
    assert ruled["ruling"]["keep"] == "born"
    assert _json(capsys, "conflicts", "--open")["conflicts"] == []


@pytest.mark.parametrize("form", ["text", "csv", "html"])
def test_conflicts_in_every_format(project: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    [conflict] = _json(capsys, "conflicts")["conflicts"]
    assert main(["conflicts", "--format", form]) == 0
    printed = capsys.readouterr().out
    assert "3 May 1901" in printed
    assert str(conflict["id"]) in printed


def test_check_tells_file_and_line(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "sources" / "letter.txt").write_text(LETTER.replace("3 May", "4 May"))
    assert main(["claims", "check"]) == 1
    assert "claims/people.toml:8: FC912" in capsys.readouterr().out
    (project / "claims" / "people.toml").write_text("[[claim]]\nid = \n")
    assert main(["claims", "check"]) == 1
    assert main(["claims", "list"]) == 2


def test_the_published_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["claims", "schema"]) == 0
    assert "superseded-by" in json.loads(capsys.readouterr().out)["properties"]["claim"]["items"]["properties"]


def test_the_demo_claims_are_sound(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])
    assert main(["claims", "check"]) == 0
    assert ": 0 problems." in capsys.readouterr().out
