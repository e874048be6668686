"""Which conflict between sources a figure is caught in, by its evidence or by what it may mean, and on which side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import SimpleNamespace
from typing import Any, NamedTuple, cast

import pytest

from factcheck import conflicts
from factcheck.claims.curation import Curation
from factcheck.claims.knowledge import Knowledge
from factcheck.conflicts import Conflict, Reason, Side
from factcheck.conflicts.conflict import Fact
from factcheck.match.bind import Binding
from factcheck.model import Claim, Document, Evidence, Finding, Kind, Verdict
from factcheck.store.protocol import Library, StoredClaim
from factcheck.text import Span
from factcheck.values import number
from factcheck.verify.disputes import dispute

S, C, U = Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.UNVERIFIED


def claim(name: str, value: int, unit: str = "person", kind: Kind = Kind.COUNT) -> Claim:
    """A figure of a source, which its name tells from all others."""
    place = Span(ord(name[0]) * 10, ord(name[0]) * 10 + 2)
    return Claim(name, kind, "report", "report.txt", place, 1, 1, str(value), number(value), unit)


def side(*claims: Claim) -> Side:
    stored = tuple(StoredClaim(one, 0, 1, 0, 0) for one in claims)
    return Side(claims[0].value.text, claims[0].unit, stored, len(claims))


def conflict(*sides: Side, reason: Reason = Reason.VALUE, name: str = "x") -> Conflict:
    return Conflict((name,), Fact(Kind.COUNT, "fire", "deaths"), reason, sides)


class Shelf:
    def documents(self, numbers: Iterable[int]) -> Mapping[int, Document]:
        return {number: Document("report", "report.txt", Span(0, 9)) for number in numbers}


A23, B37, C23, D50 = claim("a", 23), claim("b", 37), claim("c", 23), claim("d", 50)
FIRE = conflict(side(A23, C23), side(B37))


class Told(NamedTuple):
    """A passage of the evidence: its claim, whether it agrees, how likely it is."""

    claim: Claim
    agrees: bool = True
    score: float = 0.9


class Meant(NamedTuple):
    """What a figure may mean: a claim, how likely it is, what part of its sentence it has, how well it answers."""

    claim: Claim
    probability: float = 0.0
    part: str = ""
    blind: float = 3.0


def candidate(one: Meant) -> Any:
    context = SimpleNamespace(claim=SimpleNamespace(claim=one.claim), part=one.part)
    return SimpleNamespace(context=context, probability=one.probability, blind=one.blind)


def settled(
    monkeypatch: pytest.MonkeyPatch, draft: Claim, verdict: Verdict, told: list[Told], found: list[Conflict],
    meant: list[Meant] | None = None, barred: list[Meant] | None = None, part: str = "",
) -> Finding:  # fmt: skip
    monkeypatch.setattr(conflicts, "touching", lambda _library, _ids, _reasons: found)
    document = Document("report", "report.txt", Span(0, 9))
    evidence = tuple(Evidence(one.claim, document, one.agrees, one.score) for one in told)
    own = SimpleNamespace(claim=SimpleNamespace(claim=draft), kind=draft.kind, part=part)
    candidates = tuple(candidate(one) for one in meant or [])
    vetoed = tuple(SimpleNamespace(candidate=candidate(one)) for one in barred or [])
    binding = cast(Binding, SimpleNamespace(draft=own, candidates=candidates, vetoed=vetoed))
    finding = Finding(draft, verdict, "", "so it is", "", evidence)
    library = cast(Library, Shelf())
    [then] = dispute([finding], [binding] if meant is not None or barred else [], library, Knowledge(Curation()))
    return then


DRAFT = claim("z", 23)
# Title, verdict, evidence, conflicts; the evidence that is shown where it is disputed, a bar before what differs.
BY_EVIDENCE = [
    ("no conflict", S, [Told(A23)], [], ""),
    ("a conflict of others", S, [Told(D50)], [FIRE], ""),
    ("a conflict of wordings", S, [Told(A23)], [conflict(side(A23), side(B37), reason=Reason.SUM)], ""),
    ("a conflict of another kind", S, [Told(A23)],
     [conflict(side(claim("a", 23, kind=Kind.MONEY)), side(claim("b", 37, kind=Kind.MONEY)))], ""),
    ("the second best, if it is unlikely", S, [Told(D50), Told(A23, score=0.24)], [FIRE], ""),
    ("a side that is not the draft's", C, [Told(B37, False)], [conflict(side(D50), side(B37))], ""),
    ("the best, however unlikely", S, [Told(A23, score=0.1)], [FIRE], "a c -b"),
    ("the second best, if it is likely", S, [Told(D50), Told(A23, score=0.25)], [FIRE], "a c -b"),
    ("the other side", S, [Told(B37)], [FIRE], "b -a -c"),
    ("against a side, on the other", C, [Told(B37, False)], [FIRE], "a c -b"),
    ("a conflict of units", S, [Told(A23)], [conflict(side(A23), side(claim("b", 23, "ship")), reason=Reason.UNIT)],
     "a -b"),
]  # fmt: skip
# The same by what an unverified figure may mean.
BY_MEANING = [
    ("a supported one", S, [Meant(A23, 0.4), Meant(B37, 0.4)], ""),
    ("too little together", U, [Meant(A23, 0.12), Meant(B37, 0.12)], ""),
    ("something else is likelier", U, [Meant(D50, 0.5), Meant(A23, 0.2), Meant(B37, 0.2)], ""),
    ("enough together", U, [Meant(A23, 0.125), Meant(B37, 0.125)], "a c -b"),
    ("as likely as something else", U, [Meant(D50, 0.5), Meant(A23, 0.25), Meant(B37, 0.25)], "a c -b"),
    ("likelier than either of two others", U,
     [Meant(D50, 0.3), Meant(claim("e", 1), 0.3), Meant(A23, 0.2), Meant(B37, 0.2)], "a c -b"),
]  # fmt: skip


def shown(finding: Finding) -> str:
    if finding.verdict is not Verdict.DISPUTED:
        return ""
    assert (finding.rule, finding.suggestion) == ("FC102", "")
    return " ".join(f"{'' if evidence.agrees else '-'}{evidence.claim.id}" for evidence in finding.evidence)


@pytest.mark.parametrize(
    ("verdict", "told", "found", "evidence"), [row[1:] for row in BY_EVIDENCE], ids=[row[0] for row in BY_EVIDENCE]
)
def test_by_its_evidence(
    monkeypatch: pytest.MonkeyPatch, verdict: Verdict, told: list[Told], found: list[Conflict], evidence: str
) -> None:
    assert shown(settled(monkeypatch, DRAFT, verdict, told, found)) == evidence


@pytest.mark.parametrize(
    ("verdict", "meant", "evidence"), [row[1:] for row in BY_MEANING], ids=[row[0] for row in BY_MEANING]
)
def test_by_what_it_may_mean(
    monkeypatch: pytest.MonkeyPatch, verdict: Verdict, meant: list[Meant], evidence: str
) -> None:
    then = settled(monkeypatch, DRAFT, verdict, [], [FIRE], meant)
    assert shown(then) == evidence
    if evidence:
        assert then.message == 'the sources disagree: "23" (2 sources) or "37" (1 source)'
        assert then.evidence[0].score == round(sum(one.probability for one in meant if one.claim in (A23, B37)), 3)


def test_a_value_on_no_side_is_not_disputed(monkeypatch: pytest.MonkeyPatch) -> None:
    meant = [Meant(A23, 0.4), Meant(B37, 0.4)]
    assert shown(settled(monkeypatch, claim("z", 99), U, [], [FIRE], meant)) == ""
    assert shown(settled(monkeypatch, claim("z", 23, "ship"), U, [], [FIRE], meant)) == ""
    assert shown(settled(monkeypatch, claim("z", 23, ""), U, [], [FIRE], meant)) == "a c -b"


A_DAY, SAME_DAY = claim("a", 1985, kind=Kind.DATE), claim("c", 1985, kind=Kind.DATE)
OTHER_DAY, LONE = claim("b", 1987, kind=Kind.DATE), claim("d", 1985, kind=Kind.DATE)
# A date that may support nothing: the claims that are barred, in the same part of their sentences, and what is shown.
BARRED = [
    ("one alone", [Meant(A_DAY, part="since")], "since", ""),
    ("of no part", [Meant(A_DAY), Meant(SAME_DAY)], "", ""),
    ("of another part", [Meant(A_DAY, part="since"), Meant(SAME_DAY, part="by")], "since", ""),
    ("one that answers badly", [Meant(A_DAY, part="since"), Meant(SAME_DAY, part="since", blind=2.9)], "since", ""),
    ("one of no conflict", [Meant(A_DAY, part="since"), Meant(LONE, part="since")], "since", ""),
    ("two of one side", [Meant(A_DAY, part="since"), Meant(SAME_DAY, part="since")], "since", "a c -b"),
]  # fmt: skip


@pytest.mark.parametrize(("barred", "part", "evidence"), [row[1:] for row in BARRED], ids=[row[0] for row in BARRED])
def test_a_date_that_may_support_nothing(
    monkeypatch: pytest.MonkeyPatch, barred: list[Meant], part: str, evidence: str
) -> None:
    fact = Fact(Kind.DATE, "mill", "founded")
    founded = Conflict(("x",), fact, Reason.VALUE, (side(A_DAY, SAME_DAY), side(OTHER_DAY)))
    draft = claim("z", 1985, kind=Kind.DATE)
    assert shown(settled(monkeypatch, draft, U, [], [founded], [], barred, part)) == evidence
    count = settled(monkeypatch, claim("z", 1985), U, [], [founded], [], barred, part)
    assert shown(count) == "", "only a date"
