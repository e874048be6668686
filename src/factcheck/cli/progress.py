"""A bar on standard error for what takes a while, with its size from the first second."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.cli.context import Session

# How much is done, and how much there is in all.
Progress = Callable[[int, int], None]
# What is done before a bar could be looked at: so many bytes read, so many drafts judged.
BYTES, DRAFTS = 300_000, 8


def reading(session: Session) -> AbstractContextManager[Progress | None]:
    """A bar of the bytes read."""
    return _shown(session, "Reading", BYTES)


def judging(session: Session) -> AbstractContextManager[Progress | None]:
    """A bar of the drafts judged."""
    return _shown(session, "Checking", DRAFTS)


@contextmanager
def _shown(session: Session, what: str, least: int) -> Iterator[Progress | None]:
    """A bar, once there is enough to do; None where no terminal shows it, or none is asked for."""
    if session.quiet or not sys.stderr.isatty():
        yield None
        return
    bars: list[Progress] = []
    with ExitStack() as stack:

        def show(done: int, total: int) -> None:
            if not bars and total > least:
                bars.append(stack.enter_context(_bar(session, what)))
            for bar in bars:
                bar(done, total)

        yield show


@contextmanager
def _bar(session: Session, what: str) -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    count = DownloadColumn() if what == "Reading" else MofNCompleteColumn()
    columns = (TextColumn(what), BarColumn(), count, TimeRemainingColumn())
    console = Console(stderr=True, no_color=not session.colored(sys.stderr))
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
