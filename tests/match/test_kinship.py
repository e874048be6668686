"""Which documents of a library of many subjects speak of what a draft speaks of, and what that changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pytest
from tests.rows import each

from factcheck.claims import Curation
from factcheck.extract import read_text
from factcheck.match import candidates, kinship
from factcheck.match.candidates import search
from factcheck.match.kinship import Kin, kin
from factcheck.match.rarity import Rarity
from factcheck.match.scene import Scene
from factcheck.model import Verdict
from factcheck.quotations.locate import Sought, locate
from factcheck.quotations.normal import words
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.store.protocol import StoredPassage
from factcheck.values import Sort, number
from factcheck.verify import binding, verify

VELM = {
    "velm-1.txt": "The Velm inquiry opened in Harle in 2018. Mara Lund sold 12 boats in 2018. It was time in Velm.",
    "velm-2.txt": "Mara Lund told the Velm inquiry that the time for statements has passed. It cost $2 million.",
}
# As many documents on other things, each with names of its own.
NAMES = ("Anders", "Birk", "Cole", "Dunn", "Elm", "Frost", "Gale", "Hart", "Ilse", "Jory", "Kell", "Lorne", "Moss")
OTHERS = {
    f"other-{at}.txt": f"{name} Steel paid $2 million for boats, {name} said. He had the time to talk of the {at + 20} "
    f"boats in Brenk. {'Time passed him by, he said.' if at % 2 else 'The time for talk is over.'}"
    for at, name in enumerate(one + end for one in NAMES for end in ("", "s", "by", "ton", "ham", "field"))
}
DRAFT = "Mara Lund told the Velm inquiry of 12 boats. They cost $2 million, she said in Harle."


def library_of(*sources: dict[str, str]) -> MemoryLibrary:
    texts = {path: text for some in sources for path, text in some.items()}
    return MemoryLibrary(contents(*(read_text(text, path) for path, text in texts.items())))


def draft_of(text: str) -> MemoryLibrary:
    return MemoryLibrary(contents(read_text(text)))


def paths(library: MemoryLibrary, documents: Sequence[int]) -> list[str]:
    return [library.documents()[document].path for document in documents]


@pytest.fixture(scope="module")
def mixed() -> MemoryLibrary:
    return library_of(OTHERS, VELM)


@pytest.fixture(scope="module")
def near(mixed: MemoryLibrary) -> Kin:
    found = kin(draft_of(DRAFT), mixed)
    assert found is not None
    return found


@each(
    ("draft", "sources"),
    [
        # none of its names is in the library
        ("Tom Odby told the Tarn court of 12 boats.", [OTHERS, VELM]),
        # it has no name
        ("it cost them 12 boats.", [OTHERS, VELM]),
    ],
)
def test_where_none_are_kin(draft: str, sources: list[dict[str, str]]) -> None:
    assert kin(draft_of(draft), library_of(*sources)) is None


def test_the_nearest_come_first(mixed: MemoryLibrary, near: Kin) -> None:
    assert paths(mixed, list(near.documents)) == ["velm-1.txt", "velm-2.txt"]
    nearness = list(near.documents.values())
    assert nearness == pytest.approx([1.0, 0.704], abs=0.001)
    assert [near.nearness(document) for document in mixed.documents()].count(0.0) == len(OTHERS)


def test_a_document_with_few_of_the_names_speaks_of_something_else() -> None:
    draft = "Mara Lund, Tom Odby, Ida Kolvik, Ivo Marsh and Una Garde of Velm, Harle, Tarn and Brenk saw 12 boats."
    library = library_of(
        OTHERS, {"all.txt": draft, "brenk.txt": "Brenk has boats.", "una.txt": "Una Garde and Ida Kolvik saw 9."}
    )
    found = kin(draft_of(draft), library)
    assert found is not None
    assert paths(library, list(found.documents)) == ["all.txt", "una.txt"]


def test_documents_are_read_until_there_are_enough(mixed: MemoryLibrary, near: Kin) -> None:
    # few are kin, so that those that hardly are count as well; those without any of the names do not
    assert near.passages == 5
    assert near.stems["velm"] == 3
    assert [near.sorts[sort] for sort in (Sort.DATE, Sort.NUMBER, Sort.DURATION)] == [2, 2, 0]
    assert [stored.claim.text for stored in near.values[Sort.DATE, "2018"]] == ["2018", "2018"]


@each(("enough", "passages"), [(2, 3), (3, 3), (4, 5), (5, 5)])
def test_how_many_passages_are_enough(mixed: MemoryLibrary, enough: int, passages: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kinship, "READ", enough)
        patch.setattr(kinship, "LEAST", enough)
        found = kin(draft_of(DRAFT), mixed)
    assert found is not None
    assert found.passages == passages


@each(("passages", "found"), [(2_000, True), (2_001, False)])
def test_a_name_of_many_passages_tells_nobody_apart(passages: int, found: bool) -> None:
    class Large(MemoryLibrary):
        def frequencies(self, stems: Iterable[str]) -> dict[str, int]:
            return dict.fromkeys(stems, passages)

    assert (
        kin(draft_of(DRAFT), Large(contents(*(read_text(text, path) for path, text in VELM.items())))) is not None
    ) is found


def test_how_near_kin_are_and_those_that_speak_of_something_else() -> None:
    library = library_of({f"{at}.txt": "It rained." for at in range(5)})
    near = dict(zip(library.documents(), (2.0, 0.6, 0.59, 0.2, 0.19), strict=True))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kinship, "_near", lambda *_: near)
        patch.setattr(kinship, "LEAST", 0)  # so that kin alone are read
        found = kin(library, library)
    assert found is not None
    assert (found.passages, list(found.documents.values())) == (2, [1.0, 0.3, 0.295, 0.1])


@each(("likely", "passages", "read"), [(0, 1_199, 2_398), (0, 1_200, 1_200), (2, 1_999, 3_998), (2, 2_000, 2_000)])
def test_how_many_passages_are_read(likely: int, passages: int, read: int) -> None:
    class Long(MemoryLibrary):
        def passages_of(self, documents: Iterable[int]) -> dict[int, list[StoredPassage]]:
            return {document: [next(iter(self.all_passages()))] * passages for document in documents}

    library = Long(contents(read_text("It rained.")))
    assert len(list(kinship._read([0, 1], likely, library, 1))) == read


def test_what_is_common_among_the_kin_tells_little(mixed: MemoryLibrary, near: Kin) -> None:
    year = near.values[Sort.DATE, "2018"]
    full = near._replace(
        passages=1_000,
        stems={"velm": 900},
        sorts={Sort.DATE: 500, Sort.NUMBER: 0},
        values={(Sort.DATE, "2018"): [*year] * 200},
    )
    everywhere, there = Rarity(mixed), Rarity(mixed, full)
    assert there.of_word("velm") < 0.5 < 3.0 < everywhere.of_word("velm")
    assert there.of_value(year[0].claim.value) < 0.5 < 3.0 < everywhere.of_value(year[0].claim.value)
    # nor does what is common elsewhere
    assert there.of_word("time") == everywhere.of_word("time")
    assert there.of_value(number(2_000_000)) <= everywhere.of_value(number(2_000_000))


def test_kin_come_first_among_the_passages(mixed: MemoryLibrary, near: Kin, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "PASSAGES", 10)
    draft = draft_of("He had time for $2 million.")

    def first(kin: Kin | None) -> set[str]:
        rarity = Rarity(mixed, kin)
        figures = [Scene(draft, rarity).context(claim) for claim in draft.all_claims()]
        found = search(figures, mixed, rarity, Scene(mixed, rarity).almanac)
        return {path.partition("-")[0] for path in paths(mixed, [mixed.document_of(p) for p in found[0].passages])}

    assert first(None) == {"other"}
    assert first(near) == {"other", "velm"}


def test_a_value_of_many_is_looked_for_among_the_kin(mixed: MemoryLibrary, near: Kin) -> None:
    draft = draft_of("They cost $2 million.")
    figures = [Scene(draft, Rarity(mixed)).context(claim) for claim in draft.all_claims()]
    assert candidates.equal(figures, mixed) == [()]
    assert [stored.claim.path for stored in candidates.equal(figures, mixed, near)[0]] == ["velm-2.txt"]


def test_a_quotation_is_looked_for_among_the_kin_first(mixed: MemoryLibrary, near: Kin) -> None:
    text = "The time for talk has passed."
    known = mixed.frequencies(Sought(text, words(text)).stems)

    def nearest(kin: Kin | None) -> set[str]:
        places = locate([Sought(text, words(text), kin)], known, mixed)[0]
        return set(paths(mixed, [place.document for place in places]))

    assert "velm-2.txt" not in nearest(None)
    assert "velm-2.txt" in nearest(near)


@pytest.fixture(scope="module")
def large() -> MemoryLibrary:
    crowd = {f"crowd-{name}.txt": f"{name} had none.\n\n" * 80 for name in NAMES}
    staff = {"staff.txt": "More than 1,700 staff were at work. He counted 230 boats."}
    return library_of(VELM, OTHERS, crowd, staff)


@each(
    ("sentence", "verdict"),
    [
        # a document that speaks of something else proves nothing by a value and a word
        ("The old centre of the valley has 1,700 staff.", Verdict.UNVERIFIED),
        # but it does by most of the words of the sentence
        ("He counted 230 boats.", Verdict.SUPPORTED),
        # and a document that speaks of the same thing as it always did
        ("Mara Lund sold 12 boats.", Verdict.SUPPORTED),
    ],
)
def test_what_documents_on_other_things_prove(
    large: MemoryLibrary, sentence: str, verdict: Verdict, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(binding, "LARGE", large.passage_count())
    draft = read_text(f"Mara Lund told the Velm inquiry in Harle that she was tired.\n\n{sentence}")
    assert [finding.verdict for finding in verify(draft, large, Curation())] == [verdict]


def test_in_a_small_library_a_value_and_a_word_are_enough(large: MemoryLibrary) -> None:
    assert large.passage_count() < binding.LARGE
    draft = read_text("Mara Lund told the Velm inquiry in Harle.\n\nThe old centre of the valley has 1,700 staff.")
    assert [finding.verdict for finding in verify(draft, large, Curation())] == [Verdict.SUPPORTED]


def test_it_is_the_same_in_whatever_order_names_come() -> None:
    class Backwards(MemoryLibrary):
        def postings(self, stems: Iterable[str], most: int | None = None) -> Mapping[str, Sequence[int]]:
            return dict(reversed(list(super().postings(sorted(stems), most).items())))

    class Forwards(MemoryLibrary):
        def postings(self, stems: Iterable[str], most: int | None = None) -> Mapping[str, Sequence[int]]:
            return dict(super().postings(sorted(stems), most))

    texts = [" ".join(f"On Friday {name} had boats." for name in NAMES[: at + 1]) for at in range(len(NAMES))]
    read = [read_text(text, f"{at}.txt") for at, text in enumerate(texts)]
    draft = draft_of(texts[-1])
    found = [kin(draft, library(contents(*read))) for library in (Forwards, Backwards)]
    assert found[0] is not None
    assert found[0] == found[1]
