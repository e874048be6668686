"""On how many examples a property is tried: a few, the same in every run, or as many times more as one asks for."""

from __future__ import annotations

import os

from hypothesis import settings

# Of others in every run then: see CONTRIBUTING.md.
TIMES = int(os.environ.get("FACTCHECK_EXAMPLES", "1"))


def examples(count: int = 40) -> settings:
    return settings(max_examples=count * TIMES, derandomize=TIMES == 1, deadline=None)
