"""Answers carry what checkers decided about them: confirmed first, retracted last, and the conflicts they are in."""

from __future__ import annotations

from pathlib import Path

from factcheck.claims import load
from factcheck.claims.knowledge import Knowledge
from factcheck.extract import read_text
from factcheck.lookup import search
from factcheck.lookup.known import Answer, known
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary

TEXTS = {
    "letter": "The singer Mara Lund was born on 3 May 1901 in Port Ellis.",
    "note": "The singer Mara Lund was born on 8 May 1901 in Port Ellis.",
}
CLAIM = """\
[[claim]]
id = "{name}"
kind = "date"
subject = "Mara Lund"
value = "{day} May 1901"
status = "{status}"
[[claim.source]]
document = "{name}"
exact = "born on {day} May 1901"
"""


def _answers(tmp_path: Path, claims: str) -> list[Answer]:
    path = tmp_path / "claims.toml"
    path.write_text(claims)
    library = MemoryLibrary(contents(*(read_text(text, f"{name}.txt") for name, text in TEXTS.items())))
    return known(search("Mara Lund born", library), library, Knowledge(load([path])))


def test_a_confirmed_answer_comes_first(tmp_path: Path) -> None:
    answers = _answers(tmp_path, CLAIM.format(name="note", day=8, status="confirmed"))
    assert [answer.hit.claim.claim.text for answer in answers] == ["8 May 1901", "3 May 1901"]
    assert [answer.curated.id if answer.curated else "" for answer in answers] == ["note", ""]


def test_a_retracted_answer_comes_last(tmp_path: Path) -> None:
    answers = _answers(tmp_path, CLAIM.format(name="letter", day=3, status="retracted"))
    assert [answer.hit.claim.claim.text for answer in answers] == ["8 May 1901", "3 May 1901"]


def test_an_answer_names_its_conflicts(tmp_path: Path) -> None:
    answers = _answers(tmp_path, "")
    assert {answer.conflicts for answer in answers} == {("-".join(sorted(a.hit.claim.claim.id for a in answers)),)}


def test_what_nobody_has_checked_stays_in_its_order() -> None:
    text = "The singer Mara Lund was born on 3 May 1901. Some 40 people came. Lund sang for 12 years."
    library = MemoryLibrary(contents(read_text(text, "note.txt")))
    hits = search("Mara Lund born", library)
    answers = known(hits, library, Knowledge(load([])))
    assert len({answer.score for answer in answers}) > 1
    assert [(answer.hit, answer.claim, answer.document, answer.score) for answer in answers] == [
        (hit, hit.claim.claim, hit.document, hit.score) for hit in hits
    ]
