"""Quotations of people who share a surname: what is the speaker's own first."""

from __future__ import annotations

from tests.rows import each

from factcheck.claims import Curation
from factcheck.extract import read_text
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.verify import verify

WORDS = '"We have never sold a single boat to the council of Odby,"'
SOURCE = (
    f"Mara Lund, the mayor of Harle, met Peter Lund, a poet, on Friday. {WORDS} Peter Lund said. "
    'Rob Tarn left. "Nobody ever asked the people of the old harbour," Rob Tarn said.'
)


@each(
    ("draft", "rules"),
    [
        (f"{WORDS} said Peter Lund.", []),
        (f"{WORDS} said Lund.", []),
        # the source knows no such person: the same by another name, for all we know
        (f"{WORDS} said Pete Lund.", []),
        (f"{WORDS} said Karl Lund.", []),
        (f"{WORDS} said PL Peter Lund.", []),
        ('"Nobody ever asked the people of the old harbour," said Robert Tarn.', []),
        (f"{WORDS} said Mara Lund.", ["FC304"]),
        (f"{WORDS} said Ida Odby.", ["FC202"]),
    ],
)
def test_whose_words_they_are(draft: str, rules: list[str]) -> None:
    found = verify(read_text(draft), MemoryLibrary(contents(read_text(SOURCE, "a.txt"))), Curation())
    assert [finding.rule for finding in found if finding.rule not in ("", "FC301")] == rules


def test_the_right_speaker_is_told() -> None:
    library = MemoryLibrary(contents(read_text(SOURCE, "a.txt")))
    (finding,) = verify(read_text(f"{WORDS} said Mara Lund."), library, Curation())
    assert (finding.verdict, finding.suggestion) == ("contradicted", "Peter Lund")
    assert [one.agrees for one in finding.evidence] == [False]
