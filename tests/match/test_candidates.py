"""What passages gain for a figure, and that it is the same whether it is asked of all of them or of a few documents."""

from __future__ import annotations

import random

import pytest
from tests.rows import each
from tests.verify.test_proof import contexts

from factcheck.extract import read_text
from factcheck.lean.record import replace
from factcheck.match import candidates
from factcheck.match.candidates import Gains, Search, _keys, equal, search
from factcheck.match.rarity import Rarity
from factcheck.match.scene import Scene
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary

MONTHS = "January", "February", "March", "April"
DRAFT = "In March 2019 the Brenk yard repaired 314 boats. On 9 April 2019 Odby counted 77 houses."


def _document(chance: random.Random) -> str:
    sentences = (
        f"In {chance.choice(MONTHS)} 2019 {chance.choice(('Brenk', 'Odby', 'Harle'))} "
        f"{chance.choice(('repaired', 'counted', 'sold'))} {chance.randint(10, 900)} "
        f"{chance.choice(('boats', 'houses', 'pumps'))}."
        for _ in range(8)
    )
    return "\n\n".join(sentences) + "\n"


def _library(chance: random.Random) -> MemoryLibrary:
    """Documents of which every fourth was published in the days that a draft speaks of."""
    read = contents(*(read_text(_document(chance), f"{at}.txt") for at in range(30)))
    published = {0: "2019-04-10", 2: "2018-03-01"}
    documents = {
        number: replace(document, published=published.get(at % 4, ""))
        for at, (number, document) in enumerate(read.documents.items())
    }
    return MemoryLibrary(read._replace(documents=documents))


def test_passages_of_a_few_documents_gain_what_they_gain_among_all() -> None:
    chance = random.Random(1)
    library = _library(chance)
    rarity = Rarity(library)
    scene = Scene(library, rarity)
    draft = MemoryLibrary(contents(read_text(DRAFT)))
    own = Scene(draft, rarity)
    figures = [own.context(claim) for claim in draft.all_claims() if claim.claim.kind.is_figure]
    documents = list(library.documents())
    found = search(figures, library, rarity, scene.almanac)
    assert len(found) == 4
    assert any(one.gains.dated for one in found)
    # who names the day of a date is no news
    assert [bool(one.gains.naming) for one in found] == [False, True, False, False]
    for one in found:
        every = one.gains.scores(scene.almanac)
        assert len(every) > 40
        for few in (documents[:1], documents[3:5], documents[::4], documents):
            there = scene.almanac.passages(few)
            expected = {passage: score for passage, score in every.items() if passage in there}
            assert one.gains.scores(scene.almanac, few) == expected


# One document names both, two a part of the name each; the others make their words rare.
TOLD = ("Ada Roe had 41 boats.", "Ada had 52 boats. Brenk had 7.", "Odby and Roe had 63 boats.")
SEA = [f"The sea of Harle rose by {feet} feet." for feet in range(30, 70)]


@each(
    ("draft", "named"),
    [
        ("Then she had 41 boats.", {}),
        ("Ida Velm had 41 boats.", {}),
        ("Harle had 41 boats.", {}),  # which too many name
        ("Roe had 41 boats.", {"0": 0.5, "2": 0.5}),
        ("It was Roe. She had 41 boats.", {"0": 0.425, "2": 0.425}),
        ("Ada Roe had 41 boats.", {"0": 0.8, "1": 0.5, "2": 0.5}),
        ("It was Ada Roe. She had 41 boats.", {"0": 0.8, "1": 0.5, "2": 0.5}),
        ("It was Roe and Brenk who had 41 boats.", {"0": 0.5, "1": 0.8, "2": 0.5}),
        ("|Who|Boats|\n|-|-|\n|Ada Roe|41|", {"0": 0.8, "1": 0.5, "2": 0.5}),
    ],
)
def test_how_likely_a_document_is_the_one_that_is_named(draft: str, named: dict[str, float]) -> None:
    library = MemoryLibrary(contents(*(read_text(text, f"{at}.txt") for at, text in enumerate((*TOLD, *SEA)))))
    rarity, own = Rarity(library), MemoryLibrary(contents(read_text(draft, "draft.md")))
    scene = Scene(own, rarity)
    figures = [scene.context(claim) for claim in own.all_claims() if claim.claim.kind.is_figure]
    (found,) = search(figures, library, rarity, Scene(library, rarity).almanac)
    ids = {number: document.id for number, document in library.documents().items()}
    assert {ids[number]: likely for number, likely in found.named.items()} == named


@each(("documents", "kept"), [(9, 0), (8, 8)])
def test_documents_of_the_day_are_looked_into_where_they_are_few(documents: int, kept: int) -> None:
    _, (draft, *_) = contexts(DRAFT)
    assert len(Search(draft, (), Gains(dated=frozenset(range(documents)))).dated) == kept


@each(("day", "home", "found"), [(24, 0, 24), (25, 0, 24), (0, 72, 72), (0, 73, 72)])
def test_of_a_document_so_many_passages_are_kept(day: int, home: int, found: int) -> None:
    texts = ["It rained. " * 2, *("Boats sank.\n\n" * many for many in (day, home) if many), *SEA]
    library = MemoryLibrary(contents(*(read_text(text, f"{at}.txt") for at, text in enumerate(texts))))
    _, (draft, *_) = contexts(DRAFT)
    boats = library.postings(["boat"])["boat"]
    document = frozenset({library.document_of(boats[0])})
    one = Search(draft, (), Gains([(1.0, boats)], dated=document if day else frozenset()))
    almanac = Scene(library, Rarity(library)).almanac
    assert len(one.around(almanac) if day else one.there(almanac, document)) == found


def test_twelve_words_of_its_sentence_are_looked_for_and_six_of_its_topic() -> None:
    _, (draft, *_) = contexts(DRAFT)
    near = {f"near {at:02}": 1.0 - at / 20 for at in range(14)}
    topic = {f"topic {at}": 1.0 - at / 20 for at in range(8)}
    keys = list(_keys(replace(draft, near=near, topic=topic, idf=dict.fromkeys((*near, *topic), 2.0))))
    assert [word for _, word in keys] == [*list(near)[:12], *list(topic)[:6]]
    assert [weight for weight, _ in keys[::11]] == pytest.approx([2.0, 0.9])
    assert [weight for weight, _ in keys[12::5]] == pytest.approx([0.7, 0.525])


@each(("values", "found"), [(40, 40), (41, 0)])
def test_a_value_of_many_says_nothing(values: int, found: int) -> None:
    library = MemoryLibrary(contents(read_text("It had 12 boats. " * values)))
    _, drafts = contexts("Brenk had 12 carts.")
    assert [len(own) for own in equal(drafts, library)] == [found]


@each(("passages", "likely"), [(60, [0.5, 0.5]), (61, [])])
def test_a_name_of_many_passages_tells_no_document(passages: int, likely: list[float]) -> None:
    found = _searched("Velm had 41 boats.", "Velm sang. " * 60, "Velm sang. " * passages, *SEA)
    assert list(found.named.values()) == likely


def _searched(draft: str, *texts: str, **bounds: int) -> Search:
    """What is found for the one figure of a draft, with other bounds of a search."""
    library = MemoryLibrary(contents(*(read_text(text, f"{at}.txt") for at, text in enumerate(texts))))
    rarity, own = Rarity(library), MemoryLibrary(contents(read_text(draft)))
    scene = Scene(own, rarity)
    figures = [scene.context(claim) for claim in own.all_claims() if claim.claim.kind.is_figure]
    with pytest.MonkeyPatch.context() as patch:
        for name, bound in bounds.items():
            patch.setattr(candidates, name, bound)
        (found,) = search(figures, library, rarity, Scene(library, rarity).almanac)
    return found


FELLED = ("The alder fell.", "The birch of Odby fell.", "The birch fell 3 times.", "Cedar and ash fell.", "Cedar fell.")


@each(
    ("most", "walked"),
    [
        # the rarest words first, equally rare ones by the alphabet; the first that the library has at any cost
        (0, "1"),
        (2, "1"),
        (3, "1 23"),
        (4, "1 23"),
        (5, "1 23 45"),
        (44, "1 23 45"),
        (45, "1 23 45 *40"),
    ],
)
def test_words_are_looked_for_as_far_as_the_budget_goes(most: int, walked: str) -> None:
    found = _searched("The elm, alder, cedar, birch of Harle: 12 boats.", *FELLED, *SEA, POSTINGS=most)
    order = {passage: at for at, passage in enumerate(sorted({one for _, own in found.gains.words for one in own}), 1)}
    words = [own for _, own in found.gains.words if own]
    assert (
        " ".join("".join(str(order[one]) for one in own) if len(own) < 9 else f"*{len(own)}" for own in words) == walked
    )


def test_what_a_document_of_the_day_gains() -> None:
    found = _searched("The quay hired 77 sailors.", "The quay hired 5 sailors.", *SEA, *SEA)
    assert found.gains.day == pytest.approx(0.25 * sum(weight for weight, _ in found.gains.words))


@each(("documents", "likely"), [(1, [0.8]), (2, [0.5] * 2), (3, [0.3] * 3), (4, [])])
def test_a_name_of_many_documents_tells_none_of_them(documents: int, likely: list[float]) -> None:
    assert list(_searched("Velm had 41 boats.", *["Velm sang."] * documents, *SEA).named.values()) == likely


@each(("sentences", "found"), [(40, 40), (41, 1)])
def test_a_library_of_few_passages_is_found_whole(sentences: int, found: int) -> None:
    texts = ("The quay hired 5 cooks.", *(f"Boat {at} sank." for at in range(1, sentences)))
    assert len(_searched("The quay hired 77 cooks.", *texts).passages) == found
