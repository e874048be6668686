"""How a search is shared: in how many lots, from what size on by several processes, and what if one of them ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

import pytest
from tests.rows import each

from factcheck.conflicts import spread
from factcheck.conflicts.searcher import Searcher
from factcheck.conflicts.spread import Crew, Work
from factcheck.extract import read_text
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.store.protocol import Library

LIBRARY = MemoryLibrary(contents(read_text("It had 12 boats.")))


def lots(search: Searcher, pieces: Sequence[int]) -> list[Sequence[int]]:
    """A piece of work: its answer is the lot itself."""
    return [pieces]


@each(
    ("pieces", "sizes"),
    [(0, []), (1, [1]), (12, [1] * 12), (13, [2] * 6 + [1]), (24, [2] * 12), (25, [3] * 8 + [1])],
)
def test_one_process_does_twelve_lots(pieces: int, sizes: list[int]) -> None:
    with Crew(LIBRARY) as crew:
        done = list(crew.share(lots, range(pieces), 9_000))
    assert [len(lot) for lot in done] == sizes
    assert [piece for lot in done for piece in lot] == list(range(pieces))


class Opened(MemoryLibrary):
    """A library that other processes may open, too."""

    def opening(self) -> Callable[[], Library]:  # type: ignore[override] # of one in memory there is none
        return lambda: self


class Pool:
    """Two processes, which do at once what they are given, until they end."""

    def __init__(self, ends_at: int) -> None:
        self.given, self.ends_at = 0, ends_at

    def submit(
        self, task: object, work: Work[int, Sequence[int]], idle: frozenset[int], lot: Sequence[int]
    ) -> Future[list[Sequence[int]]]:
        self.given += 1
        done = Future[list[Sequence[int]]]()
        if self.given == self.ends_at:
            done.set_exception(BrokenProcessPool())
        else:
            done.set_result(work(Searcher(LIBRARY), lot))
        return done


@contextmanager
def two_processes(ends_at: int = 0) -> Iterator[Pool]:
    pool = Pool(ends_at)

    @contextmanager
    def workers(*_: object) -> Iterator[Pool]:
        yield pool

    with pytest.MonkeyPatch.context() as patch:
        for name, made in (("processors", lambda: 2), ("can_be_many", lambda: True), ("workers", workers)):
            patch.setattr(spread, name, made)
        yield pool


@each(("size", "given"), [(3_000, 0), (3_001, 24)])
def test_from_what_size_on_others_help(size: int, given: int) -> None:
    with two_processes() as pool, Crew(Opened(contents(read_text("It had 12 boats.")))) as crew:
        done = list(crew.share(lots, range(48), size))
    assert (pool.given, len(done)) == (given, given or 12)
    assert [piece for lot in done for piece in lot] == list(range(48))


def test_each_is_given_two_lots_ahead_and_another_for_each_that_is_done() -> None:
    with two_processes() as pool, Crew(Opened(contents(read_text("It had 12 boats.")))) as crew:
        shared = crew.share(lots, range(48), 9_000)
        given = [pool.given for _ in zip(range(3), shared, strict=False)]
    assert given == [5, 6, 7]


def test_what_one_that_ends_had_to_do_is_done_here_and_nobody_is_asked_again() -> None:
    with two_processes(ends_at=3) as pool, Crew(Opened(contents(read_text("It had 12 boats.")))) as crew:
        assert [piece for lot in crew.share(lots, range(48), 9_000) for piece in lot] == list(range(48))
        given = pool.given
        assert [piece for lot in crew.share(lots, range(48), 9_000) for piece in lot] == list(range(48))
    assert pool.given == given > 3
