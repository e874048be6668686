"""A small library in every store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from tests.store.engines import ENGINES, Engine
from tests.store.small_library import FRAME, HARBOUR, RAILWAY, Figure, build

from factcheck.model import Frame
from factcheck.store.protocol import Library


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
    """A store that holds an empty library."""
    made: Engine = request.param(tmp_path)
    return made


@pytest.fixture
def make(engine: Engine) -> Iterator[Callable[..., Library]]:
    """Makes a library of files, open until the test is over."""
    with ExitStack() as opened:

        def library(*files: tuple[str, list[tuple[str, list[Figure]]]]) -> Library:
            build(engine, *files)
            return opened.enter_context(engine.library())

        yield library


@pytest.fixture
def empty(make: Callable[..., Library]) -> Library:
    return make()


@pytest.fixture(scope="module", params=ENGINES)
def library(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """One that is only read: it is built once, and answers all tests."""
    made: Engine = request.param(tmp_path_factory.mktemp("library"))
    build(made, ("harbour", HARBOUR), ("railway", RAILWAY))
    with made.library() as opened:
        yield opened


@pytest.fixture
def frame() -> Frame:
    """The frame of every count of the library, with nothing left unknown."""
    return FRAME
