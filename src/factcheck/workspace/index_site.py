"""Where the index of a project is kept: its own folder, or a database that several share."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from factcheck.config import Config
from factcheck.lean.record import replace
from factcheck.store.protocol import Builder, Library

Say = Callable[[str], None]


class Site(Protocol):
    """A place where an index is, was or will be."""

    @property
    def is_shared(self) -> bool:
        """Whether several work with it: it is built when that is asked for, and else taken as it is."""
        ...

    def is_trusted(self) -> bool:
        """Whether what is found there is believed at a glance, as every start does."""
        ...

    def doubt(self) -> str:
        """Why what is found there is not believed; "" where it is, or where nothing is."""
        ...

    def open(self) -> Library:
        """The library that was built there last. Raises FileNotFoundError where there is none, StoreError."""
        ...

    def writable(self, say: Say) -> Site:
        """This place, or where an index can be written in its stead, which is then said. Raises StoreError."""
        ...

    def alone(self, say: Say, waits: Callable[[], bool]) -> AbstractContextManager[Site | None]:
        """Hold the right to build, here or where that can be held; None where another builds who is not waited for.

        waits: asked, where another builds, whether to wait until that is done
        """
        ...

    def building(self, *, fresh: bool) -> AbstractContextManager[Builder]:
        """What builds here. fresh: a new index, not a changed one. Raises DamagedError, StoreError."""
        ...

    def interim(self) -> Path | None:
        """A file for what was read for an index that is not there yet, gone with the first one that is; None where the
        builder keeps that."""
        ...

    def sweep(self) -> None:
        """Remove what builds that were killed have left, unless one is at work."""
        ...


def own(config: Config) -> Config:
    """A project as if it kept its index in its own folder."""
    return replace(config, index="")


def site_of(config: Config) -> Site:
    """Where the index of a project is kept. Raises ConfigError, and StoreError for a place that is not its own."""
    if config.index:
        from factcheck.workspace.server import ServerSite

        return ServerSite.of(config)
    from factcheck.workspace.local import LocalSite

    return LocalSite.of(config.root)
