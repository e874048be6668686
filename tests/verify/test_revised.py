"""What becomes of a finding when checkers have decided something about its evidence, case by case."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, cast

import pytest
from tests.rows import each

from factcheck.claims.curation import CuratedClaim, Origin, Status
from factcheck.claims.knowledge import Knowledge
from factcheck.model import Claim, Document, Evidence, Finding, Kind, Verdict
from factcheck.text import Span
from factcheck.values import number
from factcheck.verify.curated import revise


class Known(NamedTuple):
    """One passage of the evidence: whether it agrees with the draft, and what was decided about its claim."""

    name: str
    agrees: bool = True
    status: Status | None = None
    notation: str = "43"
    as_printed: str = ""
    note: str = ""


class Decisions:
    """What is known of each claim by its name, and which one is the newest."""

    def __init__(self, known: list[Known]) -> None:
        self._known = {one.name: curated(one) for one in known if one.status}

    def of(self, claim: Claim) -> CuratedClaim | None:
        return self._known.get(claim.id)

    def newest(self, _claim: CuratedClaim) -> CuratedClaim:
        return curated(Known("newest", notation="45"))


def claim(name: str) -> Claim:
    return Claim(name, Kind.COUNT, "report", "report.txt", Span(0, 2), 1, 1, "43", number(43))


def curated(one: Known) -> CuratedClaim:
    return CuratedClaim(
        one.name, Kind.COUNT, "Port Ellis", one.notation, number(int(one.notation)), Origin(Path("a.toml"), 1),
        status=one.status or Status.PROPOSED, as_printed=one.as_printed, note=one.note,
    )  # fmt: skip


def revised(verdict: Verdict, known: list[Known], *, derived: bool = False) -> Finding:
    document = Document("report", "report.txt", Span(0, 9))
    evidence = tuple(Evidence(claim(one.name), document, one.agrees, 0.9) for one in known)
    finding = Finding(claim("draft"), verdict, "FC000", "so it is", "43 or so", evidence, derived=derived)
    [found] = revise([finding], cast(Knowledge, Decisions(known)))
    return found


S, C, U, D = Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.UNVERIFIED, Verdict.DISPUTED
CONFIRMED, CORRECTED, RETRACTED, SUPERSEDED = Status.CONFIRMED, Status.CORRECTED, Status.RETRACTED, Status.SUPERSEDED

# Title, verdict, evidence; the verdict, rule, message and suggestion then, and the evidence in its order, a bar before
# what does not agree.
CASES = [
    ("nothing is known", S, [Known("a"), Known("b", False)], S, "FC000", "so it is", "43 or so", "a -b"),
    ("confirmed", S, [Known("a"), Known("b", True, CONFIRMED)],
     S, "FC000", "so it is; confirmed as b", "43 or so", "b a"),
    ("corrected, and right as it was", S, [Known("a", True, CORRECTED)],
     S, "FC000", "so it is; corrected as a", "43 or so", "a"),
    ("only proposed", S, [Known("a", True, Status.PROPOSED)], S, "FC000", "so it is", "43 or so", "a"),
    ("confirmed is what does not agree", S, [Known("a"), Known("b", False, CONFIRMED)],
     S, "FC000", "so it is", "43 or so", "a -b"),
    ("the best was retracted", S, [Known("a", True, RETRACTED), Known("b")],
     U, "FC103", "so it is, but that claim was retracted as a", "43 or so", "b a"),
    ("for a reason", S, [Known("a", True, RETRACTED, note="A slip.")],
     U, "FC103", "so it is, but that claim was retracted as a: A slip.", "43 or so", "a"),
    ("the second best was retracted", S, [Known("a"), Known("b", True, RETRACTED)],
     S, "FC000", "so it is", "43 or so", "a b"),
    ("one was retracted, one confirmed", S, [Known("a", True, RETRACTED), Known("b", True, CONFIRMED)],
     S, "FC000", "so it is; confirmed as b", "43 or so", "b a"),
    ("superseded", S, [Known("a", True, SUPERSEDED)],
     S, "FC107", "so it is; superseded by newest, which says “45”", "45", "a"),
    ("corrected", S, [Known("a", True, CORRECTED, "34", "43"), Known("b")],
     C, "FC101", "so it is, which was corrected as a to “34”", "34", "-a -b"),
    ("against a correction to the very value", C, [Known("a", False, CORRECTED, "43", "34", "By phone.")],
     S, "", "a source was corrected as a: By phone.", "", "a"),
    ("against a correction to another value", C, [Known("a", False, CORRECTED, "44", "34")],
     C, "FC000", "so it is", "43 or so", "-a"),
    ("against a correction that keeps nothing printed", C, [Known("a", False, CORRECTED, "43")],
     C, "FC000", "so it is; corrected as a", "43 or so", "-a"),
    ("against what is confirmed", C, [Known("a", False, CONFIRMED, "44", note="By  phone.")],
     C, "FC000", "so it is; confirmed as a: By phone.", "43 or so", "-a"),
    ("against what was retracted", C, [Known("a", False, RETRACTED, "44"), Known("b", False, CONFIRMED, "44")],
     C, "FC000", "so it is", "43 or so", "-b -a"),
    ("against what agrees", C, [Known("a", True, CONFIRMED), Known("b", False)],
     C, "FC000", "so it is", "43 or so", "a -b"),
    ("unverified", U, [Known("a", False, RETRACTED), Known("b", False)], U, "FC000", "so it is", "43 or so", "-b -a"),
    ("disputed", D, [Known("a"), Known("b", True, CONFIRMED)], D, "FC000", "so it is", "43 or so", "b a"),
]  # fmt: skip
DERIVED = [
    ("all stand", [Known("a", True, CONFIRMED), Known("b")], S, "so it is"),
    ("one fell", [Known("a", True, CONFIRMED), Known("b", True, RETRACTED)], U,
     "so it is, but b, on which that rests, was retracted"),
    ("one was superseded", [Known("a", True, SUPERSEDED)], U, "so it is, but a, on which that rests, was superseded"),
    ("one is printed wrong", [Known("a", True, CORRECTED, "34", "43")], U,
     "so it is, but a, on which that rests, was corrected"),
    ("one was corrected and is printed right", [Known("a", True, CORRECTED)], S, "so it is"),
]  # fmt: skip


@each(
    ("verdict", "known", "then", "rule", "message", "suggestion", "order"),
    [case[1:] for case in CASES],
)  # fmt: skip
def test_revised(
    verdict: Verdict, known: list[Known], then: Verdict, rule: str, message: str, suggestion: str, order: str
) -> None:
    found = revised(verdict, known)
    assert (found.verdict, found.rule, found.message, found.suggestion) == (then, rule, message, suggestion)
    assert " ".join(f"{'' if e.agrees else '-'}{e.claim.id}" for e in found.evidence) == order


@pytest.mark.parametrize(("known", "then", "message"), [case[1:] for case in DERIVED], ids=[c[0] for c in DERIVED])
def test_what_follows_from_figures_stands_as_long_as_all_do(known: list[Known], then: Verdict, message: str) -> None:
    found = revised(S, known, derived=True)
    assert (found.verdict, found.message) == (then, message)
    assert found.rule == ("FC103" if then is U else "FC000")
