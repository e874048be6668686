"""Ends work that does not end by itself: a reader that hangs costs its file, not the run."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

# Seconds of this process's own time, whatever else the machine does, that a file may take; and for each of its bytes.
A_FILE = 60.0
A_BYTE = 60e-6


class OverdueError(BaseException):
    """The work has taken too long. It is no Exception, so that no reader takes it for a mistake in its file."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise OverdueError in what takes more of this process's time; where the system has no such clock, never."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _end)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _end(number: int, frame: FrameType | None) -> None:
    raise OverdueError
