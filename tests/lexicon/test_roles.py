"""Every row of the tables of offices, statuses, fields and nations speaks in its own sentence, and not in the other."""

from __future__ import annotations

from tests.rows import each

from factcheck.extract import read_text
from factcheck.lexicon import forms, table
from factcheck.model import Claim
from factcheck.roles.words import offices
from factcheck.who import bodies
from factcheck.who.said import Clash, Said, clash, said


def read(text: str) -> list[Claim]:
    return [claim for claim in read_text(text).roles() if claim.subject == "Mara Lund"]


def says(text: str) -> list[Said]:
    return [said(claim) for claim in read(text)]


@each("row", table("offices"))
def test_office(row: dict[str, str]) -> None:
    title = forms(row["titles"])[0]
    assert [claim.measure for claim in read(row["yes"])] == [title]
    assert [claim.unit for claim in read(row["yes"])] == [row["sort"]]
    assert read(row["no"]) == []


def test_every_title_of_a_row_is_one_office() -> None:
    for row in table("offices"):
        titles = forms(row["titles"])
        assert {offices()[tuple(title.split())].title for title in titles} == {titles[0]}


def test_no_title_stands_in_two_rows() -> None:
    titles = [title for row in table("offices") for title in forms(row["titles"])]
    assert sorted(titles) == sorted(set(titles))


@each(("one", "other"), [(forms(row["titles"])[0], other) for row in table("offices") for other in forms(row["never"])])
def test_two_offices_of_one_body_that_nobody_has_together(one: str, other: str) -> None:
    known = {forms(row["titles"])[0] for row in table("offices")}
    assert {one, other} <= known
    mine, theirs = says(f"Mara Lund, the {one} of Brenk, left.")[0], says(f"Mara Lund, the {other} of Brenk, left.")[0]
    elsewhere = says(f"Mara Lund, the {other} of Odby, left.")[0]
    assert (clash(mine, theirs), clash(theirs, mine), clash(mine, elsewhere)) == (Clash.OFFICE, Clash.OFFICE, None)


@each("row", table("nations"))
def test_nation(row: dict[str, str]) -> None:
    assert [one.place for one in says(row["yes"])] == [row["name"]]
    assert [one.place for one in says(row["no"])] == [""]


@each("column", ["no", "yes"])
@each("row", table("role_cues"))
def test_small_words(row: dict[str, str], column: str) -> None:
    text, _, expected = row[column].partition(">")
    found = "; ".join(f"{claim.subject}: {claim.value.text}" for claim in read_text(text.strip()).roles())
    assert found == expected.strip()


@each("row", table("portfolios"))
def test_field(row: dict[str, str]) -> None:
    assert all(row["field"] in one.fields for one in says(row["yes"]))
    assert says(row["yes"])
    assert not any(row["field"] in one.fields for one in says(row["no"]))


@each("row", table("parties"))
def test_party(row: dict[str, str]) -> None:
    assert [(one.office.sort, one.body) for one in says(row["yes"])] == [("member", row["party"])]
    assert says(row["no"]) == []
    for member in forms(row["members"]):
        assert bodies.same(member, row["party"]), member


@each("row", table("statuses"))
def test_status(row: dict[str, str]) -> None:
    expected = set() if row["part"] in ("none", "wide", "present") else {row["part"]}
    for word in forms(row["words"]):
        if " " not in word:
            shown = row["yes"].replace(f" {row['yes'].split(', ')[1].split()[1]} ", f" {word} ", 1)
            assert [set(one.statuses) for one in says(shown)] == [expected], shown
    assert all(not one.statuses for one in says(row["no"]))


@each("row", table("kinds_of_place"))
def test_kind_of_place(row: dict[str, str]) -> None:
    assert [claim.scope.split(", ")[-1] for claim in read(row["yes"])] == ["Harle"]
    assert "Harle" not in [claim.scope.split(", ")[-1] for claim in read(row["no"])]


@each("row", table("appointments"))
def test_appointment(row: dict[str, str]) -> None:
    (one,) = says(row["yes"])
    assert one.body == "Harbour Board"
    assert says(row["no"]) == []


@each("row", table("office_verbs"))
def test_verb(row: dict[str, str]) -> None:
    (one,) = says(row["yes"])
    assert one.statuses == frozenset({row["part"]} - {""})
    assert row["title"] in ("", one.office.title)
    (dated,) = read(row["yes"].removesuffix(".") + " in 2014.")
    assert dated.frame.time_role == (row["bound"] or "during")
    assert says(row["no"]) == []


@each("row", table("passives"))
def test_passive(row: dict[str, str]) -> None:
    assert [one.office.title for one in says(row["yes"])] == [row["title"]]
    assert says(row["no"]) == []
