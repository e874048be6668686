"""The stores, each as a place that holds one library: what builds it, and what reads what was finished."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

from factcheck.store.build import building
from factcheck.store.memory_build import MemoryBuilder
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


ENGINES = [Memory, Sqlite]
