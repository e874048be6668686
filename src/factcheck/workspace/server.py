"""The index of a project in a database that others work with, too: read as it is, built when that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path

from factcheck.config import Config, line_of
from factcheck.errors import ConfigError, StoreError
from factcheck.lean.record import dataclass, replace
from factcheck.store.db_address import Address, address
from factcheck.store.postgres import PostgresLibrary
from factcheck.store.postgres_build import Hold, PostgresBuilder
from factcheck.store.protocol import Builder
from factcheck.workspace import place
from factcheck.workspace.index_site import Say
from factcheck.workspace.version import version


@dataclass(frozen=True, slots=True)
class ServerSite:
    """See `index_site.Site`. root: the folder of the project; hold: the right to build, where it is held."""

    root: Path
    address: Address
    hold: Hold | None = None

    @classmethod
    def of(cls, config: Config) -> ServerSite:
        """Where a project file says that the index is. Raises ConfigError where that is no address."""
        try:
            return cls.at(config.root, config.index)
        except StoreError as error:
            raise ConfigError(config.path, str(error), line_of(config.path, "library", "index")) from None

    @classmethod
    def at(cls, root: Path, url: str) -> ServerSite:
        """Where a URL says that the index of a project is. Raises StoreError where that is no address."""
        return cls(root, address(url, root.name))

    @property
    def is_shared(self) -> bool:
        return True

    def is_trusted(self) -> bool:
        # Who may write is for the roles of the database to say.
        return True

    def doubt(self) -> str:
        return ""

    def open(self) -> PostgresLibrary:
        return PostgresLibrary(self.address, self._shelf())

    def writable(self, say: Say) -> ServerSite:
        return self

    @contextmanager
    def alone(self, say: Say, waits: Callable[[], bool]) -> Iterator[ServerSite | None]:
        with Hold(self.address) as hold:
            taken = hold.take(wait=False) or (waits() and hold.take(wait=True))
            yield replace(self, hold=hold) if taken else None

    @contextmanager
    def building(self, *, fresh: bool) -> Iterator[Builder]:
        assert self.hold is not None, "who builds is alone"
        with PostgresBuilder(self.hold, fresh=fresh, mark=version()) as builder:
            yield builder

    def interim(self) -> None:
        """The builder keeps what was read: a build that was killed has it staged."""

    def sweep(self) -> None:
        """Nothing is left: what a build that was killed has staged is for the next one."""

    def _shelf(self) -> Path | None:
        """What is found by holding files against each other is kept by each who looks, for this database alone."""
        name = blake2b(self.address.shown.encode(), digest_size=8).hexdigest()
        folder = place.writable(self.root, lambda _: None).parent / f"server-{name}"
        with suppress(OSError):
            folder.mkdir(mode=0o700, exist_ok=True)
        return place.shelf(folder / place.INDEX)
