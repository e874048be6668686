"""Names in a text: what is one, whose it is, and what stands for it."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.properties import examples
from tests.rows import each

from factcheck import names
from factcheck.names import Names, Sort
from factcheck.text.tokens import tokenise

CHAIR = "Mara Lund, chair of the Norland Rail Union, left. Lund had led the union since May."


def found(text: str) -> Names:
    return names.find(tokenise(text))


def written(text: str) -> list[str]:
    return [naming.name for naming in found(text).namings]


@each(
    "text",
    [
        "",
        "the price of bread rose in oslo",
        "On Monday and in March prices rose.",
        "Many left. They were tired, and many had no shoes.",
        "Prices rose. However, rents fell.",
    ],
)
def test_no_name(text: str) -> None:
    assert written(text) == []


@each(
    ("text", "expected"),
    [
        ("The Ministry of Trade and Transport closed.", ["Ministry of Trade and Transport"]),
        ("The Norland People's Party won.", ["Norland People's Party"]),
        ("He met Mara Lund's brother.", ["Mara Lund"]),
        ("He met Prime Minister Mara Lund there.", ["Mara Lund"]),
        ("He met Norland Rail Union Deputy Director Mara Lund there.", ["Mara Lund"]),
        ("He met Gov. Mara Lund there.", ["Mara Lund"]),
        ("He met J. R. Lund there.", ["J. R. Lund"]),
        ("He met Mr. King there.", ["King"]),
        ("She is a Board Member of the Norland Club.", ["Norland Club"]),
        ("The Mine Action Centre closed.", ["Mine Action Centre"]),
        ("They met in Norway Hall there.", ["Norway Hall"]),
        ("In Norway Bank of Odby shares fell.", ["Norway Bank of Odby"]),
        ("In Norway Odby Steel won.", ["Norway", "Odby Steel"]),
        ("In New Zealand Odby Steel won.", ["New Zealand", "Odby Steel"]),
        ("He met Anna Berg and Mara Lund there.", ["Anna Berg", "Mara Lund"]),
    ],
)
def test_name(text: str, expected: list[str]) -> None:
    assert written(text) == expected


def test_a_name_is_not_carried_over_a_short_line() -> None:
    assert written("By: Mara Lund\nNorland Gazette Reporter, Oslo") == ["Mara Lund", "Oslo"]


@each(
    ("text", "short", "full"),
    [
        (CHAIR, "Lund", "Mara Lund"),
        ("The Norland Rope Council (NRC) met. The NRC left.", "NRC", "Norland Rope Council"),
        ("The Council for Rope and Twine in Norland (CRTN) met.", "CRTN", "Council for Rope and Twine in Norland"),
        ("The U.S. agreed.", "U.S.", "United States"),
    ],
)
def test_short_form(text: str, short: str, full: str) -> None:
    assert found(text).canonical(short) == full


def test_two_people_of_one_surname_are_not_merged() -> None:
    text = "Mara Lund said no. Nils Lund said yes. Lund said nothing."
    assert found(text).canonical("Lund") == "Lund"


@each(
    ("text", "name", "sort"),
    [
        (CHAIR, "Mara Lund", Sort.PERSON),
        (CHAIR, "Norland Rail Union", Sort.BODY),
        ("In Mount Berg the snow melted.", "Mount Berg", Sort.OTHER),
        ("“We lost,” said Ida Falk.", "Ida Falk", Sort.PERSON),
    ],
)
def test_sort(text: str, name: str, sort: Sort) -> None:
    assert {naming.sort for naming in found(text).namings if naming.name == name} == {sort}


def test_roles_and_sex() -> None:
    known = found("Mayor Mara Lund said she would stay. Mr. Falk left.")
    assert "mayor" in known.roles["Mara Lund"]
    assert known.sex == {"Mara Lund": "f", "Falk": "m"}


def test_entities_are_read_against_a_known_document() -> None:
    assert names.entities("Lund left.", found(CHAIR)) == {"Mara Lund"}


@examples()
@given(st.text(alphabet="ABc .,'’-\n(\u201c)Mr", max_size=60))
def test_names_stand_where_they_say(text: str) -> None:
    tokens = tokenise(text)
    namings = names.find(tokens).namings
    assert all(0 <= n.title <= n.first <= n.last < len(tokens) for n in namings)
    assert all(a.last < b.title for a, b in pairwise(namings))
    assert all(text[n.span.start : n.span.end].strip() for n in namings)
