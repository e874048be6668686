"""A figure is held against its own fact and not against another figure of the very passage: whose it is, what of, when,
whether it is the level or the change. What is true comes first in each table."""

from __future__ import annotations

from tests.rows import each

from factcheck.claims import Curation
from factcheck.extract import read_text
from factcheck.model import Verdict
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.verify import verify

FIELD = "Brenk owns 40 percent of the field, Odby 35 percent and Tarn the rest."
INCOME = "Net income of Brenk fell by 53 million crowns to 410 million crowns."
PRICE = "The price of tin fell 32 cents to 88 dollars a tonne."
SALES = "Brenk reported sales of 12.4 million crowns for the quarter, {} 11.1 million crowns a year earlier."
SEATS = "The Greens won 22 seats with 14 percent of the vote, the Liberals 31 seats with 20 percent."
LEAGUE = "Brenk finished second with 41 points, Odby third with 38."
CROWD = "Police put the crowd at 20,000, while organisers spoke of 100,000 people."
TURNOUT = "Turnout was 61 percent, against 74 percent in 2015."
PLACES = "Sales in Velm were 41 million crowns, and 38 million in Odby."
LENT = "Brenk lent Odby 40 million crowns and Tarn gave 38 million."
RESULT = "Net profit was 4.1 million crowns on sales of 62 million."
HOPES = "Analysts had forecast a profit of 90 million crowns; the firm made 73 million."
STORM = "The storm damaged 1,200 houses and destroyed 310."
HOUSES = "The Greens have 31 seats in the lower house and 9 in the upper."
PRICES = "A litre of milk costs 1.20 crowns, a kilo of bread 3.40."
PARTY = "She joined the party in 1984 and left it in 1991."
GAIN = "The sales of Brenk rose 3 percent, less than the 4.3 percent a year earlier."
SHARES = "Shares of Brenk rose 4.5 percent by noon to 6.2 crowns, having shot up 7 percent at first."
CUTS = "Another 1,700 will go from sales, 3,400 from other departments and 2,600 across law and advertising."
REVISED = "Brenk expects growth of 5 percent. It had previously forecast 7 percent."
MOVED = "The firm was founded in Tarn in 1955, before moving to Velm in 1961."
CRASH = "About 1,200 people were injured and 87 died."


def _supported(source: str, draft: str) -> list[str]:
    found = verify(read_text(draft), MemoryLibrary(contents(read_text(source))), Curation())
    return [finding.claim.text for finding in found if finding.verdict is Verdict.SUPPORTED]


@each(
    ("source", "draft", "supported"),
    [
        # true
        (FIELD, "Odby has 35 percent of the field.", ["35 percent"]),
        (FIELD, "Brenk has 40 percent of the field.", ["40 percent"]),
        (CRASH, "At least 87 people died and 1,200 were hurt.", ["At least 87", "1,200"]),
        (CRASH, "The accident killed 87 people.", ["87"]),
        (INCOME, "The net income of Brenk was 410 million crowns.", ["410 million crowns"]),
        (INCOME, "The net income of Brenk dropped 53 million crowns.", ["53 million crowns"]),
        (INCOME, "The drop in the net income of Brenk was 53 million crowns.", ["53 million crowns"]),
        (PRICE, "A tonne of tin is at 88 dollars, a fall of 32 cents.", ["88 dollars", "32 cents"]),
        (SALES.format("up from"), "The sales of Brenk were 12.4 million crowns.", ["12.4 million crowns"]),
        (
            SALES.format("up from"),
            "A year earlier Brenk had sales of 11.1 million crowns.",
            ["A year earlier", "11.1 million crowns"],
        ),
        (SEATS, "The Liberals won 20 percent.", ["20 percent"]),
        (LEAGUE, "Odby had 38 points.", ["38"]),
        (CROWD, "Organisers put the crowd at 100,000.", ["100,000"]),
        (CROWD, "Police said 20,000 people had come.", ["20,000"]),
        (TURNOUT, "Turnout was 61 percent this time.", ["61 percent"]),
        (PLACES, "In Odby, sales were 38 million crowns.", ["38 million crowns"]),
        (LENT, "Odby received 40 million crowns from Brenk.", ["40 million crowns"]),
        (RESULT, "The firm made a net profit of 4.1 million crowns.", ["4.1 million crowns"]),
        (RESULT, "Sales came to 62 million crowns.", ["62 million crowns"]),
        (HOPES, "The firm made a profit of 73 million crowns.", ["73 million crowns"]),
        (STORM, "Some 310 houses were destroyed.", ["Some 310"]),
        (HOUSES, "The Greens have nine seats in the upper house.", ["nine"]),
        (HOUSES, "The Greens, who also sit in the upper house, have 31 seats in the lower house.", ["31"]),
        (PRICES, "Bread is 3.40 crowns a kilo.", ["3.40 crowns"]),
        (PARTY, "She joined the party in 1984.", ["1984"]),
        (GAIN, "Brenk sold 3 percent more this time.", ["3 percent"]),
        (SHARES, "Shares of Brenk were 4.5 percent up at noon.", ["4.5 percent", "noon"]),
        (CUTS, "Of the cuts, 1,700 fall on sales and 3,400 on other departments.", ["1,700", "3,400"]),
        (REVISED, "Brenk expects to grow by 5 percent.", ["5 percent"]),
        (MOVED, "The firm has been in Velm since 1961.", ["1961"]),
        # the other one's
        (SEATS, "The Liberals won 14 percent of the vote.", []),
        (LEAGUE, "Odby had 41 points.", []),
        (TURNOUT, "In 2015 turnout was 61 percent.", ["2015"]),
        (FIELD, "Odby owns 40 percent of the field.", []),
        (FIELD, "Odby owns 40 percent of the field and Brenk 35 percent.", []),
        # the other way round
        (CRASH, "About 1,200 people died and 87 were injured.", []),
        (CRASH, "The accident killed 1,200 people.", []),
        (
            "Exports came to 40 million crowns. Imports came to 65 million crowns.",
            "Exports came to 65 million crowns.",
            [],
        ),
        # the change and not the level
        (INCOME, "The net income of Brenk was 53 million crowns.", []),
        (PRICE, "The price of tin is now at 32 cents.", []),
        (PRICE, "The price of tin fell by 88 dollars.", []),
        (RESULT, "The firm had sales of 4.1 million crowns.", []),
        (RESULT, "Net profit was 62 million crowns.", []),
        (HOPES, "The firm made a profit of 90 million crowns.", []),
        (STORM, "The storm destroyed 1,200 houses.", []),
        (HOUSES, "The Greens have 31 seats in the upper house.", []),
        (PRICES, "A kilo of bread costs 1.20 crowns.", []),
        (PARTY, "She left the party in 1984.", []),
        (CUTS, "Of the cuts, 3,400 fall on sales.", []),
        (MOVED, "The firm was founded in 1961.", []),
        # what was and not what is
        (REVISED, "Brenk expects to grow by 7 percent.", []),
        (SALES.format("up from"), "The sales of Brenk were 11.1 million crowns.", []),
        (SALES.format("up from"), "A year earlier Brenk had sales of 12.4 million crowns.", ["A year earlier"]),
        (
            SALES.format("compared with"),
            "In the quarter of the previous year Brenk had sales of 12.4 million crowns.",
            [],
        ),
    ],
)
def test_siblings(source: str, draft: str, supported: list[str]) -> None:
    assert _supported(source, draft) == supported


@each(
    ("source", "draft", "told"),
    [
        (FIELD, "Odby owns 40 percent of the field.", '"40 percent" is said of Brenk'),
        (LEAGUE, "Odby had 41 points.", '"41" is said of something else'),
    ],
)
def test_whose_the_value_is(source: str, draft: str, told: str) -> None:
    (finding,) = verify(read_text(draft), MemoryLibrary(contents(read_text(source))), Curation())
    assert told in finding.message
