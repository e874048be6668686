"""Checkers who decide at the same time: every decision stands, and none falls on another's claim."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.claims import edit, load
from factcheck.claims.curation import CuratedClaim
from factcheck.cli.main import main
from factcheck.errors import InputError

PROGRAM = [sys.executable, "-c", "from factcheck.cli.main import run; run()"]
ONE = '[[claim]]\nid = "mine"\nkind = "count"\nsubject = "The quarry"\nvalue = "7"\nnote = "by phone"\n'
OTHER = ONE.replace("mine", "theirs")
# As many as hinder each other on two processors.
TOGETHER = 3


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "sources").mkdir()
    (tmp_path / "claims").mkdir()
    (tmp_path / "factcheck.toml").write_text('[library]\nsources = ["sources/*.txt"]\n')
    (tmp_path / "sources" / "report.txt").write_text("Report\n\nThe quarry of Norland employed 640 people.\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_claims_added_at_once_are_all_there(project: Path) -> None:
    add = [*PROGRAM, "claims", "add", "sources/report.txt:3", "--subject", "The quarry"]
    adding = [subprocess.Popen(add, stderr=subprocess.PIPE, text=True) for _ in range(TOGETHER)]
    said = [process.communicate()[1] for process in adding]
    assert [process.returncode for process in adding] == [0] * TOGETHER, said
    curation = load([project / "claims" / "report.toml"])
    assert len({claim.id for claim in curation.claims}) == TOGETHER
    assert curation.problems == ()
    assert [path.name for path in (project / "claims").iterdir()] == ["report.toml"]


def test_a_decision_finds_its_claim_where_it_has_moved_to(tmp_path: Path) -> None:
    path = tmp_path / "claims.toml"
    path.write_text(OTHER + "\n" + ONE)
    edit.revise(path, "mine", lambda claim: {"note": f"{claim.note}; {claim.id}"})
    assert {claim.id: claim.note for claim in load([path]).claims} == {
        "theirs": "by phone",
        "mine": "by phone; mine",
    }


@pytest.mark.parametrize("text", ["", OTHER, ONE + "\n" + ONE], ids=["no file", "gone", "two of the name"])
def test_a_claim_that_is_not_the_only_one_of_its_name_is_not_decided_on(tmp_path: Path, text: str) -> None:
    path = tmp_path / "claims.toml"
    if text:
        path.write_text(text)
    with pytest.raises(InputError, match="called 'mine'"):
        edit.revise(path, "mine", lambda _: {"status": "confirmed"})
    assert (path.read_text() if path.exists() else "") == text


def test_what_was_saved_between_reading_and_writing_stands(tmp_path: Path) -> None:
    path = tmp_path / "claims.toml"
    path.write_text(ONE)

    def decide(_: CuratedClaim) -> dict[str, str]:
        path.write_text(OTHER + "\n" + ONE)
        return {"status": "confirmed"}

    with pytest.raises(InputError, match="meanwhile"):
        edit.revise(path, "mine", decide)
    assert path.read_text() == OTHER + "\n" + ONE


def test_an_id_that_is_taken_is_not_given_twice(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add = ["claims", "add", "sources/report.txt:3", "--id", "quarry"]
    assert main(add) == 0
    assert main(add) == 2
    assert "'quarry' is taken" in capsys.readouterr().err
    assert len(load([project / "claims" / "report.toml"]).claims) == 1
