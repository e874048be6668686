"""Where two sources disagree about one fact it is reported; two facts, or a vaguer telling of one, are left alone."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

from tests.rows import each

from factcheck import conflicts
from factcheck.conflicts import Conflict, Reason
from factcheck.conflicts.once import disagree, told_by
from factcheck.extract import read_file, read_text
from factcheck.lexicon import table
from factcheck.match.alone import Alone
from factcheck.model import Kind
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary

SEEDS = Path(__file__).parents[2] / "seeds"


def _library(*texts: str) -> MemoryLibrary:
    return MemoryLibrary(contents(*(read_text(text, f"{at}.txt") for at, text in enumerate(texts))))


def _find(*texts: str) -> list[Conflict]:
    return conflicts.find(_library(*texts))


BULLETIN = (
    "As of {day} May 2019, 3 mountain roads to Norhaven were closed by snow. "
    "On {day} May 2019, 12 buses left for Port Ellis in the early morning.\n\n"
    'The shelter in Norhaven houses {people} people. "{said}", Mara Lund said.\n'
)
TRIAL = "The court in Port Ellis tried Mara Lund, Jon Berg, Tove Kolvik and Ane Strand for smuggling. "
SILENT = [
    ("one value", "Mara Lund has ruled Norland since 1985.", "Mara Lund, in power since 1985, spoke."),
    ("a vaguer date", "Mara Lund was born on 3 May 1951.", "Mara Lund was born in May 1951."),
    ("two people", "Mara Lund was born in 1951.", "Jon Berg was born in 1952."),
    ("two facts", "Mara Lund was born in 1951.", "Mara Lund died in 1999."),
    ("two offices", "Mara Lund has been mayor since 1985.", "Mara Lund has been a minister of Norland since 1989."),
    ("two elections", "In the 2018 election the Norland Party won 125 seats.",
     "In the 2023 election the Norland Party won 120 seats."),
    ("two cases of one person", "Mara Lund was sentenced to four years in jail for smuggling.",
     "Mara Lund was sentenced to 20 months in jail for forgery."),
    ("a vaguer share", "The Norland Party won 22 percent of the vote.",
     "The Norland Party won nearly a quarter of the ballots."),
    ("a term and a ban", "Mara Lund was sentenced to five years in prison and banned from politics for five years.",
     "Mara Lund was banned from politics for five years."),
    ("two years", TRIAL + "In 2018 six activists were jailed for smuggling.",
     TRIAL + "In 2021 eight activists were jailed for smuggling."),
    ("two groups of one trial", TRIAL + "Six activists were jailed for smuggling, eight activists were fined.",
     TRIAL + "Eight activists were fined after the smuggling trial."),
    ("two days of one kind of event", TRIAL + "On 3 May 2019 six activists were also found guilty, and jailed.",
     TRIAL + "Beside them eight other activists were on 4 May 2019 guilty and jailed."),
    ("two sums with one word beside them in common",
     TRIAL + "They had smuggled goods worth 2 million dollars, the court found.",
     TRIAL + "The boats that they smuggled had a price of 3 million dollars, the judge thought."),
    ("two counts in sentences with one word in common", TRIAL + "Six activists were also found guilty, and jailed.",
     TRIAL + "Eight activists were found in the boats of the old harbour."),
    ("two penalties of two people", "Mara Lund was sentenced to nine years in prison for smuggling.",
     "The court of Port Ellis sentenced Jon Berg to nine years of house arrest for smuggling."),
    ("two accidents", "A ferry sank off Port Ellis on 3 May 2019. So far 12 passengers of the Norland Pride drowned.",
     "Off Port Ellis on 9 June 2020 a ferry, the Norland Pride, sank in a storm, and 15 passengers drowned."),
    ("two events of one kind", "Jon Berg was arrested in Port Ellis on 3 September 2017 for smuggling.",
     "For smuggling, Jon Berg was arrested on 5 March 2019 in Port Ellis."),
    ("as of two days", "As of 3 September 2017 the Norland Bank had lent 4 million crowns to the town.",
     "As of 5 September 2017 the Norland Bank had lent 5 million crowns to the town."),
    ("another occasion in the same words", "On 3 May 2019 the old ferry to Port Ellis carried 120 people and 14 cars.",
     "On 4 May 2019 the old ferry to Port Ellis carried 120 people and 14 cars."),
    ("a form with several other figures", "The old ferry from Norhaven to Port Ellis carried 120 people and 14 cars.",
     "The old ferry from Norhaven to Port Ellis carried 131 people and 15 cars."),
    ("one statement, two times", "In May 2019 the Port Ellis Ferry carried 120 people on its first trip.",
     "In June 2019 the Port Ellis Ferry carried 131 people on its first trip."),
    ("two issues of a series",
     BULLETIN.format(day=3, people=120, said="We can take in forty more people before the week is over"),
     BULLETIN.format(day=4, people=131, said="We can take in twenty more people before the week is over")),
    ("two sums in two currencies",
     TRIAL + "They had smuggled goods worth 2 million dollars, the court found.",
     TRIAL + "The goods that were smuggled are worth 3 million euros, a judge said."),
    ("parts that add up", "The court tried Mara Lund, Jon Berg and six activists. All eight defendants were jailed."),
    ("a part for the whole", "The court tried Mara Lund, Jon Berg and six activists. All six activists were jailed."),
    ("the right weekday", "The bridge opened on Sunday, 31 May 1931."),
    ("a report after the event", "The bridge over the Elle was opened on 31 May 1931.\n\n"
     "Port Ellis Post – Bridge over the Elle opened – 2 June 1931"),
]  # fmt: skip
FOUND = [
    ("two tolls in other words", Reason.VALUE, ["23", "37"],
     "The fire at Orrin killed 23 people.", "At Orrin 37 people were killed by the fire."),
    ("two years of building", Reason.VALUE, ["1957", "1961"],
     "The Orrin dam was built in 1957.", "The Orrin dam was built in 1961."),
    ("two dates of one rule", Reason.VALUE, ["1985", "1989"],
     "Mara Lund has ruled Norland since 1985.", "Mara Lund has been the Prime Minister since 1989."),
    ("two births", Reason.VALUE, ["1951-05-03", "1951-05-08"],
     "Mara Lund was born on 3 May 1951.", "The singer Mara Lund was born on 8 May 1951."),
    ("one term, two penalties", Reason.UNIT, ["P9Y", "P9Y"],
     "Mara Lund was sentenced to nine years in prison for smuggling.",
     "The court sentenced Mara Lund to nine years of house arrest for smuggling."),
    ("two counts in one event", Reason.VALUE, ["6", "8"],
     TRIAL + "Six activists were also found guilty, and jailed.",
     TRIAL + "Beside them eight other activists were guilty and jailed."),
    ("a day in the sentence before", Reason.VALUE, ["6", "8"],
     TRIAL + "On 3 May 2019 six activists were also found guilty, and jailed.",
     TRIAL + "It was 4 May 2019. Beside them eight other activists were guilty and jailed."),
    ("a day in the first one's sentence before", Reason.VALUE, ["6", "8"],
     TRIAL + "It was 3 May 2019. Six activists were also found guilty, and jailed.",
     TRIAL + "Beside them eight other activists were on 4 May 2019 guilty and jailed."),
    ("one term of one person in other words", Reason.UNIT, ["P9Y", "P9Y"],
     "Mara Lund was sentenced to nine years in prison for smuggling.",
     "The old court of Port Ellis gave Mara Lund nine years of house arrest."),
    ("two births at the beginning", Reason.VALUE, ["1951", "1952"],
     "Born in 1951, Mara Lund is a singer.", "Born in 1952, Mara Lund lives in Norland."),
    ("two births in brackets", Reason.VALUE, ["1951-05-03", "1951-05-08"],
     "Mara Lund (born 3 May 1951) is a singer.", "Mara Lund (born 8 May 1951), a singer, lives in Norland."),
    ("two days of one event", Reason.VALUE, ["2017-09-03", "2017-09-05"],
     "Jon Berg was arrested in Port Ellis on 3 September 2017 for smuggling.",
     "For smuggling, Jon Berg was arrested on 5 September 2017 in Port Ellis."),
    ("two tolls of one accident", Reason.VALUE, ["12", "15"],
     "A ferry sank off Port Ellis on 3 May 2019. So far 12 passengers of the Norland Pride drowned, police said.",
     "Off Port Ellis on 3 May 2019 a ferry, the Norland Pride, sank in a storm, and 15 passengers drowned."),
    ("two sums in one event", Reason.VALUE, ["2000000", "3000000"],
     TRIAL + "They had smuggled goods worth 2 million dollars, the court found.",
     TRIAL + "The goods that were smuggled are worth 3 million dollars, a judge said."),
    ("one figure of a copied sentence", Reason.VALUE, ["120", "210"],
     "The old ferry from Norhaven to Port Ellis carried 120 people and 14 cars.",
     "The old ferry from Norhaven to Port Ellis carried 210 people and 14 cars."),
    ("one statement", Reason.VALUE, ["120", "131"],
     "In May 2019 the Port Ellis Ferry carried 120 people on its first trip.",
     "On its first trip in May 2019 the Port Ellis Ferry carried 131 people."),
    ("a total that is none", Reason.SUM, ["8", "9"],
     "The court tried Mara Lund, Jon Berg, and eight activists. All nine defendants were jailed."),
    ("a weekday", Reason.WEEKDAY, ["1931-05-31"], "The bridge opened on Monday, 31 May 1931."),
    ("an event after its report", Reason.TOO_LATE, ["1931-05-31", "1931-05-30"],
     "The bridge over the Elle was opened in Port Ellis on 31 May 1931.\n\n"
     "Port Ellis Post – Bridge over the Elle opened – 30 May 1931"),
]  # fmt: skip


@each("texts", [row[1:] for row in SILENT])
def test_silent(texts: tuple[str, ...]) -> None:
    assert _find(*texts) == []


@each("row", FOUND)
def test_found(row: tuple[Any, ...]) -> None:
    _, reason, values, *texts = row
    found = _find(*texts)
    assert [(conflict.reason, [side.value for side in conflict.sides]) for conflict in found] == [(reason, values)]


@each(
    ("name", "words"),
    [
        ("two births", ['"3 May 1951"', '"8 May 1951"']),
        ("two counts in one event", ['"Six"', '"eight"']),
        ("one term, two penalties", ['"nine years" (imprisonment)', '"nine years" (house arrest)']),
    ],
)
def test_the_words_of_each_side(name: str, words: list[str]) -> None:
    (texts,) = (row[3:] for row in FOUND if row[0] == name)
    (conflict,) = _find(*map(str, texts))
    assert [conflict.words(side) for side in conflict.sides] == words


@each(
    ("first", "second", "fact"),
    [
        ("They had smuggled goods worth 2 million dollars, the court found.",
         "The goods that were smuggled cost them 3 million dollars, a judge said.", ("", "", "")),
        ("They had smuggled goods worth 2 million dollars, the court found.",
         "The goods that were smuggled are worth 3 million dollars, a judge said.", ("", "smuggled", "")),
        ("Mara Lund had smuggled goods worth 2 million dollars, the court found.",
         "The goods that Jon Berg smuggled are worth 3 million dollars, a judge said.", ("", "smuggled", "")),
        ("Mara Lund had smuggled goods worth 2 million dollars, the court found.",
         "The goods that Mara Lund smuggled are worth 3 million dollars, a judge said.", ("Mara Lund", "smuggled", "")),
        ("In 2018 Jon Berg smuggled nine boats to the old harbour.",
         "In 2018 it was Jon Berg who smuggled eleven boats.", ("Jon Berg", "boat", "2018")),
    ],
)  # fmt: skip
def test_what_two_tellings_of_one_event_have_in_common(first: str, second: str, fact: tuple[str, ...]) -> None:
    facts = [conflict.fact for conflict in _find(TRIAL + first, TRIAL + second)]
    assert [(one.subject, one.measure, one.scope) for one in facts] == [fact]


@each(
    ("name", "fact"),
    [
        ("two tolls in other words", (Kind.COUNT, "Orrin", "killed", "")),
        ("two births", (Kind.DATE, "Mara Lund", "", "")),
        ("two births in brackets", (Kind.DATE, "Mara Lund", "born", "")),
        ("one term, two penalties", (Kind.SENTENCE, "Mara Lund", "sentenced to", "")),
        ("one term of one person in other words", (Kind.SENTENCE, "Mara Lund", "sentenced to", "")),
        ("one figure of a copied sentence", (Kind.COUNT, "Port Ellis", "carried", "")),
        ("one statement", (Kind.COUNT, "Port Ellis Ferry", "carried", "2019-05")),
        ("a total that is none", (Kind.COUNT, "", "defendant", "")),
        ("an event after its report", (Kind.DATE, "Port Ellis", "opened", "")),
    ],
)
def test_what_a_conflict_is_about(name: str, fact: tuple[Any, ...]) -> None:
    (texts,) = (row[3:] for row in FOUND if row[0] == name)
    (conflict,) = _find(*map(str, texts))
    assert (conflict.fact.kind, conflict.fact.subject, conflict.fact.measure, conflict.fact.scope) == fact


def test_a_rule_too_long_for_its_beginning() -> None:
    since = read_text("Mara Lund has ruled Norland since 1989.", "since.txt")
    lasting = "After ruling Norland for over three decades, Mara Lund opened the bridge."
    found = [
        conflicts.find(MemoryLibrary(contents(since, read_text(lasting, "lasting.txt", date=year))))
        for year in ("2010", "2021")
    ]
    assert [[side.value for side in conflict.sides] for conflict in found[0]] == [[">P30Y", "1989"]]
    assert found[1] == []


def test_copies_of_one_text_are_one_source() -> None:
    told = (
        "In a long and winding speech the old president Mara Lund, who has ruled Norland since 1985, thanked Jon Berg."
    )
    [conflict] = _find(told, told.replace("thanked", "praised"), "Mara Lund has ruled Norland since 1989.")
    assert [(side.value, len(side.claims), side.sources) for side in conflict.sides] == [("1985", 2, 1), ("1989", 1, 1)]


def test_a_form_that_is_filled_in_anew_is_no_conflict() -> None:
    weekly = "The harbour master Jon Berg has been the proud mayor of Port Ellis since {}."
    assert _find(*(weekly.format(year) for year in (1951, 1952, 1953))) == []
    assert len(_find(*(weekly.format(year) for year in (1951, 1952)))) == 1


def test_an_id_is_made_of_both_claims_and_finds_its_conflict_when_a_source_is_added() -> None:
    texts = ["Mara Lund was born in 1951.", "Mara Lund was born in 1952."]
    [before], [after] = _find(*texts), _find(*texts, "The singer Mara Lund was born in 1953 in Norland.")
    assert before.id == "-".join(sorted(side.claims[0].claim.id for side in before.sides))
    assert before.id in after.pairs
    assert len(after.pairs) == 3


def test_every_row_of_facts_that_a_subject_has_once() -> None:
    for row in table("once"):
        assert _once(row["yes"]), row
        assert not _once(row["no"]), row


def _once(sentence: str) -> list[conflicts.Disagreement]:
    """What a sentence, and the same with another year, disagree about."""
    library = _library(sentence, sentence.replace("1911", "1912").replace("1985", "1986"))
    alone = Alone(library)
    told = (disagree(a, b, alone) for a, b in combinations(library.all_claims(), 2) if told_by(a) == told_by(b))
    return [one for one in told if one]


# The demo library: where its articles disagree, by the words of both sides.
IN_SEEDS = [
    {"1985", "1989"},
    {"6", "Eight"},
    {"6", "12"},
    {"27 years"},
    {"Sunday, September 3rd", "2 September, 2017"},
]


def test_the_demo_library() -> None:
    library = MemoryLibrary(contents(*(read_file(path) for path in sorted(SEEDS.glob("*.txt")))))
    found = [{c.claim.text for side in conflict.sides for c in side.claims} for conflict in conflicts.find(library)]
    assert [words for words in IN_SEEDS if not any(words <= texts for texts in found)] == []
    assert len(found) <= len(IN_SEEDS) + 1
