"""A passage is found again in a source that may have changed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.properties import examples
from tests.rows import each

from factcheck.claims.curation import Selector
from factcheck.claims.selector import SourceText, Standing, place
from factcheck.text import Span

REPORT = (
    "The bridge opened in 1931. It carried 12,000 vehicles a day in 1950, and 43,500 a day in 1990.\n"
    "The second bridge, finished in 1966, carries 12,000 vehicles a day\nin “normal” weather."
)

PLACES = [
    ("once", Selector("opened in 1931"), "exact", "opened in 1931"),
    ("once, with its context", Selector("1931", "opened in ", ". It carried"), "exact", "1931"),
    ("told apart by the prefix", Selector("12,000 vehicles", "It carried "), "exact", "12,000 vehicles"),
    ("told apart by the suffix", Selector("12,000 vehicles", "", " a day in “n"), "exact", "12,000 vehicles"),
    ("another line break", Selector("vehicles a day in “normal”"), "exact", "vehicles a day\nin “normal”"),
    ("another shape of quotation marks", Selector('in "normal" weather'), "exact", "in “normal” weather"),
    ("white space at the edges", Selector(" opened in 1931 "), "exact", "opened in 1931"),
    ("other words before it", Selector("opened in 1931", "The viaduct "), "shifted", "opened in 1931"),
    ("the better of two contexts", Selector("12,000 vehicles", "once carried "), "shifted", "12,000 vehicles"),
    ("two places, no context", Selector("12,000 vehicles"), "ambiguous", ""),
    ("another figure between the same words", Selector("44,500", "and ", " a day in 1990"), "altered", "43,500"),
    ("a figure that is only a part", Selector("3,500", "and ", " a day in 1990"), "altered", "43,500"),
    ("a word changed", Selector("The second bridge, finished 1966"), "altered", "The second bridge, finished in 1966,"),
    ("not there", Selector("the tunnel was closed for repairs"), "missing", ""),
    ("a short passage is never guessed", Selector("opened 1932"), "missing", ""),
]  # fmt: skip


@each(("selector", "standing", "words"), [row[1:] for row in PLACES])
def test_place(selector: Selector, standing: str, words: str) -> None:
    found = place(selector, SourceText(REPORT))
    assert (found.standing, REPORT[slice(*found.span)]) == (standing, words)


def test_an_empty_text_holds_nothing() -> None:
    assert place(Selector("1931"), SourceText("")).standing is Standing.MISSING


@each(
    ("text", "words", "standing"),
    [
        ("The har-\nbour counts 412 boats.", "The harbour counts 412 boats", "exact"),
        ("The oﬃce ﬂoods.", "The office floods", "exact"),
        ("The office floods.", "The oﬃce ﬂoods", "exact"),
        ("The well-\nknown harbour.", "The well- known harbour", "exact"),
        ("The har-bour counts.", "The harbour", "missing"),
    ],
)
def test_divided_words_and_ligatures(text: str, words: str, standing: str) -> None:
    found = place(Selector(words), SourceText(text))
    assert found.standing == standing
    assert standing == "missing" or text[slice(*found.span)] == text[: found.span.end]


@examples()
@given(
    st.lists(st.sampled_from(["a", "bb", "12", "1.5", "“", "\n", "  ", "\u00a0", "—", "c d"]), min_size=1), st.data()
)
def test_a_passage_cited_with_its_whole_context_is_found_where_it_stood(parts: list[str], data: st.DataObject) -> None:
    words = " ".join(parts).split()
    text = " ".join(parts)
    if not words:
        return
    word = data.draw(st.sampled_from(words))
    start = text.index(word)
    found = place(Selector(word, text[:start], text[start + len(word) :]), SourceText(text))
    assert found.standing in (Standing.EXACT, Standing.AMBIGUOUS)
    if found.standing is Standing.EXACT and len(text) < 64:
        assert found.span == Span(start, start + len(word))
