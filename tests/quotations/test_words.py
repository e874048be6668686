"""The words of a quotation: what counts, what an editor may change, and that alignment finds every part of itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.properties import examples
from tests.rows import each

from factcheck.quotations.align import SourceWord, Step, align
from factcheck.quotations.normal import Sort, words


def forms(text: str) -> list[str]:
    return [word.form for word in words(text)]


@each(
    ("one", "other"),
    [
        ("We lost it.", "we lost it"),
        ("It’s lost", "It's lost"),
        ("a third-rate deal", "a third rate deal"),
        ("the U.S. deal", "the US deal"),
        ("2.6million lost", "2.6 million lost"),
        ("1,652 lost", "1652 lost"),
        ("the People's Party", "the Peoples' Party"),
        ("we, uh, lost — all", "we lost - all"),
        ("5% lost", "5 percent lost"),
        ("five lost", "5 lost"),
        ("sixty lost", "60 lost"),
        ("Dr. Lund", "Doctor Lund"),
        ("the ﬁrst oﬃce", "the first office"),
        ("we organised its colour", "we organized its color"),
        ("the centre travelled", "the center traveled"),
        ("… we lost …", "we lost"),
        ("[W]e lost", "We lost"),
    ],
)
def test_typography_is_no_difference(one: str, other: str) -> None:
    assert forms(one) == forms(other)


@each(
    ("one", "other"),
    [
        ("we lost", "we list"),
        ("we’re lost", "we are lost"),
        ("its lost", "it lost"),
        ("and/or", "and"),
        ("4.1", "4.7"),
        ("filled", "filed"),
        ("five lost", "six lost"),
        ("fifty", "fifteen"),
        ("our loss", "or loss"),
    ],
)
def test_another_word_is_a_difference(one: str, other: str) -> None:
    assert forms(one) != forms(other)


def test_omissions_and_brackets_are_told() -> None:
    assert [word.sort for word in words("we lost … [the farm] again")] == [
        Sort.WORD, Sort.WORD, Sort.GAP, Sort.INSERT, Sort.WORD,
    ]  # fmt: skip


WORDS = st.lists(st.sampled_from("we lost the whole farm again and again".split()), min_size=1, max_size=12)


@examples()
@given(WORDS, WORDS, WORDS)
def test_a_part_of_a_source_is_found_whole(before: list[str], part: list[str], after: list[str]) -> None:
    source = [SourceWord(word, False) for word in (*before, *part, *after)]
    found = align(words(" ".join(part)), source)
    assert found.cost == 0
    assert [move.step for move in found.moves] == [Step.SAME] * len(part)


@examples()
@given(WORDS, WORDS)
def test_every_draft_word_is_accounted_for_once(part: list[str], source: list[str]) -> None:
    draft = words(" ".join(part) + " … [so] it is")
    moves = align(draft, [SourceWord(word, False) for word in source]).moves
    assert [move.draft for move in moves if move.draft >= 0] == list(range(len(draft)))
    taken = [move.source for move in moves if move.source >= 0]
    assert taken == sorted(set(taken))
