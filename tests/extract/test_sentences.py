"""Sentences: where they end, where they do not, and that none loses a character."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.properties import examples
from tests.rows import each

from factcheck import readers
from factcheck.extract import articles, segment
from factcheck.extract.segment import sentences
from factcheck.model import Role
from factcheck.text import Span

# A stop that ends no sentence.
ONE = [
    "Mr. Hall and Dr. Lima met at 5 p.m. Monday in the U.S. Senate.",
    "It has Brenk, Norl. (514 boats) and Odby (73).",
    "Costs rose to 4.5 million, cf. Art. 7, sec. 3 and pp. 12–14, e.g. No. 9.",
    "J. R. Okoro and A. B. Lindt signed for Acme Corp. and others.",
    "It grew by 3.2 percent. 4",
    "He asked “Why now?” before he left.",
    "“Will the bridge hold?” Ana Lima asked.",
    "They spoke … and the Council listened.",
    "“The pact … The old one” is dead.",
    "She said “It is over.” and left.",
    "On Jan. 5 the Co. Ltd. paid.",
    "1. The first point",
    "Q. And what came then?",
    "It was hard... but it held.",
    "See example.org. it is there",
]
# Where each further sentence begins.
SEVERAL = [
    ("It opened in the U.S. The bill passed.", ["The bill"]),
    ("He left. “We won,” she said. Then it rained.", ["“We won", "Then"]),
    ("“We won.” “They lost.”", ["“They"]),
    ("Is it true? Yes! No.", ["Yes", "No"]),
    ("Turnout fell in 2017. 40 seats were lost.", ["40"]),
    ("They sat in the sun. Hall left.", ["Hall"]),
    ("(He paid.) She did not.", ["She"]),
    ("So do I. Hall agreed.", ["Hall"]),
    ("He said no. Others left.", ["Others"]),
    ("It ended there…. The rest is known.", ["The"]),
    ("The line broke\nhere. And went\non.", ["And"]),
    ("“Really?” The hall fell silent.", ["The"]),
    ("Prices rose.\u00a0Wages fell.", ["Wages"]),
]


def cut(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text, Span(0, len(text)))]


@each("text", ONE)
def test_goes_on(text: str) -> None:
    expected = 2 if text.endswith(" 4") else 1
    assert len(cut(text)) == expected


@each(("text", "openings"), SEVERAL)
def test_ends(text: str, openings: list[str]) -> None:
    assert [sentence.startswith(opening) for sentence, opening in zip(cut(text)[1:], openings, strict=True)] == [
        True for _ in openings
    ]


PIECES = st.sampled_from(
    [
        "A", "b", "5", ".", "!", "?", "…", "...", '"', "”", "“", ")", "(", " ", "\n", "\n\n", "\r\n", "Mr.",
        "U.S.", "The", "é", "\u0301", "😀", "# ", "- ", "> ", "**", "|", "`", "&amp;", "<b>", "</p>", "[1]",
        "\u00ad", "\ufeff",
    ]
)  # fmt: skip


@examples(80)
@given(st.lists(PIECES, max_size=40).map("".join), st.sampled_from([".txt", ".md", ".html"]))
def test_passages_hold_all_that_blocks_show(text: str, suffix: str) -> None:
    source = readers.read_text(text, suffix)
    shown = source.view.text
    found = [(p.span, p.role) for document in articles.split(source) for p in segment.passages(source, document)]
    assert all(before.end <= after.start for (before, _), (after, _) in pairwise(found))
    assert all(span.start < span.end and not shown[span.start].isspace() for span, _ in found)
    held = "".join("".join(shown[span.start : span.end].split()) for span, _ in found)
    assert held == "".join("".join(shown[block.span.start : block.span.end].split()) for block in source.blocks)


def test_headings_stand_above_outermost_first() -> None:
    source = readers.read_text(
        "# Year\n\nOne.\n\n## Spring\n\nTwo.\n\n### May\n\nThree.\n\n## Autumn\n\nFour.\n", ".md"
    )
    (document,) = articles.split(source)
    found = {
        source.view.text[p.span.start : p.span.end]: p.headings
        for p in segment.passages(source, document)
        if p.role is Role.PROSE
    }
    assert found == {
        "One.": ("Year",),
        "Two.": ("Year", "Spring"),
        "Three.": ("Year", "Spring", "May"),
        "Four.": ("Year", "Autumn"),
    }


@each("text", ["word " * 5_000, "x" * 20_000, ("word " * 100 + "\n") * 50, "# " + "word " * 5_000])
def test_text_without_full_stops_is_cut_into_readable_passages(text: str) -> None:
    source = readers.read_text(text, ".md")
    (document,) = articles.split(source)
    spans = [passage.span for passage in segment.passages(source, document)]
    assert max(end - start for start, end in spans) <= segment.LONGEST_PASSAGE
    shown = "".join(source.view.text[start:end] for start, end in spans)
    assert "".join(shown.split()) == "".join(source.view.text.split())


def test_paragraphs_are_counted_and_sentences_share_theirs() -> None:
    source = readers.read_text("One. Two.\n\nThree.\n", ".txt")
    (document,) = articles.split(source)
    assert [p.paragraph for p in segment.passages(source, document)] == [0, 0, 1]
