"""Figures inside a quotation are judged by the quotation's own source."""

from __future__ import annotations

from tests.rows import each

from factcheck.claims import Curation
from factcheck.extract import read_text
from factcheck.model import Kind, Verdict
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.verify import verify

SOURCES = [
    "“We hired 140 welders in the spring and we shall hire 60 more before the winter,” said Ada Brandt of Holm Yard.",
    "Holm Yard employed 900 welders last spring, the union of welders says. Before the winter it will hire 95 more.",
]

# the draft's quotation; the verdict on it; the figures in it with their verdicts
TABLE = [
    (
        "“We hired 140 welders in the spring and we shall hire 60 more before the winter,” said Ada Brandt.",
        Verdict.SUPPORTED,
        {"140": Verdict.SUPPORTED, "60": Verdict.SUPPORTED},
    ),
    (
        "“We hired 140 welders in the spring and we shall hire 95 more before the winter,” said Ada Brandt.",
        Verdict.CONTRADICTED,
        {"140": Verdict.SUPPORTED, "95": Verdict.CONTRADICTED},
    ),
    (
        "“We hired 140 welders in 12 weeks of spring and we shall hire 60 more before the winter,” said Ada Brandt.",
        Verdict.CONTRADICTED,
        {"140": Verdict.SUPPORTED, "12 weeks": Verdict.UNVERIFIED, "60": Verdict.SUPPORTED},
    ),
    (
        "“We hired 180 welders in the spring and we shall hire 85 more before the winter,” said Ada Brandt.",
        Verdict.CONTRADICTED,
        {"180": Verdict.CONTRADICTED, "85": Verdict.CONTRADICTED},
    ),
]


@each(("draft", "verdict", "figures"), TABLE)
def test_figures_follow_their_quotation(draft: str, verdict: Verdict, figures: dict[str, Verdict]) -> None:
    readings = [read_text(text, path=f"source-{number}.txt") for number, text in enumerate(SOURCES)]
    found = verify(read_text(draft), MemoryLibrary(contents(*readings)), Curation())
    assert next(f.verdict for f in found if f.claim.kind is Kind.QUOTE) is verdict
    assert {f.claim.text: f.verdict for f in found if f.claim.text in figures} == figures
    held = [f for f in found if f.claim.text in figures and f.verdict is Verdict.SUPPORTED]
    assert all(evidence.agrees and evidence.claim.value == f.claim.value for f in held for evidence in f.evidence)
    wrong = [f for f in found if f.claim.text in figures and f.verdict is Verdict.CONTRADICTED]
    assert all(
        not evidence.agrees and "Ada Brandt" in evidence.claim.sentence for f in wrong for evidence in f.evidence
    )
    alarms = [f for f in found if f.rule]
    assert all(f.claim.kind is Kind.QUOTE for f in alarms), "a misquotation is reported once"
