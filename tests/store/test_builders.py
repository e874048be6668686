"""What every builder does, whichever store it builds in: readers see what is finished, all of it, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.store.engines import Engine
from tests.store.small_library import HARBOUR, RAILWAY, Figure, build, contents, state

from factcheck.errors import StoreError
from factcheck.model import Kind
from factcheck.store.numbering import FILE_BITS, file_number, free_number
from factcheck.store.protocol import Contents, Library
from factcheck.values import Sort, number

MILL: list[tuple[str, list[Figure]]] = [("The mill has 43 looms.", [("43", Kind.COUNT, number(43))])]
NOTHING = Contents({}, (), ())


def told(library: Library) -> object:
    """All that a library says of its files, whatever its words for itself."""
    passages = list(library.all_passages())
    return (
        [*library.all_claims(), *library.all_claims(Kind.ROLE)],
        passages,
        library.documents(),
        {stem: list(found) for stem, found in library.postings(library.vocabulary()).items()},
        library.frequencies(library.vocabulary()),
        library.value_frequencies([(Sort.NUMBER, "43")]),
        library.files(),
        library.problems(),
        {name: library.meta[name] for name in ("documents", "passages", "claims", "roles")},
    )


def test_what_is_not_finished_is_not_seen(engine: Engine) -> None:
    build(engine, ("harbour", HARBOUR))
    with engine.library() as library:
        before = told(library)
    with engine.building() as builder:
        builder.add(state("railway"), contents("railway", RAILWAY))
        builder.add(state("harbour", hash="new"), contents("harbour", MILL))
        assert list(builder.known()) == ["harbour", "railway"]
    with engine.library() as library:
        assert told(library) == before
        assert list(library.files()) == ["harbour"]


def test_a_reader_keeps_what_it_has_opened(engine: Engine) -> None:
    build(engine, ("harbour", HARBOUR))
    with engine.library() as library:
        build(engine, ("harbour", MILL), ("railway", RAILWAY))
        assert list(library.files()) == ["harbour"]
        assert [claim.claim.text for claim in library.all_claims()] == ["1907", "43", "1,200"]
        assert library.passage_count() == 3


@pytest.mark.parametrize("again", ["later", "at once"])
def test_a_file_that_is_added_again_takes_its_own_place(engine: Engine, again: str, tmp_path: Path) -> None:
    if again == "later":
        build(engine, ("harbour", HARBOUR), ("railway", RAILWAY))
        build(engine, ("harbour", MILL))
    else:
        with engine.building() as builder:
            for path, sentences in [("harbour", HARBOUR), ("railway", RAILWAY), ("harbour", MILL)]:
                builder.add(state(path), contents(path, sentences))
            builder.finish({})
    with engine.library() as library:
        found = told(library)
        assert {stem: len(found) for stem, found in library.postings(["crane", "loom"]).items()} == {"loom": 1}
    other = type(engine)(tmp_path / "other")
    build(other, ("railway", RAILWAY), ("harbour", MILL))
    with other.library() as library:
        assert told(library) == found


def test_a_removed_file_leaves_nothing(engine: Engine) -> None:
    build(engine, ("harbour", HARBOUR), ("railway", RAILWAY))
    with engine.building() as builder:
        builder.remove("harbour")
        assert list(builder.known()) == ["railway"]
        builder.finish({})
    with engine.library() as library:
        assert list(library.files()) == ["railway"]
        assert library.postings(["crane"]) == {}
        assert library.frequencies(["open", "crane"]) == {"open": 1}
        assert [claim.claim.text for claim in library.all_claims()] == ["last spring", "more than 43"]
        assert library.find_documents(["harbour"]) == {}


def test_a_touched_file_is_as_it_was_but_for_its_times(engine: Engine) -> None:
    build(engine, ("harbour", HARBOUR))
    with engine.building() as builder:
        builder.touch(state("harbour", modified_ns=7, hash="not looked at"))
        assert builder.known() == {"harbour": state("harbour", modified_ns=7)}
        builder.finish({})
    with engine.library() as library:
        assert library.files() == {"harbour": state("harbour", modified_ns=7)}
        assert library.passage_count() == 3


def test_a_file_that_no_library_can_hold_changes_nothing(engine: Engine) -> None:
    build(engine, ("harbour", HARBOUR))
    half = contents("harbour", [("It has \ud800 43 cranes.", [])])
    with engine.building() as builder:
        with pytest.raises(StoreError, match="characters that are none"):
            builder.add(state("harbour", hash="new"), half)
        assert builder.known() == {"harbour": state("harbour")}
        builder.finish({})
    with engine.library() as library:
        assert [claim.claim.text for claim in library.all_claims()] == ["1907", "43", "1,200"]


def test_files_that_were_left_out_are_known_with_their_reason(engine: Engine) -> None:
    with engine.building() as builder:
        builder.add(state("harbour"), contents("harbour", HARBOUR))
        builder.add(state("torn.pdf", problem="is no PDF"), NOTHING)
        assert builder.problems() == ["torn.pdf: FC921 is no PDF"]
        builder.finish({}, ["the clock is slow"])
    with engine.library() as library:
        assert library.problems() == ["torn.pdf: FC921 is no PDF", "the clock is slow"]
        assert library.files()["torn.pdf"].problem == "is no PDF"


def test_documents_of_one_name_are_told_apart(engine: Engine) -> None:
    build(engine, ("a/note", HARBOUR), ("b/note", MILL))
    with engine.library() as library:
        assert sorted(document.id for document in library.documents().values()) == ["a/note", "b/note"]


def test_it_says_of_itself_what_it_was_told_and_how_much_it_holds(engine: Engine) -> None:
    build(engine, ("harbour", HARBOUR), ("railway", RAILWAY))
    with engine.library() as library:
        assert library.meta["version"] == "test"
        assert [int(library.meta[name]) for name in ("documents", "passages", "claims", "roles")] == [2, 4, 5, 0]
        assert library.name
        library.examine()
        library.vouch(["harbour", "no such file"])


def test_numbers_begin_with_that_of_the_file(engine: Engine) -> None:
    build(engine, ("harbour", HARBOUR))
    with engine.library() as library:
        assert {passage.id >> FILE_BITS for passage in library.all_passages()} == {file_number("harbour")}
        assert list(library.digests()) == [file_number("harbour")]


def test_two_paths_that_meet_in_one_number_get_two() -> None:
    first = file_number("harbour")
    assert free_number("harbour", {}) == free_number("harbour", {first: "harbour"}) == first
    assert free_number("harbour", {first: "railway"}) == first + 1
