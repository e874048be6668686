"""What was decided on a conflict between sources: by a ruling, or by a claim confirmed on one of its sides alone."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from factcheck import conflicts
from factcheck.claims import load
from factcheck.claims.knowledge import Knowledge
from factcheck.extract import read_text
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.verify.decided import decision, signed, told

LETTER = "The singer Mara Lund was born on 3 May 1901 in Port Ellis."
NOTE = "Mara Lund was born on 8 May 1901, says a note on the singers of Port Ellis."
[CONFLICT] = conflicts.find(MemoryLibrary(contents(read_text(LETTER, "letter.txt"), read_text(NOTE, "note.txt"))))


class Row(NamedTuple):
    """A curated claim on one of the two texts."""

    name: str
    document: str
    value: str
    exact: str
    status: str = "confirmed"
    more: str = ""

    def toml(self) -> str:
        return (
            f'[[claim]]\nid = "{self.name}"\nkind = "date"\nsubject = "Mara Lund"\nvalue = "{self.value}"\n'
            f'status = "{self.status}"\n{self.more}\n[[claim.source]]\n'
            f'document = "{self.document}"\nexact = "{self.exact}"\n'
        )


THIRD = Row("third", "letter", "3 May 1901", "born on 3 May 1901")
EIGHTH = Row("eighth", "note", "8 May 1901", "born on 8 May 1901")
RULING = '[[ruling]]\nconflict = "{conflict}"\nkeep = "{keep}"\nreason = "The register  says so."\n{more}'
UNDECIDED = [
    ("nothing is known", ""),
    ("only proposed", THIRD._replace(status="proposed").toml()),
    ("withdrawn", THIRD._replace(status="retracted").toml()),
    ("both confirmed", THIRD.toml() + EIGHTH.toml()),
    ("confirmed for a time", THIRD._replace(more='valid = "1990/2000"').toml()),
    ("what a correction keeps as printed", Row("third", "letter", "4 May 1901", "born on 3 May 1901", "corrected",
                                              'as-printed = "3 May 1901"').toml()),
    ("a ruling on another conflict", RULING.format(conflict="0-0", keep="third", more="") + THIRD._replace(
        status="proposed").toml()),
    ("a ruling that keeps nothing", RULING.format(conflict=CONFLICT.id, keep="nobody", more="")),
]  # fmt: skip
DECIDED = [
    ("confirmed", THIRD.toml(), "3 May 1901", "confirmed as third", ""),
    ("confirmed from then on", THIRD._replace(more='valid = "1990/.."').toml(), "3 May 1901", "confirmed as third", ""),
    ("corrected to what is printed", EIGHTH._replace(status="corrected").toml(), "8 May 1901",
     "corrected as eighth", ""),
    ("confirmed by somebody", THIRD._replace(more='checked-by = "Ann Roe"\nnote = "By phone."').toml(), "3 May 1901",
     "confirmed as third by Ann Roe", ": By phone."),
    ("ruled", RULING.format(conflict=CONFLICT.id, keep="eighth", more='by = "Ann Roe"\non = 2024-05-31\n')
     + EIGHTH._replace(status="proposed").toml(), "8 May 1901", "ruled by Ann Roe on 2024-05-31",
     ": The register says so."),
    ("ruled against what is confirmed", THIRD.toml() + RULING.format(conflict=CONFLICT.id, keep="eighth", more="")
     + EIGHTH._replace(status="proposed").toml(), "8 May 1901", "ruled", ": The register says so."),
    ("a ruling that keeps nothing, and a confirmed claim", RULING.format(conflict=CONFLICT.id, keep="nobody", more="")
     + THIRD.toml(), "3 May 1901", "confirmed as third", ""),
]  # fmt: skip


def knowledge(folder: Path, toml: str) -> Knowledge:
    path = folder / "claims.toml"
    path.write_text(toml, encoding="utf-8")
    return Knowledge(load([path]))


@pytest.mark.parametrize("toml", [row[1] for row in UNDECIDED], ids=[row[0] for row in UNDECIDED])
def test_undecided(tmp_path: Path, toml: str) -> None:
    assert decision(CONFLICT, knowledge(tmp_path, toml)) is None


@pytest.mark.parametrize(("toml", "side", "who", "why"), [r[1:] for r in DECIDED], ids=[r[0] for r in DECIDED])
def test_decided(tmp_path: Path, toml: str, side: str, who: str, why: str) -> None:
    decided = decision(CONFLICT, knowledge(tmp_path, toml))
    assert decided
    assert (decided.side.claims[0].claim.text, decided.who, decided.reason) == (side, who, why)


def test_words() -> None:
    assert [signed("", ""), signed("Ann", ""), signed("", "2024-05-31")] == ["", " by Ann", " on 2024-05-31"]
    assert [told(""), told(" "), told(" By\n phone. ")] == ["", "", ": By phone."]
