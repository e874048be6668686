"""What tests of several rooms share: compiled code, a page in a browser, and LibreOffice."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.browser import PROGRAM, Page, browser
from tests.office import OFFICE, through
from tests.programs import need

TESTS = Path(__file__).parent
# Rooms whose tests take longest.
LONG = ("cli", "hook", "services", "store", "workspace")
# A folder in memory, as Linux has one, and how much has to be free there: several times what tests ever hold.
MEMORY, ROOM = Path("/dev/shm"), 1 << 30


def pytest_configure(config: pytest.Config) -> None:
    """Some 600 projects and their indexes are written to memory, where there is room: a disk has twice the work.
    Where Python is told to leave nothing beside the code, what it compiles is kept in the cache of pytest: some 200
    processes that tests start would compile the package anew, each for half a second."""
    if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ.setdefault("TMPDIR", str(MEMORY))
    if sys.dont_write_bytecode and hasattr(config, "cache") and "PYTEST_XDIST_WORKER" not in os.environ:
        sys.pycache_prefix = os.environ["PYTHONPYCACHEPREFIX"] = str(config.cache.mkdir("bytecode"))
        sys.dont_write_bytecode = False
        del os.environ["PYTHONDONTWRITEBYTECODE"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What begins servers and processes comes first, to one of two who test: what is short is left for the end."""
    items.sort(key=lambda item: item.path.relative_to(TESTS).parts[0] not in LONG)


def pytest_collection_finish() -> None:
    """What has been collected and imported stays: it is not looked through for cycles time and again; and what tests
    make, which is much and soon gone by itself, is looked through a tenth as often as usual."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session")
def page() -> Iterator[Page]:
    """One page for all tests of a process; each opens its own address in it."""
    need(PROGRAM, "Chromium")
    with browser() as opened:
        yield opened


@pytest.fixture
def office() -> Callable[..., Path]:
    """Takes a file through LibreOffice."""
    need(OFFICE, "LibreOffice")
    return through
