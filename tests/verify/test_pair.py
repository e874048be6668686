"""A sentence held against a text: the verdicts, the silent cases first."""

from __future__ import annotations

from tests.rows import each

from factcheck.model import Verdict
from factcheck.verify.pair import compare_pair

MILL = (
    "The mill at Harl employed 420 workers in 2019, up from 380 a year earlier, and sold 2.5 million metres of cloth."
)
FILM = "Dust Road earned $41.2 million in South Africa and $18.5 million abroad, an overall total of $59.7 million."
VOTE = "At the council election of 5 June 2022 the Green List won 22.4 percent of the vote on a turnout of 61 percent."


@each(
    ("claim", "evidence"),
    [
        ("Its owner gave $3,000 to a hospital.", MILL),
        ("The bridge was closed for nine days.", MILL),
        ("The mayor of Ostrava resigned after three weeks.", VOTE),
        ("Nothing here is a figure.", VOTE),
        # two counts of the text, of other things
        ("The Rovers took the cup for the first time in 15 seasons.", "The Rovers took the cup after 97 goals in all."),
    ],
)
def test_not_spoken_of(claim: str, evidence: str) -> None:
    verdict, _ = compare_pair(claim, evidence)
    assert verdict is Verdict.UNVERIFIED


@each(
    ("claim", "evidence"),
    [
        ("The mill at Harl employed 420 workers.", MILL),
        ("The mill at Harl employed more than 400 workers.", MILL),
        ("The mill at Harl sold about 2.5 million metres.", MILL),
        ("Dust Road earned an overall total of over $59 million.", FILM),
        ("Dust Road earned less than $42 million in South Africa.", FILM),
        ("The Green List won 22 percent of the vote.", VOTE),
        ("The council election was held in June 2022.", VOTE),
    ],
)
def test_supported(claim: str, evidence: str) -> None:
    verdict, findings = compare_pair(claim, evidence)
    assert verdict is Verdict.SUPPORTED, [finding.message for finding in findings]


@each(
    ("claim", "evidence", "message"),
    [
        ("The mill at Harl employed 240 workers.", MILL, 'the draft says "240"; the source says "420"'),
        ("Dust Road earned an overall total under $59 million.", FILM, "the other side"),
        ("Dust Road earned $64.2 million in South Africa.", FILM, '"$41.2 million"'),
        ("The Green List won 24.2 percent of the vote.", VOTE, '"22.4 percent"'),
        ("The council election was held on 5 July 2022.", VOTE, '"5 June 2022"'),
        # somebody else's figure, where the text says the very sentence with another
        ("Brenk has 88 boats.", "Brenk has 412 boats. Odby has 88 boats.", '"412"'),
    ],
)
def test_contradicted(claim: str, evidence: str, message: str) -> None:
    verdict, findings = compare_pair(claim, evidence)
    assert verdict is Verdict.CONTRADICTED, [finding.message for finding in findings]
    wrong = next(finding for finding in findings if finding.verdict is Verdict.CONTRADICTED)
    assert message in wrong.message
    assert wrong.rule == "FC101"
    assert wrong.suggestion == wrong.evidence[0].claim.text
    assert not wrong.evidence[0].agrees
    assert any(term.name == "words" for term in wrong.why)


def test_findings_come_by_place_and_cite_the_evidence() -> None:
    _, findings = compare_pair("In 2019 the mill at Harl employed 420 workers.", MILL)
    assert [finding.claim.text for finding in findings] == ["2019", "420"]
    assert all(finding.evidence[0].claim.sentence == MILL for finding in findings)


LEAGUE = "Backing for the Dockers League rose by 17 percentage points."
BANK = "The bank of Velm cut its lending rate by 50 basis points."
FIRM = "Orla Rail lost $21 million in 2017."
LAKE = "The water of Lake Orla was 20 degrees Celsius."
COURT = "The court of Norland ruled for the fishermen 7-4."
TERM = "Petra Lind got a suspended sentence of three years."


@each(
    ("claim", "evidence", "expected"),
    [
        # one value in two ways of writing
        ("The bank of Velm cut its lending rate by half a percentage point.", BANK, "supported"),
        ("The result of Orla Rail in 2017 was -$21 million.", FIRM, "supported"),
        ("The water of Lake Orla was 68 degrees Fahrenheit.", LAKE, "supported"),
        ("Ann Roe worked there for a year and a half.", "Ann Roe worked there for 18 months.", "supported"),
        ("Turnout in Odby was 62 percent.", "Turnout in Odby was 61.5 percent.", "supported"),
        ("At least 190 boats sank off Odby.", "At least 198 boats sank off Odby.", "supported"),
        # another unit, direction, penalty or result
        ("Backing for the Dockers League rose by 17 percent.", LEAGUE, "contradicted"),
        ("The bank of Velm cut its lending rate by a quarter of a percentage point.", BANK, "contradicted"),
        ("The court of Norland ruled for the fishermen 7-3.", COURT, "contradicted"),
        ("Petra Lind was sent to jail for three years.", TERM, "unverified"),
        ("Rainfall was 17 percent below average.", "Rainfall was 17 percent above average.", "contradicted"),
        ("Up to 50 boats sank off Odby.", "Up to 500 boats sank off Odby.", "contradicted"),
    ],
)
def test_units_directions_and_bounds(claim: str, evidence: str, expected: str) -> None:
    verdict, findings = compare_pair(claim, evidence)
    assert verdict.value == expected, [finding.message for finding in findings]


def test_both_units_are_named() -> None:
    _, (finding,) = compare_pair("Backing for the Dockers League rose by 17 percent.", LEAGUE)
    assert all(unit in finding.message for unit in ('"17 percent"', '"17 percentage points"'))


def test_a_year_that_names_an_event_is_no_other_year_of_something_else() -> None:
    evidence = (
        "The 2012 election may make headlines, but it will not move the council of Brenk: the outlook is gridlock."
    )
    assert compare_pair("Gridlock of Brenk council to remain in 2013", evidence).verdict is Verdict.UNVERIFIED
    assert compare_pair("The council of Brenk after the election of 2013", evidence).verdict is Verdict.CONTRADICTED


SOLD = "The Odbe has sold 5 million boats, 310,000 of them in its native Tarn alone."
BUILT = "The yard of Odby built over 17.5 million boats and over 14.23 billion steel oars."
RANKED = "Brenk is the 24th largest port in Norland by boats, and the 40th largest by trade."
FILM = "Odby Nights is a 2010 comedy film of Mara Lund with Tom Harle."
GROSS = (
    ", Red in Harle : Returns has grossed 77 million crowns in Norland and 172 million crowns in other lands, for a "
    "worldwide total of 249 million crowns."
)
VOTES = "The play had an average rating of 8.86 out of 10 based on 21 votes."


@each(
    ("claim", "evidence", "expected"),
    [
        # another figure of the passage answers better, though somebody else has it or it says less
        ("The Odbo has sold more than 4.5 million boats.", SOLD, "unverified"),
        ("The yard of Odby built less than 18 million boats and less than 14.3 billion oars.", BUILT, "unverified"),
        # a place in an order that bounds another one
        ("Brenk ranks above the 41st largest port by trade.", RANKED, "supported"),
        ("Brenk ranks below the 40th largest port.", "Brenk is the 40th largest port.", "contradicted"),
        ("Brenk sails above the 40th largest port.", "Brenk is the 40th largest port.", "supported"),
        # what is said of a place, beside the name that the figures of a sentence are shared out by
        ("Red in Harle : Returns has grossed less than 78 million crowns in Norland.", GROSS, "supported"),
        ("Red in Harle : Returns has grossed more than 78 million crowns in Norland.", GROSS, "contradicted"),
        # the bound of what follows is none of what goes before
        ("The play has an average score above 8.7/10 and under 25 votes.", VOTES, "supported"),
        ("The play has an average score above 8.9/10 and under 25 votes.", VOTES, "contradicted"),
        # two dates that bound on one side
        ("The mill of Odby was built before 1850.", "The mill of Odby was built in 1841.", "supported"),
        ("The mill of Odby was built before 1841.", "The mill of Odby was built before 1841.", "supported"),
        ("The mill of Odby was built prior to 1850.", "The mill of Odby was built before 1841.", "contradicted"),
        # an age and a birthday, which denies no other age
        ("The seal died soon after turning 69.", "The seal died after its 69th birthday.", "supported"),
        ("The seal died soon after turning 59.", "The seal died after its 69th birthday.", "unverified"),
        # a year that tells of what kind something is, and not which of several
        ("Odby Nights came out in 2010.", FILM, "supported"),
        ("Odby Nights came out in 2006.", FILM, "contradicted"),
    ],
)
def test_figures_of_one_passage(claim: str, evidence: str, expected: str) -> None:
    verdict, findings = compare_pair(claim, evidence)
    assert verdict.value == expected, [finding.message for finding in findings]
