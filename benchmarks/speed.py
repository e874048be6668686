"""Measures whole processes as a user waits for them: start, index, verify, conflicts, lookup; prints one table.

    python benchmarks/speed.py [--library DIR]... [--runs N] [--against SRC]

DIR is a project (a folder with factcheck.toml; `libraries.py` writes some by rule); without one, the demo project
around this file is measured. It is measured in a copy. The draft is 1,000 words from five documents of the library,
many with a changed figure, so that every verdict occurs.
SRC is the `src` folder of another checkout: then every command is run in turns with that one, and what is printed after
a slash is how many times the other's CPU time this one takes.
Times are seconds of CPU (user and system, all processes), medians of the runs; they depend less than those of the clock
on what else the machine does. State `import click` beside them, by which machines differ.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from factcheck import config
from factcheck.store.protocol import Library
from factcheck.workspace import open_library

WORDS, DOCUMENTS = 1000, 5
HERE = Path(__file__).resolve().parents[1] / "src"
ROW = "{:24} {:>7} {:>8} {:>12} {:>6} {:>7} {:>6} {:>13} {:>12} {:>6} {:>6} {:>12} {:>12} {:>6}"
HEAD = (
    "library", "MB", "figures", "index s", "KB/s", "index/MB", "drawn", "verify s", "ms/figure", "MB",
    "first s", "stored s", "changed s", "lookup s",
)  # fmt: skip


class Cost(NamedTuple):
    """What a process took: seconds on the clock, seconds of CPU, most memory of one process in MB."""

    wall: float
    cpu: float
    memory: float


class Bench(NamedTuple):
    """Two copies of a library, for this checkout and for the other one, if there is one."""

    folders: Sequence[Path]
    sources: Sequence[Path]
    runs: int

    def cost(self, *arguments: str, runs: int = 0) -> tuple[Cost, str]:
        """What a command takes here, and how that stands to the other checkout: run in turns."""
        costs: list[list[Cost]] = [[] for _ in self.sources]
        for _ in range(runs or self.runs):
            for taken, source, folder in zip(costs, self.sources, self.folders, strict=True):
                for known in folder.glob(".factcheck/results*"):
                    known.unlink()
                taken.append(run(["-m", "factcheck", *arguments], source, folder))
        here, *other = map(middle, costs)
        return here, "".join(f"/{here.cpu / one.cpu:.2f}" for one in other)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--library", type=Path, action="append", metavar="DIR")
    parser.add_argument("--runs", type=int, default=5, metavar="N")
    parser.add_argument("--against", type=Path, metavar="SRC")
    arguments = parser.parse_args()
    sources = [HERE, *([arguments.against.absolute()] if arguments.against else [])]
    bare = middle([run(["-c", "import click"], HERE) for _ in range(3 * arguments.runs)])
    version = middle([run(["-m", "factcheck", "--version"], HERE) for _ in range(3 * arguments.runs)])
    print(f"`import click` {bare.cpu:.3f} s of CPU; --version {version.cpu / bare.cpu:.2f} times that\n")
    print(ROW.format(*HEAD))
    for folder in arguments.library or [HERE.parent]:
        with tempfile.TemporaryDirectory() as scratch:
            copies = [copied(folder.absolute(), Path(scratch) / str(at)) for at in range(len(sources))]
            print(ROW.format(*measure(folder.name, Bench(copies, sources, arguments.runs))), flush=True)


def copied(folder: Path, to: Path) -> Path:
    """A copy of a project without its index."""
    leave = shutil.ignore_patterns(".git", ".factcheck", ".venv", "__pycache__", "node_modules")
    return shutil.copytree(folder, to, ignore=leave)


def measure(name: str, bench: Bench) -> Sequence[str]:
    """One library's row: an index built from nothing by one process, a draft, conflicts, a question."""
    folder = bench.folders[0]
    index, index_ratio = bench.cost("index", "--rebuild", "--jobs", "1", "--quiet", runs=1)
    for stale in (found for copy in bench.folders for found in copy.glob(".factcheck/conflicts.sqlite")):
        stale.unlink()
    first, first_ratio = bench.cost("conflicts", "--quiet", runs=1)
    stored, stored_ratio = bench.cost("conflicts", "--quiet")
    with open_library(config.load(folder / config.NAME)) as library:
        files = library.files()
        size = sum(file.size for file in files.values())
        figures, kept = int(library.meta["claims"]), Path(library.name).stat().st_size
        for copy in bench.folders:
            (copy / "draft.md").write_text(draft(library), encoding="utf-8")
            (copy / "empty.md").write_text("", encoding="utf-8")
    verify, verify_ratio = bench.cost("verify", "--format", "json", "draft.md")
    start, _ = bench.cost("verify", "--format", "json", "empty.md")
    drawn = len(json.loads(answer(bench, "verify", "--all", "--format", "json", "draft.md"))["findings"])
    lookup, lookup_ratio = bench.cost("lookup", "council 2012")
    for copy in bench.folders:
        with (copy / min(files)).open("a", encoding="utf-8") as changed:
            changed.write("\n\nThe yard at Kolvik has 17 boats.\n")
    changed_cost, changed_ratio = bench.cost("conflicts", "--quiet", runs=1)
    figure = 1000 * (verify.cpu - start.cpu) / (drawn or 1)
    return (name[:24], f"{size / 1e6:.2f}", f"{figures:,}", f"{index.cpu:.1f}{index_ratio}",
            f"{size / 1000 / index.cpu:.0f}", f"{kept / size:.1f}", str(drawn),
            f"{verify.cpu:.2f}{verify_ratio}", f"{figure:.1f}", f"{verify.memory:.0f}", f"{first.cpu:.1f}{first_ratio}",
            f"{stored.cpu:.2f}{stored_ratio}", f"{changed_cost.cpu:.2f}{changed_ratio}",
            f"{lookup.cpu:.2f}{lookup_ratio}")  # fmt: skip


def draft(library: Library) -> str:
    """The beginnings of some documents, the last digit of every second sentence changed."""
    written: list[str] = []
    documents = list(library.documents())
    for number in documents[:: -(-len(documents) // DOCUMENTS)]:
        words = 0
        for place, passage in enumerate(library.passages_of([number])[number]):
            if words >= WORDS / DOCUMENTS:
                break
            changed = re.sub(r"\d(?=\D*$)", lambda digit: str((int(digit[0]) + 3) % 10), passage.text, count=1)
            written.append(changed if place % 2 else passage.text)
            words += len(passage.text.split())
    return "\n\n".join(written) + "\n"


def answer(bench: Bench, *arguments: str) -> bytes:
    """What a command prints here."""
    command = [sys.executable, "-m", "factcheck", *arguments]
    made = subprocess.run(command, cwd=bench.folders[0], env=environment(HERE), stdout=subprocess.PIPE, check=False)
    return made.stdout


def run(arguments: Sequence[str], source: Path, folder: Path | None = None) -> Cost:
    """Run Python on a checkout to its end. Exit status 1 is a draft with findings."""
    started = perf_counter()
    command = [sys.executable, *arguments]
    process = subprocess.Popen(command, cwd=folder, env=environment(source), stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} failed")
    return Cost(perf_counter() - started, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def environment(source: Path) -> dict[str, str]:
    """As installed: with compiled modules, whatever this shell says."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(source)}


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each cost."""
    return Cost(*map(median, zip(*costs, strict=True)))


if __name__ == "__main__":
    main()
