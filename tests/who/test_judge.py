"""What sources say of people against a draft: what is no error first, then what is."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.rows import each

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
    "Vik Line sails from Harle. Chief executive Nils Vik was pleased. Tove Moe, deputy governor of Odby, sat.",
    "Rovers striker Jan Dal scored. The Swedish defender Kai Bo did not. Odby Town striker Ole Dal sat.",
    "The health spokesman Leif Ro spoke. The Green MP Siv Aa left. "
    "The Labour MP Jon Ek left. Labour leader Ulf Ek left. Harle City lost.",
)


MORE = (
    "Brenk chairman Mara Lund and president Tom Harle agreed. Peter Odby, the father of Ida Odby, sailed.",
    "Nora Kell is president of the Bank of Tarn. Olav Berg, chairman of the Federation of Rope Makers (Reptak), sat.",
    "Jon Dell, Odby's director for Harle, left. The Norwegian captain Lars Ravn scored. Siv Moen sang.",
    "Britain's chancellor of the exchequer, Eva Moen, spoke. Norway's prime minister Kari Holt left. "
    "The Norwegian prime minister, Kari Holt, came. Liv Strand, a professor at Harle University, read. "
    "Professors of Odby University, among them the Odby University professor Jan Kvist, read.",
    "Norway's central bank governor Ola Vang sat.",
)


@each(
    "draft",
    [
        "Mara Lund, the chairman, left. Tom Harle, Brenk's president, left.",
        "Mara Lund, the president of the Harle chess club, left.",
        "Ida Odby, a daughter of Peter Odby, left.",
        "Ida Odby, a cousin of Peter Harle, left.",
        "Olav Berg, chairman of Reptak, left.",
        "Jon Dell, the Harle director of Odby, left.",
        "Lars Ravn, the captain of Norway, left.",
        "Nora Kell, the president of the Tarn Chess League, left.",
        "Nora Kell, a former president of the Bank of Harle, left.",
        "Eva Moen, the finance minister, left.",
        "Liv Strand, a visiting professor at Tarn University, left.",
        "Ola Vang, the governor of the Bank of Norway, left.",
        "Siv Moen, a former prime minister of Norway, left.",
        "Siv Moen, the prime minister of Tarn, left.",
    ],
)
def test_no_error_of_colleagues_and_kin(draft: str) -> None:
    assert [finding.message for finding in judged(draft, *MORE)] == []


@each(
    ("draft", "rule", "right"),
    [
        # a colleague's office, or that of who has it alone
        ("Mara Lund, the president of Brenk, left.", "FC304", "Tom Harle"),
        ("Mara Lund, the president, left Brenk.", "FC304", "Tom Harle"),
        ("Siv Moen, the prime minister of Norway, left.", "FC304", "Kari Holt"),
        # the relation turned about
        ("Ida Odby, a sister of Peter Odby, left.", "FC302", ""),
        # a body of the same kind, which the library does not know
        ("Nora Kell, the president of the Bank of Harle, left.", "FC302", "president of the Bank of Tarn"),
        ("Eva Moen, the health minister, left.", "FC302", "Britain's chancellor of the exchequer"),
        ("Lars Ravn, the captain of Sweden, left.", "FC302", "Norwegian captain"),
        ("Liv Strand, a professor at Tarn University, left.", "FC302", "professor at Harle University"),
        ("Liv Strand, a professor at Odby University, left.", "FC302", "professor at Harle University"),
    ],
)
def test_error_of_colleagues_and_kin(draft: str, rule: str, right: str) -> None:
    (finding,) = judged(draft, *MORE)
    assert (finding.rule, finding.suggestion) == (rule, right), finding.message


POSTS = (
    "The Green health spokesman Mara Lund left. The Green spokesman Mara Lund left. Tom Harle, the Green leader, left.",
    "Ida Odby, chairman of the Harle Rope Organisation, left. The Norwegian sailor Ola Vang left. Ola Vang, the sailor "
    "from Norway, left. Reds coach Jan Dal left. Harle coach Jan Dal left.",
    "Odby lost.",
    "Peter Odby came with wife Nora Odby. Peter Odby met Jon Tarn and niece Ida Tarn. Jon Tarn, the Green leader in "
    "the Lords, left. Ulf Dale, chairman of the Harle Board, sat beside justice minister Rosa Dell. The Republic of "
    "Ireland coach Kai Bo sang. Shadow home secretary Siv Aa spoke. The Labour MP Jan Ek left.",
    "Committee chairman Ola Dell spoke.",
    "Federal Tin boss Lars Holm left. Siv Moen, a poet, left. Brenk chief executive Eva Tarn left.",
)


@each(
    ("draft", "wrong"),
    [
        # how a body is spelt, and how short, is no question of what somebody is
        ("Ida Odby, chairman of the Harle Rope Organization, left.", False),
        ("Fed boss Lars Holm left.", False),
        ("Fen boss Lars Holm left.", True),
        # who acts for another has the office beside whoever has it
        ("Siv Moen, the acting chief executive of Brenk, left.", False),
        ("Siv Moen, the chief executive of Brenk, left.", True),
        # what is said more vaguely is no excuse
        ("The Green trade spokesman Mara Lund left.", True),
        ("The Green spokesman Mara Lund left.", False),
        ("The Swedish sailor Ola Vang left.", True),
        ("Ola Vang, the sailor from Sweden, left.", True),
        # a relation that the source leaves to be understood, where it names nobody else
        ("Nora Odby, the wife of Peter Odby, left.", False),
        ("Nora Odby, a sister of Peter Odby, left.", True),
        ("Nora Odby, a sister of Jon Tarn, left.", False),
        ("Ida Tarn, a sister of Peter Odby, left.", False),
        # the party in a house of parliament, and that of any office of its people
        ("Jon Tarn, the Green leader, left.", False),
        ("Jon Tarn, the leader of the opposition, left.", False),
        ("Jon Tarn, the Labour leader in the Lords, left.", True),
        ("Jan Ek, a Labour minister, left.", False),
        ("Jan Ek, a Green minister, left.", True),
        ("Jan Ek, a former Labour MP, left.", False),
        ("Jan Ek, a former Green MP, left.", True),
        # of ministers of one field there is one
        ("Ulf Dale, the justice minister, left.", True),
        ("Ulf Dale, the trade minister, left.", False),
        # a team by the name of its nation; the treasury, whatever its minister is called
        ("Kai Bo, the Ireland coach, left.", False),
        ("Kai Bo, the Norway coach, left.", True),
        ("Siv Aa, the shadow chancellor, left.", True),
        # a committee that the source leaves to be understood
        ("Ola Dell, the chairman of the fisheries committee, left.", False),
        # a byname is none for a team that goes by another name as well
        ("Odby coach Jan Dal left.", True),
        ("Harle coach Jan Dal left.", False),
    ],
)
def test_what_excuses(draft: str, *, wrong: bool) -> None:
    assert [finding.verdict == "contradicted" for finding in judged(draft, *POSTS)] == [True] * wrong


@each(
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
        # a body that has members, which who leads a company may lead as well, or under a byname
        "Ida Odby, the chairman of the Tarnwell Society, left.",
        "Reds coach Olav Berg left.",
        "Harle City striker Jan Dal left.",
        "Brenk is a works. Mara Lund, the chief executive of Tarnwell, left Brenk.",
        # the library leaves the body to be understood, and names it
        "Nils Vik, the chief executive of Vik Line, left.",
        "Nils Vik, the chief executive of VL, left.",
        "Nils Vik, the chairman of Odby Mills, left.",
        # two posts that one may have
        "Mara Lund, the president of Brenk, left.",
        "Mara Lund, a former finance director of Brenk, left.",
        # where somebody is from is no team of theirs
        "The Swedish coach Olav Berg left.",
    ],
)
def test_no_error(draft: str) -> None:
    assert [finding.message for finding in judged(draft, *SOURCES)] == []


@each(
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
        ("Nora Kell, a sister-in-law of Tom Harle, rowed.", "FC302", "niece of Tom Harle"),
        # nobody has the office in two bodies
        ("Mara Lund, the chief executive of Tarnwell Works, left.", "FC302", "Brenk chief executive"),
        ("Nils Vik, the chief executive of Odby Mills, left.", "FC302", ""),
        ("Nils Vik, the chief executive of Tarnwell, left.", "FC302", ""),
        ("Saints chief executive Mara Lund left.", "FC302", "Brenk chief executive"),
        ("Wellby coach Olav Berg left.", "FC302", ""),
        ("Harle City striker Ole Dal left.", "FC302", "Odby Town striker"),
        # nor is it likely that who leads one company leads another
        ("Ida Odby, the chairman of Tarnwell Works, left.", "FC302", "chairman of Brenk"),
        # nor both in one
        ("Mara Lund, the finance director of Brenk, left.", "FC302", "Brenk chief executive"),
        ("Tove Moe, the governor of Odby, left.", "FC302", "deputy governor of Odby"),
        ("Norway defender Kai Bo left.", "FC302", "Swedish defender"),
        ("Leif Ro, the defence spokesman, left.", "FC302", "health spokesman"),
        ("Ulf Ek, a Green MP, left.", "FC302", "Labour leader"),
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


BORN = (
    "Mara Lund was born in Odby, Norland. Ida Brenk was born in Harle. They sailed to Tarn and Tarnwell Rock. "
    "The Norwegian-born poet Lars Dale was born in Bergby, Norway."
)
# Each a source of its own, dated by its first line.
AGES = "14 June 2022\n\nMara Lund, 35, and her brother Peter Lund, 41, sailed. Ida Odby died aged 91."
HELD = (
    "Ann Reed was the mayor of Harle from 2004 to 2010. "
    "Lars Dale was the mayor of Odby from 2004 to 2010. Halding rose."
)


@each(
    "draft",
    [
        # where somebody was born: in part, in other words, in a place unknown here, or one that may hold the other
        "Mara Lund, born in Odby, left.",
        "Mara Lund, a native of Norland, left.",
        "Mara Lund was born in Wellby.",
        "Lars Dale was born in Norway.",
        "Ida Brenk was born in Norway.",
        "The Canadian-born poet Ida Brenk left.",
        # how old, when the draft may be of a later time
        "Mara Lund, 35, left.",
        "Mara Lund, 36, left.",
        "3 May 2030\n\nMara Lund, 42, left.",
        "14 June 2023\n\nMara Lund, 37, left.",
        # a text that is only known to be no older tells of people as they were
        "Mara Lund, 35, left in May 2022. The count was closed on 3 October 2034.",
        # nor is an age wrong that is told as its source tells it, long ago as that was
        "3 May 2030\n\nMara Lund, 35, left.",
        "Ida Odby died at 91.",
        "Ida Odby, 88, left.",
        # when
        "Ann Reed was the mayor of Harle from 2005 to 2009.",
        "Ann Reed was the mayor of Harle in 1999.",
        "Ann Reed was the mayor of Harle until 1999.",
        "Ann Reed was the mayor of Odby from 2012 to 2014.",
    ],
)
def test_what_may_be_so(draft: str) -> None:
    assert [finding.message for finding in judged(draft, BORN, AGES, HELD)] == []


@each(
    ("draft", "rule", "right"),
    [
        ("Mara Lund was born in Harle.", "FC302", "born in Odby, Norland"),
        ("Born in Harle, Mara Lund left.", "FC302", "born in Odby, Norland"),
        ("Ida Brenk, a native of Tarn, left.", "FC302", "born in Harle"),
        # a source that gives the town and the nation knows no other town
        ("Lars Dale was born in Wellby.", "FC302", "born in Bergby, Norway"),
        ("Lars Dale was born in Halding, Norway.", "FC302", "born in Bergby, Norway"),
        ("Lars Dale was born in Halding.", "FC302", "born in Bergby, Norway"),
        ("Lars Dale, the Swedish-born poet, left.", "FC302", "Norwegian-born"),
        ("Mara Lund, 34, left.", "FC302", "35"),
        ("3 May 2030\n\nMara Lund, 36, left.", "FC302", "35"),
        ("14 June 2023\n\nMara Lund, 38, left.", "FC302", "35"),
        ("Ida Odby died aged 81.", "FC302", "91"),
        ("Mara Lund, 41, left.", "FC304", "Peter Lund"),
        ("Ann Reed was the mayor of Harle from 1994 to 2000.", "FC302", "mayor of Harle (2004 to 2010)"),
        ("Ann Reed, the mayor of Odby in 2006, left.", "FC302", "mayor of Harle (2004 to 2010)"),
    ],
)
def test_what_cannot_be_so(draft: str, rule: str, right: str) -> None:
    (finding,) = judged(draft, BORN, AGES, HELD)
    assert (finding.rule, finding.suggestion) == (rule, right), finding.message


@each(
    "source",
    [
        "Odby, a suburb of Harle, is old.",
        "They walked from Harle (then Odby) to the sea.",
        "Mara Lund was born in Odby and grew up in Harle.",
    ],
)
def test_a_place_that_may_be_within_the_other_is_no_error(source: str) -> None:
    assert judged("Mara Lund was born in Harle.", BORN, source) == []


def test_a_name_may_lack_its_middle_part() -> None:
    sources = ("Mara K. Lund, the chief executive of Brenk, left.", "Odby Mills closed.")
    draft = "Mara Lund, the chief executive of Odby Mills, left."
    assert [finding.rule for finding in judged(draft, *sources)] == ["FC302"]
    # but not if there are two of them
    assert judged(draft, *sources, "Mara J. Lund, a poet, sat.") == []
    assert [finding.rule for finding in judged(draft.replace("Mara", "Mara J."), *sources)] == ["FC303"]


def test_a_name_may_have_an_initial() -> None:
    sources = ("Mara Lund, the chief executive of Brenk, left.", "Odby Mills closed.")
    draft = "M. Lund, the chief executive of Odby Mills, left."
    assert [finding.rule for finding in judged(draft, *sources)] == ["FC302"]
    # but not if there are two of them
    assert [finding.rule for finding in judged(draft, *sources, "Mia Lund, a poet, sat.")] == ["FC303"]


RIVALS = "Odby Mills, the oldest of the works that grind corn for Norland, and Brenk lost. "


@pytest.mark.parametrize(
    ("source", "wrong"),
    [
        # the library has the one only where it has the other: as two bodies, or as one that is called both ways
        (RIVALS + "Brenk chief executive Mara Lund left.", True),
        ("Brenk (then Odby Mills) lost. Brenk chief executive Mara Lund left.", False),
        ("Odby Mills (Brenk) lost. Brenk chief executive Mara Lund left.", False),
        ("Odby Mills lost. Brenk chief executive Mara Lund left.", True),
    ],
)
def test_a_body_that_stands_beside_another(source: str, *, wrong: bool) -> None:
    found = judged("Mara Lund, the chief executive of Odby Mills, left.", source)
    assert [finding.rule for finding in found] == ["FC302"] * wrong


@each(
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


@each(("draft", "rules"), [("Greta Lund, the chief executive of Brenk, left.", ["FC303"]),
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


TRADE = "The trade minister Mara Lund spoke to the Green MP Lars Dale in Harle."
NEWEST = "\n\nThe harbour of Harle was shut."


@each(
    ("draft", "sources", "wrong"),
    [
        # what was so at another time is no error: by more than a year between two dated texts
        ("3 May 2024\n\nThe finance minister Mara Lund left.", [f"14 June 2022\n\n{TRADE}"], False),
        ("3 May 2023\n\nThe finance minister Mara Lund left.", [f"14 June 2022\n\n{TRADE}"], True),
        ("3 May 2024\n\nThe finance minister Mara Lund left.", [TRADE], True),
        # or by years between what is known of and a source, where the draft has no date
        ("The finance minister Mara Lund left.", [f"14 June 2022\n\n{TRADE}", f"1 May 2030{NEWEST}"], False),
        ("The finance minister Mara Lund left.", [f"14 June 2022\n\n{TRADE}", f"1 May 2024{NEWEST}"], True),
        # nor is who holds an office now mistaken for another
        (
            "3 May 2024\n\nIda Odby, the leader of the Harbour Party, left.",
            ["14 June 2022\n\nHarbour Party leader Mara Lund met the poet Ida Odby."],
            False,
        ),
        (
            "3 May 2023\n\nIda Odby, the leader of the Harbour Party, left.",
            ["14 June 2022\n\nHarbour Party leader Mara Lund met the poet Ida Odby."],
            True,
        ),
        # a minister of whom several fields are known may have one more, and so in a cabinet whose members have several
        ("The finance minister Mara Lund left.", [TRADE, "The health minister Mara Lund left."], False),
        (
            "The finance minister Mara Lund left.",
            [TRADE, "Health Minister Ida Odby and sports minister Ida Odby and defence minister Jon Ek, "
             "the justice minister Jon Ek, left."],
            False,
        ),
        # an adjective before a name says nothing where another one is all that is known of it: it may be no person's
        ("The Norwegian Harbour Days left.", ["The Swedish Harbour Days left."], False),
        ("Norwegian Mara Lund left.", ["Sweden's Mara Lund left."], True),
        # nor is a region a seat, and nobody has two of them
        ("Jon Ek, an MP from Norway, left.", ["Jon Ek, the MP for Harle South, left."], False),
        ("Jon Ek, the MP for Harle, left.", ["Jon Ek, the MP for Harle South, left."], False),
        ("Jon Ek, the MP for Odby, left.", ["Jon Ek, the MP for Harle South, left."], True),
        # a seat is no party
        ("The Odby North MP Lars Dale left.", [TRADE, "The Odby North MP Jon Ek left."], False),
        ("Lars Dale, a Conservative, left.", [TRADE], True),
    ],
)  # fmt: skip
def test_what_holds_at_its_time(draft: str, sources: list[str], wrong: bool) -> None:
    assert [finding.verdict == "contradicted" for finding in judged(draft, *sources)] == [True] * wrong


def entity(name: str, *roles: str, aliases: tuple[str, ...] = ()) -> Entity:
    return Entity(name, Origin(Path("entities.toml"), 1), "person", aliases=aliases, roles=roles)


@each(
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
        # but at its time alone
        (
            "Mara Lund was chief executive of Odby Mills from 2012 to 2014.",
            entity("Mara Lund", "chief executive of Odby Mills, 2019/2021"),
            ["FC302"],
        ),
        (
            "3 May 2022\n\nMara Lund, the chief executive of Odby Mills, left.",
            entity("Mara Lund", "chief executive of Odby Mills, 2019/2021"),
            ["FC302"],
        ),
        (
            "3 May 2022\n\nMara Lund, a former chief executive of Odby Mills, left.",
            entity("Mara Lund", "chief executive of Odby Mills, 2019/2021"),
            [],
        ),
        # a body has the names that are recorded
        (
            "Mara Lund, the chief executive of Odby Mills, left.",
            entity("Odby Mills", aliases=("Brenk",)),
            [],
        ),
        # all names are one person's
        ("Mary Lund, the chief executive of Odby Mills, left.", entity("Mara Lund", aliases=("Mary Lund",)), ["FC302"]),
        ("Mary Lund, the chief executive of Odby Mills, left.", entity("Ida Lund", aliases=("Mary Lund",)), ["FC303"]),
    ],
)
def test_entities(draft: str, declared: Entity, rules: list[str]) -> None:
    assert [finding.rule for finding in judged(draft, *SOURCES, entities=(declared,))] == rules


@each(
    ("source", "draft", "right"),
    [
        # of another state, of a body, and by one source alone
        ("Kari Holt, the prime minister of Norway, sat.", "Kari Holt, the president of Sweden, left.", None),
        ("Kari Holt, the president of Brenk, sat.", "Kari Holt, the prime minister of Norway, left.", None),
        (
            "Kari Holt, the prime minister of Norway, saw Siv Moen.",
            "Siv Moen, the prime minister of Norway, left.",
            None,
        ),
        (
            "Kari Holt, the prime minister of Norway, sat.",
            "Kari Holt, the president of Norway, left.",
            "prime minister",
        ),
        ("Kari Holt, the prime minister of Norway, sat.", "Kari Holt, the president, left.", "prime minister"),
        ("Kari Holt, the prime minister, sat.", "Kari Holt, the president of Norway, left.", "prime minister"),
    ],
)
def test_a_state_has_one_of_its_highest(source: str, draft: str, right: str | None) -> None:
    found = judged(draft, source)
    assert [one.suggestion.removesuffix(" of Norway") for one in found] == ([right] if right else [])
