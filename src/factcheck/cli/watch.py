"""Runs a check again whenever a draft, a source or a claim changes."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.config import Config

# How often files are looked at, in seconds: often enough to seem immediate, seldom enough to cost nothing.
PAUSE = 0.3

Seen = tuple[object, ...]


def again(run: Callable[[], None], look: Callable[[], Seen]) -> None:
    """Run, and again after each change of what `look` sees, until the user interrupts."""
    while True:
        before = look()
        run()
        while look() == before:
            time.sleep(PAUSE)


def seen(project: Config, drafts: list[str]) -> Seen:
    """What tells one state of a project and its drafts from another."""
    from factcheck.errors import FactcheckError
    from factcheck.workspace.claims import claim_files
    from factcheck.workspace.survey import scan

    sources: object = None
    with suppress(FactcheckError):
        sources = scan(project).mark()
    return (sources, *_states([project.path, *claim_files(project), *map(Path, drafts)]))


def _states(paths: list[Path]) -> Iterator[tuple[str, int, int]]:
    for path in paths:
        try:
            status = path.stat()
            yield os.fspath(path), status.st_mtime_ns, status.st_size
        except OSError:
            yield os.fspath(path), 0, 0
