"""Processes beside this one: they begin without hearing the keyboard, and end with this one."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def can_be_many() -> bool:
    """Whether this system has the semaphores that several processes need."""
    try:
        from multiprocessing import Semaphore

        Semaphore()
    except (ImportError, OSError):
        return False
    return True


@contextmanager
def workers(
    jobs: int, begin: Callable[..., object] | None = None, *given: Any, copied: bool = True
) -> Iterator[ProcessPoolExecutor]:
    """So many processes, each of which calls `begin` first; those that are at work when they are not needed any more
    are ended. copied: they may begin as copies of this one, where the system makes such"""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context(None if copied else "spawn")
    with ProcessPoolExecutor(jobs, context, _begin, (begin, given)) as pool:
        try:
            yield pool
        except BaseException:
            for process in multiprocessing.active_children():
                process.terminate()
            pool.shutdown(cancel_futures=True)
            raise


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Processes that begin here are not interrupted from the keyboard: they end with this one, which may be."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(begin: Callable[..., object] | None, given: tuple[Any, ...]) -> None:
    _die_with_parent()
    if begin is not None:
        begin(*given)


def _die_with_parent() -> None:
    """End this process as soon as the one that started it is gone, which may have been killed without a word."""
    import multiprocessing
    import threading

    def wait() -> None:
        if parent := multiprocessing.parent_process():
            parent.join()
            os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
