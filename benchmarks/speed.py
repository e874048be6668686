"""Measures whole processes as a user waits for them: start, indexing, verifying; prints a table.

    python benchmarks/speed.py [--library DIR]... [--runs N]

DIR is a project (a folder with factcheck.toml); without one, the demo project around this file is measured. The draft
is 1,000 words from five documents of the library, many with a changed figure, so that every verdict occurs. Times are
medians; CPU time stands beside them because it depends less on what else the machine does.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from factcheck import config
from factcheck.store.sqlite import SqliteLibrary
from factcheck.workspace import Order, refresh

COMMAND = (str(Path(sys.executable).with_name("factcheck")),)
WORDS, DOCUMENTS = 1000, 5
# As installed: with compiled modules, whatever this shell says.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
ROW = "{:28} {:>8} {:>8} {:>9} {:>10} {:>8} {:>8} {:>9}"
HEAD = ("library", "MB", "figures", "index s", "KB/s core", "verify s", "CPU s", "peak MB")


class Cost(NamedTuple):
    """What a process took: seconds on the clock, seconds of CPU, most memory in MB."""

    wall: float
    cpu: float
    memory: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--library", type=Path, action="append", metavar="DIR")
    parser.add_argument("--runs", type=int, default=7, metavar="N")
    arguments = parser.parse_args()
    bare = middle(run([sys.executable, "-c", "import click"]) for _ in range(3 * arguments.runs))
    version = middle(run([*COMMAND, "--version"]) for _ in range(3 * arguments.runs))
    print(f"--version {version.wall * 1000:.0f} ms, {version.wall / bare.wall:.2f} times `import click`"
          f" (CPU {version.cpu / bare.cpu:.2f} times)\n")  # fmt: skip
    print(ROW.format(*HEAD))
    for folder in arguments.library or [Path(__file__).parents[1]]:
        print(ROW.format(*measure(folder.absolute(), arguments.runs)), flush=True)


def measure(folder: Path, runs: int) -> Sequence[str]:
    """One library's row: an index built from nothing on one core, then a draft verified against it."""
    index = run([*COMMAND, "index", "--rebuild", "--jobs", "1", "--quiet"], folder)
    path, _ = refresh(config.load(folder / config.NAME), Order())
    with SqliteLibrary(path) as library, tempfile.TemporaryDirectory() as scratch:
        size = sum(file.size for file in library.files().values())
        written = Path(scratch) / "draft.md"
        written.write_text(draft(library), encoding="utf-8")
        verify = middle(run([*COMMAND, "verify", "--format", "json", str(written)], folder) for _ in range(runs))
        figures = int(library.meta["claims"])
    rate = size / 1000 / index.cpu
    return (folder.name[:28], f"{size / 1e6:.2f}", f"{figures:,}", f"{index.wall:.1f}", f"{rate:.0f}",
            f"{verify.wall:.3f}", f"{verify.cpu:.3f}", f"{verify.memory:.0f}")  # fmt: skip


def draft(library: SqliteLibrary) -> str:
    """The beginnings of some documents, the last digit of every second sentence changed."""
    written: list[str] = []
    documents = list(library.documents())
    for number in documents[:: -(-len(documents) // DOCUMENTS)]:
        words = 0
        for place, passage in enumerate(library.passages_of(number)):
            if words >= WORDS / DOCUMENTS:
                break
            changed = re.sub(r"\d(?=\D*$)", lambda digit: str((int(digit[0]) + 3) % 10), passage.text, count=1)
            written.append(changed if place % 2 else passage.text)
            words += len(passage.text.split())
    return "\n\n".join(written) + "\n"


def run(command: Sequence[str], folder: Path | None = None) -> Cost:
    """Run a process to its end. Exit status 1 is a draft with findings."""
    started = perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"{' '.join(command)} failed")
    process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(perf_counter() - started, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def middle(costs: Iterator[Cost]) -> Cost:
    """The median of each cost."""
    return Cost(*map(median, zip(*costs, strict=True)))


if __name__ == "__main__":
    main()
