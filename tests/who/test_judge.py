"""What sources say of people against a draft: what is no error first, then what is."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.claims import Entity
from factcheck.claims.curation import Origin
from factcheck.extract import read_text
from factcheck.model import Finding, Kind
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.who import findings


def judged(draft: str, *sources: str, entities: tuple[Entity, ...] = ()) -> list[Finding]:
    library = MemoryLibrary(contents(*(read_text(text, f"{number}.txt") for number, text in enumerate(sources))))
    return findings(MemoryLibrary(contents(read_text(draft))).all_claims(Kind.ROLE), library, entities)


SOURCES = (
    "Brenk chief executive Mara Lund spoke to staff. Ida Odby, the chairman of Brenk, listened.",
    "Peter Halding, the chief executive of Odby Mills, agreed with Mara Lund.",
    "Norway's trade minister Jonas Feld met the Swedish finance minister, Eva Tarn.",
    "Tom Harle, the former mayor of Odby, sailed. The Canadian poet Ann Reed read.",
    "The Green MP Lars Dale voted against. The Labour MP Rosa Dell voted for.",
    "Nora Kell, a niece of Tom Harle, rowed. Norway coach Olav Berg was content, and Sweden coach Per Holm was not.",
    "Union Bank of Harle (UBH) closed. UBH president Karin Moe wept.",
)


@pytest.mark.parametrize(
    "draft",
    [
        "",
        # as the sources say it, in full, in part, in other words
        "Mara Lund, the chief executive of Brenk, left.",
        "Mara Lund, the chief executive, left.",
        "Mara Lund, CEO of Brenk Group, left.",
        "Brenk boss Mara Lund left.",
        "Jonas Feld, a minister of Norway, left.",
        "Jonas Feld, the Norwegian minister for trade and industry, left.",
        "The Norwegian politician Jonas Feld left.",
        "Karin Moe, president of the Union Bank of Harle, left.",
        "Karin Moe, the president of UBH, left.",
        # what somebody may be besides
        "Mara Lund, a board member of Odby Mills, left.",
        "The economist Mara Lund left.",
        "Mara Lund, chairman of the Harle chess club, left.",
        "Ida Odby, the founder of the Odby chess club, left.",
        "The novelist Ann Reed left.",
        # at another time
        "Mara Lund, the former chief executive of Odby Mills, left.",
        "Tom Harle, the mayor of Odby, left.",
        "Jonas Feld, a former finance minister of Norway, left.",
        "Mara Lund will become chief executive of Odby Mills.",
        # a deputy is another office, and so is a shadow
        "Jonas Feld, the shadow finance minister of Norway, left.",
        "Mara Lund, deputy chief executive of Odby Mills, left.",
        # a body that the library does not know
        "Mara Lund, the chief executive of Tarnwell Works, left.",
        # where somebody is from is no team of theirs
        "The Swedish coach Olav Berg left.",
    ],
)
def test_no_error(draft: str) -> None:
    assert [finding.message for finding in judged(draft, *SOURCES)] == []


@pytest.mark.parametrize(
    ("draft", "rule", "right"),
    [
        ("Mara Lund, the chief executive of Odby Mills, left.", "FC302", "Brenk chief executive"),
        ("Odby Mills boss Mara Lund left.", "FC302", "Brenk chief executive"),
        ("Jonas Feld, the Norwegian finance minister, left.", "FC302", "Norway's trade minister"),
        ("The Swedish trade minister Jonas Feld left.", "FC302", "Norway's trade minister"),
        ("The American poet Ann Reed left.", "FC302", "Canadian poet"),
        ("The American film director Ann Reed left.", "FC302", "Canadian poet"),
        ("The Labour MP Lars Dale left.", "FC302", "Green MP"),
        ("Nora Kell, a daughter of Tom Harle, left.", "FC302", "niece of Tom Harle"),
        ("Sweden coach Olav Berg left.", "FC302", "Norway coach"),
        # one for another
        ("Ida Odby, the chief executive of Brenk, left.", "FC304", "Mara Lund"),
        ("Ann Reed, the Swedish finance minister, left.", "FC304", "Eva Tarn"),
    ],
)
def test_error(draft: str, rule: str, right: str) -> None:
    (finding,) = judged(draft, *SOURCES)
    assert (finding.rule, finding.suggestion) == (rule, right), finding.message
    assert finding.verdict == "contradicted"
    assert any(not one.agrees for one in finding.evidence)


@pytest.mark.parametrize(
    "sources",
    [
        # sources that call one body by two names, as others of it show
        ("Harbourites leader Mara Lund left. Harbour Party leader Ida Odby left.", "Harbourites leader Ida Odby left."),
        # two offices of one person
        ("Harbourites leader Mara Lund left.", "Mara Lund, leader of the Harbour Party, left."),
        # the body stands beside the person in another office
        ("Harbourites leader Mara Lund left.", "Mara Lund, a board member of the Harbour Party, left."),
    ],
)
def test_what_sources_call_variously_is_no_error(sources: tuple[str, ...]) -> None:
    assert judged("Mara Lund, the leader of the Harbour Party, left.", *sources) == []


@pytest.mark.parametrize(("draft", "rules"), [("Greta Lund, the chief executive of Brenk, left.", ["FC303"]),
                                              ("Mara Lund, the chief executive of Brenk, left.", [])])  # fmt: skip
def test_somebody_whom_no_source_names(draft: str, rules: list[str]) -> None:
    assert [finding.rule for finding in judged(draft, *SOURCES)] == rules


def test_the_date_of_the_source_is_told() -> None:
    (finding,) = judged(
        "Mara Lund, the chief executive of Odby Mills, left.",
        "14 June 2022\n\nBrenk chief executive Mara Lund spoke in Harle on 14 June 2022.",
        "Odby Mills was silent.",
    )
    assert finding.message == (
        "the draft calls Mara Lund “chief executive of Odby Mills”; "
        "the source says “Brenk chief executive” (2022-06-14)"
    )


def entity(name: str, *roles: str, aliases: tuple[str, ...] = ()) -> Entity:
    return Entity(name, Origin(Path("entities.toml"), 1), "person", aliases=aliases, roles=roles)


@pytest.mark.parametrize(
    ("draft", "declared", "rules"),
    [
        # what checkers have recorded is right
        ("Mara Lund, the chief executive of Odby Mills, left.", entity("Mara Lund"), ["FC302"]),
        (
            "Mara Lund, the chief executive of Odby Mills, left.",
            entity("Mara Lund", "chief executive of Odby Mills"),
            [],
        ),
        (
            "Mara Lund, the chief executive of Odby Mills, left.",
            entity("Mara Lund", "head of Odby Mills, 2019/2021"),
            [],
        ),
        ("Mara Lund, the chief executive of Odby Mills, left.", entity("Mara Lund", "a poet, 2019/2021"), ["FC302"]),
        # all names are one person's
        ("Mary Lund, the chief executive of Odby Mills, left.", entity("Mara Lund", aliases=("Mary Lund",)), ["FC302"]),
        ("Mary Lund, the chief executive of Odby Mills, left.", entity("Ida Lund", aliases=("Mary Lund",)), ["FC303"]),
    ],
)
def test_entities(draft: str, declared: Entity, rules: list[str]) -> None:
    assert [finding.rule for finding in judged(draft, *SOURCES, entities=(declared,))] == rules
