"""What tests need that pip does not install."""

from __future__ import annotations

import os

import pytest

# Set where every program is promised, as in hosted CI: there a test without its program fails.
PROMISED = "FACTCHECK_TEST_PROGRAMS"


def need(program: str | None, name: str) -> None:
    """Leave a test out, by name, where the program that it needs is not installed."""
    if program is None:
        (pytest.fail if PROMISED in os.environ else pytest.skip)(f"{name} is not installed; see CONTRIBUTING.md")
