"""What looks like a date and is none."""

from __future__ import annotations

from tests.rows import each

from factcheck.dates import recognise
from factcheck.text.tokens import tokenise

SILENT = [
    "The file is case 2019/4471.",
    "Around 1530 people came.",
    "It is 5Q24 in the list.",
    "It was 21,2019 of them.",
    # verbs, names and other words that are also months, weekdays and seasons
    "You may 5 times try.",
    "She may go, and so that may be.",
    "May I come in?",
    "Theresa May spoke first.",
    "The troops march at dawn. March on!",
    "April Ludgate and June Carter sang.",
    "An august assembly rose.",
    "Jan and Mar met Dec there.",
    "The Sun reported it, and The Sunday Times followed.",
    "They sat down, wed, and the sun set.",
    "The Evening Sun printed it, and The Valley Today did.",
    "Prices fall fast, and springs break.",
    "The fall of the city was swift.",
    "Halloweens and Easters come and go.",
    "Johnny Christmas drew it.",
    # habits and lengths of time
    "They meet every Friday and each June.",
    "They meet on a Monday.",
    "He fought for May and against May.",
    "They meet on Mondays.",
    "Over the next year and the last decade it grew.",
    "It took two years and a second of thought.",
    "He earns 90 a month and 1,200 a year.",
    "The vote came the day before the storm struck.",
    "Several years ago it closed.",
    # counts, measures, money, references, versions, scores
    "2,000 people came, and 1500 jobs went.",
    "About 2000 marched.",
    "A survey of 1709 schoolchildren ended.",
    "It is a 2000 year old rite.",
    "It cost $2010 and €1999.",
    "Resolution 1973 and Article 2015 apply.",
    "Version 2.6.2019 and build v2019 shipped.",
    "They won 3-1 and 12/15.",
    "Flight 1549 landed, and bus 2010 left.",
    "Some 1900 houses burnt.",
    "Call 020 7946 0958.",
    "The file is report_2018-09-23.pdf, or report-2018-09-23.",
    "See https://example.org/2018/05 for more.",
    "1984 km lie between them.",
    "It weighs 1999 kg.",
    # parts that are no period of the calendar
    "He was late, and left early.",
    "At the end of the war he left.",
    "They led in the first half.",
    "Three quarters of them left; a quarter stayed.",
    "In his seventies he wrote.",
    "A century of progress, a decade of war.",
    "It was the first of its kind and the second one.",
    "He finished 15th of 30.",
    "The third man came last.",
    "This is it, and that is the same.",
    "31 of them stayed.",
    "He focused on the 18th man and on the 5th floor.",
    "The 1st and the 2nd won.",
]


@each("text", SILENT)
def test_silent(text: str) -> None:
    found = [text[m.span.start : m.span.end] for m in recognise(tokenise(text))]
    assert found == []
