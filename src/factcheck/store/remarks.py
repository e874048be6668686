"""What a library says of itself at every use: files that were left out, documents that cannot be told apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.rules import codes
from factcheck.store.identity import Identities

# So many files with one problem are named one by one; of more the first, and how many there are.
MOST_NAMED = 3


def left_out(files: Iterable[tuple[str, str]]) -> list[str]:
    """A line for each file that is not in the library, or for many with one problem: its path and the problem."""
    by_problem: dict[str, list[str]] = {}
    for path, problem in sorted(files):
        if problem:
            by_problem.setdefault(problem, []).append(path)
    return sorted(
        f"{path}: {codes.SOURCE_LEFT_OUT} {problem}" for problem, paths in by_problem.items() for path in _some(paths)
    )


def not_told_apart(known: Identities) -> Iterator[str]:
    """A line for each id that two documents were given by hand."""
    for name, first, last in known.shared:
        yield f"{first} and {last} both hold a document {name!r}; give one another id in a sources.toml beside it"


def _some(paths: Sequence[str]) -> Sequence[str]:
    return paths if len(paths) <= MOST_NAMED else [f"{paths[0]} and {len(paths) - 1:,} more"]
