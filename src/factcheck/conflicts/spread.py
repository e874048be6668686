"""Shares a search between the processors, where there is enough to do; the answers come as from one process."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import ExitStack
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from factcheck.conflicts.searcher import Searcher
from factcheck.store.protocol import Library
from factcheck.workspace.processes import can_be_many, processors, uninterrupted, workers

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

# So few passages are looked at by this process: to start another takes longer.
FEW = 3000
# Lots that each process gets, so that none waits long for another; those that it is given ahead.
LOTS, AHEAD = 12, 2

Piece = TypeVar("Piece")
Answer = TypeVar("Answer")
Work = Callable[[Searcher, Sequence[Piece]], list[Answer]]


class Crew:
    """Those who search one library: this process, and others beside it where that is worth while.

    The others begin when they are first needed, end with the `with`, and keep what they have read from one task to the
    next.
    """

    def __init__(self, library: Library) -> None:
        self.here = Searcher(library)
        self._opening = library.opening()
        self._idle: frozenset[int] = frozenset()
        self._kept = ExitStack()
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *ended: Any) -> None:
        self._kept.__exit__(*ended)

    def leave_out(self, idle: Collection[int]) -> None:
        """From now on, hold some passages against nothing."""
        self._idle = frozenset(idle)
        self.here.leave_out(self._idle)

    def share(self, work: Work[Piece, Answer], pieces: Sequence[Piece], size: int) -> Iterator[Answer]:
        """What `work` makes of all pieces, in their order; size: how much that is to look at, in passages.

        Memory of a process is bounded by what one lot of the pieces tells, and what it keeps of the library.
        """
        jobs = processors() if size > FEW and self._opening and can_be_many() else 1
        length = -(-len(pieces) // (jobs * LOTS)) or 1
        lots = [pieces[start : start + length] for start in range(0, len(pieces), length)]
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

        if self._pool is None:
            self._pool = self._kept.enter_context(workers(jobs, _begin, self._opening))
        ahead = (self._pool.submit(_work, work, self._idle, lot) for lot in lots)
        try:
            with uninterrupted():
                under_way = deque(islice(ahead, AHEAD * jobs))
            while under_way:
                answers = under_way.popleft().result()
                under_way.extend(islice(ahead, 1))
                yield answers
        except BrokenProcessPool:
            self._opening = None


_search: Searcher | None = None


def _begin(opening: Callable[[], Library]) -> None:
    global _search
    _search = Searcher(opening())


def _work(work: Work[Piece, Answer], idle: frozenset[int], lot: Sequence[Piece]) -> list[Answer]:
    assert _search is not None, "a worker begins with a search"
    _search.leave_out(idle)
    return work(_search, lot)
