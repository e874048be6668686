"""No format is loaded on another's path: a run over plain text costs what it did when there was nothing else."""

from __future__ import annotations

import subprocess
import sys
from functools import cache

import pytest

# What is heavy or belongs to one format alone.
WATCHED = ("zipfile", "xml", "email", "csv", "html", "subprocess", "pypdfium2", "trafilatura", "lxml")
OFFICE = {"zipfile", "xml"}
# A text of each format, and what of the watched it may load.
LOADS: dict[str, set[str]] = {
    ".txt": set(),
    ".md": set(),
    ".csv": set(),
    ".srt": {"html"},
    ".html": {"html"},
    ".rtf": set(),
    ".docx": OFFICE,
    ".xlsx": OFFICE,
    ".odt": OFFICE,
    ".pptx": OFFICE,
    ".epub": OFFICE | {"html"},
    ".eml": {"email"},
    ".pdf": {"subprocess"},
}
LOAD = """
import sys
from contextlib import suppress
before = set(sys.modules)
from factcheck import readers
from factcheck.errors import InputError
with suppress(InputError):
    readers.read_data(b"It has 43 cranes. Ana Lima: yes.", sys.argv[1], "a")
print(*{name.partition(".")[0] for name in set(sys.modules) - before})
"""


@pytest.mark.parametrize("suffix", LOADS)
def test_loads_nothing_of_another(suffix: str) -> None:
    done = subprocess.run([sys.executable, "-c", LOAD, suffix], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split()) & set(WATCHED)
    assert loaded <= LOADS[suffix] | _drawn_in(frozenset(LOADS[suffix]))


@cache
def _drawn_in(modules: frozenset[str]) -> set[str]:
    """What the standard library itself loads with them."""
    script = f"import sys; before = set(sys.modules)\nfor name in {sorted(modules)!r}: __import__(name)\n"
    names = "print(*{name.partition('.')[0] for name in set(sys.modules) - before})"
    done = subprocess.run([sys.executable, "-c", script + names], capture_output=True, text=True, check=True)
    return set(done.stdout.split())
