"""What tests of several rooms share: a page in a browser, and LibreOffice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.browser import PROGRAM, Page, browser
from tests.office import OFFICE, through
from tests.programs import need


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
