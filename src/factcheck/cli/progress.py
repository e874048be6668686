"""A bar on standard error for what takes a while, with its size from the first second."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.cli.context import Session

# How much is done, and how much there is in all.
Progress = Callable[[int, int], None]
# Fewer bytes are read before a bar could be looked at.
WORTH_A_BAR = 300_000


@contextmanager
def reading(session: Session) -> Iterator[Progress | None]:
    """A bar of the bytes read, once there are some to read; None where no terminal shows it, or none is asked for."""
    if session.quiet or not sys.stderr.isatty():
        yield None
        return
    bars: list[Progress] = []
    with ExitStack() as stack:

        def show(done: int, total: int) -> None:
            if not bars and total > WORTH_A_BAR:
                bars.append(stack.enter_context(_bar(session)))
            for bar in bars:
                bar(done, total)

        yield show


@contextmanager
def _bar(session: Session) -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Reading"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    console = Console(stderr=True, no_color=not session.colored(sys.stderr))
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
