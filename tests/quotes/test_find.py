"""Who says a quotation: by verb, phrase, label, dash, pronoun and carry-over; and what is no quotation."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.properties import examples
from tests.rows import each

from factcheck import names, quotes
from factcheck.model import Block, Quotation, Role
from factcheck.text import Span
from factcheck.text.tokens import tokenise

PARAGRAPH = re.compile(r"[^\n]+")


def find(text: str, role: Role = Role.PROSE) -> tuple[Quotation, ...]:
    tokens = tokenise(text)
    blocks = [Block(Span(*m.span()), role) for m in PARAGRAPH.finditer(text)]
    return quotes.find(tokens, blocks, names.find(tokens))


def said(text: str, role: Role = Role.PROSE) -> list[tuple[str, str]]:
    return [(text[q.span.start : q.span.end], q.speaker) for q in find(text, role)]


@each(
    "text",
    [
        "The lake was called off limits.",
        "He sold the “fresh” fish at the market.",
        "He read “The Old Man and the Sea” twice.",
        "They moved to a so-called ‘safe zone’ at night.",
    ],
)
def test_scare_quotes_and_titles_are_no_quotations(text: str) -> None:
    assert said(text) == []


@each(
    ("text", "speaker"),
    [
        ("“We lost the whole harvest,” said Mara Lund.", "Mara Lund"),
        ("From Mara Lund, chair of the farm: “We lost the whole harvest.”", "Mara Lund"),
        ("A statement by Dr Mara Lund: “We lost the whole harvest.”", "Mara Lund"),
        ("And from Chairwoman Mara Lund:\n“We lost the whole harvest.”", "Mara Lund"),
        ("This is what Mara Lund had to say: “We lost the whole harvest.”", "Mara Lund"),
        ("Last week Mara Lund, a Norland MP, said she was upset. “We lost the whole harvest.”", "Mara Lund"),
        ("Mara Lund began speaking to the hall. “We lost the whole harvest.”", "Mara Lund"),
        ("Mara Lund went home on Monday. She said: “We lost the whole harvest.”", "Mara Lund"),
        ("Mara Lund met Ida Berg on Monday. She said: “We lost the whole harvest.”", "she"),
        ("The farm lies in Port Lund. She said: “We lost the whole harvest.”", "she"),
        ("The farm lies idle. “We lost the whole harvest.” It rained.", ""),
        ("“We lost the whole harvest,” Mara Lund said on Monday.", "Mara Lund"),
        ("“We lost the whole harvest,” said former senator Mara Lund.", "Mara Lund"),
        ("“We lost the whole harvest,” Norland Bank Chairman Mara Lund (Oslo) said.", "Mara Lund"),
        ("“We lost the whole harvest,” Mara Lund, who runs the farm, told reporters.", "Mara Lund"),
        ("“We lost the whole harvest,” said a spokesman for the farm.", "spokesman for the farm"),
        ("“We lost the whole harvest,” according to Mara Lund.", "Mara Lund"),
        ("According to the Norland Bank, “the whole harvest is lost”.", "Norland Bank"),
        ("Mara Lund said: “We lost the whole harvest.”", "Mara Lund"),
        ("Mara Lund, chair of the farm, said that “the whole harvest is lost”.", "Mara Lund"),
        ("The chair of the farm, Mara Lund, has called it “the worst of harvests”.", "Mara Lund"),
        ("Mara Lund, chair of the farm: “We lost the whole harvest.”", "Mara Lund"),
        ("In a statement on Monday, the Norland Bank said “the whole harvest is lost”.", "Norland Bank"),
        ("“We lost the whole harvest.” — Mara Lund, farmer", "Mara Lund"),
        ("The harvest was ruled “lost” by the Norland Farm Board.", "Norland Farm Board"),
        ("Mara Lund’s claim that “the whole harvest is lost” was false.", "Mara Lund"),
        ("The Norland Bank and the Norland Farm Board called it “lost”.", "Norland Bank and Norland Farm Board"),
        ("The U.S. said “the whole harvest is lost”.", "United States"),
        ("She broke Article 12, which bars “the sale of bones”.", "Article 12"),
        ("“We lost the whole harvest,” as Mara Lund put it.", "Mara Lund"),
        ("LUND: “We lost the whole harvest.”", "LUND"),
        ("We lost the whole harvest,” said Mara Lund.", "Mara Lund"),
    ],
)
def test_speaker(text: str, speaker: str) -> None:
    assert [who for _, who in said(text)] == [speaker]


@each(
    ("text", "speaker"),
    [
        ("Mara Lund, who runs the farm, left. “We lost it all,” she said.", "Mara Lund"),
        ("Mayor Mara Lund met Ida Falk. “We lost it all,” the mayor said.", "Mara Lund"),
        ("The Norland Farm Group met. “We lost it all,” the group said.", "Norland Farm Group"),
        ("The Norland Bank issued a report. The report found “a total loss of trust”.", "Norland Bank"),
        ("Mara Lund says she lost what she calls “a fair fight”.", "Mara Lund"),
        ("Mara Lund said it was lost. Ida Falk came third. She left “all but lost”, she said.", "Ida Falk"),
        ("Ida Falk left for Lund & Berg, which says “all is lost”.", "Lund & Berg"),
        ("They beat Oslo Rovers.\n\nRovers coach Mara Lund: “We lost the whole match.”", "Mara Lund"),
        ("Tom Falk left. Ola Berg, a Norland neurologist, says it is dear. He calls it “a fair fight”.", "Ola Berg"),
        ("The minister denied that he called it “a fair fight”.", "minister"),
        ("Mayor Mara Lund met Ms. Falk, a banker. Lund spoke first. She said “it is a fair fight”.", "Mara Lund"),
        ("Article 12 protects sleep. This right covers “all hours of the night”.", "Article 12"),
        ("The WHO has called it “a fair fight”.", "World Health Organization"),
        ("Mara Lund met Ida Falk. “We lost it all,” she said.", "she"),
        ("Mr Ola Berg met Mr Tom Falk. “We lost it all,” he said.", "he"),
        ("Mr Ola Berg told Mr Tom Falk of the offer. It was late. “We lost it all,” he said.", "he"),
        ("Mr Ola Berg runs the farm. Mr Tom Falk works there. “We lost it all,” he said.", "Tom Falk"),
    ],
)
def test_pronouns_and_titles(text: str, speaker: str) -> None:
    assert [who for _, who in said(text)] == [speaker]


@each(
    ("text", "expected"),
    [
        ("“We lost,” said Mara Lund. “It is over.”", [("We lost,", "Mara Lund"), ("It is over.", "Mara Lund")]),
        ("“We lost,” said Mara Lund.\n“It is over.”", [("We lost,", "Mara Lund"), ("It is over.", "Mara Lund")]),
        (
            "“Yes,” said Ida Falk.\n“We lost it all.\n“It is over,” said Mara Lund.",
            [("Yes,", "Ida Falk"), ("We lost it all.", "Mara Lund"), ("It is over,", "Mara Lund")],
        ),
        ("Mara Lund continued:\n“It is over now.”", [("It is over now.", "Mara Lund")]),
        ("“Well,” Mara Lund said, “it is over.”", [("Well,", "Mara Lund"), ("it is over.", "Mara Lund")]),
    ],
)
def test_a_run_of_quotations_has_one_speaker(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


def test_a_block_quotation_is_signed() -> None:
    text = "We lost the whole harvest.\n— Mara Lund, Norland Farm Board"
    assert said(text, Role.BLOCKQUOTE) == [("We lost the whole harvest.", "Mara Lund")]


def test_a_lost_mark_is_told() -> None:
    assert [q.complete for q in find("We lost,” said Mara Lund. “It is over.”")] == [False, True]


@examples()
@given(st.text(alphabet="Aa bc.,:;!?—-“”‘’'\"()[]\n", max_size=80))
def test_any_text_yields_quotations_in_order(text: str) -> None:
    found = find(text)
    assert all(0 <= q.span.start < q.span.end <= len(text) for q in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@each(
    ("text", "words"),
    [
        ("Mara Lund went home. “We lost the whole harvest,” she said.", "she"),
        ("Mayor Mara Lund went home. “We lost the whole harvest,” the mayor said.", "the mayor"),
        ("“We lost the whole harvest,” said Mara Lund.", "Mara Lund"),
        ("“We lost the whole harvest.”", ""),
    ],
)
def test_the_speaker_is_kept_as_written(text: str, words: str) -> None:
    assert [quotation.speaker_words for quotation in find(text)] == [words]


def test_inch_marks_open_no_quotation() -> None:
    assert said('The shed is 7\'3" tall and 41" deep. "We want a larger one," Mara Lund said.') == [
        ("We want a larger one,", "Mara Lund")
    ]
