"""Measures the claims database: ten thousand claims checked, a library searched for conflicts and name variants.

    python benchmarks/claims.py [--library DIR] [--claims N] [--files N]

DIR is a project (a folder with factcheck.toml); without it, the demo project around this file is measured. The claims
are made of the library's own figures and cite the sentences they stand in. Times are CPU seconds of one core.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from time import process_time
from typing import TypeVar

from factcheck import claims, config, conflicts
from factcheck.claims import write
from factcheck.claims.check import check
from factcheck.model import Claim, Kind
from factcheck.store.protocol import Library
from factcheck.variants.find import find
from factcheck.workspace import open_library
from factcheck.workspace.claims import texts

T = TypeVar("T")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--library", type=Path, default=Path(__file__).parents[1], metavar="DIR")
    parser.add_argument("--claims", type=int, default=10_000, metavar="N")
    parser.add_argument("--files", type=int, default=500, metavar="N")
    arguments = parser.parse_args()
    project = config.load(arguments.library / config.NAME)
    library = open_library(project)
    with tempfile.TemporaryDirectory() as folder:
        paths = make(library, Path(folder), arguments.claims, arguments.files)
        curation, loading = timed(lambda: claims.load(paths))
        problems, checking = timed(lambda: check(curation, texts(project, library)))
    lined = sum(claim.origin.line > 0 for claim in curation.claims)
    print(f"{len(curation.claims)} claims in {len(paths)} files: load {loading:.2f} s, check {checking:.2f} s, "
          f"{lined} with their line, {len(problems)} problems")  # fmt: skip
    found, seconds = timed(lambda: conflicts.find(library))
    print(f"{len(found)} conflicts in {library.passage_count()} passages: {seconds:.2f} s")
    names, seconds = timed(lambda: find(library))
    print(f"{len(names)} names with variants: {seconds:.2f} s")


def make(library: Library, folder: Path, count: int, files: int) -> list[Path]:
    """Claims files made of the library's figures, over and over."""
    figures = (stored.claim for stored in cycle(list(library.all_claims())) if stored.claim.value.text not in ("", "?"))
    tables = [table(claim, number) for number, claim in enumerate(islice(figures, count))]
    paths = [folder / f"{number:04}.toml" for number in range(files)]
    for number, path in enumerate(paths):
        path.write_text("\n".join(tables[number::files]), encoding="utf-8")
    return paths


def table(claim: Claim, number: int) -> str:
    """One claim as a checker would write it."""
    row: dict[str, write.Plain] = {
        "id": f"claim-{number}",
        "kind": claim.kind.value,
        "subject": claim.subject or "somebody",
        "measure": claim.measure,
        # A date as its sentence writes it may need the sentence's own date to be known ("last year").
        "value": claim.value.text if number % 2 or claim.kind is Kind.DATE else claim.text,
        "unit": claim.unit,
        "status": "confirmed",
        "checked-by": "Ann",
        "checked-on": "2024-05-31",
    }
    return write.claim(row, [{"document": claim.document, "exact": claim.sentence}])


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What some work gives, and the CPU seconds it takes."""
    start = process_time()
    return work(), process_time() - start


if __name__ == "__main__":
    main()
