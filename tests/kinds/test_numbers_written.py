"""A number that is written is read back: in digits of every grouping, in words, with scales; and in linear time."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.properties import examples
from tests.rows import each

from factcheck.kinds import figures, recognise
from factcheck.kinds.line import Line
from factcheck.kinds.scan import numerals
from factcheck.model import Kind
from factcheck.text.tokens import tokenise
from factcheck.values import parse

QUINTILLION = 10**18
ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = tuple(
    (1000**power, name)
    for power, name in ((6, "quintillion"), (5, "quadrillion"), (4, "trillion"), (3, "billion"), (2, "million"))
)
LARGE = (*SCALES, (1000, "thousand"), (100, "hundred"))
GROUPINGS = (",", "\u00a0", "\u202f", "\u2009", "\u2007", "'", "\u2019", " ", "")
NUMBERS = st.one_of(st.integers(0, 2000), st.integers(0, QUINTILLION))


def words(n: int, *, link: str) -> str:
    """A number in words; `link` stands between hundreds and the rest."""
    for size, name in LARGE:
        if n >= size:
            rest = n % size
            head = f"{words(n // size, link=link)} {name}"
            joined = link if size == 100 or rest < 100 else " "
            return head + (joined + words(rest, link=link) if rest else "")
    if n < 20:
        return ONES[n]
    return TENS[n // 10] + (f"-{ONES[n % 10]}" if n % 10 else "")


def read(text: str) -> list[Decimal]:
    return [numeral.value for numeral in numerals(Line(tokenise(text)))]


@given(NUMBERS, st.sampled_from([" ", " and "]))
@examples(60)
def test_words_are_read_back(n: int, link: str) -> None:
    assert read(f"They counted {words(n, link=link)} grains.") == [Decimal(n)]


@given(NUMBERS, st.sampled_from(GROUPINGS))
@examples(60)
def test_digits_are_read_back_in_every_grouping(n: int, mark: str) -> None:
    assert read(f"They counted {f'{n:,}'.replace(',', mark)} grains.") == [Decimal(n)]


@given(st.decimals("0.01", 999, places=2), st.sampled_from(SCALES))
@examples()
def test_decimals_of_a_scale_are_read_back(figure: Decimal, scale: tuple[int, str]) -> None:
    assert read(f"They counted {figure} {scale[1]} grains.") == [figure * scale[0]]


@given(st.text(alphabet=st.sampled_from(list("0123456789.,-–$%½ \n()/'abMk€£")), max_size=60))
@examples(60)
def test_spans_stand_in_the_text_in_order_without_overlap(text: str) -> None:
    spans = [mention.span for mention in recognise(tokenise(text))]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))


WORDS = st.sampled_from(
    "five 10 million percent of the vote years in prison and to or between $ more than half a dozen dozens second "
    "third one out least - , . km per hour old aged Article XII room 3 2-1 quarter % points crore point".split()
)


@given(st.lists(WORDS, max_size=14))
@examples(60)
def test_any_run_of_number_words_is_read_without_overlap(tokens: list[str]) -> None:
    text = " ".join(tokens)
    mentions = recognise(tokenise(text))
    assert all(text[m.span.start : m.span.end].strip() for m in mentions)
    assert all(parse(m.value.text).text == m.value.text for m in mentions if m.kind is not Kind.DATE)
    assert all(a.span.end <= b.span.start for a, b in pairwise(mentions))


class Counted(tuple[str, ...]):
    """Words that count how often they are looked at."""

    looks = 0

    def __getitem__(self, at):  # type: ignore[no-untyped-def]  # an override of every overload at once
        Counted.looks += 1
        return super().__getitem__(at)


def looks(text: str) -> int:
    """How many times a line's words are looked at while its figures are read."""
    line = Line(tokenise(text))
    line.lower, Counted.looks = Counted(line.lower), 0
    figures(line)
    return Counted.looks


# Each is repeated; a comma is part of the piece.
HOSTILE = (
    "and |five |5 to |five and |one hundred and |million |1,|1-|1/|$ |half a |of a |a |hundred thousand |twenty-|"
    "more than |point five |year |Article |12 345 |(1) |1.|1:30:|5 out of |the number of |of those |"
    "345 |30:|million million |2½ "
)


@each("piece", HOSTILE.split("|"))
def test_work_grows_with_the_length_of_hostile_text_and_no_faster(piece: str) -> None:
    few, many = looks(piece * 60), looks(piece * 240)
    assert many <= 4.5 * few + 6000
