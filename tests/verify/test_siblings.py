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
        # the other one's
        (SEATS, "The Liberals won 14 percent of the vote.", []),
        (LEAGUE, "Odby had 41 points.", []),
        (TURNOUT, "In 2015 turnout was 61 percent.", ["2015"]),
        (FIELD, "Odby owns 40 percent of the field.", []),
        (FIELD, "Odby owns 40 percent of the field and Brenk 35 percent.", []),
        # the other way round
        (CRASH, "About 1,200 people died and 87 were injured.", []),
        (CRASH, "The accident killed 1,200 people.", []),
        # the change and not the level
        (INCOME, "The net income of Brenk was 53 million crowns.", []),
        (PRICE, "The price of tin is now at 32 cents.", []),
        (PRICE, "The price of tin fell by 88 dollars.", []),
        # what was and not what is
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
