"""What texts say that people are, as a table: the sentence, and every role that is read in it."""

from __future__ import annotations

from pathlib import Path

from tests.rows import each

from factcheck.extract import read_text
from factcheck.model import Origin

# Sentences on either side of what a rule turns at, the silent ones first, and all that is read with its time.
EDGES = [line.split(" | ") for line in (Path(__file__).parent / "edges.txt").read_text(encoding="utf-8").splitlines()]


def roles(text: str) -> list[str]:
    return [f"{claim.subject}: {claim.value.text}" for claim in read_text(text).roles()]


@each(
    "text",
    [
        "",
        "The mayor of Harle left.",
        "The chief executive of Brenk Holdings resigned on Monday.",
        "Mara Lund left Harle for good.",
        "Mara Lund saw the mayor of Harle.",
        "Mara Lund, with the mayor of Harle beside her, left.",
        # one word is no person's name in full
        "Lund, the mayor of Harle, left.",
        # nations and bodies are no people
        "The United States, a member of the council, left.",
        "Harle Bank is the leader of its region.",
        # what is denied or wished for is none
        "Mara Lund is not the mayor of Harle.",
        "Mara Lund wants to be the mayor of Harle.",
        # the verb is another's
        "Ida Odby, under Mara Lund, became Harle's longest-serving mayor.",
        # the title is another's
        "Mara Lund, President Peter Brenk and others left.",
        "Mara Lund is accusing President Peter Brenk's wife.",
        # what stands behind the name is no body of an office
        "They saw Mara Lund of Brenk.",
        # the verb is not of the nearest name, nor the name whole
        "The son of Mara Lund is the mayor of Harle.",
        "Mayor Mara Lund-young left.",
    ],
)
def test_nothing_is_said_of_anybody(text: str) -> None:
    assert not [role for role in roles(text) if role.startswith(("Mara Lund", "Lund", "Harle", "United"))]


@each(
    ("text", "expected"),
    [
        # before the name
        ("Prime Minister Mara Lund left.", ["Mara Lund: prime minister"]),
        ("The Norwegian prime minister Mara Lund left.", ["Mara Lund: prime minister, Norway"]),
        ("Norway's finance minister Mara Lund left.", ["Mara Lund: finance minister, Norway"]),
        ("Brenk chairman Mara Lund left.", ["Mara Lund: chairman, Brenk"]),
        # a body that is named by what it is for, in small letters
        ("Mara Lund, chairman of the Harle health committee, left.", ["Mara Lund: chairman, Harle health committee"]),
        ("Mara Lund, chair of the Green 1911 Committee, left.", ["Mara Lund: chairman, Green 1911 Committee"]),
        ("The Harle health committee chairman Mara Lund left.", ["Mara Lund: chairman, Harle health committee"]),
        ("The former committee chairman Mara Lund left.", ["Mara Lund: past chairman"]),
        ("Mara Lund, chairman of the whole committee, left.", ["Mara Lund: chairman"]),
        ("Mara Lund, chairman of the committee, left.", ["Mara Lund: chairman"]),
        # who defends rights plays for no team, and a picture may stand beside a name
        ("Mara Lund, a human rights defender, left.", ["Mara Lund: rights defender"]),
        ("Harle chairman, Mara Lund (left) with a boat.", ["Mara Lund: chairman, Harle"]),
        # a name that ends like a title ends a sentence where it stands elsewhere without a point
        ("They met Mara Gen. Ola Berg left.", []),
        ("Mara Gen left. They met the mayor Mara Gen. Ola left.", ["Mara Gen: mayor"]),
        # a party, and the house that it sits in
        ("Mara Lund, the Labour leader in the Lords, left.", ["Mara Lund: leader, Labour"]),
        ("Mara Lund, the Holyrood leader of the Greens, left.", ["Mara Lund: leader, Greens"]),
        ("Mara Lund, the Labour leader of Harle Council, left.", ["Mara Lund: leader, Harle Council"]),
        ("Mara Lund, the White House chief of staff, left.", ["Mara Lund: boss, White House"]),
        ("Mara Lund, a former Labour minister, left.", ["Mara Lund: past minister, Labour"]),
        ("Mara Lund, the Labour Minister, left.", ["Mara Lund: labour minister"]),
        ("Mara al-Lund, the mayor of Harle, left.", ["Mara al-Lund: mayor, Harle"]),
        ("Brenk's newly-appointed chief executive Mara Lund left.", ["Mara Lund: chief executive, Brenk"]),
        ("They met Odby's head of research Mara Lund.", ["Mara Lund: boss, Odby"]),
        ("Then ex-Brenk boss Mara Lund left.", ["Mara Lund: past boss, Brenk"]),
        ("The runners Mara Lund and Ida Odby left.", ["Mara Lund: runner"]),
        ("Police charged Mayor Mara Lund.", ["Mara Lund: mayor"]),
        # with the body behind the name, not with a place, another person or small words
        ('"Yes," said energy analyst Mara Lund of Brenk Capital.', ["Mara Lund: analyst, Brenk Capital"]),
        ("Economist Mara Lund at Odby Bank left.", ["Mara Lund: economist, Odby Bank"]),
        ("Prime Minister Mara Lund of Norway left.", ["Mara Lund: prime minister, Norway"]),
        ("Brenk boss Mara Lund of Harle left.", ["Mara Lund: boss, Brenk"]),
        ("They met boss Mara Lund at Harle Fair.", ["Mara Lund: boss"]),
        ("They accused boss Mara Lund of leaving Harle.", ["Mara Lund: boss"]),
        # a peer's one word is a name in full
        ("Labour peer Lord Dell left.", ["Lord Dell: peer, Labour"]),
        ("Lord Dell, the Lord Chancellor, left.", ["Lord Dell: lord chancellor"]),
        # behind it
        ("Mara Lund, the mayor of Harle, left.", ["Mara Lund: mayor, Harle"]),
        ("Mara Lund, mayor of Harle, left.", ["Mara Lund: mayor, Harle"]),
        ('"We go," said Mara Lund, an analyst at Odby Bank.', ["Mara Lund: analyst, Odby Bank"]),
        ("Mara Lund, 35, the mayor of Harle, left.", ["Mara Lund: aged, 35", "Mara Lund: mayor, Harle"]),
        ("Mara Lund, 35, was mayor of Harle.", ["Mara Lund: aged, 35", "Mara Lund: past mayor, Harle"]),
        ("Mara Lund, 35, who is now mayor of Harle, left.", ["Mara Lund: aged, 35", "Mara Lund: mayor, Harle"]),
        ("Mara Lund, 35, Ida Odby, the mayor, left.", ["Mara Lund: aged, 35", "Ida Odby: mayor"]),
        ("Mara Lund (the mayor of Harle) left.", ["Mara Lund: mayor, Harle"]),
        ("Mara Lund, a former foreign minister of Norway, left.", ["Mara Lund: past foreign minister, Norway"]),
        ("Mara Lund, deputy leader of the Harbour Party, left.", ["Mara Lund: deputy leader, Harbour Party"]),
        ("Mara Lund, the Canadian poet, left.", ["Mara Lund: poet, Canada"]),
        ("Mara Lund, the president-elect of Norway, left.", ["Mara Lund: future president, Norway"]),
        ("Mara Lund, a director of Harle-based consulting group Odby, left.", ["Mara Lund: director, Odby"]),
        # more than one
        (
            "Mara Lund, chairman and chief executive of Brenk, left.",
            ["Mara Lund: chairman, Brenk", "Mara Lund: chief executive, Brenk"],
        ),
        (
            "They met Brenk director and Odby Bank founder Mara Lund.",
            ["Mara Lund: director, Brenk", "Mara Lund: founder, Odby Bank"],
        ),
        (
            "Mara Lund, former Brenk chairman and board member of Odby Bank, left.",
            ["Mara Lund: past chairman, Brenk", "Mara Lund: board member, Odby Bank"],
        ),
        ("Brenk chairman Ida Odby and chief executive Mara Lund left.",
         ["Ida Odby: chairman, Brenk", "Mara Lund: chief executive"]),
        (
            "Mara Lund is the mayor of Harle (HRL), and a former director of Brenk.",
            ["Mara Lund: mayor, Harle", "Mara Lund: past director, Brenk"],
        ),
        ("Norway's Minister of Foreign Affairs and International Trade, Mara Lund, left.",
         ["Mara Lund: foreign trade minister, Norway"]),
        # turned about
        ("They met former Brenk chairman and current Odby director, Mara Lund.",
         ["Mara Lund: past chairman, Brenk", "Mara Lund: director, Odby"]),
        ("A Norwegian lawyer, Mara Lund, left.", ["Mara Lund: lawyer, Norway"]),
        ("The party's president, Mara Lund, left.", ["Mara Lund: president"]),
        ("The president of the Harbour Party, Mara Lund, left.", ["Mara Lund: president, Harbour Party"]),
        # verbs
        ("Mara Lund is the mayor of Harle.", ["Mara Lund: mayor, Harle"]),
        ("Mara Lund was the mayor of Harle.", ["Mara Lund: past mayor, Harle"]),
        ("Mara Lund was appointed chief executive on Monday.", ["Mara Lund: chief executive"]),
        ("Mara Lund was appointed chief executive of Brenk.", ["Mara Lund: chief executive, Brenk"]),
        ("Mara Lund will become mayor of Harle.", ["Mara Lund: future mayor, Harle"]),
        ("Mara Lund, who is now the mayor of Harle, left.", ["Mara Lund: mayor, Harle"]),
        ("Mara Lund heads the Harbour Board.", ["Mara Lund: boss, Harbour Board"]),
        ("Mara Lund coaches Norway.", ["Mara Lund: coach, Norway"]),
        ("Mara Lund (1 May 1950 – 3 May 2010) was a poet.", ["Mara Lund: past poet"]),
        ("Mara Lund, a lawyer, became mayor of Harle.", ["Mara Lund: lawyer", "Mara Lund: mayor, Harle"]),
        ("Mara Lund was a lawyer who served as mayor of Harle.",
         ["Mara Lund: past lawyer", "Mara Lund: past mayor, Harle"]),
        ("Mara Lund was a lawyer and served as mayor of Harle.",
         ["Mara Lund: past lawyer", "Mara Lund: past mayor, Harle"]),
        # a pronoun behind a sentence about one person who opens it
        ("Mara Lund was a poet. She became mayor of Harle. She led the Harbour Board.",
         ["Mara Lund: past poet", "Mara Lund: mayor, Harle", "Mara Lund: past boss, Harbour Board"]),
        ("Mara Lund met Ida Odby. She was the mayor of Harle.", []),
        ("They met Mara Lund. She was the mayor of Harle.", []),
        ("Mara Lund sailed.\n\nShe was the mayor of Harle.", []),
        ("Mr. Peter Lund is old. She is the mayor of Harle.", []),
        # who is but somebody of a nation
        ("Norway's Mara Lund won.", ["Mara Lund: national, Norway"]),
        ("The Norwegian Mara Lund won.", ["Mara Lund: national, Norway"]),
        ("South African Mara Lund won.", ["Mara Lund: national, South Africa"]),
        ("Mara Lund of Norway won.", ["Mara Lund: national, Norway"]),
        ("Mara Lund (Norway) won.", ["Mara Lund: national, Norway"]),
        ("Mara Lund, from Norway, won.", ["Mara Lund: national, Norway"]),
        # the nation is a part of another name, of the rest of the sentence, or a name of somebody
        ("Mara Lund of Norway Rovers won.", []),
        ("They took Mara Lund from Norway.", []),
        ("Mara Lund (Norway, third) won.", []),
        ("Jordan Mara Lund won.", []),
        # whom somebody follows, and who gives the office
        ("Mara Lund succeeded the poet Ida Odby as mayor of Harle.",
         ["Ida Odby: poet", "Mara Lund: mayor, Harle"]),
        ("Mara Lund replaced Ida Odby in the mayor's boat.", []),
        ("The Harbour Board appointed Mara Lund chief executive.", ["Mara Lund: chief executive, Harbour Board"]),
        ("The Harbour Board named Mara Lund as its chief executive on Monday.",
         ["Mara Lund: chief executive, Harbour Board"]),
        ("The Harbour Board elected Mara Lund to its board.", []),
        # of bodies and fields
        ("They met the Harbour Democrats' chairman Mara Lund.", ["Mara Lund: chairman, Harbour Democrats"]),
        ("They lost at Harle and manager Mara Lund left.", ["Mara Lund: manager"]),
        ("Home Affairs spokesman Mara Lund left.", ["Mara Lund: spokesman"]),
        ("They met Norwegian Harbour Board chairman Mara Lund.", ["Mara Lund: chairman, Norwegian Harbour Board"]),
        ("They met Bank of Harle governor Mara Lund.", ["Mara Lund: governor, Bank of Harle"]),
        ("Mara Lund heads Brenk and Tarn.", ["Mara Lund: boss, Brenk and Tarn"]),
        ("Mara Lund heads Brenk and Peter Tarn left.", ["Mara Lund: boss, Brenk"]),
        ("Mara Lund, president of Brenk organisers, the Odby Academy, left.", ["Mara Lund: president"]),
        # words of grade that begin a body's name, and those that do not
        ("National Harbour Party spokesman Mara Lund left.", ["Mara Lund: spokesman, National Harbour Party"]),
        ("Harle National Bank chairman Mara Lund left.", ["Mara Lund: chairman, Harle National Bank"]),
        ("National coach Mara Lund left.", ["Mara Lund: coach"]),
        ("Senior Harbour MP Mara Lund left.", ["Mara Lund: mp, Harbour"]),
        # one of a party's people, and the office behind which a form of address stands
        ("Mara Lund, a Conservative, left.", ["Mara Lund: politician, Conservative"]),
        ("Mara Lund, a Conservative Club member, left.", ["Mara Lund: member, Conservative Club"]),
        ("Harle University vice-chancellor Professor Mara Lund left.",
         ["Mara Lund: vice chancellor, Harle University"]),
        ("Physics Professor Mara Lund left.", ["Mara Lund: professor"]),
        # relations
        ("Mara Lund, a daughter of Peter Brenk, left.", ["Mara Lund: daughter, Peter Brenk"]),
        ("Peter Brenk's daughter Mara Lund left.", ["Mara Lund: daughter, Peter Brenk"]),
        ("Mara Lund, a sister-in-law of Peter Brenk, left.", ["Mara Lund: sister in law, Peter Brenk"]),
        ("Peter Brenk's son-in-law, Tom Lund, left.", ["Tom Lund: son in law, Peter Brenk"]),
        ("Tom Lund, son of Brenk manager Peter Lund, left.",
         ["Tom Lund: son, Peter Lund", "Peter Lund: manager, Brenk"]),
        ("They met the son of rock star Peter Lund.", []),
        # whose relation, where a pronoun says so
        ("Mara Lund and her husband Tom Lund left.", ["Tom Lund: husband, Mara Lund"]),
        ("Peter Brenk, whose daughter Mara Lund sang, left.", ["Mara Lund: daughter, Peter Brenk"]),
        ("Mara Lund sang. Her brother, Tom Lund, left.", ["Tom Lund: brother, Mara Lund"]),
        ("Mara Lund met Ida Odby and her brother Tom Lund.", ["Tom Lund: brother"]),
        ("Ida Odby met Mara Lund. Her brother, Tom Lund, left.", ["Tom Lund: brother"]),
        ("Mr. Peter Brenk sang. Her brother, Tom Lund, left.", ["Tom Lund: brother"]),
        ("Tom Lund, a son of Lord Dell, left.", ["Tom Lund: son, Lord Dell"]),
        # who plays for a team, and an adjective that has its capital from the sentence
        ("Odby striker Mara Lund left.", ["Mara Lund: player, Odby"]),
        ("Legendary Norwegian coach Mara Lund left.", ["Mara Lund: coach, Norway"]),
        # abbreviations stand for what the text says that they do
        (
            "The Asian Rope Council (ARC) met. ARC chairman Mara Lund left.",
            ["Mara Lund: chairman, Asian Rope Council"],
        ),
        # the field of a minister is no body
        ("Foreign Affairs Minister Mara Lund left.", ["Mara Lund: foreign minister"]),
        ("Mara Lund, the minister of Foreign Affairs, left.", ["Mara Lund: foreign minister"]),
        # the body before an aside, taken up, or that of who says it
        ("Tarn Corp <TRN.N> chairman Mara Lund left.", ["Mara Lund: chairman, Tarn Corp"]),
        ("Harbour Board (HB) president Mara Lund left.", ["Mara Lund: president, Harbour Board"]),
        ("They met the boss (left), president Mara Lund.", ["Mara Lund: president"]),
        ("Harbour Board (HB.N) said Mara Lund has been elected chairman.", ["Mara Lund: chairman, Harbour Board"]),
        ("Peter Odby said Mara Lund has been elected chairman.", ["Mara Lund: chairman"]),
        ("Tarn Corp said it named Mara Lund, 47, president of the company.",
         ["Mara Lund: aged, 47", "Mara Lund: president, Tarn Corp"]),
        ("Tarn Corp has named Mara Lund president.", ["Mara Lund: president, Tarn Corp"]),
        ("Tarn Corp sacked its chief executive Mara Lund.", ["Mara Lund: chief executive, Tarn Corp"]),
        ("Tarn Corp left Odby Corp and its chief executive Mara Lund.", ["Mara Lund: chief executive"]),
        # who had the office before
        ("Tom Lund succeeded Ida Odby as mayor of Harle.",
         ["Ida Odby: past mayor, Harle", "Tom Lund: mayor, Harle"]),
        ("Tom Lund replaced Ida Odby, the mayor of Harle.", ["Ida Odby: mayor, Harle"]),
        # what an officer is for, and a body that is called by its nation and kind
        ("Harle's chief health officer Mara Lund left.", ["Mara Lund: chief health officer, Harle"]),
        ("Tarn's chief, an officer, Mara Lund, left.", ["Mara Lund: officer"]),
        ("Mara Lund, head of the Norwegian chess federation, left.", ["Mara Lund: boss, Norwegian chess federation"]),
        ("Mara Lund, the captain of the Norwegian team, left.", ["Mara Lund: captain, Norway"]),
        # what opens a sentence is no body, and "to" has a body at once or none
        ("Yesterday former Harbour Board chairman Mara Lund left.", ["Mara Lund: past chairman, Harbour Board"]),
        ("New chairman Mara Lund left.", ["Mara Lund: chairman"]),
        ("Mara Lund, the first mayor to win in Harle, left.", ["Mara Lund: mayor"]),
        ("Mara Lund, leader of the Harbour Party for years, left.", ["Mara Lund: leader, Harbour Party"]),
        ("Mara Lund, a Labour professor at Harle University, left.", ["Mara Lund: professor, Harle University"]),
        # a professor's chair may bear a name, and their department or subject is no body of its own
        ("Mara Lund, the Brenk Professor of Law at Harle College, left.", ["Mara Lund: professor, Harle College"]),
        ("They saw Harle College Professor Mara Lund.", ["Mara Lund: professor, Harle College"]),
        ("Mara Lund, professor in the Faculty of Law at Harle College, left.", ["Mara Lund: professor, Harle College"]),
        ("Mara Lund, a professor in the Department of Law, left.", ["Mara Lund: professor"]),
        ("Mara Lund, professor of Modern History at Harle College, left.", ["Mara Lund: professor, Harle College"]),
        ("Mara Lund, head of the Department of Law at Harle College, left.", ["Mara Lund: boss, Department of Law"]),
        ("Mara Lund, the chief executive of eTarn, left.", ["Mara Lund: chief executive, eTarn"]),
        # the party and seat of a member of parliament
        ("Mara Lund (Con, Harle East) left.", ["Mara Lund: mp, Conservative, Harle East"]),
        ("Mara Lund (Lib Dem) left.", ["Mara Lund: politician, Liberal Democrat"]),
        ("Mara Lund, D-Ohio, left.", ["Mara Lund: politician, Democratic"]),
        ("Mara Lund, D minor, left.", []),
        ("Mara Lund (Contact) left.", []),
        # relatives before an aside, an apposition, and without a pronoun
        ("Peter Brenk's (left) younger sister Mara Lund left.", ["Mara Lund: sister, Peter Brenk"]),
        ("Peter Brenk's wife, the poet Mara Lund, left.", ["Mara Lund: wife, Peter Brenk", "Mara Lund: poet"]),
        ("Tom Odby met Peter Brenk and his wife Mara Lund.", ["Mara Lund: wife, Peter Brenk"]),
        ("Peter Brenk and wife Mara Lund left.", ["Mara Lund: wife, Peter Brenk"]),
        ("Frenchman Peter Brenk left.", ["Peter Brenk: national, France"]),
        # where somebody comes from or is based is no part of the office
        ("The Norwegian-based coach Mara Lund left.", ["Mara Lund: coach"]),
        ("The Norwegian-Swedish poet Mara Lund left.", ["Mara Lund: poet"]),
    ],
)  # fmt: skip
def test_roles_are_read(text: str, expected: list[str]) -> None:
    assert roles(text) == expected


@each(
    ("text", "expected"),
    [
        # the date is of something else
        ("Mara Lund, the mayor of Harle, left in 2014.", ""),
        ("In 2014 Mara Lund, the mayor of Harle, left.", ""),
        ("Mara Lund was the mayor of Harle at 2014 Mill Lane.", ""),
        # a period, in any form
        ("Mara Lund was the mayor of Harle from 2014 to 2018.", "during 2014/2018"),
        ("Mara Lund was the mayor of Harle between 2014 and 2018.", "during 2014/2018"),
        ("Mara Lund, mayor of Harle (2014-2018), left.", "during 2014/2018"),
        ("Mara Lund, mayor of Harle in 2014, left.", "during 2014"),
        ("Mara Lund has been the mayor of Harle since March 2014.", "since 2014-03"),
        ("Mara Lund was the mayor of Harle until 2014.", "until 2014"),
        # the verb says which end of the office it is
        ("Mara Lund was elected mayor of Harle in 2014.", "since 2014"),
        ("Mara Lund resigned as mayor of Harle in 2014.", "until 2014"),
    ],
)
def test_the_time_of_a_role(text: str, expected: str) -> None:
    (claim,) = read_text(text).roles()
    time = claim.frame.time if claim.frame.time and claim.frame.time.origin is Origin.CLAUSE else None
    assert (f"{claim.frame.time_role} {time.value}" if time else "") == expected


@each(
    ("text", "expected"),
    [
        ("Mara Lund was born on 3 May 1950.", []),
        # a pronoun may stand for somebody else
        ("Mara Lund met Ida Odby. She was born in Harle.", []),
        ("They saw Mara Lund, who met Ida Odby, a poet, was born in Harle.", []),
        ("Mara Lund was born to Norwegian parents.", []),
        ("Mara Lund was born into a family of Harle.", []),
        ("Mara Lund knew where the idea was born in Harle.", []),
        ("Mara Lund saw the native birds of Harle.", []),
        ("Her dog was born in Harle, Mara Lund said.", []),
        # a text about somebody else, or about nobody
        ("Ida Odby met Mara Lund.\n\nBorn 3 May 1950, Harle, Norway.", []),
        ("Ida Odby writes.\n\nMara Lund was a poet.\n\nBorn 3 May 1950, Harle, Norway.", []),
        ("Mara Lund, born 3 May 1950, Harle said.", []),
        ("Mara Lund was a poet.\n\nBorn 3 May 1950, Harle, Norway.", ["Mara Lund: Harle, Norway"]),
        ("Lund, Mara Ida\n\nMara Lund was a poet.\n\nBorn in Harle.", ["Mara Lund: Harle"]),
        ("Mara Lund (born 3 May 1950, Odby, Norway) sailed.", ["Mara Lund: Odby, Norway"]),
        ("Mara Lund, a Norwegian-born poet, sailed.", ["Mara Lund: Norway"]),
        ("Mara Lund was the Norwegian-born Swedish coach of Harle.", ["Mara Lund: Norway"]),
        ("Mara Lund was born in Harle.", ["Mara Lund: Harle"]),
        ("Mara Lund was born on 3 May 1950 in Odby, a suburb of Harle, to Ida Lund.", ["Mara Lund: Odby, Harle"]),
        ("Mara Lund (born 3 May 1950 in Odby, Norway) sailed.", ["Mara Lund: Odby, Norway"]),
        ("Mara Lund, who was born in the mining town of Odby, sailed.", ["Mara Lund: Odby"]),
        ("Mara Lund, a grandson of Peter Brenk, was born in Odby.", ["Mara Lund: Odby"]),
        ("Born in Odby, Mara Lund sailed.", ["Mara Lund: Odby"]),
        ("Mara Lund, a native of Odby, sailed.", ["Mara Lund: Odby"]),
        ("A native of Odby, Mara Lund sailed.", ["Mara Lund: Odby"]),
        ("The Norwegian-born coach Mara Lund sailed.", ["Mara Lund: Norway"]),
        ("Mara Lund was a Norwegian-born tiller of the soil.", ["Mara Lund: Norway"]),
        ("Mara Lund saw a Norwegian-born dog.", []),
        ("Mara Lund OBE was born in Odby.", ["Mara Lund: Odby"]),
    ],
)
def test_where_people_were_born(text: str, expected: list[str]) -> None:
    assert [f"{one.subject}: {one.scope}" for one in read_text(text).roles() if one.unit == "origin"] == expected


@each(
    ("text", "expected"),
    [
        ("Mara Lund, 35 kilometres from Harle, sailed.", []),
        ("Mara Lund saw a 35-year-old man.", []),
        ("They saw a 35-year-old man in Harle Rock.", []),
        ("Man Held For Rape Of 9-Year-Old Girl", []),
        ("Mara Lund was 17 when she sailed.", []),
        ("Mara Lund met Ida Odby. She died aged 91.", []),
        ("Mara Lund's brother, 35, sailed.", []),
        ("Mara Lund, 35, sailed.", ["Mara Lund: 35"]),
        ("Mara Lund, a 35-year-old poet, sailed.", ["Mara Lund: 35"]),
        ("The 35-year-old poet Mara Lund sailed.", ["Mara Lund: 35"]),
        ("Mara Lund, aged 35, sailed.", ["Mara Lund: 35"]),
        ("Mara Lund, 35, and her brother Peter Lund, 37, sailed.", ["Mara Lund: 35", "Peter Lund: 37"]),
        ("Mara Lund sang. The 35-year-old ship sank.", []),
        ("Mara Lund met Ida Odby. The 35-year-old was glad.", []),
        ("Mara Lund sang. The 35-year-old was glad.", ["Mara Lund: 35"]),
        ("Mara Lund died in Harle aged 91.", ["Mara Lund: 91 late"]),
        ("After Ida Odby met coach Mara Lund, the poet, who sailed, he has died aged 77.", []),
        ("Legendary coach Mara Lund, the man who sailed, has died aged 77.", ["Mara Lund: 77 late"]),
        ("Lord Dell, who sat for Harle, has died aged 93.", ["Lord Dell: 93 late"]),
        ("Mara Lund, who wrote of Harle, has died at the age of 91.", ["Mara Lund: 91 late"]),
    ],
)
def test_how_old_people_are(text: str, expected: list[str]) -> None:
    found = [one for one in read_text(text).roles() if one.unit == "age"]
    assert [f"{one.subject}: {one.scope} {one.frame.part}".strip() for one in found] == expected


def test_a_role_is_placed_in_its_file() -> None:
    (claim,) = read_text("He left.\n\nThe mayor of Harle, Mara Lund, stayed.").roles()
    assert (claim.kind, claim.text, claim.line, claim.column) == ("role", "mayor of Harle", 3, 5)
    assert claim.sentence[claim.mark.start : claim.mark.end] == claim.text == claim.words


def test_roles_are_no_figures() -> None:
    reading = read_text("Mara Lund, the mayor of Harle, paid $5.")
    assert [claim.text for claim in reading.claims()] == ["$5"]


def timed(text: str) -> str:
    """All roles of a text, each with its time: "Mara Lund: mayor (since 2014)"."""
    read = [(f"{claim.subject}: {claim.value.text}", claim.frame) for claim in read_text(text).roles()]
    return "; ".join(
        f"{role} ({' '.join(filter(None, (frame.time_role, frame.time.value)))})" if frame.time else role
        for role, frame in read
    )


@each(("text", "expected"), EDGES)
def test_on_an_edge(text: str, expected: str) -> None:
    assert timed(text) == expected.removeprefix("-")
