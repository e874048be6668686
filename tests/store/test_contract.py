"""What every library answers, whichever store keeps it."""

from collections.abc import Callable
from dataclasses import fields

from factcheck.model import Frame, Kind
from factcheck.store.protocol import Library
from factcheck.values import Sort, Value, number


def numbers(library: Library, *stems: str) -> list[int]:
    return sorted(set[int]().union(*library.postings(stems).values()))


def texts(library: Library, *stems: str) -> list[str]:
    return sorted(passage.text for passage in library.passages(numbers(library, *stems)).values())


def test_an_empty_library_knows_nothing(empty: Library) -> None:
    assert empty.passage_count() == 0
    assert empty.frequencies(["harbour"]) == {}
    assert empty.postings(["harbour"]) == {}
    assert empty.documents() == {}
    assert empty.published() == {}
    assert list(empty.all_claims()) == []
    assert list(empty.all_passages()) == []
    assert empty.value_frequencies([(Sort.NUMBER, "43")]) == {}
    assert empty.value_count(Sort.NUMBER) == 0


def test_the_passages_of_a_word_are_in_ascending_order(library: Library) -> None:
    found = [list(numbers) for numbers in library.postings(library.vocabulary()).values()]
    assert max(map(len, found)) > 1
    assert found == [sorted(numbers) for numbers in found]
    first = [list(numbers) for numbers in library.postings(library.vocabulary(), 1).values()]
    assert first == [numbers[:1] for numbers in found]


def test_passages_tell_the_stems_that_lead_to_them(library: Library) -> None:
    every = [passage.id for passage in library.all_passages()]
    told = library.stems([*every, 7_777_777])
    assert list(told) == every
    found = {stem: [n for n in every if stem in told[n]] for stem in library.vocabulary()}
    assert found == {stem: list(numbers) for stem, numbers in library.postings(library.vocabulary()).items()}
    assert set().union(*told.values()) == set(library.vocabulary())


def test_what_is_not_there_is_left_out(library: Library) -> None:
    assert library.frequencies(["whale", ""]) == {}
    assert library.postings(["whale", ""]) == {}
    assert library.stems([7_777_777]) == {}
    assert library.passages([7_777_777]) == {}
    assert library.claims([7_777_777]) == {}
    assert library.outlines([7_777_777]) == {}
    assert library.documents([7_777_777]) == {}
    assert library.passages_of([7_777_777]) == {}
    assert library.around([(7_777_777, 2)]) == {}
    assert library.find_claims(["nothing"]) == {}
    assert library.find_documents(["nothing"]) == {}
    assert library.equal([(Sort.DATE, "?")], 100) == {}
    assert library.value_frequencies([(Sort.DATE, "?")]) == {}


def test_stems_lead_to_passages(library: Library) -> None:
    assert library.passage_count() == 4
    assert library.frequencies(["open", "crane", "whale", "open"]) == {"open": 2, "crane": 1}
    assert texts(library, "open") == [
        "The harbour opened in 1907.",
        "The railway opened last spring with more than 43 engines.",
    ]


def test_the_vocabulary_is_every_stem_in_order(library: Library) -> None:
    stems = list(library.vocabulary())
    assert stems == sorted({stem for passage in library.all_passages() for stem in passage.stems} - {""})


def test_a_passage_keeps_its_stems_headings_and_place(library: Library) -> None:
    (passage,) = library.passages(numbers(library, "crane")).values()
    assert passage.stems == ("", "", "43", "crane", "", "1200", "berth", "")
    assert (passage.headings, passage.lead, passage.line, passage.span) == (("Ports", "Trade"), (), 2, (28, 62))


def test_claims_come_by_passage_in_reading_order(library: Library) -> None:
    (number,) = numbers(library, "crane")
    found = library.claims([number, number])
    assert [(c.claim.text, c.first_token, c.last_token) for c in found[number]] == [("43", 2, 2), ("1,200", 5, 5)]
    assert found[number][1].claim.sentence[slice(*found[number][1].claim.mark)] == "1,200"


def test_passages_come_in_short_where_figures_stand(library: Library) -> None:
    every = {passage.id: passage for passage in library.all_passages()}
    found = library.outlines(every)
    told = {number: own for number in every if (own := library.claims([number]).get(number, ()))}
    assert {number: one.headings for number, one in found.items()} == dict.fromkeys(told, ("Ports", "Trade"))
    assert [(one.kind, one.text, one.value, one.about) for outline in found.values() for one in outline.claims] == [
        (c.kind, c.text, c.value.text, (c.subject, c.measure, c.unit, c.speaker))
        for own in told.values()
        for c in (stored.claim for stored in own)
    ]


def test_claims_keep_their_frames(library: Library, frame: Frame) -> None:
    frames = {claim.claim.text: claim.claim.frame for claim in library.all_claims()}
    assert frames["1907"] == Frame()
    assert frames["43"] == frame
    assert [field.name for field in fields(Frame) if getattr(frame, field.name) == getattr(Frame(), field.name)] == []


def test_documents_are_found_by_passage_and_by_id(library: Library) -> None:
    (passage,) = numbers(library, "crane")
    number = library.document_of(passage)
    assert library.find_documents(["harbour", "nothing"]) == {"harbour": number}
    assert library.documents([number])[number].title == "The harbour"
    lines = {n: [p.line for p in own] for n, own in library.passages_of(library.documents()).items()}
    assert lines == {number: [1, 2, 3]} | {other: [1] for other in library.documents() if other != number}
    assert list(library.documents()) == sorted(library.documents())
    assert library.published() == {number: "1998-05"}
    assert all(
        library.document_of(p) == passage.document
        for p, passage in library.passages(numbers(library, *library.vocabulary())).items()
    )


def test_equal_values_are_found_whatever_their_bound(library: Library) -> None:
    cranes, year, none = (Sort.NUMBER, "43"), (Sort.DATE, "1907"), (Sort.DATE, "43")
    found = library.equal([cranes, year, none, cranes], 10)
    assert {value: sorted(c.claim.value.text for c in own) for value, own in found.items()} == {
        cranes: ["43", ">43"],
        year: ["1907"],
    }
    assert list(library.equal([cranes, year], 1)) == [year]
    assert library.value_frequencies([cranes, year, none]) == {cranes: 2, year: 1}
    assert [library.value_count(sort) for sort in (Sort.NUMBER, Sort.DATE, Sort.TEXT)] == [3, 1, 0]


def test_claims_can_be_walked_and_found(library: Library) -> None:
    assert len(list(library.all_claims())) == 5
    assert sorted(c.claim.text for c in library.all_claims(Kind.DATE)) == ["1907", "last spring"]
    (found,) = library.find_claims(["railway-1-36", "nothing"]).values()
    assert found.claim.text == "more than 43"
    assert found.claim.value.low == 43
    assert found.claim.value.high is None


def test_passages_can_be_walked_in_reading_order(library: Library) -> None:
    walked = list(library.all_passages())
    numbers = [passage.id for passage in walked]
    assert numbers == sorted(numbers)
    assert len(walked) == library.passage_count()
    assert library.passages(numbers) == {passage.id: passage for passage in walked}


def test_the_passages_around_stay_within_the_document(library: Library) -> None:
    (cranes,), (engines,) = numbers(library, "crane"), numbers(library, "engin")
    around = library.around([(cranes, 1), (engines, 5), (cranes, 0)])
    assert {place: [p.line for p in own] for place, own in around.items()} == {
        (cranes, 1): [1, 2, 3],
        (cranes, 0): [2],
        (engines, 5): [1],
    }


def test_roles_are_asked_for_by_their_bearer_and_stand_among_no_figures(make: Callable[..., Library]) -> None:
    role = Value("mayor", Sort.TEXT, None, None)
    library = make(
        ("harbour", [("Mayor Ann Dale paid $5.", [("Mayor", Kind.ROLE, role), ("$5", Kind.MONEY, number(5))])])
    )
    (passage,) = numbers(library, "dale")
    assert [claim.claim.text for claim in library.claims([passage])[passage]] == ["$5"]
    assert [claim.claim.text for claim in library.all_claims()] == ["$5"]
    assert [claim.claim.text for claim in library.all_claims(Kind.ROLE)] == ["Mayor"]
    assert [claim.claim.text for claim in library.roles_in([passage, 7_777_777])] == ["Mayor"]
    assert {name: [c.claim.text for c in own] for name, own in library.roles(["", "Ann Dale"]).items()} == {
        "": ["Mayor"]
    }
    (mayor,) = library.all_claims(Kind.ROLE)
    assert library.find_claims([mayor.claim.id]) == {mayor.claim.id: mayor}


def test_texts_that_are_read_again_stand_in_memory_once(library: Library) -> None:
    passages = {passage.id: passage for passage in library.all_passages()}
    first, second = ([one.claim for own in library.claims(passages).values() for one in own] for _ in range(2))
    assert first == second
    assert all(one.path is other.path and one.unit is other.unit for one, other in zip(first, second, strict=True))
    texts = {passage.text: passage.text for passage in passages.values()}
    assert {claim.sentence for claim in first} <= texts.keys()
    assert all(claim.sentence is texts[claim.sentence] for claim in first)
