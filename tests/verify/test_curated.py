"""What checkers have decided counts for more than what a source says; what they have not touched stays as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import conflicts
from factcheck.claims import load
from factcheck.claims.discretion import disclosed
from factcheck.extract import read_text
from factcheck.model import Finding, Verdict
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.verify import verify

REPORT = "The ferry accident of May 2019 in Port Ellis killed 43 passengers, the coast guard of Norland said."
DRAFT = "In May 2019 a ferry accident killed 43 passengers in Port Ellis."
CLAIM = """\
[[claim]]
id = "ferry-deaths"
kind = "count"
subject = "Port Ellis"
value = "{value}"
note = "Told by phone."
status = "{status}"
{more}
[[claim.source]]
document = "report"
exact = "killed 43 passengers"
"""
NEWER = '[[claim]]\nid = "newer"\nkind = "count"\nsubject = "Port Ellis"\nvalue = "45"\nstatus = "confirmed"\n'


def _finding(tmp_path: Path, claims: str, draft: str = DRAFT) -> Finding:
    path = tmp_path / "claims.toml"
    path.write_text(claims)
    library = MemoryLibrary(contents(read_text(REPORT, "report.txt")))
    found = verify(read_text(draft, "draft.txt"), library, load([path]))
    return next(finding for finding in found if finding.claim.kind == "count")


CASES = [
    ("nothing decided", NEWER, Verdict.SUPPORTED, "", ""),
    ("proposed only", CLAIM.format(value="43", status="proposed", more=""), Verdict.SUPPORTED, "", ""),
    ("confirmed", CLAIM.format(value="43", status="confirmed", more=""), Verdict.SUPPORTED, "", ""),
    ("retracted", CLAIM.format(value="43", status="retracted", more=""), Verdict.UNVERIFIED, "FC103", ""),
    ("superseded", CLAIM.format(value="43", status="superseded", more='superseded-by = "newer"') + NEWER,
     Verdict.SUPPORTED, "FC107", "45"),
    ("corrected", CLAIM.format(value="34", status="corrected", more='as-printed = "43"'),
     Verdict.CONTRADICTED, "FC101", "34"),
]  # fmt: skip


def test_the_value_to_which_a_source_was_corrected_is_right(tmp_path: Path) -> None:
    corrected = CLAIM.format(value="34", status="corrected", more='as-printed = "43"\nchecked-by = "Ann Weaver"')
    finding = _finding(tmp_path, corrected, DRAFT.replace("43", "34"))
    assert (finding.verdict, finding.rule) == (Verdict.SUPPORTED, "")
    assert finding.message == "a source was corrected as ferry-deaths by Ann Weaver: Told by phone."


def test_a_figure_against_a_confirmed_claim_is_told_who_decided_when_and_why(tmp_path: Path) -> None:
    signed = 'checked-by = "Ann Weaver"\nchecked-on = 2024-05-31'
    confirmed = CLAIM.format(value="43", status="confirmed", more=signed)
    finding = _finding(tmp_path, confirmed, DRAFT.replace("43", "34"))
    assert (finding.verdict, finding.rule, finding.suggestion) == (Verdict.CONTRADICTED, "FC101", "43")
    assert finding.message.endswith("; confirmed as ferry-deaths by Ann Weaver on 2024-05-31: Told by phone.")


@pytest.mark.parametrize(("claims", "verdict", "rule", "suggestion"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_revised(tmp_path: Path, claims: str, verdict: Verdict, rule: str, suggestion: str) -> None:
    finding = _finding(tmp_path, claims)
    assert (finding.verdict, finding.rule, finding.suggestion) == (verdict, rule, suggestion)


def test_the_message_names_the_claim_and_the_reason(tmp_path: Path) -> None:
    assert (
        "confirmed as ferry-deaths" in _finding(tmp_path, CLAIM.format(value="43", status="confirmed", more="")).message
    )
    retracted = _finding(tmp_path, CLAIM.format(value="43", status="retracted", more="")).message
    assert "retracted as ferry-deaths: Told by phone." in retracted


def test_what_is_confidential_counts_but_is_not_told(tmp_path: Path) -> None:
    path = tmp_path / "claims.toml"
    path.write_text(CLAIM.format(value="34", status="corrected", more='as-printed = "43"\nconfidential = true'))
    library = MemoryLibrary(contents(read_text(REPORT, "report.txt")))
    curation = disclosed(load([path]), "2026-01-01")
    found = verify(read_text(DRAFT, "draft.txt"), library, curation)
    finding = next(finding for finding in found if finding.claim.kind == "count")
    assert (finding.verdict, finding.suggestion) == (Verdict.CONTRADICTED, "")
    assert "34" not in finding.message
    assert "phone" not in finding.message


DERIVED = """\
[[claim]]
id = "accident"
kind = "date"
subject = "Port Ellis"
value = "2019-05-{day}"
status = "{status}"
{more}
[[claim.source]]
document = "report"
exact = "sank off Port Ellis on 3 May 2019"
"""


@pytest.mark.parametrize(
    ("claims", "verdict", "rule"),
    [
        (DERIVED.format(day="03", status="proposed", more=""), Verdict.SUPPORTED, ""),
        (DERIVED.format(day="03", status="confirmed", more=""), Verdict.SUPPORTED, ""),
        (DERIVED.format(day="03", status="retracted", more=""), Verdict.UNVERIFIED, "FC103"),
        (DERIVED.format(day="04", status="corrected", more='as-printed = "2019-05-03"'), Verdict.UNVERIFIED, "FC103"),
    ],
)
def test_what_follows_from_a_claim_falls_with_it(tmp_path: Path, claims: str, verdict: Verdict, rule: str) -> None:
    path = tmp_path / "claims.toml"
    path.write_text(claims)
    report = "The ferry sank off Port Ellis on 3 May 2019. The coast guard raised the ferry on 12 May 2019."
    draft = "The ferry sank off Port Ellis on 3 May 2019. Nine days later, on 12 May, the coast guard raised it."
    library = MemoryLibrary(contents(read_text(report, "report.txt")))
    found = verify(read_text(draft, "draft.txt"), library, load([path]))
    finding = next(finding for finding in found if finding.claim.text == "Nine days")
    assert finding.message.startswith("derived: 12 May 2019 is nine days after 3 May 2019")
    assert (finding.verdict, finding.rule, finding.suggestion) == (verdict, rule, "")


def test_a_claim_about_another_value_of_the_passage_decides_nothing(tmp_path: Path) -> None:
    other = (
        CLAIM.format(value="2019", status="retracted", more="")
        .replace('"count"', '"date"')
        .replace("killed 43", "accident")
    )
    assert _finding(tmp_path, other).verdict is Verdict.SUPPORTED


RULING = """\
[[ruling]]
conflict = "{conflict}"
keep = "{keep}"
reason = "The register says so."
by = "Ann Weaver"
on = 2024-05-31
"""
BORN = """\
[[claim]]
id = "born"
kind = "date"
subject = "Mara Lund"
value = "3 May 1901"
[[claim.source]]
document = "letter"
exact = "born on 3 May 1901"
"""


LETTER = "The singer Mara Lund was born on 3 May 1901 in Port Ellis."
NOTE = "Mara Lund was born on 8 May 1901, says a note on the singers of Port Ellis."
# The conflict of the two goes by its claims.
CONFLICT = conflicts.find(MemoryLibrary(contents(read_text(LETTER, "letter.txt"),
                                                 read_text(NOTE, "note.txt"))))[0].id  # fmt: skip


def _disputed(tmp_path: Path, claims: str, day: int) -> Finding:
    path = tmp_path / "claims.toml"
    path.write_text(claims)
    library = MemoryLibrary(contents(read_text(LETTER, "letter.txt"), read_text(NOTE, "note.txt")))
    draft = f"The singer Mara Lund was born on {day} May 1901 in Port Ellis."
    [finding] = verify(read_text(draft, "draft.txt"), library, load([path]))
    return finding


def test_a_figure_on_one_side_of_a_conflict_is_disputed(tmp_path: Path) -> None:
    finding = _disputed(tmp_path, "", 8)
    assert (finding.verdict, finding.rule) == (Verdict.DISPUTED, "FC102")
    assert [(e.claim.text, e.agrees) for e in finding.evidence] == [("8 May 1901", True), ("3 May 1901", False)]


CONFIRMED = BORN.replace("[[claim.source]]", 'status = "confirmed"\n{more}\n[[claim.source]]')
CHECKED = 'checked-by = "Ann Weaver"\nchecked-on = 2024-05-31\nnote = "She said so."'
DECIDED = [
    ("ruled", BORN + RULING.format(conflict=CONFLICT, keep="born"),
     'ruled by Ann Weaver on 2024-05-31: it is "3 May 1901": The register says so.'),
    ("confirmed", CONFIRMED.format(more=CHECKED),
     'confirmed as born by Ann Weaver on 2024-05-31: it is "3 May 1901": She said so.'),
    ("confirmed without a name", CONFIRMED.format(more=""), 'confirmed as born: it is "3 May 1901"'),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "words"), [row[1:] for row in DECIDED], ids=[row[0] for row in DECIDED])
def test_against_what_was_decided_a_figure_is_wrong(tmp_path: Path, claims: str, words: str) -> None:
    finding = _disputed(tmp_path, claims, 8)
    assert (finding.verdict, finding.rule, finding.suggestion) == (Verdict.CONTRADICTED, "FC101", "3 May 1901")
    assert words in finding.message


@pytest.mark.parametrize(("claims", "words"), [row[1:] for row in DECIDED], ids=[row[0] for row in DECIDED])
def test_what_was_decided_is_no_problem_though_the_sources_disagree(tmp_path: Path, claims: str, words: str) -> None:
    finding = _disputed(tmp_path, claims, 3)
    assert (finding.verdict, finding.rule, finding.suggestion) == (Verdict.DISPUTED, "", "")
    assert words in finding.message


OTHER = CONFIRMED.format(more="").replace("3 May", "8 May").replace('"born"', '"noted"').replace('"letter"', '"note"')
UNDECIDED = [
    ("only proposed", BORN),
    ("two that were confirmed", CONFIRMED.format(more="") + OTHER),
    ("what no longer holds", CONFIRMED.format(more='valid = "1999/2003"')),
    ("a ruling on another conflict", BORN + RULING.format(conflict="0-0", keep="born")),
    ("a ruling that keeps what is on no side", BORN + RULING.format(conflict=CONFLICT, keep="nobody")),
]  # fmt: skip


@pytest.mark.parametrize("claims", [row[1] for row in UNDECIDED], ids=[row[0] for row in UNDECIDED])
def test_what_decides_nothing_leaves_both_sides_disputed(tmp_path: Path, claims: str) -> None:
    assert {_disputed(tmp_path, claims, day).rule for day in (3, 8)} == {"FC102"}


def test_what_follows_from_the_side_decided_against_is_wrong_with_its_working(tmp_path: Path) -> None:
    path = tmp_path / "claims.toml"
    note = read_text(NOTE + " A priest of Port Ellis baptised Mara Lund on 17 May 1901.", "note.txt")
    library = MemoryLibrary(contents(read_text(LETTER, "letter.txt"), note))
    path.write_text(BORN + RULING.format(conflict=CONFLICT, keep="born"))
    draft = (
        "Mara Lund was born on 8 May 1901, a note on the singers says. "
        "Nine days later, on 17 May, a priest baptised her."
    )
    found = verify(read_text(draft, "draft.txt"), library, load([path]))
    finding = next(finding for finding in found if finding.claim.text == "Nine days")
    assert (finding.verdict, finding.rule, finding.suggestion) == (Verdict.CONTRADICTED, "FC101", "")
    assert finding.message.startswith("derived: 17 May 1901 is nine days after 8 May 1901; the sources disagree: ")


def test_a_figure_on_no_side_stays_contradicted(tmp_path: Path) -> None:
    finding = _disputed(tmp_path, "", 5)
    assert finding.verdict is not Verdict.DISPUTED


def test_what_was_corrected_agrees_no_more(tmp_path: Path) -> None:
    finding = _finding(tmp_path, CLAIM.format(value="34", status="corrected", more='as-printed = "43"'))
    assert [evidence.agrees for evidence in finding.evidence] == [False]


def test_what_is_confirmed_is_shown_first_and_what_was_withdrawn_last(tmp_path: Path) -> None:
    path = tmp_path / "claims.toml"
    letter = CLAIM.replace("ferry-deaths", "letter-deaths").replace('"report"', '"letter"')
    path.write_text(
        CLAIM.format(value="43", status="retracted", more="") + letter.format(value="43", status="confirmed", more="")
    )
    library = MemoryLibrary(contents(*(read_text(REPORT, f"{name}.txt") for name in ("report", "paper", "letter"))))
    found = verify(read_text(DRAFT, "draft.txt"), library, load([path]))
    finding = next(finding for finding in found if finding.claim.kind == "count")
    assert [evidence.document.id for evidence in finding.evidence] == ["letter", "paper", "report"]
