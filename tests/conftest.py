"""What tests of several rooms share: a page in a browser, and LibreOffice."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.browser import PROGRAM, Page, browser
from tests.office import OFFICE, through

# Set where every program is promised, as in hosted CI: there a test without its program fails.
PROMISED = "FACTCHECK_TEST_PROGRAMS"


def need(program: str | None, name: str) -> None:
    """Leave a test out, by name, where the program that it needs is not installed."""
    if program is None:
        (pytest.fail if PROMISED in os.environ else pytest.skip)(f"{name} is not installed; see CONTRIBUTING.md")


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
