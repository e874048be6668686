"""The stores, each as a place that holds one library: what builds it, and what reads what was finished."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

from tests.postgres import fresh_project, shared_server

from factcheck.store.build import building
from factcheck.store.db_address import address
from factcheck.store.memory_build import MemoryBuilder
from factcheck.store.postgres import PostgresLibrary
from factcheck.store.postgres_build import Hold, PostgresBuilder
from factcheck.store.protocol import Builder, Library
from factcheck.store.sqlite import SqliteLibrary
from factcheck.workspace.local import LocalSite


class Engine(Protocol):
    """A place that holds one library; made of an empty folder, or one that is not there."""

    def __init__(self, folder: Path) -> None: ...

    def building(self) -> AbstractContextManager[Builder]: ...

    def library(self) -> Library: ...


class Memory:
    def __init__(self, folder: Path) -> None:
        self._last = MemoryBuilder()
        self._last.finish({})

    @contextmanager
    def building(self) -> Iterator[Builder]:
        builder = MemoryBuilder(self._last)
        with builder:
            yield builder
        if builder.library:
            self._last = builder

    def library(self) -> Library:
        assert self._last.library
        return self._last.library


class Sqlite:
    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self._site = LocalSite(folder, folder / "index.sqlite")
        with building(self._site.index, fresh=True) as builder:
            builder.finish({})

    def building(self) -> AbstractContextManager[Builder]:
        return self._site.building(fresh=False)

    def library(self) -> Library:
        return SqliteLibrary(self._site.index)


class Postgres:
    def __init__(self, folder: Path) -> None:
        self._address = address(shared_server().url(fresh_project()), "")
        with self.building() as builder:
            builder.finish({})

    @contextmanager
    def building(self) -> Iterator[Builder]:
        with Hold(self._address) as hold:
            hold.take(wait=True)
            with PostgresBuilder(hold, fresh=False, mark="test") as builder:
                yield builder

    def library(self) -> Library:
        return PostgresLibrary(self._address)


ENGINES = [Memory, Sqlite, Postgres]
