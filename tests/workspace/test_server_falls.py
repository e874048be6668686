"""A server that many use at once, builders that are killed at work, a server that falls: nothing is lost or mixed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event

import pytest
from tests.postgres import fresh_project, own_server, shared_server
from tests.store.small_library import contents, state
from tests.workspace.small_project import MakeProject

from factcheck import config
from factcheck.config import Config
from factcheck.errors import StoreError
from factcheck.lean.record import replace
from factcheck.model import Kind
from factcheck.store.db_address import Address, address
from factcheck.store.postgres import PostgresLibrary
from factcheck.store.postgres_build import Hold, PostgresBuilder
from factcheck.store.protocol import Library
from factcheck.values import number
from factcheck.workspace import Order, open_library, opened
from factcheck.workspace.index_site import own

FILES, ROUNDS, READERS = 6, 4, 4
# Seconds that a busy machine may take.
PATIENCE = 600

# Builds a project whose files are staged one by one. After twenty, or before it publishes, it says so and waits.
BUILD = """
import sys
from pathlib import Path
from factcheck import config
from factcheck.store import postgres_build
from factcheck.workspace import Order, refresh
postgres_build.MANY = 1
how, added = sys.argv[2], []
def wait(*_):
    print(how, flush=True)
    sys.stdin.readline()
def add(*given):
    honest(*given)
    added.append(1)
    if len(added) == 20:
        wait()
honest = postgres_build.PostgresBuilder.add
if how == "reading":
    postgres_build.PostgresBuilder.add = add
if how == "publishing":
    postgres_build.describe = wait
try:
    refresh(config.load(Path(sys.argv[1])), Order(examine=True, jobs=1))
except postgres_build.StoreError as error:
    print(error, flush=True)
    sys.exit(2)
"""


def publish(place: Address, told: int) -> None:
    """Publish files of which each says one and the same."""
    with Hold(place) as hold:
        hold.take(wait=True)
        with PostgresBuilder(hold, fresh=False, mark="test") as builder:
            for file in range(FILES):
                text = str(told)
                said = contents(f"quay-{file}", [(f"It has {text} cranes.", [(text, Kind.COUNT, number(told))])])
                builder.add(state(f"quay-{file}", hash=text), said)
            builder.finish({"version": text})


def test_each_reader_sees_one_moment_whatever_is_built() -> None:
    place, done = address(shared_server().url(fresh_project()), ""), Event()
    publish(place, 100)

    def read() -> set[str]:
        seen = set()
        while not done.is_set():
            with PostgresLibrary(place) as library:
                moment = library.meta["version"]
                seen.add(moment)
                for _ in range(2):
                    assert [claim.claim.text for claim in library.all_claims()] == [moment] * FILES
                    assert {known.hash for known in library.files().values()} == {moment}
                    assert {stem: len(n) for stem, n in library.postings([moment]).items()} == {moment: FILES}
                library.examine()
        return seen

    def build(first: int) -> None:
        for told in range(first, first + ROUNDS):
            publish(place, told)

    with ThreadPoolExecutor(READERS + 2) as pool:
        readers = [pool.submit(read) for _ in range(READERS)]
        try:
            for builder in [pool.submit(build, first) for first in (200, 300)]:
                builder.result(PATIENCE)
        finally:
            done.set()
        seen = [reader.result(PATIENCE) for reader in readers]
    assert len(set().union(*seen)) > 2


@pytest.fixture
def many(make_project: MakeProject) -> Config:
    """A project of enough files to be caught at work."""
    return make_project({f"news/{n}.txt": f"It has {n} cranes and opened in {1900 + n}.\n" for n in range(30)})


@contextmanager
def building(project: Config, url: str, how: str) -> Iterator[subprocess.Popen[str]]:
    """A process that builds the index of a project on a server, and has come as far as that."""
    text = project.path.read_text(encoding="utf-8").partition("index")[0]
    project.path.write_text(f'{text}index = "{url}"\n', encoding="utf-8")
    command = [sys.executable, "-c", BUILD, str(project.path), how]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            assert process.stdout.readline() == f"{how}\n"
            yield process
        finally:
            process.kill()


def told(library: Library) -> object:
    with library:
        library.examine()
        return library.digests(), list(library.all_claims()), library.vocabulary(), library.problems()


def test_a_killed_builder_loses_nothing(many: Config) -> None:
    shared = replace(many, index=shared_server().url(fresh_project()))
    with building(many, shared.index, "reading") as process:
        process.kill()
    with pytest.raises(StoreError, match="holds no index"):
        open_library(shared)
    with building(many, shared.index, "publishing") as process:
        process.kill()
    with pytest.raises(StoreError, match="holds no index"):
        open_library(shared)
    library, changes = opened(config.load(many.path), Order(examine=True))
    assert not changes.read  # all were staged by the two that were killed
    assert told(library) == told(open_library(own(many)))


def test_a_server_that_falls_loses_nothing(many: Config) -> None:
    with own_server() as server:
        shared = replace(many, index=server.url("quays"))
        with building(many, shared.index, "reading") as process:
            server.settle()
            server.kill()
            said, _ = process.communicate("\n", timeout=PATIENCE)
            assert "the connection was lost; try again (" in said
            assert process.returncode == 2
        with pytest.raises(StoreError, match="cannot be reached"):
            open_library(shared)
        server.start()
        with building(many, shared.index, "publishing"):
            server.settle()
            server.kill()
        server.start()
        library, changes = opened(config.load(many.path), Order(examine=True))
        assert not changes.read  # all were staged by the two that were under way
        assert told(library) == told(open_library(own(many)))
