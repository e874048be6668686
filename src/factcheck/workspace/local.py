"""The index in a folder of its project: a file that is built beside the old one and moved over it, so that a reader
sees the old one or the new one, and a build that is killed leaves nothing but a file that the next one sweeps away."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.disk.lock import Lock, NoLocksError
from factcheck.errors import StoreError
from factcheck.lean.record import dataclass
from factcheck.store.protocol import Builder, DamagedError
from factcheck.store.sqlite import SqliteLibrary
from factcheck.workspace import place
from factcheck.workspace.index_site import Say


@dataclass(frozen=True, slots=True)
class LocalSite:
    """See `index_site.Site`. root: the folder of the project; index: the file."""

    root: Path
    index: Path

    @property
    def is_shared(self) -> bool:
        return False

    @classmethod
    def of(cls, root: Path) -> LocalSite:
        """The index of a project where it is kept if it can be. Raises StoreError where that is another's folder."""
        return cls(root, place.kept(root))

    def is_trusted(self) -> bool:
        return place.is_ours(self.index)

    def doubt(self) -> str:
        if not place.is_ours(self.index):
            return "the index is another user's" if os.path.lexists(self.index) else ""
        return (
            "the index came with git, which should ignore it (git rm --cached)" if place.is_tracked(self.index) else ""
        )

    def open(self) -> SqliteLibrary:
        return SqliteLibrary(self.index, place.shelf(self.index))

    def writable(self, say: Say) -> LocalSite:
        return LocalSite(self.root, place.writable(self.root, say))

    @contextmanager
    def alone(self, say: Say, waits: Callable[[], bool]) -> Iterator[LocalSite | None]:
        with Lock(self.index.parent / place.LOCK) as lock:
            try:
                taken = lock.take(wait=False) or (waits() and lock.take(wait=True))
            except NoLocksError as error:
                other = place.temporary(self.root)
                say(f"{self.root} has no file locks ({error.strerror}); the index is kept in {other.parent} for now")
                yield LocalSite(self.root, other)
                return
            if taken:
                place.unlink_left(self.index.parent)
            yield self if taken else None

    @contextmanager
    def building(self, *, fresh: bool) -> Iterator[Builder]:
        from factcheck.store.build import building

        beside = self.index.with_name(f"{place.INDEX}.{os.getpid()}{place.BUILDING}")
        try:
            # Made by us, so that nobody else can read it from its first byte on.
            os.close(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            if not fresh:
                import shutil

                shutil.copyfile(self.index, beside)
            with building(beside, fresh=fresh) as builder:
                yield builder
            with beside.open("rb+") as file:
                os.fsync(file)
            beside.replace(self.index)
            self.index.with_name(place.INTERIM).unlink(missing_ok=True)
        except DamagedError as error:
            if not fresh:
                raise
            raise self._unwritable(str(error)) from error
        except OSError as error:
            raise self._unwritable(error.strerror or str(error)) from error
        except StoreError as error:
            raise self._unwritable(str(error)) from error
        finally:
            beside.unlink(missing_ok=True)

    def interim(self) -> Path | None:
        return place.interim(self.index)

    def sweep(self) -> None:
        place.sweep(self.index.parent)

    def _unwritable(self, problem: str) -> StoreError:
        return StoreError(f"the index cannot be written to {self.index.parent}: {problem}; it is left as it was")
