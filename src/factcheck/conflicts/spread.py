"""Shares a search between the processors, where there is enough to do; the answers come as from one process."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from factcheck.conflicts.searcher import Searcher
from factcheck.store.protocol import Library
from factcheck.workspace.processes import can_be_many, processors, uninterrupted, workers

# So few passages are looked at by this process: to start another takes longer.
FEW = 3000
# Lots that each process gets, so that none waits long for another; those that it is given ahead.
LOTS, AHEAD = 12, 2

Piece = TypeVar("Piece")
Answer = TypeVar("Answer")
Work = Callable[[Searcher, Sequence[Piece]], list[Answer]]


class Crew:
    """Those who search one library: this process, and others beside it where that is worth while."""

    def __init__(self, library: Library, idle: Collection[int] = ()) -> None:
        """idle: passages that are held against nothing"""
        self.here = Searcher(library, idle)
        self._opening, self._idle = library.opening(), idle

    def share(self, work: Work[Piece, Answer], pieces: Sequence[Piece], size: int) -> Iterator[Answer]:
        """What `work` makes of all pieces, in their order; size: how much that is to look at, in passages.

        Memory of a process is bounded by what one lot of the pieces tells, and what it keeps of the library.
        """
        jobs = processors() if size > FEW and self._opening and can_be_many() else 1
        size = -(-len(pieces) // (jobs * LOTS)) or 1
        lots = [pieces[start : start + size] for start in range(0, len(pieces), size)]
        done = 0
        for answers in self._together(work, lots, jobs) if jobs > 1 else ():
            done += 1
            yield from answers
        for lot in lots[done:]:
            yield from work(self.here, lot)

    def _together(
        self, work: Work[Piece, Answer], lots: Sequence[Sequence[Piece]], jobs: int
    ) -> Iterator[list[Answer]]:
        """The answers of several processes, lot by lot, until one of them ends before its time."""
        from concurrent.futures.process import BrokenProcessPool

        ahead = iter(lots)
        with workers(jobs, _begin, self._opening, self._idle) as pool:
            with uninterrupted():
                under_way = deque(pool.submit(_work, work, lot) for lot in islice(ahead, AHEAD * jobs))
            while under_way:
                try:
                    answers = under_way.popleft().result()
                    under_way.extend(pool.submit(_work, work, lot) for lot in islice(ahead, 1))
                except BrokenProcessPool:
                    return
                yield answers


_search: Searcher | None = None


def _begin(opening: Callable[[], Library], idle: Collection[int]) -> None:
    global _search
    _search = Searcher(opening(), idle)


def _work(work: Work[Piece, Answer], lot: Sequence[Piece]) -> list[Answer]:
    assert _search is not None, "a worker begins with a search"
    return work(_search, lot)
