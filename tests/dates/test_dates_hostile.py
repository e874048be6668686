"""Text meant to break the recogniser: nothing raises, spans hold, and values are notations that can be read back."""

from __future__ import annotations

import sys

from hypothesis import given
from hypothesis import strategies as st
from tests.properties import examples
from tests.rows import each

from factcheck.dates import recognise
from factcheck.dates.resolve import resolve
from factcheck.text.tokens import tokenise
from factcheck.values import date

WORDS = (
    "5 30 31 2020 1999 ’90s 1990s 3rd the of in on to and from between – - / , . ' may May June Feb 29 Monday Sun last "
    "next this year week years ago first second quarter Q3 century early end mid FY BC AD Christmas Easter twenty "
    "nineteen eighty-six two thousand today now 03/04/2021 2021-02-30 0000 9999 $ % . \n no. 12:30 ١٢ ² weekend "
    "following that same"
).split(" ")
# More than calls may stand in one another.
DEEP = 1 + sys.getrecursionlimit()
REPEATED = [
    "June ",
    "2010 to ",
    "2010-",
    "1/1/",
    "’",
    "the year ",
    "5 and ",
    "twenty-",
    "of the year ",
    "9",
    "9 BC ",
    "ago ",
]


def check(text: str, published: str) -> None:
    tokens = tokenise(text)
    mentions = recognise(tokens)
    end = 0
    for mention in resolve([(tokens, mentions)], published)[0]:
        assert end <= mention.span.start < mention.span.end <= len(text)
        end = mention.span.end
        assert date(mention.value.text).text == mention.value.text


@examples(80)
@given(
    st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join),
    st.sampled_from(["", "2022-06-20", "2022-06", "2022", "2021-11/2022-03", "2022-06-14/..", "200X", "nonsense"]),
)
def test_any_words_in_any_order(text: str, published: str) -> None:
    check(text, published)


@each("text", REPEATED)
def test_repeated_to_any_length(text: str) -> None:
    check(text * DEEP, "2022-06-20")
