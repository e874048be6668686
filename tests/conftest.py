"""What tests of several rooms share: a page in a browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.browser import PROGRAM, Page, browser


@pytest.fixture(scope="session")
def page() -> Iterator[Page]:
    """One page for all tests of a process; each opens its own address in it."""
    if PROGRAM is None:
        pytest.skip("no Chromium is at hand")
    with browser() as opened:
        yield opened
