"""Judges many drafts: those that are known are not judged again, many go to processes of their own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model import Finding, Source
    from factcheck.services.library import Library
    from factcheck.store import protocol

    Opening = Callable[[], protocol.Library]

# How much is done, and how much there is in all.
Progress = Callable[[int, int], None]
# Fewer drafts than this a process are judged sooner than it has started.
WORTH_A_PROCESS = 4


def findings_on(
    library: Library,
    drafts: Sequence[Source],
    jobs: int | None = None,
    *,
    anew: bool = False,
    progress: Progress | None = None,
) -> list[Sequence[Finding]]:
    """The findings on each draft, in their order, kept for the next time.

    jobs: as of `judge_all`; anew: judge what is known, too; progress: told how many new drafts are done, of how many
    """
    from factcheck.services.results import Results

    results = Results(library)
    known = {} if anew else results.of(drafts)
    new = [draft for number, draft in enumerate(drafts) if number not in known]
    found: list[Sequence[Finding]] = []
    tell = progress or _silent
    tell(0, len(new))
    try:
        for findings in judge_all(library, new, jobs):
            found.append(findings)
            tell(len(found), len(new))
    finally:
        # What is done is done, also where the user interrupts the rest.
        results.keep(new[: len(found)], found)
    rest = iter(found)
    return [known[number] if number in known else next(rest) for number in range(len(drafts))]


def _silent(*_: object) -> None:
    """Says nothing."""


def judge_all(library: Library, drafts: Sequence[Source], jobs: int | None = None) -> Iterator[Sequence[Finding]]:
    """The findings on each draft, in their order; jobs: how many processes, None for as many as are worth while."""
    many = suitable_jobs(len(drafts)) if jobs is None else min(jobs, len(drafts))
    done, opening = 0, library.store.opening()
    if many > 1 and opening:
        from concurrent.futures.process import BrokenProcessPool

        from factcheck import conflicts

        # Found once for all of them, unless each finds its own sooner.
        conflicts.keep_soon(library.store)
        try:
            for findings in _judge_together(library, opening, drafts, many):
                yield findings
                done += 1
        except BrokenProcessPool:
            # One that ends its process may do so here as well, and is then seen to.
            pass
    yield from (library.judge_source(draft) for draft in drafts[done:])


def suitable_jobs(drafts: int) -> int:
    """How many processes are worth while for so many drafts."""
    most = drafts // WORTH_A_PROCESS
    if most < 2:
        return most
    from factcheck.workspace.processes import processors

    return min(processors(), most)


def _judge_together(
    library: Library, opening: Opening, drafts: Sequence[Source], jobs: int
) -> Iterator[Sequence[Finding]]:
    from factcheck.workspace.processes import uninterrupted, workers

    with workers(jobs, _begin, os.fspath(library.project.path), opening, library.strictness) as pool:
        with uninterrupted():
            under_way = [pool.submit(_judge, draft) for draft in drafts]
        yield from (future.result() for future in under_way)


_library: Library | None = None


def _begin(project: str, opening: Opening, strictness: str) -> None:
    """Open the library of this process."""
    global _library
    from factcheck import config
    from factcheck.services.library import Library

    _library = Library(config.load(Path(project)), opening(), strictness=strictness)


def _judge(draft: Source) -> Sequence[Finding]:
    assert _library is not None, "a worker begins with a library"
    return _library.judge_source(draft)
