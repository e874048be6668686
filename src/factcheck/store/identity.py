"""Gives documents whose files have one name ids of their own: the shortest end of the path that tells them apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from factcheck.lean.record import NamedTuple


class Named(NamedTuple):
    """A document with the id that its file gives it: the name of the file, or what `sources.toml` says."""

    number: int
    id: str
    path: str


class Identities(NamedTuple):
    """The ids of documents that cannot keep their own, and the ids that two documents were given by hand."""

    ids: Mapping[int, str]
    shared: Sequence[tuple[str, str, str]]


def told_apart(documents: Iterable[Named]) -> Identities:
    """Ids for documents that share one; one that was given by hand stays as it is."""
    by_id: dict[str, list[Named]] = defaultdict(list)
    for document in documents:
        by_id[document.id].append(document)
    ids: dict[int, str] = {}
    shared: list[tuple[str, str, str]] = []
    for identifier, group in sorted(by_id.items()):
        if len(group) == 1:
            continue
        if any(_is_given(document) for document in group):
            paths = sorted(document.path for document in group)
            shared.append((identifier, paths[0], paths[-1]))
        else:
            ids |= _renamed(group)
    return Identities(ids, shared)


def not_told_apart(known: Identities) -> Iterator[str]:
    """A line for each id that two documents were given by hand."""
    for name, first, last in known.shared:
        yield f"{first} and {last} both hold a document {name!r}; give one another id in a sources.toml beside it"


def _renamed(group: Sequence[Named]) -> Iterator[tuple[int, str]]:
    """Each document with the first of its names that none of the others has."""
    known = [list(names(document)) for document in group]
    times = Counter(name for own in known for name in set(own))
    for document, own in zip(group, known, strict=True):
        # The last of its names, its whole path, is another's only where that lies in a folder.
        yield document.number, next((name for name in own if times[name] == 1), own[-1])


def names(document: Named) -> Iterator[str]:
    """The names a document can have, the shortest first: more and more folders, then the same with the suffix."""
    path = PurePosixPath(document.path)
    part = document.id.removeprefix(path.stem)
    for end in (path.with_suffix(""), path):
        for folders in range(len(end.parts)):
            yield "/".join(end.parts[len(end.parts) - 1 - folders :]) + part


def _is_given(document: Named) -> bool:
    stem, _, part = document.id.partition("#")
    return stem != PurePosixPath(document.path).stem or not (part.isdecimal() or not part)
