"""What decides nothing is named; what decides something, and what says itself that it does not, stays silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import conflicts
from factcheck.claims import load
from factcheck.extract import read_text
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.verify.idle import idle, without_effect

LIBRARY = MemoryLibrary(contents(
    read_text("The singer Mara Lund was born on 3 May 1901 in Port Ellis.", "letter.txt"),
    read_text("Mara Lund was born on 8 May 1901, says a note on the singers of Port Ellis.", "note.txt"),
))  # fmt: skip
[CONFLICT] = conflicts.find(LIBRARY)
TODAY = "2026-01-01"
RULING = '[[ruling]]\nconflict = "{conflict}"\nkeep = "{keep}"\nreason = "The register says so."\n'
BORN = """\
[[claim]]
id = "{name}"
kind = "{kind}"
subject = "Mara Lund"
value = "{value}"
status = "{status}"
[[claim.source]]
document = "letter"
exact = "born on 3 May 1901"
"""
SOUND = BORN.format(name="born", kind="date", value="3 May 1901", status="confirmed")
SILENT = [
    ("a claim that counts", SOUND),
    ("a ruling that keeps a claim of the library",
     RULING.format(conflict=CONFLICT.id, keep=CONFLICT.sides[0].claims[0].claim.id)),
    ("a ruling that keeps a curated claim", SOUND + RULING.format(conflict=CONFLICT.id, keep="born")),
    ("a proposal that nothing is taken for", BORN.format(name="a", kind="count", value="3", status="proposed")),
    ("a claim that was withdrawn", BORN.format(name="a", kind="count", value="3", status="retracted")),
]  # fmt: skip
IDLE = [
    ("a ruling on no conflict", RULING.format(conflict="0-0", keep="born"), 1, "FC908", "rules on nothing"),
    ("a ruling that keeps nothing", RULING.format(conflict=CONFLICT.id, keep="nobody"), 1, "FC905", "keeps nothing"),
    ("a claim of another kind", BORN.format(name="a", kind="count", value="3", status="confirmed"), 1, "FC909",
     "counts for no verdict"),
    ("a second claim on one figure", SOUND + SOUND.replace('"born"', '"again"'), 10, "FC909", "'again'"),
]  # fmt: skip


@pytest.mark.parametrize("claims", [row[1] for row in SILENT], ids=[row[0] for row in SILENT])
def test_silent(tmp_path: Path, claims: str) -> None:
    path = tmp_path / "claims.toml"
    path.write_text(claims)
    assert idle(load([path]), LIBRARY, TODAY) == []


@pytest.mark.parametrize(("claims", "line", "rule", "words"), [row[1:] for row in IDLE], ids=[row[0] for row in IDLE])
def test_named(tmp_path: Path, claims: str, line: int, rule: str, words: str) -> None:
    path = tmp_path / "claims.toml"
    path.write_text(claims)
    [problem] = idle(load([path]), LIBRARY, TODAY)
    assert (problem.line, problem.rule) == (line, rule)
    assert words in problem.message


def test_a_claim_whose_passage_is_known_to_be_wrong_is_not_named_twice(tmp_path: Path) -> None:
    path = tmp_path / "claims.toml"
    path.write_text(BORN.format(name="a", kind="count", value="3", status="confirmed"))
    curation = load([path])
    [problem] = idle(curation, LIBRARY, TODAY)
    unsound = problem._replace(line=curation.claims[0].citations[0].origin.line)
    assert idle(curation, LIBRARY, TODAY, [unsound]) == []


@pytest.mark.parametrize(
    ("more", "why"),
    [("", ""), ('valid = "2018/.."', ""), ('valid = "2018/2023"', "of a period that is over"),
     ('valid = "2018/2030"', "")],
)  # fmt: skip
def test_why_a_claim_settles_nothing(tmp_path: Path, more: str, why: str) -> None:
    path = tmp_path / "claims.toml"
    path.write_text(SOUND.replace("[[claim.source]]", f"{more}\n[[claim.source]]"))
    assert without_effect(load([path]).claims[0], TODAY) == why
    path.write_text(SOUND.replace("confirmed", "proposed"))
    assert without_effect(load([path]).claims[0], TODAY) == "proposed"
