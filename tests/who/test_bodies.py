"""Names that may be one body's, and names that are two bodies'."""

from __future__ import annotations

from tests.rows import each

from factcheck.who.bodies import of_a_kind, same, share


@each(
    ("a", "b"),
    [
        ("Harle Bank", "Odby Bank"),
        ("Harbour Party", "Harle Party"),
        ("GM", "Gold Works"),
        ("HPP", "Harbour Police"),
        ("Norland People's Party", "NLP"),
        ("Lib Dem", "Labour"),
        ("NCPD", "Norland Coast Rowers"),
        ("Nora", "Norland Rowers"),
        ("Tory", "Labour"),
        ("Li De", "Liberal Democrats"),
    ],
)
def test_two_bodies(a: str, b: str) -> None:
    assert not same(a, b)
    assert not same(b, a)


@each(
    ("a", "b"),
    [
        ("Brenk", "Brenk"),
        ("Brenk", "Brenk Group"),
        ("the Harbour Party", "Harbour"),
        ("Gold Mills", "GM"),
        ("Norland Harbour Board", "NHB"),
        ("Candlemaker Party", "CMP"),
        ("GoldMills", "Gold Mills"),
        ("Lib Dem", "Liberal Democrats"),
        ("Parliament for Human Right", "Parliament for Human Rights"),
        ("Brenk's", "Brenk"),
        ("NHB dock", "Norland Harbour Board's dock"),
        ("NHB dock", "Norland Harbour Board's"),
        ("EU Commission", "New European Commission"),
        ("Naro", "Norland Authority of Rowing Odby"),
        ("Tory", "Conservative Party"),
        # a last word left out, and a part of the whole
        ("NCPD", "Norland City Police"),
        ("VCE Bureau", "Mayor's Violent Crime Events Bureau"),
    ],
)
def test_one_body(a: str, b: str) -> None:
    assert same(a, b)
    assert same(b, a)


@each(
    ("a", "b", "alike"),
    [
        ("Bank", "Odby Bank", False),
        ("Harle Mills", "Odby Mills", False),
        ("Harle Bank", "Odby Museum", False),
        ("Harle Bank", "Odby Bank", True),
        ("Bank of Tarn", "Odby Bank", True),
        ("Bank of Tarn Museum", "Odby Bank", True),
    ],
)
def test_two_of_a_kind(a: str, b: str, alike: bool) -> None:
    assert of_a_kind(a, b) is of_a_kind(b, a) is alike


@each(
    ("a", "b", "may"),
    [
        ("Harle University", "Odby University", False),
        ("Harle University", "Odby Institute of Technology", False),
        ("Harle Hospital", "Odby Hospital", False),
        ("Harle University", "Brenk Mills", False),
        ("Institute for Ageing", "Brenk", False),
        ("Harle University", "Institute for Ageing", True),
        ("Odby Institute of Technology", "Harle Hospital", True),
        ("School of Law", "Tarn Institute", True),
    ],
)
def test_bodies_that_may_have_the_same_people(a: str, b: str, may: bool) -> None:
    assert share(a, b) is share(b, a) is may
