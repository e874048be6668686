"""Measures whole processes as a user waits for them: start, index, verify, conflicts, names, lookup; prints one table.

    python benchmarks/speed.py [--library DIR]... [--runs N] [--against SRC]

DIR is a project (a folder with factcheck.toml; `libraries.py` writes some by rule); without one, the demo project
around this file is measured. It is measured in a copy. Of several, each is also set against the first: what grows as
many times as the library, and what does not. For the whole table, from the demo to a million claims:

    for size in 1 5 20; do python benchmarks/libraries.py /tmp/mixed$size mixed $size; done
    python benchmarks/libraries.py /tmp/one20 one 20 && python benchmarks/libraries.py /tmp/million claims 1000000
    set --; for name in mixed1 mixed5 mixed20 one20 million; do set -- "$@" --library /tmp/$name; done
    python benchmarks/speed.py --runs 3 --library . "$@"

The large ones are read and searched for a long time: start it when nobody waits for the machine.
The draft is 1,000 words from five documents of the library, many with a changed figure, so that every verdict occurs.
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
# What is measured, and how it is set. Costs are of CPU but where a column says otherwise: `wall` is seconds on the
# clock, `memory` the most of one process in MB. first: nothing is kept yet; stored: nothing has changed since; changed:
# one file has; with `names` the index is renewed as well.
COLUMNS = {
    "MB": ".2f", "claims": ",.0f", "index": ".1f", "KB/s": ".0f", "index/MB": ".1f", "figures": ".0f",
    "verify": ".2f", "ms/figure": ".1f", "verify wall": ".2f", "verify memory": ".0f",
    "conflicts first": ".1f", "conflicts stored": ".2f", "conflicts changed": ".2f", "conflicts memory": ".0f",
    "names first": ".1f", "names stored": ".2f", "names changed": ".2f", "lookup": ".2f",
}  # fmt: skip


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
    first: dict[str, float] = {}
    for folder in arguments.library or [HERE.parent]:
        with tempfile.TemporaryDirectory() as scratch:
            copies = [copied(folder.absolute(), Path(scratch) / str(at)) for at in range(len(sources))]
            found = measure(Bench(copies, sources, arguments.runs))
        print(f"{folder.absolute().name}")
        for column, form in COLUMNS.items():
            value, ratio = found[column]
            growth = f"{value / first[column]:.2f} times the first" if first.get(column) else ""
            print(f"  {column:18} {value:>12{form}}{ratio:8} {growth}".rstrip(), flush=True)
        first = first or {column: value for column, (value, _) in found.items()}


def copied(folder: Path, to: Path) -> Path:
    """A copy of a project without its index."""
    leave = shutil.ignore_patterns(".git", ".factcheck", ".venv", "__pycache__", "node_modules")
    return shutil.copytree(folder, to, ignore=leave)


def measure(bench: Bench) -> dict[str, tuple[float, str]]:
    """What a library costs: an index built from nothing by one process, a draft, conflicts, names, a question.

    Each with how it stands to the other checkout.
    """
    folder = bench.folders[0]
    index, index_ratio = bench.cost("index", "--rebuild", "--jobs", "1", "--quiet", runs=1)
    for kept in (found for copy in bench.folders for found in copy.glob(".factcheck/conflicts.sqlite*")):
        kept.unlink()
    first, first_ratio = bench.cost("conflicts", "--quiet", runs=1)
    stored, stored_ratio = bench.cost("conflicts", "--quiet")
    names, names_ratio = bench.cost("names", "--quiet", runs=1)
    again, again_ratio = bench.cost("names", "--quiet")
    with open_library(config.load(folder / config.NAME)) as library:
        files = library.files()
        size = sum(file.size for file in files.values())
        claims, kept_size = int(library.meta["claims"]), Path(library.name).stat().st_size
        for copy in bench.folders:
            (copy / "draft.md").write_text(draft(library), encoding="utf-8")
            (copy / "empty.md").write_text("", encoding="utf-8")
    verify, verify_ratio = bench.cost("verify", "--format", "json", "draft.md")
    start, _ = bench.cost("verify", "--format", "json", "empty.md")
    drawn = len(json.loads(answer(bench, "verify", "--all", "--format", "json", "draft.md"))["findings"])
    lookup, lookup_ratio = bench.cost("lookup", "council 2012")
    for copy in bench.folders:
        with (copy / min(files)).open("a", encoding="utf-8") as changed:
            changed.write("\n\nThe yard at Kolvik has 17 boats, Mara Lund said.\n")
    # The index is renewed by the first of these, the conflicts by the second.
    refresh, refresh_ratio = bench.cost("names", "--quiet", runs=1)
    renewed, renewed_ratio = bench.cost("conflicts", "--quiet", runs=1)
    return {
        "MB": (size / 1e6, ""),
        "claims": (claims, ""),
        "index": (index.cpu, index_ratio),
        "KB/s": (size / 1000 / index.cpu, ""),
        "index/MB": (kept_size / size, ""),
        "figures": (drawn, ""),
        "verify": (verify.cpu, verify_ratio),
        "ms/figure": (1000 * (verify.cpu - start.cpu) / (drawn or 1), ""),
        "verify wall": (verify.wall, ""),
        "verify memory": (verify.memory, ""),
        "conflicts first": (first.cpu, first_ratio),
        "conflicts stored": (stored.cpu, stored_ratio),
        "conflicts changed": (renewed.cpu, renewed_ratio),
        "conflicts memory": (max(first.memory, stored.memory), ""),
        "names first": (names.cpu, names_ratio),
        "names stored": (again.cpu, again_ratio),
        "names changed": (refresh.cpu, refresh_ratio),
        "lookup": (lookup.cpu, lookup_ratio),
    }


def draft(library: Library, most: int = WORDS) -> str:
    """The beginnings of some documents, so many words, the last digit of every second sentence changed."""
    written: list[str] = []
    documents = list(library.documents())
    for number in documents[:: -(-len(documents) // DOCUMENTS)]:
        words = 0
        for place, passage in enumerate(library.passages_of([number])[number]):
            if words >= most / DOCUMENTS:
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
