"""Where in a library a quotation is looked for, which stretch is laid beside it, and what of a source is loose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from tests.rows import each

from factcheck.extract import read_text
from factcheck.model import Role
from factcheck.quotations.locate import Laid, Place, Sought, file_span, locate
from factcheck.quotations.normal import words
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.store.protocol import Library, Reach, StoredPassage
from factcheck.text import Span


def places(quotation: str, *sources: str) -> list[Place]:
    library = MemoryLibrary(contents(*(read_text(source, f"source-{i}") for i, source in enumerate(sources))))
    sought = Sought(quotation, words(quotation))
    return locate([sought], library.frequencies(sought.stems), library)[0]


def texts(place: Place) -> list[str]:
    return list(dict.fromkeys(word.passage.text for word in place.laid))


FERRY = "The northern ferry sank in the bay. Nobody was on board. Divers raised it in the autumn."
# A quotation, and the sources in which it is looked for, in order; half of its words stand there at the least.
LOOKED_FOR = [
    ("a word of it", "The northern ferry sank", [FERRY, "The southern ferry came."], [0]),
    ("less than half", "The southern ferry came early", ["A southern ferry sank in May."], []),
    ("half of it", "southern ferry came early", ["A southern ferry sank in May."], [0]),
    ("the closest first", "the northern ferry sank fast", ["The northern ferry sank.", "The northern ferry sank fast."],
     [1, 0]),
    ("far less than the best", "the old northern ferry sank fast again",
     ["The old northern ferry sank fast again.", "An old northern ferry came in again."], [0]),
    ("words that all have", "it was in the", ["It was in the bay."], []),
]  # fmt: skip


@each(("quotation", "sources", "found"), [case[1:] for case in LOOKED_FOR])
def test_looked_for(quotation: str, sources: list[str], found: list[int]) -> None:
    firsts = [texts(place)[0] for place in places(quotation, *sources)]
    assert [next(i for i, s in enumerate(sources) if s.startswith(first)) for first in firsts] == found


def test_a_stretch_takes_in_a_passage_on_either_side_and_two_for_a_long_quotation() -> None:
    source = "Ann came. Bob came. Cid came late. The northern ferry sank. Dan came. Eva came. Fay came late."
    short = "the northern ferry sank"
    eleven, twelve = (f"{short} {'so ' * more}".strip() for more in (7, 8))
    [place] = places(short, source)
    assert texts(place) == ["Cid came late.", "The northern ferry sank.", "Dan came."]
    assert [len(texts(place)) for place in places(eleven, source)] == []
    ferry = "The northern ferry sank off Brenk with nine cars on board"
    around = "Ann came. Bob came. Cid came late. {}. Dan came. Eva came. Fay came late."
    [place] = places(ferry, around.format(ferry))
    assert len(texts(place)) == 3
    [place] = places(f"{ferry} again", around.format(f"{ferry} again"))
    assert len(texts(place)) == 5
    assert len(words(twelve)) == len(words(f"{ferry} again")) == 12


def test_of_two_passages_side_by_side_one_stretch_is_made() -> None:
    [place] = places("the northern ferry sank", "The northern ferry sank. The northern ferry sank again.")
    assert place.alignment.cost == 0


def loose(source: str, quotation: str) -> str:
    """The words of a source that a quotation may leave out."""
    [place] = places(quotation, source)
    return " ".join(word.form for word in place.source if word.loose)


LOOSE = [
    ("two quotations of one speaker", "“We built the ferry in May,” said Mara Lund. “It sank in the bay.”",
     "said mara lund"),
    ("of two", "“We built the ferry in May,” said Mara Lund. Ida Falk said: “It sank in the bay.”", ""),
    ("with a bracket", "“We built the ferry [in May] and it sank in the bay,” said Mara Lund.", "in_may"),
    ("without any between", "“We built the ferry in May and it sank in the bay,” said Mara Lund.", ""),
]  # fmt: skip


@each(("source", "left_out"), [case[1:] for case in LOOSE])
def test_what_a_quotation_may_leave_out(source: str, left_out: str) -> None:
    assert loose(source, "We built the ferry in May it sank in the bay") == left_out


@each(("between", "is_loose"), [(22, True), (23, False)])
def test_so_much_may_stand_between_two_quotations_and_no_more(between: int, is_loose: bool) -> None:
    source = f"“We built the ferry in May,” said Mara Lund {'and ' * between}. “It sank in the bay.”"
    assert (loose(source, "We built the ferry in May it sank in the bay") != "") is is_loose


class Shelf:
    """A library of as many passages as one likes: for each stem, the numbers of those that have it."""

    def __init__(self, postings: Mapping[str, Sequence[int]], texts: Mapping[int, str]) -> None:
        self._postings, self._texts = postings, texts
        self.laid: list[int] = []

    def frequencies(self, stems: Iterable[str]) -> Mapping[str, int]:
        return {stem: len(self._postings[stem]) for stem in stems if stem in self._postings}

    def passage_count(self) -> int:
        return 1_000_000

    def postings(self, stems: Iterable[str]) -> Mapping[str, Sequence[int]]:
        return {stem: self._postings[stem] for stem in stems}

    def passages(self, numbers: Iterable[int]) -> Mapping[int, StoredPassage]:
        return {number: StoredPassage(number, 0, 0, Role.PROSE, self._text(number), ()) for number in numbers}

    def around(self, places: Iterable[Reach]) -> Mapping[Reach, Sequence[StoredPassage]]:
        asked = {number: (number, reach) for number, reach in places}
        self.laid += asked
        return {asked[number]: (passage,) for number, passage in self.passages(asked).items()}

    def claims(self, _passages: Iterable[int]) -> Mapping[int, Any]:
        return {}

    def _text(self, number: int) -> str:
        return self._texts.get(number, "The ferry sank late.")


def asked(quotation: str, postings: Mapping[str, Sequence[int]], texts: Mapping[int, str]) -> tuple[list[int], int]:
    """The passages that a quotation is held against, and how many of them were laid beside it word by word."""
    shelf = Shelf(postings, texts)
    sought = Sought(quotation, words(quotation))
    (found,) = locate([sought], shelf.frequencies(sought.stems), cast(Library, shelf))
    return shelf.laid, len(found)


def test_the_walk_ends_after_ten_thousand_entries_but_never_before_the_rarest_word() -> None:
    many = list(range(9_999))
    assert asked("ferry sank", {"ferri": [20_000], "sank": many}, {})[0] == [20_000, *range(35)]
    assert asked("ferry sank", {"ferri": [20_000], "sank": [*many, 9_999]}, {})[0] == [20_000]
    assert len(asked("ferry", {"ferri": list(range(10_001))}, {})[0]) == 36


def test_where_many_share_all_words_those_with_the_quotation_letter_by_letter_come_first() -> None:
    texts = {1_500: "“The ferry sank in MAY’s end,” he said."}
    assert asked("ferry sank in May's end.", {"ferri": list(range(1_999))}, texts)[0][0] == 1_500
    assert asked("ferry sank in May's end.", {"ferri": list(range(36))}, {30: texts[1_500]})[0][0] == 0
    assert asked("ferry sank in May's end.", {"ferri": list(range(37))}, {30: texts[1_500]})[0][0] == 30
    assert asked("ferry sank in May's end.", {"ferri": list(range(2_001))}, {1_999: texts[1_500]})[0][0] == 1_999
    assert asked("ferry sank in May's end.", {"ferri": list(range(2_001))}, {2_000: texts[1_500]})[0][0] == 0


def test_twelve_places_are_looked_at_word_by_word_and_fewer_for_a_long_quotation() -> None:
    postings = {"ferri": list(range(30))}
    assert asked("ferry sank late", postings, {})[1] == 12
    for length, most in ((249, 12), (251, 11), (866, 1), (1_200, 1)):
        assert asked("ferry sank late " * (length // 3) + "ferry " * (length % 3), postings, {})[1] == most


def laid(text: str, start: int, end: int, at: int, span: Span) -> Laid:
    return Laid(StoredPassage(1, 0, 0, Role.PROSE, text, (), span=span), start, end, at, None)


def test_the_stretch_of_a_file_ends_with_its_passage() -> None:
    first, last = (
        laid("The ferry sank.", 4, 9, 104, Span(100, 115)),
        laid("The ferry sank.", 10, 14, 110, Span(100, 115)),
    )
    place = Place(0, (first, last), (), places("the ferry", "The ferry sank.")[0].alignment)
    assert file_span(place, 0, 1) == (104, 114)
    cut = laid("The ferry sank.", 10, 14, 110, Span(100, 112))
    assert file_span(place._replace(laid=(first, cut)), 0, 1) == (104, 112)
    beyond = laid("The ferry sank.", 10, 14, 112, Span(100, 112))
    assert file_span(place._replace(laid=(first, beyond)), 0, 1) == (104, 113)
