"""What only a library on a server has to show: what others do to it meanwhile, and what goes wrong on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from time import sleep
from typing import Any

import psycopg
import pytest
from tests.postgres import fresh_project, shared_server
from tests.store.engines import Memory, Sqlite
from tests.store.small_library import HARBOUR, RAILWAY, Figure, build, contents, state
from tests.store.test_builders import MILL, told

from factcheck.errors import StoreError
from factcheck.model import Kind
from factcheck.store import postgres, postgres_build, postgres_link, postgres_publish
from factcheck.store.db_address import Address, address
from factcheck.store.postgres import PostgresLibrary
from factcheck.store.postgres_build import Hold, PostgresBuilder
from factcheck.store.protocol import Contents, DamagedError, Library
from factcheck.store.schema import VERSION
from factcheck.values import number

# Files as a library grows and shrinks: each step is what is added, and what is removed.
STEPS: list[tuple[dict[str, list[tuple[str, list[Figure]]]], list[str]]] = [
    ({"harbour": HARBOUR, "railway": RAILWAY}, []),
    ({"mill": MILL, "harbour": MILL}, []),
    ({"quay": HARBOUR}, ["railway"]),
    ({"railway": RAILWAY, "harbour": HARBOUR}, ["mill"]),
    ({}, ["quay", "railway", "harbour"]),
    ({"harbour": HARBOUR}, []),
]


@pytest.fixture
def place() -> Address:
    """A project of nobody else's."""
    return address(shared_server().url(fresh_project()), "")


@pytest.fixture
def hold(place: Address) -> Iterator[Hold]:
    with Hold(place) as hold:
        yield hold


def publish(hold: Hold, *files: str, mark: str = "test", fresh: bool = False) -> None:
    """Publish some files that say what the harbour's does."""
    with PostgresBuilder(hold, fresh=fresh, mark=mark) as builder:
        for path in files:
            builder.add(state(path), contents(path, HARBOUR))
        builder.finish({"version": mark})


@pytest.mark.parametrize("one_in", [0, 1_000_000], ids=["spliced", "anew"])
def test_postings_are_the_same_however_they_came_about(
    hold: Hold, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, one_in: int
) -> None:
    monkeypatch.setattr(postgres_publish, "ONE_IN", one_in)
    memory = Memory(tmp_path)
    publish(hold)
    for add, remove in STEPS:
        for engine in (memory.building(), PostgresBuilder(hold, fresh=False, mark="test")):
            with engine as builder:
                for path in remove:
                    builder.remove(path)
                for path, sentences in add.items():
                    builder.add(state(path), contents(path, sentences))
                builder.finish({})
        with PostgresLibrary(hold.address) as library:
            assert told(library) == told(memory.library())
            library.examine()


def test_a_library_is_the_same_in_a_file_and_on_a_server(hold: Hold, tmp_path: Path) -> None:
    publish(hold, "harbour", "railway")
    local = Sqlite(tmp_path)
    build(local, ("harbour", HARBOUR), ("railway", HARBOUR))
    with PostgresLibrary(hold.address) as library, local.library() as other:
        assert told(library) == told(other)
        assert library.digests() == other.digests()


def test_what_a_killed_builder_staged_is_found_by_the_next(place: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres_build, "MANY", 1)
    with Hold(place) as hold:
        publish(hold, "harbour")
    with Hold(place) as killed:
        builder = PostgresBuilder(killed, fresh=False, mark="test")
        builder.add(state("railway"), contents("railway", RAILWAY))
        builder.add(state("harbour", hash="new"), contents("harbour", MILL))
    with PostgresLibrary(place) as library:
        assert list(library.files()) == ["harbour"]
        assert library.passage_count() == 3
    with Hold(place) as hold, PostgresBuilder(hold, fresh=False, mark="test") as builder:
        assert builder.known() == {"harbour": state("harbour", hash="new"), "railway": state("railway")}
        builder.finish({})
    with PostgresLibrary(place) as library:
        assert [claim.claim.text for claim in library.all_claims()] == ["last spring", "more than 43", "43"]
        library.examine()


@pytest.mark.parametrize("fresh", [False, True])
def test_what_another_tool_staged_is_forgotten(hold: Hold, monkeypatch: pytest.MonkeyPatch, fresh: bool) -> None:
    monkeypatch.setattr(postgres_build, "MANY", 1)
    PostgresBuilder(hold, fresh=False, mark="older").add(state("railway"), contents("railway", RAILWAY))
    with PostgresBuilder(hold, fresh=fresh, mark="newer") as builder:
        assert builder.known() == {}
        builder.add(state("harbour"), contents("harbour", HARBOUR))
        builder.finish({})
    with PostgresLibrary(hold.address) as library:
        assert list(library.files()) == ["harbour"]


def test_one_builds_at_a_time_and_only_within_one_project(place: Address) -> None:
    other = place._replace(project=f"{place.project}-2")
    with Hold(place) as first, Hold(place) as second, Hold(other) as elsewhere:
        assert first.take(wait=False)
        assert not second.take(wait=False)
        assert elsewhere.take(wait=False)
        first.close()
        assert second.take(wait=True)


def test_projects_of_one_database_know_nothing_of_each_other(hold: Hold) -> None:
    publish(hold, "harbour")
    other = hold.address._replace(project=f"{hold.address.project}-2")
    with pytest.raises(FileNotFoundError, match="holds no index; `factcheck index` builds it"):
        PostgresLibrary(other)
    with Hold(other) as own:
        publish(own, "railway")
    with PostgresLibrary(hold.address) as library:
        assert list(library.files()) == ["harbour"]


def test_nothing_is_there_to_read_before_the_first_is_published(hold: Hold) -> None:
    PostgresBuilder(hold, fresh=False, mark="test").add(state("harbour"), contents("harbour", HARBOUR))
    with pytest.raises(FileNotFoundError, match="holds no index"):
        PostgresLibrary(hold.address)


def test_another_process_sees_the_same_snapshot(hold: Hold) -> None:
    publish(hold, "harbour")
    with PostgresLibrary(hold.address) as library:
        opening = library.opening()
        publish(hold, "railway")
        with opening() as other:
            assert list(other.files()) == list(library.files()) == ["harbour"]
            assert told(other) == told(library)
    with pytest.raises(StoreError, match="cannot be used"):
        _open_until_it_is_gone(opening)


def _open_until_it_is_gone(opening: Callable[[], Library]) -> None:
    """A busy server takes a while to see that who held a snapshot has left."""
    for _ in range(1_000):
        opening().close()
        sleep(0.01)


def test_stems_are_ordered_by_their_bytes(hold: Hold) -> None:
    with PostgresBuilder(hold, fresh=False, mark="test") as builder:
        builder.add(state("quay"), contents("quay", [("Zeal zeal éclair eclair Ødby odby œuvre", [])]))
        builder.finish({})
    with PostgresLibrary(hold.address) as library:
        stems = list(library.vocabulary())
        assert len(stems) > 4
        assert stems == sorted(stems) == list(library.postings(reversed(stems)))


def test_a_nul_is_kept_as_what_stands_for_it_and_moves_nothing(hold: Hold) -> None:
    figure = ("43", Kind.COUNT, number(43))
    with PostgresBuilder(hold, fresh=False, mark="test") as builder:
        builder.add(state("quay"), contents("quay", [("The quay\0has 43 cranes.", [figure])]))
        builder.finish({})
    with PostgresLibrary(hold.address) as library:
        (claim,) = library.all_claims()
        assert claim.claim.sentence == "The quay\ufffdhas 43 cranes."
        assert claim.claim.sentence[slice(*claim.claim.mark)] == "43"
        library.examine()


ALTERED = [
    ("UPDATE claims SET text = '44' WHERE text = '43'", "says of harbour was changed"),
    ("DELETE FROM passages WHERE text LIKE 'Nobody%'", "says of harbour was changed"),
    ("UPDATE documents SET title = 'The haven'", "says of harbour was changed"),
    ("UPDATE terms SET postings = postings[2:] WHERE stem = 'open'", "a search of it finds was changed"),
    ("DELETE FROM terms WHERE stem = 'open'", "a search of it finds was changed"),
]


@pytest.mark.parametrize(("statement", "problem"), ALTERED)
def test_what_was_changed_from_outside_is_told(hold: Hold, statement: str, problem: str) -> None:
    publish(hold, "harbour")
    hold.db.execute(statement)
    with PostgresLibrary(hold.address) as library:
        with pytest.raises(DamagedError, match=problem):
            library.examine()
        library.vouch(["quay"])
        if "terms" not in statement:
            with pytest.raises(DamagedError, match=problem):
                library.vouch(["quay", "harbour"])


VERSIONS = [
    (1, "the index is of an older factcheck .*; `factcheck index` renews it"),
    (1_000_000, "the index is of a newer factcheck .*; upgrade this one"),
]


@pytest.mark.parametrize(("version", "way_out"), VERSIONS)
def test_tables_of_another_version_are_told_with_the_way_out(hold: Hold, version: int, way_out: str) -> None:
    publish(hold, "harbour")
    hold.db.execute("UPDATE layout SET published = %s", [version])
    with pytest.raises(StoreError, match=way_out):
        PostgresLibrary(hold.address)


def test_a_builder_renews_older_tables_and_leaves_newer_ones(hold: Hold) -> None:
    publish(hold, "harbour")
    hold.db.execute("UPDATE layout SET published = 1, staged = 1")
    hold.db.execute("ALTER TABLE claims DROP COLUMN text; DROP TABLE staged_claims")
    publish(hold, "railway")
    with PostgresLibrary(hold.address) as library:
        assert list(library.files()) == ["railway"]
        library.examine()
    hold.db.execute("UPDATE layout SET staged = 1000000")
    with pytest.raises(StoreError, match="of a newer factcheck"):
        PostgresBuilder(hold, fresh=True, mark="test")


def test_a_reader_holds_the_tables_that_it_reads(hold: Hold) -> None:
    publish(hold, "harbour")
    hold.db.execute("UPDATE layout SET published = 1; SET lock_timeout TO 100")
    with psycopg.connect(hold.address.link) as other:
        other.execute(f'LOCK TABLE "{hold.address.schema}".layout IN ACCESS SHARE MODE')
        with pytest.raises(StoreError, match=r"did not answer in time \(lock_timeout\)"):
            publish(hold, "railway")
    hold.db.execute("UPDATE layout SET published = %s", [VERSION])
    with PostgresLibrary(hold.address) as library:
        assert list(library.files()) == ["harbour"]


def test_a_question_that_takes_too_long_is_ended(hold: Hold, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(hold, "harbour")
    monkeypatch.setattr(postgres, "PATIENCE_MS", 30)
    problem = r"project=\S+: did not answer in time \(statement_timeout\)"
    with PostgresLibrary(hold.address) as library, pytest.raises(StoreError, match=problem):
        library._ask("SELECT pg_sleep(5)")


QUESTIONS: list[Callable[[PostgresLibrary], Any]] = [
    lambda library: library.passages([1]),
    lambda library: list(library.all_claims()),
    lambda library: library.examine(),
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_lost_connection_is_one_line(hold: Hold, question: Callable[[PostgresLibrary], Any]) -> None:
    publish(hold, "harbour")
    with PostgresLibrary(hold.address) as library:
        hold.db.execute("SELECT pg_terminate_backend(%s)", [library._db.info.backend_pid])
        for _ in range(2):
            with pytest.raises(StoreError, match="the connection was lost; try again") as told_of:
                question(library)
            assert "\n" not in str(told_of.value)


def test_a_builder_whose_connection_is_lost_publishes_nothing(place: Address) -> None:
    with Hold(place) as hold:
        publish(hold, "harbour")
    with Hold(place) as hold, Hold(place) as other:
        builder = PostgresBuilder(hold, fresh=False, mark="test")
        builder.add(state("railway"), contents("railway", RAILWAY))
        other.db.execute("SELECT pg_terminate_backend(%s)", [hold.db.info.backend_pid])
        with pytest.raises(StoreError, match="the connection was lost"):
            builder.finish({})
    with PostgresLibrary(place) as library:
        assert list(library.files()) == ["harbour"]


WRONG = [
    "postgresql://ann:tide@127.0.0.1:1/news?connect_timeout=2",
    "postgresql://ann:tide@localhost:port/news",
    "postgresql://ann:ti%zzde@127.0.0.1:1/news",
    "postgresql://127.0.0.1:1/news?user=ann&password=tide&nonsense=1",
]


@pytest.mark.parametrize("url", WRONG)
def test_a_server_that_cannot_be_reached_is_one_line_without_the_password(url: str) -> None:
    with pytest.raises(StoreError, match="cannot be") as told_of:
        PostgresLibrary(address(url, "harbour"))
    assert "\n" not in str(told_of.value)
    assert not {"tide", "ti%zzde"} & set(str(told_of.value).replace(":", " ").replace("@", " ").split())
    assert told_of.value.__cause__ is None
    assert told_of.value.__suppress_context__


def test_a_database_that_cannot_hold_every_text_is_refused(hold: Hold, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(hold, "harbour")
    monkeypatch.setattr(postgres_link, "LEAST", 990000)
    with pytest.raises(StoreError, match="PostgreSQL 99 or newer is needed, this is"):
        PostgresLibrary(hold.address)
    monkeypatch.undo()
    name = f"ascii_{fresh_project().replace('-', '_')}"
    hold.db.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING SQL_ASCII LOCALE_PROVIDER libc LOCALE 'C'")
    with pytest.raises(StoreError, match="keeps texts in SQL_ASCII; make one with ENCODING 'UTF8'"):
        PostgresLibrary(hold.address._replace(link=hold.address.link.replace("/postgres?", f"/{name}?")))
    hold.db.execute(f"DROP DATABASE {name}")


def test_a_file_without_texts_is_known_with_its_reason(hold: Hold) -> None:
    with PostgresBuilder(hold, fresh=False, mark="test") as builder:
        builder.add(state("torn.pdf", problem="is no PDF"), Contents({}, (), ()))
        builder.finish({})
    with PostgresLibrary(hold.address) as library:
        library.examine()
        assert library.files()["torn.pdf"].problem == "is no PDF"
